from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine import cli
from engine.config import (
    AugmentationConfig,
    Experiment,
    NetworkConfig,
    VariationConfig,
    load_preset,
)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--epochs", "two"], "Epochs must be a whole number"),
        (["--epochs", "0"], "Epochs must be at least 1"),
        (["--learning-rate", "-1"], "Learning rate must be more than 0"),
        (["--learning-rate", "nan"], "Learning rate must be"),
        (["--optimizer", "magic"], "Optimiser must be one of"),
        (["--hidden", "64,many"], "Hidden layer 2 cannot be “many”: layers are written as 64, conv16"),
        (["--hidden", "0"], "Units of hidden layer 1 must be at least 1"),
        (["--dropout", "1"], "Dropout of hidden layer 1 must be less than 1"),
        (["--hidden", "100000000,100000000"], "makes the network too large"),
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
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
    error_of: Callable[..., str],
) -> None:
    assert (
        cli.main(
            ["train", "--generated-count", "100", "--json", "--out", str(tmp_path / "model"), *arguments]
        )
        == 2
    )

    assert words in error_of(capsys)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def described(monkeypatch: pytest.MonkeyPatch) -> list[Experiment]:
    """Note what ``train`` would train instead of training it."""
    seen: list[Experiment] = []
    monkeypatch.setattr(
        "engine.cli.train.train_and_save", lambda experiment, out, output, **_options: seen.append(experiment)
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
                "schedule_period": 2, "schedule_factor": 0.5, "early_stopping": 4, "keep_best": True,
                "target_accuracy": 0.9, "seed": 6, "device": "cpu", "threads": 1,
            },
        }
    )  # fmt: skip


def test_flags_describe_convolutions_and_augmentation(described: list[Experiment]) -> None:
    flags = "--hidden conv8,conv9,7 --kernel 5 --stride 2 --padding valid --pooling average --dropout 0.1"
    flags += (
        " --augmentation --rotation 3 --scale 0 --shear 1 --shift 2 --thickness 0.2 --elastic 1 --erasing 0.3"
    )

    assert cli.main(["train", *flags.split(), "--noise", "0.1", "--mirror", "--colour", "0.2"]) == 0

    conv = {
        "kind": "conv",
        "kernel": 5,
        "stride": 2,
        "padding": "valid",
        "pooling": "average",
        "dropout": 0.1,
    }
    assert described[0].network == NetworkConfig(
        hidden=(conv | {"channels": 8}, conv | {"channels": 9}, {"size": 7, "dropout": 0.1})
    )
    strengths = {
        "rotation": 3,
        "scale": 0,
        "shear": 1,
        "shift": 2,
        "thickness": 0.2,
        "elastic": 1,
        "erasing": 0.3,
    }
    assert described[0].data.augmentation == AugmentationConfig(
        enabled=True, **strengths, noise=0.1, mirror=True, colour=0.2
    )


def test_flags_say_how_generated_digits_vary(described: list[Experiment]) -> None:
    assert cli.main(["train", "--vary-slant", "2", "--vary-styles", "0"]) == 0

    assert described[0].data.variation == VariationConfig(slant=2, styles=0)


def test_a_convolution_behind_a_dense_layer_is_refused(
    capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    assert cli.main(["train", "--hidden", "64,conv8"]) == 2
    assert "back to a convolution" in error_of(capsys)


def test_recurrent_layers_have_words_and_flags(described: list[Experiment]) -> None:
    assert cli.main(["train", "--hidden", "lstm8,bigru4,6", "--dropout", "0.1", "--reading", "columns"]) == 0
    assert cli.main(["train", "--hidden", "gru8", "--gru-direction", "both", "--warm-up", "0.1"]) == 0
    first, second = described
    lstm, gru, dense = first.network.hidden
    assert (lstm.kind, lstm.reading, lstm.dropped) == ("lstm", "columns", 0.1)  # type: ignore[attr-defined]
    assert (gru.kind, gru.direction, gru.reading) == ("gru", "both", "rows")  # type: ignore[attr-defined]
    assert dense.dropped == 0.1
    assert second.network.summary == "bigru8"
    assert second.training.warm_up == 0.1


def test_a_flag_that_changes_nothing_is_told_with_the_reason(
    described: list[Experiment], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["train", "--momentum", "0.5", "--optimizer", "adam"]) == 0
    said = capsys.readouterr().out
    assert "Note: --momentum changes nothing here. It counts only where this is chosen: “Optimiser”" in said

    assert cli.main(["train", "--momentum", "0.5", "--optimizer", "nesterov"]) == 0
    assert "changes nothing" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            "--hidden 64 --no-positions",
            "layer that --positions could change. It is for patches. Leave it out",
        ),
        ("--hidden lstm8,pool --pooling last", "that --pooling could change. It is for convolutions."),
        (
            "--hidden gru8 --direction both",
            "--direction could change. It is for LSTM layers. Use --gru-direction in its place.",
        ),
        (
            "--hidden lstm8 --activation tanh",
            "that --activation could change. Leave it out, or change --hidden.",
        ),
        ("--hidden none --dropout 0.5", "that --dropout could change."),
        ("--hidden none --mlp-factor many", "that --mlp-factor could change. It is for attention layers."),
    ],
)
def test_a_flag_that_no_layer_would_hear_is_refused(
    described: list[Experiment],
    capsys: pytest.CaptureFixture[str],
    error_of: Callable[..., str],
    arguments: str,
    said: str,
) -> None:
    assert cli.main(["train", *arguments.split()]) == 2
    assert said in error_of(capsys)
    assert described == []


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
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, words: str, error_of: Callable[..., str]
) -> None:
    (tmp_path / "mine.json").write_bytes(data)

    assert cli.main(["train", "--experiment", str(tmp_path / "mine.json")]) == 2

    assert words in error_of(capsys)
