"""How much room the runs take, and the two settings of keeping them: the room they may take, and safe points."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QWidget

from gui.bench.preferences import CHECKPOINT_SECONDS, RUNS_LIMIT_MB
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language
from gui.look.words import plain_number
from gui.stations.runs import run_words
from gui.widgets.fields.number_fields import FloatField, IntField
from gui.widgets.label import Label
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent

    from gui.bench.preferences import Preferences

MB_IN_GB = 1024
WIDTH = 340  # pixels


class KeepingPopup(QFrame):
    """Two fields and what they mean.

    Args:
        preferences: Which hold the values.
        parent: The widget it opens at.

    Signals:
        changed: One of the values is another.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        dressed(self, name="keepingPopup", card=True)
        self._preferences = preferences
        self._notes: dict[QObject, Label] = {}
        self._build_ui()
        follow_language(self, self._say_units)
        self._show_values()
        self._limit.edited.connect(self._on_limit_edited)
        self._seconds.edited.connect(self._on_seconds_edited)

    def _build_ui(self) -> None:
        least, most = RUNS_LIMIT_MB
        low, high = math.ceil(10 * least / MB_IN_GB) / 10, math.floor(most / MB_IN_GB)
        self._limit = FloatField(low=low, high=high, log=True, strict=True, parent=self)
        self._limit.setObjectName("runsLimit")
        low, high = CHECKPOINT_SECONDS
        self._seconds = IntField(low=low, high=high, strict=True, parent=self)
        self._seconds.setObjectName("checkpointSeconds")
        explanation = Label(
            lambda: self.tr(
                "Where runs take more room, old snapshots are thinned out, those of the oldest runs first; the best "
                "and the last weights always stay. At a safe point a run can be resumed even if the program is killed."
            ),
            self,
        )
        explanation.setWordWrap(True)
        explanation.setProperty("role", "muted")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        rows: tuple[tuple[Words, FloatField | IntField], ...] = (
            (lambda: self.tr("All runs take at most"), self._limit),
            (lambda: self.tr("A safe point every"), self._seconds),
        )
        for place, (words, field) in enumerate(rows):
            label = Label(words, self)
            label.setBuddy(field)
            note = dressed(Label(self, wordWrap=True), role="problem")
            note.hide()
            field.refused.connect(note.setText)
            field.refused.connect(self._on_field_refused)
            self._notes[field] = note
            grid.addWidget(label, 2 * place, 0)
            grid.addWidget(field, 2 * place, 1)
            grid.addWidget(note, 2 * place + 1, 0, 1, 2)
        column_of(grid, explanation, on=self, margins=(14, 12, 14, 12))
        self.setFixedWidth(WIDTH)

    def _say_units(self) -> None:
        self._limit.set_words(unit=self.tr("GB"), zero="")
        self._seconds.set_words(unit=self.tr("s"), zero="")

    def open_at(self, place: QPoint) -> None:
        """Show the values there are, below a place of the screen and to its left."""
        self._show_values()
        self.adjustSize()
        self.move(place - QPoint(self.width(), 0))
        self.show()
        self._limit.setFocus()

    def _show_values(self) -> None:
        self._limit.set_raw(round(self._preferences.runs_limit_mb / MB_IN_GB, 3))
        self._seconds.set_raw(self._preferences.checkpoint_seconds)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is typed when the popup goes; what cannot be taken was under a sign, or is seen at once."""
        for field in (self._limit, self._seconds):
            field.interpretText()
            field.take_back()
        super().hideEvent(event)

    @Slot(str)
    def _on_field_refused(self, words: str) -> None:
        field = self.sender()
        self._notes[field].setVisible(bool(words))
        self.adjustSize()

    @Slot(object)
    def _on_limit_edited(self, value: float) -> None:
        self._preferences.runs_limit_mb = round(value * MB_IN_GB)
        self._show_values()
        self.changed.emit()

    @Slot(object)
    def _on_seconds_edited(self, value: int) -> None:
        self._preferences.checkpoint_seconds = value
        self._show_values()
        self.changed.emit()


class KeepingButton(QToolButton):
    """Says how much room the runs take; a press opens the settings.

    Args:
        preferences: Which hold them.
        parent: The widget it belongs to.

    Signals:
        keeping_changed: One of the settings is another.
    """

    keeping_changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keepingButton")
        self._preferences = preferences
        self._use: int | None = None
        self._popup = KeepingPopup(preferences, self)
        self._popup.changed.connect(self._on_popup_changed)
        preferences.changed.connect(self._show)
        dressed(self, tip=lambda: self.tr("Room on the disk, and how often a run under way is made safe"))
        self.clicked.connect(self._on_clicked)
        follow_language(self, self._show)

    def set_use(self, use: int | None) -> None:
        """Say how many bytes the runs take; None while that is not known."""
        self._use = use
        self._show()

    @Slot()
    def _show(self) -> None:
        limit = plain_number(self._preferences.runs_limit_mb / MB_IN_GB)
        if self._use is None:
            text = self.tr("At most {limit} GB").format(limit=limit)
        else:
            use = run_words.bytes_text(self._use)
            text = self.tr("{use} of at most {limit} GB").format(use=use, limit=limit)
        self.setText(text)
        self.setAccessibleName(text)

    @Slot()
    def _on_clicked(self) -> None:
        self._popup.open_at(self.mapToGlobal(QPoint(self.width(), self.height() + 2)))

    @Slot()
    def _on_popup_changed(self) -> None:
        self._show()
        self.keeping_changed.emit()
