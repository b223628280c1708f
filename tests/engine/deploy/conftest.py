from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data.generated import generate
from tests.engine.deploy.networks import STRICT


@pytest.fixture(scope="session")
def digits() -> NDArray[np.uint8]:
    return generate(40, seed=9)[0]


@pytest.fixture(autouse=True)
def strict_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no warning of the compiler pass, whichever test lets it compile."""
    monkeypatch.setattr("engine.deploy.c.format.FLAGS", STRICT)


@pytest.fixture
def quick_compiler(strict_compiler: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let C be compiled in half the time; the same parts are, and nothing is left to warn of where it looks harder."""
    monkeypatch.setattr(
        "engine.deploy.c.format.FLAGS", tuple("-O0" if flag == "-O1" else flag for flag in STRICT)
    )
