"""Hidden layers: how many there are, and whether they are others than before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Self

from engine.layers.registry import LAYER_KINDS
from engine.lessons.conditions.bounds import Bounds
from engine.records import dataclass

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.lessons.state import LabState
    from engine.lessons.table import Table

ANY = "any"


@dataclass(frozen=True, slots=True)
class LayersCounted:
    """So many hidden layers: ``layers = "any"`` or a kind, with bounds; ``size`` counts those with so many units."""

    kind: str
    bounds: Bounds
    size: float | None = None

    @classmethod
    def read(cls, table: Table) -> Self:
        kind = table.name("layers", (ANY, *LAYER_KINDS))
        bounds = Bounds.read(table)
        return cls(kind, bounds or Bounds(at_least=1), table.number("size", 1, 100_000, whole=True))

    def holds(self, lab: LabState) -> bool:
        return self.bounds.hold(_count(lab.experiment, self.kind, self.size))


@dataclass(frozen=True, slots=True)
class LayerChanged:
    """Layers are others than when the step came into sight: ``layer = "added"``, of a kind where that is said."""

    change: str
    kind: str

    @classmethod
    def read(cls, table: Table) -> Self:
        change = table.name("layer", ("added", "removed", "changed"))
        return cls(change, table.name("kind", (ANY, *LAYER_KINDS)) or ANY)

    def holds(self, lab: LabState) -> bool:
        if self.change == "changed":
            return lab.experiment.network.hidden != lab.before.network.hidden
        now, before = _count(lab.experiment, self.kind), _count(lab.before, self.kind)
        return now > before if self.change == "added" else now < before


def _count(experiment: Experiment, kind: str, size: float | None = None) -> int:
    layers = experiment.network.hidden
    kinds = Counter(
        layer.kind_name() for layer in layers if size is None or getattr(layer, "size", None) == size
    )
    return sum(kinds.values()) if kind == ANY else kinds[kind]
