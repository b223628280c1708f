from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from engine import cli
from engine.cli.flags import FLAGS
from engine.cli.train import free_path
from engine.config import DataConfig, DenseLayer, Experiment, NetworkConfig, TrainingConfig, load_preset
from engine.data.datasets import load_split
from engine.evaluation import evaluate
from engine.models.build import build
from engine.storage import model_file
from engine.training.control import TrainingControl
from engine.version import program_version

ROOT = Path(__file__).resolve().parents[2]
SMALL = ["--generated-count", "600", "--hidden", "12", "--batch-size", "32", "--threads", "1"]


@pytest.fixture(scope="module", autouse=True)
def threads_restored() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a model that knows the generated digits a little."""
    path = tmp_path_factory.mktemp("trained") / "digits.safetensors"
    assert (
        cli.main(["train", *SMALL, "--epochs", "3", "--learning-rate", "0.01", "--out", str(path), "--json"])
        == 0
    )
    return path


def error_of(capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one line on standard error; nothing else may have been said."""
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("netsketch: ")
    assert "Traceback" not in said.err
    return said.err


def records_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line, parse_constant=pytest.fail) for line in text.splitlines()]


# train


def test_train_says_how_it_goes_and_saves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "model.safetensors"

    assert cli.main(["train", *SMALL, "--epochs", "2", "--seed", "3", "--out", str(path)]) == 0

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
    assert saved.experiment.network.sizes == (12,)
    assert saved.results.keys() == {"test_accuracy", "test_loss", "validation_accuracy"}


def test_train_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "model"

    assert cli.main(["train", *SMALL, "--epochs", "2", "--out", str(path), "--json"]) == 0

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


def test_training_is_the_same_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def weights(name: str) -> bytes:
        assert cli.main(["train", *SMALL, "--epochs", "1", "--seed", "5", "--out", str(tmp_path / name)]) == 0
        state = model_file.load(tmp_path / f"{name}.safetensors").state
        return b"".join(state[key].numpy().tobytes() for key in sorted(state))

    assert weights("first") == weights("second")


def test_train_without_out_takes_a_free_name_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"precious")

    assert cli.main(["train", *SMALL, "--epochs", "1", "--validation-share", "0"]) == 0

    assert (tmp_path / "model.safetensors").read_bytes() == b"precious"
    assert "validation_accuracy" not in model_file.load(tmp_path / "model-2.safetensors").results


def test_free_path(tmp_path: Path) -> None:
    assert free_path(tmp_path / "a.b") == tmp_path / "a.b"
    (tmp_path / "a.b").touch()
    (tmp_path / "a-2.b").touch()
    assert free_path(tmp_path / "a.b") == tmp_path / "a-3.b"


@pytest.mark.parametrize("place", ["missing/model", "folder.safetensors", "file/model"])
def test_where_the_model_cannot_be_saved_no_training_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    (tmp_path / "folder.safetensors").mkdir()
    (tmp_path / "file").touch()

    assert cli.main(["train", *SMALL, "--epochs", "100000", "--out", str(tmp_path / place)]) == 2

    assert "could not be saved" in error_of(capsys)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--epochs", "two"], "Epochs must be a whole number"),
        (["--epochs", "0"], "Epochs must be at least 1"),
        (["--learning-rate", "-1"], "Learning rate must be more than 0"),
        (["--learning-rate", "nan"], "Learning rate must be"),
        (["--optimizer", "magic"], "Optimiser must be one of"),
        (["--hidden", "64,many"], "Hidden layers must be a whole number"),
        (["--hidden", "0"], "Hidden layers must be at least 1"),
        (["--dropout", "1"], "Hidden layers must be less than 1"),
        (["--hidden", "100000000,100000000"], "memory"),
        (["--preset", "unknown"], "There is no preset “unknown”"),
        (["--preset", "article", "--experiment", "file.json"], "Give one of them"),
        (["--experiment", "missing.json"], "cannot be read"),
        (["--data", "unknown"], "unknown"),
        (["--epochs"], "--epochs"),
        (["--unknown"], "--unknown"),
        (["stray"], "stray"),
    ],
)
def test_what_cannot_be_trained_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert (
        cli.main(
            ["train", "--generated-count", "100", "--json", "--out", str(tmp_path / "model"), *arguments]
        )
        == 2
    )

    assert words in error_of(capsys)
    assert list(tmp_path.iterdir()) == []


def test_every_setting_has_a_flag() -> None:
    paths = {flag.path for flag in FLAGS}
    for section, settings in (("data", DataConfig), ("network", NetworkConfig), ("training", TrainingConfig)):
        assert paths >= {f"{section}.{name}" for name in settings.model_fields}
    assert paths >= {f"layer.{name}" for name in DenseLayer.model_fields if name not in ("kind", "size")}
    assert len({flag.name for flag in FLAGS}) == len(FLAGS)


