"""Runs on disk as the program writes them, without having trained."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from engine.config import load_preset


def lines_of(
    epochs: int, *, steps: int = 4, first: int = 1, ended: str | None = "completed"
) -> list[dict[str, Any]]:
    """Return what a history tells of that many epochs of four steps each."""
    done = (first - 1) * steps
    told: list[dict[str, Any]] = [
        {"event": "started", "epochs": epochs, "steps_per_epoch": steps, "train_count": 512, "validation_count": 57,
         "parameters": 55_050, "device": "cpu", "threads": 1, "first_step": done, "time": "2026-01-02T03:04:05+00:00"}
    ]  # fmt: skip
    for epoch in range(first, epochs + 1):
        step = epoch * steps
        told.append({"event": "steps", "first_step": step - steps + 1, "epoch": epoch, "seconds": epoch * 0.5,
                     "loss": [2 / epoch] * steps, "accuracy": [0.5] * steps, "learning_rate": 0.001})  # fmt: skip
        told.append({"event": "epoch", "epoch": epoch, "step": step, "train_loss": 2 / epoch, "train_accuracy": 0.5,
                     "validation_loss": 3 / epoch, "validation_accuracy": 1 - 0.5 / epoch, "learning_rate": 0.001,
                     "seconds": epoch * 0.5, "best": True})  # fmt: skip
    if ended:
        told.append({"event": "finished", "reason": ended, "step": epochs * steps, "epoch": epochs,
                     "seconds": epochs * 0.5, "message": "", "best_epoch": epochs})  # fmt: skip
    return told


def text_of(lines: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def header_of(
    run_id: str, epochs: int = 3, reason: str | None = "completed", history_bytes: int = 0
) -> dict[str, Any]:
    """Return what run.json says of a run of that many epochs of four steps each."""
    return {
        "format": 1, "id": run_id, "created": "2026-01-02T03:04:05+00:00", "preset": "article", "parent": None,
        "program_version": "0.1.0", "versions": {"torch": "2.13.0", "numpy": "2.2.0", "python": "3.11.7"},
        "device": "cpu", "threads": 1, "classes": [str(digit) for digit in range(10)], "image_shape": [1, 28, 28],
        "counts": {"train": 512, "validation": 57, "test": 100}, "parameters": 55_050, "fingerprint": "5a" * 16,
        "progress": {
            "epoch": epochs, "epochs": epochs, "step": 4 * epochs, "steps_per_epoch": 4, "seconds": 0.5 * epochs,
            "best_epoch": epochs, "validation_accuracy": 0.9, "accuracy_epoch": epochs, "validation_loss": 0.25,
            "kept_epoch": 0, "reason": reason, "message": "",
            "history_bytes": history_bytes,
        },
        "results": {"test_accuracy": 0.875, "test_loss": 0.5} if reason == "completed" else {},
    }  # fmt: skip


def write_run(
    folder: Path,
    *,
    epochs: int = 3,
    reason: str | None = "completed",
    snapshots: int = 4,
    created: str = "",
    **changes: Any,
) -> Path:
    """Write the folder of a run without its weights; the keywords left are settings by their paths."""
    folder.mkdir(parents=True)
    experiment = load_preset("article").with_(**{"training.epochs": epochs, **changes})
    (folder / "experiment.json").write_text(experiment.model_dump_json(indent=2), encoding="utf-8")
    history = text_of(lines_of(epochs, ended=reason))
    (folder / "history.jsonl").write_bytes(history)
    header = header_of(folder.name, epochs, reason, len(history))
    header["created"] = created or header["created"]
    (folder / "run.json").write_text(json.dumps(header), encoding="utf-8")
    (folder / "lock").touch()
    (folder / "snapshots").mkdir()
    for number in range(snapshots):
        (folder / "snapshots" / f"step-{4 * number:08}.safetensors").write_bytes(bytes(1000))
    return folder
