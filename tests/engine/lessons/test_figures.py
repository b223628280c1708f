"""Figures of a run, and texts that tell them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.lessons.figures import difference, filled, run_figures, unknown_figures
from engine.lessons.state import Deed
from engine.training.events import EpochDone, StepsDone, TrainingStarted
from engine.training.history import History
from tests.engine.lessons.lab import lab, run


def history(*validation: tuple[float | None, float | None]) -> History:
    """Return a history of epochs with these validation losses and accuracies, of two steps each."""
    made = History()
    made.add(TrainingStarted(3, 2, 100, 10, 55, "cpu", 1))
    best = np.inf
    for epoch, (loss, accuracy) in enumerate(validation, start=1):
        losses = np.array([2.0 / epoch, 1.0 / epoch], np.float32)
        made.add(StepsDone(2 * epoch - 1, losses, losses * 0, losses * 0 + 0.1, epoch, float(epoch)))
        is_best = loss is not None and loss < best
        best = min(best, np.inf if loss is None else loss)
        made.add(EpochDone(epoch, 2 * epoch, 0.5, 0.9, loss, accuracy, 0.1, float(epoch), is_best))
    return made


def test_figures_are_those_of_the_last_epoch_and_of_the_best() -> None:
    found = run_figures(history((0.75, 0.5), (0.25, 0.75), (0.5, 0.875)))
    assert found["validation_accuracy"] == found["best_validation_accuracy"] == 0.875
    assert (found["validation_loss"], found["best_validation_loss"], found["best_epoch"]) == (0.5, 0.25, 2)
    assert (found["epochs"], found["steps"], found["parameters"], found["first_loss"]) == (3, 6, 55, 2)
    assert found["gap"] == pytest.approx(0.025)
    assert (found["loss_gap"], found["loss_rise"]) == (0, 0.25)


def test_without_validation_and_before_the_first_epoch_less_is_known() -> None:
    assert "validation_accuracy" not in run_figures(history((None, None)))
    assert run_figures(history((None, None)))["training_accuracy"] == pytest.approx(0.9)
    assert run_figures(History()) == {"steps": 0, "seconds": 0, "epochs": 0}


def test_a_loss_that_is_no_number_is_told_as_such() -> None:
    found = run_figures(history((float("nan"), 0.1)))
    assert "validation_loss" not in found
    assert found["validation_accuracy"] == pytest.approx(0.1)


def test_the_difference_is_to_the_run_before() -> None:
    state = lab(run=run(gap=0.5), previous=run(gap=0.25))
    assert difference(state, "gap") == 0.25
    assert difference(lab(run=run(gap=0.5)), "gap") is None


def test_texts_tell_figures_as_people_write_them() -> None:
    state = lab(
        run=run(validation_accuracy=0.9731, training_loss=0.12345, epochs=3),
        previous=run(validation_accuracy=0.9),
        settings={"training.learning_rate": 0.5},
        readings=(("7", 0.5),),
        drawings={"1": 2, "2": 3},
        deeds=(Deed("compressed", "", {"share": 0.5, "lost": 0.0}), Deed("compressed", "", {"share": 0.25})),
    )
    text = (
        "{validation_accuracy}|{training_loss}|{epochs}|{previous.validation_accuracy}|{label} {sure}|{drawings} "
        "{classes}|{share} {lost}|{setting.training.learning_rate}|{gap}|{{x}}|{difference.validation_accuracy}"
    )
    assert not list(unknown_figures(text))
    assert filled(text, state).replace("\u00a0", " ") == (
        "97.3 %|0.1235|3|90.0 %|7 50.0 %|5 2|25.0 % 0.0 %|0.5|–|{x}|7.3 %"
    )


@pytest.mark.parametrize(
    "name", ["x", "", "epochs!r", "previous.label", "setting.training", "setting.a.b", "0"]
)
def test_what_is_no_figure_is_named(name: str) -> None:
    assert list(unknown_figures(f"a {{{name}}} b")) == [f"{{{name}}}"]


def test_a_brace_alone_is_named() -> None:
    assert list(unknown_figures("a { b } {{ }}")) == ["{ b }"]
    assert list(unknown_figures("a } b")) == ["}"]


def test_a_setting_is_written_as_its_field_shows_it() -> None:
    tiny = lab(settings={"training.learning_rate": 3e-6})
    assert filled("{setting.training.learning_rate}", tiny) == "3e-6"
