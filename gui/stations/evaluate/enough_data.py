"""Are there enough data? The learning curve, what it costs, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.look.words import translate_engine
from gui.stations.evaluate.saving import curve_table
from gui.stations.evaluate.size_curve import SizeCurve
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable, SaveButton

if TYPE_CHECKING:
    from engine.evaluation.learning_curve import CurveProgress
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
        self._show()

    def _build_ui(self) -> None:
        words = QLabel(
            self.tr(
                "The same network is trained on a sixteenth, an eighth, a quarter, half and all of the training "
                "images, twice each. If the error still falls at the end, more images help; else another network may."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self._start = QPushButton(self.tr("Draw the curve"), self)
        self._start.setObjectName("drawCurve")
        self._start.setProperty("main", True)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("cancelCurve")
        self._progress = QProgressBar(self)
        self._progress.setRange(0, PER_MILLE)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._where = QLabel(self)
        self._where.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._start)
        row.addWidget(self._cancel)
        row.addWidget(self._progress, 1)
        row.addWidget(self._where)
        row.addStretch(0)
        self.save_button = SaveButton(self)
        row.addWidget(self.save_button)
        self.plot = SizeCurve(self)
        card = QFrame(self)
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 6, 8, 6)
        inside.addWidget(self.plot)
        self.verdict = QLabel(self)
        self.verdict.setObjectName("curveVerdict")
        self.verdict.setWordWrap(True)
        self.verdict.setProperty("banner", "info")
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(words)
        layout.addLayout(row)
        layout.addWidget(card, 1)
        layout.addWidget(self.verdict)

    def _connect(self) -> None:
        self._start.clicked.connect(self._curve.start)
        self._cancel.clicked.connect(self._curve.cancel)
        self._curve.changed.connect(self._on_curve_changed)
        self._curve.progressed.connect(self._on_curve_progressed)
        self._workbench.state_changed.connect(self._on_workbench_changed)
        self._workbench.data_changed.connect(self._on_workbench_changed)

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
        self.plot.set_points(runs, summary.sizes, summary.errors, summary.spreads, summary.train_errors)
        fit, doubled = summary.fit, summary.doubled
        if fit is not None:
            beyond = None if doubled is None else (doubled.size, doubled.error, doubled.low, doubled.high)
            self.plot.set_law(fit.error, beyond)
        self.verdict.setVisible(not curve.busy)
        sentences = [translate_engine(sentence) for sentence in summary.sentences]
        if not curve.is_finished:
            sentences.insert(0, self.tr("Cancelled before its end; so far:"))
        self.verdict.setText(" ".join(sentences))
        self.plot.setAccessibleDescription(self.verdict.text())

    def _savable(self) -> Savable:
        points, summary = self._curve.points, self._curve.summary
        assert summary is not None, "there is something to save"
        title = self.tr("Learning curve")
        return Savable(title, Figure(title, self.plot), lambda: curve_table(points, summary))

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
        self._start.setToolTip(reason)
        self.plot.set_empty_text(
            reason or self.tr("Press “Draw the curve”: the points appear here one by one")
        )
        for part in (self._cancel, self._progress, self._where):
            part.setVisible(busy)
        if not busy:
            self._progress.setValue(0)
            self._where.clear()

    @Slot()
    def _on_curve_changed(self) -> None:
        self._show()

    @Slot(object)
    def _on_curve_progressed(self, progress: CurveProgress) -> None:
        self._progress.setValue(round(PER_MILLE * progress.share))
        number = QLocale().toString
        self._where.setText(
            self.tr("training {run} of {runs}, with {size} images").format(
                run=number(progress.run + 1), runs=number(progress.runs), size=number(progress.size)
            )
        )

    @Slot()
    def _on_workbench_changed(self) -> None:
        self._show_buttons()
