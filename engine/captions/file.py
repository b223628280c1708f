"""The file of a caption model: tensors with a checked header (``storage/tensor_file``), and nothing to execute."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.atomic import with_ending
from engine.captions.model import CaptionModel
from engine.captions.plan import Plan
from engine.captions.words import FACETS
from engine.errors import RunError
from engine.foreign_bytes import reading
from engine.storage import tensor_file
from engine.words import Phrase

if TYPE_CHECKING:
    import os

KIND = "netsketch-captions"
SUFFIX = ".safetensors"
MOST_WEIGHT = 1e6  # with weights so large, sums of all layers are still numbers in float32
NOT_ITS_WEIGHTS = Phrase("It does not hold the weights of a caption model.")


def save(path: str | os.PathLike[str], model: CaptionModel, plan: Plan, step: int) -> Path:
    """Write a caption model, whole or not at all, and return the path with its ending.

    Args:
        path: The file; it is replaced if it exists.
        model: The model.
        plan: How it was trained.
        step: Steps it has done.

    Raises:
        FileWriteError: If it cannot be written.
    """
    target = with_ending(Path(path), SUFFIX)
    entries = {"words": _words(), "plan": plan.model_dump(), "step": step}
    tensor_file.save(target, KIND, model.state_dict(), entries)
    return target


def load(path: str | os.PathLike[str]) -> tuple[CaptionModel, Plan, int]:
    """Read a caption model and check that it is whole, knows the words of now, and holds numbers.

    Returns:
        The model, how it was trained, and how many steps it has done.

    Raises:
        RunError: If the file is missing, damaged, of another kind, or of a program that knows other words.
    """
    path = Path(path)
    found = tensor_file.load(path, KIND)
    if found.entries.get("words") != _words():
        raise RunError(
            "The captions in “{path}” are made of other words.",
            cause="It was written by another version of the program.",
            remedy="Train captions anew.",
            path=path,
        )
    with reading(lambda _error: _damaged(path)):
        plan = Plan.model_validate(found.entries.get("plan"))
    step = found.entries.get("step")
    if type(step) is not int or not 0 <= step <= plan.steps:
        raise _damaged(path)
    model = CaptionModel()
    wanted = model.state_dict()
    if wanted.keys() != found.tensors.keys() or any(
        tensor.shape != wanted[name].shape
        or tensor.dtype != wanted[name].dtype
        or not (tensor.abs() <= MOST_WEIGHT).all()  # nor nan
        for name, tensor in found.tensors.items()
    ):
        raise _damaged(path)
    model.load_state_dict(found.tensors)
    if not model.scale > 0:  # it is divided by
        raise _damaged(path)
    return model.eval(), plan, step


def _words() -> list[list[str]]:
    """Return what each number of a caption means, for a file: a program with other numbers cannot use the weights."""
    return [[concept.english[0] for concept in facet] for facet in FACETS]


def _damaged(path: Path) -> RunError:
    damaged: dict[str, Any] = {"path": path, "cause": NOT_ITS_WEIGHTS}
    return RunError("“{path}” is damaged.", remedy="Take another copy of it, or train anew.", **damaged)
