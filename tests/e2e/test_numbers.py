"""A table goes through every station of the real window and every command, as pictures do, or is told why not."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QLabel

from engine import cli
from engine.config import Experiment
from engine.data.sources.registry import SOURCES
from engine.deploy.registry import FORMATS
from engine.inference import Recognizer
from engine.inputs.registry import INPUT_KINDS
from gui.tasks.task import Task
from gui.workbench import Workbench
from tests.engine.data.sources import petals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

pytestmark = pytest.mark.slow

LONG = 60_000
ROW = "5010,0.02,1,9,0"
TRAIN = (
    "train",
    "--data",
    "petals",
    "--hidden",
    "8,8",
    "--epochs",
    "30",
    "--batch-size",
    "16",
    "--learning-rate",
    "0.01",
)
NUMBERS = INPUT_KINDS["numbers"]


@pytest.fixture(autouse=True, scope="module")
def registered() -> Iterator[None]:
    kept = list(SOURCES)
    SOURCES.append(petals.SOURCE)
    yield
    SOURCES[:] = kept


@pytest.fixture(scope="module")
def model(registered: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("trained") / "petals.safetensors"
    assert cli.main([*TRAIN, "--out", str(path)]) == 0
    return path


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


# The command line


def test_it_is_trained_measured_and_asked(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["evaluate", str(model), "--json"]) == 0
    assert told(capsys)[-1]["accuracy"] > 0.9
    assert cli.main(["predict", str(model), ROW, ROW, "--json"]) == 0
    first, second = told(capsys)
    assert first == second
    row = np.array([float(part) for part in ROW.split(",")], np.float32)
    (shares,) = Recognizer.load(model).probabilities(row)
    assert first["class"] == petals.CLASSES[shares.argmax()]
    assert list(first["probabilities"].values()) == pytest.approx(shares.tolist())
    assert cli.main(["predict", str(model), "5,6"]) == 2
    assert "spots, colour." in capsys.readouterr().err


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_it_leaves_the_program_or_says_why_not(
    form: str, model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"out{next(each for each in FORMATS if each.name == form).ending}"
    code = cli.main(["export", str(model), "--format", form, "--out", str(out)])
    if form == "web":
        assert code == 2
        assert "The Python script, the C source and ONNX take rows of numbers." in capsys.readouterr().err
        return
    assert code == 0
    assert "drawing" not in capsys.readouterr().out
    assert out.stat().st_size


def test_the_script_answers_by_itself(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "petals.py"
    assert cli.main(["export", str(model), "--format", "script", "--out", str(out)]) == 0
    capsys.readouterr()
    monkeypatch.setattr(sys, "argv", [str(out), "--json", ROW, "1,2"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(str(out), run_name="__main__")
    assert caught.value.code == 2
    [found] = told(capsys)
    (shares,) = Recognizer.load(model).probabilities(np.array(ROW.split(","), np.float32))
    assert found["class"] == petals.CLASSES[shares.argmax()]


def test_the_code_trains_by_itself(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, data = tmp_path / "petals.py", tmp_path / "petals.npz"
    assert cli.main(["export", str(model), "--format", "code", "--out", str(out)]) == 0
    assert cli.main(["datasets", "export", "petals", str(data)]) == 0
    capsys.readouterr()
    monkeypatch.setattr(sys, "argv", [str(out), "--data", str(data)])
    try:
        runpy.run_path(str(out), run_name="__main__")
    finally:
        torch.set_default_device(None)  # which the script sets for its whole process
    last = capsys.readouterr().out.splitlines()[-1]
    assert float(last.split()[2].rstrip("%")) > 90


@pytest.mark.parametrize("method", ["prune", "units", "quantise"])
def test_it_is_made_smaller(method: str, model: Path, tmp_path: Path) -> None:
    out = tmp_path / "smaller.safetensors"
    asked = ["--method", method, "--finetune", "1", "--out", str(out), "--no-keep"]
    assert cli.main(["compress", str(model), *asked]) == 0
    assert Recognizer.load(out).features == Recognizer.load(model).features


@pytest.mark.parametrize(
    ("command", "why"), [("attack", NUMBERS.no_attack), ("exposure", NUMBERS.no_exposure)]
)
def test_what_is_of_pictures_says_so(
    command: str, why: str, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, str(model)]) == 2
    assert why in capsys.readouterr().err


def test_other_ways_to_train(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        cli.main(["federate", *TRAIN[1:5], "--schools", "2", "--rounds", "1", "--out", str(tmp_path / "f")])
        == 0
    )
    assert cli.main(["learning-curve", *TRAIN[1:]]) == 0
    capsys.readouterr()
    assert cli.main(["train", "--data", "petals", "--hidden", "conv4,8"]) == 2
    assert "cannot take numbers" in capsys.readouterr().err
    assert cli.main(["datasets", "export", "petals", str(tmp_path / "p"), "--format", "png"]) == 2
    assert "table of numbers" in capsys.readouterr().err


# The window


@pytest.fixture
def window(qtbot: QtBot, unstyled: None) -> Iterator[MainWindow]:
    from gui.main_window import MainWindow

    changes = {
        "data.dataset": "petals",
        "network.hidden": "8,6",
        "training.epochs": 20,
        "training.batch_size": 16,
    }
    bench = Workbench(Experiment().with_(**changes))
    main = MainWindow(bench)
    main.resize(1366, 768)
    with qtbot.waitExposed(main):
        main.show()
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        main.run_bar.toggle()
    yield main
    if bench.model is not None:
        bench.model.saved = True
    main.close()
    main.deleteLater()


def is_idle(window: MainWindow) -> bool:
    bench = window.workbench
    tasks = window.findChildren(Task) + bench.findChildren(Task)
    return not bench.loader.warming and not any(task.busy for task in tasks)


def test_every_station_shows_a_table(
    qtbot: QtBot, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    bench = window.workbench
    failures: list[object] = []
    bench.failed.connect(lambda error, _details: failures.append(error))
    window.body.stations.failed.connect(lambda error, _details: failures.append(error))
    for station in window.body.stations:
        window.show_station(station.name)
        page: Any = station.page
        for view in getattr(page, "views", {"": None}):
            if view:
                page.show_view(view)
            qtbot.wait(50)
            qtbot.waitUntil(lambda: is_idle(window), timeout=LONG)
            window.grab()
    assert failures == []
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []


def test_what_is_of_pictures_says_so_in_the_window(qtbot: QtBot, window: MainWindow) -> None:
    for name, view, why in (
        ("understand", "why", NUMBERS.no_map),
        ("understand", "reading", NUMBERS.no_parts),
        ("understand", "attention", NUMBERS.no_parts),
        ("challenge", "fool", NUMBERS.no_attack),
        ("challenge", "exposure", NUMBERS.no_exposure),
    ):
        window.show_station(name)
        page = window.station(name).page
        page.show_view(view)
        qtbot.waitUntil(
            lambda page=page, why=why: any(
                label.isVisible() and label.text().startswith(why) for label in page.findChildren(QLabel)
            )
        )
    assert not window.panel.isVisible()
