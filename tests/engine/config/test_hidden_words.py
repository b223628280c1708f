"""Hidden layers in a word: a dash between two sizes parts them, a dash before one makes it less than nothing."""

from __future__ import annotations

import re

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
    with pytest.raises(ConfigError, match=r"(?i)hidden layer"):
        Experiment().with_(**{"network.hidden": words})


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("64-99999999999", "Units of hidden layer 2 must be at most 2147483647."),
        ("conv99999999999", "Channels of hidden layer 1 must be at most 2147483647."),
        ("patches0", "Patch of hidden layer 1 must be at least 1."),
        ("patches7x0,pool", "Width of hidden layer 1 must be at least 1."),
    ],
)
def test_a_size_beyond_all_bounds_is_told_of_its_layer(words: str, said: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(said)):
        Experiment().with_(**{"network.hidden": words})
