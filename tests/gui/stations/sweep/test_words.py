"""A sweep in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.goals.registry import GOALS
from engine.sweep.plan import Ending, Goal, Way
from engine.sweep.ranges import Range
from engine.sweep.trial import TrialState
from gui.stations.sweep import words
from tests.gui.stations.sweep.conftest import BATCH, RATE, TRIALS


def test_everything_there_is_has_words() -> None:
    told = [*map(words.goal_word, Goal), *map(words.way_word, Way), *map(words.ending_word, Ending)]
    told += [*map(words.state_name, TrialState), *map(words.goal_help, Goal), *map(words.way_help, Way)]
    told += map(words.ending_help, Ending)
    assert all(text and text[0].isupper() for text in told)


@pytest.mark.parametrize("goal", [goal for goal in Goal if goal is not Goal.LOSS])
def test_what_wins_is_called_by_what_networks_give(goal: Goal) -> None:
    number = GOALS["number"]
    told = (words.goal_word(goal, number), words.goal_short(goal, number), words.goal_help(goal, number))
    assert all("R²" in text and "ccuracy" not in text for text in told)
    assert words.best_measure(number) == "Best: R²"
    assert words.goal_short(Goal.LOSS, number) == "Loss"
    assert words.goal_word(goal) != words.goal_word(goal, number)
    assert words.measure_word(goal) == "validation accuracy"  # a limit does not change what is measured
    assert words.measure_word(goal, number) == "R² of validation"
    assert words.measure_word(Goal.LOSS, number) == "validation loss"


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (RATE, "0.0001:0.1:log", "From 0.0001 to 0.1, on a logarithmic scale"),
        (BATCH, "32,128", "2 values: 32, 128"),
        ("training.optimizer", "adam", "One value: Adam"),
        ("network.units", "16:128", "From 16 to 128"),
    ],
)
def test_a_range_is_said_in_full(path: str, text: str, told: str) -> None:
    assert words.range_words(Range.parsed(path, text)) == told


def test_a_trial_says_what_it_reached_with_what() -> None:
    labels = {RATE: "Learning rate", BATCH: "Batch size"}
    told = words.trial_words(TRIALS[1], Goal.ACCURACY, labels)
    assert told == "Trial 2: 97.00\u00a0%, Done, 2.0 s; Learning rate: 0.01, Batch size: 32"
    lost = replace(TRIALS[1], state=TrialState.LOST)
    assert words.state_word(lost) == "Broken off, to be done again"
    assert words.state_word(replace(lost, again_by=6)) == "Broken off, done again as trial 7"
    again = replace(TRIALS[5], again_of=2)
    strange = replace(TRIALS[1], values={"training.optimizer": "<b>none", "nothing": 5, BATCH: "x"})
    assert words.values_text(strange, labels) == "training.optimizer: <b>none, nothing: 5, Batch size: x"
    assert words.trial_more(again) == "It does trial 3 again, whose process was ended."
