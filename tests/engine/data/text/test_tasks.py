"""Every task: its answers are right, its alphabet holds what comes, and no question is on both sides."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import pytest

from engine.choices import SortedSigns
from engine.config import DataConfig
from engine.config.text import TextConfig
from engine.data.sources.text_task import TextTaskSource
from engine.data.text.adding import Adding
from engine.data.text.dates import FORMS, MONTHS, Dates, written
from engine.data.text.grammar_en import EnglishGrammar
from engine.data.text.grammar_zh import ChineseGrammar
from engine.data.text.making import examples
from engine.data.text.registry import TASKS
from engine.data.text.reversing import Reversing
from engine.data.text.sorting import Sorting
from engine.data.text.task import END, TextTask

each = pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
asked = pytest.mark.parametrize(
    "task", [task for task in TASKS if not task.is_prose], ids=lambda task: task.name
)

SMALL = TextConfig(count=1500)


def drawn(task: TextTask, config: TextConfig = SMALL, count: int = 1500) -> list[tuple[str, str]]:
    rng = np.random.default_rng(7)
    return [task.example(config, rng) for _ in range(count)]


@each
def test_the_alphabet_holds_what_comes_and_nothing_else(task: TextTask) -> None:
    signs = task.signs(SMALL)
    assert len(set(signs)) == len(signs)
    assert END not in signs
    come = {sign for question, answer in drawn(task, count=6000) for sign in question + answer}
    assert come | set(task.between) == set(signs)


@each
def test_what_is_shown_of_a_task_is_written_in_its_signs(task: TextTask) -> None:
    assert set("".join(task.shown)) <= set(task.signs(SMALL))


@asked
def test_what_is_shown_is_such_a_question_and_its_answer(task: TextTask) -> None:
    question, answer = task.shown
    assert is_right(task, question, answer)
    assert question[-1] == "="


@asked
def test_the_widest_question_and_its_answer_fit(task: TextTask) -> None:
    for config in (SMALL, TextConfig(digits=1, letters=3), TextConfig(digits=6, letters=40)):
        longest = max(len(question) + len(answer) for question, answer in drawn(task, config))
        assert longest <= task.width(config)
        assert longest >= task.width(config) - 2


def is_right(task: TextTask, question: str, answer: str) -> bool:
    asked_for = question[:-1]
    match task:
        case Adding():
            first, second = map(int, asked_for.split("+"))
            return answer == str(first + second)
        case Reversing():
            return answer == "".join(reversed(asked_for))
        case Sorting():
            return answer == "".join(sorted(asked_for))
        case Dates():
            return read_by_hand(asked_for) == date.fromisoformat(answer)
    raise AssertionError("a new task says here when an answer is right")


def read_by_hand(text: str) -> date:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    year = max(numbers)
    numbers.remove(year)
    named = re.search(r"[A-Z][a-z]+", text)
    if named:
        month = next(place for place, name in enumerate(MONTHS, start=1) if name.startswith(named[0]))
        return date(year, month, numbers[0])
    month, day = numbers if "年" in text else numbers[::-1]
    return date(year, month, day)


@asked
def test_every_answer_is_right(task: TextTask) -> None:
    for signs in SortedSigns:
        for question, answer in drawn(task, TextConfig(digits=3, signs=signs)):
            assert is_right(task, question, answer), (question, answer)


@each
@pytest.mark.parametrize("seed", [0, 5])
def test_nothing_comes_twice_and_nothing_that_is_tested_with_is_learnt(task: TextTask, seed: int) -> None:
    train, test = examples(task, SMALL, seed)
    assert len(set(train)) == len(train)
    assert len(set(test)) == len(test)
    learnt = {task.essence(*example) for example in train}
    assert learnt.isdisjoint(task.essence(*example) for example in test)


@each
def test_what_is_tested_with_is_not_learnt_with_another_seed_or_number_either(task: TextTask) -> None:
    train, _ = examples(task, TextConfig(count=3000), 1)
    _, test = examples(task, SMALL, 2)
    assert {task.essence(*one) for one in train}.isdisjoint(task.essence(*one) for one in test)


@each
def test_a_seed_decides_what_is_made_up(task: TextTask) -> None:
    config = TextConfig(count=100)
    assert examples(task, config, 3) == examples(task, config, 3)
    assert examples(task, config, 3) != examples(task, config, 4)


def test_a_sum_is_on_the_side_of_the_one_the_other_way_round() -> None:
    for question, answer in drawn(Adding()):
        first, second = question[:-1].split("+")
        assert Adding().is_test(question, answer) == Adding().is_test(f"{second}+{first}=", answer)


def test_of_a_small_space_there_is_all_there_is_and_never_more() -> None:
    train, test = examples(Adding(), TextConfig(count=20_000, digits=1), 0)
    assert len(train) + len(test) == 100
    assert test


def test_numbers_of_two_digits_come_as_often_as_those_of_three() -> None:
    numbers = [
        int(number)
        for question, _ in drawn(Adding(), TextConfig(digits=3))
        for number in question[:-1].split("+")
    ]
    small = sum(number < 100 for number in numbers) / len(numbers)
    assert small == pytest.approx(0.55, abs=0.03)  # half, and a tenth of the other half


@pytest.mark.parametrize("task", [Reversing(), Sorting()])
def test_every_length_comes_about_as_often(task: TextTask) -> None:
    lengths = np.bincount([len(answer) for _, answer in drawn(task)], minlength=9)[2:]
    assert lengths.min() > 0.7 * lengths.mean()


def test_leap_days_come_and_every_form_does() -> None:
    made = drawn(Dates())
    assert sum(answer.endswith("02-29") for _, answer in made) > 10
    for form in FORMS:
        assert (
            sum(question == f"{written(date.fromisoformat(answer), form)}=" for question, answer in made)
            > 150
        )


def test_english_words_follow_each_other_as_they_should() -> None:
    sentences = [sentence for _, sentence in drawn(EnglishGrammar())]
    for sentence in sentences:
        assert sentence[0].isupper()
        assert sentence[-1] in ".?"
        assert not re.search(r"\ba [aeiou]|\ban [^aeiou]|  ", sentence)
        for her in re.findall(r"\b(?:Anna|Clara|Mei|Sofia)\b[^.]*", sentence):
            assert not re.search(r"\b(?:his|he)\b", her)
        for his in re.findall(r"\b(?:Ben|David|Li|Oskar)\b[^.]*", sentence):
            assert not re.search(r"\b(?:her|she)\b", his)


def test_chinese_things_have_their_measure_words() -> None:
    things = "猫|鸟|狗|马|鱼|牛|书|画|纸|伞|船|信|鼓"
    for _, sentence in drawn(ChineseGrammar()):
        assert sentence[-1] in "。？”"
        for measure, thing in re.findall(rf"[一两三五十](.)[白黑小大]?({things})", sentence):
            assert thing in {"只": "猫鸟狗", "匹": "马", "条": "鱼船", "头": "牛", "本": "书", "张": "画纸",
                             "把": "伞", "封": "信", "面": "鼓"}[measure]  # fmt: skip


class Doubling(TextTask):
    """A throw-away task: letters twice."""

    name = "doubling"
    title = "Doubling"
    description = "Letters to say twice."
    settings = ("count", "letters")
    shown = ("ab=", "aabb")

    def signs(self, config: TextConfig) -> str:
        return "abc="

    def width(self, config: TextConfig) -> int:
        return 3 * config.letters + 1

    def example(self, config: TextConfig, rng: np.random.Generator) -> tuple[str, str]:
        letters = "".join("abc"[place] for place in rng.integers(3, size=config.letters))
        return f"{letters}=", "".join(2 * letter for letter in letters)


def test_a_new_task_is_one_class() -> None:
    train, _ = TextTaskSource(Doubling()).parts(DataConfig(text=TextConfig(letters=5)), None, None)
    assert train.image_shape == (16, 5)
    assert 150 < len(train) < 243  # five sixths of all there are
