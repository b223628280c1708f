"""Drawn digits come back as they were drawn, and whatever lies in their place never comes for them."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data.generated import kept
from engine.data.sources.generated import SOURCE

CONFIG = DataConfig(generated_count=120)


@pytest.fixture(autouse=True)
def few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LEAST_IMAGES", 140)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many digits were drawn, each time."""
    counts: list[int] = []
    from engine.data import generated

    draw = generated.dataset
    monkeypatch.setattr(
        generated, "dataset", lambda count, *rest, **more: counts.append(count) or draw(count, *rest, **more)
    )
    return counts


def files(home: Path) -> list[Path]:
    return sorted((home / kept.FOLDER).glob("*"))


def test_they_come_back_as_they_were_drawn(isolated_home: Path, drawn: list[int]) -> None:
    first, again = SOURCE.parts(CONFIG, None, None), SOURCE.parts(CONFIG, None, None)
    assert drawn == [120, 20]
    assert len(files(isolated_home)) == 1
    for before, after in zip(first, again, strict=True):
        assert np.array_equal(before.images, after.images)
        assert np.array_equal(before.labels, after.labels)
        assert (before.classes, before.name) == (after.classes, after.name)
        assert after.images.flags.writeable
    SOURCE.parts(CONFIG.model_copy(update={"seed": 1}), None, None)
    assert drawn == [120, 20, 120, 20]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
        lambda data: data + b"more",
        lambda _data: zlib.compress(bytes(140 * 784 + 1)),
        lambda _data: zlib.compress(bytes(784)),
        lambda _data: zlib.compress(bytes(10**8)),
        lambda _data: b"",
    ],
)
def test_what_is_damaged_is_drawn_again(
    isolated_home: Path, drawn: list[int], damage: Callable[[bytes], bytes]
) -> None:
    (good, _test) = SOURCE.parts(CONFIG, None, None)
    (path,) = files(isolated_home)
    path.write_bytes(damage(path.read_bytes()))
    (again, _test) = SOURCE.parts(CONFIG, None, None)
    assert drawn == [120, 20, 120, 20]
    assert np.array_equal(good.images, again.images)


def test_those_of_another_program_are_not_taken(
    isolated_home: Path, drawn: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    SOURCE.parts(CONFIG, None, None)
    monkeypatch.setattr(kept, "_sources", lambda: "others")
    SOURCE.parts(CONFIG, None, None)
    assert len(drawn) == 4
    assert len(files(isolated_home)) == 2


def test_there_are_never_more_than_two_kinds_and_none_of_few_or_of_very_many(isolated_home: Path) -> None:
    for seed in range(4):
        SOURCE.parts(CONFIG.model_copy(update={"seed": seed}), None, None)
    assert len(files(isolated_home)) == kept.MOST_FILES
    for count in (kept.LEAST_IMAGES - 1, kept.MOST_IMAGES + 1):
        assert kept.load(CONFIG, count) is None
        kept.keep(CONFIG.model_copy(update={"seed": 9}), np.zeros((count, 1, 1), np.uint8))
    assert len(files(isolated_home)) == kept.MOST_FILES


def test_where_nothing_can_be_kept_they_are_drawn(isolated_home: Path, drawn: list[int]) -> None:
    isolated_home.mkdir(exist_ok=True)
    (isolated_home / kept.FOLDER).write_text("a file")
    for _ in range(2):
        SOURCE.parts(CONFIG, None, None)
    assert len(drawn) == 4


def test_a_folder_in_the_place_of_a_file_is_passed_over(isolated_home: Path, drawn: list[int]) -> None:
    kept._path(CONFIG).mkdir(parents=True)
    SOURCE.parts(CONFIG, None, None)
    assert len(drawn) == 2
