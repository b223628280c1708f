"""The line of the gravest finding, also where it has little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton

from engine.training.doctor.findings import Finding, FindingKind
from engine.words import Phrase
from gui.stations.train.finding_strip import FindingStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WHAT = "Gradients vanish on their way back: the first layers hardly learn."


def unfolded(qtbot: QtBot, width: int) -> list[str]:
    """Return what is read under the line of a strip of this width."""
    strip = FindingStrip()
    qtbot.addWidget(strip)
    evidence, remedy = Phrase("A weight is told little."), Phrase("Use ReLU.")
    strip.set_findings([Finding(FindingKind.VANISHING_GRADIENTS, Phrase(WHAT), evidence, remedy)])
    strip.resize(width, 60)
    strip.show()
    strip.findChild(QToolButton, "findingMore").setChecked(True)
    return [label.text() for label in strip.findChild(QScrollArea).widget().findChildren(QLabel)]


def test_the_line_stands_in_full_in_as_many_rows_as_it_takes(qtbot: QtBot) -> None:
    assert unfolded(qtbot, 420) == unfolded(qtbot, 1200) == ["A weight is told little.", "Use ReLU."]
    heights = []
    for width in (1200, 290):
        strip = FindingStrip()
        qtbot.addWidget(strip)
        strip.set_findings([Finding(FindingKind.VANISHING_GRADIENTS, Phrase(WHAT), Phrase("E"), Phrase("R"))])
        strip.resize(width, 90)
        strip.show()
        line = strip.findChild(QLabel, "findingLine")
        qtbot.waitUntil(lambda line=line: line.height() >= line.heightForWidth(line.width()))
        heights.append(line.heightForWidth(line.width()))
    assert heights[1] > heights[0]


def test_words_alone_bring_no_empty_finding(qtbot: QtBot) -> None:
    strip = FindingStrip()
    qtbot.addWidget(strip)
    strip.set_findings(())
    strip.set_words("More images would help.")
    strip.show()
    assert strip.words.isVisible()
    assert not strip._frame.isVisible()
