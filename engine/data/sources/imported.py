"""The data sets that a person brought in; which there are is known only when one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data import imported_sets
from engine.data.sources.source import DatasetInfo
from engine.data.sources.text_file import SETTINGS, parts_of
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.dataset import Dataset
    from engine.data.sources.source import IsCancelled, Progress


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """Images, the rows of a table, or a text that a person brought in.

    Attributes:
        info: What a person should know of them.
    """

    info: DatasetInfo

    def key(self, config: DataConfig) -> Hashable | None:
        """Return in which state their file is, and what divides a text."""
        stamp = imported_sets.stamp(self.info.name)
        return stamp if stamp is None or not self.info.text else (stamp, config.text.context, config.seed)

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return them as they were divided when they were brought in; a text is divided by the settings.

        Raises:
            DataError: If their file is gone or damaged, or a text too short for pieces of such a length.
        """
        if progress is not None:
            progress(Phrase("Reading {title}", title=self.info.name), 0.0)
        if self.info.text:
            return parts_of(imported_sets.load_text(self.info.name), self.info.name, self.info.title, config)
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
                is_own=True,
                kind=_kind(each),
                text=SETTINGS if each.is_text else (),
            )
        )
        for each in imported_sets.imported_sets()
    )


def _kind(each: imported_sets.ImportedSet) -> str:
    if each.is_text:
        return "text"
    return "picture" if each.features is None else "numbers"


def _description(each: imported_sets.ImportedSet) -> Phrase:
    if each.is_damaged:
        return Phrase(
            "Its file is damaged: bring the images in again and remove this, or restore it from a backup."
        )
    if each.is_text:
        return Phrase("Your own text: {count:,} characters.", count=each.count)
    if each.features is not None:
        return Phrase(
            "Your own table: {count:,} rows of {features:,} features, {classes} classes.",
            count=each.count,
            features=each.features,
            classes=each.classes,
        )
    return Phrase("Your own {count:,} images of {classes} classes.", count=each.count, classes=each.classes)
