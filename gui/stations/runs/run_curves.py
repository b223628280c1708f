"""The curves of the chosen runs, one over the other: what measures them or the loss, by epoch or by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.stations.runs import run_words
from gui.stations.runs.curve_looks import CurveLook, looks_for
from gui.stations.runs.legend import RunLegend
from gui.stations.runs.run_plot import RunPlot
from gui.widgets.fields.segments import Segments
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.pages import turn_to

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from engine.storage.runs.summary import RunSummary
    from engine.training.history import History
    from gui.widgets.curves.series import Style

MAX_RUNS = 12  # more curves than that say nothing
BATCH_SMOOTHING = 0.95
END_ROOM = 1.03  # the last mark stands whole inside the axes


class RunCurves(QWidget):
    """A plot of accuracy and one of loss, of which one is shown.

    Signals:
        run_clicked: A curve or its entry in the legend was clicked (the run's id).
        looks_changed: Runs are drawn in other colours than before.
    """

    run_clicked = Signal(str)
    looks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runsCurves")
        self._runs: tuple[RunSummary, ...] = ()
        self._histories: dict[str, History] = {}
        self._looks: dict[str, CurveLook] = {}
        self._count = 0
        self._build_ui()
        self._connect()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._head = FlowBox(spacing=10, parent=self)  # a small screen takes two rows
        self._quantity = Segments(lambda: self.tr("What is drawn"), self)
        self._quantity.add("accuracy", self._measure)
        self._quantity.add("loss", lambda: self.tr("Loss"))
        self._axis = Segments(lambda: self.tr("What is counted along x"), self)
        self._axis.add("epoch", lambda: self.tr("by epoch"))
        self._axis.add("step", lambda: self.tr("by step"))
        self._training = dressed(QCheckBox(self), text=lambda: self.tr("Training"), name="trainingCurves")
        dressed(
            self._training,
            tip=lambda: self.tr(
                "Draw the training curves too, as dots: of each epoch, or of the batches, smoothed"
            ),
        )
        for part in (self._quantity, self._axis, self._training):
            self._head.add(part)
        self._plots = {
            "accuracy": RunPlot(self._measure, percent=True, parent=self),
            "loss": RunPlot(lambda: self.tr("Loss"), parent=self),
        }
        self._stack = QStackedWidget(self)
        for name, plot in self._plots.items():
            plot.setObjectName(f"runs{name.capitalize()}Plot")
            self._stack.addWidget(plot)
        self._legend = RunLegend(self)
        self._more = dressed(Label(self), role="muted")
        self._more.setContentsMargins(12, 0, 12, 0)
        self._more.hide()
        legend = row_of(self._legend, margins=(10, 0, 10, 4))
        column_of((self._stack, 1), self._more, legend, on=self, spacing=2)
        self._show_plot()

    def _connect(self) -> None:
        self._quantity.chosen.connect(self._on_quantity_chosen)
        self._axis.chosen.connect(self._on_axis_chosen)
        self._training.toggled.connect(self._draw)
        self._legend.clicked.connect(self._on_plot_curve_clicked)
        for plot in self._plots.values():
            plot.curve_clicked.connect(self._on_plot_curve_clicked)
            plot.view_changed.connect(self._on_plot_view_changed)

    def wanted_width(self) -> int:
        """Return the pixels in which all that is chosen above the plot stands in one row."""
        more = self._head.sizeHint().width() - self._head.minimumSizeHint().width()
        return self.plot.bar.minimumSizeHint().width() + max(0, more)

    @property
    def plot(self) -> RunPlot:
        """The plot that is shown."""
        return self._plots[self._quantity.value]

    @property
    def looks(self) -> Mapping[str, CurveLook]:
        """How each run is drawn, by its id."""
        return self._looks

    def set_runs(self, runs: Sequence[RunSummary], count: int) -> None:
        """Draw these runs.

        Args:
            runs: The runs, the baseline among them if there is one; the first dozen are drawn.
            count: How many were chosen.
        """
        self._runs = tuple(runs[:MAX_RUNS])
        self._histories = {run.id: self._histories[run.id] for run in self._runs if run.id in self._histories}
        self._more.setVisible(len(runs) > MAX_RUNS)
        self._count = count
        self._say_count()
        self._say_measure()
        looks = looks_for(self._runs, self._looks)
        is_other = looks != self._looks
        self._looks = looks
        self._draw()
        if is_other:
            self.looks_changed.emit()

    def _measure(self) -> str:
        """Return what all drawn runs are measured by."""
        return run_words.measure_of(self._runs)

    def _say_measure(self) -> None:
        """Say so at the button and the plot: other runs may be measured otherwise."""
        said(self._quantity.button("accuracy").setText, self._measure)
        self._plots["accuracy"].set_title(self._measure)

    def _say_words(self) -> None:
        self._say_count()
        self._draw()

    def _say_count(self) -> None:
        words = self.tr("{shown} of the {count} chosen runs are drawn.")
        self._more.setText(words.format(shown=len(self._runs), count=self._count))

    @Slot(str, object)
    def set_history(self, name: str, history: History) -> None:
        """Draw a run's curves, if it is one of those that are drawn."""
        if name in self._looks:
            self._histories[name] = history
            self._draw()

    @Slot()
    def _draw(self) -> None:
        by_step = self._axis.value == "step"
        plot = self.plot
        self._say_why_empty()
        last = 0.0
        plot.set_x_label(self.tr("step") if by_step else self.tr("epoch"))
        shown = []
        for run in self._runs:
            key = self._add_curve(run, run.name, "dashes" if run.baseline else "line")
            shown.append(key)
            history = self._histories.get(run.id)
            if history is None:
                continue
            last = max(last, *map(float, (history.epoch_steps if by_step else history.epochs)[-1:]), 0.0)
            plot.set_data(key, *self._validation_curve(history))
            if self._training.isChecked():
                key = self._add_curve(run, self.tr("{name}, training").format(name=run.name), "dots")
                shown.append(key)
                plot.set_data(key, *self._training_curve(history, by_step=by_step))
        plot.set_expected_x(last * END_ROOM)
        for series in plot.series():
            if series.key not in shown:
                plot.remove_series(series.key)
        self._legend.set_series([series for series in plot.series() if series.style != "dots"])

    def _add_curve(self, run: RunSummary, label: str, style: Style) -> str:
        """Add a curve unless it is there, and return its key: another look makes it another curve."""
        look = self._looks[run.id]
        key = "/".join((run.id, style, str(look.colour), look.symbol))
        if all((series.key, series.label) != (key, label) for series in self.plot.series()):
            is_training = style == "dots"
            self.plot.add_series(
                key,
                label,
                colour=look.colour,
                symbol="" if is_training else look.symbol,
                style=style,
                width=3 if run.baseline and not is_training else 0,
            )
        return key

    def _validation_curve(self, history: History) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        return validation_curve(history, self._quantity.value, by_step=self._axis.value == "step")

    def _training_curve(
        self, history: History, *, by_step: bool
    ) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        quantity, plot = self._quantity.value, self.plot
        if not by_step:
            return history.epochs.astype(np.float64), history.series(f"train_{quantity}")
        width = plot.plot_width() // 2
        return history.display_series(quantity, *plot.visible_range(), width, smoothing=BATCH_SMOOTHING)

    def _say_why_empty(self) -> None:
        if not self._runs:
            text = self.tr("Choose runs in the table: their curves appear here, one over the other")
        elif any(run.id not in self._histories for run in self._runs):
            text = self.tr("The curves are being read …")
        elif any(len(self._validation_curve(history)[0]) for history in self._histories.values()):
            text = ""  # they are there, and drawn as soon as what draws them is
        elif any(len(history.epochs) for history in self._histories.values()):
            text = self.tr("Without validation there is no such curve: tick “Training”")
        else:
            text = self.tr("No epoch is done yet")
        for plot in self._plots.values():
            plot.set_empty_text(text)

    def _show_plot(self) -> None:
        self.plot.set_head(self._head)
        turn_to(self._stack, self.plot)
        self._draw()

    @Slot(str)
    def _on_quantity_chosen(self, key: str) -> None:
        self._show_plot()
        self._quantity.button(key).setFocus()  # it has moved with the head

    @Slot(str)
    def _on_axis_chosen(self, _key: str) -> None:
        self.plot.fit()
        self._draw()

    @Slot(str)
    def _on_plot_curve_clicked(self, key: str) -> None:
        self.run_clicked.emit(key.partition("/")[0])

    @Slot()
    def _on_plot_view_changed(self) -> None:
        if self._axis.value == "step" and self._training.isChecked():
            self._draw()


def validation_curve(
    history: History, quantity: str, *, by_step: bool
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Return the validation curve of a run, without the epochs that have none.

    Args:
        history: Of the run.
        quantity: ``accuracy`` or ``loss``.
        by_step: Whether x counts steps, else epochs.

    Returns:
        x ``(K,)`` and y ``(K,)``.
    """
    y = history.series(f"validation_{quantity}")
    x = (history.epoch_steps if by_step else history.epochs).astype(np.float64)
    there = np.isfinite(y)
    return x[there], y[there]
