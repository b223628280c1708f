"""The checkpoint of a run as a file: all that is needed to go on to the bit, and with which versions it was made."""

from __future__ import annotations

import math
import platform
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import RunError
from engine.foreign_bytes import reading
from engine.records import dataclass
from engine.storage import tensor_file
from engine.training.checkpoint import Checkpoint
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import torch


KIND = "netsketch-checkpoint"
NUMBERS = ("step", "epoch", "position", "steps_per_epoch", "best_epoch")
STATES = ("order_state", "dropout_state", "augmentation_state")
LATER_STATES = ("adversary_state",)  # what not every run has
DICTIONARIES = ("model", "optimizer", "best_model", "average")


@dataclass(frozen=True, slots=True, eq=False)
class SavedCheckpoint:
    """A checkpoint read from a file.

    Attributes:
        checkpoint: What ``train(…, resume=checkpoint)`` takes.
        about: What it was made with: ``device``, ``threads``, ``precision``, ``fingerprint`` of the data,
            and ``versions``.
    """

    checkpoint: Checkpoint
    about: dict[str, Any]


def versions() -> dict[str, str]:
    """Return the versions of what decides about the last bit of a number."""
    import torch

    return {"torch": torch.__version__, "numpy": np.__version__, "python": platform.python_version()}


def save(path: Path, checkpoint: Checkpoint, about: Mapping[str, Any]) -> None:
    """Write a checkpoint, whole or not at all.

    Args:
        path: The file; it is replaced if it exists.
        checkpoint: What to keep.
        about: What it was made with, as JSON can say it.

    Raises:
        FileWriteError: If it cannot be written.
    """
    import torch

    tensors = {name: getattr(checkpoint, name) for name in STATES}
    if checkpoint.noise_state is not None:
        tensors["noise_state"] = checkpoint.noise_state
    for name in LATER_STATES:
        if (state := getattr(checkpoint, name)) is not None:
            tensors[name] = state
    for prefix in DICTIONARIES:
        for name, tensor in (getattr(checkpoint, prefix) or {}).items():
            tensors[f"{prefix}/{name}"] = tensor
    tensors["epoch_losses"] = torch.from_numpy(checkpoint.epoch_losses)
    tensors["epoch_correct"] = torch.from_numpy(checkpoint.epoch_correct)
    entries: dict[str, Any] = {name: getattr(checkpoint, name) for name in NUMBERS}
    entries |= {
        "seconds": checkpoint.seconds,
        "learning_rate": checkpoint.learning_rate,
        "noise": checkpoint.noise,
        "step_limit": checkpoint.step_limit,
        "threads_to_come": checkpoint.threads_to_come,
        "averaged": checkpoint.averaged,
        "best_loss": checkpoint.best_loss if math.isfinite(checkpoint.best_loss) else None,
        "about": dict(about),
    }
    tensor_file.save(path, KIND, tensors, entries)


def load(path: Path) -> SavedCheckpoint:
    """Read a checkpoint and check that it is whole; whether it fits a run is found when it is resumed.

    Raises:
        RunError: If the file is missing, damaged, foreign, or of a newer program.
    """
    file = tensor_file.load(path, KIND)
    entries, tensors = file.entries, file.tensors

    def refusal(error: BaseException) -> RunError:
        del error
        return RunError(
            "“{path}” is damaged.",
            cause="Something that a checkpoint needs is missing in it.",
            remedy="Take another copy of it, or train anew.",
            path=path,
        )

    with reading(refusal):
        groups: dict[str, dict[str, torch.Tensor]] = {prefix: {} for prefix in DICTIONARIES}
        for name, tensor in tensors.items():
            prefix, _, rest = name.partition("/")
            if rest:
                groups[prefix][rest] = tensor
        best_loss = entries["best_loss"]
        fields: dict[str, Any] = {name: entries[name] for name in NUMBERS}
        fields |= {name: tensors[name] for name in STATES}
        fields |= {name: tensors.get(name) for name in LATER_STATES}
        checkpoint = Checkpoint(
            **fields,
            seconds=float(entries["seconds"]),
            learning_rate=float(entries["learning_rate"]),
            noise_state=tensors.get("noise_state"),  # earlier programs had none
            noise=float(entries.get("noise", 0.0)),
            step_limit=float(entries.get("step_limit", 0.0)),
            threads_to_come=tuple(map(tuple, entries.get("threads_to_come", ()))),
            model=groups["model"],
            optimizer=groups["optimizer"],
            best_model=groups["best_model"] or None,
            average=groups["average"] or None,
            averaged=int(entries.get("averaged", 0)),
            best_loss=math.inf if best_loss is None else float(best_loss),
            epoch_losses=tensors["epoch_losses"].numpy(),
            epoch_correct=tensors["epoch_correct"].numpy(),
        )
        about = dict(entries["about"])
        contradictions = checkpoint.contradictions
    if contradictions:
        raise RunError(
            "“{path}” is damaged.",
            cause="These of its entries cannot be so: {entries}.",
            remedy="Take another copy of it, or train anew.",
            path=path,
            entries=Phrase.listed(contradictions),
        )
    return SavedCheckpoint(checkpoint, about)
