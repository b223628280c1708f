"""Whether a model and data belong together: its images, and the classes it tells apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import ModelError
from engine.inputs.feature import is_same_input

if TYPE_CHECKING:
    from engine.data.dataset import Split
    from engine.inputs.feature import HasInput


def check_belongs(model: HasInput, classes: tuple[str, ...], split: Split) -> None:
    """See that a model takes the examples of the data and tells their classes apart.

    Args:
        model: The model.
        classes: Those it tells apart.
        split: The data.

    Raises:
        ModelError: If not.
    """
    if is_same_input(model, split.train) and split.classes == classes:
        return
    raise ModelError(
        "The model does not fit the data “{name}”.",
        cause="It takes other examples, or tells other classes apart.",
        remedy="Choose the data it was trained on.",
        name=split.train.name,
    )
