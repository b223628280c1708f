"""What is chosen for the curves: which attacks, on how many images, by how many steps, and beside which runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QToolButton, QWidget

from engine.attacks.registry import ATTACKS
from engine.challenge.curve import MOST_STEPS, STEPS
from gui.bench.run_menu import RunMenu
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.plain import caption, plain
from gui.look.spoken import follow_language
from gui.look.text_size import sized
from gui.look.words import labelled, listed, translate_engine
from gui.stations.challenge.curve_picture import attack_title, kinds
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fields.number_fields import IntField
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.bench.run_catalogue import RunCatalogue
    from gui.stations.challenge.curve_work import Doing, Entrant
    from gui.tasks.worker import Progress

COUNTS = (200, 1000, 5000)  # images; all of them besides
USUAL_COUNT = 1000
PER_MILLE = 1000
MOST_LETTERS = 24  # of a run's name on its button


class CurveControls(QFrame):
    """A row of choices, what is under way, and the runs beside the model.

    Args:
        catalogue: The kept runs.
        parent: The widget it belongs to.

    Signals:
        changed: Something else is chosen.
        measure_wanted: What is chosen is to be measured.
        cancel_wanted: What is under way is to stop.
        run_chosen: A kept run is to be shown beside (RunSummary, ``best`` or ``last``).
        run_dropped: A run is to be left out again (its entrant's key).
    """

    changed = Signal()
    measure_wanted = Signal()
    cancel_wanted = Signal()
    run_chosen = Signal(object, str)
    run_dropped = Signal(str)

    def __init__(self, catalogue: RunCatalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="curveControls", card=True)
        self._kinds = kinds()
        self._total = 0
        self._shown: list[Entrant] = []
        self._build_ui(catalogue)
        self._connect()
        follow_language(self, self._say_words)

    def _build_ui(self, catalogue: RunCatalogue) -> None:
        self.kind = dressed(ChoiceBox(self), name="curveKind", accessible=lambda: self.tr("Attacks"))
        for first in self._kinds:
            self.kind.addItem("", first)
        self.count = dressed(ChoiceBox(self), name="curveCount", accessible=lambda: self.tr("Test examples"))
        self.count.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.steps = dressed(
            IntField(low=1, high=MOST_STEPS, strict=True, parent=self),
            name="curveSteps",
            tip=lambda: self.tr("How many steps an attack takes that takes several; more make it harder"),
        )
        sized(self.steps.setMinimumWidth, 104)
        self.steps.set_raw(STEPS)
        self.measure = dressed(
            QPushButton(self),
            text=lambda: self.tr("Measure"),
            name="measureCurves",
            main=True,
            tip=lambda: self.tr(
                "Attack the images with every strength, and count which are still read right"
            ),
        )
        self.compare = dressed(
            QPushButton(self), text=lambda: self.tr("Compare with a kept run"), name="compareCurves"
        )
        self.menu = RunMenu(
            catalogue,
            lambda: self.tr("Compare with a Run"),
            lambda: self.tr("Compare"),
            self,
            with_present=False,
        )
        self.compare.setMenu(self.menu)
        self.cancel = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelCurves")
        self._refusal = dressed(Label(self, wordWrap=True), name="curveRefusal", role="problem")
        self._refusal.hide()
        on = QWidget(self)
        row_of(Label(lambda: self.tr("on"), self), self.count, on=on, spacing=8)
        self._flow = FlowBox(spacing=10, parent=self)
        for part in (self.kind, on, self.steps, self.measure, self.compare):
            self._flow.add(part)
        self._runs = FlowBox(spacing=6, parent=self)
        self._runs.hide()
        self._doing = dressed(Label(self, wordWrap=True), name="curveDoing", role="muted")
        self._progress = dressed(
            ProgressBar(self, textVisible=False), accessible=lambda: self.tr("Progress of measuring")
        )
        self._progress.setRange(0, PER_MILLE)
        self._under_way = QWidget(self)
        row_of((self._doing, 1), (self._progress, 1), self.cancel, on=self._under_way, spacing=10)
        self._under_way.hide()
        parts = (self._flow, self._runs, self._under_way, self._refusal)
        column_of(*parts, on=self, margins=(12, 8, 12, 8), spacing=6)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_choice_changed)
        self.count.currentIndexChanged.connect(self._on_choice_changed)
        self.steps.edited.connect(self.changed)
        self.steps.refused.connect(self._on_steps_refused)
        self.measure.clicked.connect(self.measure_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.menu.aboutToShow.connect(self.menu.fill)
        self.menu.run_chosen.connect(self.run_chosen)

    # What is chosen

    @property
    def attacks(self) -> tuple[str, ...]:
        """The attacks, by name."""
        return self._kinds[self.kind.currentData()]

    @property
    def limit(self) -> int:
        """How many images to attack at most; 0 for all."""
        return int(self.count.currentData() or 0)

    def set_total(self, total: int) -> None:
        """Offer parts of so many images; what was chosen stays chosen where there are as many."""
        if total == self._total:
            return
        before = self.limit if self._total else USUAL_COUNT
        self._total = total
        with QSignalBlocker(self.count):
            self.count.clear()
            for count in (*(count for count in COUNTS if count < total), 0):
                self.count.addItem("", count)
            place = self.count.findData(before)
            self.count.setCurrentIndex(place if place >= 0 else self.count.count() - 1)
        self._say_words()

    def _say_words(self) -> None:
        for place, names in enumerate(self._kinds.values()):
            self.kind.setItemText(place, listed(map(attack_title, names)))
        self.kind.setToolTip(plain(translate_engine(ATTACKS[self.attacks[0]].strength.help)))
        for place in range(self.count.count()):
            count = self.count.itemData(place)
            words = self.tr("{count} test images") if count else self.tr("all {count} test images")
            self.count.setItemText(place, words.format(count=QLocale().toString(count or self._total)))
        self.steps.set_words(unit=self.tr("steps"), one=self.tr("step"), zero="")
        self.steps.setAccessibleName(self.tr("Steps of an attack"))
        self.steps.setEnabled(any(ATTACKS[name].has_steps for name in self.attacks))

    # What is shown

    def show_runs(self, runs: Sequence[Entrant]) -> None:
        """Show the runs beside the model, each with a button to leave it out."""
        if list(runs) == self._shown:
            return
        self._shown = list(runs)
        while self._runs.parts:
            self._runs.remove_last()
        for run in runs:
            self._runs.add(self._button(run))
        self._runs.setVisible(bool(runs))

    def _button(self, run: Entrant) -> QToolButton:
        def words() -> str:
            return self.tr("Leave “{name}” out").format(name=run.name)

        button = dressed(QToolButton(self), name="dropCurve", tip=words, accessible=words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        short = run.name if len(run.name) <= MOST_LETTERS else f"{run.name[:MOST_LETTERS]}…"
        button.setText(caption(short))
        icons.set_icon(button, "remove", "text_muted")
        button.clicked.connect(partial(self._on_button_clicked, run.key))
        return button

    def show_state(self, *, can: bool, busy: bool, against: str) -> None:
        """Show what can be done.

        Args:
            can: Whether there is something to measure that is not known.
            busy: Whether something is being measured.
            against: Why no run can be shown beside; empty where one can.
        """
        if not busy and self.cancel.hasFocus():
            self.measure.setFocus()
        self.measure.setEnabled(can and not busy)
        self.compare.setEnabled(not against)
        words = self.tr("Show the curves of a kept run beside these, as of one that was hardened")
        self.compare.setToolTip(plain(against or words))
        self._under_way.setVisible(busy)
        if not busy:
            self._progress.setValue(0)
            self._doing.setText("")

    def show_doing(self, doing: Doing) -> None:
        """Say what is being measured."""
        name = doing.entrant.name or self.tr("Model at hand")
        self._doing.setText(labelled(name, attack_title(doing.attack)))

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self._progress.setValue(round(PER_MILLE * progress.share) if progress.share == progress.share else 0)

    # What is heard

    def _on_button_clicked(self, key: str, *_checked: bool) -> None:
        self.run_dropped.emit(key)

    @Slot()
    def _on_choice_changed(self) -> None:
        self._say_words()
        self.changed.emit()

    @Slot(str)
    def _on_steps_refused(self, why: str) -> None:
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
