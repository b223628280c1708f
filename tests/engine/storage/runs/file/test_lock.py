"""The lock of a run; how it is held, tests of the library and of killed runs tell."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from engine.storage.runs.file.lock import RunLock, is_held, is_held_here

if TYPE_CHECKING:
    from pathlib import Path


def test_who_only_lists_runs_loads_nothing_that_makes_locks(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom engine.storage.runs.library import RunLibrary\n"
        f"assert RunLibrary({str(tmp_path)!r}).summaries() == ()\n"
        "assert 'filelock' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_it_is_held_until_it_is_let_go(tmp_path: Path) -> None:
    assert not is_held(tmp_path)
    with RunLock(tmp_path) as lock:
        assert is_held(tmp_path)
        assert is_held_here(tmp_path)
        assert lock.is_in_place
    assert not is_held(tmp_path)
    assert not is_held_here(tmp_path)
