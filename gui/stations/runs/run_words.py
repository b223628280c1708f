"""A run in words and signs: its state, its settings, its results, short enough for the cell of a table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from engine.config import list_presets
from engine.data.goal_by_name import goal_by_name
from engine.goals.registry import CLASSES
from engine.storage.runs.compare import changes_from_preset
from engine.storage.runs.status import RunStatus
from gui.bench.value_words import MISSING, setting_text
from gui.look.words import (
    joined,
    listed,
    loss_text,
    percent,
    plain_number,
    say_kept,
    translate_engine,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.config import Experiment
    from engine.goals.goal import Goal
    from engine.storage.runs.summary import RunSummary


class Sign(NamedTuple):
    """An icon and the colour of the theme it is drawn in."""

    icon: str
    role: str


SIGNS = {
    RunStatus.RUNNING: Sign("play", "accent"),
    RunStatus.PAUSED: Sign("pause", "text_muted"),
    RunStatus.INTERRUPTED: Sign("warning", "warning"),
    RunStatus.STOPPED: Sign("stop", "text_muted"),
    RunStatus.DONE: Sign("check", "success"),
    RunStatus.DIVERGED: Sign("diverged", "error"),
    RunStatus.FAILED: Sign("error", "error"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunWords", text)


def status_word(status: RunStatus) -> str:
    """Return what became of a run, in a word."""
    return {
        RunStatus.RUNNING: _tr("Running"),
        RunStatus.PAUSED: _tr("Paused"),
        RunStatus.INTERRUPTED: _tr("Interrupted"),
        RunStatus.STOPPED: _tr("Stopped"),
        RunStatus.DONE: _tr("Done"),
        RunStatus.DIVERGED: _tr("Diverged"),
        RunStatus.FAILED: _tr("Failed"),
    }[status]


def status_text(run: RunSummary) -> str:
    """Return what became of a run, and where it is while it is not done."""
    word = status_word(run.status)
    if run.status in (RunStatus.DONE, RunStatus.DIVERGED, RunStatus.FAILED):
        return word
    return _tr("{state} {epoch}/{epochs}").format(state=word, epoch=run.epoch, epochs=run.epochs)


def status_help(run: RunSummary) -> str:
    """Return a sentence or two on a run's state."""
    texts = {
        RunStatus.RUNNING: _tr("It is being trained."),
        RunStatus.PAUSED: _tr("It is paused. Resume goes on where it was."),
        RunStatus.INTERRUPTED: _tr(
            "Its program ended in the middle. Resume goes on from the last safe point."
        ),
        RunStatus.STOPPED: _tr("It was stopped before its last epoch. Resume goes on where it was."),
        RunStatus.DONE: _tr("It has come to its end. Resume adds more epochs."),
        RunStatus.DIVERGED: _tr("It ran out of control: its loss grew without end."),
        RunStatus.FAILED: _tr("It ended with an error."),
    }
    number = QLocale().toString
    epochs = _tr("{epoch} of {epochs} epochs done.").format(
        epoch=number(run.epoch), epochs=number(run.epochs)
    )
    return joined((texts[run.status], say_kept(run.message), epochs))


def percent_points(difference: float) -> str:
    """Return how far a share lies above or below another, with its sign."""
    return _signed(100 * difference, 2)


def loss_difference(difference: float) -> str:
    """Return how far a loss lies above or below another, with its sign."""
    size = abs(difference)
    if size < 1000 or math.isinf(size):
        return _signed(difference, 4) if size < 1000 else MISSING
    return ("−" if difference < 0 else "+") + plain_number(size)


def _signed(number: float, digits: int) -> str:
    rounded = round(number, digits)
    sign = "−" if rounded < 0 else "+" if rounded > 0 else "±"  # a minus as wide as a plus
    return sign + QLocale().toString(abs(rounded), "f", digits)


def bytes_text(count: int) -> str:
    """Return an amount of memory, such as ``1.2 GB``."""
    digits = 1 if count >= 10**9 else 0
    return QLocale().formattedDataSize(count, digits, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def network(experiment: Experiment) -> str:
    """Return the hidden layers in a word."""
    return experiment.network.summary or _tr("no hidden layer")


def preset_title(name: str) -> str:
    """Return what a preset is called, or its name where it is none of ours."""
    return next((translate_engine(item.title) for item in list_presets() if item.name == name), name)


def goal_of(run: RunSummary) -> Goal:
    """Return what the network of a run gives."""
    return goal_by_name(run.goal, run.experiment.data.dataset)


def measure_of(runs: Iterable[RunSummary]) -> str:
    """Return what is measured of all of these runs: the measure of their goal, or a word for those of several."""
    measures = {goal_of(run).measure for run in runs} or {CLASSES.measure}
    return translate_engine(measures.pop()) if len(measures) == 1 else _tr("Score")


def measured(run: RunSummary, share: float | None) -> str:
    """Return what a run came to on some examples: a share that is right, or its goal's measure by name."""
    goal, text = goal_of(run), percent(share)
    if goal is CLASSES or share is None:
        return text
    return _tr("{measure} {figure}").format(measure=translate_engine(goal.measure), figure=text)


def in_a_cell(run: RunSummary, share: float | None) -> str:
    """Return the same for a column of figures, where these come first: what has no room is cut off behind them."""
    goal, text = goal_of(run), percent(share)
    if goal is CLASSES or share is None:
        return text
    return _tr("{figure} {measure}").format(measure=translate_engine(goal.measure), figure=text)


def best_accuracy(run: RunSummary) -> str:
    """Return the best accuracy on the validation images, with the epoch that reached it where that is known."""
    text = measured(run, run.validation_accuracy)
    if run.validation_accuracy is None or not run.accuracy_epoch:
        return text
    return _tr("{accuracy} at epoch {epoch}").format(accuracy=text, epoch=run.accuracy_epoch)


def best_attacked(run: RunSummary) -> str:
    """Return the best accuracy on attacked validation images with the epoch that reached it; empty without any."""
    if run.robust_accuracy is None:
        return ""
    text = percent(run.robust_accuracy)
    if not run.robust_epoch:
        return text
    return _tr("{accuracy} at epoch {epoch}").format(accuracy=text, epoch=run.robust_epoch)


def best_loss(run: RunSummary) -> str:
    """Return the lowest loss on the validation images, with the epoch that reached it."""
    text = loss_text(run.validation_loss)
    if run.validation_loss is None or not run.best_epoch:
        return text
    return _tr("{loss} at epoch {epoch}").format(loss=text, epoch=run.best_epoch)


def privacy(run: RunSummary) -> str:
    """Return what a private training has spent, and but for which probability; empty of another."""
    if run.privacy_spent is None:
        return ""
    spent, delta = plain_number(run.privacy_spent), plain_number(run.experiment.training.privacy_delta)
    return _tr("ε {spent} at δ {delta}").format(spent=spent, delta=delta)


def changes(run: RunSummary) -> list[str]:
    """Return the settings of a run that differ from its preset, each with its value."""
    return [
        difference_text(change.path, change.label, change.values[-1]) for change in changes_from_preset(run)
    ]


def difference_text(path: str, label: str, value: object) -> str:
    """Return a setting with its value, such as “Learning rate 0.01”."""
    return f"{translate_engine(label)} {setting_text(path, value)}"


def changes_text(run: RunSummary) -> str:
    """Return them in one line."""
    return listed(changes(run))
