"""Training: states, runs, steps, failures, and settings that change while it goes on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.choices import Held
from engine.data.learnt import OTHER_EXAMPLES
from engine.errors import NetSketchError
from engine.storage.runs.file.header import read_header
from engine.storage.runs.library import RunLibrary
from engine.training import loop, precision, threads
from engine.training.events import FinishReason, TrainingStarted
from engine.training.manner import Manner
from engine.training.private.promise import SPENT
from engine.training.threads import StepThreads
from gui.bench import training_job
from gui.look.spoken import words_of
from gui.stations.runs.notices import RunNotices
from gui.workbench import RunState, Workbench

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from engine.config import Experiment
    from engine.words import Phrase
    from gui.widgets.notice_bar import Notice

LONG = 30_000


def until(qtbot: QtBot, bench: Workbench, state: RunState) -> None:
    qtbot.waitUntil(lambda: bench.state is state, timeout=LONG)


def train(qtbot: QtBot, bench: Workbench) -> FinishReason:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG) as signal:
        bench.start()
    return signal.args[0].reason


def test_a_run_fills_history_and_model(qtbot: QtBot, bench: Workbench) -> None:
    states: list[RunState] = []
    bench.state_changed.connect(states.append)
    assert train(qtbot, bench) is FinishReason.COMPLETED
    assert states == [RunState.PREPARING, RunState.TRAINING, RunState.IDLE]
    assert list(bench.history.epochs) == [1, 2, 3]
    assert bench.history.train_losses[-1] < bench.history.train_losses[0]
    assert bench.model is not None
    assert bench.model.unsaved
    assert bench.model.results["validation_accuracy"] == pytest.approx(
        bench.history.validation_accuracies[-1]
    )
    assert bench.run_progress is not None
    assert bench.run_progress.share == 1.0


def test_a_model_says_what_its_privacy_cost_and_one_that_learnt_without_says_nothing(
    qtbot: QtBot, bench: Workbench
) -> None:
    for path, value in (
        ("privacy_noise", 1.0),
        ("epochs", 20),
        ("early_stopping", 2),
        ("learning_rate", 50.0),
    ):
        bench.editor.edit(f"training.{path}", value)
    assert train(qtbot, bench) is FinishReason.EARLY_STOPPED
    spent = bench.history.privacy_spent[-1]
    assert spent > 0
    assert bench.model is not None
    assert bench.model.results[SPENT] == spent  # of weights of an earlier epoch, too: a later one chose them
    bench.current_model.view(None)
    assert bench.model.results[SPENT] == spent
    run = bench.current_run.run
    assert run is not None
    assert read_header(run.path).results.privacy_spent == spent
    bench.editor.edit("training.privacy_noise", 0.0)
    bench.editor.edit("training.epochs", 1)
    train(qtbot, bench)
    assert SPENT not in bench.model.results


def test_a_model_from_random_weights_says_that_none_was_held(qtbot: QtBot, bench: Workbench) -> None:
    bench.editor.edit("training.held", Held.WEIGHTS)
    train(qtbot, bench)
    assert bench.model is not None
    assert bench.model.experiment.training.held is Held.NOTHING
    bench.actions.branch(8)
    assert bench.current_run.branch is not None
    assert bench.current_run.branch.classes == tuple("0123456789")
    train(qtbot, bench)
    assert bench.model.experiment.training.held is Held.WEIGHTS


def test_after_early_stopping_the_best_epoch_is_at_hand(qtbot: QtBot, bench: Workbench) -> None:
    for path, value in (("epochs", 60), ("early_stopping", 2), ("learning_rate", 0.1)):
        bench.editor.edit(f"training.{path}", value)
    assert train(qtbot, bench) is FinishReason.EARLY_STOPPED
    best = bench.history.best_epoch
    assert best == len(bench.history.epochs) - 2
    assert bench.model is not None
    assert bench.model.step == bench.current_model.viewed == bench.history.epoch_steps[best - 1]
    assert bench.current_model.is_home
    assert bench.moment_at_hand == f"epoch {best}"
    assert bench.model.kept
    assert bench.model.results.keys() == {
        *("validation_accuracy", "test_accuracy", "test_loss", "train_accuracy")
    }
    assert f"kept epoch {best}" in bench.outcome
    assert bench.model.results["validation_accuracy"] == bench.history.validation_accuracies[best - 1]
    assert bench.data is not None
    answers = bench.model.recognizer.probabilities(bench.data.validation.images).argmax(1)
    assert np.mean(answers == bench.data.validation.labels) == pytest.approx(
        bench.model.results["validation_accuracy"]
    )


def test_what_was_measured_after_an_epoch_is_not_told_of_weights_amid_the_next(
    qtbot: QtBot, bench: Workbench
) -> None:
    bench.step_epoch()
    until(qtbot, bench, RunState.PAUSED)
    bench.step_batch()
    qtbot.waitUntil(lambda: bench.history.steps[-1:] == [13] and bench.state is RunState.PAUSED, timeout=LONG)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.stop()
    assert bench.model is not None
    assert "validation_accuracy" not in bench.model.results


def test_pause_holds_and_resume_ends_as_without(qtbot: QtBot, bench: Workbench) -> None:
    train(qtbot, bench)
    straight = bench.history.losses.copy()
    bench.editor.edit("training.epochs", 3)
    bench.step_batch()
    until(qtbot, bench, RunState.PAUSED)
    assert len(bench.history) == 1
    bench.step_epoch()
    qtbot.waitUntil(lambda: len(bench.history.epochs) == 1 and bench.state is RunState.PAUSED, timeout=LONG)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    assert np.array_equal(bench.history.losses, straight)


def test_pause_is_acknowledged_at_once(qtbot: QtBot, bench: Workbench) -> None:
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    until(qtbot, bench, RunState.TRAINING)
    bench.pause()
    assert bench.state is RunState.PAUSED
    bench.start()
    assert bench.state is RunState.TRAINING
    bench.stop()
    assert bench.state is RunState.STOPPING
    until(qtbot, bench, RunState.IDLE)
    assert bench.history.reason is FinishReason.STOPPED
    assert bench.model is not None


def test_a_new_run_can_start_the_moment_the_last_has_ended(qtbot: QtBot, bench: Workbench) -> None:
    again: list[int] = []

    def start_again(_event: object) -> None:
        if not again:
            again.append(1)
            bench.start()

    bench.run_finished.connect(start_again)
    bench.start()
    qtbot.waitUntil(lambda: bool(again) and bench.state is RunState.IDLE, timeout=LONG)
    assert list(bench.history.epochs) == [1, 2, 3]


def test_the_learning_rate_changes_while_training(qtbot: QtBot, bench: Workbench) -> None:
    bench.editor.edit("training.epochs", 10_000)
    bench.editor.edit("training.learning_rate", 0.02)
    bench.step_batch()
    until(qtbot, bench, RunState.PAUSED)
    bench.editor.edit("training.learning_rate", 0.001)
    bench.step_batch()
    qtbot.waitUntil(lambda: len(bench.history) == 2, timeout=LONG)
    (mark,) = bench.history.marks
    assert (mark.step, mark.old, mark.new) == (2, 0.02, 0.001)
    assert not bench.model_is_older
    bench.stop()
    until(qtbot, bench, RunState.IDLE)
    bench.undo_stack.undo()
    assert bench.experiment.training.learning_rate == 0.02  # that with which it began


def test_divergence_explains_itself_and_leaves_finite_weights(qtbot: QtBot, bench: Workbench) -> None:
    linear = [{"size": 16, "activation": "identity"}] * 3  # without a bend, steps too long grow without bound
    bench.editor.edit("network.hidden", linear)
    bench.editor.edit("training.optimizer", "sgd")
    bench.editor.edit("training.learning_rate", 1000.0)
    assert train(qtbot, bench) is FinishReason.DIVERGED
    assert bench.state is RunState.FAILED
    assert bench.history.message
    assert bench.model is not None
    assert all(bool(tensor.isfinite().all()) for tensor in bench.model.recognizer.state.values())
    bench.editor.edit("training.learning_rate", 0.01)
    assert train(qtbot, bench) is FinishReason.COMPLETED


def test_a_failure_in_the_thread_is_told_and_survived(qtbot: QtBot, bench: Workbench) -> None:
    good = bench.experiment
    bench.editor.edit("network.hidden", [{"size": 2_000_000}, {"size": 2_000_000}])  # 16 TB of weights
    with qtbot.waitSignal(bench.failed, timeout=LONG) as signal:
        bench.start()
    assert isinstance(signal.args[0], NetSketchError)
    assert signal.args[0].remedy
    assert bench.state is RunState.FAILED
    bench.editor.replace(good, "back")
    assert train(qtbot, bench) is FinishReason.COMPLETED


def everything_at_hand(bench: Workbench) -> tuple[object, ...]:
    assert bench.model is not None
    weights = bench.model.recognizer.state
    return (
        *(
            bench.history,
            bench.history.version,
            bench.model,
            bench.current_run.run,
            bench.current_run.moments,
        ),
        *(bench.current_run.best, bench.current_run.branch, bench.outcome, bench.run_progress),
        *(bench.doctor.series, {name: float(tensor.double().sum()) for name, tensor in weights.items()}),
    )


@pytest.mark.parametrize("why", ["too large", "data missing", "settings", "cancelled"])
def test_a_run_that_is_refused_leaves_the_model_at_hand_and_all_that_is_its(
    qtbot: QtBot, bench: Workbench, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    train(qtbot, bench)
    bench.actions.branch(8)
    started: list[int] = []
    before = everything_at_hand(bench)
    bench.run_started.connect(lambda: started.append(1))
    if why == "too large":
        bench.editor.edit("network.hidden", [{"size": 2_000_000}, {"size": 2_000_000}])
    elif why == "settings":
        bench.editor.edit("training.epochs", 0)
    elif why == "data missing":
        bench.editor.edit("data.dataset", "imported-nobody-has")
    failures: list[object] = []
    bench.failed.connect(lambda error, _details: failures.append(error))
    stopped = threading.Event()
    if why == "cancelled":  # before the run can have begun
        monkeypatch.setattr(training_job, "promise_of", lambda *_: stopped.wait(LONG / 1000))
    bench.start()
    if why == "cancelled":
        bench.stop()
        stopped.set()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    assert bool(failures) is (why != "cancelled")
    assert everything_at_hand(bench) == before
    assert not started


def test_what_must_be_mended_keeps_training_from_starting(qtbot: QtBot, bench: Workbench) -> None:
    assert not bench.editor.edit("training.epochs", 0)
    with qtbot.waitSignal(bench.failed) as signal:
        bench.start()
    assert "Epochs" in str(signal.args[0])
    assert bench.state is RunState.IDLE
    assert bench.editor.edit("training.epochs", 1)
    assert not bench.editor.problems


def test_training_loads_what_it_needs_itself(qtbot: QtBot, small: Experiment) -> None:
    bench = Workbench(small)
    assert bench.data is None
    assert train(qtbot, bench) is FinishReason.COMPLETED
    assert bench.data is not None
    bench.shutdown()


def test_shutdown_in_the_middle_of_training(qtbot: QtBot, bench: Workbench) -> None:
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    until(qtbot, bench, RunState.TRAINING)
    bench.shutdown()
    assert bench.state is RunState.IDLE


def test_a_run_with_the_very_same_settings_takes_the_threads_of_the_one_at_hand(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it gives the same numbers, whatever would be measured now; with any other setting it is measured anew."""
    measured = iter((2, 1, 1, 1))
    monkeypatch.setattr(loop, "measured_threads", lambda *_, **__: StepThreads(next(measured)))
    monkeypatch.setattr(threads, "usable_cores", lambda: 2)
    used: list[int] = []
    bench.training_event.connect(
        lambda event: used.append(event.threads) if isinstance(event, TrainingStarted) else None
    )
    bench.editor.edit("training.threads", 0)
    train(qtbot, bench)
    train(qtbot, bench)
    bench.actions.branch(0)
    train(qtbot, bench)
    bench.editor.edit("training.seed", 5)
    train(qtbot, bench)
    assert used == [2, 2, 2, 1]
    first = min(RunLibrary().summaries(), key=lambda run: run.id)
    bench.actions.use_settings(first)
    train(qtbot, bench)
    train(qtbot, bench)
    assert used[4:] == [2, 2]