@pytest.fixture
def described(monkeypatch: pytest.MonkeyPatch) -> list[Experiment]:
    """Note what ``train`` would train instead of training it."""
    seen: list[Experiment] = []
    monkeypatch.setattr(
        "engine.cli.train.train_and_save", lambda experiment, out, output: seen.append(experiment)
    )
    return seen


def test_flags_become_settings(described: list[Experiment]) -> None:
    flags = (
        "--data mnist --validation-share 0.2 --train-count 7 --generated-count 900 --data-seed 4 --hidden 8,9"
    )
    flags += (
        " --activation tanh --dropout 0.25 --batch-norm --initialisation xavier --epochs 3 --batch-size 5"
    )
    flags += (
        " --learning-rate 0.5 --optimizer nesterov --schedule one_cycle --momentum 0.8 --weight-decay 0.01"
    )
    flags += " --gradient-clipping 2 --label-smoothing 0.1 --schedule-period 2 --schedule-factor 0.5"
    flags += " --early-stopping 4 --target-accuracy 0.9 --seed 6 --device cpu --threads 1"

    assert cli.main(["train", *flags.split()]) == 0

    layer = {"activation": "tanh", "dropout": 0.25}
    assert described[0] == Experiment.model_validate(
        {
            "data": {
                "dataset": "mnist", "validation_share": 0.2, "train_count": 7, "generated_count": 900, "seed": 4,
            },
            "network": {
                "hidden": [{"size": 8} | layer, {"size": 9} | layer], "batch_norm": True, "initialisation": "xavier",
            },
            "training": {
                "epochs": 3, "batch_size": 5, "learning_rate": 0.5, "optimizer": "nesterov", "schedule": "one_cycle",
                "momentum": 0.8, "weight_decay": 0.01, "gradient_clipping": 2, "label_smoothing": 0.1,
                "schedule_period": 2, "schedule_factor": 0.5, "early_stopping": 4, "target_accuracy": 0.9, "seed": 6,
                "device": "cpu", "threads": 1,
            },
        }
    )  # fmt: skip


def test_flags_change_a_preset_and_leave_the_rest(described: list[Experiment]) -> None:
    cli.main(["train", "--preset", "wide", "--epochs", "2"])
    cli.main(["train", "--preset", "wide", "--activation", "gelu"])
    cli.main(["train", "--preset", "article", "--hidden", "none"])
    cli.main(["train"])

    wide = load_preset("wide")
    assert described[0] == wide.with_(**{"training.epochs": 2})
    assert [layer.activation for layer in described[1].network.hidden] == ["gelu", "gelu"]
    assert [layer.dropout for layer in described[1].network.hidden] == [0.2, 0.2]
    assert described[2].network.hidden == ()
    assert described[3] == Experiment()


@pytest.mark.parametrize("wrapped", [False, True])
def test_an_experiment_comes_from_a_file(tmp_path: Path, described: list[Experiment], wrapped: bool) -> None:
    experiment = load_preset("overfit").with_(**{"training.seed": 9})
    text = experiment.model_dump_json()
    (tmp_path / "mine.json").write_text(
        f'{{"experiment": {text}}}' if wrapped else text, encoding="utf-8-sig"
    )

    assert cli.main(["train", "--experiment", str(tmp_path / "mine.json"), "--epochs", "4"]) == 0

    assert described == [experiment.with_(**{"training.epochs": 4})]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "not readable JSON"),
        (b"\xff\xfe", "not a text"),
        (b"[]", "not usable"),
        (b"[" * 100_000, "not readable JSON"),
        (b'{"training": {"epochs": 0}}', "Epochs must be at least 1"),
        (b'{"training": {"epoch": 3}}', "training.epoch is not a setting"),
        (b'{"training": {"learning_rate": NaN}}', "Learning rate"),
    ],
)
def test_an_experiment_file_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, words: str
) -> None:
    (tmp_path / "mine.json").write_bytes(data)

    assert cli.main(["train", "--experiment", str(tmp_path / "mine.json")]) == 2

    assert words in error_of(capsys)


