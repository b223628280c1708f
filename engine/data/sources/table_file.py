"""A table that is read from where it lies: its path stands in the settings in place of a data set's name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.choices import LabelTask
from engine.data.sources.known_files import remember
from engine.data.sources.source import DatasetInfo
from engine.errors import DataError
from engine.records import dataclass
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.dataset import Dataset
    from engine.data.sources.source import IsCancelled, Progress


@dataclass(frozen=True, slots=True)
class TableFileSource:
    """A table at a path.

    Attributes:
        info: What a person should know of it; its name is the path.
    """

    info: DatasetInfo

    def key(self, config: DataConfig) -> Hashable | None:
        """Return in which state the file is, and what decides its label and its division."""
        try:
            state = Path(self.info.name).stat()
        except (OSError, ValueError):
            return None
        return state.st_size, state.st_mtime_ns, config.label_column, config.label_task, config.seed

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return the rows to learn from and those to test with, a sixth of each class."""
        from engine.data.tables.reading import holds_features, open_table

        path = Path(self.info.name)
        if not path.exists() and path.name == self.info.name:  # a model says no more
            raise DataError(
                "There is no table “{name}”.",
                cause="It lies neither beside the model, nor where it was read last, nor here.",
                remedy="Put it beside the model, or say where it is: --data on the command line.",
                name=path.name,
            )
        if path.is_file() and not holds_features(path):
            raise DataError(
                "“{name}” holds pictures, which are not read from the table itself.",
                remedy="Bring it in first: `datasets import` on the command line, Data ▸ Import Images, a Table or a "
                "Text in the window.",
                name=path.name,
            )
        opened = open_table(path, progress=progress, cancelled=cancelled)
        remember(path.absolute())
        made = opened.made(config.label_column, seed=config.seed, task=LabelTask(config.label_task))
        return made.parts(self.info.name)


def table_file(name: str) -> TableFileSource:
    """Return the source of a table at a path."""
    return TableFileSource(
        DatasetInfo(
            name,
            visible(Path(name).name),
            Phrase("A table that is read from “{path}”.", path=visible(name)),
            kind="numbers",
        )
    )
