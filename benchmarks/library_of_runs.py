"""How long the library of runs takes to list 2,000 runs: in a fresh process, again, and after one has changed.

The runs are written as the program writes them, with a history of ten epochs, 24 snapshots and model files; the
weights are holes in files, as nobody looks into them here. One run in fifty was killed, so that its history is read.
"Fresh" starts a process for each figure and counts from the first line of ours to the last run; the files are in the
system's memory, as the machine allows nothing else.

Run: python benchmarks/library_of_runs.py [--runs 2000] [--rounds 7]
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from _measure import ROOT, command_line, compiling_environment, machine, own_home, percentile, spread

EPOCHS, STEPS = 10, 422  # of the article's preset on the built-in digits
WEIGHTS = 220_000  # bytes of a model of it
FRESH = """
import sys, time
began = time.perf_counter()
from pathlib import Path
from engine.storage.runs.library import RunLibrary
imported = time.perf_counter()
runs = RunLibrary(Path(sys.argv[1])).summaries()
print(len(runs), imported - began, time.perf_counter() - imported)
"""


def write_runs(folder: Path, count: int) -> None:
    """Write a library of that many runs."""
    from engine.config import list_presets

    presets = [preset for preset in list_presets() if preset.name in ("first-try", "article", "wide", "cnn")]
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(count):
        preset = presets[number % len(presets)]
        rate = 0.001 * (1 + number % 7)
        run = folder / f"{preset.name}-{1 + number // len(presets)}"
        (run / "snapshots").mkdir(parents=True)
        experiment = preset.experiment.with_(**{"training.learning_rate": rate, "training.seed": number})
        (run / "experiment.json").write_text(experiment.model_dump_json(indent=2), encoding="utf-8")
        lines = history(rate)
        killed = number % 50 == 0
        known = lines[: len(lines) // 2] if killed else lines
        (run / "history.jsonl").write_text("".join(lines[:-1] if killed else lines), encoding="utf-8")
        (run / "run.json").write_text(
            json.dumps(
                header(run.name, preset.name, begun + timedelta(hours=number), known, killed), indent=1
            ),
            encoding="utf-8",
        )
        (run / "lock").touch()
        if number % 3 == 0:
            label = {"name": f"run {number}", "colour": number % 8, "baseline": number == 0}
            (run / "label.json").write_text(json.dumps(label), encoding="utf-8")
            (run / "notes.md").write_text("A try.\n", encoding="utf-8")
        for name in ("model", "best", "checkpoint"):
            hole(run / f"{name}.safetensors", WEIGHTS * (4 if name == "checkpoint" else 1))
        steps = [0, *(2**power for power in range(12)), *(STEPS * epoch for epoch in range(1, EPOCHS + 1))]
        for step in steps:
            hole(run / "snapshots" / f"step-{step:08}.safetensors", WEIGHTS)


def history(rate: float) -> list[str]:
    """Return the lines of a whole history."""
    lines: list[dict[str, object]] = [
        {"event": "started", "epochs": EPOCHS, "steps_per_epoch": STEPS, "train_count": 54_000,
         "validation_count": 6_000, "parameters": 55_050, "device": "cpu", "threads": 1, "first_step": 0}
    ]  # fmt: skip
    for step in range(1, EPOCHS * STEPS + 1, 20):
        numbers = [round(1 / (step + place), 7) for place in range(20)]
        lines.append({"event": "steps", "first_step": step, "epoch": 1 + step // STEPS, "seconds": step / 500,
                      "loss": numbers, "accuracy": numbers, "learning_rate": rate})  # fmt: skip
    lines += [
        {"event": "epoch", "epoch": epoch, "step": STEPS * epoch, "train_loss": 1 / epoch, "train_accuracy": 0.9,
         "validation_loss": 1 / epoch, "validation_accuracy": 0.9, "learning_rate": rate, "seconds": epoch,
         "best": True}
        for epoch in range(1, EPOCHS + 1)
    ]  # fmt: skip
    lines.append({"event": "finished", "reason": "completed", "step": STEPS * EPOCHS, "epoch": EPOCHS,
                  "seconds": 9.0, "message": "", "best_epoch": EPOCHS})  # fmt: skip
    return [json.dumps(line) + "\n" for line in lines]


def header(run_id: str, preset: str, created: datetime, known: list[str], killed: bool) -> dict[str, object]:
    """Return what run.json says."""
    progress = {
        "epoch": EPOCHS, "epochs": EPOCHS, "step": STEPS * EPOCHS, "steps_per_epoch": STEPS, "seconds": 9.0,
        "best_epoch": EPOCHS, "validation_accuracy": 0.97, "validation_loss": 0.1, "message": "",
        "reason": None if killed else "completed", "history_bytes": sum(map(len, known)),
    }  # fmt: skip
    return {
        "format": 1, "id": run_id, "created": created.isoformat(), "preset": preset, "parent": None,
        "program_version": "0.1.0", "versions": {"torch": "2.13.0", "numpy": "2.2.0", "python": "3.11.7"},
        "device": "cpu", "threads": 1, "classes": [str(digit) for digit in range(10)], "image_shape": [1, 28, 28],
        "counts": {"train": 54_000, "validation": 6_000, "test": 10_000}, "parameters": 55_050,
        "fingerprint": "5a" * 16, "progress": progress, "results": {"test_accuracy": 0.97, "test_loss": 0.1},
    }  # fmt: skip


def hole(path: Path, size: int) -> None:
    """Make a file of that size that takes no room."""
    with path.open("wb") as file:
        file.truncate(size)


def fresh(folder: Path) -> tuple[int, float, float]:
    """List the runs in a process of its own; return how many, and the seconds of importing and of listing."""
    command = [sys.executable, "-c", FRESH, str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=compiling_environment(), capture_output=True, text=True, check=True
    )
    count, importing, listing = done.stdout.split()
    return int(count), float(importing), float(listing)


def main() -> int:
    """Measure; the exit code says whether a fresh listing stays below a second."""
    parser = command_line(__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with own_home() as home:
        from engine.storage.runs.library import RunLibrary

        folder = home / "runs"
        write_runs(folder, options.runs)
        print(machine())
        cold, imports, again, changed, use = [], [], [], [], []
        fresh(folder)
        library = RunLibrary(folder)
        first = library.summaries()
        for number in range(options.rounds):
            count, importing, listing = fresh(folder)
            if count != options.runs or library.unreadable:
                raise RuntimeError(f"{count} of {options.runs} runs were listed; {library.unreadable[:1]}")
            cold.append(listing)
            imports.append(importing)
            again.append(seconds(library.summaries))
            library.rename(first[number].id, f"renamed {number}")
            changed.append(seconds(library.summaries))
            use.append(seconds(library.disk_use))
        print(f"{options.runs} runs, {library.disk_use() / 2**30:.1f} GiB as they would be")
        print(f"fresh process, importing:  {spread(imports)} s")
        print(f"fresh process, listing:    {spread(cold)} s")
        print(f"again, nothing changed:    {spread(again)} s")
        print(f"again, one run renamed:    {spread(changed)} s")
        print(f"their bytes on the disk:   {spread(use)} s")
    return 0 if percentile(cold, 0.5) < 1 else 1


def seconds(work: object) -> float:
    """Return how long a call takes."""
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
