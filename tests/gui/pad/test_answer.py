"""The large answer: names of any length beside their probability, which is never cut."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.pad.answer import Answer, ShownReading

PERCENT = "75\u00a0%"


@pytest.fixture
def answer(qtbot: QtBot) -> Answer:
    answer = Answer()
    qtbot.addWidget(answer)
    answer.resize(254, 36)
    answer.show()
    return answer


def test_a_short_name_is_large(answer: Answer) -> None:
    answer.show_readings([ShownReading("7", PERCENT)], 0)
    assert answer.text() == f"7 · {PERCENT}"
    assert answer.font().pixelSize() == 26
    assert answer.toolTip() == ""


def test_a_long_name_becomes_smaller_and_is_cut_last(answer: Answer) -> None:
    answer.show_readings(
        [ShownReading("Handwritten capital letter with a serif and a long tail", PERCENT)], 0
    )
    assert answer.text().endswith(f" · {PERCENT}")
    assert answer.text().startswith("Handwr")
    assert "…" in answer.text()
    assert answer.fontMetrics().horizontalAdvance(answer.text()) <= 254
    assert "a long tail" in answer.toolTip()
    answer.resize(900, 36)
    assert "long tail" in answer.text()
    assert answer.toolTip() == ""
    answer.say("Draw a digit", "muted")
    answer.resize(254, 36)
    assert answer.text() == "Draw a digit"


def test_what_asks_to_draw_is_no_bolder_after_an_answer(answer: Answer) -> None:
    answer.say("Draw a digit", "muted")
    assert not answer.font().bold()
    answer.show_readings([ShownReading("7", PERCENT)], 0)
    assert answer.font().bold()
    answer.say("Draw a digit", "muted")
    assert not answer.font().bold()
