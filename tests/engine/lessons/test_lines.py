"""In which line of a lesson what stands."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.lines import MOST_PARTS, line_at, line_of_deep_name, lines_of

TEXT = '''# a comment with [brackets] and "quotes"
title = {en = "A # no comment", "zh_Hans" = "甲"}

[[step]]
text = """
two
lines"""
until = [
  {figure = "gap", above = 0.1},  # one
  {all = [
     {drawn = true}, {model = true},
  ]},
]
[step.settings]
"training.epochs" = 3
training.seed = 4

[[step]]
text = 'b'
'''


def test_every_value_has_its_line() -> None:
    lines = lines_of(TEXT)
    assert lines["title",] == lines["title", "zh_Hans"] == 2
    assert lines["step", 0] == 4
    assert lines["step", 0, "text"] == 5
    assert lines["step", 0, "until", 0, "above"] == 9
    assert lines["step", 0, "until", 1, "all", 1, "model"] == 11
    assert lines["step", 0, "settings", "training.epochs"] == 15
    assert lines["step", 0, "settings", "training", "seed"] == 16
    assert lines["step", 1, "text"] == 19


def test_what_is_missing_stands_where_its_table_does() -> None:
    lines = lines_of(TEXT)
    assert line_at(lines, ("step", 1, "preset")) == 18
    assert line_at(lines, ("minutes",)) == 1


def test_quotes_before_the_end_of_a_text_belong_to_it() -> None:
    lines = lines_of("a = \"\"\"he said \"hi\"\"\"\"\nb = '''it's '''''\nc = 1")
    assert (lines["b",], lines["c",]) == (2, 3)


WRITTEN = ["{} = 1", "[{}]", "[[{}]]", "b = [{{c = {{{} = 1}}}}]", 'b = {{a = """c"""", {} = 1}}']


@pytest.mark.parametrize(
    "name", [".".join, " . ".join, lambda parts: ".".join(f'"{part}"' for part in parts)]
)
@pytest.mark.parametrize("written", WRITTEN)
def test_a_name_of_too_many_parts_has_its_line(name: Callable[[list[str]], str], written: str) -> None:
    fits, deep = (f"# a\n{written.format(name(['a'] * parts))}\n" for parts in (MOST_PARTS, MOST_PARTS + 1))
    assert line_of_deep_name(fits) == 0
    assert line_of_deep_name(deep) == 2


def test_points_in_texts_and_of_several_values_make_no_deep_name() -> None:
    points, values, names = "." * 99, "0.5, " * 99, "c.d = 1\n" * 99
    assert line_of_deep_name(f'# {points}\na = "{points}"\nb = [{values}]\n{names}') == 0


@pytest.mark.parametrize("start", ['"', '"""', "'", "'''"])
def test_what_is_not_closed_is_gone_over_once(start: str) -> None:
    assert line_of_deep_name(start + '\\"' * 49_000) == 0


@given(st.text(alphabet="[]{}=\"'\n#.,ab1 \\", max_size=60))
def test_whatever_is_read_has_places_and_ends(text: str) -> None:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = lines_of(text)
    assert all((key,) in lines for key in values)
