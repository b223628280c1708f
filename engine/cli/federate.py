"""The command ``federate``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic import check_writable
from engine.cli.exposure import parsed_whole
from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress, percent
from engine.errors import Cancelled, ConfigError
from engine.storage import model_file
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.challenge.federated import Plan, RoundDone
    from engine.cli.output import Output
    from engine.config import Experiment
    from engine.data.dataset import Split

NOTHING_SAVED = Phrase("Stopped before the first round was over; nothing was saved.")


def plan_of(
    *, schools: str, shares: str, rounds: str, local_epochs: str, images: str, beside: bool, seed: int
) -> Plan:
    """Return what the flags ask for.

    Raises:
        ConfigError: If one of them says nothing.
    """
    from engine.challenge.federated import Plan
    from engine.challenge.schools import Shares

    if shares not in tuple(Shares):
        raise ConfigError(
            "There are no shares “{name}”.",
            remedy="Shares are: {known}.",
            name=shares,
            known=Phrase.listed(tuple(Shares)),
        )
    return Plan(
        schools=parsed_whole(schools, "--schools"),
        shares=Shares(shares),
        rounds=parsed_whole(rounds, "--rounds"),
        local_epochs=parsed_whole(local_epochs, "--local-epochs"),
        images=parsed_whole(images, "--images"),
        seed=seed,
        beside=beside,
    )


def federate(experiment: Experiment, plan: Plan, out: Path | None, output: Output) -> None:
    """Play a training through in which images stay at the schools, and say after each round what it has reached.

    Args:
        experiment: Network and training.
        plan: How many schools, and so on.
        out: Where the average is saved; nowhere by default. After Ctrl-C it is that of the last whole round.
        output: Where to say it.

    Raises:
        Cancelled: If Ctrl-C came before the first round was over.
        NetSketchError: If the data cannot be had, the flags are wrong, a training fails, or the file cannot be written.
    """
    from engine.challenge.federated import Learning, SchoolsReady, check, federated

    check(experiment, plan)
    path = None if out is None else model_file.with_suffix(out)
    if path is not None:
        check_writable(path)
    from engine.data.datasets import load_split

    done: RoundDone | None = None
    with Interrupt(lambda: None) as interrupt:
        with PreparationProgress(output) as progress:
            split = load_split(experiment.data, progress=progress, cancelled=interrupt)
        try:
            with PreparationProgress(output) as progress:
                for event in federated(experiment, split, plan, cancelled=interrupt):
                    if isinstance(event, SchoolsReady):
                        part = event.part
                        output.record(
                            event="schools", counts=event.counts.tolist(), part=part, count=event.measured
                        )
                    elif isinstance(event, Learning):
                        words = Phrase("Round {round} of {rounds}", round=event.round, rounds=plan.rounds)
                        progress(words, event.share)
                    else:
                        done = event
                        _tell(event, output)
        except Cancelled:
            if done is None:
                raise Cancelled(NOTHING_SAVED) from None
    assert done is not None, "there is one round at least"
    _close(experiment, split, plan, done, path, output)


def _tell(done: RoundDone, output: Output) -> None:
    output.record(
        event="round",
        round=done.round,
        accuracy=done.average,
        alone={"mean": done.alone_mean, "worst": min(done.alone), "best": max(done.alone)}
        if done.alone
        else None,
        together=done.together,
        seconds=done.seconds,
    )
    if done.alone and done.together is not None:
        output.line(
            Phrase(
                "Round {round}: the average reads {average}, a school alone {alone} ({worst} to {best}), all data "
                "together {together}.",
                round=done.round,
                average=percent(done.average),
                alone=percent(done.alone_mean),
                worst=percent(min(done.alone)),
                best=percent(max(done.alone)),
                together=percent(done.together),
            )
        )
    else:
        output.line(
            Phrase("Round {round}: the average reads {average}.", round=done.round, average=percent(done.average))
        )  # fmt: skip


def _close(
    experiment: Experiment, split: Split, plan: Plan, done: RoundDone, path: Path | None, output: Output
) -> None:
    """Measure the average on the test images, and save it where that is wanted."""
    from dataclasses import replace

    from engine.challenge.federated import as_saved
    from engine.evaluation.evaluate import evaluate
    from engine.models.build import build_with

    saved = as_saved(experiment, split, plan, done)
    report = None
    if len(split.test):
        model = build_with(
            *(saved.experiment.network, saved.state),
            image_shape=saved.image_shape,
            classes=len(saved.classes),
        )
        report = evaluate(model, split.test)
        saved = replace(saved, results=dict(saved.results) | {"test_accuracy": report.accuracy})
    if path is not None:
        model_file.save_copy(path, saved)
    output.record(
        event="finished",
        rounds=done.round,
        accuracy=None if report is None else report.accuracy,
        count=0 if report is None else report.count,
        path=None if path is None else str(path),
    )
    if report is not None:
        output.line(
            Phrase(
                "Test accuracy {accuracy} of {count:,} examples, loss {loss:.4f}.",
                accuracy=percent(report.accuracy),
                count=report.count,
                loss=report.loss,
            )
        )
    if path is not None:
        output.line(Phrase("Saved to {path}.", path=str(path)))
