"""Every kind of layer in every format: what was written answers as the model does, or a sentence says why not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.deploy.about import About
from engine.deploy.export_format import ExportFormat
from engine.deploy.registry import FORMATS
from tests.engine.deploy.networks import HIDDEN, SHAPE, answers_of, plain_named

ABOUT = About(tuple("0123456789"), SHAPE, "8", 0.98, 0.97)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("name", HIDDEN)
def test_every_kind(name: str, form: ExportFormat, digits: NDArray[np.uint8]) -> None:
    model, plain = plain_named(name)
    obstacle = form.obstacle(plain)
    if obstacle:
        assert obstacle.endswith(".")
        return

    content = form.written(plain, ABOUT)

    found = form.answers(content, digits)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, answers_of(model, digits), rtol=0, atol=1e-5)
    assert form.written(plain, ABOUT) == content  # the same each time
