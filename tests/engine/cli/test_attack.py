from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine import cli
from engine.attacks.registry import ATTACKS, attack_named
from engine.challenge import curve
from engine.challenge.curve import attacked_accuracy
from engine.cli.attack import parsed_strengths
from engine.data.datasets import load_split
from engine.evaluation.evaluate import evaluate
from engine.models.build import build_with
from engine.storage import model_file

RecordsOf = Callable[[str], list[dict[str, Any]]]
ErrorOf = Callable[[pytest.CaptureFixture[str]], str]


def test_help_tells_what_is_usual() -> None:
    usual = {name: f"{attack.strength.usual:g}" for name, attack in ATTACKS.items()}
    assert (usual.pop("pgd-l2"), usual.pop("few-pixels"), usual.pop("patch")) == ("2", "10", "5")
    assert set(usual.values()) == {"0.1"}, "as the help of --epsilon says"


def test_each_strength_is_a_line_and_as_the_engine_counts(
    trained: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    command = ["attack", str(trained), "--epsilon", "0.05,0.2", "--steps", "3", "--seed", "4", "--json"]
    assert cli.main(command) == 0
    said = capsys.readouterr()
    assert said.err == ""
    weak, strong = records_of(said.out)
    saved = model_file.load(trained)
    test = load_split(saved.experiment.data).test
    model = build_with(saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=10)
    point = attacked_accuracy(model, test, attack_named("pgd"), 0.05, steps=3, seed=4)
    assert (weak["accuracy"], weak["count"]) == (point.accuracy, len(test))
    assert weak["clean_accuracy"] == strong["clean_accuracy"] == evaluate(model, test).accuracy
    assert strong["accuracy"] < weak["accuracy"] < weak["clean_accuracy"]
    assert weak["interval"]["low"] < weak["accuracy"] < weak["interval"]["high"]
    assert (weak["method"], weak["epsilon"], weak["steps"], weak["seed"]) == ("pgd", 0.05, 3, 4)
    assert (weak["restarts"], weak["data"]) == (None, "generated")
    assert weak["seconds"] > 0


def test_a_person_reads_how_many_are_left(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["attack", str(trained), "--method", "fgsm", "--steps", "3", "--restarts", "2", "--limit", "20"]
    assert cli.main(command) == 0
    said = capsys.readouterr().out
    assert "of 20 images are read right (generated, test)" in said
    assert "One step (FGSM), 0.1: " in said
    assert "--steps changes nothing here" in said
    assert "--restarts changes nothing here" in said
    assert "One step proves nothing." in said


def test_more_starts_leave_less(
    trained: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    found = []
    for starts in ("1", "4"):
        command = ["attack", str(trained), "--method", "pgd-hard", "--restarts", starts, "--steps", "2"]
        assert cli.main([*command, "--epsilon", "0.05", "--json"]) == 0
        [record] = records_of(capsys.readouterr().out)
        assert record["restarts"] == int(starts)
        found.append(record["accuracy"])
    assert found[0] >= found[1]


def test_what_carries_over_to_a_second_model(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    """All of it to a copy of itself."""
    copy = tmp_path / "copy.safetensors"
    copy.write_bytes(trained.read_bytes())
    command = ["attack", str(trained), "--method", "fgsm", "--second", str(copy), "--limit", "50"]
    assert cli.main([*command, "--json"]) == 0
    [record] = records_of(capsys.readouterr().out)
    assert record["second"] == str(copy)
    assert (
        record["carried"] == record["fooled"] == round(50 * (record["clean_accuracy"] - record["accuracy"]))
    )
    assert record["right"] == round(50 * record["clean_accuracy"])
    assert record["fooled"] > 0
    assert cli.main(command) == 0
    assert "100.0\u00a0% of these fool copy.safetensors, too." in capsys.readouterr().out
    assert cli.main([*command, "--epsilon", "0"]) == 0
    assert "None of the images" in capsys.readouterr().out
    assert cli.main(["attack", str(trained), "--second", str(tmp_path / "none")]) == 2


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (["--method", "magic"], "no attack “magic”"),
        (["--epsilon", "2"], "The strength 2 is not possible"),
        (["--epsilon", "0.1,big"], "“0.1,big” is no strength"),
        (["--epsilon", ",".join(["0.1"] * 101)], "101 strengths are too many"),
        (["--epsilon", "2.5", "--method", "patch"], "whole number from 0 to 16"),
        (["--steps", "0"], "0 steps are not possible"),
        (["--steps", "many"], "“many” is no whole number"),
        (["--restarts", "0", "--method", "pgd-hard"], "0 starts are not possible"),
        (["--seed", "-1"], "“-1” is no seed"),
        (["--limit", "0"], "“0” is no number of images"),
        (["--data", "nowhere"], "nowhere"),
    ],
)
def test_what_is_wrong_is_said_at_once(
    flags: list[str], told: str, trained: Path, capsys: pytest.CaptureFixture[str], error_of: ErrorOf
) -> None:
    assert cli.main(["attack", str(trained), *flags]) == 2
    assert told in error_of(capsys)


def test_a_comma_alone_is_one_of_a_number() -> None:
    pixels, distance = attack_named("few-pixels"), attack_named("pgd")
    assert parsed_strengths("0,1", distance) == (0.1,)
    assert parsed_strengths("0.05, 0.1", distance) == (0.05, 0.1)
    assert parsed_strengths("3,10", pixels) == (3, 10)


def test_ctrl_c_keeps_what_is_known(
    trained: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupting(*arguments: Any, **options: Any) -> Any:
        points = measured(*arguments, **options)
        yield next(points)
        yield next(points)
        os.kill(os.getpid(), signal.SIGINT)
        yield from points

    measured = curve.accuracy_curve
    monkeypatch.setattr(curve, "accuracy_curve", interrupting)
    command = ["attack", str(trained), "--epsilon", "0.05,0.1,0.2", "--steps", "2", "--limit", "30"]
    assert cli.main(command) == 130
    said = capsys.readouterr().out
    assert "Many steps (PGD), 0.05: " in said
    assert "Many steps (PGD), 0.1: " not in said
