"""The command ``sweep worker``: begun by a crew, or by hand on any machine that reaches the database."""

from __future__ import annotations

import os
import secrets
import socket
import sys
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING

from engine.cli.interrupt import Interrupt, Interrupted
from engine.errors import Cancelled, ConfigError
from engine.folders import runs_folder
from engine.sweep.crew import ADDRESS_VARIABLE
from engine.sweep.sweep import read_header
from engine.sweep.trial import ordinal
from engine.sweep.wishes import SUSPEND
from engine.sweep.worker_control import WorkerControl, end_at_once, listen
from engine.words import Phrase

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from engine.cli.output import Output
    from engine.sweep.study import TrialStore

LEFT = Phrase("Ended; the trial that was under way is left to others.")


def work_on(
    study: str, storage: str | None, folder: Path | None, runs: Path | None, output: Output, *, steered: bool
) -> None:
    """Do trials until there are none left.

    Args:
        study: What the sweep is called in the database.
        storage: Its address; by default what ``NETSKETCH_STORAGE`` says.
        folder: The folder of a sweep of this machine, in place of both.
        runs: The folder of runs; that of the program by default.
        output: Where to say how it goes.
        steered: Whether words on standard input steer it.

    Raises:
        ConfigError: If there is no such sweep, or the database cannot be reached.
        NetSketchError: If the images cannot be had here.
    """
    from engine.sweep.worker import be_modest, work

    be_modest()
    control = WorkerControl()
    if steered:
        listen(control, sys.stdin, end_at_once)
    with Interrupt(lambda: control.take(SUSPEND)) as interrupt:
        store, lease, tag, telling = _found(study, storage, folder)

        def tell(number: int, counts: bool) -> None:
            output.record(event="trial", number=number, counts=counts)
            output.line(
                Phrase("Trial {number} is done.", number=ordinal(number))
                if counts
                else Phrase("Trial {number} does not count: others do it again.", number=ordinal(number))
            )

        with closing(store), lease as worker, telling:
            work(store, worker, control, runs=runs or runs_folder(), tag=tag, told=tell)
        if interrupt():
            raise Interrupted(Cancelled(LEFT), interrupt.number)
    output.line(Phrase("There are no trials left."))


def _found(
    study: str, storage: str | None, folder: Path | None
) -> tuple[TrialStore, AbstractContextManager[str], str, AbstractContextManager[None]]:
    """Return where the trials are, what the worker holds while it lives and is called, what runs are tagged with.

    The last is what tells of a database that fails.
    """
    if folder is not None:
        from engine.sweep.local_study import Lease, LocalStore

        return LocalStore(folder, read_header(folder).plan), Lease(folder), folder.name, nullcontext()
    address = storage or os.environ.get(ADDRESS_VARIABLE, "")
    if not address or not study:
        raise ConfigError(
            "A worker needs a database and the name of a sweep in it.",
            remedy="Give --storage and --study; a sweep of this machine alone begins its workers itself.",
        )
    from engine.sweep.shared_study import SharedStore, told

    name = f"{socket.gethostname()}-{os.getpid()}~{secrets.token_hex(8)}"
    return SharedStore.opened(address, study), nullcontext(name), study, told(address)
