"""Attention over characters: who looks at whom in each head, by mouse and keys, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.stations.understand.character_attention import CharacterAttention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TEXT = "12+3=5"
LAYERS = ("hidden_2", "hidden_3")


def weights(seed: int) -> np.ndarray:
    found = np.tril(np.random.default_rng(seed).random((2, len(TEXT), len(TEXT)))).astype(np.float32)
    found /= found.sum(axis=2, keepdims=True)
    return found


LOOKS = (weights(1), weights(2))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CharacterAttention]:
    made = CharacterAttention()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_attention(TEXT, LAYERS, LOOKS, [("5", 0.9)] * len(TEXT))
    made.show()
    yield made
    made.close()


def test_it_begins_where_the_answer_is_decided_and_says_so(view: CharacterAttention) -> None:
    assert view.character == TEXT.index("=")
    most = int(LOOKS[0][0, 4].argmax())
    assert f"“{TEXT[most]}” in place {most + 1}" in view.words()
    assert "“5” likeliest: 90" in view.words()
    assert view.sentence.text() == view.words()
    view.grab()


def test_keys_go_from_character_to_character_and_from_head_to_head(view: CharacterAttention) -> None:
    for picture in (view.rows, view.table):
        picture.setFocus()
        QTest.keyClick(picture, Qt.Key.Key_Home)
        assert view.character == 0
        QTest.keyClick(picture, Qt.Key.Key_Right)
        assert view.character == 1
        QTest.keyClick(picture, Qt.Key.Key_Left)
        QTest.keyClick(picture, Qt.Key.Key_Left)
        assert view.character == 0
    for place in [(0, 1), (1, 0), (1, 1), (1, 1)]:
        QTest.keyClick(view.rows, Qt.Key.Key_Down)
        assert (view.layer, view.head) == place
    assert view.chooser.currentText() == "Layer 3, head 2"


def test_a_click_chooses_head_and_character(view: CharacterAttention) -> None:
    QTest.mouseClick(view.rows, Qt.MouseButton.LeftButton, pos=view.rows.cell(2, 3).center().toPoint())
    assert (view.layer, view.head, view.character) == (1, 0, 3)
    QTest.mouseClick(view.table, Qt.MouseButton.LeftButton, pos=view.table.cell(5, 1).center().toPoint())
    assert view.character == 5
    assert view.rows.tip_at(view.rows.cell(0, 2).center().toPoint()).startswith("“+” in place 3")
    assert "still to come" in view.table.tip_at(view.table.cell(1, 4).center().toPoint())


def test_another_text_keeps_the_head_and_every_share_is_saved(view: CharacterAttention) -> None:
    view.chooser.setCurrentIndex(3)
    view.chooser.activated.emit(3)
    view.set_attention("12", LAYERS, [each[:, :2, :2] for each in LOOKS], [])
    assert (view.layer, view.head, view.character) == (1, 1, 1)
    header, rows = view.saved()
    assert len(header) == len(rows[0]) == 7
    assert len(rows) == 2 * 2 * 3  # layers, heads, pairs
    view.grab()
