"""Are there enough data? The learning curve, what it costs, and what it says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.look.words import joined, translate_engine
from gui.stations.evaluate.saving import curve_table
from gui.stations.evaluate.size_curve import SizeCurve
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable, SaveButton

if TYPE_CHECKING:
    from engine.evaluation.learning_curve.events import CurveProgress
    from gui.stations.evaluate.learning_curve import CurveDrawing
    from gui.workbench import Workbench

PER_MILLE = 1000


class EnoughData(QWidget):
    """Draws the curve on demand.

    Args:
        workbench: Whose settings and data.
        curve: What draws it.
    """

    def __init__(self, workbench: Workbench, curve: CurveDrawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("enoughData")
        self._workbench = workbench
        self._curve = curve
        self._build_ui()
        self._connect()
        follow_language(self, self._show)
        self._show_teacher()

    def _build_ui(self) -> None:
        words = Label(
            lambda: self.tr(
                "The same network is trained on a sixteenth, an eighth, a quarter, half and all of the training "
                "examples, twice each. If the error still falls at the end, more examples help; else another network "
                "may."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self._start = dressed(QPushButton(self), name="drawCurve", main=True)
        self._cancel = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelCurve")
        self._progress = dressed(ProgressBar(self, textVisible=False), accessible=lambda: self.tr("Progress"))
        self._progress.setRange(0, PER_MILLE)
        self._where = dressed(Label(self), role="muted")
        row = row_of(self._start, self._cancel, (self._progress, 1), self._where, spacing=10)
        row.addStretch(0)
        self.save_button = SaveButton(self)
        row.addWidget(self.save_button)
        self.plot = SizeCurve(self)
        card = dressed(QFrame(self), card=True)
        column_of(self.plot, on=card, margins=(8, 6, 8, 6))
        self.verdict = dressed(Label(self, wordWrap=True), name="curveVerdict", banner="info")
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._teacher = Label(lambda: self.tr("Its teacher takes no part."), self)
        dressed(self._teacher, name="teacherOfCurve", role="muted")
        column_of(words, self._teacher, row, (card, 1), self.verdict, on=self, spacing=8)

    def _connect(self) -> None:
        self._start.clicked.connect(self._curve.start)
        self._cancel.clicked.connect(self._curve.cancel)
        self._curve.changed.connect(self._show)
        self._curve.progressed.connect(self._on_curve_progressed)
        self._workbench.counsel.changed.connect(self._show_verdict)
        self._workbench.state_changed.connect(self._show_buttons)
        self._workbench.data_changed.connect(self._show_buttons)
        self._workbench.experiment_changed.connect(self._show_teacher)

    @Slot()
    def _show(self) -> None:
        curve = self._curve
        self._show_buttons()
        summary = curve.summary
        self.save_button.set_source(None if summary is None else self._savable)
        sizes = curve.started.sizes if curve.started is not None else ()
        if summary is None:
            self.plot.clear(sizes)
            self.verdict.hide()
            return
        runs = [(point.size, point.error) for point in curve.points]
        self.plot.clear(sizes)
        self.plot.set_goal(curve.points[0].goal)
        self.plot.set_points(runs, summary.sizes, summary.errors, summary.spreads, summary.train_errors)
        fit, doubled = summary.fit, summary.doubled
        if fit is not None:
            beyond = None if doubled is None else (doubled.size, doubled.error, doubled.low, doubled.high)
            self.plot.set_law(fit.error, beyond)
        self._show_verdict()

    @Slot()
    def _show_verdict(self) -> None:
        curve, summary = self._curve, self._curve.summary
        if summary is None:
            return
        self.verdict.setVisible(not curve.busy)
        sentences = [translate_engine(sentence) for sentence in summary.sentences]
        if curve.is_of_model:  # the advice on it counts what else is known
            sentences[-1] = self._workbench.counsel.words
        if not curve.is_finished:
            sentences.insert(0, self.tr("Cancelled before its end; so far:"))
        self.verdict.setText(joined(sentences))
        self.plot.setAccessibleDescription(self.verdict.text())

    @Slot()
    def _show_teacher(self) -> None:
        self._teacher.setVisible(bool(self._workbench.experiment.training.teacher))

    def _savable(self) -> Savable:
        points, summary = self._curve.points, self._curve.summary
        assert summary is not None, "there is something to save"
        title = self.tr("Learning curve")
        return Savable(title, Figure(title, self.plot), lambda: curve_table(points, summary))

    @Slot()
    def _show_buttons(self) -> None:
        busy, running = self._curve.busy, self._workbench.running
        has_data = self._workbench.data is not None
        self._start.setVisible(not busy)
        self._start.setEnabled(not running and has_data)
        self._start.setText(self.tr("Draw it again") if self._curve.points else self.tr("Draw the curve"))
        reason = ""
        if running:
            reason = self.tr(
                "A training is under way; the curve would slow it down. Stop it or wait for its end."
            )
        elif not has_data:
            reason = self.tr("The data are not loaded yet.")
        self._start.setToolTip(plain(reason))
        self.plot.set_empty_text(
            reason or self.tr("Press “Draw the curve”: the points appear here one by one")
        )
        for part in (self._cancel, self._progress, self._where):
            part.setVisible(busy)
        if not busy:
            self._progress.setValue(0)
            said(self._where.setText, "")

    @Slot(object)
    def _on_curve_progressed(self, progress: CurveProgress) -> None:
        self._progress.setValue(round(PER_MILLE * progress.share))
        said(self._where.setText, partial(self._where_words, progress))

    def _where_words(self, progress: CurveProgress) -> str:
        number = QLocale().toString
        return self.tr("training {run} of {runs}, with {size} examples").format(
            run=number(progress.run + 1), runs=number(progress.runs), size=number(progress.size)
        )
