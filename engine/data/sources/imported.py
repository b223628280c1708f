"""The data sets that a person brought in; which there are is known only when one looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.data import imported_sets
from engine.data.sources.source import DatasetInfo
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.dataset import Dataset
    from engine.data.sources.source import IsCancelled, Progress


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """Images, or the rows of a table, that a person brought in.

    Attributes:
        info: What a person should know of them.
    """

    info: DatasetInfo

    def key(self, config: DataConfig) -> Hashable | None:
        """Return in which state their file is."""
        return imported_sets.stamp(self.info.name)

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return them as they were divided when they were brought in."""
        if progress is not None:
            progress(Phrase("Reading {title}", title=self.info.name), 0.0)
        return imported_sets.load_parts(self.info.name)


def imported_sources() -> tuple[ImportedSource, ...]:
    """Return a source for each data set that was brought in, by name; quick."""
    return tuple(
        ImportedSource(
            DatasetInfo(
                each.name,
                each.title,
                _description(each),
                is_imported=True,
                kind="picture" if each.features is None else "numbers",
            )
        )
        for each in imported_sets.imported_sets()
    )


def _description(each: imported_sets.ImportedSet) -> Phrase:
    if each.is_damaged:
        return Phrase(
            "Its file is damaged: bring the images in again and remove this, or restore it from a backup."
        )
    if each.features is not None:
        return Phrase(
            "Your own table: {count:,} rows of {features:,} features, {classes} classes.",
            count=each.count,
            features=each.features,
            classes=each.classes,
        )
    return Phrase("Your own {count:,} images of {classes} classes.", count=each.count, classes=each.classes)
