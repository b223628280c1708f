"""Runs that are damaged, or made to harm: each is named, listed or refused, and the others stay as they are."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.choices import MOST_LAYERS
from engine.config.reading import MOST_BYTES
from engine.errors import RunError
from engine.storage.failures import Failures
from engine.storage.runs.file import history as history_file
from engine.storage.runs.file.header import read_header
from engine.storage.runs.library import RunLibrary
from engine.training.history import EPOCH_SERIES, STEP_SERIES
from tests.engine.storage.runs.written import lines_of, text_of

STARTED, STEPS, EPOCH = lines_of(1, ended=None)
FINISHED = lines_of(1)[-1]
RATE = {"event": "rate", "step": 2, "old": 0.1, "new": 0.2}
HUGE = 10**400


@pytest.mark.parametrize(
    "bad",
    [
        EPOCH | {"epoch": 3, "step": 12, "train_loss": "1"}, EPOCH | {"epoch": 3, "step": 12, "validation_loss": [1]},
        EPOCH | {"epoch": 3, "step": 12, "seconds": -1}, EPOCH | {"epoch": 3, "step": 12, "best": "yes"},
        EPOCH | {"epoch": 3, "step": 12, "validation_accuracy": 1.5}, EPOCH | {"epoch": 3, "step": HUGE},
        EPOCH | {"epoch": 1, "step": 4}, STEPS | {"first_step": 9, "loss": [1, "x", 1, 1]},
        STEPS | {"first_step": 9, "loss": [HUGE] * 4}, STEPS | {"first_step": 9, "loss": [1e300] * 4},
        STEPS | {"first_step": 2**31}, STEPS | {"first_step": 0}, STEPS | {"first_step": 9, "accuracy": [2] * 4},
        STEPS | {"first_step": 9, "seconds": None}, STARTED | {"first_step": -7}, STARTED | {"device": "toaster"},
        STARTED | {"epochs": 2.5}, FINISHED | {"reason": "bored"}, FINISHED | {"message": "\ud800"},
        FINISHED | {"kept_epoch": -1}, RATE | {"new": "fast"}, {"event": "epoch"}, ["epoch"], "epoch",
    ],
    ids=lambda line: str(line)[-60:],
)  # fmt: skip
def test_a_line_is_taken_whole_or_not_at_all(make_run: Any, bad: Any) -> None:
    run = make_run(epochs=2, reason=None)
    path = run / history_file.HISTORY_NAME
    expected, known = history_file.read(path), read_header(run).progress
    with path.open("ab") as file:
        file.write(json.dumps(bad).encode() + b"\n")
    found = history_file.read(path)
    for name in (*STEP_SERIES, *EPOCH_SERIES):
        np.testing.assert_array_equal(found.series(name), expected.series(name))
    assert (found.steps.tolist(), found.epochs.tolist()) == (
        expected.steps.tolist(),
        expected.epochs.tolist(),
    )
    assert (found.started, found.reason, found.marks) == (expected.started, expected.reason, expected.marks)
    if bad != EPOCH | {"epoch": 1, "step": 4}:
        assert read_header(run).progress.model_copy(update={"history_bytes": 0}) == known.model_copy(
            update={"history_bytes": 0}
        )


def test_a_number_that_is_none_spoils_its_line_alone(make_run: Any) -> None:
    run = make_run(epochs=3)
    path = run / history_file.HISTORY_NAME
    path.write_bytes(path.read_bytes().replace(b'"train_loss": 1.0', b'"train_loss": 1e400'))
    assert history_file.read(path).epochs.tolist() == [1, 3]


def test_numbers_that_contradict_each_other_give_way_to_the_history(make_run: Any) -> None:
    run = make_run(epochs=3)
    header = json.loads((run / "run.json").read_bytes())
    header["progress"] |= {"best_epoch": 7, "kept_epoch": 9}
    (run / "run.json").write_text(json.dumps(header))
    progress = read_header(run).progress
    assert (progress.epoch, progress.best_epoch, progress.kept_epoch, progress.reason) == (
        3,
        3,
        0,
        "completed",
    )


@pytest.mark.parametrize(
    "created", ["0002-02-03T04:05:06+00:00", "1969-12-31T23:59:59Z", "9998-01-01T00:00:00Z"]
)
def test_a_wrong_clock_makes_no_run_unreadable(library: RunLibrary, make_run: Any, created: str) -> None:
    make_run(created=created)
    assert library.get("article-1").created.isoformat()[:4] == created[:4]


@pytest.mark.parametrize("seconds", [-86_400, -(10**11), 10**11, 2**40])
def test_nor_does_a_file_of_another_time(library: RunLibrary, make_run: Any, seconds: int) -> None:
    run = make_run()
    (run / "run.json").unlink()  # killed before it was written
    os.utime(run / "experiment.json", (seconds, seconds))
    assert 2 <= library.get("article-1").created.year <= 9998


def layers(count: int) -> bytes:
    return json.dumps({"network": {"hidden": [1] * count}}).encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("experiment.json", layers(MOST_LAYERS + 1)), ("experiment.json", b" " * MOST_BYTES + b"{}"),
        ("experiment.json", b'{"data": {"dataset": "' + b"x" * 2000 + b'"}}'),
        ("experiment.json", json.dumps({f"a{number}": 1 for number in range(50_000)}).encode()),
        ("history.jsonl", b"\n" * 100_000), ("history.jsonl", b"{\n" * 50_000),
        ("history.jsonl", b'{"event":"epoch"}\n' * 9000),
        ("experiment.json", b"[" * 100_000), ("run.json", b'{"id": "a", "created": "2026-01-02T03:04:05Z", '
        b'"later": ' + b"9" * 5000 + b"}"), ("run.json", b"\xff"),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_damaged_run_is_named_and_the_others_are_listed(
    library: RunLibrary, make_run: Any, name: str, data: bytes
) -> None:
    make_run("article-1")
    (make_run("article-2") / name).write_bytes(data)
    assert [run.id for run in library.summaries()] == ["article-1"]
    ((named, error),) = library.unreadable
    assert named == "article-2"
    assert len(str(error)) < 3000


def test_many_layers_are_not_too_many(library: RunLibrary, make_run: Any) -> None:
    (make_run() / "experiment.json").write_bytes(layers(MOST_LAYERS))
    assert len(library.get("article-1").experiment.network.hidden) == MOST_LAYERS


def test_many_starts_take_no_longer_each(make_run: Any) -> None:
    run = make_run(epochs=2, reason=None)
    path = run / history_file.HISTORY_NAME

    def seconds(count: int) -> float:
        path.write_bytes(text_of([EPOCH, RATE, STARTED | {"learning_rate": 0.2, "first_step": 1}]) * count)
        started = time.process_time()
        history_file.read(path)
        read_header(run)
        return time.process_time() - started

    few = seconds(500)
    assert seconds(8000) < 80 * few  # sixteen times as many; 256 times where each looks at all before it


def test_what_could_not_be_read_is_not_read_again_before_it_changes(tmp_path: Path) -> None:
    path, failures, read = tmp_path / "a", Failures(), []

    def look() -> None:
        with failures.reading(path):
            read.append(path.read_text() if path.exists() else "")
            raise RunError("Damaged.")

    path.write_text("a")
    for _ in range(3):
        with pytest.raises(RunError, match="Damaged"):
            look()
    assert read == ["a"]
    path.write_text("ab")
    for _ in range(2):
        with pytest.raises(RunError, match="Damaged"):
            look()
    assert read == ["a", "ab"]
