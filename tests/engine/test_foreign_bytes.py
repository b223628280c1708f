"""What the one door for foreign bytes turns into words, and what it lets through."""

from __future__ import annotations

import errno
import json
from tokenize import TokenError

import numpy as np
import pytest

from engine import foreign_bytes
from engine.errors import Cancelled, DataError
from engine.foreign_bytes import json_of, reading


class Panic(BaseException):
    """As the panics of libraries in Rust are: no ``Exception``."""


def refused(error: BaseException) -> DataError:
    return DataError("It is damaged.", cause=type(error).__name__)


@pytest.mark.parametrize(
    "error",
    [
        *(RecursionError(), TokenError(), IndentationError(), MemoryError(), SystemError(), Panic()),
        *(KeyError("x"), TypeError(), ValueError(), OverflowError(), UnicodeDecodeError("x", b"", 0, 1, "x")),
        *(OSError("truncated"), OSError(errno.EINVAL, "Invalid argument"), EOFError()),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_parsers_raise_becomes_the_one_error(error):
    with pytest.raises(DataError, match="damaged") as caught, reading(refused):
        raise error
    assert caught.value.__cause__ is error


def test_what_a_library_stumbles_over_is_no_fault_of_ours():
    """NumPy looks an attribute up that the foreign header does not give it."""
    with pytest.raises(DataError), reading(refused):
        np.dtype([("a", object())])
    with pytest.raises(DataError), reading(refused):
        _ = [].images


@pytest.mark.parametrize(
    "error",
    [
        Cancelled(),
        DataError("Told already."),
        KeyboardInterrupt(),
        PermissionError(errno.EACCES, "No"),
        OSError(errno.EIO, "The disk fails"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_is_told_and_what_the_system_says_is_let_through(error):
    with pytest.raises(type(error)) as caught, reading(refused):
        raise error
    assert caught.value is error


def test_faults_of_this_program_show(monkeypatch):
    monkeypatch.delattr(foreign_bytes, "math")
    with pytest.raises(NameError), reading(refused):
        json_of("[1.5]")


def test_an_attribute_missing_from_an_object_of_ours_shows(monkeypatch):
    monkeypatch.setattr(foreign_bytes, "json", foreign_bytes.errno)
    with pytest.raises(AttributeError), reading(refused):
        json_of("[1.5]", finite=False)


@pytest.mark.parametrize(
    "text", ["[1e400]", "[-1e400]", "[NaN]", "[Infinity]", "[" * 100_000, "1" * 5000, "", b"\xff"]
)
def test_json_that_is_none_is_a_value_error(text):
    with pytest.raises(ValueError, match=r"."):
        json_of(text)


def test_json():
    assert json_of(b'{"a": [1, 2.5, null]}') == {"a": [1, 2.5, None]}
    assert json_of(json.dumps([float("inf")]), finite=False) == [float("inf")]
