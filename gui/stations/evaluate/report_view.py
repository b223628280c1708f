"""A report in full: the figures, the confusion matrix, and beside it mistakes, classes or calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.evaluation import compare
from gui.stations.evaluate.class_table import ClassTable
from gui.stations.evaluate.mistakes import Mistakes
from gui.stations.evaluate.summary import Summary
from gui.widgets.confusion_matrix import ConfusionMatrix
from gui.widgets.reliability_plot import ReliabilityPlot
from gui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.measuring_job import Measured
    from gui.mislabelled import Mislabelled


class ReportView(QWidget):
    """Shows one report, and its difference to another.

    Args:
        mislabelled: Where images are marked.
        title: Names a report in the list of those to compare with.
        parent: The widget it belongs to.
    """

    example_chosen = Signal(object)
    """An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8)."""

    def __init__(
        self, mislabelled: Mislabelled, title: Callable[[Measured], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._measured: Measured | None = None
        self._others: tuple[Measured, ...] = ()
        self._build_ui(mislabelled)
        self._connect()

    def _build_ui(self, mislabelled: Mislabelled) -> None:
        self.summary = Summary(self)
        self._kind = Segments(self.tr("What the cells show"), self)
        self._kind.add("counts", self.tr("Counts"), self.tr("How many images"))
        self._kind.add(
            "shares", self.tr("Shares"), self.tr("Which share of the images of a class, in percent")
        )
        self._other = QComboBox(self)
        self._other.setObjectName("compareWith")
        self._other.setAccessibleName(self.tr("Compare with"))
        self._other.setToolTip(self.tr("Show the difference to a report that was measured before"))
        self._other.setMinimumContentsLength(22)
        self._other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        head = QHBoxLayout()
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._other)
        self.matrix = ConfusionMatrix(self)
        self._difference = QLabel(self)
        self._difference.setObjectName("difference")
        self._difference.setWordWrap(True)
        self._difference.setProperty("role", "muted")
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.matrix, 1)
        column.addWidget(self._difference)
        self.view = Segments(self.tr("What is shown beside the matrix"), self)
        self.view.add("mistakes", self.tr("Mistakes"))
        self.view.add("classes", self.tr("Classes"))
        self.view.add("calibration", self.tr("Calibration"))
        self.mistakes = Mistakes(mislabelled, self)
        self.classes = ClassTable(self)
        self.reliability = ReliabilityPlot(self)
        self._side = QStackedWidget(self)
        for part in (self.mistakes, self.classes, self.reliability):
            self._side.addWidget(part)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._side, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setSizes([470, 470])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.summary)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self._kind.chosen.connect(self._on_choice_changed)
        self._other.activated.connect(self._on_choice_changed)
        self.matrix.cell_chosen.connect(self._on_matrix_cell_chosen)
        self.view.chosen.connect(self._on_view_chosen)
        self.mistakes.all_wanted.connect(self._on_mistakes_all_wanted)
        self.mistakes.example_chosen.connect(self.example_chosen)

    def set_measured(self, measured: Measured, others: Sequence[Measured]) -> None:
        """Show a report.

        Args:
            measured: The report.
            others: Those it can be compared with.
        """
        if measured is self._measured:
            return
        chosen = self._other.currentData()
        self._measured = measured
        self._others = tuple(item for item in others if item.report.classes == measured.report.classes)
        self._other.clear()
        self._other.addItem(self.tr("Compare with …"), None)
        for other in self._others:
            self._other.addItem(self._title(other), other)
        self._other.setCurrentIndex(max(0, self._other.findData(chosen) if chosen is not None else 0))
        self._other.setEnabled(bool(self._others))
        report = measured.report
        self.summary.set_report(report)
        self.mistakes.set_measured(measured)
        self.classes.set_report(report)
        bins = report.calibration()
        self.reliability.set_bins(bins.edges, bins.counts, bins.confidences, bins.accuracies)
        self._show_matrix()

    def _show_matrix(self) -> None:
        measured, other = self._measured, self._other.currentData()
        if measured is None:
            return
        report = measured.report
        # Counts of unlike many images cannot be subtracted.
        is_alike = other is None or bool((other.report.support == report.support).all())
        self._kind.button("counts").setEnabled(is_alike)
        is_share = self._kind.value == "shares" or not is_alike
        if is_share:
            self._kind.set_value("shares")
        self._difference.setVisible(other is not None)
        if other is None:
            values = report.confusion_shares if is_share else report.confusion
            self.matrix.set_matrix(report.classes, report.confusion, values, is_share=is_share)
            return
        change = compare(other.report, report)
        values = change.confusion_shares if is_share else change.confusion
        self.matrix.set_matrix(
            report.classes, report.confusion, values, is_share=is_share, is_difference=True
        )
        text = self.tr("Accuracy {gain} percentage points against {other}.").format(
            gain=_signed(100 * change.accuracy), other=self._title(other)
        )
        if change.mended is not None and change.broken is not None:
            text += " " + self.tr(
                "{mended} images are right now that were wrong, {broken} the other way."
            ).format(
                mended=QLocale().toString(len(change.mended)), broken=QLocale().toString(len(change.broken))
            )
        if change.significant is False:
            text += " " + self.tr("Chance alone could make such a difference.")
        self._difference.setText(text)

    @Slot()
    def _on_choice_changed(self) -> None:
        self._show_matrix()

    @Slot(int, int)
    def _on_matrix_cell_chosen(self, row: int, column: int) -> None:
        self.view.set_value("mistakes")
        self._side.setCurrentWidget(self.mistakes)
        self.mistakes.set_cell((row, column))

    @Slot()
    def _on_mistakes_all_wanted(self) -> None:
        self.matrix.set_cell(None)
        self.mistakes.set_cell(None)

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        pages = {"mistakes": self.mistakes, "classes": self.classes, "calibration": self.reliability}
        self._side.setCurrentWidget(pages[view])


def _signed(number: float) -> str:
    return ("+" if number > 0 else "") + QLocale().toString(number, "f", 2)
