"""Each preset through the window's own way, on each built-in data set: its finding in the end, and none other.

The sets are made small, and the runs are over in a second: what is found must not hang on how long one lasts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.config import list_presets, load_preset
from engine.training.doctor import FindingKind
from gui.workbench import Workbench

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.slow

LONG = 120_000
QUICK = {"data.generated_count": 3000, "data.train_count": 3000, "training.batch_size": 16}
FEW = {
    "data.generated_count": 1000,
    "data.train_count": 800,
    "training.batch_size": 32,
    "training.epochs": 2,
}
HARD = {"training.batch_size": 16, "training.adversary_steps": 3, "training.adversary_strength": 0.1}
PRIVATE = {"data.train_count": 20_000, "training.epochs": 5}
FOUND = FindingKind
CASES: tuple[tuple[str, tuple[str, ...], dict[str, object], set[FindingKind]], ...] = (
    ("rate-too-low", ("generated", "mnist", "both"), QUICK, {FOUND.RATE_TOO_LOW}),
    ("rate-too-high", ("generated", "mnist", "both"), QUICK, {FOUND.RATE_TOO_HIGH}),
    (
        "overfit",
        ("generated", "mnist"),
        {"data.generated_count": 600, "training.epochs": 14},
        {FOUND.OVERFITTING},
    ),
    ("no-hidden-layer", ("generated", "mnist"), {}, {FOUND.PLATEAU}),
    ("first-try", ("generated",), {"data.generated_count": 4000, "training.batch_size": 32}, set()),
    ("article-example", ("article-example",), {}, set()),
    ("article", ("mnist",), {"data.train_count": 20_000}, set()),
    ("moons", ("moons",), {}, set()),
    ("spiral", ("spiral",), {}, set()),
    ("hills", ("hills",), {}, set()),
    ("wide", ("mnist",), {"data.train_count": 3000, "training.batch_size": 32, "training.epochs": 4}, set()),
    ("cnn", ("mnist",), FEW, set()),
    ("hardened", ("mnist",), FEW | HARD, set()),
    ("pen", ("both",), FEW, set()),
    ("lstm", ("mnist",), FEW, set()),
    ("transformer", ("mnist",), FEW, set()),
    ("hybrid", ("mnist",), FEW, set()),
    *(
        (f"private-{epsilon}", ("mnist",), {"data.train_count": 20_000, "training.epochs": 5}, set())
        for epsilon in (1, 3, 8)
    ),
    ("iris", ("iris",), {}, set()),
    ("breast-cancer", ("breast-cancer",), {}, set()),
    ("little-gpt-adds", ("adding",), {"data.text.count": 1000, "training.batch_size": 64}, set()),
    ("little-gpt-reverses", ("reversing",), {"data.text.count": 1000}, set()),
    ("lstm-reverses", ("reversing",), {"data.text.count": 1200, "training.epochs": 4}, set()),
    ("little-lstm-writes", ("grammar-en",), {"data.text.count": 1000, "training.epochs": 2}, set()),
    ("no-positions", ("mnist",), {**FEW, "training.epochs": 3}, {FOUND.NO_POSITIONS}),
)  # the sets, and what makes a run quick


@pytest.fixture(autouse=True)
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what follows a run: it takes longer than the training, and tells the doctor nothing."""
    for after in ("_measure", "_doubt"):
        monkeypatch.setattr(f"gui.bench.training_job.{after}", lambda *_told: None)


def found_in_the_end(qtbot: QtBot, name: str, **changes: object) -> set[FindingKind]:
    """Train a preset as the window does, and return what the doctor says once all is over and looked at."""
    bench = Workbench(load_preset(name).with_(**changes))
    try:
        with qtbot.waitSignal(bench.run_finished, timeout=LONG):
            bench.start()
        last = bench.history.steps[-1]
        qtbot.waitUntil(lambda: last in bench.doctor.series.steps, timeout=LONG)
        return {finding.kind for finding in bench.doctor.findings}
    finally:
        bench.shutdown()


def test_no_preset_is_left_out() -> None:
    assert {name for name, *_ in CASES} == {preset.name for preset in list_presets()}


@pytest.mark.parametrize(
    ("name", "dataset", "changes", "expected"),
    [
        pytest.param(
            *(name, dataset, changes, expected),
            id=f"{name}-{dataset}",
            marks=pytest.mark.mnist if dataset in ("mnist", "both") else (),
        )
        for name, datasets, changes, expected in CASES
        for dataset in datasets
    ],
)
def test_each_preset_has_its_finding_and_none_other(
    qtbot: QtBot, name: str, dataset: str, changes: dict[str, object], expected: set[FindingKind]
) -> None:
    found = found_in_the_end(qtbot, name, **{"training.threads": 1, "data.dataset": dataset, **changes})

    assert found == expected
