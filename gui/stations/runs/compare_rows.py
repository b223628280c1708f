"""What is compared between runs: their results, with the difference to a baseline, and the settings that differ."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.storage.runs.compare import differing
from gui.bench.value_words import duration, setting_text
from gui.look.words import loss_text, translate_engine
from gui.stations.runs import run_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.storage.runs.summary import RunSummary

    Say = Callable[[RunSummary, float | None], str]
    SayDifference = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One result or setting of all compared runs.

    Attributes:
        label: What it is.
        texts: How it is written, for each run.
        best: Which runs have the best value, where there is a best.
        is_setting: Whether it is a setting.
    """

    label: str
    texts: tuple[str, ...]
    best: frozenset[int] = frozenset()
    is_setting: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareRows", text)


def compare_rows(runs: Sequence[RunSummary], baseline: RunSummary | None) -> tuple[CompareRow, ...]:
    """Return what is compared, results first; nothing where there are no runs.

    Args:
        runs: The runs.
        baseline: With which results are compared, or None.
    """
    if not runs:
        return ()
    in_percent = (run_words.measured, run_words.percent_points)
    in_numbers = ((lambda _run, loss: loss_text(loss)), run_words.loss_difference)
    settings = (
        CompareRow(
            translate_engine(item.label),
            tuple(setting_text(item.path, value) for value in item.values),
            is_setting=True,
        )
        for item in differing([run.experiment for run in runs])
    )
    attacked = _result(_tr("Attacked"), runs, lambda run: run.robust_accuracy, in_percent, max, baseline)
    private = CompareRow(_tr("Privacy"), tuple(run_words.privacy(run) for run in runs))
    return (
        _result(_tr("Validation"), runs, lambda run: run.validation_accuracy, in_percent, max, baseline),
        *((attacked,) if any(run.robust_accuracy is not None for run in runs) else ()),
        _result(_tr("Loss"), runs, lambda run: run.validation_loss, in_numbers, min, baseline),
        _result(_tr("Test"), runs, lambda run: run.test_accuracy, in_percent, max, baseline),
        *((private,) if any(private.texts) else ()),
        CompareRow(_tr("Time"), tuple(duration(run.seconds) for run in runs)),
        *settings,
    )


def _result(
    label: str,
    runs: Sequence[RunSummary],
    value_of: Callable[[RunSummary], float | None],
    words: tuple[Say, SayDifference],
    choose: Callable[[list[float]], float],
    baseline: RunSummary | None,
) -> CompareRow:
    """Return a result of all runs; of several goals or data sets none is the best."""
    say, say_difference = words
    start = _number(value_of(baseline)) if baseline is not None else None
    measures = {(run_words.goal_of(run), run.experiment.data.dataset) for run in runs}
    values = [_number(value_of(run)) for run in runs]
    texts = []
    for run, value in zip(runs, values, strict=True):
        text = say(run, value)
        if (
            baseline is not None
            and run.id != baseline.id
            and run_words.goal_of(run) == run_words.goal_of(baseline)
            and value is not None
            and start is not None
        ):
            text = f"{text}  {say_difference(value - start)}"
        texts.append(text)
    known = [value for value in values if value is not None]
    best = choose(known) if len(set(known)) > 1 and len(measures) == 1 else None
    places = (place for place, value in enumerate(values) if value is not None and value == best)
    return CompareRow(label, tuple(texts), frozenset(places))


def _number(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
