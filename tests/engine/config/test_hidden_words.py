"""Hidden layers in a word: a dash between two sizes parts them, a dash before one makes it less than nothing."""

from __future__ import annotations

import re

import pytest

from engine.config import Experiment
from engine.config.reading import experiment_of, is_of_a_newer_program
from engine.errors import ConfigError
from engine.layers import LAYER_KINDS


@pytest.mark.parametrize(
    ("words", "summary"),
    [
        ("64-32", "64-32"),
        ("64 - 32", "64-32"),
        ("conv16-conv32-64", "conv16-conv32-64"),
        ("64, 32", "64-32"),
        ("64،32", "64-32"),
        ("64，128", "64-128"),  # and not 64,128 units
        ("conv16、32", "conv16-32"),
        (" None ", ""),
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


@pytest.mark.parametrize(
    "words", ["lstm", "transformer", "gru32both", "64x", "64;32", "attention4x3", "poolmax", "none,8"]
)
def test_a_word_that_means_no_layer_is_told_with_those_that_do(words: str) -> None:
    wrong = words.partition(",")[0]
    with pytest.raises(
        ConfigError, match=re.escape(f"Hidden layer 1 cannot be “{wrong}”: layers are")
    ) as caught:
        Experiment().with_(**{"network.hidden": words})
    for kind in LAYER_KINDS.values():
        assert kind().summary in str(caught.value)


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ([8, None], "Hidden layer 2 must be a word, such as 64,"),
        ([[8]], "Hidden layer 1 must be a word, such as 64,"),
        ([3.5], "Units of hidden layer 1 must be a whole number."),
        ([True], "Units of hidden layer 1 must be a whole number."),
        ([{"kind": "patches", "width": True}], "Width of hidden layer 1 must be a whole number."),
        ([{"kind": "gru", "dropout": False}], "Dropout of hidden layer 1 must be a number."),
        (
            ["lstm8", {"kind": "mamba"}],
            "Hidden layer 2 cannot be of the kind “mamba”: the kinds are dense, conv,",
        ),
        ([{"kind": None}], "Hidden layer 1 cannot be of the kind “None”"),
        (
            ["conv4", {"kind": "gru", "unit": 3}],
            "“unit” of hidden layer 2 is not a setting of this program: there one can set units, direction, dropout,",
        ),
        (["\ud800lstm"], "Hidden layer 1 cannot be “?lstm”"),  # half a character
        ([{"kind": "\udcff"}], "Hidden layer 1 cannot be of the kind “?”"),
        ({"kind": "gru"}, "Hidden layers must be a list."),
        ("8,attention4", "Hidden layer 2 cannot look back at tokens"),
        (
            "attention4",
            "Hidden layer 1 cannot take an image, but only a sequence of tokens: put patches in front",
        ),
        (
            [{"kind": "lstm", "returns": "last_state"}, "attention4"],
            "Hidden layer 2 needs a sequence, and a recurrent",
        ),
    ],
)
def test_what_is_wrong_is_said_of_its_layer(hidden: object, said: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(said)):
        Experiment().with_(**{"network.hidden": hidden})


def test_whole_numbers_may_have_a_point() -> None:
    network = Experiment().with_(**{"network.hidden": [{"kind": "gru", "units": 8.0}, 64.0]}).network
    assert network.summary == "gru8-64"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{"training": {"learning_rte": 1}}',
            "training.learning_rte is not a setting of this program: what is meant",
        ),
        (
            '{"data": {"augmentation": {"rotaton": 1}}}',
            "data.augmentation.rotaton is not a setting of this program",
        ),
        ('{"zz": 1}', "zz is not a setting of this program."),
        ('{"training": {"epochs": true}}', "Epochs must be a whole number."),
        ('{"evaluation": {"gate": true}}', "Pass mark must be a number."),
        ('{"training": 3}', "training must be a group of settings."),
    ],
)
def test_what_is_wrong_with_a_file_is_said_of_its_setting(text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(said)):
        experiment_of(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"network": {"hidden": [{"kind": "mamba"}]}}',
        '{"network": {"hidden": [{"kind": "gru", "beta": 1}]}}',
        '{"training": {"patience": 1}}',
        '{"training": {"epoch": 1}}',
    ],
)
def test_settings_that_there_are_not_may_be_of_a_newer_program(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        experiment_of(text)
    assert is_of_a_newer_program(caught.value)
