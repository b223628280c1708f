"""Runs in a folder, written as training would leave them, for tests of what the window does with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from engine.config import load_preset

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from engine.errors import NetSketchError
    from gui.bench.run_catalogue import RunCatalogue
    from gui.widgets.notice_bar import Notice

STEPS = 4  # in an epoch


def write_run(
    folder: Path,
    *,
    epochs: int = 3,
    planned: int | None = None,
    reason: str | None = "completed",
    day: int = 1,
    accuracy: float = 0.9,
    validation: bool = True,
    label: dict[str, Any] | None = None,
    **changes: Any,
) -> Path:
    """Write the folder of a run of the article's preset.

    Args:
        folder: Where; its name is the run's id.
        epochs: Epochs done.
        planned: Epochs planned, as many as done if left out.
        reason: Why it ended, as in ``run.json``.
        day: Of January 2026, on which it was begun.
        accuracy: Best on the validation images.
        validation: Whether there were any.
        label: What the person says of it.
        changes: Settings by their paths, with ``__`` for the dot.
    """
    planned = epochs if planned is None else planned
    (folder / "snapshots").mkdir(parents=True)
    settings = {path.replace("__", "."): value for path, value in changes.items()}
    experiment = load_preset("article").with_(**{"training.epochs": planned, **settings})
    (folder / "experiment.json").write_text(experiment.model_dump_json(), encoding="utf-8")
    lines = history_lines(epochs, planned, accuracy, validation=validation)
    history = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / "history.jsonl").write_text(history, encoding="utf-8")
    header = {
        "format": 1, "id": folder.name, "created": f"2026-01-{day:02}T03:04:05+00:00", "preset": "article",
        "parent": None, "program_version": "0.1.0", "versions": {"torch": "2", "numpy": "2", "python": "3.11"},
        "device": "cpu", "threads": 1, "classes": [str(digit) for digit in range(10)], "image_shape": [1, 28, 28],
        "counts": {"train": 512, "validation": 57 if validation else 0, "test": 100}, "parameters": 55_050,
        "fingerprint": "",
        "progress": {
            "epoch": epochs, "epochs": planned, "step": STEPS * epochs, "steps_per_epoch": STEPS,
            "seconds": 0.5 * epochs, "best_epoch": epochs, "validation_accuracy": accuracy if validation else None,
            "validation_loss": 0.25 if validation else None, "reason": reason, "message": "",
            "history_bytes": len(history),
        },
        "results": {"test_accuracy": accuracy - 0.01, "test_loss": 0.5} if reason == "completed" else {},
    }  # fmt: skip
    (folder / "run.json").write_text(json.dumps(header), encoding="utf-8")
    (folder / "lock").touch()
    snapshots = [f"snapshots/step-{STEPS * epoch:08}" for epoch in range(epochs + 1)]
    for name in ("model", "best", *snapshots):
        (folder / f"{name}.safetensors").write_bytes(bytes(1000))
    if label is not None:
        (folder / "label.json").write_text(json.dumps(label), encoding="utf-8")
    return folder


def history_lines(
    epochs: int, planned: int, accuracy: float, *, validation: bool = True
) -> list[dict[str, Any]]:
    """Return what the history tells of so many epochs; the last one is the best."""
    told: list[dict[str, Any]] = [
        {"event": "started", "epochs": planned, "steps_per_epoch": STEPS, "train_count": 512, "validation_count": 57,
         "parameters": 55_050, "device": "cpu", "threads": 1, "first_step": 0}
    ]  # fmt: skip
    for epoch in range(1, epochs + 1):
        step, share = epoch * STEPS, accuracy * epoch / epochs
        told.append({"event": "steps", "first_step": step - STEPS + 1, "epoch": epoch, "seconds": epoch * 0.5,
                     "loss": [2 / epoch] * STEPS, "accuracy": [0.5] * STEPS, "learning_rate": 0.001})  # fmt: skip
        told.append({"event": "epoch", "epoch": epoch, "step": step, "train_loss": 2 / epoch, "train_accuracy": 0.5,
                     "validation_loss": 3 / epoch if validation else None,
                     "validation_accuracy": share if validation else None, "learning_rate": 0.001,
                     "seconds": epoch * 0.5, "best": True})  # fmt: skip
    return told


class Heard:
    """What a catalogue has told."""

    def __init__(self, catalogue: RunCatalogue) -> None:
        self.changes = 0
        self.errors: list[NetSketchError] = []
        self.notices: list[Notice] = []
        catalogue.changed.connect(self._on_changed)
        catalogue.failed.connect(lambda error, _details: self.errors.append(error))
        catalogue.notice_raised.connect(self.notices.append)

    def _on_changed(self) -> None:
        self.changes += 1


def settle(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    """Wait until a catalogue has done all that it was asked for."""
    qtbot.waitUntil(lambda: not catalogue.busy and not catalogue.files.busy, timeout=20_000)


def names(catalogue: RunCatalogue) -> list[str]:
    """Return what the runs are called, the newest first."""
    return [run.name for run in catalogue.summaries]
