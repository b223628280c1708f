"""A feature: one of the numbers that an example is made of, with its name and between which bounds it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from engine.inputs.kind import Shape

MOST_FEATURES = 10_000  # of a row: each has a name, and those lie in the headers of models and runs


@dataclass(frozen=True, slots=True)
class Feature:
    """One column of numbers.

    Attributes:
        name: As a person reads it; of a category “colour = red”, with the values 0 and 1.
        low: The least number in the training rows.
        high: The greatest.
        usual: Their median.
        whole: Whether all are whole numbers.
        column: The column of a table that a category is from; empty for a number.
        missing: In how many rows of a table nothing stood that could be read; they were filled.
    """

    name: str
    low: float
    high: float
    usual: float
    whole: bool = False
    column: str = ""
    missing: int = 0


class HasInput(Protocol):
    """What takes examples, or holds them: a model, a description of one, a data set."""

    @property
    def image_shape(self) -> Shape:
        """``(C, H, W)`` or ``(F,)``."""

    @property
    def features(self) -> tuple[Feature, ...]:
        """What each number is; of images none."""


def is_same_input(mine: HasInput, theirs: HasInput) -> bool:
    """Whether two take, or hold, the same: examples of one shape, and of the same features in the same order."""
    return mine.image_shape == theirs.image_shape and names_of(mine.features) == names_of(theirs.features)


def names_of(features: Sequence[Feature]) -> tuple[str, ...]:
    """Return the names of features, by which a model's are held against a data set's."""
    return tuple(each.name for each in features)


def features_of(
    rows: NDArray[np.float32], names: Sequence[str], columns: Sequence[str] = ()
) -> tuple[Feature, ...]:
    """Measure the columns of training rows ``(N, F)``, at least one row.

    Args:
        rows: The numbers, all finite.
        names: ``F`` names.
        columns: For each the column of a table that a category is from, else empty; none where there is no category.
    """
    import numpy as np

    low, high, usual = rows.min(axis=0), rows.max(axis=0), np.median(rows, axis=0)
    whole = (rows == np.rint(rows)).all(axis=0)
    return tuple(
        Feature(name, float(low[at]), float(high[at]), float(usual[at]), bool(whole[at]), column)
        for at, (name, column) in enumerate(zip(names, columns or [""] * len(names), strict=True))
    )
