"""The report on a model that gives a number, in a few figures, and whether it passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from engine.evaluation.number_report import NumberReport
from gui.look.dressed import dressed
from gui.look.words import percent, plain_number
from gui.stations.evaluate.summary import Summary, SummaryFigure

if TYPE_CHECKING:
    from gui.look.spoken import Words


class NumberSummary(Summary):
    """R², and how far answers are off, in the unit of the target."""

    def _make_figures(self) -> dict[str, SummaryFigure]:
        figures = {
            "accuracy": SummaryFigure(lambda: self.tr("R²"), self, is_large=True),
            "mae": SummaryFigure(lambda: self.tr("Mean absolute error"), self),
            "rmse": SummaryFigure(lambda: self.tr("Root mean squared error"), self),
            "loss": SummaryFigure(lambda: self.tr("Mean squared error"), self),
            "count": SummaryFigure(lambda: self.tr("Examples"), self),
        }
        tips: dict[str, Words] = {
            "accuracy": lambda: self.tr(
                "The share of the target's variance that the network explains: 100\u00a0% is best, and always saying "
                "the mean comes to 0\u00a0%. What is written as 0.83 elsewhere stands here as 83\u00a0%."
            ),
            "mae": lambda: self.tr("How far an answer lies from what is right, on average"),
            "rmse": lambda: self.tr("The same, but large errors count the more"),
        }
        for name, tip in tips.items():
            dressed(figures[name], tip=tip)
        return figures

    def _show_report(self) -> None:
        report = self._report
        if not isinstance(report, NumberReport):
            return
        low, high = report.interval
        self.figures["accuracy"].set_value(
            percent(report.accuracy),
            self.tr("95\u00a0%: {low} to {high}").format(low=percent(low), high=percent(high)),
        )
        unit = self.tr("of {name}").format(name=report.name)
        self.figures["mae"].set_value(plain_number(report.mae, 4), unit)
        self.figures["rmse"].set_value(plain_number(report.rmse, 4), unit)
        self.figures["loss"].set_value(plain_number(report.loss, 4))
        self.figures["count"].set_value(QLocale().toString(report.count))
