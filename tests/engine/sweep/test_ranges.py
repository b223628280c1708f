from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.config import Experiment, load_preset
from engine.errors import ConfigError
from engine.sweep.ranges import Range, value_words
from engine.sweep.sweepable import sweepable


@pytest.mark.parametrize(
    ("path", "text", "known"),
    [
        (
            "training.learning_rate",
            "1e-4:1e-1:log",
            Range("training.learning_rate", low=1e-4, high=0.1, log=True),
        ),
        ("layer.dropout", "0:0.5", Range("layer.dropout", low=0.0, high=0.5)),
        ("training.batch_size", "32, 128，512", Range("training.batch_size", choices=(32, 128, 512))),
        ("training.batch_size", "16:64", Range("training.batch_size", low=16, high=64, whole=True)),
        ("training.optimizer", "adam,sgd", Range("training.optimizer", choices=("adam", "sgd"))),
        ("network.batch_norm", "on,off", Range("network.batch_norm", choices=(True, False))),
        ("network.hidden", "64,64|128,64", Range("network.hidden", choices=("64,64", "128,64"))),
        ("network.layers", "1:4", Range("network.layers", low=1, high=4, whole=True)),
    ],
)
def test_a_range_is_read_and_written(path: str, text: str, known: Range) -> None:
    found = Range.parsed(path, text)
    assert found == known
    assert Range.parsed(path, found.text) == found


@pytest.mark.parametrize(
    ("path", "text", "word"),
    [
        ("training.learning_rat", "1,2", "There is no setting “training.learning_rat”"),
        ("training", "1,2", "group of settings"),
        ("training.threads", "1,2", "cannot vary"),
        ("training.learning_rate", "0:1:log", "Learning rate must be more than 0"),
        ("layer.dropout", "0:0.5:log", "above 0"),
        ("training.learning_rate", "0.1:0.01", "not less"),
        ("training.learning_rate", "1:2:3", "LOW:HIGH"),
        ("training.learning_rate", "a:2", "“a” is no number"),
        ("training.optimizer", "0:1", "is no number: list"),
        ("training.optimizer", "adam,bert", "Optimiser must be one of"),
        ("training.batch_size", "8.5,9", "whole number"),
        ("training.batch_size", "8,8", "twice"),
        ("training.batch_size", ",", "no values"),
        ("network.units", "0,8", "from 1 to"),
        ("network.hidden", "64|rnm9", "rnm9"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(path: str, text: str, word: str) -> None:
    with pytest.raises(ConfigError, match=word):
        Range.parsed(path, text)


def test_a_range_takes_what_lies_in_it() -> None:
    span, whole = Range.parsed("training.learning_rate", "0.1:1"), Range.parsed("training.batch_size", "8:9")
    assert [span.takes(value) for value in (0.1, 1.0, 1.1, "0.5", True, float("nan"))] == [
        True,
        True,
        *[False] * 4,
    ]
    assert [whole.takes(value) for value in (8, 9, 8.0, 10)] == [True, True, False, False]
    assert [Range.of("network.batch_norm", (True,)).takes(value) for value in (True, 1)] == [True, False]


@given(st.floats(1e-9, 999), st.floats(1e-9, 999))
def test_any_span_survives_being_written(one: float, other: float) -> None:
    if one != other:
        span = Range.span("training.learning_rate", min(one, other), max(one, other), log=True)
        assert Range.parsed(span.path, span.text) == span


@pytest.mark.parametrize("name", ["article", "cnn", "first-try"])
def test_what_is_suggested_can_be_swept(name: str) -> None:
    found = sweepable(load_preset(name))
    assert len({item.path for item in found}) == len(found) > 15
    for item in found:
        assert item.label
        assert item.group
        assert Range.parsed(item.path, item.suggested.text) == item.suggested
    assert not {"training.threads", "training.seed", "data.validation_share"} & {item.path for item in found}


@pytest.mark.parametrize("now", [0.003, 0.002726, 0.1, 7e-6])
def test_what_is_suggested_reads_as_a_person_would_write_it(now: float) -> None:
    found = {item.path: item for item in sweepable(Experiment().with_(**{"training.learning_rate": now}))}
    low, high, _log = found["training.learning_rate"].suggested.text.split(":")
    assert all(len(end.replace(".", "").lstrip("0").split("e")[0]) <= 6 for end in (low, high))


def test_values_are_said_as_people_write_them() -> None:
    assert [value_words(value) for value in (True, 0.00123, 128, "adam")] == ["on", "0.00123", "128", "adam"]
