"""Lines of one kind are found among many without a look at all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.storage.runs.file import history
from engine.storage.runs.file.line import line_of
from engine.training.events import EpochDone, FinishReason, TrainingFinished, TrainingStarted


def test_lines_of_one_kind_are_those_that_tell_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [
        TrainingStarted(3, 1, 60, 6, 100, "cpu", 1),
        *(EpochDone(number, number, 0.5, 0.9, 0.4, 0.9, 0.1, 1.0, best=False) for number in range(1, 100)),
        TrainingFinished(FinishReason.STOPPED, 99, 99, 1.0, {}, message="started well"),
        TrainingStarted(3, 1, 60, 6, 100, "cpu", 1, first_step=99),
    ]
    path = tmp_path / history.HISTORY_NAME
    path.write_text(
        "".join(history.to_text(line_of(event) or {}) + "\n" for event in events) + "torn started"
    )
    read: list[bytes] = []
    parse = history.json_of
    monkeypatch.setattr(history, "json_of", lambda text: read.append(text) or parse(text))
    found = list(history.lines(path, event="started"))
    assert found == [line for line in history.lines(path) if line["event"] == "started"]
    assert [line["first_step"] for line in found] == [0, 99]
    assert len(read) < 10 + len(events)  # those of the look at all, and a few
