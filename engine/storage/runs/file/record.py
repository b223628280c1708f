"""What ``run.json`` says: where a run comes from and how far it is, folded from the lines of its history."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from engine.training.events import FinishReason
from engine.version import program_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from engine.data.dataset import Split

FORMAT = 1
PAUSED, FAILED = "paused", "failed"  # beside the values of FinishReason, how a run may stand


def new_record(
    run_id: str, split: Split, *, preset: str, parent: tuple[str, int] | None, epochs: int
) -> dict[str, Any]:
    """Return the record of a run that has not begun.

    Args:
        run_id: Name of its folder.
        split: What it is trained on.
        preset: Name of the preset it begins from, or an empty string.
        parent: Id of the run it is branched from, and the step; None for none.
        epochs: Epochs planned.
    """
    return {
        "format": FORMAT,
        "id": run_id,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "preset": preset,
        "parent": {"run": parent[0], "step": parent[1]} if parent else None,
        "program_version": program_version(),
        "versions": {},
        "device": "",
        "threads": 0,
        "classes": list(split.classes),
        "image_shape": list(split.train.image_shape),
        "counts": {"train": len(split.train), "validation": len(split.validation), "test": len(split.test)},
        "parameters": 0,
        "fingerprint": "",
        "progress": new_progress(epochs),
        "results": {},
    }


def new_progress(epochs: int = 0) -> dict[str, Any]:
    """Return the progress of a run that has not begun."""
    return {
        "epoch": 0,
        "epochs": epochs,
        "step": 0,
        "steps_per_epoch": 0,
        "seconds": 0.0,
        "best_epoch": 0,
        "validation_accuracy": None,
        "validation_loss": None,
        "reason": None,
        "message": "",
        "history_bytes": 0,
    }


def standing(lines: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the lines of a history without the epochs that a later ``started`` takes back."""
    told: list[Mapping[str, Any]] = []
    for line in lines:
        if line["event"] == "started":
            told = [item for item in told if not _is_epoch_after(item, line.get("first_step"))]
        told.append(line)
    return told


def _is_epoch_after(line: Mapping[str, Any], step: object) -> bool:
    last = line.get("step")
    return line["event"] == "epoch" and isinstance(last, int) and isinstance(step, int) and last > step


def follow(progress: dict[str, Any], line: Mapping[str, Any]) -> None:
    """Take a line of the history into the progress.

    Raises:
        KeyError: If something is missing in the line; likewise TypeError and ValueError.
    """
    event = line["event"]
    if event == "started":
        progress |= {
            "epochs": line["epochs"],
            "steps_per_epoch": line["steps_per_epoch"],
            "reason": None,
            "message": "",
        }
        progress["step"] = line["first_step"]
        progress["epoch"] = line["first_step"] // max(1, line["steps_per_epoch"])
        if progress["best_epoch"] > progress["epoch"]:
            progress |= {"best_epoch": 0, "validation_accuracy": None, "validation_loss": None}
    elif event == "steps":
        progress |= {
            "step": line["first_step"] + len(line["loss"]) - 1,
            "seconds": line["seconds"],
            "reason": None,
        }
    elif event == "epoch":
        progress |= {"epoch": line["epoch"], "step": line["step"], "seconds": line["seconds"]}
        if line["best"]:
            progress |= {"best_epoch": line["epoch"], "validation_loss": line["validation_loss"]}
        accuracy = line["validation_accuracy"]
        if accuracy is not None:
            progress["validation_accuracy"] = max(accuracy, progress["validation_accuracy"] or 0.0)
    elif event == PAUSED:
        progress["reason"] = PAUSED
    elif event == "resumed":
        progress["reason"] = None
    elif event == FAILED:
        progress |= {"reason": FAILED, "message": line["message"]}
    elif event == "finished":
        suspended = line["reason"] == FinishReason.SUSPENDED.value
        progress |= {name: line[name] for name in ("step", "epoch", "seconds", "message")}
        progress["reason"] = PAUSED if suspended else line["reason"]
