"""What is said of attention: how a head looks, as the doctor of training says it, and one of a thing as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.config import Experiment
from engine.insight.attention import attention
from engine.layers.attention import EVEN
from engine.models.build import build
from gui.look import language
from gui.stations.understand.attention_words import formula, sharpness
from gui.stations.understand.neuron_words import more_terms
from gui.stations.understand.share_table import ShareTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from engine.insight.attention import Attention


def looked(hidden: str) -> Attention:
    network = Experiment().with_(**{"network.hidden": hidden}).network
    model = build(network, image_shape=(1, 28, 28), classes=10, seed=1).eval()
    (seen,) = attention(model, np.eye(28, dtype=np.uint8) * 255)
    return seen


def test_a_head_looks_at_all_alike_from_where_the_doctor_calls_it_uniform() -> None:
    assert "alike" in sharpness(EVEN, 15.8, 16)[0]
    below = sharpness(EVEN - 1e-6, 15.8, 16)[0]
    assert "even" not in below
    assert "alike" not in below
    assert "15.8 of 16" not in below  # decimals say nothing there
    assert "16 of 16" in below


@pytest.mark.parametrize(
    ("hidden", "size"), [("patches7x4,attention4,pool", 1), ("patches7x12,attention4,pool", 3)]
)
def test_one_number_is_one(qtbot: QtBot, hidden: str, size: int) -> None:
    seen = looked(hidden)
    found = seen.layers[0].head_sum(0, 5)
    table = ShareTable()
    qtbot.addWidget(table)
    table.set_sum(found, seen)
    assert ("the one number" in table.toolTip()) == (size == 1)
    assert "1 numbers" not in table.toolTip()
    assert ("1 more term)" in formula(found, seen)) == (size == 3)
    assert more_terms(2) == "2 more terms"


def test_the_table_of_shares_is_told_in_another_language_at_once(qtbot: QtBot) -> None:
    seen = looked("patches7x8,attention2,pool")
    table = ShareTable()
    qtbot.addWidget(table)
    table.set_sum(seen.layers[0].head_sum(1, 5), seen)
    english = table.toolTip(), table.accessibleDescription()
    try:
        assert language.speak("zh_Hans") == "zh_Hans"
        assert "第一个" in table.toolTip()
        assert "行" in table.accessibleDescription()
    finally:
        language.speak("en")
    assert (table.toolTip(), table.accessibleDescription()) == english
