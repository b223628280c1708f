"""The report in a few figures, and whether the model passes its gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from engine.config import EvaluationConfig
from engine.evaluation.gate import Outcome, verdict
from engine.evaluation.report import Report
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.style_sheet import repolish
from gui.look.text_size import follow_size, sized
from gui.look.words import joined, labelled, noted, percent, plain_number, translate_engine
from gui.widgets.fields.settings_form import SettingsForm
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.config import Experiment
    from engine.evaluation.goal_report import GoalReport
    from engine.evaluation.learnt_images import LearntImages

BANNERS = {Outcome.PASSED: "success", Outcome.NOT_PASSED: "warning", Outcome.NO_GATE: "info"}
GATE_WIDTH = 132  # pixels


class Summary(QWidget):
    """Figures in a row; under them the gate, the verdict, and what to try.

    Signals:
        edited: A setting was changed by hand (its dotted path, what was entered).
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluationSummary")
        self._report: GoalReport | None = None
        self._build_ui()
        self._form.edited.connect(self.edited)
        follow_language(self, self._show_report)

    def _build_ui(self) -> None:
        self.figures = self._make_figures()
        card = dressed(QFrame(self), card=True)
        self._form = SettingsForm(EvaluationConfig, "evaluation", ("gate",), self)
        sized(self._form.setFixedWidth, GATE_WIDTH)
        flow = FlowBox(spacing=13, parent=card, last_at_end=True, level=False)
        for part in (*self.figures.values(), self._form):
            flow.add(part)
        row_of((flow, 1), on=card, margins=(12, 6, 12, 6))
        self.verdict = dressed(Label(self), name="verdict")
        self.verdict.setWordWrap(True)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._banner = QFrame(self)
        self._banner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column_of(self.verdict, on=self._banner, margins=(4, 0, 4, 0))
        self.learnt = dressed(
            Label(self, wordWrap=True),
            name="learntImages",
            banner="warning",
        )
        self.learnt.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.learnt.hide()
        column_of(card, self.learnt, self._banner, on=self, spacing=6)

    def _make_figures(self) -> dict[str, SummaryFigure]:
        """Return the figures there are, by name."""
        figures = {
            "accuracy": SummaryFigure(lambda: self.tr("Accuracy"), self, is_large=True),
            "mistakes": SummaryFigure(lambda: self.tr("Mistakes"), self),
            "loss": SummaryFigure(lambda: self.tr("Loss"), self),
            "f1": SummaryFigure(lambda: self.tr("F1 score"), self),
            "calibration": SummaryFigure(lambda: self.tr("Calibration error"), self),
        }
        dressed(
            figures["f1"],
            tip=lambda: self.tr(
                "One number for two questions: how many examples of a class are found (recall), and how many of the "
                "answers are right (precision). Averaged over the classes; 100\u00a0% is best"
            ),
        )
        dressed(
            figures["calibration"],
            tip=lambda: self.tr(
                "Whether the network is as sure as it may be: how far its confidence is from the share of answers "
                "that are right, on average; 0\u00a0% is best"
            ),
        )
        return figures

    def set_experiment(self, experiment: Experiment, problems: Mapping[str, str]) -> None:
        """Show the gate of the settings, and what is wrong with what was typed."""
        self._form.set_values(experiment)
        self._form.set_problems(problems)

    def set_report(self, report: GoalReport) -> None:
        """Show the figures of a report."""
        self._report = report
        self._show_report()

    def _show_report(self) -> None:
        report = self._report
        if not isinstance(report, Report):
            return
        number, figures = QLocale().toString, self.figures
        low, high = report.interval
        figures["accuracy"].set_value(
            percent(report.accuracy),
            self.tr("95\u00a0%: {low} to {high}").format(low=percent(low), high=percent(high)),
        )
        figures["mistakes"].set_value(
            number(len(report.mistakes)), self.tr("of {count}").format(count=number(report.count))
        )
        figures["loss"].set_value(plain_number(report.loss))
        figures["f1"].set_value(percent(report.macro.f1))
        calibration = report.calibration()
        figures["calibration"].set_value(
            percent(calibration.error), self.tr("largest {error}").format(error=percent(calibration.worst))
        )

    def set_learnt(self, learnt: LearntImages) -> None:
        """Say so where the model has learnt from images that it was measured on."""
        words = translate_engine(learnt.sentence)
        self.learnt.setText(words)
        self.learnt.setVisible(bool(words))

    def set_verdict(self, report: GoalReport | None, experiment: Experiment, advice: str) -> None:
        """Say whether the model passes.

        Args:
            report: Of the test images, or None where others were measured.
            experiment: Whose gate counts.
            advice: What to try if it does not pass.
        """
        if report is None:
            self.verdict.setText(
                self.tr("Whether a model passes is decided on the test examples of its data.")
            )
            banner = ""
        else:
            decided = verdict(report, experiment)
            sentences = [translate_engine(decided.sentence), translate_engine(decided.doubt)]
            if decided.outcome is Outcome.NOT_PASSED:
                sentences.append(advice)
            self.verdict.setText(joined(sentences))
            banner = BANNERS[decided.outcome]
        if self._banner.property("banner") != banner:
            self._banner.setProperty("banner", banner)
            self.verdict.setProperty("role", "" if banner else "muted")
            repolish(self._banner)
            repolish(self.verdict)  # its colour is the banner's


class SummaryFigure(QWidget):
    """A number under its name, with a word on it."""

    def __init__(self, title: Words, parent: QWidget, *, is_large: bool = False) -> None:
        super().__init__(parent)
        self._title = title
        heading = dressed(Label(title, self), role="muted")
        self.value = Label("–", self)
        self.note = dressed(Label(self), role="muted")
        column_of(heading, self.value, self.note, on=self, spacing=0)
        self._is_large = is_large
        follow_size(self, self._choose_letters)

    def _choose_letters(self) -> None:
        self.value.setFont(theme.tabular_font(self.font(), scale=1.6 if self._is_large else 1.2, bold=True))
        self.note.setFont(theme.tabular_font(self.font(), scale=0.9))

    def set_value(self, text: str, note: str = "") -> None:
        """Show a value."""
        self.value.setText(text)
        self.note.setText(note)
        said(self.setAccessibleName, self._spoken)

    def _spoken(self) -> str:
        return labelled(words_of(self._title), noted(self.value.text(), self.note.text()))
