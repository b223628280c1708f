from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from engine import cli
from engine.atomic import FileWriteError
from engine.choices import Held
from engine.cli.model_commands import GROUPING_NAMES, METHOD_NAMES
from engine.compress import trial
from engine.compress.registry import METHODS
from engine.compress.rounding import Grouping
from engine.compress.size import packed_size
from engine.data.datasets import load_split
from engine.storage import model_file
from engine.storage.runs.library import RunLibrary
from tests.engine.compress.models import untrained

RecordsOf = Callable[[str], list[dict[str, Any]]]
ErrorOf = Callable[[pytest.CaptureFixture[str]], str]


def test_help_names_what_there_is() -> None:
    assert tuple(METHODS) == METHOD_NAMES
    assert tuple(Grouping) == GROUPING_NAMES
    usual = [f"{method.amount.usual:g}" for method in METHODS.values()]
    assert usual == ["0.8", "0.5", "4"], "as the help of --amount says"


def test_a_pruned_model_and_its_run(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    out = tmp_path / "small"
    before = trained.read_bytes()
    assert cli.main(["compress", str(trained), "--method", "prune", "--out", str(out), "--json"]) == 0

    said = capsys.readouterr()
    assert said.err == ""
    [record] = records_of(said.out)
    assert trained.read_bytes() == before
    assert (record["method"], record["amount"], record["per"], record["finetune"]) == ("prune", 0.8, None, 2)
    assert record["path"] == f"{out}.safetensors"
    saved, original = model_file.load(record["path"]), model_file.load(trained)
    weights = [tensor for tensor in saved.state.values() if tensor.ndim == 2]
    assert sum(int((each == 0).sum()) for each in weights) == round(
        0.8 * sum(each.numel() for each in weights)
    )
    assert saved.results == {
        "test_accuracy": record["accuracy"], "validation_accuracy": record["validation_accuracy"],
    }  # fmt: skip
    assert saved.experiment.training.held is Held.ZEROS
    assert record["bytes"] == packed_size(saved.state) < 0.5 * record["original_bytes"]
    assert record["original_bytes"] == packed_size(original.state)
    assert record["original_accuracy"] == original.results["test_accuracy"]
    assert record["interval"]["low"] < record["accuracy"] < record["interval"]["high"]
    assert record["milliseconds"] > 0 < record["original_milliseconds"]
    assert record["seconds"] > 0
    assert record["control_validation_accuracy"] is None
    assert [part["name"] for part in record["shares"]] == ["hidden_1", "output"]
    assert sum(part["kept"] for part in record["shares"]) == sum(int((each != 0).sum()) for each in weights)

    [run] = RunLibrary().summaries()
    assert (run.id, run.name) == (record["run"], "digits prune 0.8")
    kept = model_file.load(RunLibrary().open(run.id).model_path)
    assert all(torch.equal(kept.state[name], tensor) for name, tensor in saved.state.items())
    assert kept.results["test_accuracy"] == record["accuracy"]
    assert kept.experiment.training.epochs == 2


def test_units_have_their_control_beside_them(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "small.safetensors"
    command = [
        "compress",
        str(trained),
        "--method",
        "units",
        "--amount",
        "50%",
        "--finetune",
        "1",
        "--no-keep",
    ]
    assert cli.main([*command, "--out", str(out)]) == 2
    assert "“50%” is no amount" in capsys.readouterr().err
    command[command.index("50%")] = "0,5"
    assert cli.main([*command, "--out", str(out)]) == 0

    said = capsys.readouterr().out
    assert "Test accuracy" in said
    assert "Validation accuracy" in said
    assert "trained from scratch for as many epochs" in said
    assert "50.0\u00a0%  6 of 12 are left" in said
    assert f"Saved to {out}." in said
    assert "Kept as" not in said
    assert RunLibrary().summaries() == ()
    assert model_file.load(out).experiment.network.summary == "6"


def test_layer_of_which_nothing_can_go_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    saved = untrained("patches7x8,attention2,pool")
    path = tmp_path / "tokens.safetensors"
    model_file.save(
        path,
        experiment=saved.experiment,
        classes=saved.classes,
        state=saved.state,
        image_shape=saved.image_shape,
    )
    command = [
        "compress",
        str(path),
        "--method",
        "units",
        "--finetune",
        "0",
        "--out",
        str(tmp_path / "small"),
    ]
    assert cli.main(command) == 0
    first, reason, second = capsys.readouterr().out.splitlines()[-4:-1]
    assert "100.0\u00a0%  8 of 8 are left" in first
    assert reason.strip().startswith("A layer behind it adds something to each number")
    assert "8 of 16 are left" in second
    assert cli.main([*command, "--json"]) == 0
    [record] = records_of(capsys.readouterr().out)
    assert [bool(share["reason"]) for share in record["shares"]] == [True, False]


@pytest.mark.parametrize("per", GROUPING_NAMES)
def test_quantised_in_place_of_the_original_only_where_it_is_named(
    per: str, trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "mine.safetensors"
    mine.write_bytes(trained.read_bytes())
    command = ["compress", str(mine), "--method", "quantise", "--per", per, "--finetune", "0", "--json"]
    names = []
    for flags in ([], [], ["--out", str(mine)]):
        assert cli.main([*command, *flags]) == 0
        [record] = records_of(capsys.readouterr().out)
        assert (record["amount"], record["per"], record["finetune"], record["run"]) == (4, per, 0, None)
        assert record["bytes"] < 0.25 * packed_size(model_file.load(trained).state)
        names.append(Path(record["path"]).name)
    assert names == ["mine-quantise.safetensors", "mine-quantise-2.safetensors", "mine.safetensors"]
    assert mine.read_bytes() != trained.read_bytes()


def test_fine_tuning_on_other_data_is_noted(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    out = tmp_path / "small.safetensors"
    flags = ["--data", "my-digits", "--out", str(out)]
    assert cli.main(["compress", str(trained), "--method", "prune", *flags]) == 2
    assert capsys.readouterr().out == ""
    assert not out.exists()


def test_without_validation_images(
    small: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    model = tmp_path / "all.safetensors"
    flags = ["--validation-share", "0", "--epochs", "1", "--no-keep", "--out", str(model)]
    assert cli.main(["train", *small, *flags]) == 0
    capsys.readouterr()
    command = [
        "compress",
        str(model),
        "--method",
        "prune",
        "--finetune",
        "0",
        "--out",
        str(tmp_path / "small"),
    ]
    assert cli.main([*command, "--json"]) == 0
    [record] = records_of(capsys.readouterr().out)
    assert record["validation_accuracy"] is record["original_validation_accuracy"] is None
    assert record["accuracy"] is not None
    assert cli.main(command) == 0
    said = capsys.readouterr().out
    assert "There are no validation examples." in said
    assert "Validation accuracy" not in said


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (
            ["--method", "hope"],
            "Models cannot be made smaller by “hope”. Methods are: prune, units, quantise.",
        ),
        (["--method", "prune", "--amount", "1"], "The amount 1 is not possible."),
        (["--method", "prune", "--amount", "nan"], "“nan” is no amount."),
        (["--method", "prune", "--amount", "-0.1"], "not possible"),
        (["--method", "quantise", "--amount", "2.5"], "whole number from 2 to 8"),
        (
            ["--method", "quantise", "--per", "row"],
            "“per” cannot be “row”. It can be: tensor, channel, group.",
        ),
        (["--method", "units", "--per", "group"], "Of “Remove units” there is no “per” to choose."),
        (["--method", "prune", "--finetune", "x"], "“x” is no number of epochs."),
        (["--method", "prune", "--finetune", "-1"], "0 to 100"),
        (["--method", "prune", "--finetune", "1" * 40], "0 to 100"),
        (["--method", "prune", "--data", "nowhere"], "There is no data set “nowhere”."),
        (["--method", "prune", "--out", ""], "It is empty"),
        (["--method", "prune", "--out", "/proc/nothing/x"], "The folder does not exist."),
        ([], "--method"),
    ],
)
def test_wrong_flags(
    flags: list[str], words: str, trained: Path, capsys: pytest.CaptureFixture[str], error_of: ErrorOf,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert cli.main(["compress", str(trained), *flags]) == 2
    assert words in error_of(capsys)
    assert list(tmp_path.iterdir()) == []
    assert RunLibrary().summaries() == ()


def test_no_model(tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: ErrorOf) -> None:
    assert cli.main(["compress", str(tmp_path / "none.safetensors"), "--method", "prune"]) == 2
    assert "none.safetensors" in error_of(capsys)


def test_ctrl_c_leaves_nothing(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_split(model_file.load(trained).experiment.data)
    steps = 0

    def interrupting(*arguments: Any, **options: Any) -> Any:
        nonlocal steps
        for told in tried(*arguments, **options):
            steps += 1
            if steps == 3:
                os.kill(os.getpid(), signal.SIGINT)
            yield told

    tried = trial.attempt
    monkeypatch.setattr(trial, "attempt", interrupting)
    out = tmp_path / "small.safetensors"
    command = ["compress", str(trained), "--method", "prune", "--finetune", "50", "--out", str(out), "--json"]
    assert cli.main(command) == 130
    said = capsys.readouterr()
    assert said.out == ""
    assert "Stopped; nothing was saved." in said.err
    assert steps >= 3
    assert list(tmp_path.iterdir()) == []
    assert RunLibrary().summaries() == ()


def test_what_cannot_be_saved_is_kept_as_a_run(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_told: Any, **_more: Any) -> None:
        raise FileWriteError("The disk is full.")

    monkeypatch.setattr(model_file, "save_copy", refuse)
    command = ["compress", str(trained), "--method", "prune", "--finetune", "1"]
    assert cli.main([*command, "--out", str(tmp_path / "small")]) == 2
    said = capsys.readouterr()
    [run] = RunLibrary().summaries()
    assert f"Kept as the run {run.id}." in said.out
    assert "The disk is full." in said.err


def test_a_file_that_came_meanwhile_stays(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    other = tmp_path / f"{trained.stem}-quantise.safetensors"

    def slow(*arguments: Any, **options: Any) -> Any:
        other.write_text("of another command")
        yield from tried(*arguments, **options)

    tried = trial.attempt
    monkeypatch.setattr(trial, "attempt", slow)
    assert cli.main(["compress", str(trained), "--method", "quantise"]) == 0
    assert other.read_text() == "of another command"
    assert f"{trained.stem}-quantise-2.safetensors" in capsys.readouterr().out
