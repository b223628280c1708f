from __future__ import annotations

import io
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from engine import cli
from engine.choices import Held
from engine.config import Experiment
from engine.data.datasets import load_split
from engine.evaluation.evaluate import evaluate
from engine.models.build import build
from engine.storage import model_file
from engine.storage.runs.file.experiment import EXPERIMENT_NAME, write_experiment
from engine.storage.runs.library import RunLibrary
from engine.training import loop
from engine.training import threads as threads_module
from engine.training.control import TrainingControl
from engine.training.threads import StepThreads


def test_train_says_how_it_goes_and_saves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], small: list[str]
) -> None:
    path = tmp_path / "model.safetensors"

    assert cli.main(["train", *small, "--epochs", "2", "--seed", "3", "--out", str(path)]) == 0

    said = capsys.readouterr()
    epochs = [line for line in said.out.splitlines() if line.startswith("Epoch")]
    assert [line.split("  ")[0] for line in epochs] == ["Epoch 1/2", "Epoch 2/2"]
    assert all("loss 0." in line or "loss 1." in line or "loss 2." in line for line in epochs)
    assert "  validation " in epochs[0]
    assert "Test accuracy" in said.out
    assert f"Saved to {path}" in said.out
    assert said.err == ""
    assert "\x1b" not in said.out
    assert "\r" not in said.out
    saved = model_file.load(path)
    assert saved.experiment.training.seed == 3
    assert [layer.size for layer in saved.experiment.network.hidden] == [12]
    assert saved.results.keys() == {"test_accuracy", "test_loss", "train_accuracy", "validation_accuracy"}


def test_convolutions_are_trained_with_augmentation_and_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], small: list[str]
) -> None:
    path = tmp_path / "model.safetensors"
    flags = ["--hidden", "conv3,conv4,6", "--batch-norm", "--augmentation", "--epochs", "1"]

    assert cli.main(["train", *small, *flags, "--out", str(path)]) == 0
    assert cli.main(["evaluate", str(path), "--data", "generated"]) == 0

    saved = model_file.load(path)
    assert saved.experiment.network.summary == "conv3-conv4-6"
    assert saved.experiment.data.augmentation.enabled
    assert saved.state["hidden_2.convolution.weight"].shape == (4, 3, 3, 3)


def test_train_as_json(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
    small: list[str],
) -> None:
    path = tmp_path / "model"

    assert cli.main(["train", *small, "--epochs", "2", "--out", str(path), "--json"]) == 0

    said = capsys.readouterr()
    assert said.err == ""
    records = records_of(said.out)
    assert [record["event"] for record in records] == ["started", "epoch", "epoch", "finished"]
    assert records[1]["epoch"] == 1
    assert 0 <= records[1]["validation_accuracy"] <= 1
    finished = records[-1]
    assert finished["path"] == f"{path}.safetensors"
    assert finished["reason"] == "completed"
    saved = model_file.load(finished["path"])
    assert saved.results["test_accuracy"] == finished["accuracy"]
    assert saved.results["validation_accuracy"] == records[2]["validation_accuracy"]
    # What is told is what the saved model does.
    split = load_split(saved.experiment.data)
    model = build(saved.experiment.network)
    model.load_state_dict(saved.state)
    assert evaluate(model, split.test).accuracy == finished["accuracy"]
    assert finished["count"] == len(split.test)


