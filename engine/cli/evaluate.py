"""The command ``evaluate``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cli.columns import cells, left, right
from engine.cli.fitting import check_belongs
from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress, percent
from engine.data.datasets import load_split
from engine.data.learnt import Learnt
from engine.errors import ConfigError
from engine.evaluation.characters_report import CharactersReport
from engine.evaluation.number_report import NumberReport
from engine.evaluation.report import Report
from engine.goals.registry import CLASSES, GOALS
from engine.language import kept, said
from engine.storage import model_file
from engine.training.private.promise import SPENT
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from torch import nn

    from engine.cli.output import Output
    from engine.data.dataset import Split
    from engine.evaluation.goal_report import GoalReport
    from engine.storage.model_file import SavedModel

PARTS = {"train": Phrase("train"), "validation": Phrase("validation"), "test": Phrase("test")}
MOST_WRONG = 10  # wrong answers that are listed, the surest first
LONGEST_NAME = 40  # letters of a class for which the columns make room


def evaluate_file(path: Path, data: str | None, part: str, output: Output) -> None:
    """Measure the model in ``path`` and say how good it is.

    Args:
        path: The model file.
        data: Name of the data set, or None for the one it was trained on.
        part: ``train``, ``validation`` or ``test``, divided as for its training.
        output: Where to say it.

    Raises:
        NetSketchError: If the model or the data cannot be had, or do not belong together.
    """
    if part not in PARTS:
        raise ConfigError(
            "There is no part “{part}”.", remedy="Parts are: {known}.", part=part, known=Phrase.listed(PARTS)
        )
    model_file.describe(path)  # before torch is loaded and data are fetched
    import torch

    from engine.evaluation.evaluate import BATCH_SIZE
    from engine.evaluation.gate import Outcome, verdict
    from engine.evaluation.learnt_images import learnt_images
    from engine.evaluation.measure import measure
    from engine.models.build import build_with
    from engine.models.size import work_per_image
    from engine.runtime import choose_threads

    saved = model_file.load(path)
    config = saved.experiment.data
    if data is not None:
        config = saved.experiment.with_(**{"data.dataset": data}).data
    with Interrupt(lambda: None) as interrupt:
        with PreparationProgress(output) as progress:
            split = load_split(config, progress=progress, cancelled=interrupt)
        dataset = {"train": split.train, "validation": split.validation, "test": split.test}[part]
        check_belongs(saved, dataset, config.dataset)
        work = work_per_image(saved.experiment.network, saved.image_shape, len(saved.classes)) * BATCH_SIZE
        torch.set_num_threads(choose_threads(work, saved.experiment.training.threads))
        model = build_with(
            *(saved.experiment.network, saved.state),
            image_shape=saved.image_shape,
            classes=len(saved.classes),
            goal=saved.goal,
        )
        report = measure(model, dataset, cancelled=interrupt)
        learnt_from = saved.learnt or Learnt.assumed(saved.experiment.data)
        learnt = learnt_images(learnt_from, dataset, {config.images: split}, cancelled=interrupt)
        advice = Phrase("")
        judged = verdict(report, saved.experiment) if part == "test" else None
        if judged is not None and judged.outcome is Outcome.NOT_PASSED and config == saved.experiment.data:
            # What was said when it was trained counts what happened in the training, too.
            advice = (
                Phrase.joined(map(kept, saved.advice))
                if saved.advice
                else _advice(saved, model, split, report.accuracy, interrupt)
            )
    output.record(
        model=str(path),
        data=config.dataset,
        part=part,
        **report.to_dict(),
        gate=None if judged is None else judged.outcome.value,
        learnt=learnt.count if learnt.is_known or learnt.count else None,
        advice=advice or None,
    )
    output.line(_sentence(report, config.dataset, part))
    if learnt.sentence:
        care = Phrase("Take care: {sentence}", sentence=learnt.sentence)
        output.line(care if learnt.count else learnt.sentence)
    if judged is not None:
        output.line(Phrase.joined(filter(None, (judged.sentence, judged.doubt, advice))))
    if isinstance(report, Report):
        _list_classes(report, output)
    if isinstance(report, CharactersReport):
        for wrong in report.listed_wrong(MOST_WRONG):
            share = percent(wrong.confidence)
            output.line(
                Phrase(
                    "  {question} {right}, and it says {said}  {share}",
                    question=visible(wrong.question),
                    right=visible(wrong.right),
                    said=visible(wrong.said) or "–",
                    share=share,
                )
            )


def _sentence(report: GoalReport, data: str, part: str) -> Phrase:
    """Return what was measured, in a sentence."""
    figures = {
        "accuracy": percent(report.accuracy),
        "count": report.count,
        "data": data,
        "part": PARTS[part],
        "loss": report.loss,
        "low": percent(report.interval.low),
        "high": percent(report.interval.high),
    }
    if isinstance(report, NumberReport):
        return Phrase(
            "R² {accuracy} of {count:,} examples ({data}, {part}), mean absolute error {mae:.4g}, root mean squared "
            "error {rmse:.4g}, on the scale of “{target}”. With 95\u00a0% confidence R² lies between {low} and {high}.",
            mae=report.mae,
            rmse=report.rmse,
            target=visible(report.name),
            **figures,
        )
    if isinstance(report, CharactersReport):
        return Phrase(
            "{measure}: {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f} nats a character. With "
            "95\u00a0% confidence it lies between {low} and {high}.",
            measure=report.measure,
            **figures,
        )
    if report.goal != CLASSES.name:
        return Phrase(
            "{measure} {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f}. With 95\u00a0% confidence "
            "it lies between {low} and {high}.",
            measure=report.measure,
            **figures,
        )
    return Phrase(
        "Accuracy {accuracy} of {count:,} examples ({data}, {part}), loss {loss:.4f}. With 95\u00a0% confidence it "
        "lies between {low} and {high}.",
        **figures,
    )


def _list_classes(report: Report, output: Output) -> None:
    """Say of each class how many of its examples are found."""
    names = [visible(name) for name in report.classes]
    width = min(LONGEST_NAME, max(map(cells, names)))
    for index, name in enumerate(names):
        recall, precision = said(percent(report.recall[index])), said(percent(report.precision[index]))
        figures = Phrase(
            "found {recall}  right when said {precision}",
            recall=right(recall, 7),
            precision=right(precision, 7),
        )
        output.line(f"  {left(name, width)}  {said(figures)}")


def _advice(
    saved: SavedModel, model: nn.Module, split: Split, accuracy: float, cancelled: Interrupt
) -> Phrase:
    """Return what to try with a model whose file does not say it, from how it reads training images and others."""
    from engine.evaluation.advice import Evidence, advise, train_look
    from engine.evaluation.measure import measure

    learnt = measure(model, train_look(split.train), cancelled=cancelled)
    evidence = Evidence(
        (),
        learnt.accuracy if GOALS[split.goal].fitted(split.train.labels).can_be_right else None,
        accuracy,
        classes=len(split.classes),
        private=SPENT in saved.results,
    )
    return advise(evidence).text
