"""A table that comes with the program, as a data set: divided by the seed of the data, even by class."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from engine.data.sources.source import DatasetInfo
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.dataset import Dataset
    from engine.data.sources.source import IsCancelled, Progress

TEST_SHARE = 0.2  # of each class; of so few rows a sixth says little


@dataclass(frozen=True, slots=True)
class ShippedTable:
    """A table in ``resources/tables``, whose file is called as the data set.

    Attributes:
        info: What a person should know of it.
    """

    info: DatasetInfo

    def key(self, config: DataConfig) -> Hashable | None:
        """Return what decides which rows are tested with."""
        return config.seed

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return the rows to learn from and those to test with."""
        from engine.data.tables.reading import open_table

        if progress is not None:
            progress(Phrase("Reading {title}", title=Phrase(self.info.title)), 0.0)
        name = self.info.name
        with resources.as_file(resources.files("resources") / "tables" / f"{name}.csv") as path:
            opened = open_table(path, progress=progress, cancelled=cancelled)
        return opened.made(share=TEST_SHARE, seed=config.seed).parts(name)
