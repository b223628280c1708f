"""Hidden layers in a word: a dash between two sizes parts them, a dash before one makes it less than nothing."""

from __future__ import annotations

import pytest

from engine.config import Experiment
from engine.errors import ConfigError


@pytest.mark.parametrize(
    ("words", "summary"),
    [
        ("64-32", "64-32"),
        ("64 - 32", "64-32"),
        ("conv16-conv32-64", "conv16-conv32-64"),
        ("64, 32", "64-32"),
        ("64،32", "64-32"),
        ("", ""),
    ],
)
def test_sizes_are_parted_by_commas_blanks_and_dashes(words: str, summary: str) -> None:
    assert Experiment().with_(**{"network.hidden": words}).network.summary == summary


@pytest.mark.parametrize("words", ["-5", "-3,64", "64,-5", "64--5", "−5", "64-"])
def test_a_size_below_nothing_is_refused(words: str) -> None:
    with pytest.raises(ConfigError, match="Hidden layers"):
        Experiment().with_(**{"network.hidden": words})
