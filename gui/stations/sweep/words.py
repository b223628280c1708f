"""A sweep in words: its goals and ways, its trials and the values that they try."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.config import field_at
from engine.goals.registry import CLASSES
from engine.sweep.plan import ENDING_LABELS, WAY_LABELS, Ending, Goal, Way, goal_label
from engine.sweep.trial import STATE_LABELS, TrialState, ordinal
from gui.bench.value_words import MISSING, duration, setting_text
from gui.look.words import (
    in_turn,
    labelled,
    listed,
    loss_text,
    percent,
    plain_number,
    say_kept,
    translate_engine,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.goals.goal import Goal as Aim
    from engine.sweep.ranges import Range
    from engine.sweep.trial import Trial

DIGITS = 3  # of a number on an axis


def _tr(text: str) -> str:
    return QCoreApplication.translate("SweepWords", text)


def _label(phrase: str) -> str:
    """Return words of the engine as they stand on a button or in a table: with a capital in front."""
    text = translate_engine(phrase)
    return text[:1].upper() + text[1:]


def goal_word(goal: Goal, aim: Aim = CLASSES) -> str:
    """Return what is looked for of networks that are to give this."""
    return _label(goal_label(goal, aim))


def way_word(way: Way) -> str:
    """Return how the values are chosen, in a few words."""
    return _label(WAY_LABELS[way])


def ending_word(ending: Ending) -> str:
    """Return when a trial is ended early, in a few words."""
    return _label(ENDING_LABELS[ending])


def state_word(trial: Trial) -> str:
    """Return what became of a trial."""
    return _label(trial.state_words)


def state_name(state: TrialState) -> str:
    """Return what became of trials of a kind."""
    return _tr("Broken off") if state is TrialState.LOST else _label(STATE_LABELS[state])


def goal_short(goal: Goal, aim: Aim = CLASSES) -> str:
    """Return what is measured of each trial."""
    return _tr("Loss") if goal is Goal.LOSS else translate_engine(aim.measure)


def measure_word(goal: Goal, aim: Aim = CLASSES) -> str:
    """Return what is measured of each trial, and on what, amid a sentence; a limit does not change that."""
    return translate_engine(goal_label(Goal.LOSS if goal is Goal.LOSS else Goal.ACCURACY, aim))


def best_measure(aim: Aim) -> str:
    """Return what the measure of a trial is called, after its best epoch."""
    return _tr("Best accuracy") if aim is CLASSES else labelled(_tr("Best"), translate_engine(aim.measure))


def goal_help(goal: Goal, aim: Aim = CLASSES) -> str:
    """Return in a sentence what wins."""
    if aim is not CLASSES and goal is not Goal.LOSS:
        return {
            Goal.ACCURACY: _tr("The highest figure on the validation examples wins: {measure}."),
            Goal.ACCURACY_IN_SECONDS: _tr(
                "Each trial has so many seconds of training; the highest figure on the validation examples within them "
                "wins: {measure}."
            ),
            Goal.ACCURACY_IN_PARAMETERS: _tr(
                "Only networks with at most so many parameters are trained; the highest figure on the validation "
                "examples wins: {measure}."
            ),
        }[goal].format(measure=translate_engine(aim.measure))
    return {
        Goal.ACCURACY: _tr("The best accuracy on the validation examples wins."),
        Goal.LOSS: _tr("The lowest loss on the validation examples wins."),
        Goal.ACCURACY_IN_SECONDS: _tr(
            "Each trial has so many seconds of training; the best accuracy on the validation examples within them wins."
        ),
        Goal.ACCURACY_IN_PARAMETERS: _tr(
            "Only networks with at most so many parameters are trained; the best accuracy on the validation examples "
            "wins."
        ),
    }[goal]


def way_help(way: Way) -> str:
    """Return how the values are chosen."""
    return {
        Way.GRID: _tr("Every combination of the values, one after another. For two or three short lists."),
        Way.RANDOM: _tr("Values drawn by chance. Finds what matters without a plan, and never gets stuck."),
        Way.TPE: _tr(
            "Begins by chance, then tries values near those that went well (a tree of Parzen estimators). Usually "
            "needs the fewest trials."
        ),
    }[way]


def ending_help(ending: Ending) -> str:
    """Return when a trial is ended early."""
    return {
        Ending.NEVER: _tr("Every trial goes to its last epoch."),
        Ending.MEDIAN: _tr(
            "A trial ends after an epoch in which its best is worse than the middle of the others there."
        ),
        Ending.HALVING: _tr(
            "At a few epochs only the better part of the trials goes on; the others end there."
        ),
    }[ending]


def goal_text(goal: Goal, value: float | None) -> str:
    """Return the goal that a trial reached."""
    return loss_text(value) if goal is Goal.LOSS else percent(value)


def axis_text(goal: Goal, value: float) -> str:
    """Return a goal as it stands at an axis: with no more digits than tell it from its neighbours."""
    if goal is Goal.LOSS:
        return plain_number(value, DIGITS)
    whole = abs(100 * value - round(100 * value)) < 1e-6
    return percent(value, 0 if whole else 1)


def edge_text(goal: Goal, text: str) -> str:
    """Return what stands at the worse end of an axis beyond which there are trials, too."""
    return f"≥ {text}" if goal is Goal.LOSS else f"≤ {text}"


def value_text(path: str, value: object, *, short: bool = False) -> str:
    """Return a value of a setting.

    Args:
        path: The setting.
        value: Its value.
        short: Whether there is little room: numbers are rounded then.
    """
    if value is None:
        return MISSING
    if isinstance(value, list | tuple):
        return "-".join(map(str, value)) or MISSING
    if isinstance(value, float) and not isinstance(value, bool):
        return plain_number(value, DIGITS if short else 4)
    return setting_text(path, _typed(path, value))


@lru_cache(maxsize=512)
def _typed(path: str, value: object) -> object:
    """Return the name of a choice as the choice, which has words; all else as it is."""
    try:
        kind = field_at(path).annotation
    except KeyError:
        return value
    if isinstance(value, str) and isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value) if value in list(kind) else value  # others may have put it there
    return value


def values_text(trial: Trial, labels: Mapping[str, str]) -> str:
    """Return what a trial tries: “Learning rate: 0.003, Batch size: 128”."""
    return listed(
        labelled(labels.get(path, path), value_text(path, value)) for path, value in trial.values.items()
    )


def trial_title(trial: Trial) -> str:
    """Return what a trial is called."""
    return _tr("Trial {number}").format(number=QLocale().toString(trial.ordinal))


def trial_words(trial: Trial, goal: Goal, labels: Mapping[str, str]) -> str:
    """Return all that a trial says in one line."""
    state = state_word(trial)
    reached = goal_text(goal, trial.goal) if trial.goal is not None else ""
    spent = duration(trial.seconds) if trial.seconds else ""
    return labelled(
        trial_title(trial), in_turn((listed((reached, state, spent)), values_text(trial, labels)))
    )


def trial_more(trial: Trial) -> str:
    """Return what else is to be known of a trial: why it failed, or which one it does again."""
    if trial.failure:
        return say_kept(trial.failure)
    if trial.again_of is not None:
        return _tr("It does trial {number} again, whose process was ended.").format(
            number=QLocale().toString(ordinal(trial.again_of))
        )
    return ""


def range_words(what: Range) -> str:
    """Return what is tried of a setting, for who does not read the short way of writing it."""
    if what.choices:
        values = listed(value_text(what.path, value) for value in what.choices)
        if len(what.choices) == 1:
            return _tr("One value: {values}").format(values=values)
        return _tr("{count} values: {values}").format(
            count=QLocale().toString(len(what.choices)), values=values
        )
    low, high = value_text(what.path, what.low), value_text(what.path, what.high)
    if what.log:
        return _tr("From {low} to {high}, on a logarithmic scale").format(low=low, high=high)
    return _tr("From {low} to {high}").format(low=low, high=high)
