"""The stand-alone program, where one is named: it shows both faces, trains by the fast way, opens and exports.

    python3 dev.py package
    NETSKETCH_PACKAGE=dist/netsketch python3 dev.py test tests/e2e/test_stand_alone.py

It takes minutes and a gigabyte to build, so that nothing here builds it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from docs.tools.package.__main__ import MB, size_of
from engine.version import program_version

ROOT = Path(__file__).resolve().parents[2]
NAMED = os.environ.get("NETSKETCH_PACKAGE", "")
FOLDER = (ROOT / NAMED).resolve()
MOST = 700 * MB
PATIENCE = 60.0  # seconds
pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.slow,
    pytest.mark.skipif(
        not NAMED, reason="NETSKETCH_PACKAGE names no stand-alone program: python3 dev.py package"
    ),
]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """Return the environment of somebody who has no Python: nothing of this one is found."""
    kept = ("PATH", "LANG", "DISPLAY", "SYSTEMROOT", "NETSKETCH_DATA")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return {
        **found,
        "HOME": str(tmp_path),
        "NETSKETCH_HOME": str(tmp_path / "home"),
        "NETSKETCH_LOG": "debug",
    }


def run(name: str, *arguments: object, env: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [str(FOLDER / name), *map(str, arguments)]
    return subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True, timeout=PATIENCE)


def record(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_it_is_small_and_says_its_version(surroundings: dict[str, str], tmp_path: Path) -> None:
    assert max(size_of(FOLDER)) < MOST
    told = run("netsketch", "--version", env=surroundings, cwd=tmp_path)
    assert told.stdout == f"NetSketch {program_version()}\n"
    spoken = run("netsketch", "presets", "--language", "zh", env=surroundings, cwd=tmp_path)
    assert re.search("[\u4e00-\u9fff]", spoken.stdout), "the translations are not in it"


def test_it_trains_and_lets_the_model_leave_in_every_form(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    from engine.deploy.registry import FORMATS

    small = ("--data", "generated", "--generated-count", "600", "--epochs", "1", "--json")
    model = tmp_path / "model.safetensors"
    trained = record(
        run(
            "netsketch",
            "train",
            "--preset",
            "article",
            *small,
            "--out",
            model,
            env=surroundings,
            cwd=tmp_path,
        )
    )
    assert trained["epochs"] == 1
    record(run("netsketch", "evaluate", model, "--json", env=surroundings, cwd=tmp_path))
    for form in FORMATS:
        out = tmp_path / f"digit{form.ending}"
        arguments = ("export", model, "--format", form.name, "--out", out, "--json")
        told = record(run("netsketch", *arguments, env=surroundings, cwd=tmp_path))
        assert told["max_difference"] <= form.limit
    for form_name in ("zip", "csv", "tensorboard"):
        record(
            run("netsketch", "runs", "export", trained["run"], "--format", form_name, "--json",
                env=surroundings, cwd=tmp_path)
        )  # fmt: skip


def test_it_runs_every_preset(surroundings: dict[str, str], tmp_path: Path) -> None:
    presets = run("netsketch", "presets", "--json", env=surroundings, cwd=tmp_path).stdout.splitlines()
    for preset in (json.loads(line)["name"] for line in presets):
        small = (
            "--data",
            "generated",
            "--generated-count",
            "300",
            "--train-count",
            "64",
            "--epochs",
            "1",
            "--json",
        )
        done = run(
            "netsketch",
            "train",
            "--preset",
            preset,
            *small,
            "--out",
            "m.safetensors",
            env=surroundings,
            cwd=tmp_path,
        )
        assert done.returncode == 0, (preset, done.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="offscreen, and by a link")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_its_window_opens_and_trains_by_the_fast_way(
    surroundings: dict[str, str], tmp_path: Path, language: str
) -> None:
    surroundings["QT_QPA_PLATFORM"] = "offscreen"
    command = [str(FOLDER / "netsketch-gui"), "--language", language]
    said: list[str] = []
    with subprocess.Popen(
        command, env=surroundings, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as window:
        watchdog = threading.Timer(PATIENCE, window.kill)
        watchdog.start()
        assert window.stdout is not None
        for line in window.stdout:
            said.append(line)
            if line.endswith("ready to train\n") or "failed" in line:
                break
        window.terminate()
        window.wait(PATIENCE)
        watchdog.cancel()
    words = "".join(said)
    assert "ready to train" in words
    assert "one by one" not in words, "the script compiler found no source"
    assert "WARNING" not in words
    assert "Error" not in words
