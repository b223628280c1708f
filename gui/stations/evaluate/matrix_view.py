"""The confusion matrix with what belongs to it: counts or shares, what is subtracted, the words on it, and saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.evaluation.comparison import compare
from gui.bench.run_picker import RunPicker
from gui.look.spoken import follow_language
from gui.look.text_size import sized
from gui.look.words import joined
from gui.stations.evaluate.compare_box import CompareBox
from gui.stations.evaluate.confusion_matrix import ConfusionMatrix
from gui.stations.evaluate.difference import Difference, difference_words
from gui.stations.evaluate.saving import matrix_table
from gui.widgets.fields.segments import Segments
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable, SaveButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.storage.runs.summary import RunSummary
    from gui.stations.evaluate.comparing import Comparing
    from gui.stations.evaluate.measuring_job import Measured

COMPARE_WIDTH = 260  # pixels, at most


class MatrixView(QWidget):
    """Shows who is taken for whom in one report, or less another.

    Args:
        comparing: What measures kept runs.
        title: Names a report in the list of those to compare with.
        parent: The widget it belongs to.

    Signals:
        cell_chosen: The images of a cell are to be shown (row, column).
    """

    cell_chosen = Signal(int, int)

    def __init__(
        self, comparing: Comparing, title: Callable[[Measured], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._comparing = comparing
        self._title = title
        self._measured: Measured | None = None
        self._reports: tuple[Measured, ...] = ()
        self._report: Measured | None = None  # the one of this session that is subtracted
        self._build_ui()
        self._connect()
        follow_language(self, self._show_choices)
        follow_language(self, self._show_matrix)

    def _build_ui(self) -> None:
        self.kind = Segments(lambda: self.tr("What the cells show"), self)
        self.kind.add("counts", lambda: self.tr("Counts"), lambda: self.tr("How many examples"))
        self.kind.add(
            "shares",
            lambda: self.tr("Shares"),
            lambda: self.tr("Which share of the examples of a class, in percent"),
        )
        self._other = CompareBox(self)
        self.save_button = SaveButton(self)
        sized(self._other.setMaximumWidth, COMPARE_WIDTH)
        head = row_of(self.kind, (self._other, 1000), STRETCH, self.save_button)
        self.matrix = ConfusionMatrix(self)
        self.difference = Difference(self)
        column_of(head, (self.matrix, 1), self.difference, on=self, margins=(0, 0, 6, 0), spacing=6)

    def _connect(self) -> None:
        comparing = self._comparing
        self.kind.chosen.connect(self._show_matrix)
        self._other.report_chosen.connect(self._on_other_report_chosen)
        self._other.run_chosen.connect(self._on_run_chosen)
        self._other.more_wanted.connect(self._on_other_more_wanted)
        self.difference.cancelled.connect(comparing.cancel)
        self.matrix.cell_chosen.connect(self.cell_chosen)
        comparing.changed.connect(self._on_comparing_changed)
        comparing.runs_changed.connect(self._show_choices)
        comparing.progressed.connect(self.difference.set_progress)

    def set_measured(self, measured: Measured, others: Sequence[Measured]) -> None:
        """Show a report.

        Args:
            measured: The report.
            others: Those of this session that it can be compared with.
        """
        self._measured = measured
        self._reports = tuple(item for item in others if item.report.classes == measured.of_classes.classes)
        if self._report is not None and self._report not in self._reports:
            self._report = None
        self.save_button.set_source(self._savable)
        self._show_choices()
        self._show_matrix()

    @Slot()
    def _show_choices(self) -> None:
        reports = [(self._title(item), item) for item in self._reports]
        comparing = self._comparing
        self._other.set_choices(reports, comparing.runs, comparing.choice or self._report)

    @Slot()
    def _show_matrix(self) -> None:
        measured, other = self._measured, self._subtracted()
        if measured is None:
            return
        report = measured.of_classes
        # Counts of unlike many images cannot be subtracted.
        is_alike = other is None or bool((other.of_classes.support == report.support).all())
        self.kind.button("counts").setEnabled(is_alike)
        is_share = self.kind.value == "shares" or not is_alike
        if is_share:
            self.kind.set_value("shares")
        if other is None:
            values = report.confusion_shares if is_share else report.confusion
            self.matrix.set_matrix(report.classes, report.confusion, values, is_share=is_share)
            self._show_waiting()
            return
        change = compare(other.of_classes, report)
        values = change.confusion_shares if is_share else change.confusion
        self.matrix.set_matrix(
            report.classes, report.confusion, values, is_share=is_share, is_difference=True
        )
        words = difference_words(change, self._this_words(), self._other_words())
        warnings = (
            self._learnt_words(self._other_words(), other),
            self._learnt_words(self._this_words(), measured),
        )
        self.difference.set_text(joined((words, *warnings)))

    def _learnt_words(self, name: str, measured: Measured) -> str:
        """Say so where one of the two has learnt from images that both were measured on."""
        learnt = measured.learnt
        if learnt.count:
            words = self.tr("Take care: {count} of these examples are among those that {model} learnt from.")
        elif not learnt.is_known:
            words = self.tr("Whether {model} learnt from some of these examples is not known.")
        else:
            return ""
        count = self.locale().toString(learnt.count)
        return words.replace("{count}", count).replace("{model}", name)

    def _subtracted(self) -> Measured | None:
        return self._comparing.other if self._comparing.choice is not None else self._report

    def _show_waiting(self) -> None:
        if self._comparing.choice is None:
            self.difference.set_text("")
            return
        words = self.tr("Measuring {other} on the same examples …").replace("{other}", self._other_words())
        self.difference.set_text(words, is_measuring=True)

    def _this_words(self) -> str:
        """Return what the report in sight is of."""
        if self._report is not None and self._comparing.choice is None:
            return self.tr("this report")
        name = self._comparing.name_at_hand
        return self.tr("“{name}”").replace("{name}", name) if name else self.tr("the model at hand")

    def _other_words(self) -> str:
        choice = self._comparing.choice
        if choice is None:
            return "" if self._report is None else self._title(self._report)
        words = self.tr("“{name}” (best weights)")
        if choice.which != "best":
            words = self.tr("“{name}” (final weights)")
        return words.replace("{name}", choice.name)

    def _savable(self) -> Savable:
        measured = self._measured
        assert measured is not None, "there is something to save"
        title, caption = self.tr("Confusion matrix"), self._title(measured)
        if self._subtracted() is not None:
            title = self.tr("Difference of confusion matrices")
            caption = self.tr("{this} less {other}").format(
                this=self._this_words(), other=self._other_words()
            )
        values = self.matrix.values
        if not self.matrix.is_share:
            values = values.astype(int)
        return Savable(title, Figure(caption, self.matrix), lambda: matrix_table(measured, values))

    # What is heard

    @Slot(object)
    def _on_other_report_chosen(self, report: Measured | None) -> None:
        self._report = report
        self._comparing.choose(None)
        self._show_matrix()

    @Slot(object)
    @Slot(object, str)
    def _on_run_chosen(self, run: RunSummary, which: str = "") -> None:
        self._report = None
        self._comparing.choose_run(run, which)

    @Slot()
    def _on_other_more_wanted(self) -> None:
        picker = RunPicker(
            self._comparing.runs,
            lambda: self.tr("Compare with a Run"),
            lambda: self.tr("Compare"),
            self.window(),
        )
        picker.run_chosen.connect(self._on_run_chosen)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    @Slot()
    def _on_comparing_changed(self) -> None:
        self._show_choices()
        self._show_matrix()
