"""Each preset through the window's own way, on each built-in data set: its finding in the end, and none other.

The sets are made small, and the runs are over in a second: what is found must not hang on how long one lasts. All that
a run told is gone through once more, event by event, as the engine does it: what is found on the way counts there, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.config import list_presets, load_preset
from engine.training.doctor.findings import Finding, FindingKind
from gui.workbench import Workbench
from tests.engine.training.doctor.followed import found_on_the_way

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


pytestmark = pytest.mark.slow

LONG = 120_000
QUICK = {"data.generated_count": 1600, "data.train_count": 1600, "training.batch_size": 16}
FEW = {
    "data.generated_count": 500,
    "data.train_count": 400,
    "training.batch_size": 16,
    "training.epochs": 2,
}
HARD = {"training.adversary_steps": 3, "training.adversary_strength": 0.1}
PRIVATE = {"data.train_count": 20_000, "training.epochs": 5}
BRIEF = {"data.text.count": 500, "training.batch_size": 32}
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
    (
        "no-hidden-layer",
        ("generated",),
        {"data.generated_count": 6000, "training.epochs": 14},
        {FOUND.PLATEAU},
    ),
    ("no-hidden-layer", ("mnist",), {}, {FOUND.PLATEAU}),
    ("first-try", ("generated",), {"data.generated_count": 2000, "training.batch_size": 16}, set()),
    ("article-example", ("article-example",), {}, set()),
    ("article", ("mnist",), {"data.train_count": 8_000, "training.batch_size": 64}, set()),
    ("moons", ("moons",), {}, set()),
    ("spiral", ("spiral",), {"training.epochs": 120}, set()),
    ("hills", ("hills",), {}, set()),
    ("wide", ("mnist",), {"data.train_count": 1500, "training.batch_size": 32, "training.epochs": 4}, set()),
    ("cnn", ("mnist",), FEW, set()),
    ("hardened", ("mnist",), FEW | HARD, set()),
    ("pen", ("both",), FEW, set()),
    ("lstm", ("mnist",), FEW, set()),
    ("transformer", ("mnist",), FEW, set()),
    ("hybrid", ("mnist",), FEW, set()),
    *((f"private-{epsilon}", ("mnist",), PRIVATE, set()) for epsilon in (1, 3, 8)),
    ("iris", ("iris",), {}, set()),
    ("breast-cancer", ("breast-cancer",), {}, set()),
    ("little-gpt-adds", ("adding",), {**BRIEF, "training.epochs": 4}, set()),
    ("little-gpt-reverses", ("reversing",), {**BRIEF, "training.epochs": 3}, set()),
    ("lstm-reverses", ("reversing",), {**BRIEF, "training.epochs": 4}, set()),
    (
        "little-lstm-writes",
        ("grammar-en",),
        {**BRIEF, "training.batch_size": 16, "training.epochs": 2},
        set(),
    ),
    ("no-positions", ("mnist",), {**FEW, "training.epochs": 3}, {FOUND.NO_POSITIONS}),
)  # the sets, and what makes a run quick
SURE = {"rate-too-high", "rate-too-low", "overfit", "no-hidden-layer", "first-try", "article", "wide"} | {
    "pen",
    "lstm",
    "transformer",
    "hybrid",
}  # nothing else is found on the way either; points and others seem to be stuck for a while
ADVICE: dict[str, dict[str, object]] = {
    "rate-too-high": {"training.learning_rate": 0.001},
    "rate-too-low": {"training.learning_rate": 0.001},
    "overfit": {"data.train_count": 0},
    "no-hidden-layer": {"network.hidden": (64, 64)},
}


@pytest.fixture(autouse=True)
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what follows a run: it takes longer than the training, and tells the doctor nothing."""
    for after in ("_measure", "_doubt"):
        monkeypatch.setattr(f"gui.bench.training_job.{after}", lambda *_told: None)


def trained(qtbot: QtBot, name: str, **changes: object) -> tuple[tuple[Finding, ...], list[Finding]]:
    """Train a preset as the window does.

    Returns:
        What the doctor says once all is over and looked at, and all that was ever found on the way there.
    """
    bench = Workbench(load_preset(name).with_(**changes))
    events: list[object] = []
    bench.training_event.connect(events.append)
    try:
        with qtbot.waitSignal(bench.run_finished, timeout=LONG):
            bench.start()
        last = bench.history.steps[-1]
        qtbot.waitUntil(lambda: last in bench.doctor.series.steps, timeout=LONG)
        if name not in SURE:
            return bench.doctor.findings, []
        assert bench.data is not None
        return bench.doctor.findings, found_on_the_way(bench.experiment, bench.data, events)
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
    found, on_the_way = trained(qtbot, name, **{"training.threads": 1, "data.dataset": dataset, **changes})

    assert {finding.kind for finding in found} == expected
    if name in SURE:
        assert {finding.kind for finding in on_the_way} == expected
    for finding in (*found, *on_the_way) if name in ADVICE else ():
        assert finding.changes == ADVICE[name]
        load_preset(name).with_(**finding.changes)
        assert any(letter.isdigit() for letter in finding.evidence)
