"""What a run is refused for before there is one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.data.dataset import Dataset, Split
from engine.errors import RunError
from engine.training import TrainingControl, TrainingFinished, train
from gui.bench.training_job import Branch, Keeping, training_job
from tests.engine.training.texts import EXPERIMENT, prose


def of(data: Dataset) -> Split:
    return Split(data, replace(data), replace(data))


def test_text_in_other_characters_does_not_begin_with_weights_that_know_these(tmp_path: Path) -> None:
    experiment = EXPERIMENT.with_(**{"training.epochs": 1})
    *_, last = train(experiment, of(prose()))
    assert isinstance(last, TrainingFinished)
    branch = Branch("", 5, last.state, classes=prose().classes)
    keeping = Keeping(tmp_path, "", 60, None, None, branch)
    other = replace(prose(), classes=("x", "y", "z", " "))
    with pytest.raises(RunError, match="weights of another"):
        training_job(experiment, of(other), TrainingControl(), keeping)(lambda _event: None)
    assert not list(tmp_path.iterdir())
    told: list[object] = []
    training_job(experiment, of(prose()), TrainingControl(), keeping)(told.append)
    assert any(isinstance(event, TrainingFinished) for event in told)
