"""What workers that were killed leave behind in the folder of a sweep: what they said, and locks that nobody holds."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.sweep.sweep import WORKERS, is_locked

if TYPE_CHECKING:
    from pathlib import Path

LOG = re.compile(r"\d+-\d+\.log")
LOCK = re.compile(r"[0-9a-f]{16}\.lock")


def clear(folder: Path) -> None:
    """Take it away; called while this machine's only crew of the sweep has no worker.

    Workers of a crew that is gone may live a moment longer: their locks stay, and with them their trials.

    Args:
        folder: The sweep's folder.
    """
    workers = folder / WORKERS
    if workers.is_symlink():
        return
    with suppress(OSError):
        for path in list(workers.iterdir()):
            if LOG.fullmatch(path.name) or (LOCK.fullmatch(path.name) and not is_locked(path)):
                with suppress(OSError):  # another system keeps files that are open
                    path.unlink()
