from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data.generated import generate


@pytest.fixture(scope="session")
def digits() -> NDArray[np.uint8]:
    return generate(40, seed=9)[0]
