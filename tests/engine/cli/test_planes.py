"""Points on a plane on the command line: trained on, and a place on the plane asked about."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from engine import cli


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that knows x, x² and sin y of each point."""
    folder = tmp_path_factory.mktemp("plane")
    path = folder / "moons.safetensors"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETSKETCH_HOME", str(folder))
        flags = "--preset moons --points 60 --point-noise 0 --features x2,siny,x --epochs 2 --threads 1"
        assert cli.main(["train", *flags.split(), "--out", str(path)]) == 0
    return path


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_place_is_told_to_the_network_by_its_features(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert cli.main(["predict", str(model), "0.5,-1.2", "--json"]) == 0
    (found,) = told(capsys)
    assert found["row"] == pytest.approx([0.5, 0.25, math.sin(-1.2)], abs=1e-6)
    assert found["class"] in ("A", "B")


def test_the_features_themselves_may_be_given(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["predict", str(model), "1,1,0.5", "--json"]) == 0
    (found,) = told(capsys)
    assert found["row"] == [1, 1, 0.5]


def test_what_is_neither_is_refused(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["predict", str(model), "1,2,3,4"]) == 2
    assert "x, x², sin y" in capsys.readouterr().err


@pytest.mark.parametrize("flag", ["--features=z", "--points=5", "--point-noise=2"])
def test_settings_that_cannot_be_are_refused(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["train", "--data", "spiral", flag, "--out", "never.safetensors"]) == 2
    assert "must be" in capsys.readouterr().err