def test_early_stopping_saves_the_best_epoch_and_says_so(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
    small: list[str],
) -> None:
    flags = ["train", *small, "--epochs", "60", "--early-stopping", "2", "--learning-rate", "0.1"]
    flags += ["--label-smoothing", "0.1", "--dropout", "0.4"]

    assert cli.main([*flags, "--out", str(tmp_path / "best"), "--json"]) == 0
    *told, finished = records_of(capsys.readouterr().out)
    assert cli.main([*flags, "--out", str(tmp_path / "said")]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert cli.main([*flags, "--no-keep-best", "--out", str(tmp_path / "last"), "--json"]) == 0
    last = records_of(capsys.readouterr().out)[-1]

    epochs = [record for record in told if record["event"] == "epoch"]
    losses = [epoch["validation_loss"] for epoch in epochs]
    best = losses.index(min(losses)) + 1
    assert finished["reason"] == "early_stopped"
    assert finished["epochs"] == len(epochs) == best + 2
    assert finished["best_epoch"] == finished["kept_epoch"] == best
    assert f"Stopped early at epoch {best + 2}: " in said
    assert f"unseen examples right, kept epoch {best}, the best." in said
    assert f"The validation loss has not improved for 2 epochs; the best was epoch {best}." in said
    saved = model_file.load(tmp_path / "best.safetensors")
    split = load_split(saved.experiment.data)
    model = build(saved.experiment.network)
    model.load_state_dict(saved.state)
    assert saved.results["validation_accuracy"] == epochs[best - 1]["validation_accuracy"]
    assert evaluate(model, split.validation).accuracy == pytest.approx(saved.results["validation_accuracy"])
    assert evaluate(model, split.test).accuracy == finished["accuracy"]
    assert last["kept_epoch"] is None
    last_results = model_file.load(tmp_path / "last.safetensors").results
    assert last_results["validation_accuracy"] == epochs[-1]["validation_accuracy"]


def test_training_is_the_same_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], small: list[str]
) -> None:
    def weights(name: str) -> bytes:
        assert cli.main(["train", *small, "--epochs", "1", "--seed", "5", "--out", str(tmp_path / name)]) == 0
        state = model_file.load(tmp_path / f"{name}.safetensors").state
        return b"".join(state[key].numpy().tobytes() for key in sorted(state))

    assert weights("first") == weights("second")


def test_train_without_out_takes_a_free_name_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], small: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"precious")

    assert cli.main(["train", *small, "--epochs", "1", "--validation-share", "0"]) == 0

    assert (tmp_path / "model.safetensors").read_bytes() == b"precious"
    assert "validation_accuracy" not in model_file.load(tmp_path / "model-2.safetensors").results


@pytest.mark.parametrize("place", ["missing/model", "folder.safetensors", "file/model"])
def test_where_the_model_cannot_be_saved_no_training_starts(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    place: str,
    error_of: Callable[..., str],
    small: list[str],
) -> None:
    (tmp_path / "folder.safetensors").mkdir()
    (tmp_path / "file").touch()

    assert cli.main(["train", *small, "--epochs", "100000", "--out", str(tmp_path / place)]) == 2

    assert "could not be saved" in error_of(capsys)


def test_ctrl_c_stops_and_keeps_the_model(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
    small: list[str],
) -> None:
    pressed = False
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # started in the background, it is ignored
    step_done = TrainingControl.step_done

    def press(control: TrainingControl, *, epoch_ended: bool) -> None:
        nonlocal pressed
        step_done(control, epoch_ended=epoch_ended)
        if not pressed:
            pressed = True
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(TrainingControl, "step_done", press)

    code = cli.main(
        ["train", *small, "--epochs", "100000", "--json", "--out", str(tmp_path / "model.safetensors")]
    )

    said = capsys.readouterr()
    assert code == 0
    assert said.err == ""
    finished = records_of(said.out)[-1]
    assert finished["reason"] == "stopped"
    assert finished["steps"] == 1
    assert model_file.load(tmp_path / "model.safetensors").results["test_accuracy"] == finished["accuracy"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("kept", [True, False])
def test_the_systems_wish_to_end_keeps_a_run_that_can_be_gone_on_with(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    small: list[str],
    kept: bool,
) -> None:
    pressed = False
    before = signal.getsignal(signal.SIGTERM)
    step_done = TrainingControl.step_done

    def end(control: TrainingControl, *, epoch_ended: bool) -> None:
        nonlocal pressed
        step_done(control, epoch_ended=epoch_ended)
        if not pressed:
            pressed = True
            signal.raise_signal(signal.SIGTERM)
            signal.raise_signal(signal.SIGTERM)  # who waits asks again

    monkeypatch.setattr(TrainingControl, "step_done", end)
    out = tmp_path / "model.safetensors"

    code = cli.main(
        ["train", *small, "--epochs", "100000", "--out", str(out), *([] if kept else ["--no-keep"])]
    )

    assert code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is before
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "test_accuracy" not in model_file.load(out).results  # nobody waits for a measurement
    runs = RunLibrary().summaries()
    assert [run.resumable for run in runs] == [True] * kept
    assert all(f"`netsketch train --resume {run.id}` goes on with it." in said.err for run in runs)


def test_ctrl_c_before_the_first_step_saves_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error_of: Callable[..., str],
    small: list[str],
) -> None:
    import engine.data.datasets

    def press(*arguments: Any, **named: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return load(*arguments, **named)

    load = engine.data.datasets.load_split
    monkeypatch.setattr(engine.data.datasets, "load_split", press)
    (tmp_path / "model.safetensors").write_bytes(b"precious")

    assert cli.main(["train", *small, "--json", "--out", str(tmp_path / "model.safetensors")]) == 130

    error_of(capsys)
    assert (tmp_path / "model.safetensors").read_bytes() == b"precious"


def test_training_may_run_in_any_thread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], small: list[str]
) -> None:
    codes = []
    arguments = ["train", *small, "--epochs", "1", "--out", str(tmp_path / "model")]
    thread = threading.Thread(target=lambda: codes.append(cli.main(arguments)))
    thread.start()
    thread.join()

    assert codes == [0]


