"""The row above a sweep: which one it is, how far it has come, and the buttons that begin, hold and end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QInputDialog,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from engine.sweep.sweep import STATUS_LABELS, SweepStatus
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.moments import short_moment
from gui.look.plain import caption, plain
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import listed, noted, translate_engine
from gui.stations.sweep.runner import Doing
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.sweep.library import SweepSummary

NEW = ""  # the entry of the chooser that sets one up
LETTERS, WIDEST = 24, 440  # letters that the chooser has room for at least, and its pixels at most
LONGEST = 60  # letters of a name in the chooser


class SweepHead(QFrame):
    """Chooses a sweep and steers it.

    Args:
        parent: The widget it belongs to.

    Signals:
        chosen: A sweep is to be looked at (its id), or one is to be set up (an empty string).
        go_wanted: The sweep is to go on.
        pause_wanted: It is to be held.
        stop_wanted: It is to end.
        again_wanted: Another is to be set up from what this one was made from.
        rename_wanted: It is to be called otherwise (its id, the name).
        delete_wanted: It is to be deleted (its id).
    """

    chosen = Signal(str)
    go_wanted = Signal()
    pause_wanted = Signal()
    stop_wanted = Signal()
    again_wanted = Signal()
    rename_wanted = Signal(str, str)
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweepHead")
        self._summaries: Sequence[SweepSummary] = ()
        self._shown = NEW
        self.box = dressed(ChoiceBox(self), name="sweepBox", accessible=lambda: self.tr("Sweep"))
        self.box.be_narrow(LETTERS)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sized(self.box.setMaximumWidth, WIDEST)
        self.go = self._button("goSweep", "play", lambda: self.tr("Go on"), self.go_wanted)
        self.pause = self._button("pauseSweep", "pause", lambda: self.tr("Pause"), self.pause_wanted)
        self.stop = self._button("stopSweep", "stop", lambda: self.tr("Stop"), self.stop_wanted)
        dressed(self.pause, tip=lambda: self.tr("Hold the trials where they are"))
        dressed(self.stop, tip=lambda: self.tr("End the trials under way, and keep what they have come to"))
        dressed(self.go, tip=lambda: self.tr("Go on with the trials that are left"))
        self.more = dressed(
            QToolButton(self, autoRaise=True), name="sweepMore", tip=lambda: self.tr("More on this sweep")
        )
        said(self.more.setAccessibleName, lambda: self.tr("More on this sweep"))
        icons.set_icon(self.more, "more", "text_muted")
        menu = QMenu(self)
        self.again = menu.addAction("", self.again_wanted.emit)
        self.rename = menu.addAction("", self._on_rename_triggered)
        self.delete = menu.addAction("", lambda: self.delete_wanted.emit(self._shown))
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        flow = FlowBox(spacing=8, parent=self)
        for part in (self.box, self.go, self.pause, self.stop, self.more):
            flow.add(part)
        self.bar = dressed(
            ProgressBar(self), name="sweepBar", accessible=lambda: self.tr("Trials that have ended")
        )
        self.bar.setTextVisible(False)
        sized(self.bar.setFixedHeight, 6)
        self.status = dressed(Label(self, wordWrap=True), name="sweepStatus")
        column_of(flow, self.bar, self.status, on=self, margins=(14, 10, 14, 2), spacing=6)
        self.box.activated.connect(self._on_box_activated)
        follow_language(self, self._say_words)

    def _button(self, name: str, icon: str, text: object, signal: object) -> QPushButton:
        button = dressed(QPushButton(self), name=name, text=text)  # type: ignore[arg-type]
        icons.set_icon(button, icon)
        button.clicked.connect(signal)
        return button

    def _say_words(self) -> None:
        self.again.setText(self.tr("Set up another like this"))
        self.rename.setText(self.tr("Rename …"))
        self.delete.setText(self.tr("Delete"))
        self._fill()

    def set_sweeps(self, summaries: Sequence[SweepSummary], shown: str) -> None:
        """Offer these sweeps, one of them in sight, or the setting up."""
        is_other = [*map(_entry, summaries), shown] != [*map(_entry, self._summaries), self._shown]
        self._summaries = tuple(summaries)
        if is_other and not (
            shown == self._shown and self.box.view().isVisible()
        ):  # it would close while it is open
            self._shown = shown
            self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(self.tr("New sweep"), NEW)
            for item in self._summaries:
                name = caption(item.name)[:LONGEST].replace("&&", "&")
                place = self.box.count()
                status = translate_engine(STATUS_LABELS[item.status])
                self.box.addItem(noted(name, listed((short_moment(item.created), status))), item.id)
                self.box.setItemData(place, plain(item.name), Qt.ItemDataRole.ToolTipRole)
            self.box.setCurrentIndex(max(0, self.box.findData(self._shown)))

    def show_state(self, status: SweepStatus | None, doing: Doing, text: str, share: float | None) -> None:
        """Show what can be done now.

        Args:
            status: Of the sweep that is looked at; None while one is set up.
            doing: What the crew of this window does with it.
            text: How far it has come, in words.
            share: Of the trials that have ended, 0 to 1; None where that is open.
        """
        is_here = doing is not Doing.NOTHING
        has_focus = next((button for button in (self.go, self.pause) if button.hasFocus()), None)
        self.go.setVisible(
            status is not None and doing is not Doing.RUNNING and status is not SweepStatus.DONE
        )
        self.go.setEnabled(doing is Doing.PAUSED or (not is_here and status is not SweepStatus.RUNNING))
        self.pause.setVisible(doing is Doing.RUNNING)
        self.stop.setVisible(is_here)
        self.stop.setEnabled(doing in (Doing.RUNNING, Doing.PAUSED))
        other = {self.go: self.pause, self.pause: self.go}.get(has_focus) if has_focus else None
        if has_focus is not None and other is not None and has_focus.isHidden() and not other.isHidden():
            other.setFocus()
        self.more.setVisible(status is not None)
        self.delete.setEnabled(not is_here and status is not SweepStatus.RUNNING)
        self.bar.setVisible(status is not None)
        self.bar.setRange(0, 1000 if share is not None else 0)
        if share is not None:
            self.bar.setValue(round(1000 * share))
        self.status.setText(text)
        self.status.setVisible(bool(text))

    @Slot(int)
    def _on_box_activated(self, place: int) -> None:
        self.chosen.emit(str(self.box.itemData(place)))

    @Slot()
    def _on_rename_triggered(self) -> None:
        item = next((item for item in self._summaries if item.id == self._shown), None)
        if item is None:
            return
        dialog = QInputDialog(self.window())
        dialog.setObjectName("renameSweep")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said(dialog.setWindowTitle, lambda: self.tr("Rename Sweep"))
        said(dialog.setLabelText, lambda: self.tr("Name:"))
        dialog.setTextValue(item.name)
        dialog.textValueSelected.connect(lambda name: self.rename_wanted.emit(item.id, name.strip()))
        dialog.open()


def _entry(item: SweepSummary) -> tuple[object, ...]:
    """Return what the chooser says of a sweep."""
    return item.id, item.name, item.created, item.status
