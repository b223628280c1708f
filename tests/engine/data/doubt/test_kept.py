"""A doubt comes back as it was learnt, and whatever lies in its place never comes for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.dataset import Dataset, Split
from engine.data.doubt import kept, learning
from engine.data.doubt.learning import known_doubt, learn_doubt
from engine.data.generated.images import dataset
from tests.engine.data.doubt.conftest import made

COUNT, HELD = 240, 200


@pytest.fixture(scope="module")
def split() -> Split:
    return Split(dataset(COUNT), dataset(HELD, start=COUNT), dataset(20, start=COUNT + HELD))


@pytest.fixture
def learnt(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many inputs were learnt from, each time; a few steps are enough here."""
    counts: list[int] = []
    fitted = learning._fitted
    monkeypatch.setattr(learning, "EPOCHS", 1)
    monkeypatch.setattr(learning, "LEAST_STRANGERS", 300)
    monkeypatch.setattr(learning, "_fitted", lambda *given: counts.append(len(given[0])) or fitted(*given))
    return counts


def files(home: Path) -> list[Path]:
    return sorted((home / kept.FOLDER).glob("*"))


def test_a_second_run_and_a_later_start_learn_nothing(
    isolated_home: Path, split: Split, learnt: list[int]
) -> None:
    first = learn_doubt(split)
    same = replace(split, train=Dataset("another name", *copies(split.train), split.train.classes))
    assert first is not None
    assert learn_doubt(same) is first
    assert known_doubt(same) is first

    kept.forget()
    again = learn_doubt(split)
    assert again is not None
    assert again is not first
    assert again.to_text() == first.to_text()
    assert known_doubt(split) is again
    assert len(learnt) == len(files(isolated_home)) == 1
    assert learn_doubt(split, anew=True) is not again
    assert len(learnt) == 2


def copies(data: Dataset) -> tuple[np.ndarray, np.ndarray]:
    return data.images.copy(), data.labels.copy()


@pytest.mark.parametrize(
    "change",
    [
        lambda split: replace(split, train=_with(split.train, pixel=True)),
        lambda split: replace(split, train=_with(split.train, label=True)),
        lambda split: replace(split, validation=_with(split.validation, pixel=True)),
    ],
    ids=["another drawing", "another label", "another drawing to look at"],
)
def test_of_other_data_another_is_learnt(
    split: Split, learnt: list[int], change: Callable[[Split], Split]
) -> None:
    learn_doubt(split)
    learn_doubt(change(split))
    assert len(learnt) == 2


def _with(data: Dataset, *, pixel: bool = False, label: bool = False) -> Dataset:
    images, labels = copies(data)
    if pixel:
        images[0, 0, 0] ^= 1
    if label:
        labels[0] = (labels[0] + 1) % 10
    return Dataset(data.name, images, labels, data.classes)


def test_with_other_settings_or_by_another_program_another_is_learnt(
    split: Split, learnt: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    learn_doubt(split)
    learn_doubt(split, refused=0.1)
    learn_doubt(split, most=220)
    monkeypatch.setattr(learning, "RATE", 0.03)
    learn_doubt(split)
    assert len(learnt) == 4
    monkeypatch.setattr(kept, "RECIPE", kept.RECIPE + 1)
    learn_doubt(split)
    monkeypatch.setattr(kept, "_sources", lambda: "others")
    learn_doubt(split)
    assert len(learnt) == 6


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b'"refused": 0.', b'"refused": 0.9'),
        lambda data: data + b"more",
        lambda data: b"\xff" + data,
        lambda _data: b"",
        lambda _data: b"[" * 100_000,
        lambda _data: b" " * (2**20 + 1),
        lambda _data: _whole("{}"),
        lambda _data: _whole(made(classes=3).to_text()),
    ],
    ids=[
        "cut",
        "another number",
        "longer",
        "no text",
        "empty",
        "deep",
        "too long",
        "another text",
        "of other classes",
    ],
)
def test_what_is_damaged_is_learnt_again(
    isolated_home: Path,
    split: Split,
    learnt: list[int],
    damage: Callable[[bytes], bytes],
) -> None:
    good = learn_doubt(split)
    (path,) = files(isolated_home)
    path.write_bytes(damage(path.read_bytes()))
    kept.forget()
    again = learn_doubt(split)
    assert len(learnt) == 2
    assert good is not None
    assert again is not None
    assert again.to_text() == good.to_text()


def _whole(text: str) -> bytes:
    """Return what no damage can be seen of: whoever reads it must look at what it says."""
    return f"{kept._sum(text)}\n{text}".encode()


def test_there_are_never_more_than_a_few(isolated_home: Path) -> None:
    for number in range(kept.MOST_FILES + 2):
        kept.keep(f"{number:032x}", made())
    assert len(files(isolated_home)) == kept.MOST_FILES
    assert len(kept._at_hand) == kept.MOST_AT_HAND
    assert f"{kept.MOST_FILES + 1:032x}" in kept._at_hand


def test_where_nothing_can_be_kept_it_is_learnt(isolated_home: Path, split: Split, learnt: list[int]) -> None:
    isolated_home.mkdir(exist_ok=True)
    (isolated_home / kept.FOLDER).write_text("a file")
    for _ in range(2):
        assert learn_doubt(split) is not None
        kept.forget()
    assert len(learnt) == 2