def test_a_change_of_threads_is_told_once_and_only_while_its_run_goes_on(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "measured_threads", lambda *_, **__: StepThreads(2, to_come=((3, 1),)))
    bench.editor.edit("training.threads", 0)
    told: list[Notice] = []
    stood: list[bool] = []
    notices = RunNotices(bench, bench)
    notices.notice_raised.connect(told.append)
    notices.notice_raised.connect(lambda notice: stood.append(notice.stands()))
    train(qtbot, bench)
    assert [words_of(notice.text) for notice in told] == [
        "Since step 3 one thread does the work instead of 2: other work kept the processor busy."
    ]
    assert stood == [True]
    assert not told[0].stands()
    assert bench.history.thread_course == ((1, 2), (3, 1))
    bench.editor.edit("training.seed", 5)
    train(qtbot, bench)
    assert len(told) == 1


def test_a_run_that_is_done_again_with_other_examples_says_so(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned: list[Phrase] = []
    bench.warned.connect(warned.append)
    train(qtbot, bench)
    [first] = RunLibrary().summaries()
    run = RunLibrary().open(first.id)
    bench.actions.use_settings(first)
    train(qtbot, bench)
    bench.actions.open(run)
    train(qtbot, bench)
    assert warned == []
    monkeypatch.setattr("engine.data.learnt.fingerprint", lambda _split: "of others")
    train(qtbot, bench)  # the run at hand, on the examples that it learnt from
    assert warned == []
    bench.actions.use_settings(first)
    train(qtbot, bench)
    assert warned == [OTHER_EXAMPLES]
    bench.actions.open(run)
    train(qtbot, bench)
    assert warned == [OTHER_EXAMPLES, OTHER_EXAMPLES]


def test_a_run_that_is_done_again_in_other_numbers_says_so_once(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "multiplies_bfloat16", lambda: False)
    warned: list[Phrase] = []
    bench.warned.connect(warned.append)
    bench.trainer.do_again(bench.experiment, Manner(precision="bfloat16"))
    train(qtbot, bench)
    train(qtbot, bench)
    assert len(warned) == 1
    assert "bfloat16" in str(warned[0])
