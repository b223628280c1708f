"""Loss, accuracy and gradients of a run: plots over the same steps, fed from its history and the doctor's looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from engine.goals.registry import CLASSES
from engine.training.history import STEP_SERIES, TABLE_HEADER, USUAL_SMOOTHING, History
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language
from gui.look.words import plain_number, translate_engine
from gui.stations.train.gradient_plot import GradientPlot
from gui.tasks.behind_paint import behind_paint
from gui.tasks.own_turn import OwnTurn
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.curves.together import CurvesTogether
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.goals.goal import Goal
    from engine.training.doctor.probe_series import ProbeSeries

# Which series of the history each plot shows: by step, by epoch, and validation.
LOSS_SERIES = ("loss", "train_loss", "validation_loss")
ACCURACY_SERIES = ("accuracy", "train_accuracy", "validation_accuracy")
ATTACKED_SERIES = "robust_accuracy"  # beside them, where a run has an adversary


class RunCurves(QWidget):
    """The loss plot above the accuracy plot, and under a heading that opens it that of the gradients.

    Nothing is drawn until ``draw`` is called, so that its caller can hold painting within a budget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runCurves")
        self._history = History()
        self._drawn_versions = [-1, -1]  # of the history, by plot
        self._turn = 0
        self._held: CurvePlot | None = None  # drawn, and to be painted in the next turn of the event loop
        self._release = OwnTurn(self)
        self._is_coming = False
        self._is_attacked = False
        self._goal: Goal = CLASSES
        self._build_ui()
        self._connect()
        follow_language(self, self._say_state)

    def _build_ui(self) -> None:
        self._titles: tuple[Words, Words] = (
            lambda: self.tr("Loss") if self._goal is CLASSES else translate_engine(self._goal.loss_name),
            lambda: translate_engine(self._goal.measure),
        )
        self.loss = dressed(CurvePlot(self._titles[0], parent=self), name="lossPlot")
        self.accuracy = CurvePlot(self._titles[1], percent=True, parent=self)
        self.accuracy.setObjectName("accuracyPlot")
        self._plots = ((self.loss, LOSS_SERIES), (self.accuracy, ACCURACY_SERIES))
        labels: tuple[Words, ...] = (
            lambda: self.tr("batch"),
            lambda: self.tr("training"),
            lambda: self.tr("validation"),
        )
        helps: tuple[Words, ...] = (
            lambda: self.tr("Each batch, before the step that learns from it."),
            lambda: self.tr(
                "The mean of an epoch's batches: measured while the weights change, and with dropout, varied and "
                "attacked examples where there are any. So it can look worse than validation."
            ),
            lambda: self.tr(
                "After each epoch, on examples kept out of training, with nothing dropped and nothing varied. Label "
                "smoothing is left out of both losses."
            ),
        )
        for plot, (by_step, by_epoch, validation) in self._plots:
            plot.add_series(by_step, labels[0], colour=0, smooth=True, help_text=helps[0])
            plot.add_series(
                by_epoch, labels[1], colour=2, style="dashes", symbol="circle", help_text=helps[1]
            )
            plot.add_series(validation, labels[2], colour=1, symbol="square", help_text=helps[2])
            plot.set_smoothing(USUAL_SMOOTHING)
            plot.set_table_source(self._table)
        self.splitter = dressed(QSplitter(Qt.Orientation.Vertical, self), name="curvesSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.loss)
        self.splitter.addWidget(self.accuracy)
        self.gradients = GradientPlot(self)
        self.splitter.addWidget(self.gradients)
        self.together = CurvesTogether((self.loss, self.accuracy), self)
        behind_paint(lambda: self.together.add(self.gradients.plot))
        self._share_height()
        column_of(self.splitter, on=self)

    def _connect(self) -> None:
        self._release.come.connect(self._on_release_come)
        self.gradients.toggled.connect(self._on_gradients_toggled)
        for plot, _names in self._plots:
            plot.view_changed.connect(self._on_plot_view_changed)
            plot.smoothing_changed.connect(self._on_plot_view_changed)

    def set_goal(self, goal: Goal) -> None:
        """Say what is measured of a network that is to give this."""
        if goal != self._goal:
            self._goal = goal
            for (plot, _names), title in zip(self._plots, self._titles, strict=True):
                plot.set_title(title)

    def set_history(self, history: History) -> None:
        """Show another run, from its beginning."""
        self._history = History()  # a plot that is emptied has all drawn anew, before the next one is emptied
        for plot, _names in self._plots:
            plot.clear()
            plot.set_expected_x(0)
        self._history = history
        self._drawn_versions = [-1, -1]

    def _show_attacked(self) -> None:
        """Have a curve of attacked validation images where the run has such, and none where it has not."""
        is_attacked = self._history.best_place(ATTACKED_SERIES) is not None
        if is_attacked == self._is_attacked:
            return
        self._is_attacked = is_attacked
        if not is_attacked:
            self.accuracy.remove_series(ATTACKED_SERIES)
            return
        self.accuracy.bar.legend.columns = len(ACCURACY_SERIES)  # the fourth name has no room beside them
        self.accuracy.add_series(
            ATTACKED_SERIES,
            lambda: self.tr("attacked"),
            colour=3,
            symbol="triangle",
            help_text=lambda: self.tr(
                "After each epoch, on at most 1,000 examples kept out of training that are attacked with ten steps, at "
                "the whole strength of the adversary."
            ),
        )

    def set_probes(self, series: ProbeSeries, *, is_blind: bool = False) -> None:
        """Show the gradients of another run, from its beginning, or say that they cannot be measured."""
        self.gradients.set_series(series)
        self.gradients.set_blind(is_blind)

    def set_coming(self, is_coming: bool) -> None:
        """Say where there are no curves yet that they are on their way, or how they come."""
        self._is_coming = is_coming
        self._say_state()
        self.gradients.set_coming(is_coming)

    def _say_state(self) -> None:
        empty = self.tr("Press Train: curves appear here")
        if self._is_coming:
            empty = self.tr("Curves appear here with the first steps")
        for plot, _names in self._plots:
            plot.set_empty_text(empty)
            plot.set_marks(self._marks())

    def _marks(self) -> list[tuple[float, str]]:
        rates = [
            (float(mark.step), self.tr("rate {rate}").format(rate=plain_number(mark.new)))
            for mark in self._history.marks
        ]
        threads = [
            (float(step), self.tr("threads: {count}").format(count=count))
            for step, count in self._history.thread_course[1:]
        ]
        return sorted(rates + threads)

    def show_gradients(self) -> None:
        """Open the plot of the gradients."""
        if not self.gradients.is_open():
            self.gradients.set_open(True)
            self._on_gradients_toggled()

    def draw(self) -> None:
        """Draw what has come since the last time."""
        for place in range(len(self._plots) + 1):
            self._draw_plot(place)

    def draw_next(self) -> None:
        """Draw one of the plots, each in its turn, and let it be painted in the turn of the event loop after this.

        So the event loop is held up by one part of the work at a time.
        """
        self._on_release_come()
        self._turn = (self._turn + 1) % (len(self._plots) + self.gradients.is_open())
        if self._turn == len(self._plots):
            self.gradients.draw(self._expected_steps(), self._reached_step())  # seldom has anything new
            return
        self._held = self._plots[self._turn][0]
        self._held.setUpdatesEnabled(False)
        self._draw_plot(self._turn)
        self._release.start()

    @Slot()
    def _on_release_come(self) -> None:
        if self._held is not None:
            self._held.setUpdatesEnabled(True)
            self._held = None

    def _expected_steps(self) -> int:
        started = self._history.started
        return 0 if started is None else started.epochs * started.steps_per_epoch

    def _reached_step(self) -> int:
        return int(self._history.steps[-1]) if len(self._history) else 0

    def _draw_plot(self, place: int) -> None:
        if place == len(self._plots):
            self.gradients.draw(self._expected_steps(), self._reached_step())
            return
        if self._drawn_versions[place] == self._history.version:
            return
        self._drawn_versions[place] = self._history.version
        plot, names = self._plots[place]
        plot.set_expected_x(self._expected_steps(), self._reached_step())
        plot.set_marks(self._marks())
        if plot is self.accuracy:
            self._show_attacked()
        for name in names:
            self._feed(plot, name)
        if plot is self.accuracy and self._is_attacked:
            self._feed(plot, ATTACKED_SERIES)
        plot.flush()

    @property
    def painting_seconds(self) -> float:
        """Seconds that painting all plots has taken so far."""
        both = sum(plot.painting_seconds for plot, _names in self._plots)
        return both + self.gradients.plot.painting_seconds

    def _feed(self, plot: CurvePlot, name: str) -> None:
        """Hand a plot as much of a series as its width can show."""
        if not self._history.version:
            return  # nothing has come, and the plot is empty since ``set_history``
        first, last = plot.visible_range()
        width = plot.plot_width()
        # Smoothed curves and those by epoch need fewer points, and each of theirs costs the most to paint.
        fewer = width // 2
        is_by_step = name in STEP_SERIES
        x, y = self._history.display_series(name, first, last, width if is_by_step else fewer)
        smoothed = None
        if plot.smoothing() > 0 and is_by_step:
            smoothed = self._history.display_series(name, first, last, fewer, smoothing=plot.smoothing())
        plot.set_data(name, x, y, smoothed)

    def _table(self) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
        """Return the whole history as a table: a row a step, the epoch's numbers in the row of its last step."""
        return TABLE_HEADER, self._history.table_rows()

    def reset_layout(self) -> None:
        """Give loss and accuracy the same height, and close what is under them."""
        self.gradients.set_open(False)
        self._share_height()

    def _share_height(self) -> None:
        """Give more to the plot that has heading and legend apart."""
        self.splitter.setSizes([300, 300, 400 if self.gradients.is_open() else 0])

    @Slot()
    def _on_gradients_toggled(self) -> None:
        self._share_height()
        self.draw()

    @Slot()
    def _on_plot_view_changed(self) -> None:
        self._drawn_versions = [-1, -1]
        self.draw()
