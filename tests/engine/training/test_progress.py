"""Share, speed and time left follow from steps and seconds."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from engine.training.events import TrainingStarted
from engine.training.progress import RunProgress


def progress() -> RunProgress:
    return RunProgress(total_steps=100, steps_per_epoch=10, epochs=10, batch_size=32)


def test_nothing_is_promised_before_there_is_a_speed() -> None:
    run = progress()
    assert (run.step, run.seconds) == (0, 0)
    assert run.share == 0
    assert run.epoch == 1
    assert run.seconds_left is None
    run.update(1, 0.1)
    assert run.seconds_left is None


def test_speed_and_time_left() -> None:
    run = progress()
    run.update(10, 1.0)
    run.update(20, 2.0)
    assert run.images_per_second == pytest.approx(320)
    assert run.seconds_left == pytest.approx(8.0)
    assert run.share == pytest.approx(0.2)
    assert run.epoch == 3


def test_speed_is_that_of_the_last_seconds() -> None:
    run = progress()
    for second in range(1, 11):
        run.update(second, float(second))  # one a second
    for second in range(11, 21):
        run.update(10 + (second - 10) * 5, float(second))  # five a second
    assert run.images_per_second == pytest.approx(5 * 32)


def test_the_last_epoch_is_never_exceeded() -> None:
    run = progress()
    run.update(100, 10.0)
    assert run.epoch == 10
    assert run.share == 1.0


def test_a_run_without_steps_is_not_done() -> None:
    run = RunProgress(total_steps=0, steps_per_epoch=0, epochs=0, batch_size=32)
    assert run.share == 0
    assert run.epoch == 1


def test_a_run_gone_on_with_has_done_what_it_did_before() -> None:
    told = SimpleNamespace(epochs=3, steps_per_epoch=7, train_count=20, first_step=14)
    run = RunProgress.begun(cast(TrainingStarted, told), batch_size=32, seconds=2.5)
    assert (run.total_steps, run.step, run.seconds, run.epoch) == (21, 14, 2.5, 3)
    assert run.batch_size == 20  # no step has more images than there are
    assert RunProgress.begun(cast(TrainingStarted, told), batch_size=8).batch_size == 8
