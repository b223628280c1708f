"""The figures of a run beside its curves: loss and accuracy after an epoch, and the best so far, as numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.goals.registry import CLASSES
from engine.records import dataclass
from gui.look import theme
from gui.look.plain import plain
from gui.look.spoken import Spoken
from gui.look.words import loss_text, percent, plain_number, translate_engine
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from engine.goals.goal import Goal
    from engine.training.history import History


@dataclass(frozen=True, slots=True)
class EpochFigures:
    """What is known after an epoch.

    Attributes:
        epoch: Its number; 0 before the first.
        epochs: How many are planned; 0 where that is not known.
        losses: On the training images while it learnt, on the validation images, and the lowest of these so far.
        accuracies: Likewise, and the highest on the validation images so far.
        best_epochs: After which epoch the loss was lowest and the accuracy highest; 0 for none.
        privacy: ε of a private training so far, and the most that it may spend, infinity without a limit; None of
            another.
        attacked: The share right on attacked validation images, and the highest so far; nan without an adversary.
        attacked_epoch: After which epoch it was highest; 0 for none.
    """

    epoch: int = 0
    epochs: int = 0
    losses: tuple[float, float, float] = (math.nan,) * 3
    accuracies: tuple[float, float, float] = (math.nan,) * 3
    best_epochs: tuple[int, int] = (0, 0)
    privacy: tuple[float, float] | None = None
    attacked: tuple[float, float] = (math.nan,) * 2
    attacked_epoch: int = 0


def figures_of(history: History, step: int | None = None) -> EpochFigures:
    """Return what a run has come to.

    Args:
        history: The run.
        step: After how many steps; None for all of them.
    """
    if not history.version:
        return EpochFigures()
    planned = history.started.epochs if history.started is not None else 0
    steps = history.epoch_steps
    count = len(steps) if step is None else int(np.searchsorted(steps, step, "right"))
    privacy = _privacy(history, count)
    if not count:
        return EpochFigures(epochs=planned, privacy=privacy)
    losses, accuracies = history.validation_losses[:count], history.validation_accuracies[:count]
    attacked = history.robust_accuracies[:count]
    lowest = history.best_place("validation_loss", count)
    highest = history.best_place("validation_accuracy", count)
    hardest = history.best_place("robust_accuracy", count)
    epochs = history.epochs
    return EpochFigures(
        epoch=int(epochs[count - 1]),
        epochs=planned,
        losses=(float(history.train_losses[count - 1]), float(losses[-1]), _at(losses, lowest)),
        accuracies=(
            float(history.train_accuracies[count - 1]),
            float(accuracies[-1]),
            _at(accuracies, highest),
        ),
        best_epochs=(_at_epoch(epochs, lowest), _at_epoch(epochs, highest)),
        privacy=privacy,
        attacked=(float(attacked[-1]), _at(attacked, hardest)),
        attacked_epoch=_at_epoch(epochs, hardest),
    )


def _privacy(history: History, count: int) -> tuple[float, float] | None:
    """Return what a private training had spent after so many epochs, and its budget."""
    if history.started is None or history.started.privacy_noise is None:
        return None
    return float(
        history.privacy_spent[count - 1]
    ) if count else 0.0, history.started.privacy_epsilon or math.inf


def _at(values: np.ndarray, place: int | None) -> float:
    return math.nan if place is None else float(values[place])


def _at_epoch(epochs: np.ndarray, place: int | None) -> int:
    return 0 if place is None else int(epochs[place])


class RunFigures(Spoken, QWidget):
    """A small table that is always there, with dashes for what is not known, so that nothing moves.

    Its last row is there where a run has an adversary.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runFigures")
        self._figures = EpochFigures()
        self._goal: Goal = CLASSES
        self._cells: dict[tuple[int, int], ShortLabel] = {}
        self._build_ui()
        self.say_words()

    def _build_ui(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 6, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        for row in range(4):
            for column in range(4):
                label = ShortLabel(self)
                if row == 0 or column == 0:
                    label.setProperty("role", "heading" if row == column == 0 else "muted")
                else:
                    label.setFont(theme.tabular_font(self.font()))
                self._cells[row, column] = label
                grid.addWidget(label, row, column)
        self._privacy = ShortLabel(self), ShortLabel(self)
        self._privacy[0].setProperty("role", "muted")
        self._privacy[1].setFont(theme.tabular_font(self.font()))
        self._privacy[1].setObjectName("privacySpent")
        grid.addWidget(self._privacy[0], 3, 0)
        grid.addWidget(self._privacy[1], 3, 1, 1, 3)
        for column, stretch in enumerate((64, 50, 63, 79)):
            grid.setColumnStretch(column, stretch)
        for place, name in {
            (0, 0): "epochFigure", (1, 1): "trainingLoss", (1, 2): "validationLoss", (1, 3): "bestLoss",
            (2, 1): "trainingAccuracy", (2, 2): "validationAccuracy", (2, 3): "bestAccuracy",
            (3, 2): "attackedAccuracy", (3, 3): "bestAttacked",
        }.items():  # fmt: skip
            self._cells[place].setObjectName(name)

    def set_goal(self, goal: Goal) -> None:
        """Say what is measured of a network that is to give this."""
        if goal != self._goal:
            self._goal = goal
            self.say_words()

    def set_figures(self, figures: EpochFigures) -> None:
        """Show other figures."""
        if figures != self._figures:
            self._figures = figures
            self._show()

    def say_words(self) -> None:
        for place, words in {
            (0, 1): self.tr("training"), (0, 2): self.tr("validation"), (0, 3): self.tr("best so far"),
            (1, 0): self.tr("Loss"), (2, 0): translate_engine(self._goal.measure), (3, 0): self.tr("Attacked"),
        }.items():  # fmt: skip
            self._cells[place].setText(words)
        tips = (
            self.tr("On the examples it learns from, over the whole epoch while it learnt"),
            self.tr("On examples kept out of training, after the epoch"),
            self.tr(
                "Lowest loss and highest accuracy on examples kept out of training, and after which epoch"
            )
            if self._goal is CLASSES
            else self.tr(
                "Lowest loss and highest {measure} on examples kept out of training, and after which epoch"
            ).format(measure=translate_engine(self._goal.measure)),
        )
        for column, words in enumerate(tips, start=1):
            for row in range(3):
                self._cells[row, column].setToolTip(plain(words))
        self._privacy[0].setText(self.tr("Privacy"))
        tip = self.tr("How much the model may tell of any one training example so far: the smaller, the less")
        for label in self._privacy:
            label.setToolTip(plain(tip))
        attacked = self.tr(
            "Accuracy after the epoch on at most 1,000 examples kept out of training, each attacked with ten steps at "
            "the whole strength of the adversary"
        )
        for column in range(4):
            self._cells[3, column].setToolTip(plain(attacked))
        self.setAccessibleName(self.tr("Figures of the run"))
        self._show()

    def _show(self) -> None:
        shown, locale = self._figures, QLocale()
        epoch, epochs = locale.toString(shown.epoch) if shown.epoch else "–", locale.toString(shown.epochs)
        short = self.tr("Epoch {epoch}").format(epoch=epoch)
        words = self.tr("Epoch {epoch} of {epochs}").format(epoch=epoch, epochs=epochs)
        if not shown.epoch:
            words = self.tr("No epoch yet")
        elif not shown.epochs:
            words = short
        self._cells[0, 0].set_words(words, short)
        rows = (
            (1, shown.losses, shown.best_epochs[0], loss_text),
            (2, shown.accuracies, shown.best_epochs[1], percent),
            (3, (math.nan, *shown.attacked), shown.attacked_epoch, percent),
        )
        for row, values, best, text in rows:
            for column, value in enumerate(values, start=1):
                fewer_digits = (percent(value, 1), percent(value, 0)) if text is percent else ()
                self._cells[row, column].set_words(text(value), *fewer_digits)
            if best:
                parts = {"value": text(values[2]), "epoch": locale.toString(best)}
                full, fewer = self.tr("{value} · epoch {epoch}"), self.tr("{value} ({epoch})")
                self._cells[row, 3].set_words(full.format(**parts), fewer.format(**parts), parts["value"])
        for column in range(4):
            self._cells[3, column].setVisible(bool(shown.attacked_epoch))
        self._show_privacy()

    def _show_privacy(self) -> None:
        """Show what a private training has spent; of another there is no such row."""
        privacy = self._figures.privacy
        for label in self._privacy:
            label.setVisible(privacy is not None)
        if privacy is None:
            return
        spent, budget = plain_number(privacy[0]), plain_number(privacy[1])
        words = self.tr("ε {spent} of {budget}").format(spent=spent, budget=budget)
        if math.isinf(privacy[1]):
            words = self.tr("ε {spent}").format(spent=spent)
        self._privacy[1].set_words(words)