def test_ctrl_c_stops_and_keeps_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pressed = False
    step_done = TrainingControl.step_done

    def press(control: TrainingControl, *, epoch_ended: bool) -> None:
        nonlocal pressed
        step_done(control, epoch_ended=epoch_ended)
        if not pressed:
            pressed = True
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(TrainingControl, "step_done", press)

    code = cli.main(
        ["train", *SMALL, "--epochs", "100000", "--json", "--out", str(tmp_path / "model.safetensors")]
    )

    said = capsys.readouterr()
    assert code == 0
    assert said.err == ""
    finished = records_of(said.out)[-1]
    assert finished["reason"] == "stopped"
    assert finished["steps"] == 1
    assert model_file.load(tmp_path / "model.safetensors").results["test_accuracy"] == finished["accuracy"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_before_the_first_step_saves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import engine.data.datasets

    def press(*arguments: Any, **named: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return load(*arguments, **named)

    load = engine.data.datasets.load_split
    monkeypatch.setattr(engine.data.datasets, "load_split", press)
    (tmp_path / "model.safetensors").write_bytes(b"precious")

    assert cli.main(["train", *SMALL, "--json", "--out", str(tmp_path / "model.safetensors")]) == 2

    error_of(capsys)
    assert (tmp_path / "model.safetensors").read_bytes() == b"precious"


def test_training_may_run_in_any_thread(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = []
    arguments = ["train", *SMALL, "--epochs", "1", "--out", str(tmp_path / "model")]
    thread = threading.Thread(target=lambda: codes.append(cli.main(arguments)))
    thread.start()
    thread.join()

    assert codes == [0]


def test_a_run_that_diverges_does_not_replace_a_good_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"precious")
    wild = ["--optimizer", "sgd", "--learning-rate", "1000", "--activation", "identity", "--epochs", "50"]

    code = cli.main(
        ["train", *SMALL, "--hidden", "12,12,12", *wild, "--json", "--out", str(tmp_path / "model")]
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


def test_in_a_terminal_there_is_a_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")

    assert cli.main(["train", *SMALL, "--epochs", "2", "--out", str(tmp_path / "model")]) == 0

    said = terminal.getvalue()
    assert "\x1b[" in said
    assert "Epoch 2/2  loss" in said
    assert "left" in said
    assert f"Saved to {tmp_path / 'model.safetensors'}." in said.splitlines()[-1]


def test_json_in_a_terminal_is_json_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)

    assert cli.main(["train", *SMALL, "--epochs", "1", "--json", "--out", str(tmp_path / "model")]) == 0

    assert [record["event"] for record in records_of(terminal.getvalue())] == ["started", "epoch", "finished"]


# evaluate


def test_evaluate_measures_what_training_measured(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(trained), "--data", "generated", "--json"]) == 0

    record = records_of(capsys.readouterr().out)[0]
    results = model_file.describe(trained).results
    assert record["accuracy"] == results["test_accuracy"]
    assert record["loss"] == pytest.approx(results["test_loss"])
    assert record["count"] == np.sum(record["confusion"])
    assert record["part"] == "test"


def test_evaluate_takes_the_data_and_the_part_of_the_training(
    trained: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["evaluate", str(trained), "--part", "validation", "--json"]) == 0

    record = records_of(capsys.readouterr().out)[0]
    assert record["accuracy"] == pytest.approx(model_file.describe(trained).results["validation_accuracy"])
    assert record["count"] == 60


def test_evaluate_for_a_person(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(trained)]) == 0

    said = capsys.readouterr()
    assert "Accuracy " in said.out
    assert len([line for line in said.out.splitlines() if "found" in line]) == 10
    assert said.err == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.safetensors"], "There is no file"),
        (["MODEL", "--part", "all"], "There is no part “all”"),
        (["MODEL", "--data", "unknown"], "unknown"),
        ([], "MODEL"),
    ],
)
def test_evaluate_says_in_one_line_what_is_wrong(
    trained: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert (
        cli.main(["evaluate", *(str(trained) if item == "MODEL" else item for item in arguments), "--json"])
        == 2
    )

    assert words in error_of(capsys)


def test_evaluate_refuses_data_of_another_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    experiment = Experiment().with_(**{"data.generated_count": 100})
    state = build(experiment.network, image_shape=(1, 8, 8)).state_dict()
    model_file.save(
        tmp_path / "small.safetensors", experiment=experiment, classes=tuple("0123456789"), state=state,
        image_shape=(1, 8, 8),
    )  # fmt: skip

    assert cli.main(["evaluate", str(tmp_path / "small.safetensors"), "--json"]) == 2
    assert "does not fit the data" in error_of(capsys)
    assert cli.main(["predict", str(tmp_path / "small.safetensors"), "digit.png", "--json"]) == 2
    assert "does not take drawings" in error_of(capsys)


# predict


@pytest.fixture(scope="module")
def pictures(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return three pictures of digits, dark on light and larger than the network's view."""
    test = load_split(model_file.describe(trained).experiment.data).test
    folder = tmp_path_factory.mktemp("pictures")
    paths = []
    for index in range(3):
        picture = Image.fromarray(255 - test.images[index]).resize((140, 140), Image.Resampling.BICUBIC)
        path = folder / f"{index} {test.classes[test.labels[index]]}.png"
        picture.save(path)
        paths.append(path)
    return paths


def test_predict_reads_pictures(
    trained: Path, pictures: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["predict", str(trained), *map(str, pictures), "--json"]) == 0

    records = records_of(capsys.readouterr().out)
    assert [record["image"] for record in records] == [str(path) for path in pictures]
    for record in records:
        probabilities = record["probabilities"]
        assert sum(probabilities.values()) == pytest.approx(1, abs=1e-5)
        best, second = sorted(probabilities, key=lambda name: -probabilities[name])[:2]
        assert (record["digit"], record["confidence"]) == (best, probabilities[best])
        assert (record["second"], record["second_confidence"]) == (second, probabilities[second])


def test_predict_for_a_person(
    trained: Path, pictures: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["predict", str(trained), str(pictures[0]), "--json"])
    digit = records_of(capsys.readouterr().out)[0]["digit"]

    assert cli.main(["predict", str(trained), str(pictures[0])]) == 0

    line = capsys.readouterr().out
    assert line.startswith(f"{pictures[0]}: {digit}  ")
    assert line.count("\n") == 1
    assert line.count(" %") == 2


def test_an_unreadable_picture_does_not_keep_the_others_from_being_read(
    trained: Path, pictures: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.png").write_bytes(pictures[0].read_bytes()[:100])
    Image.new("L", (50, 50), 255).save(tmp_path / "blank.png")
    files = [
        tmp_path / "missing.png",
        pictures[0],
        tmp_path / "broken.png",
        tmp_path / "blank.png",
        pictures[1],
    ]

    assert cli.main(["predict", str(trained), *map(str, files), "--json"]) == 2

    said = capsys.readouterr()
    assert [record["image"] for record in records_of(said.out)] == [str(pictures[0]), str(pictures[1])]
    lines = said.err.splitlines()
    assert len(lines) == 3
    for line, name in zip(lines, ("missing.png", "broken.png", "blank.png"), strict=True):
        assert name in line


def test_predict_without_a_picture(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["predict", str(trained)]) == 2

    assert "IMAGE" in error_of(capsys)


# lists and the rest


def test_presets_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["presets"]) == 0
    assert "article" in capsys.readouterr().out

    assert cli.main(["presets", "--json"]) == 0
    records = {record["name"]: record for record in records_of(capsys.readouterr().out)}
    assert Experiment.model_validate(records["overfit"]["experiment"]) == load_preset("overfit")


def test_datasets_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["datasets", "--json"]) == 0

    records = {record["name"]: record for record in records_of(capsys.readouterr().out)}
    assert records["generated"]["available"] is True
    assert records["generated"]["needs_download"] is False
    assert "mnist" in records

    assert cli.main(["datasets"]) == 0
    assert "generated" in capsys.readouterr().out


def test_an_unknown_data_set_cannot_be_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["datasets", "fetch", "unknown", "--json"]) == 2

    assert "unknown" in error_of(capsys)


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"NetSketch {program_version()}\n"
    for arguments in (["--help"], ["train", "--help"], ["datasets", "--help"], []):
        assert cli.main(arguments) == 0
        said = capsys.readouterr()
        assert "Usage: netsketch" in said.out
        assert said.err == ""


