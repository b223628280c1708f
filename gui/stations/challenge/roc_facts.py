"""What is read from a ROC curve, in figures with how sure they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QWidget

from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, words_of
from gui.look.words import percent
from gui.widgets.layouts import column_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.challenge.roc import Roc
    from gui.look.spoken import Words


class RocFacts(QFrame):
    """Three figures of one attack.

    Args:
        name: Its object name.
        title: Of the attack.
        help_text: What it does, for the tooltip.
        parent: The widget it belongs to.
    """

    def __init__(self, name: str, title: Words, help_text: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name=name, card=True)
        self._help = help_text
        self._roc: Roc | None = None
        heading = dressed(WholeLabel(title, self), role="heading")
        self.area, self.best, self.few = (WholeLabel(self) for _ in range(3))
        column_of(heading, self.area, self.best, self.few, on=self, margins=(10, 6, 10, 8), spacing=2)
        follow_language(self, self._show)

    def show_roc(self, found: Roc) -> None:
        """Show figures."""
        self._roc = found
        self._show()

    def _show(self) -> None:
        self.setToolTip(plain(words_of(self._help)))
        found = self._roc
        if found is None:
            return
        self.area.setText(
            self.tr("AUC {area} ({low} to {high}); 0.5 is guessing").format(
                area=_decimals(found.auc),
                low=_decimals(found.interval.low),
                high=_decimals(found.interval.high),
            )
        )
        self.best.setText(
            self.tr("Best accuracy {share}; by chance up to {chance}").format(
                share=percent(found.accuracy, 1), chance=percent(found.by_chance, 1)
            )
        )
        low, high = found.found_interval
        self.few.setText(
            self.tr("Found at {alarms} false alarms: {share} ({low} to {high})").format(
                alarms=percent(0.01, 0),
                share=percent(found.found_few, 1),
                low=percent(low, 1),
                high=percent(high, 1),
            )
        )


def _decimals(number: float) -> str:
    return QLocale().toString(number, "f", 3)
