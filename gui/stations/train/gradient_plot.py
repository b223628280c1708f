"""How long the gradient of each layer is as a run goes on: lines that fall away vanish, lines that soar explode."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from engine.training.doctor.probe_series import ProbeSeries
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import layer_title
from gui.tasks.behind_paint import behind_paint
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.fields.fold import Fold
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.look.spoken import Words
    from gui.widgets.curves.series import Style, Symbol

COLOURS = 8  # of the theme's curves; further layers take them again, with another line
STYLES: tuple[Style, ...] = ("line", "dashes", "dots")
SYMBOLS: tuple[Symbol, ...] = ("circle", "square", "triangle")
MOST_FULL = 4  # layers whose names have room in the legend; of more, hidden ones are numbered
IN_A_ROW = 6  # entries of the legend
UNBOUND = 16777215  # pixels, Qt's own greatest


class GradientPlot(Fold):
    """A plot with a line a layer that folds away; nothing is drawn while it is closed, or until ``draw`` is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(key="gradients", parent=parent)
        self.setObjectName("gradientFold")
        self._series = ProbeSeries()
        self._drawn_version = -1
        self._is_blind = self._is_coming = self._is_made = False

        def title() -> str:
            return self.tr("Gradients by layer")

        self.set_title(title)
        dressed(
            self.heading(),
            tip=lambda: self.tr(
                "The length of each layer's gradient: how strongly a step of training pulls at its weights, measured "
                "on 256 training examples by their labels alone. A layer without weights has no line"
            ),
        )
        self._bound_height()
        if self.is_open():
            self._make_plot(title)
        else:
            behind_paint(partial(self._make_plot, title))

    def _make_plot(self, title: Words) -> None:
        self.plot = dressed(CurvePlot(title, parent=self.content()), name="gradientPlot")
        self.plot.bar.heading.hide()  # it stands above
        self.plot.bar.smooth_button.hide()
        self.plot.bar.legend.columns = IN_A_ROW
        self.plot.bar.legend.setMinimumWidth(1)  # long names shall not widen the window
        self.plot.set_log(True)
        self.plot.set_table_source(self._table)
        self._is_made = True
        follow_language(self, self._say_why_empty)
        column_of(self.plot, on=self.content())

    def set_series(self, series: ProbeSeries) -> None:
        """Show another run, from its beginning."""
        if series is not self._series:
            self._series = series
            self._drawn_version = -1

    def set_blind(self, is_blind: bool) -> None:
        """Say instead of how to begin that nothing can be measured, or take that back."""
        if is_blind != self._is_blind:
            self._is_blind = is_blind
            self._say_why_empty()

    def set_coming(self, is_coming: bool) -> None:
        """Say that a run is being prepared or goes on, or how to begin one."""
        if is_coming != self._is_coming:
            self._is_coming = is_coming
            self._say_why_empty()

    def _say_why_empty(self) -> None:
        if not self._is_made:
            return  # it is said as soon as there is a plot: a run may begin sooner
        if self._is_blind:
            words = self.tr(
                "The gradients of this network could not be measured. Training goes on without them."
            )
        elif self._is_coming:
            words = self.tr("A line for each layer appears here with the first steps.")
        else:
            words = self.tr(
                "Press Train: a line for each layer appears here. One far below the others vanishes: that layer hardly "
                "learns. One that shoots up explodes: training runs out of control."
            )
        self.plot.set_empty_text(words)

    def set_open(self, is_open: bool, *, remember: bool = True) -> None:
        """Open or close it, as its heading does."""
        super().set_open(is_open, remember=remember)
        self._bound_height()

    def draw(self, expected_steps: int, reached_step: int = 0) -> None:
        """Draw what has come since the last time.

        Args:
            expected_steps: Steps of the whole run; 0 where that is not known.
            reached_step: How far the run has come since the last look; the axis ends where those of the others do.
        """
        if self.is_open():
            self.plot.set_expected_x(expected_steps, reached_step)
        if not self.is_open() or self._drawn_version == self._series.version:
            return
        self._drawn_version = self._series.version
        names = self._series.layers
        shown = tuple(series.key for series in self.plot.series())
        if names and names != shown:
            self._set_layers(names)
        if not names:
            self.plot.clear()
        steps = self._series.steps
        for name, norms in zip(names, self._series.gradient_norms(), strict=True):
            self.plot.set_data(name, steps, norms)
        self.plot.flush()

    def _set_layers(self, names: tuple[str, ...]) -> None:
        for series in self.plot.series():
            self.plot.remove_series(series.key)
        for number, name in enumerate(names):
            style = STYLES[number // COLOURS % len(STYLES)]
            symbol = SYMBOLS[number % len(SYMBOLS)]
            is_short = len(names) > MOST_FULL and name != "output"
            label = partial(_number, name) if is_short else partial(layer_title, name)
            self.plot.add_series(name, label, colour=number % COLOURS, style=style, symbol=symbol)

    def _bound_height(self) -> None:
        """Take no more room than the heading while it is closed."""
        self.setMaximumHeight(UNBOUND if self.is_open() else self.heading().sizeHint().height())

    def _table(self) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
        """Return a row a look and layer."""
        header = ("step", "layer", "gradient_norm", "gradient_rms", "weight_norm", "dead", "saturated")
        rows = (
            (
                *(probes.step, layer.name, layer.gradient_norm, layer.gradient_size, layer.weight_norm),
                *(layer.dead, layer.saturated),
            )
            for probes in self._series
            for layer in probes.layers
        )
        return header, rows


def _number(name: str) -> str:
    """Return the number of a hidden layer: those before it that have no weights have no line, and count."""
    return QLocale().toString(int(name.rpartition("_")[2]))
