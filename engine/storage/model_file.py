"""The model file: one ``.safetensors`` file with the weights, and in its header all that is needed to use them.

The header is ``model_header``'s; its ``checksum`` is the SHA-256 of the other entries and of every tensor. Nothing in
the file is ever executed, and nothing is believed before it is checked.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from engine.atomic import with_ending, write_bytes
from engine.errors import ModelError, ModelFileError
from engine.foreign_bytes import reading
from engine.goals.registry import CLASSES, GOALS
from engine.regular_file import open_regular
from engine.storage.foreign_text import NAME, writable
from engine.storage.model_header import (
    ModelDescription,
    damaged,
    read_description,
    read_header,
    read_metadata,
    to_metadata,
)
from engine.storage.tensor_file import checksum, unreadable
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import torch

    from engine.config import Experiment
    from engine.data.doubt.doubt import Doubt
    from engine.data.learnt import Learnt
    from engine.inputs.feature import Feature

SUFFIX = ".safetensors"
SLACK = 2**20  # bytes beside weights that a file may have: statistics of batch normalisation, alignment


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SavedModel(ModelDescription):
    """A model file read and checked.

    Attributes:
        state: The state dict, on the CPU; it fits the network of ``experiment`` and is finite.
    """

    state: dict[str, torch.Tensor]


def save(
    path: str | os.PathLike[str],
    *,
    experiment: Experiment,
    classes: tuple[str, ...],
    state: Mapping[str, torch.Tensor],
    image_shape: tuple[int, ...],
    results: Mapping[str, float] | None = None,
    learnt: Learnt | None = None,
    advice: Sequence[str] = (),
    features: Sequence[Feature] = (),
    goal: str = CLASSES.name,
    doubt: Doubt | None = None,
) -> None:
    """Write a model to the file ``path``, whole or not at all.

    Args:
        path: The file; it is replaced if it exists.
        experiment: The settings the model was made with.
        classes: The names of the classes.
        state: The model's state dict, on any device; it is not changed.
        image_shape: ``(C, H, W)`` of the images the model takes, of numbers ``(F,)``.
        results: What was measured with it; values that are not finite are left out.
        learnt: What it has learnt from, where that is known.
        advice: What to try with it, in sentences.
        features: What each number is that it takes; of images none.
        goal: What it gives for an example.
        doubt: What tells which drawings are none of its classes, where that is known.

    Raises:
        ModelFileError: If the state does not fit the experiment, or holds a weight that is not finite.
        FileWriteError: If the file cannot be written.
    """
    from safetensors.torch import save as to_bytes

    tensors = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in state.items()}
    classes = tuple(writable(name, NAME) for name in classes)
    description = ModelDescription(experiment, classes, image_shape, goal=goal)
    problem = _misfit(description, tensors)
    if problem:
        raise ModelFileError(
            "The model was not saved.",
            cause=problem,
            remedy="Train it again, with a lower learning rate if it diverged.",
        )
    metadata = to_metadata(
        experiment, classes, image_shape, results or {}, learnt, advice, features, goal, doubt
    )
    metadata["checksum"] = checksum(metadata, tensors)
    write_bytes(path, to_bytes(tensors, metadata=metadata))


def save_copy(path: str | os.PathLike[str], saved: SavedModel) -> None:
    """Write a model that was read, or made from one, to another file, whole or not at all.

    Raises:
        ModelFileError: If it holds a weight that is not finite.
        FileWriteError: If it cannot be written.
    """
    save(
        path,
        experiment=saved.experiment,
        classes=saved.classes,
        state=saved.state,
        image_shape=saved.image_shape,
        results=saved.results,
        learnt=saved.learnt,
        advice=saved.advice,
        features=saved.features,
        goal=saved.goal,
        doubt=saved.doubt,
    )


def load(path: str | os.PathLike[str]) -> SavedModel:
    """Read a model from the file ``path`` and check that it is whole and fits its own description.

    Raises:
        ModelFileError: If the file is missing, damaged, foreign, or of a newer program.
    """
    path = Path(path)
    with _opened(path) as file:
        header, data_size = read_header(path, file)
        metadata = read_metadata(path, header)
        description = read_description(path, metadata)
        _check_size(path, description, data_size)
        file.seek(0)
        state = _tensors(path, file.read())
    problem = _misfit(description, state)
    if not problem and metadata.get("checksum") != checksum(metadata, state):
        problem = Phrase("Its contents are not those that were saved.")
    if problem:
        raise damaged(path, problem)
    return SavedModel(
        description.experiment,
        description.classes,
        description.image_shape,
        description.results,
        description.program_version,
        description.created,
        description.learnt,
        description.advice,
        description.features,
        description.goal,
        description.doubt,
        state=state,
    )


def describe(path: str | os.PathLike[str]) -> ModelDescription:
    """Read what the header of a model file says, without its weights and without torch.

    Raises:
        ModelFileError: As ``load``, as far as the header tells.
    """
    path = Path(path)
    with _opened(path) as file:
        header, data_size = read_header(path, file)
        description = read_description(path, read_metadata(path, header))
        _check_size(path, description, data_size)
    return description


def with_suffix(path: str | os.PathLike[str]) -> Path:
    """Return ``path`` with the ending ``.safetensors``; as ``with_ending``."""
    return with_ending(Path(path), SUFFIX)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open the file for reading; what the system refuses becomes a sentence."""
    try:
        with open_regular(path) as file:
            yield file
    except OSError as error:
        raise unreadable(path, error, ModelFileError) from error


def _check_size(path: Path, description: ModelDescription, data_size: int) -> None:
    """See that as many weights can be there as the header describes, before any memory is taken for them."""
    from engine.models.size import parameter_count

    try:
        count = parameter_count(
            description.experiment.network, description.image_shape, len(description.classes)
        )
    except ModelError as error:
        raise damaged(
            path,
            Phrase("The network it describes cannot be built: {reason}", reason=error.cause or error.what),
        ) from error
    if not 4 * count <= data_size <= 8 * count + SLACK:
        raise damaged(path, Phrase("It does not hold the weights of the network it describes."))


def _tensors(path: Path, data: bytes) -> dict[str, torch.Tensor]:
    from safetensors.torch import load as from_bytes

    with reading(lambda _error: damaged(path, Phrase("Its weights cannot be read."))):
        return from_bytes(data)


def _misfit(description: ModelDescription, state: Mapping[str, torch.Tensor]) -> Phrase:
    """Say in a sentence how the state does not fit the described network; an empty one if it does."""
    from engine.models.build import build

    network, classes = description.experiment.network, len(description.classes)
    goal = GOALS[description.goal]
    expected = build(network, image_shape=description.image_shape, classes=classes, goal=goal).state_dict()
    missing, extra = sorted(expected.keys() - state.keys()), sorted(state.keys() - expected.keys())
    if missing or extra:
        named = Phrase.listed((missing or extra)[:3])
        if missing:
            return Phrase("Some weights of the network it describes are missing: {names}.", names=named)
        return Phrase("It holds weights that the network it describes does not have: {names}.", names=named)
    for name, wanted in expected.items():
        tensor = state[name]
        if tensor.shape != wanted.shape or tensor.dtype != wanted.dtype:
            return Phrase(
                "Its weights are not those of the network it describes: {name} has another form.", name=name
            )
        if tensor.is_floating_point() and not bool(tensor.isfinite().all()):
            return Phrase("Some of its weights are not finite numbers: {name}.", name=name)
    return Phrase("")
