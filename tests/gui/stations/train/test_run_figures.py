"""The figures beside the curves: known answers, each best with its own epoch, dashes where nothing is known."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.training.events import EpochDone, StepsDone, TrainingStarted
from engine.training.history import History
from gui.look.words import loss_text
from gui.stations.train.run_figures import EpochFigures, RunFigures, figures_of
from gui.widgets.short_label import ShortLabel

# Training loss and accuracy, validation loss and accuracy.
EPOCHS = ((0.9, 0.70, 0.8, 0.72), (0.5, 0.85, 0.4, 0.88), (0.3, 0.90, 0.45, 0.91), (0.2, 0.95, 0.5, 0.90))


def run(epochs: tuple[tuple[float | None, ...], ...] = EPOCHS, history: History | None = None) -> History:
    """Return a run of ten steps an epoch; it goes on with what was told before."""
    history = History() if history is None else history
    losses = np.ones(10, np.float32)
    for number, (loss, accuracy, unseen_loss, unseen_accuracy) in enumerate(epochs, start=1):
        history.add(StepsDone(10 * number - 9, losses, losses, losses, number, 1.0))
        assert loss is not None
        assert accuracy is not None
        history.add(
            EpochDone(
                number, 10 * number, loss, accuracy, unseen_loss, unseen_accuracy, 0.1, 1.0, best=number == 2
            )
        )
    return history


def test_each_best_carries_its_own_epoch() -> None:
    found = figures_of(run())
    assert (found.epoch, found.best_epochs) == (4, (2, 3))
    assert found.losses == pytest.approx((0.2, 0.5, 0.4))
    assert found.accuracies == pytest.approx((0.95, 0.90, 0.91))


def test_it_is_known_how_many_are_planned_from_the_start() -> None:
    history = History()
    history.add(TrainingStarted(9, 10, 320, 80, 404, "cpu", 1, 0.01))
    assert (figures_of(history).epoch, figures_of(history).epochs) == (0, 9)
    run(history=history)
    assert (figures_of(history).epoch, figures_of(history).epochs) == (4, 9)


@pytest.mark.parametrize(
    ("step", "epoch", "best"), [(0, 0, (0, 0)), (9, 0, (0, 0)), (10, 1, (1, 1)), (29, 2, (2, 2))]
)
def test_a_moment_has_the_figures_of_the_last_epoch_before_it(
    step: int, epoch: int, best: tuple[int, int]
) -> None:
    found = figures_of(run(), step)
    assert (found.epoch, found.best_epochs) == (epoch, best)


def test_what_is_no_number_is_never_the_best() -> None:
    found = figures_of(run((*EPOCHS[:2], (np.nan, 0.1, np.nan, np.nan))))
    assert found.best_epochs == (2, 2)
    without = figures_of(run(((0.5, 0.8, None, None),)))
    assert without.best_epochs == (0, 0)
    assert np.isnan(without.losses[1:]).all()


@pytest.mark.parametrize(
    ("loss", "text"),
    [
        (0.43213, "0.4321"),
        (2.3, "2.3000"),
        (5183.0, "5,180"),
        (1.2e-5, "1.2\u00a0×\u00a010⁻⁵"),
        (np.nan, "–"),
    ],
)
def test_losses_stand_still(loss: float, text: str) -> None:
    assert loss_text(loss) == text


def test_they_are_shown_in_their_places(qtbot: QtBot) -> None:
    shown = RunFigures()
    qtbot.addWidget(shown)

    def text(name: str) -> str:
        label = shown.findChild(ShortLabel, name)
        assert isinstance(label, ShortLabel)
        return label.shown()

    shown.resize(600, 60)
    shown.show()
    assert (text("epochFigure"), text("trainingLoss"), text("bestAccuracy")) == ("No epoch yet", "–", "–")
    empty = shown.sizeHint().height()
    shown.set_figures(figures_of(run()))
    assert text("epochFigure") == "Epoch 4"
    assert (text("trainingLoss"), text("validationLoss")) == ("0.2000", "0.5000")
    assert text("bestLoss") == "0.4000 · epoch 2"
    assert text("validationAccuracy") == "90.00\u00a0%"
    assert text("bestAccuracy") == "91.00\u00a0% · epoch 3"
    assert shown.sizeHint().height() == empty
    shown.set_figures(EpochFigures(epoch=3, epochs=10))
    assert text("epochFigure") == "Epoch 3 of 10"
    shown.resize(300, 60)
    shown.set_figures(figures_of(run()))
    assert text("bestLoss") == "0.4000 (2)"
    shown.set_figures(EpochFigures(epoch=3, epochs=10))
    assert text("epochFigure") == "Epoch 3"


def test_what_a_network_withstands_is_a_row_where_there_is_an_adversary(qtbot: QtBot) -> None:
    shown = RunFigures()
    qtbot.addWidget(shown)
    shown.resize(600, 80)
    shown.show()
    history = History()
    for number, attacked in enumerate((0.1, 0.4, 0.3), start=1):
        history.add(EpochDone(number, number, 1, 0.5, 1, 0.9, 0.1, 1.0, best=True, robust_accuracy=attacked))
    figures = figures_of(history)
    assert figures.attacked == pytest.approx((0.3, 0.4))
    assert figures.attacked_epoch == 2
    last, best = (shown.findChild(ShortLabel, name) for name in ("attackedAccuracy", "bestAttacked"))
    assert isinstance(last, ShortLabel)
    assert isinstance(best, ShortLabel)
    assert last.isHidden()
    shown.set_figures(figures)
    assert not last.isHidden()
    assert (last.shown(), best.shown()) == ("30.00\u00a0%", "40.00\u00a0% · epoch 2")
    shown.set_figures(figures_of(run()))
    assert last.isHidden()
    assert best.isHidden()


@pytest.mark.parametrize("width", [290, 330, 360, 400, 440, 600])
@pytest.mark.parametrize(
    "figures",
    [
        EpochFigures(),
        EpochFigures(20, 20, (0.1,) * 3, (0.8787,) * 3, (4, 17)),
    ],
)
def test_no_word_is_cut_at_any_width(qtbot: QtBot, width: int, figures: EpochFigures) -> None:
    shown = RunFigures()
    qtbot.addWidget(shown)
    shown.set_figures(figures)
    shown.resize(width, 60)
    shown.show()
    for label in shown.findChildren(ShortLabel):
        assert "…" not in label.shown()


def test_a_share_has_fewer_digits_where_there_is_no_room(qtbot: QtBot) -> None:
    shown = RunFigures()
    qtbot.addWidget(shown)
    shown.set_figures(EpochFigures(20, 20, (0.1,) * 3, (0.99951,) * 3, (4, 17)))
    shown.resize(275, 60)
    shown.show()
    share = shown.findChild(ShortLabel, "trainingAccuracy")
    assert share is not None
    assert "…" not in share.shown()


def private_run(epsilon: float | None) -> History:
    history = History()
    history.add(TrainingStarted(4, 10, 320, 80, 404, "cpu", 1, 0, 0.01, 1.2, epsilon))
    for epoch, spent in enumerate((1.0, 1.318), start=1):
        history.add(
            EpochDone(epoch, 10 * epoch, 0.5, 0.8, 0.4, 0.9, 0.1, 1.0, best=True, privacy_spent=spent)
        )
    return history


@pytest.mark.parametrize(("epsilon", "words"), [(3.0, "ε 1.32 of 3"), (None, "ε 1.32")])
def test_what_privacy_has_cost_stands_beside(qtbot: QtBot, epsilon: float | None, words: str) -> None:
    figures = RunFigures()
    qtbot.addWidget(figures)
    cell = figures.findChild(ShortLabel, "privacySpent")
    assert cell is not None
    figures.set_figures(figures_of(private_run(epsilon)))
    assert not cell.isHidden()
    assert cell.text() == words
    figures.set_figures(figures_of(private_run(epsilon), 5))
    assert cell.text() == words.replace("1.32", "0")
    figures.set_figures(figures_of(run()))
    assert cell.isHidden()
