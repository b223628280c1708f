"""What a form must tell and do in which runs leave the program."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from engine.atomic import with_ending
from engine.errors import RunError
from engine.file_names import file_name, is_there
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from engine.storage.runs.folder import RunFolder
    from engine.storage.runs.summary import RunSummary
    from engine.training.history import History

    Progress = Callable[[str, float], None]
    IsCancelled = Callable[[], bool]

EXPORTING = Phrase("Exporting the run")


class RunFormat(ABC):
    """Writes runs in one form.

    Attributes:
        name: As a person asks for it, such as ``csv``.
        title: What it is, as a person reads it in a list.
        use: What one needs it for, in a sentence.
        ending: Of its file, with the dot; empty where it is a folder, which takes any number of runs.
    """

    name: ClassVar[str]
    title: ClassVar[Phrase]
    use: ClassVar[Phrase]
    ending: ClassVar[str] = ""

    def completed(self, path: Path) -> Path:
        """Return the path with the form's ending, added where it is missing.

        Raises:
            FileWriteError: If it names what cannot be replaced, such as a folder where a file is to be.
        """
        return with_ending(path, self.ending) if self.ending else path

    def place(self, run: RunSummary, folder: Path, taken: Iterable[Path] = ()) -> Path:
        """Return where a run goes in a folder: under its name, or with its id where that is used up.

        Args:
            run: The run.
            folder: The folder.
            taken: Where others go.
        """
        name = file_name(run.name)
        path = folder / f"{name}{self.ending}"
        if path not in taken and (not is_there(path) or self.is_of(run, path)):
            return path
        return folder / f"{name} ({file_name(run.id)}){self.ending}"

    def is_of(self, run: RunSummary, path: Path) -> bool:
        """Tell whether what is there is an earlier export of this very run, to be replaced."""
        del run, path
        return False

    @abstractmethod
    def write(
        self,
        run: RunFolder,
        path: Path,
        *,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> None:
        """Write a run, whole or not at all; one under way as far as it is.

        Args:
            run: The run.
            path: The file, replaced if it is there; or the folder of this one run.
            progress: Told what is done and which share of it, 0 to 1.
            cancelled: Asked many times a second whether to stop.

        Raises:
            RunError: If there is no such run, or it cannot be read.
            FileWriteError: If it cannot be written.
            Cancelled: If it was stopped; what was there is then as it was.
        """

    def write_all(
        self,
        runs: Sequence[tuple[RunSummary, RunFolder]],
        folder: Path,
        *,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> tuple[Path, ...]:
        """Write runs into a folder, each under a name of its own, and return where each is.

        Raises:
            NetSketchError: As ``write``; the runs before the one that failed are written.
            Cancelled: Likewise.
        """
        written: list[Path] = []
        for number, (summary, run) in enumerate(runs):
            path = self.place(summary, folder, written)
            self.write(run, path, progress=_part(progress, number, len(runs)), cancelled=cancelled)
            written.append(path)
        return tuple(written)


def history_of(run: RunFolder) -> History:
    """Read what a run has told.

    Raises:
        RunError: If there is no such run, or nothing of it can be read.
    """
    if not run.experiment_path.is_file():
        raise RunError("There is no run “{run}”.", remedy="Check its name.", run=run.id)
    return run.history()


def _part(progress: Progress | None, number: int, count: int) -> Progress | None:
    if progress is None:
        return None
    return lambda text, share: progress(text, (number + share) / count)
