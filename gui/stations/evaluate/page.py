"""The Evaluate station: what is measured, the report on it, and whether the data were enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from engine.data import datasets
from engine.evaluation.characters_report import CharactersReport
from engine.evaluation.number_report import NumberReport
from engine.goals.registry import CLASSES
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import percent, translate_engine
from gui.stations.evaluate.enough_data import EnoughData
from gui.stations.evaluate.measuring import PARTS
from gui.stations.evaluate.measuring_job import Measured, Target
from gui.stations.evaluate.number_view import NumberView
from gui.stations.evaluate.report_view import ReportView
from gui.stations.evaluate.text_view import TextView
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.empty_page import EmptyPage
from gui.widgets.fields.segments import Segments
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.pages import turn_to
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.remembered_layout import HasLayout
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QSplitter

    from gui.stations.evaluate.comparing import Comparing
    from gui.stations.evaluate.learning_curve import CurveDrawing
    from gui.stations.evaluate.measuring import Measuring
    from gui.stations.evaluate.mislabelled import Mislabelled
    from gui.stations.evaluate.summary import Summary
    from gui.tasks.worker import Progress
    from gui.workbench import Workbench

PER_MILLE = 1000
LENGTH = 11  # letters of what is chosen that a box has room for at least


class EvaluatePage(HasLayout, QWidget):
    """How good the model is, where it errs, and whether the data were enough.

    Args:
        workbench: Whose model and data.
        measuring: What measures.
        comparing: What measures kept runs to compare with.
        curve: What draws learning curves.
        mislabelled: Where images are marked.

    Signals:
        station_wanted: Another station is to be shown (its name).
        example_chosen: An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8).
    """

    station_wanted = Signal(str)
    example_chosen = Signal(object)

    def __init__(
        self,
        workbench: Workbench,
        measuring: Measuring,
        comparing: Comparing,
        curve: CurveDrawing,
        mislabelled: Mislabelled,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("evaluateStation")
        self._workbench = workbench
        self._measuring = measuring
        self._comparing = comparing
        self._build_ui(curve, mislabelled)
        self._connect()
        follow_language(self, self._say_choices)
        follow_language(self, self._show_choices)
        follow_language(self, self._show)

    def _build_ui(self, curve: CurveDrawing, mislabelled: Mislabelled) -> None:
        self.view = Segments(lambda: self.tr("What is asked"), self)
        self.view.add(
            "report", lambda: self.tr("Report"), lambda: self.tr("How good the model is, and where it errs")
        )
        self.view.add(
            "data", lambda: self.tr("Enough data?"), lambda: self.tr("What more examples would bring")
        )
        self._images = dressed(ChoiceBox(self), name="measuredImages")
        said(self._images.setAccessibleName, lambda: self.tr("Examples to measure on"))
        self._weights = dressed(ChoiceBox(self), name="measuredWeights")
        said(self._weights.setAccessibleName, lambda: self.tr("Weights to measure"))
        for is_best in (False, True):
            self._weights.addItem("", is_best)
        self._measure = dressed(QPushButton(self), text=lambda: self.tr("Measure"), name="measureButton")
        sized(self._measure.setMinimumWidth, 92)
        for box in (self._images, self._weights):
            box.be_narrow(LENGTH)
        self._of = dressed(ShortLabel(self), name="measuredOf", role="muted")
        self._of.setMinimumWidth(40)
        _keep_room(self._of)
        choices = FlowBox(spacing=8, parent=self)
        for choice in (self._images, self._weights, self._measure):
            choices.add(choice)
        top = FlowBox(spacing=8, parent=self, last_at_end=True)  # a small screen takes two rows
        for part in (self.view, self._of, choices):
            top.add(part)
        self._progress = ProgressBar(self, textVisible=False)
        self._progress.setRange(0, PER_MILLE)
        self._progress.setFixedHeight(3)
        said(self._progress.setAccessibleName, lambda: self.tr("Progress of measuring"))
        _keep_room(self._progress)
        self.report = ReportView(self._comparing, mislabelled, self._title_of, self)
        self.number = NumberView(self)
        self.texts = TextView(self)
        self._empty = EmptyPage(
            "evaluate",
            lambda: self.tr("No model yet"),
            lambda: self.tr(
                "Train a network or open a model, and it is measured here: how many examples it reads right, which it "
                "takes for which, and whether it passes."
            ),
            self,
        )
        self._waiting = dressed(
            Label(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter), role="muted"
        )
        self.enough = EnoughData(self._workbench, curve, self)
        self._pages = QStackedWidget(self)
        for page in (self._empty, self._waiting, self.report, self.number, self.texts, self.enough):
            self._pages.addWidget(page)
        column_of(top, self._progress, (self._pages, 1), on=self, margins=(12, 10, 12, 10), spacing=4)

    def _connect(self) -> None:
        bench, measuring = self._workbench, self._measuring
        self.view.chosen.connect(self._on_view_chosen)
        self._images.activated.connect(self._on_target_chosen)
        self._weights.activated.connect(self._on_target_chosen)
        self._measure.clicked.connect(self._on_measure_clicked)
        self._empty.station_wanted.connect(self.station_wanted)
        self.report.example_chosen.connect(self.example_chosen)
        self.number.example_chosen.connect(self.example_chosen)
        self.texts.example_chosen.connect(self.example_chosen)
        for view in (self.report, self.number, self.texts):
            view.summary.edited.connect(bench.editor.edit)
        measuring.changed.connect(self._show)
        measuring.busy_changed.connect(self._show)
        measuring.progressed.connect(self._on_measuring_progressed)
        measuring.failed.connect(self._show)
        bench.experiment_changed.connect(self._show_verdict)
        bench.editor.problems_changed.connect(self._show_verdict)
        bench.model_changed.connect(self._on_workbench_model_changed)
        bench.state_changed.connect(self._show)
        bench.counsel.changed.connect(self._show_verdict)

    # For the window

    def show_report(self) -> None:
        """Turn to the report."""
        self.show_view("report")

    def show_view(self, name: str) -> None:
        """Turn to ``report`` or ``data``."""
        self.view.set_value(name)
        self._on_view_chosen(name)

    def reset_layout(self) -> None:
        """Bring the splitter back to where it was at the first start."""
        self.report.reset_layout()
        self.number.reset_layout()
        self.texts.reset_layout()

    def splitters(self) -> dict[str, QSplitter]:
        return {
            "evaluate": self.report.splitter,
            "evaluate.number": self.number.splitter,
            "evaluate.text": self.texts.splitter,
        }

    # What is shown

    def _say_choices(self) -> None:
        self._weights.setItemText(0, self.tr("Newest weights"))
        self._weights.setItemText(1, self.tr("Best of the run"))
        words = self.tr("Those of the epoch with the lowest validation loss")
        self._weights.setItemData(1, words, Qt.ItemDataRole.ToolTipRole)

    def _show_choices(self) -> None:
        """Offer the parts of the model's own data, and the other data sets of this computer."""
        chosen, model = self._measuring.target, self._workbench.model
        own = (self._workbench.experiment if model is None else model.experiment).data.dataset
        titles = {
            "test": self.tr("Test examples"),
            "validation": self.tr("Validation examples"),
            "train": self.tr("Training examples"),
        }
        with QSignalBlocker(self._images):
            self._images.clear()
            for part in PARTS:
                self._images.addItem(titles[part], (part, ""))
            self._images.insertSeparator(len(PARTS))
            for info in datasets.names():
                if info.name != own and datasets.is_available(info.name):
                    self._images.addItem(translate_engine(info.title), ("all", info.name))
            place = self._place_of((chosen.part, chosen.dataset))
            self._images.setCurrentIndex(max(0, place))
        if place < 0:  # what was another set is this model's own
            self._measuring.set_target(Target(best=chosen.best))
        self._weights.setEnabled(self._measuring.best_path is not None)
        self._weights.setCurrentIndex(int(chosen.best and self._weights.isEnabled()))

    def _place_of(self, wanted: tuple[str, str]) -> int:
        for place in range(self._images.count()):
            if self._images.itemData(place) == wanted:
                return place
        return -1

    @Slot()
    def _show(self) -> None:
        measuring, model = self._measuring, self._workbench.model
        measured = measuring.newest
        is_report = self.view.value == "report"
        for part in (self._images, self._weights, self._measure, self._of):
            part.setVisible(is_report and model is not None)
        self._progress.setVisible(is_report and measuring.busy)
        self._measure.setText(self.tr("Cancel") if measuring.busy else self.tr("Measure"))
        if not is_report:
            turn_to(self._pages, self.enough)
        elif model is None and not self._workbench.running:
            turn_to(self._pages, self._empty)
        elif model is None or measured is None:
            turn_to(self._pages, self._waiting)
        elif isinstance(measured.report, NumberReport):
            turn_to(self._pages, self.number)
            self.number.set_measured(measured)
        elif isinstance(measured.report, CharactersReport):
            turn_to(self._pages, self.texts)
            self.texts.set_measured(measured)
        else:
            turn_to(self._pages, self.report)
            self.report.set_measured(measured, measuring.kept)
        self._say_state()
        self._weights.setEnabled(measuring.best_path is not None)

    def _say_state(self) -> None:
        """Say what is measured, or why nothing is, also on the pages behind that in sight."""
        measuring, measured = self._measuring, self._measuring.newest
        self._waiting.setText(self._waiting_text())
        if measured is None:
            return
        self._show_verdict()
        text, short = self._title_of(measured), _reached(measured)
        if measuring.is_stale and not measuring.busy:
            short = self.tr("older than what is at hand")
            text += " – " + short
        self._of.set_words(text, short)
        self._of.setToolTip(plain(text))

    def _waiting_text(self) -> str:
        if self._measuring.busy:
            return self.tr("Measuring …")
        if self._workbench.model is None:
            return self.tr("The network is on its way: it is measured here when the training ends.")
        if self._workbench.running:
            return self.tr("The model is measured when the training ends. “Measure” does it now.")
        return self.tr("Press “Measure” to see how good the model is.")

    @Slot()
    def _show_verdict(self) -> None:
        measured, bench = self._measuring.newest, self._workbench
        report = None if measured is None else measured.report
        summary: Summary = self.report.summary
        if isinstance(report, NumberReport):
            summary = self.number.summary
        elif isinstance(report, CharactersReport):
            summary = self.texts.summary
        summary.set_experiment(bench.experiment, bench.editor.problem_texts)
        if measured is None:
            return
        is_test = measured.target.part == "test" and not measured.target.dataset
        summary.set_verdict(measured.report if is_test else None, bench.experiment, bench.counsel.words)
        summary.set_learnt(measured.learnt)

    def _title_of(self, measured: Measured) -> str:
        """Return what a report is of, in a few words."""
        target = measured.target
        names = {
            "test": self.tr("Test"),
            "validation": self.tr("Validation"),
            "train": self.tr("Training"),
        }
        title = target.dataset or names[target.part]
        if info := datasets.info_of(target.dataset):
            title = translate_engine(info.title)
        weights = measured.file or self.tr("best weights")
        if not target.best and not measured.file:
            weights = self.tr("step {step}").format(step=QLocale().toString(measured.step))
        accuracy = _reached(measured)
        words = self.tr("{images}, {weights}: {accuracy}")
        if measured.learnt.count and target.part != "train":
            words = self.tr("{images}, {weights}: {accuracy} ({count} of them learnt from)")
        count = QLocale().toString(measured.learnt.count)
        return words.format(images=title, weights=weights, accuracy=accuracy, count=count)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what has become other while nobody looked."""
        super().showEvent(event)
        self._show_choices()
        self._comparing.refresh()
        self._set_watched(is_watched=self.view.value == "report")
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Measure nothing that nobody sees."""
        super().hideEvent(event)
        self._set_watched(is_watched=False)

    def _set_watched(self, *, is_watched: bool) -> None:
        self._measuring.set_watched(is_watched)
        self._comparing.set_watched(is_watched)

    # What is heard

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        self._set_watched(is_watched=view == "report")
        self._show()

    @Slot()
    def _on_workbench_model_changed(self) -> None:
        """Offer what is another set than this model's own."""
        self._show_choices()
        self._show()

    @Slot()
    def _on_target_chosen(self) -> None:
        part, dataset = self._images.currentData()
        self._measuring.set_target(Target(part, dataset, best=bool(self._weights.currentData())))

    @Slot()
    def _on_measure_clicked(self) -> None:
        if self._measuring.busy:
            self._measuring.cancel()
        else:
            self._measuring.measure()

    @Slot(object)
    def _on_measuring_progressed(self, progress: Progress) -> None:
        self._progress.setValue(round(PER_MILLE * progress.share) if progress.share == progress.share else 0)


def _reached(measured: Measured) -> str:
    """Return what a report came to: a share that is right, or its goal's measure by name."""
    report, figure = measured.report, percent(measured.report.accuracy)
    if report.goal == CLASSES.name:
        return figure
    words = QCoreApplication.translate("EvaluatePage", "{measure} {figure}")
    return words.format(measure=translate_engine(report.measure), figure=figure)


def _keep_room(part: QWidget) -> None:
    """Let the others stay where they are when a part is hidden."""
    room = part.sizePolicy()
    room.setRetainSizeWhenHidden(True)
    part.setSizePolicy(room)
