"""How methods, amounts and trials are called on the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.compress.registry import METHODS
from engine.shares import in_percent
from gui.look.words import in_turn, listed, percent, plain_number, size_words, translate_engine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.compress.method import Amount
    from engine.compress.trial import Measure, Trial
    from gui.stations.compress.study import Study

_tr = partial(QCoreApplication.translate, "Compress")


def amount_words(kind: Amount, amount: float) -> str:
    """Return an amount as a person reads it: “80 %”, “4 bits”."""
    return percent(amount, 0) if kind.is_share else _tr("{count} bits").format(count=round(amount))


def trial_words(trial: Trial) -> str:
    """Return what was tried in a few words."""
    if not trial.method:
        return _tr("Original")
    kind = METHODS[trial.method]
    return listed((method_words(trial), amount_words(kind.amount, trial.amount)))


def method_words(trial: Trial) -> str:
    """Return how a model was made smaller, with what was chosen for it."""
    if not trial.method:
        return _tr("Original")
    return method_title(trial.method, trial.options)


def method_title(name: str, options: Mapping[str, str]) -> str:
    """Return a method, with what was chosen for it."""
    kind = METHODS[name]
    title = translate_engine(kind.title)
    chosen = [translate_engine(kind.choice_words[each][1][value]) for each, value in options.items()]
    return _tr("{method} ({options})").format(method=title, options=listed(chosen)) if chosen else title


def measure_words(measure: Measure | None) -> str:
    """Return a share with its interval: “97.5 % (97.1 to 97.9)”."""
    if measure is None:
        return "–"
    low, high = measure.interval
    bounds = [QLocale().toString(in_percent(share, 1), "f", 1) for share in (low, high)]
    return _tr("{share} ({low} to {high})").format(
        share=percent(measure.accuracy), low=bounds[0], high=bounds[1]
    )


def bytes_words(trial: Trial, original: Trial) -> str:
    """Return how large the weights are, and of how much of the original."""
    if trial is original or not original.size:
        return size_words(trial.size)
    share = _tr("{number} ×").format(number=plain_number(trial.size / original.size, 2))
    return in_turn((size_words(trial.size), share))


def verdict(trial: Trial, study: Study) -> str:
    """Say in a sentence how a trial compares with the original, as far as the images tell."""
    original = study.original
    if original is None or original.validation is None or trial.validation is None:
        return ""
    before, after = original.validation, trial.validation
    count, fewer = (QLocale().toString(number) for number in (before.count, before.right - after.right))
    if after.right >= before.right:
        words = _tr("Of {count} validation examples it reads no fewer right than the original.")
    elif after.accuracy >= before.interval.low:
        words = _tr(
            "Of {count} validation examples it reads {fewer} fewer right than the original, which is within the bounds "
            "between which the true share of the original lies."
        )
    else:
        words = _tr("Of {count} validation examples it reads {fewer} fewer right than the original.")
    return words.format(count=count, fewer=fewer)
