"""How long a learning curve is thought about."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few draws tell how sure a learning curve is: each of its points asks for them anew."""
    monkeypatch.setattr("engine.evaluation.learning_curve.summary.DRAWS", 20)
