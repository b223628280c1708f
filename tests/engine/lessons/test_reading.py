"""Lessons from files: what is taken, and what is told of what is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.lessons.problems import LessonError
from engine.lessons.reading import MOST_BYTES, MOST_STEPS, lesson_in, lesson_of, lessons_in
from tests.engine.lessons.lab import HEAD, lesson


def problems(text: str) -> list[str]:
    """Return what is told of a lesson, each behind its line."""
    with pytest.raises(LessonError) as raised:
        lesson_of(text.encode(), "own")
    return [f"{problem.line}: {problem.sentence}" for problem in raised.value.problems]


def wrong(step: str) -> str:
    """Return all that is told of a step whose fourth line is the first of this."""
    return "\n".join(problems(f'{HEAD}[[step]]\ntext = "C"\n{step}'))


def test_all_that_a_step_may_hold_is_read() -> None:
    step = lesson(
        'title = "T"\npreset = "cnn"\ndata = "mnist"\nsettings = {"training.epochs" = 3}\nlook = "train"\n'
        'until = {drawn = true}\nquestion = "Q"\nchoices = ["a", {en = "b", zh_Hans = "乙"}]\nanswer = 2\n'
        'hint = "H"\npraise = "{epochs} {{x}}"\n'
    ).steps[0]
    assert (step.set_up.preset, step.set_up.data, step.set_up.settings) == (
        "cnn",
        "mnist",
        {"training.epochs": 3},
    )
    assert step.question is not None
    assert step.question.answer == 2
    assert step.question.choices[1].said("zh_Hans") == "乙"
    assert (step.title.said("en"), step.hint.said("en"), step.look) == ("T", "H", "train")


def test_words_are_those_of_the_language_else_english_else_any() -> None:
    read = lesson_of(
        HEAD.replace('"A"', '{zh_Hans = "甲"}').encode() + b'[[step]]\ntext = {en = "E", zh_Hans = "Z"}', "a"
    )
    assert [read.steps[0].text.said(code) for code in ("en", "zh_Hans", "fr")] == ["E", "Z", "E"]
    assert read.title.said("en") == "甲"
    assert read.summary.said("zh_Hans") == "B"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ('prese = "cnn"', "6: There is nothing called “prese” here. What is meant may be “preset”"),
        ('preset = "cmn"', "6: There is no preset “cmn”. What is meant may be “cnn”"),
        ('data = "minst"', "6: There is no data set “minst” here. What is meant may be “mnist”"),
        ('look = "trian"', "6: There is nothing called “trian” to look at. What is meant may be “train”"),
        ('look = "training.learning_rat"', "What is meant may be “training.learning_rate”"),
        ('look = "station:understand/way"', "6: There is no page “station:understand/way”. What is meant"),
        ('settings = {"training.epochs" = 0}', "6: Epochs must be at least 1."),
        ('settings = {"training.epoch" = 1}', "6: There is no setting “training.epoch”. What is meant"),
        ('until = {figur = "gap"}', "6: This is no condition. What is meant may be “figure”"),
        ('until = {figure = "gap"}', "6: Here must be said where “figure” is to stand"),
        ("until = [\n{drawn = true},\n{drawn = 1}]", "8: “drawn” must be true or false."),
        ("until = {trained = false}", "6: “trained” must be true; for its contrary there is “not”."),
        ('until = {drawn = true, figure = "gap", above = 1}', "There is nothing called “figure” here"),
        ("until = []", "6: “until” must be a table, or a list of them"),
        ('until = ["drawn"]', "6: “until” must be a table, or a list of them"),
        ('until = {setting = "training.epochs", above = "x"}', "6: “above” must be a number."),
        ('until = {setting = "training.epochs", above = nan}', "6: “above” must be a number."),
        (f'until = {{setting = "training.epochs", above = {"9" * 400}}}', "6: “above” must be a number."),
        ('praise = "{validation_acc}"', "figure {validation_acc}. What is meant may be “validation_accuracy”"),
        ('praise = "a { b"', "6: A brace that stands for itself is written twice: {{."),
        ('question = "Q"', "“choices” is missing"),
        ('question = "Q"\nchoices = ["a"]\nanswer = 1', "7: “choices” must be a list of 2 to 6."),
        ('question = "Q"\nchoices = ["a", "b"]\nanswer = 3', "8: “answer” must be 1 to 2."),
        ("answer = 1", "6: “answer” belongs to a question, and there is none."),
        ('hint = {fr = "x"}', "6: There is no language “fr” here. Languages are: en, zh_Hans."),
        ("hint = 3", "6: “hint” must be a text, or texts by language."),
        ('hint = " "', "6: “hint” must not be empty."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_by_its_line_and_with_what_may_be_meant(step: str, told: str) -> None:
    assert told in wrong(step)


def test_all_mistakes_are_told_in_the_order_of_their_lines() -> None:
    told = problems('title = 3\nminutes = 0\n[[step]]\ntext = "a"\nlook = 1\n')
    assert [line.split(":")[0] for line in told] == ["1", "1", "2", "5"]
    assert "“summary” is missing" in told[1]


def test_an_error_names_the_file_the_first_mistakes_and_what_to_do() -> None:
    with pytest.raises(LessonError) as raised:
        lesson_of(b"title = 3", "mine")
    assert str(raised.value).startswith(
        "“mine” is no lesson that can be used. Line 1: “title” must be a text"
    )
    assert str(raised.value).endswith("Mend it and open it again.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"title = \n", "1: It is not readable TOML: Invalid value."),
        (b"\xff\xfe", "0: It is no text in UTF-8."),
        (b"x" * (MOST_BYTES + 1), "0: It has more than 100,000 bytes."),
        (b"a = " + b"[" * 5000, "0: It is nested too deeply."),
        (b"a = 1\n" + b".".join([b"a"] * 40_000) + b" = 1", "2: It is nested too deeply."),
        (b"[" + b".".join([b"a"] * 40_000) + b"]", "1: It is nested too deeply."),
        (b"minutes = " + b"9" * 400, "1: “minutes” must be a whole number."),
        (b"", "1: “title” is missing."),
        (b"step = 3\ntitle = 'a'\nsummary = 'b'\nminutes = 1", "1: “step” must be a table, or a list"),
    ],
)
def test_what_is_no_lesson_at_all_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(LessonError) as raised:
        lesson_of(content, "own")
    assert told in "\n".join(f"{problem.line}: {problem.sentence}" for problem in raised.value.problems)


def test_there_is_an_end_to_steps_and_to_conditions_in_each_other() -> None:
    steps = '[[step]]\ntext = "x"\n' * (MOST_STEPS + 1)
    assert any("more than 40 steps" in told for told in problems(HEAD + steps))
    nested = "{not = " * 20 + "{drawn = true}" + "}" * 20
    assert "Conditions are nested too deeply." in wrong(f"until = {nested}")


def test_a_folder_has_its_lessons_by_name_and_tells_of_the_others(tmp_path: Path) -> None:
    good = HEAD + '[[step]]\ntext = "a"\n'
    (tmp_path / "2-b.toml").write_text(good, encoding="utf-8")
    (tmp_path / "1-a.toml").write_text(good, encoding="utf-8-sig")
    (tmp_path / "3-c.toml").write_text("title = 1", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("none", encoding="utf-8")
    lessons, errors = lessons_in(tmp_path)
    assert [each.key for each in lessons] == ["1-a", "2-b"]
    assert [error.name for error in errors] == ["3-c"]
    assert [each.key for each in lessons_in(tmp_path / "2-b.toml")[0]] == ["2-b"]


def test_an_empty_folder_and_a_file_that_is_gone_are_told_of(tmp_path: Path) -> None:
    with pytest.raises(LessonError, match="no file in it whose name ends in"):
        lessons_in(tmp_path)
    with pytest.raises(LessonError, match="cannot be read"):
        lesson_in(tmp_path / "gone.toml")


@pytest.mark.skipif(os.name == "nt", reason="pipes lie in folders on other systems")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(LessonError, match="a device or a pipe"):
        lesson_in(tmp_path / "pipe.toml")
