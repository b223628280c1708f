"""The command ``learning-curve``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress, percent
from engine.errors import Cancelled, ConfigError
from engine.evaluation.learning_curve.events import CurveFinished, CurveProgress
from engine.evaluation.learning_curve.run import learning_curve
from engine.evaluation.learning_curve.summary import CurvePoint
from engine.goals.registry import CLASSES
from engine.numbers import parse_number, parse_whole
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.cli.output import Output
    from engine.config import Experiment

MOST_SEEDS = 100


def draw_learning_curve(experiment: Experiment, fractions: str, seeds: int, output: Output) -> None:
    """Train on ever more of the images and say whether data or network is the limit.

    Args:
        experiment: What to train.
        fractions: Parts of the training images, separated by commas, such as ``1/4,1/2,1``.
        seeds: How many trainings each part gets.
        output: Where to say it.

    Raises:
        Cancelled: If Ctrl-C came.
        NetSketchError: If the data or the network cannot be had, or a training fails.
    """
    parts = parsed_fractions(fractions)
    if experiment.training.teacher:
        output.warn(Phrase("The learning curve is drawn without a teacher."))
    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        from engine.data.datasets import load_split

        data = load_split(experiment.data, progress=progress, cancelled=interrupt)
        if interrupt():
            raise Cancelled
        for event in learning_curve(experiment, data, fractions=parts, seeds=seeds, cancelled=interrupt):
            if isinstance(event, CurveProgress):
                words = Phrase("Training {run} of {runs}", run=event.run + 1, runs=event.runs)
                progress(words, event.share)
            elif isinstance(event, CurvePoint):
                _tell(event, output)
            elif isinstance(event, CurveFinished):
                finished = event
    output.record(event="finished", **finished.summary.to_dict())
    for sentence in finished.summary.sentences:
        output.line(sentence)


def parsed_fractions(text: str) -> tuple[float, ...]:
    """Read parts of a whole, such as ``1/16,0.5,1``.

    Raises:
        ConfigError: If one of them is no number above 0 and up to 1.
    """
    found = []
    for word in text.replace("،", ",").split(","):
        part, slash, whole = word.partition("/")
        numbers = parse_number(part), parse_number(whole) if slash else 1.0
        fraction = numbers[0] / numbers[1] if numbers[0] and numbers[1] else 0.0
        if not 0 < fraction <= 1:
            raise ConfigError(
                "“{word}” is no part of the training examples.",
                remedy="Give parts above 0 and up to 1, such as 1/16,1/4,1.",
                word=word.strip(),
            )
        found.append(fraction)
    return tuple(found)


def parsed_seeds(text: str) -> int:
    """Read how many trainings each part gets.

    Raises:
        ConfigError: If it is no whole number from 1 to 100.
    """
    seeds = parse_whole(text)
    if seeds is None or not 1 <= seeds <= MOST_SEEDS:
        raise ConfigError(
            "“{text}” is no number of trainings.",
            remedy="Give a whole number from 1 to {most}.",
            text=text,
            most=MOST_SEEDS,
        )
    return seeds


def _tell(point: CurvePoint, output: Output) -> None:
    output.record(
        event="point",
        size=point.size,
        seed=point.seed,
        accuracy=point.accuracy,
        error=point.error,
        train_accuracy=point.train_accuracy,
    )
    output.line(
        Phrase(
            "{size:>8,} training examples, seed {seed}: validation {accuracy}, training {train_accuracy}"
            if point.goal is CLASSES
            else "{size:>8,} training examples, seed {seed}, {measure}: validation {accuracy}, training "
            "{train_accuracy}",
            measure=point.goal.measure,
            size=point.size,
            seed=point.seed,
            accuracy=percent(point.accuracy),
            train_accuracy=percent(point.train_accuracy),
        )
    )
