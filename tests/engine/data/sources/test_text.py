"""Texts as data sets: tasks by their names, a file by its path, and what a person brought in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.config import DataConfig, TextConfig
from engine.data import datasets
from engine.data.import_set import import_set
from engine.data.sources.text_task import TEXT_SOURCES, TextTaskSource
from engine.data.text.coding import NOT_ASKED
from engine.errors import Cancelled, DataError

STORY = "".join(
    f"On day {day} Anna wrote {day * day} words, and Ben read {day * 7 % 11}.\n" for day in range(400)
)
each = pytest.mark.parametrize("source", TEXT_SOURCES, ids=lambda source: source.info.name)


def config_of(name: str, **text: object) -> DataConfig:
    return DataConfig(dataset=name, text=TextConfig.model_validate({"count": 300, **text}))


@each
def test_a_task_is_a_data_set_of_texts(source: TextTaskSource) -> None:
    name = source.info.name
    info = datasets.info_of(name)
    assert info is not None
    assert (info.kind, info.is_built_in, info.text) == ("text", True, source.task.settings)
    split = datasets.load_split(config_of(name, context=24))
    assert (split.train.kind, split.goal) == ("text", "characters")
    for part in (split.train, split.validation, split.test):
        assert len(part)
        assert part.classes == split.classes
        assert part.image_shape == (source.task.width(TextConfig(context=24)), len(split.classes))


@each
def test_only_what_a_task_uses_decides_its_data(source: TextTaskSource) -> None:
    usual = config_of(source.info.name)
    others = {"count": 400, "digits": 3, "letters": 5, "signs": "digits", "context": 32}
    for name, value in others.items():
        changed = source.key(config_of(source.info.name, **{name: value})) != source.key(usual)
        assert changed == (name in source.info.text)
    assert source.key(usual.model_copy(update={"seed": 1})) != source.key(usual)


@pytest.mark.parametrize(
    "source", [each for each in TEXT_SOURCES if not each.task.is_prose], ids=lambda s: s.info.name
)
def test_no_question_is_in_two_parts(source: TextTaskSource) -> None:
    split = datasets.load_split(config_of(source.info.name))
    seen: set[bytes] = set()
    for part in (split.train, split.validation, split.test):
        questions = set()
        for row, labels in zip(part.images, part.labels, strict=True):
            asked = int(np.argmax(labels != NOT_ASKED))
            questions.add(row[: asked + 1].tobytes())
        assert len(questions) == len(part)
        assert seen.isdisjoint(questions)
        seen |= questions


def test_what_validates_a_text_are_whole_stretches_of_it(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    split = datasets.load_split(config_of(str(path), context=8))
    groups = [set(part.same.tolist()) for part in (split.train, split.validation) if part.same is not None]
    assert len(groups) == 2
    assert groups[0].isdisjoint(groups[1])
    assert 0.05 < len(split.validation) / (len(split.train) + len(split.validation)) <= 0.1
    written = "".join(split.classes[place] for place in split.validation.images[0])
    assert written in STORY


def test_a_text_follows_its_file_and_the_seed_that_divides_it(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    first = datasets.load_split(config_of(str(path))).test.images
    assert np.array_equal(first, datasets.load_split(config_of(str(path))).test.images)
    other = datasets.load_split(config_of(str(path)).model_copy(update={"seed": 5})).test.images
    assert not np.array_equal(first, other)
    path.write_text(STORY.upper(), encoding="utf-8")
    assert not {"n", "w"} & set(datasets.load_split(config_of(str(path))).classes)
    path.unlink()
    with pytest.raises(DataError, match="cannot be read as a text"):
        datasets.load_split(config_of(str(path)))


def test_a_text_too_short_for_its_context_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("milk and bread, " * 20, encoding="utf-8")
    assert len(datasets.load_split(config_of(str(path), context=16)).train)
    with pytest.raises(DataError, match="with a context of 64 at least 650 are needed"):
        datasets.load_split(config_of(str(path), context=64))


def test_a_text_that_was_brought_in_is_divided_as_the_settings_say(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    name = import_set(path).name
    info = datasets.info_of(name)
    assert info is not None
    assert (info.kind, info.is_imported, info.text) == ("text", True, ("context",))
    for context in (16, 40):
        mine, theirs = (datasets.load_split(config_of(each, context=context)) for each in (name, str(path)))
        assert np.array_equal(mine.train.images, theirs.train.images)
        assert mine.train.images.shape[1] == context


def test_making_up_is_told_and_can_be_stopped() -> None:
    told: list[tuple[str, float]] = []
    config = config_of("reversing", count=5000)
    datasets.load_split(config, progress=lambda words, share: told.append((words, share)))
    assert told[-1][0] == "Making up examples"
    with pytest.raises(Cancelled):
        datasets.load_split(config_of("reversing", count=4000), cancelled=lambda: True)
