"""What is meant by some words comes first."""

from __future__ import annotations

import pytest

from gui.window.finding import Findable, found

ENTRIES = [
    Findable(title, place, lambda: None, also=also)
    for title, place, also in (
        ("Restart, Same Seed", "Train", ("重新开始，种子不变",)),
        ("Train", "Train", ("训练",)),
        ("Learning rate", "Train", ("学习率",)),
        ("Learning-rate schedule", "Train", ("学习率调度",)),
        ("Dark", "View › Theme", ("深色",)),
        ("Open Model", "File", ("打开模型",)),
        ("Save Model As", "File", ("模型另存为",)),
        ("Understand", "View", ("理解",)),
    )
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("train", "Train"),
        ("TRAIN", "Train"),
        ("learn", "Learning rate"),
        ("rate schedule", "Learning-rate schedule"),
        ("学习率", "Learning rate"),
        ("调度", "Learning-rate schedule"),
        ("theme dark", "Dark"),
        ("model save", "Save Model As"),
        ("seed", "Restart, Same Seed"),
        ("udst", "Understand"),
        ("  open   model ", "Open Model"),
    ],
)
def test_what_is_meant_comes_first(typed: str, first: str) -> None:
    assert found(ENTRIES, typed)[0].title == first


def test_what_is_called_so_comes_before_what_only_lies_there() -> None:
    assert [entry.title for entry in found(ENTRIES, "train")] == [
        "Train", "Learning rate", "Restart, Same Seed", "Learning-rate schedule",
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["qqq", "tn", "模糊", "\0", "[("])
def test_nothing_is_found_where_nothing_is_meant(typed: str) -> None:
    assert found(ENTRIES, typed) == []


def test_without_words_what_was_used_last_comes_first() -> None:
    titles = [entry.title for entry in found(ENTRIES, " ", ["Dark", "Train"])]
    assert titles[:3] == ["Dark", "Train", "Restart, Same Seed"]
    assert len(titles) == len(ENTRIES)
    assert len(found(ENTRIES, "", most=3)) == 3


def test_what_cannot_be_done_comes_behind_what_can() -> None:
    barred = Findable("Model", "", lambda: None, enabled=False)
    assert found([barred, *ENTRIES], "model")[0] is barred  # it is called just so
    assert (
        found([Findable("Model A", "", lambda: None, enabled=False), *ENTRIES], "save m")[0].title
        == "Save Model As"
    )
