"""What a reader of labelled images must tell and do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, ClassVar

from engine.packed import most_images, most_unpacked
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from engine.data.importing.item import Item, Rejected

    Progress = Callable[[str, float], None]
    IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class LabelColumns:
    """In which column of a table the labels are.

    Attributes:
        columns: Those that they may be in.
        choose: Finds the images anew with the labels in another column.
        taken: The one that was taken; empty where there is none, or several.
        unclear: Why they cannot be found, where a person must say it.
    """

    columns: tuple[str, ...]
    choose: Callable[[str], Found]
    taken: str = ""
    unclear: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at a place.

    Attributes:
        items: The images, each to be read when it is wanted.
        rejected: What is no usable image, and why.
        notes: What else a person should know of it, a sentence each.
        place: What must live as long as the items are read, such as a folder that a zip was unpacked to.
        table: Where the labels are in a table, or may be; None where it is none.
        held: How many bytes of memory the images take until they are read.
        size: How many bytes picture files have together; None where there are none.
    """

    items: list[Item]
    rejected: list[Rejected]
    notes: tuple[Phrase, ...] = ()
    place: object = None
    table: LabelColumns | None = None
    held: int = 0
    size: int | None = None


class Unreadable(Exception):
    """What lies there is not what the reader reads; whoever asked makes a sentence of it.

    Args:
        cause: One sentence that says why.
        name: Which file of several it is about; empty for the one that was asked for.
    """

    def __init__(self, cause: Phrase, name: str = "") -> None:
        super().__init__(cause, name)
        self.cause = cause
        self.name = name


class Held:
    """How much is held of several files that are read together: each by itself may be as large as one may be.

    Attributes:
        bytes: How many bytes of memory.

    Args:
        files: The files.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        size = sum(file.stat().st_size for file in files)
        self._most_bytes, self._most_images = most_unpacked(size), most_images(size)
        self.bytes = self._images = 0

    def add(self, held: int, images: int) -> None:
        """Add what was found in one of them.

        Raises:
            Unreadable: If it is more than they make believable.
        """
        self.bytes += held
        self._images += images
        if self.bytes > self._most_bytes or self._images > self._most_images:
            raise Unreadable(Phrase("What its files unpack to is far too large for them."))


class Reader(ABC):
    """Finds labelled images in files or folders of one form.

    Attributes:
        title: The form as a sentence names it: “a CSV file”.
        patterns: How the names of its files look, in small letters, for recognising them and for dialogs; none where
            it reads folders alone.
    """

    title: ClassVar[Phrase]
    patterns: ClassVar[tuple[str, ...]] = ()

    def recognises(self, path: Path) -> bool:
        """Say whether this may be of the reader's form: by its name, or by a glance into a folder."""
        return self.has_name(path) and not path.is_dir()

    def has_name(self, path: Path) -> bool:
        """Say whether a file is called as those of this form are."""
        return any(fnmatchcase(path.name.lower(), pattern) for pattern in self.patterns)

    def bare_name(self, path: Path) -> str:
        """Return what the images in a file are called, without what every file of this form has in its name."""
        return path.stem

    @abstractmethod
    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Find the images at a place.

        Args:
            path: What ``recognises`` said yes to.
            progress: Told what is done and which share of it.
            cancelled: Asked now and then whether to stop.

        Raises:
            Unreadable: If it is not of this form, or damaged.
            DataError: If it is, and something in it cannot be used.
            OSError: If the system does not let it be read.
            Cancelled: If ``cancelled`` said so.
        """
