"""What fits some words, and what of it comes first."""

from __future__ import annotations

import pytest

from gui.window.finding import MOST_LETTERS, Findable, fold, found, other_name

NAMES = [
    ("Decay of the learning rate", "学习率衰减"),
    ("Learning rate", "学习率"),
    ("Optimizer", "优化器"),
    ("Clear Drawing", "清除手绘图"),
    ("Ｗide name",),
    ("L" + "x" * 300 + "r",),
]
THINGS = [Findable(names[0], names, ("Train ▸ Settings", "训练 ▸ 设置"), lambda: None) for names in NAMES]


def names(query: str, *recent: str) -> list[str]:
    return [thing.names[0] for thing in found(query, THINGS, recent)]


@pytest.mark.parametrize(
    ("query", "best", "others"),
    [
        ("learning rate", "Learning rate", {"Decay of the learning rate"}),
        ("LEARN", "Learning rate", {"Decay of the learning rate"}),
        ("rate learn", "Learning rate", {"Decay of the learning rate"}),
        ("学习率", "Learning rate", {"Decay of the learning rate"}),
        ("衰减", "Decay of the learning rate", set()),
        ("学习 rate", "Learning rate", {"Decay of the learning rate"}),
        ("wide", "Ｗide name", set()),
        ("ｗｉｄｅ", "Ｗide name", set()),
        ("mizer", "Optimizer", set()),
        ("settings optim", "Optimizer", set()),
        ("  drawing  ", "Clear Drawing", set()),
    ],
)
def test_what_fits_best_comes_first(query: str, best: str, others: set[str]) -> None:
    assert (names(query)[0], set(names(query)[1:])) == (best, others)


@pytest.mark.parametrize("query", ["lr", "lera", "learat", "学率"])
def test_letters_with_which_words_begin_are_enough(query: str) -> None:
    assert names(query)[:2] == ["Learning rate", "Decay of the learning rate"]


@pytest.mark.parametrize("query", ["opzr", "rate mizer", "lrate x", "rl", "lg"])
def test_letters_that_stand_somewhere_in_a_name_are_not(query: str) -> None:
    assert names(query) == []


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("学习率", "学习率"),
        ("rate", ""),
        ("rate 学习", "学习率"),
        ("lr", ""),
        ("学率", "学习率"),
        ("训练", "学习率"),
        ("train", ""),
        ("", ""),
    ],
)
def test_the_name_that_was_meant_is_told_where_it_is_of_another_language(query: str, other: str) -> None:
    assert other_name(query, THINGS[1]) == other


def test_of_equals_those_that_one_can_go_to_come_first() -> None:
    things = [
        Findable(name, (f"Cancel {name}",), ("Page",), lambda: None, refusal=lambda why=why: why)
        for name, why in (("1", "not now"), ("22", ""))
    ]
    assert [thing.key for thing in found("cancel", things)] == ["22", "1"]
    assert [thing.key for thing in found("", things)] == ["1", "22"]


@pytest.mark.parametrize("query", ["zzz", "rate zzz", "<b>", "(.*", "\\", "学学", "a" * 5000, "\x00"])
def test_what_nothing_is_called_finds_nothing(query: str) -> None:
    assert names(query) == []


def test_nothing_asked_for_is_all_there_is_with_what_was_used_last_in_front() -> None:
    assert names("") == [name[0] for name in NAMES]
    assert names(" ", "Optimizer", "Clear Drawing")[:3] == ["Optimizer", "Clear Drawing", NAMES[0][0]]


def test_of_what_fits_equally_well_the_last_used_comes_first_but_not_before_what_fits_better() -> None:
    assert names("rate", "Learning rate")[0] == "Learning rate"
    assert names("learning", "Decay of the learning rate")[0] == "Learning rate"


def test_the_end_of_a_very_long_name_is_not_looked_at() -> None:
    long = Findable("long", ("x" * MOST_LETTERS + "end",), ("",), lambda: None)
    assert found("end", [long]) == []


def test_a_letter_that_becomes_many_makes_no_name_longer_than_is_looked_at() -> None:
    assert len(fold("\ufdfa" * 5000)) <= MOST_LETTERS