def test_a_run_that_diverges_does_not_replace_a_good_model(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
    small: list[str],
) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"precious")
    wild = ["--optimizer", "sgd", "--learning-rate", "1000", "--activation", "identity", "--epochs", "50"]

    code = cli.main(
        ["train", *small, "--hidden", "12,12,12", *wild, "--json", "--out", str(tmp_path / "model")]
    )

    said = capsys.readouterr()
    assert code == 2
    assert said.err.count("\n") == 1
    assert records_of(said.out)[-1]["reason"] == "diverged"
    assert (tmp_path / "model.safetensors").read_bytes() == b"precious"
    assert model_file.load(tmp_path / "model-2.safetensors")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_in_a_terminal_there_is_a_bar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: list[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")

    assert cli.main(["train", *small, "--epochs", "2", "--out", str(tmp_path / "model")]) == 0

    said = terminal.getvalue()
    assert "\x1b[" in said
    assert "Epoch 2/2  loss" in said
    assert "left" in said
    assert f"Saved to {tmp_path / 'model.safetensors'}." in said.splitlines()[-1]


def test_json_in_a_terminal_is_json_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    records_of: Callable[[str], list[dict[str, Any]]],
    small: list[str],
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)

    assert cli.main(["train", *small, "--epochs", "1", "--json", "--out", str(tmp_path / "model")]) == 0

    assert [record["event"] for record in records_of(terminal.getvalue())] == ["started", "epoch", "finished"]


@pytest.mark.slow
@pytest.mark.mnist
def test_one_epoch_of_the_article_reads_mnist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    path = tmp_path / "article.safetensors"
    assert (
        cli.main(["train", "--preset", "article", "--data", "mnist", "--epochs", "1", "--out", str(path)])
        == 0
    )
    capsys.readouterr()

    assert cli.main(["evaluate", str(path), "--data", "mnist", "--json"]) == 0

    record = records_of(capsys.readouterr().out)[0]
    assert record["accuracy"] > 0.9
    assert record["count"] == 10_000


def test_every_training_becomes_a_run_that_can_be_gone_on_with(
    tmp_path: Path,
    small: list[str],
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    def say(*words: str) -> list[dict[str, Any]]:
        assert cli.main([*words, "--json"]) == 0
        return records_of(capsys.readouterr().out)

    whole, parts, other = (tmp_path / f"{name}.safetensors" for name in ("whole", "parts", "other"))
    say("train", *small, "--epochs", "3", "--out", str(whole))
    *_, finished = say("train", *small, "--epochs", "2", "--out", str(other))
    assert finished["run"] == "generated-2"
    assert {run["name"] for run in say("runs")} == {"generated-2", "generated-1"}
    *_, again = say("train", "--resume", "generated-2", "--epochs", "3", "--out", str(parts))
    assert (again["run"], again["epochs"]) == ("generated-2", 3)
    expected, found = model_file.load(whole).state, model_file.load(parts).state
    assert all(torch.equal(expected[name], found[name]) for name in expected)
    *_, alone = say("train", *small, "--epochs", "1", "--no-keep", "--out", str(other))
    assert alone["run"] is None
    assert len(say("runs")) == 2


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--resume", "nobody-7"], "nobody-7"),
        (["--resume", "nobody-7", "--seed", "3"], "--seed"),
        (["--resume", "nobody-7", "--preset", "article"], "--preset"),
        (["--resume", "nobody-7", "--epochs", "0"], "at least 1"),
    ],
)
def test_what_cannot_be_gone_on_with_is_one_line(
    flags: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    error_of: Callable[[pytest.CaptureFixture[str]], str],
) -> None:
    assert cli.main(["train", *flags]) == 2
    assert words in error_of(capsys)


