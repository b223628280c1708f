"""What the command ``train`` says at the end: what came of the training, and where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cli.progress import percent
from engine.evaluation.gate import Outcome, verdict
from engine.evaluation.number_report import NumberReport
from engine.goals.registry import CLASSES, GOALS
from engine.records import dataclass
from engine.training.events import FinishReason
from engine.training.outcome import Measured, outcome
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.cli.output import Output
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.evaluation.advice import Advice
    from engine.evaluation.closing import Closing
    from engine.evaluation.goal_report import GoalReport
    from engine.training.events import TrainingFinished


@dataclass(frozen=True, slots=True)
class TrainingEnd:
    """How a training came to its end.

    Attributes:
        experiment: What was trained.
        split: On what.
        finished: How it ended.
        validation_accuracy: Of the weights that are kept, on the validation images; None where that is not known.
        closing: What was measured and advised.
        path: The model file; None where there is none.
        run: Id of the run in the library; None where it is not there as a whole.
    """

    experiment: Experiment
    split: Split
    finished: TrainingFinished
    validation_accuracy: float | None
    closing: Closing
    path: Path | None
    run: str | None

    def tell(self, output: Output) -> None:
        """Say it, in words or as a JSON object."""
        finished, report, advice = self.finished, self.closing.report, self._advice()
        told = self._outcome()
        output.record(
            event="finished",
            reason=finished.reason.value,
            path=None if self.path is None else str(self.path),
            run=self.run,
            accuracy=None if report is None else report.accuracy,
            loss=None if report is None else report.loss,
            count=0 if report is None else report.count,
            validation_accuracy=self.validation_accuracy,
            epochs=finished.epoch,
            best_epoch=finished.best_epoch,
            kept_epoch=finished.kept_epoch or None,
            outcome=told,
            advice=None if advice is None else {"limit": advice.limit.value, "text": advice.text},
            steps=finished.step,
            seconds=finished.seconds,
            privacy_spent=finished.privacy_spent,
            message=finished.message,
        )
        for sentence in (told, "" if finished.reason is FinishReason.DIVERGED else finished.message):
            if sentence:
                output.line(sentence)
        if report is not None:
            output.line(_tested(report))
        if advice is not None:
            output.line(advice.text)
        if self.run is not None:
            output.line(Phrase("Kept as the run {run}.", run=self.run))
        if self.path is not None:
            output.line(Phrase("Saved to {path}.", path=str(self.path)))

    def _outcome(self) -> Phrase:
        split, report, validated = self.split, self.closing.report, self.validation_accuracy
        return outcome(
            self.finished,
            goal=GOALS[split.goal].fitted(split.train.labels),
            test=None if report is None else Measured(report.accuracy, report.count),
            validation=None if validated is None else Measured(validated, len(split.validation)),
        )

    def _advice(self) -> Advice | None:
        """Return the advice, as “evaluate” and the window have it: for a model that does not reach its pass mark."""
        report = self.closing.report
        is_short = report is not None and verdict(report, self.experiment).outcome is Outcome.NOT_PASSED
        return self.closing.advice if is_short else None


def _tested(report: GoalReport) -> Phrase:
    """Say what the test images came to."""
    figures = {"accuracy": percent(report.accuracy), "count": report.count}
    if isinstance(report, NumberReport):
        return Phrase(
            "Test: R² {accuracy} of {count:,} examples, mean absolute error {mae:.4g}, root mean squared error "
            "{rmse:.4g}.",
            mae=report.mae,
            rmse=report.rmse,
            **figures,
        )
    if report.goal != CLASSES.name:
        measure = report.measure
        return Phrase(
            "Test: {measure} {accuracy} of {count:,} examples, loss {loss:.4f}.",
            measure=measure,
            loss=report.loss,
            **figures,
        )
    return Phrase(
        "Test accuracy {accuracy} of {count:,} examples, loss {loss:.4f}.", loss=report.loss, **figures
    )
