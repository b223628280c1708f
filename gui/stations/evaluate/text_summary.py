"""The report on a model that goes on with text, in a few figures, and whether it passes."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from engine.evaluation.characters_report import CharactersReport
from gui.look.dressed import dressed
from gui.look.words import percent, plain_number
from gui.stations.evaluate.summary import Summary, SummaryFigure


class TextSummary(Summary):
    """Exact answers, or of prose the share of characters that are right, and the loss of a character."""

    def _make_figures(self) -> dict[str, SummaryFigure]:
        figures = {
            "accuracy": SummaryFigure(lambda: self.tr("Exact answers"), self, is_large=True),
            "characters": SummaryFigure(lambda: self.tr("Characters right"), self, is_large=True),
            "mistakes": SummaryFigure(lambda: self.tr("Wrong answers"), self),
            "loss": SummaryFigure(lambda: self.tr("Loss per character"), self),
            "guesses": SummaryFigure(lambda: self.tr("As if it guessed among"), self),
            "count": SummaryFigure(lambda: self.tr("Examples"), self),
        }
        dressed(
            figures["accuracy"],
            tip=lambda: self.tr(
                "An answer is exact where each of its characters is the one the model finds likeliest, to the end"
            ),
        )
        dressed(
            figures["loss"],
            tip=lambda: self.tr(
                "How surprised the model is by each character that comes, in nats on average: 0 is best"
            ),
        )
        dressed(
            figures["guesses"],
            tip=lambda: self.tr(
                "e to the power of the loss (perplexity): among so many characters of equal chance the model would be "
                "as unsure as it is on average"
            ),
        )
        return figures

    def _show_report(self) -> None:
        report = self._report
        if not isinstance(report, CharactersReport):
            return
        number, figures = QLocale().toString, self.figures
        shown, hidden = ("characters", "accuracy") if report.is_prose else ("accuracy", "characters")
        figures[hidden].hide()
        figures[shown].show()
        low, high = report.interval
        figures[shown].set_value(
            percent(report.accuracy),
            self.tr("95\u00a0%: {low} to {high}").format(low=percent(low), high=percent(high)),
        )
        figures["mistakes"].setVisible(not report.is_prose)
        figures["mistakes"].set_value(
            number(len(report.mistakes)), self.tr("of {count}").format(count=number(report.count))
        )
        figures["loss"].set_value(plain_number(report.loss), self.tr("nats"))
        figures["guesses"].set_value(plain_number(report.perplexity), self.tr("characters"))
        figures["count"].setVisible(report.is_prose)
        figures["count"].set_value(number(report.count))
