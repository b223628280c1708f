"""Sweeps: what they are to do, and the journal of their trials."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docs.tools.fuzz import sound
from docs.tools.fuzz.kind import Files, Kind
from engine.errors import NetSketchError
from engine.foreign_bytes import json_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.sweep.library import SweepLibrary

ID = "sweep-1"
MADE = datetime(2026, 1, 1, tzinfo=UTC)


class SweepFolder(Kind):
    """A sweep of this machine beside one that nothing is wrong with."""

    name = "sweep"
    modules = ("engine.sweep.journal", "engine.sweep.plan", "engine.sweep.sweep")

    def make(self) -> Files:
        """Two trials that ended, one that was killed, and one that repeats it."""
        from engine.sweep.plan import SweepPlan
        from engine.sweep.ranges import Range

        plan = SweepPlan(
            sound.experiment(), (Range.parsed("training.learning_rate", "1e-4:1e-1:log"),), trials=5
        )
        header = {
            "format": 1, "name": "Rates", "created": MADE.isoformat(), "plan": json_of(plan.to_json()), "storage": "",
            "study": "",
        }  # fmt: skip
        files = {
            "sweep.json": sound.json_bytes(header),
            "state.json": sound.json_bytes({"stopped": False, "seconds": 12.5}),
            "journal.log": b"".join(map(sound.json_line, _journal())),
        }
        return {f"sweeps/{name}/{file}": content for name in (ID, "b-1") for file, content in files.items()}

    def targets(self, names: list[str]) -> list[str]:
        """Return the files of the first."""
        return [name for name in names if name.startswith(f"sweeps/{ID}/")]

    def read(self, folder: Path) -> bool:
        """List, open, describe, rename, delete and restore it; the other one is there all the time."""
        from engine.sweep.library import SweepLibrary

        library = SweepLibrary(folder / "sweeps")
        found = {item.id: item for item in library.sweeps()}
        assert "b-1" in found
        assert found["b-1"].best is not None
        told = [str(error) for _, error in library.unreadable]
        steps: tuple[Callable[[SweepLibrary], object], ...] = (
            lambda library: library.find(ID),
            lambda library: library.open(ID).trials(),
            lambda library: library.open(ID).best(),
            lambda library: library.open(ID).csv(),
            lambda library: library.open(ID).status(),
            lambda library: library.rename(ID, "Another"),
            lambda library: library.delete(ID),
            lambda library: library.restore(ID),
        )
        for step in steps:
            try:
                step(library)
            except NetSketchError as error:
                told.append(str(error))
        return not told


def _journal() -> list[dict[str, object]]:
    """Return what Optuna writes of four trials."""
    lines: list[dict[str, object]] = [
        {"op_code": 0, "worker_id": "w", "study_name": "sweep", "directions": [2]},
    ]
    for number, (state, accuracy) in enumerate(((1, 0.9), (3, None), (1, 0.95), (0, None))):
        attributes = {"values": {"training.learning_rate": 0.001 * (number + 1)}, "worker": "here-1~0"}
        lines.append(
            {"op_code": 4, "worker_id": "w", "study_id": 0, "datetime_start": MADE.isoformat(), "state": 0}
        )
        lines += [
            {"op_code": 8, "worker_id": "w", "trial_id": number, "user_attr": {name: value}}
            for name, value in attributes.items()
        ]
        if accuracy is not None:
            told = {"state": "done", "goal": accuracy, "accuracy": accuracy, "loss": 0.1, "seconds": 1.5}
            lines.append(
                {
                    "op_code": 8,
                    "worker_id": "w",
                    "trial_id": number,
                    "user_attr": {"told": told | {"epochs": 2}},
                }
            )
        if state:
            values = None if accuracy is None else [accuracy]
            lines.append(
                {"op_code": 6, "worker_id": "w", "trial_id": number, "state": state, "values": values}
            )
    return lines