def test_an_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["trian"]) == 2

    assert "trian" in error_of(capsys)


def test_what_should_not_happen_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(output: object) -> None:
        raise ZeroDivisionError("a fault\nof ours")

    monkeypatch.setattr("engine.cli.lists.list_all_presets", fail)

    assert cli.main(["presets"]) == 2
    assert "ZeroDivisionError: a fault of ours" in error_of(capsys)

    monkeypatch.setenv("NETSKETCH_TRACEBACK", "1")
    assert cli.main(["presets"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_goes_away_does_not_stop_a_training(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    arguments = ["train", *SMALL, "--epochs", "1", "--out", str(tmp_path / "model"), "--json"]
    command = [sys.executable, str(ROOT / "main.py"), *arguments]

    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, timeout=90)
    os.close(write)

    assert (done.returncode, done.stderr) == (0, "")
    assert model_file.load(tmp_path / "model.safetensors")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_onto_a_full_disk_is_said_once() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, str(ROOT / "main.py"), "presets"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("arguments", [["train", "--help"], ["presets"]])
def test_a_reader_that_goes_away_is_no_error(arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)

    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments], stdout=write, stderr=subprocess.PIPE, text=True
    )
    os.close(write)

    assert (done.returncode, done.stderr) == (0, "")


def test_help_and_lists_do_without_torch() -> None:
    code = (
        "import sys; from engine import cli;"
        "assert cli.main(['train', '--help']) == cli.main(['presets']) == cli.main(['datasets']) == 0;"
        "print([name for name in ('torch', 'pooch', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.mnist
def test_one_epoch_of_the_article_reads_mnist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
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
