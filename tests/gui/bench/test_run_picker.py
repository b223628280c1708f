"""How short lists name a run."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from gui.bench.run_picker import run_entry


def named(test: float | None, validation: float | None, goal: str = "classes") -> str:
    data = SimpleNamespace(data=SimpleNamespace(dataset="hills"))
    run: Any = SimpleNamespace(
        name="one", test_accuracy=test, validation_accuracy=validation, goal=goal, experiment=data
    )
    return run_entry(run)


def test_a_share_of_the_validation_images_is_told_as_such() -> None:
    assert named(0.9615, 0.9582) == "one · 96.15\u00a0%"
    assert named(None, 0.9582) == "one · 95.82\u00a0% of the validation examples"
    assert named(None, None) == "one"


def test_what_is_no_share_of_examples_is_told_by_its_name() -> None:
    assert named(0.9615, 0.9582, "number") == "one · R² 96.15\u00a0%"
    assert named(None, 0.9582, "number") == "one · R² 95.82\u00a0% on the validation examples"
    assert named(None, None, "number") == "one"
