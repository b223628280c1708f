"""What is chosen: the page in sight, the preset, the data set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from engine.config import list_presets
from engine.data import datasets
from engine.lessons.places import parted, views_named
from engine.records import dataclass

if TYPE_CHECKING:
    from engine.lessons.state import LabState
    from engine.lessons.table import Table


@dataclass(frozen=True, slots=True)
class StationShown:
    """A page is in sight, and a view of it where that is named: ``station = "understand/why"``."""

    station: str
    view: str = ""

    @classmethod
    def read(cls, table: Table) -> Self:
        return cls(*parted(table.name("station", views_named())))

    def holds(self, lab: LabState) -> bool:
        return lab.station == self.station and self.view in ("", lab.view)


@dataclass(frozen=True, slots=True)
class PresetChosen:
    """The settings are those of a preset: ``preset = "cnn"``."""

    name: str

    @classmethod
    def read(cls, table: Table) -> Self:
        return cls(table.name("preset", [preset.name for preset in list_presets()]))

    def holds(self, lab: LabState) -> bool:
        return lab.preset == self.name


@dataclass(frozen=True, slots=True)
class DataChosen:
    """A data set is in use and loaded: ``data = "mnist"``, or one of a list."""

    names: tuple[str, ...]

    @classmethod
    def read(cls, table: Table) -> Self:
        return cls(table.names("data", [info.name for info in datasets.names()]))

    def holds(self, lab: LabState) -> bool:
        return lab.has_data and lab.experiment.data.dataset in self.names