def test_a_run_is_done_again_with_the_threads_that_were_measured_then(
    tmp_path: Path,
    small: list[str],
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
    error_of: Callable[[pytest.CaptureFixture[str]], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def say(*words: str) -> list[dict[str, Any]]:
        assert cli.main([*words, "--json"]) == 0
        return records_of(capsys.readouterr().out)

    monkeypatch.setattr(threads_module, "usable_cores", lambda: 2)
    paths = [str(tmp_path / f"{name}.safetensors") for name in ("first", "again")]
    for measured in (2, 1):  # the machine gets busy
        monkeypatch.setattr(loop, "measured_threads", lambda *_, number=measured, **__: StepThreads(number))
        if measured == 2:
            started, *_ = say(
                *("train", *small, "--threads", "0", "--epochs", "1", "--batch-size", "400"),
                *("--out", paths[0]),
            )  # one step: threads that wait for each other take seconds on a busy machine
        else:
            again, *_ = say("train", "--again", "generated-1", "--out", paths[1])
    assert (started["threads"], again["threads"]) == (2, 2)
    first, second = (model_file.load(Path(path)).state for path in paths)
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert [run["threads"] for run in say("runs")] == [[[1, 2]], [[1, 2]]]
    assert cli.main(["runs", "show", "generated-2"]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines() if "threads" in line] == [
        ["threads", "2"]
    ]
    assert cli.main(["train", "--again", "generated-1", "--seed", "3", "--resume", "generated-1"]) == 2
    words = error_of(capsys)
    assert all(flag in words for flag in ("--seed", "--resume"))
    summary = RunLibrary.find
    monkeypatch.setattr(RunLibrary, "find", lambda *at: replace(summary(*at), parent="article-1"))
    assert cli.main(["train", "--again", "generated-1"]) == 2
    assert "article-1" in error_of(capsys)


def test_a_home_that_cannot_be_written_to_stops_no_training(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, small: list[str], isolated_home: Path
) -> None:
    (isolated_home / "runs").write_text("a file")
    out = tmp_path / "model.safetensors"
    assert cli.main(["train", *small, "--epochs", "1", "--out", str(out)]) == 0
    assert out.exists()
    assert "not kept in the library" in capsys.readouterr().err


def test_a_model_from_random_weights_says_that_none_was_held(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], small: list[str]
) -> None:
    path = tmp_path / "model.safetensors"
    write_experiment(tmp_path, Experiment().with_(**{"training.held": Held.WEIGHTS}))
    flags = ["--experiment", str(tmp_path / EXPERIMENT_NAME), *small, "--epochs", "1"]
    assert cli.main(["train", *flags, "--out", str(path)]) == 0
    assert model_file.load(path).experiment.training.held is Held.NOTHING
    [run] = RunLibrary().summaries()
    assert RunLibrary().open(run.id).experiment().training.held is Held.NOTHING


def test_a_run_that_is_done_again_with_other_examples_says_so(
    tmp_path: Path,
    small: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = "The examples are no longer those that the run learnt from"
    out = ["--out", str(tmp_path / "model.safetensors")]
    assert cli.main(["train", *small, "--epochs", "1", *out]) == 0
    capsys.readouterr()
    assert cli.main(["train", "--again", "generated-1", *out]) == 0
    assert told not in capsys.readouterr().out
    monkeypatch.setattr("engine.data.learnt.fingerprint", lambda _: "of others")
    assert cli.main(["train", "--again", "generated-1", *out]) == 0
    assert told in capsys.readouterr().out
