"""What a kind of file must tell the fuzzer: sound files, and how the program reads them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from docs.tools.fuzz.faults.registry import spoilt

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from engine.data.importing.reader import Reader

Files = dict[str, bytes]  # content by the path in a folder


class Kind(ABC):
    """A kind of file that the program opens.

    Attributes:
        name: What it is called on the command line.
        modules: The modules of the program that read it; a test sees that none of those that read files is forgotten.
        readers: Of images that are brought in, the readers that it is for.
    """

    name: ClassVar[str]
    modules: ClassVar[tuple[str, ...]] = ()
    readers: ClassVar[tuple[type[Reader], ...]] = ()

    @cached_property
    def sound(self) -> Files:
        """Sound files, as the program writes them, tiny, and the same each time."""
        return self.make()

    @abstractmethod
    def make(self) -> Files:
        """Make the sound files."""

    def spoilt(self, chance: random.Random) -> Files:
        """Return the files with faults in one of them."""
        files = dict(self.sound)
        name = chance.choice(self.targets(sorted(files)))
        files[name] = spoilt(name, files[name], chance)
        return files

    def targets(self, names: list[str]) -> list[str]:
        """Return which of the files faults are put into."""
        return names

    @abstractmethod
    def read(self, folder: Path) -> bool:
        """Read the files in a folder as the program does, and use what it takes a little further.

        The folder is that of the input; ``NETSKETCH_HOME`` names it, too.

        Returns:
            Whether it was taken; False where the program says that it cannot be used.

        Raises:
            NetSketchError: If it says so that way. All else is a fault of the program.
        """


def write(files: Files, folder: Path) -> None:
    """Write files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def files_in(folder: Path) -> Files:
    """Return all files in a folder by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
