from __future__ import annotations

import json

import numpy as np
import pytest

from engine.data.doubt.directions import FORMER, features
from engine.data.doubt.doubt import Doubt
from tests.engine.data.doubt.conftest import HIDDEN, made

CLASSES = 3
IMAGES = np.random.default_rng(0).integers(0, 256, (6, 28, 28), dtype=np.uint8)


def test_above_one_is_beyond_the_limit() -> None:
    first = made()
    odds = first.odds(IMAGES)
    at = float(np.sort(odds)[2])
    limited = made(limit=at + 1e-4)

    np.testing.assert_array_equal(limited.doubts(IMAGES) > 1, odds > at)
    np.testing.assert_allclose(limited.doubts(IMAGES), np.exp(np.clip(odds - at, -20, 20)), rtol=1e-3)


def test_as_text_it_says_the_same() -> None:
    before = made()

    after = Doubt.of_text(before.to_text(), CLASSES)

    assert after is not None
    assert after.classes == CLASSES
    assert (after.limit, after.refused) == (before.limit, before.refused)
    np.testing.assert_array_equal(after.odds(IMAGES), before.odds(IMAGES))


def test_one_of_an_earlier_program_answers_as_it_did() -> None:
    random = np.random.default_rng(1)
    inner = random.integers(-127, 128, (FORMER, HIDDEN)).astype(np.int8)

    before = Doubt.of_text(made(inner=inner).to_text(), CLASSES)

    assert before is not None
    hidden = np.maximum(features(IMAGES, FORMER) @ (inner * before.inner_steps) + before.inner_bias, 0)
    found = hidden @ (before.outer * before.outer_steps) + before.outer_bias
    wanted = found[:, -1] - np.log(np.exp(found[:, :-1]).sum(axis=1))
    np.testing.assert_allclose(before.odds(IMAGES), wanted, rtol=1e-3)
    assert Doubt.of_text(made(inner=inner[:-1]).to_text(), CLASSES) is None, (
        "no description has so many numbers"
    )


def test_what_cannot_be_read_claims_nothing() -> None:
    text = made().to_text()
    found = json.loads(text)
    broken = [
        *("", "[]", "null", "{", text[:-9]),
        *(json.dumps({key: value for key, value in found.items() if key != name}) for name in found),
        *(json.dumps(found | {name: None}) for name in found),
        json.dumps(found | {"inner": found["inner"][:-5]}),
        json.dumps(found | {"inner": "\u00e9" * 20}),
        json.dumps(found | {"limit": 1e300}),
        json.dumps(found | {"limit": 10**400}),
        json.dumps(found | {"inner_bias": [-(10**400)] * len(found["inner_bias"])}),
        json.dumps(found | {"refused": 2}),
        json.dumps(found | {"outer_bias": found["outer_bias"][:-1]}),
        json.dumps(found | {"inner_bias": [], "inner_steps": [], "inner": "", "outer": ""}),
        text.replace("0.25", "NaN"),
        text + " " * 2**20,
    ]

    assert [each[:60] for each in broken if Doubt.of_text(each, CLASSES) is not None] == []


@pytest.mark.parametrize("classes", [CLASSES - 1, CLASSES + 1])
def test_of_other_classes_it_knows_nothing(classes: int) -> None:
    assert Doubt.of_text(made().to_text(), classes) is None
