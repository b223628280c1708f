"""What is chosen where schools train together: how many, who has what, how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QWidget

from engine.challenge.federated import MOST_EPOCHS, MOST_ROUNDS, Plan
from engine.challenge.schools import LEAST_SCHOOLS, MOST_SCHOOLS, Shares
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import translate_engine
from gui.widgets.fields.number_fields import IntField
from gui.widgets.fields.segments import Segments
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from gui.look.spoken import Words
    from gui.tasks.worker import Progress

PER_MILLE = 1000
MOST_IMAGES = 1_000_000


class SchoolsControls(QFrame):
    """The fields, and what starts and stops.

    Signals:
        start_wanted: The schools are to begin.
        stop_wanted: They are to stop.
    """

    start_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="schoolsControls", card=True)
        usual = Plan()
        self._labels: list[tuple[IntField, Words]] = []
        flow = FlowBox(spacing=12, parent=self)
        self.shares = Segments(lambda: self.tr("Who has which images"), self, wraps=True)
        self.shares.add(
            Shares.EQUAL,
            lambda: self.tr("Mixed"),
            lambda: self.tr("Each school has some images of every class"),
        )
        self.shares.add(
            Shares.TWO_CLASSES,
            lambda: self.tr("Two classes each"),
            lambda: self.tr("Each school has images of two classes alone, and has never seen the others"),
        )
        flow.add(self.shares)
        self.schools = self._field(flow, "schools", lambda: self.tr("Schools"), LEAST_SCHOOLS, MOST_SCHOOLS)
        self.rounds = self._field(flow, "rounds", lambda: self.tr("Rounds"), 1, MOST_ROUNDS)
        self.epochs = self._field(flow, "localEpochs", lambda: self.tr("Epochs in a round"), 1, MOST_EPOCHS)
        self.images = self._field(flow, "images", lambda: self.tr("Images of each school"), 0, MOST_IMAGES)
        for field, value in (
            (self.schools, usual.schools),
            (self.rounds, usual.rounds),
            (self.epochs, usual.local_epochs),
            (self.images, usual.images),
        ):
            field.set_raw(value)
        self.beside = dressed(
            QCheckBox(self),
            text=lambda: self.tr("Also alone and all together"),
            name="schoolsBeside",
            tip=lambda: self.tr(
                "Each school is trained alone as well, and a network that has all images; it takes three times as long"
            ),
        )
        self.beside.setChecked(True)
        self.start = dressed(
            QPushButton(self), text=lambda: self.tr("Let them learn"), name="startSchools", main=True
        )
        flow.add(self.beside)
        self._progress = dressed(
            ProgressBar(self, textVisible=False), accessible=lambda: self.tr("Progress of the schools")
        )
        self._progress.setRange(0, PER_MILLE)
        self._doing = dressed(Label(self), name="schoolsDoing", role="muted")
        self.stop = dressed(QPushButton(self), text=lambda: self.tr("Stop"), name="stopSchools")
        self._under_way = QWidget(self)
        row_of(self._doing, (self._progress, 1), self.stop, on=self._under_way, spacing=10)
        self._refusal = dressed(WholeLabel(self), name="schoolsRefusal", role="problem")
        self._refusal.hide()
        begin = row_of(self.start, (self._under_way, 1))
        begin.addStretch(0)
        column_of(flow, self._refusal, begin, on=self, margins=(12, 8, 12, 8), spacing=6)
        self.start.clicked.connect(self.start_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        follow_language(self, self._say_words)

    def _field(self, flow: FlowBox, name: str, title: Words, low: int, high: int) -> IntField:
        place = QWidget(self)
        field = dressed(IntField(low=low, high=high, strict=True, parent=place), name=f"schools_{name}")
        sized(field.setMinimumWidth, 84)
        row_of(Label(title, place), field, on=place, spacing=6)
        said(field.setAccessibleName, title)
        field.refused.connect(self.show_refusal)
        field.edited.connect(lambda _value: self.show_refusal(""))
        flow.add(place)
        return field

    def _say_words(self) -> None:
        self.images.set_words(unit="", zero=self.tr("all"))

    @property
    def plan(self) -> Plan:
        """What is chosen."""
        return Plan(
            schools=self.schools.value(),
            shares=Shares(self.shares.value),
            rounds=self.rounds.value(),
            local_epochs=self.epochs.value(),
            images=self.images.value(),
            beside=self.beside.isChecked(),
        )

    def show_refusal(self, words: Words) -> None:
        """Say why something cannot be; nothing where it can."""
        said(self._refusal.setText, words)
        self._refusal.setVisible(bool(words))

    def show_state(self, *, busy: bool, reason: str) -> None:
        """Say whether schools can begin.

        Args:
            busy: Whether they are at it.
            reason: Why they cannot, or nothing.
        """
        had_focus = self.stop if self.stop.hasFocus() else self.start if self.start.hasFocus() else None
        self._under_way.setVisible(busy)
        self.start.setVisible(not busy)
        self.start.setEnabled(not reason)
        if had_focus is not None:  # who stops and starts by keys stays there
            (self.stop if busy else self.start).setFocus()
        self.start.setToolTip(plain(reason))
        for part in (self.shares, self.schools, self.rounds, self.epochs, self.images, self.beside):
            part.setEnabled(not busy)
        if not busy:
            self._progress.setValue(0)
            said(self._doing.setText, "")

    def show_progress(self, progress: Progress) -> None:
        """Show how far they are."""
        is_known = progress.share == progress.share
        self._progress.setValue(round(PER_MILLE * progress.share) if is_known else 0)
        said(self._doing.setText, lambda: translate_engine(progress.text))
