"""What the microscope shows: a step, the example and the path of units that are followed, and how far it has come.

No Qt in here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.training.microscope.terms import strongest_places
from gui.stations.train.microscope.phases import Instant, Phase, Stage, phases_of

if TYPE_CHECKING:
    from engine.training.step_trace import Floats, LayerTrace, StepTrace


@dataclass(frozen=True, slots=True)
class Names:
    """How inputs and classes are called.

    Attributes:
        classes: Names of the classes.
        features: Names of the inputs where they are numbers; empty where they are pixels.
        image_shape: ``(C, H, W)`` of images, or ``(F,)``.
    """

    classes: tuple[str, ...]
    features: tuple[str, ...] = ()
    image_shape: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One instant of a step.

    Column 0 are the inputs of the first layer that is shown, column k the units of layer k, the last the classes.

    Attributes:
        trace: The step.
        layers: The layers that are shown: those at the end that take what the one before gives.
        names: How inputs and classes are called.
        example: Which of the batch is followed, counted from 0.
        path: The unit that was chosen in each column.
        column: The column of the weight that was chosen: it leads from ``path[column - 1]`` to ``path[column]``.
        instant: How far the animation is.
    """

    trace: StepTrace
    layers: tuple[LayerTrace, ...]
    names: Names
    example: int
    path: tuple[int, ...]
    column: int
    instant: Instant

    # What happens

    @property
    def phases(self) -> tuple[Phase, ...]:
        """All phases."""
        return phases_of(len(self.layers))

    @property
    def phase(self) -> Phase:
        """What happens now."""
        return self.phases[self.instant.number]

    def share_of(self, stage: Stage, column: int = 0) -> float:
        """Return how much of a phase has happened, 0 to 1."""
        number = self.phases.index(Phase(stage, column))
        if number == self.instant.number:
            return self.instant.share
        return 1.0 if number < self.instant.number else 0.0

    # What is chosen

    @property
    def layer(self) -> LayerTrace:
        """The layer of the weight that was chosen."""
        return self.layers[self.column - 1]

    @property
    def unit(self) -> int:
        """The unit that the chosen weight leads to."""
        return self.path[self.column]

    @property
    def source(self) -> int:
        """The unit or input that it comes from."""
        return self.path[self.column - 1]

    @property
    def label(self) -> int:
        """The right class of the example."""
        return int(self.trace.judgement.labels[self.example])

    def chosen(self, column: int, unit: int) -> Scene:
        """Return the same with another unit chosen: its own weight where there is one, else one that leads from it."""
        path = tuple(unit if place == column else before for place, before in enumerate(self.path))
        return replace(self, path=path, column=max(1, column))

    def weight_chosen(self, column: int, source: int, unit: int) -> Scene:
        """Return the same with another weight chosen, which leads to ``column``."""
        return self.chosen(column - 1, source).chosen(column, unit)

    def at(self, instant: Instant) -> Scene:
        """Return the same at another instant; where a phase is about one column, its unit is the one that is chosen."""
        column = self.phases[instant.number].column
        return replace(self, instant=instant, column=column or self.column)

    def of_example(self, example: int) -> Scene:
        """Return the same for another example of the batch."""
        return replace(self, example=example % self.trace.size)

    # What the columns hold

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.layers) + 1

    def units(self, column: int) -> int:
        """Return how many units a column has."""
        return self.layers[0].size if column == 0 else self.layers[column - 1].units

    def values(self, column: int) -> Floats:
        """Return what the units of a column give for the example; of the output the probabilities, once there are."""
        if column == 0:
            rows = self.layers[0].inputs
        elif column == len(self.layers) and self.share_of(Stage.LOSS) > 0:
            rows = self.trace.judgement.probabilities
        else:
            rows = self.layers[column - 1].outputs
        found: Floats = rows[self.example]
        return found

    def deltas(self, column: int) -> Floats:
        """Return δ of the units of a column for the example; of inputs there is none, and it is all zeros."""
        if column == 0:
            return np.zeros(self.units(0), np.float32)
        found: Floats = self.layers[column - 1].deltas[self.example]
        return found

    def shown(self, column: int, most: int) -> list[int]:
        """Return which units of a column are shown where there is room for ``most``; the chosen one always is."""
        kept = [self.path[column]]
        if column == len(self.layers):
            kept.append(self.label)
        strength = self.values(0) if column == 0 else self.deltas(column)
        return strongest_places(strength, most, kept)

    def weights(self, column: int) -> Floats:
        """Return the weights that lead to a column, ``(units, units before)``: the new ones once they are there."""
        change = self.layers[column - 1].weights
        found: Floats = change.after if self.share_of(Stage.UPDATE) >= 1 else change.before
        return found

    def gradients(self, column: int) -> Floats:
        """Return ∂L/∂w of the weights that lead to a column, ``(units, units before)``."""
        found: Floats = self.layers[column - 1].weights.gradient
        return found


def scene_of(trace: StepTrace, names: Names) -> Scene:
    """Return a step as it is first shown: the example whose loss is greatest, along the strongest δ."""
    layers = joined_layers(trace)
    example = int(trace.judgement.losses.argmax())
    path = [int(np.abs(layers[0].inputs[example]).argmax())]
    path += [int(np.abs(layer.deltas[example]).argmax()) for layer in layers]
    path[-1] = int(trace.judgement.labels[example])
    return Scene(trace, layers, names, example, tuple(path), 1, Instant(0, 1.0))


def joined_layers(trace: StepTrace) -> tuple[LayerTrace, ...]:
    """Return the layers at the end of a network that take what the one before gives, the output the last."""
    found = [trace.layers[-1]]
    for layer in reversed(trace.layers[:-1]):
        if found[0].before != layer.name:
            break
        found.insert(0, layer)
    return tuple(found)
