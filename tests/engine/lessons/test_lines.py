"""In which line of a lesson what stands."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.lines import line_at, lines_of

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


@given(st.text(alphabet="[]{}=\"'\n#.,ab1 \\", max_size=60))
def test_whatever_is_read_has_places_and_ends(text: str) -> None:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = lines_of(text)
    assert all((key,) in lines for key in values)
