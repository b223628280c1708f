"""How short lists name a run."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from gui.bench.run_picker import run_entry


def named(tested: float | None, validated: float | None) -> str:
    run: Any = SimpleNamespace(name="one", test_accuracy=tested, validation_accuracy=validated)
    return run_entry(run)


def test_a_share_of_the_validation_images_is_told_as_such() -> None:
    assert named(0.9615, 0.9582) == "one · 96.15\u00a0%"
    assert named(None, 0.9582) == "one · 95.82\u00a0% of the validation examples"
    assert named(None, None) == "one"
