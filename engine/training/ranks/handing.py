"""What the first process has prepared is given to all others: settings, images, a teacher's words, where to go on.

So no other machine needs the data, the teacher or the run. What travels is JSON and bare numbers, never code.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.inputs.feature import Feature
from engine.training.checkpoint import Checkpoint

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.training.ranks.ranks import Ranks

DICTIONARIES = ("model", "optimizer", "best_model", "average")


@dataclass(frozen=True, slots=True, eq=False)
class Handed:
    """What every process trains with.

    Attributes:
        experiment: The settings.
        data: The images; those to test with are with the first process alone.
        teacher: ``(N, classes)`` float32, what a teacher says of the training images; None without one.
        resume: Where to go on from; None where it begins.
    """

    experiment: Experiment
    data: Split
    teacher: NDArray[np.float32] | None = None
    resume: Checkpoint | None = None


def hand_out(ranks: Ranks, handed: Handed) -> None:
    """Give all other processes what they train with."""
    tensors: dict[str, Tensor] = {}
    for name, part in (("train", handed.data.train), ("validation", handed.data.validation)):
        tensors[f"{name}/images"] = torch.from_numpy(np.array(part.images, copy=True))
        tensors[f"{name}/labels"] = torch.from_numpy(np.array(part.labels, copy=True))
    if handed.teacher is not None:
        tensors["teacher"] = torch.from_numpy(handed.teacher)
    numbers: dict[str, Any] | None = None
    if handed.resume is not None:
        numbers, of_resume = _apart(handed.resume)
        tensors |= of_resume
    tensors = {name: tensor.contiguous() for name, tensor in tensors.items()}
    said = {
        "experiment": handed.experiment.model_dump(mode="json"),
        "classes": handed.data.classes,
        "name": handed.data.train.name,
        "features": [asdict(feature) for feature in handed.data.train.features],
        "resume": numbers,
        "tensors": [
            (name, str(tensor.dtype).removeprefix("torch."), tuple(tensor.shape))
            for name, tensor in tensors.items()
        ],
    }
    text = torch.frombuffer(bytearray(json.dumps(said).encode()), dtype=torch.uint8)
    ranks.hand(torch.tensor([len(text)]))
    ranks.hand(text)
    for tensor in tensors.values():
        if tensor.numel():
            ranks.hand(tensor)


def receive(ranks: Ranks) -> Handed:
    """Take what the first process hands out."""
    text = ranks.hand(torch.zeros(int(ranks.hand(torch.tensor([0]))), dtype=torch.uint8))
    said = json.loads(text.numpy().tobytes())
    tensors: dict[str, Tensor] = {}
    for name, kind, shape in said["tensors"]:
        tensors[name] = torch.zeros(shape, dtype=getattr(torch, kind))
        if tensors[name].numel():
            ranks.hand(tensors[name])
    parts = [
        Dataset(
            said["name"],
            tensors[f"{name}/images"].numpy(),
            tensors[f"{name}/labels"].numpy(),
            tuple(said["classes"]),
            features=tuple(Feature(**each) for each in said["features"]),
        )
        for name in ("train", "validation")
    ]
    teacher = tensors.get("teacher")
    return Handed(
        experiment=Experiment.model_validate(said["experiment"]),
        data=Split(parts[0], parts[1], parts[1].subset(slice(0, 0))),
        teacher=None if teacher is None else teacher.numpy(),
        resume=None if said["resume"] is None else _together(said["resume"], tensors),
    )


def _apart(checkpoint: Checkpoint) -> tuple[dict[str, Any], dict[str, Tensor]]:
    """Return the numbers and words of a checkpoint, and its tensors by name."""
    numbers: dict[str, Any] = {}
    tensors: dict[str, Tensor] = {}
    for field in fields(checkpoint):
        value = getattr(checkpoint, field.name)
        if isinstance(value, dict):
            tensors |= {f"{field.name}/{name}": tensor for name, tensor in value.items()}
        elif isinstance(value, torch.Tensor):
            tensors[f"resume/{field.name}"] = value
        elif isinstance(value, np.ndarray):
            tensors[f"resume/{field.name}"] = torch.from_numpy(value)
        elif value is not None and field.name != "threads_to_come":  # here each process has one thread
            is_open = isinstance(value, float) and not math.isfinite(value)
            numbers[field.name] = None if is_open else value
    return numbers, tensors


def _together(numbers: dict[str, Any], tensors: dict[str, Tensor]) -> Checkpoint:
    values: dict[str, Any] = {name: math.inf if value is None else value for name, value in numbers.items()}
    values |= {name: {} for name in DICTIONARIES}
    for name, tensor in tensors.items():
        place, _, rest = name.partition("/")
        if place in DICTIONARIES:
            values[place][rest] = tensor
        elif place == "resume":
            is_array = rest in ("epoch_losses", "epoch_correct")
            values[rest] = tensor.numpy() if is_array else tensor
    return Checkpoint(**values | {name: values[name] or None for name in ("best_model", "average")})
