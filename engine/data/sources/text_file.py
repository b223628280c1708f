"""A text that is read from where it lies: its path stands in the settings in place of a data set's name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.dataset import Dataset
from engine.data.sources.known_files import remember
from engine.data.sources.source import DatasetInfo
from engine.records import dataclass
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress

SETTINGS = ("context",)


@dataclass(frozen=True, slots=True)
class TextFileSource:
    """A text at a path.

    Attributes:
        info: What a person should know of it; its name is the path.
    """

    info: DatasetInfo

    def key(self, config: DataConfig) -> Hashable | None:
        """Return in which state the file is, and what decides its pieces and its division."""
        try:
            state = Path(self.info.name).stat()
        except (OSError, ValueError):
            return None
        return state.st_size, state.st_mtime_ns, config.text.context, config.seed

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return the pieces to learn from and those to test with, a tenth of the text.

        Raises:
            DataError: If it is no text that can be learnt from.
        """
        from engine.data.text.own_text import read_text

        path = Path(self.info.name)
        if progress is not None:
            progress(Phrase("Reading {title}", title=self.info.title), 0.0)
        text = read_text(path)
        remember(path.absolute())
        return parts_of(text, self.info.name, path.name, config)


def parts_of(text: str, name: str, title: str, config: DataConfig) -> tuple[Dataset, Dataset]:
    """Return a text as pieces to learn from and pieces to test with.

    Args:
        text: The text.
        name: Of the data set.
        title: What the text is called in what is said of it.
        config: How long the pieces are, and the seed of the division.

    Raises:
        DataError: If it is too short.
    """
    from engine.data.text.own_text import own_text
    from engine.data.text.pieces import divided

    coded = own_text(text, title, config.text.context)
    train, test, blocks = divided(coded.numbers, config.text.context, config.seed)
    return Dataset(name, *train, coded.classes, blocks), Dataset(name, *test, coded.classes)


def text_file(name: str) -> TextFileSource:
    """Return the source of a text at a path."""
    return TextFileSource(
        DatasetInfo(
            name,
            visible(Path(name).name),
            Phrase("A text that is read from “{path}”.", path=visible(name)),
            kind="text",
            text=SETTINGS,
        )
    )
