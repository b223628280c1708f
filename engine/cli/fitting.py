"""Whether a model can be asked about a data set at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import DataError
from engine.inputs.feature import names_of
from engine.inputs.registry import kind_of
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.storage.model_header import ModelDescription


MOST_NAMED = 12  # features in a sentence


def check_belongs(described: ModelDescription, dataset: Dataset, name: str) -> None:
    """See that a model takes such examples and knows as many classes.

    Args:
        described: The model.
        dataset: The examples.
        name: Of the data set, as a person knows it.

    Raises:
        DataError: If they do not belong together.
    """
    if dataset.image_shape != described.image_shape or len(dataset.classes) != len(described.classes):
        raise DataError(
            "The model does not fit the data “{name}”.",
            cause="It takes examples of shape {wanted} and knows {known} classes; these have shape {shape} and "
            "{classes} classes.",
            remedy="Choose the data it was trained on.",
            name=name,
            wanted=described.image_shape,
            known=len(described.classes),
            shape=dataset.image_shape,
            classes=len(dataset.classes),
        )
    if kind_of(described.image_shape).per_place and dataset.classes != described.classes:
        raise DataError(
            "The model does not fit the data “{name}”.",
            cause="Its alphabet is another one.",
            remedy="Choose the data it was trained on.",
            name=name,
        )
    theirs, ours = names_of(described.features), names_of(dataset.features)
    if theirs != ours:
        raise DataError(
            "The model does not fit the data “{name}”.",
            cause=Phrase(
                "It takes the features {wanted}, and these are {found}.",
                wanted=Phrase.listed(theirs, MOST_NAMED),
                found=Phrase.listed(ours, MOST_NAMED),
            ),
            remedy="Choose the data it was trained on.",
            name=name,
        )
