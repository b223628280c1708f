"""What a form must tell and do in which labelled images are written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from engine.atomic import check_writable, with_ending
from engine.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.data.dataset import Dataset
    from engine.words import Phrase

    Progress = Callable[[str, float], None]
    IsCancelled = Callable[[], bool]


class ExportFormat(ABC):
    """Writes labelled images in one form, such that they can be brought in again.

    Attributes:
        name: As a person asks for it, such as ``csv``.
        title: As a person reads it.
        ending: Of its one file, with the dot; empty where it is a folder or several files.
        kinds: The kinds of input that it can hold.
    """

    name: ClassVar[str]
    title: ClassVar[Phrase]
    ending: ClassVar[str] = ""
    kinds: ClassVar[frozenset[str]] = frozenset({"picture"})

    def completed(self, path: Path) -> Path:
        """Return the path with the form's ending where it has none at all.

        Raises:
            DataError: If it names no file.
            FileWriteError: If it names a folder, a device or a pipe that is there.
        """
        if not path.name:
            raise DataError("“{path}” names no file.", remedy="Say how the file is to be called.", path=path)
        return path if path.suffix or not self.ending else with_ending(path, self.ending)

    def check(self, path: Path) -> None:
        """See that images could be written there, before any are fetched or drawn for it.

        Raises:
            DataError: If it names no file, or a folder is there already.
            FileWriteError: If the system refuses.
        """
        target = self.completed(path)
        if target.parent.is_dir():  # else it is made when there is something to write
            check_writable(target)

    @abstractmethod
    def write(
        self, data: Dataset, path: Path, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Path, ...]:
        """Write images, whole or not at all, and return what was written.

        Args:
            data: At least one image; white ink on black.
            path: The file, in a folder that is there; or the new folder, or how the names of several files begin.
            progress: Told what is done and which share of it.
            cancelled: Asked now and then whether to stop.

        Raises:
            DataError: If the form cannot hold them, or they cannot be written.
            Cancelled: If ``cancelled`` said so; nothing is left behind.
        """
