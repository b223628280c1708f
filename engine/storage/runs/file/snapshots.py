"""The weights of a run through time: one small file a snapshot, thinned out where they take too much room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.storage import tensor_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    import torch

KIND = "netsketch-snapshot"
FOLDER = "snapshots"
PREFIX, SUFFIX = "step-", ".safetensors"


@dataclass(frozen=True, slots=True, order=True)
class Snapshot:
    """One snapshot on disk.

    Attributes:
        step: Steps done when it was taken; 0 is the untrained network.
        path: Its file.
        size: Bytes of the file.
    """

    step: int
    path: Path
    size: int


def file_name(step: int) -> str:
    """Return the name of the file of the snapshot after ``step`` steps."""
    return f"{PREFIX}{step:08}{SUFFIX}"


def snapshots_in(run: Path) -> tuple[Snapshot, ...]:
    """Return the snapshots of the run in the folder ``run``, by step; none where they cannot be listed."""
    try:
        files = list((run / FOLDER).iterdir())
    except OSError:
        return ()
    found = []
    for path in files:
        digits = path.name.removeprefix(PREFIX).removesuffix(SUFFIX)
        if digits.isdecimal() and path.name == file_name(int(digits)):
            try:
                found.append(Snapshot(int(digits), path, path.stat().st_size))
            except OSError:
                continue  # thinned out at this moment
    return tuple(sorted(found))


def save(run: Path, step: int, epoch: int, state: Mapping[str, torch.Tensor]) -> int:
    """Write a snapshot of the run in the folder ``run``; returns the bytes it takes.

    Raises:
        FileWriteError: If it cannot be written.
        OSError: If the folder of snapshots cannot be made.
    """
    folder = run / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / file_name(step)
    tensor_file.save(path, KIND, state, {"step": step, "epoch": epoch})
    return path.stat().st_size


def load(path: Path) -> dict[str, torch.Tensor]:
    """Read the weights of a snapshot.

    Raises:
        RunError: If the file is missing or damaged.
    """
    return tensor_file.load(path, KIND).tensors


def superfluous(found: Sequence[Snapshot], excess: int, keep: Collection[int] = ()) -> tuple[Snapshot, ...]:
    """Return which snapshots to give up to save ``excess`` bytes, so that those left still tell the story.

    Every other one goes, the latest of them first, then every other one of the rest, and so on; the first and the last
    stay, and those in ``keep``.

    Args:
        found: All of them, by step.
        excess: Bytes to save.
        keep: Steps that must stay.
    """
    gone: list[Snapshot] = []
    left = list(found)
    while excess > 0:
        spared = [item for item in left[1:-1:2] if item.step not in keep]
        if not spared:  # those in between may be the ones that must stay
            spared = [item for item in left[1:-1] if item.step not in keep]
        if not spared:
            break
        for item in reversed(spared):
            if excess <= 0:
                break
            gone.append(item)
            excess -= item.size
        dropped = set(gone)
        left = [item for item in left if item not in dropped]
    return tuple(gone)
