"""What was written of a run under way, so that it is written again where somebody takes it away meanwhile."""

from __future__ import annotations

import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.atomic import write_bytes
from engine.regular_file import read_regular
from engine.storage import model_file
from engine.storage.runs.file.experiment import write_experiment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.config import Experiment
    from engine.storage.model_file import SavedModel
    from engine.storage.runs.file.lock import RunLock
    from engine.storage.runs.folder import RunFolder


class Restorer:
    """Knows which files of a run there must be, and the whole history; to be used on the thread that writes.

    Args:
        run: The folder.
        experiment: The settings of the run.
        lock: Its lock, which is held.
        teacher: Of which there is a copy; None without one.
    """

    def __init__(
        self, run: RunFolder, experiment: Experiment, lock: RunLock, teacher: SavedModel | None = None
    ) -> None:
        self._run = run
        self._experiment = experiment
        self._lock = lock
        self._teacher = teacher
        self._told = zlib.compressobj(1)  # numbers as text: half of it or less
        self._history: list[bytes] = []  # what that has given out so far
        self._size = 0  # of the history's file
        self._written: set[Path] = {run.experiment_path}
        if teacher is not None:
            self._written.add(run.teacher_path)

    def begin(self) -> None:
        """Take in what is there of a run that is gone on with."""
        with suppress(OSError):
            data = read_regular(self._run.history_path)
            self._take(data[: data.rfind(b"\n") + 1])
            self._written.add(self._run.history_path)
        self._written |= {path for path in self._weights if _is_there(path)}

    def note_lines(self, lines: Sequence[str], size: int) -> None:
        """Take in lines that were appended to the history, and the size of its file after that."""
        self._take("".join(f"{text}\n" for text in lines).encode())
        self._size = size
        self._written.add(self._run.history_path)

    def note(self, path: Path) -> None:
        """Note that a file was written."""
        self._written.add(path)

    def lost(self) -> set[Path]:
        """Return what was written and is there no more, or not as a whole; the folder stands for its lock, too."""
        run = self._run
        gone = {path for path in self._written if not _is_there(path)}
        if run.history_path in self._written - gone and run.history_path.stat().st_size < self._size:
            gone.add(run.history_path)
        return gone if self._lock.is_in_place else gone | {run.path}

    def restore(self, lost: set[Path]) -> None:
        """Write again what can be written now; header and weights are left to whoever has them.

        Raises:
            RunError: If another program has begun to train the run meanwhile.
            NetSketchError: If something cannot be written.
            OSError: Likewise.
        """
        run = self._run
        run.path.mkdir(parents=True, exist_ok=True)
        if not self._lock.is_in_place:
            self._lock.take_again()
        if run.experiment_path in lost:
            write_experiment(run.path, self._experiment)
        if run.teacher_path in lost and self._teacher is not None:
            model_file.save_copy(run.teacher_path, self._teacher)
        if run.history_path in lost:
            told = b"".join([*self._history, self._told.copy().flush()])
            write_bytes(run.history_path, zlib.decompress(told))
        self._written -= lost & {*self._weights, run.header_path}  # until they are written

    @property
    def _weights(self) -> tuple[Path, ...]:
        return self._run.checkpoint_path, self._run.model_path, self._run.best_path

    def _take(self, data: bytes) -> None:
        self._history.append(self._told.compress(data))
        self._size += len(data)


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except OSError:
        return False
    return True
