"""The command ``exposure``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress, percent
from engine.data.learnt import Learnt
from engine.errors import ConfigError
from engine.numbers import parse_whole
from engine.storage import model_file
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.challenge.roc import Roc
    from engine.cli.output import Output

PARTS = {"validation": Phrase("validation"), "test": Phrase("test")}


def expose_file(
    path: Path, output: Output, *, data: str | None = None, count: str | None = None, seed: str | None = None
) -> None:
    """Say what the model in ``path`` betrays of the images it learnt from.

    Args:
        path: The model file.
        output: Where to say it.
        data: Name of the data set, or None for the one it was trained on.
        count: How many images of each kind at most.
        seed: Decides which.

    Raises:
        Cancelled: If Ctrl-C came.
        NetSketchError: If the model or the data cannot be had, do not belong together, or a flag is wrong.
    """
    from engine.challenge.membership import USUAL_COUNT, check_count, exposure

    wanted = USUAL_COUNT if count is None else parsed_whole(count, "--count")
    drawn = 0 if seed is None else parsed_whole(seed, "--seed")
    check_count(wanted)
    model_file.describe(path)  # before torch is loaded and data are fetched
    import torch

    from engine.data.datasets import load_split

    torch.set_num_threads(1)
    saved = model_file.load(path)
    if data is not None:
        learnt = saved.learnt or Learnt.assumed(saved.experiment.data)
        saved = replace(saved, experiment=saved.experiment.with_(**{"data.dataset": data}), learnt=learnt)
    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        split = load_split(saved.experiment.data, progress=progress, cancelled=interrupt)
        found = exposure(saved, split, count=wanted, seed=drawn, progress=progress, cancelled=interrupt)
    output.record(
        model=str(path),
        data=split.train.name,
        part=found.part,
        count=found.count,
        **_told(found.loss),
        moved=_told(found.moved),
        known=found.is_known,
        privacy=None
        if found.budget is None
        else {
            "epsilon": found.budget.epsilon,
            "delta": found.budget.delta,
            "most_tpr_at_1_percent_fpr": found.budget.most_found,
        },
    )
    output.line(
        Phrase(
            "{count:,} images that the model learnt from, and as many that it did not ({data}, {part}).",
            count=found.count,
            data=split.train.name,
            part=PARTS[found.part],
        )
    )
    for title, one in (
        (Phrase("By the loss"), found.loss),
        (Phrase("By copies moved by a pixel"), found.moved),
    ):
        output.line(
            Phrase(
                "{title}: AUC {auc:.3f} ({low:.3f} to {high:.3f}), best accuracy {accuracy} (by chance up to "
                "{chance}), {few} found at 1\u00a0% false alarms ({few_low} to {few_high}).",
                title=title,
                auc=one.auc,
                low=one.interval.low,
                high=one.interval.high,
                accuracy=percent(one.accuracy),
                chance=percent(one.by_chance),
                few=percent(one.found_few),
                few_low=percent(one.found_interval.low),
                few_high=percent(one.found_interval.high),
            )
        )
    for sentence in found.sentences:
        output.line(sentence)


def parsed_whole(text: str, flag: str) -> int:
    """Read the whole number, 0 or more, of a flag.

    Raises:
        ConfigError: If it is none.
    """
    number = parse_whole(text)
    if number is None or number < 0:
        raise ConfigError(
            "“{text}” is no number for {flag}.",
            remedy="Give a whole number, such as 10.",
            text=text,
            flag=flag,
        )
    return number


def _told(found: Roc) -> dict[str, Any]:
    return {
        "auc": found.auc,
        "interval": {"low": found.interval.low, "high": found.interval.high},
        "accuracy": found.accuracy,
        "accuracy_by_chance": found.by_chance,
        "tpr_at_1_percent_fpr": found.found_few,
        "tpr_interval": {"low": found.found_interval.low, "high": found.found_interval.high},
    }
