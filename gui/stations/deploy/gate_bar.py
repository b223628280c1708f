"""Whether the model that leaves is good enough, and what leads on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from engine.evaluation.gate import Outcome
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language
from gui.look.style_sheet import repolish
from gui.look.words import joined, translate_engine
from gui.widgets.layouts import row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.deploy.about import About

BANNERS = {Outcome.PASSED: "success", Outcome.NOT_PASSED: "warning"}


class GateBar(QFrame):
    """The verdict, and a button that leads to Evaluate: to the advice, the pass mark or a measurement.

    Signals:
        evaluate_wanted: The model is to be looked at in Evaluate.
    """

    evaluate_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="gateBar", banner="info")
        self._about: About | None = None
        self._advice = ""
        self.words = dressed(WholeLabel(self), name="gateWords")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setMinimumWidth(1)
        self.button = dressed(QPushButton(self), name="gateButton")
        self.button.clicked.connect(self.evaluate_wanted)
        row_of((self.words, 1), self.button, on=self, margins=(4, 0, 0, 0), spacing=10)
        follow_language(self, self._show)

    def set_about(self, about: About | None, advice: str = "") -> None:
        """Say it of a model.

        Args:
            about: What is known of it; None while nothing is.
            advice: What to try where it does not pass; empty where no advice is at hand.
        """
        self._about, self._advice = about, advice
        self._show()

    def _show(self) -> None:
        about = self._about
        self.setVisible(about is not None)
        if about is None:
            for forget in (self.words.setText, self.button.setText, self.button.setToolTip):
                forget("")
            return
        verdict = about.verdict
        sentences = [translate_engine(about.sentence)]
        if verdict is Outcome.NOT_PASSED:
            sentences += [self.tr("It can be exported all the same; the verdict goes along."), self._advice]
            words, tip = self.tr("Back to the data"), self.tr("See in Evaluate what would make it better")
        elif about.test_accuracy is None:
            words, tip = (
                self.tr("Measure it"),
                self.tr("Let Evaluate measure how many test examples it reads"),
            )
        else:
            words, tip = self.tr("Look at the report"), self.tr("See in Evaluate where it errs")
            if verdict is None:
                words, tip = self.tr("Set a pass mark"), self.tr("Say in Evaluate how good is good enough")
        self.words.setText(joined(sentences))
        self.button.setText(words)
        self.button.setToolTip(plain(tip))
        banner = "info" if verdict is None else BANNERS[verdict]
        if self.property("banner") != banner:
            self.setProperty("banner", banner)
            repolish(self)
