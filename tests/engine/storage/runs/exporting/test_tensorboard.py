"""Logs for TensorBoard, read back by its own reader; and where its package is missing, what to do."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ExportError
from engine.storage.runs.exporting.tensorboard import TENSORBOARD
from engine.storage.runs.library import RunLibrary

event_accumulator = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
BEGUN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC).timestamp()


@pytest.fixture
def written(library: RunLibrary, make_run: Callable[..., Path], tmp_path: Path) -> Any:
    """What TensorBoard reads of a run of three epochs of four steps, half a second each."""
    run = library.open(make_run("article-1", **{"training.learning_rate": 0.25}).name)
    TENSORBOARD.write(run, tmp_path / "logs" / "mine")
    read = event_accumulator.EventAccumulator(str(tmp_path / "logs" / "mine"))
    return read.Reload()


def test_every_figure_comes_out_as_it_was(written: Any) -> None:
    found = {
        tag: [(item.step, item.value) for item in written.Scalars(tag)] for tag in written.Tags()["scalars"]
    }
    each = range(1, 13)
    assert (
        found["loss/batch"]
        == [(step, 2 / (1 + (step - 1) // 4)) for step in each][:4]
        + [(step, np.float32(2 / (1 + (step - 1) // 4))) for step in each][4:]
    )
    assert [step for step, _ in found["learning_rate"]] == list(each)
    assert found["loss/training"] == [(4, 2.0), (8, 1.0), (12, np.float32(2 / 3))]
    assert found["loss/validation"] == [(4, 3.0), (8, 1.5), (12, 1.0)]
    assert found["accuracy/validation"] == [(4, 0.5), (8, 0.75), (12, np.float32(1 - 0.5 / 3))]
    assert found["accuracy/test"] == [(12, 0.875)]
    assert set(found) == {
        "loss/batch", "accuracy/batch", "learning_rate", "loss/training", "accuracy/training", "loss/validation",
        "accuracy/validation", "accuracy/test",
    }  # fmt: skip


def test_times_are_those_of_the_training(written: Any) -> None:
    times = [item.wall_time - BEGUN for item in written.Scalars("loss/batch")]
    np.testing.assert_allclose(times, np.arange(1, 13) / 8, atol=1e-5)
    assert written.FirstEventTimestamp() == BEGUN


def test_settings_are_told_in_full_and_as_a_table(written: Any) -> None:
    text = written.Tensors("settings")[0].tensor_proto.string_val[0].decode()
    assert json.loads(text)["training"]["learning_rate"] == 0.25
    assert all(line.startswith("    ") for line in text.splitlines())  # Markdown shows it as it is
    content = written.SummaryMetadata("_hparams_/session_start_info").plugin_data.content
    assert b"training.learning_rate" in content


def test_without_validation_there_are_no_figures_of_it(
    library: RunLibrary, make_run: Callable[..., Path], tmp_path: Path
) -> None:
    run = make_run("article-1")
    text = (run / "history.jsonl").read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        line.update(
            {name: None for name in line if name.startswith("validation_l") or name == "validation_accuracy"}
        )
    (run / "history.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    TENSORBOARD.write(library.open("article-1"), tmp_path / "logs")
    read = event_accumulator.EventAccumulator(str(tmp_path / "logs")).Reload()
    assert not any("validation" in tag for tag in read.Tags()["scalars"])


@pytest.mark.parametrize(
    "error", [ImportError("no module"), TypeError("Descriptors cannot be created directly.")]
)
def test_a_package_that_is_missing_or_broken_is_told_with_its_remedy(
    library: RunLibrary, make_run: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:  # fmt: skip
    run, load = library.open(make_run("article-1").name), builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.startswith("tensorboard"):
            raise error
        return load(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ExportError) as caught:
        TENSORBOARD.write(run, tmp_path / "logs" / "mine")
    assert "pip install tensorboard" in str(caught.value)
    assert not (tmp_path / "logs").exists()
