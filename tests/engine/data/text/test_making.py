"""What a task makes up, as a network is told of it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.config import DataConfig
from engine.config.text import TextConfig
from engine.data.datasets import load_split
from engine.data.text.asked import asked_of
from engine.data.text.making import TOLD, made
from engine.data.text.registry import TASKS
from engine.data.text.task import END, TextTask
from engine.errors import Cancelled

each = pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)


@each
def test_all_there_is_of_a_kind_has_one_width_and_one_alphabet(task: TextTask) -> None:
    config = TextConfig(count=400, context=24)
    one, other = made(task, config, 0), made(task, config.model_copy(update={"count": 300}), 1)
    assert one.classes == other.classes
    for inputs, labels in (one.train, one.test, other.train):
        assert inputs.shape == labels.shape
        assert inputs.shape[1] == task.width(config)
        assert inputs.dtype == np.uint16
        assert labels.dtype == np.int64
        assert len(inputs)
        assert inputs.max() < len(one.classes)
        assert labels.max() < len(one.classes)


@each
def test_questions_are_asked_their_answer_and_prose_every_character(task: TextTask) -> None:
    examples = made(task, TextConfig(count=400), 0)
    assert (END in examples.classes) == (not task.is_prose)
    assert len(examples.blocks) == len(examples.train[0])
    share = (examples.train[1] >= 0).mean(axis=1)
    if task.is_prose:
        assert (share == 1).all()
    else:
        assert ((share > 0) & (share < 1)).all()
        assert len(examples.train[0]) == 400
        assert len(examples.test[0]) == 80


def test_what_is_made_up_is_in_no_order() -> None:
    """Lists in an order of their own would come out sorted when they are written anew."""
    adding = next(task for task in TASKS if task.name == "adding")
    firsts = made(adding, TextConfig(count=2000), 0).train[0][:, 0].astype(float)
    assert abs(np.corrcoef(firsts, np.arange(len(firsts)))[0, 1]) < 0.1


def test_it_can_be_stopped_and_tells_how_far_it_is() -> None:
    shares: list[float] = []
    config = TextConfig(count=3 * TOLD)
    made(TASKS[0], config, 0, shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1
    with pytest.raises(Cancelled):
        made(TASKS[0], config, 0, cancelled=lambda: True)


@pytest.mark.parametrize("task", [task for task in TASKS if not task.is_prose], ids=lambda task: task.name)
def test_what_validates_is_not_learnt_at_heart_either(task: TextTask) -> None:
    """Whoever has learnt 12+34 knows 34+12: that would validate nothing."""
    parts = load_split(DataConfig(dataset=task.name, text=TextConfig(count=1000)))
    learnt, validating = (
        {
            task.essence(asked.question, asked.answer)
            for asked in (
                asked_of(ids, labels, part.classes)
                for ids, labels in zip(part.images, part.labels, strict=True)
            )
        }
        for part in (parts.train, parts.validation)
    )
    assert validating
    assert not learnt & validating
