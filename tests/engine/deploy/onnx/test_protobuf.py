"""Protocol buffers: known bytes, and back again."""

from __future__ import annotations

import pytest

from engine.deploy.onnx.protobuf import Field, fields, message, varint


@pytest.mark.parametrize(
    ("number", "content"),
    [
        (0, b"\x00"),
        (1, b"\x01"),
        (127, b"\x7f"),
        (128, b"\x80\x01"),
        (150, b"\x96\x01"),
        (-1, b"\xff" * 9 + b"\x01"),
    ],
)
def test_numbers(number: int, content: bytes) -> None:
    assert varint(number) == content


def test_the_examples_of_its_documentation() -> None:
    assert message([(1, 150)]) == bytes.fromhex("089601")
    assert message([(2, "testing")]) == bytes.fromhex("120774657374696e67")
    assert message([(3, [(1, 150)])]) == bytes.fromhex("1a03089601")
    assert message([(1, 1.0)]) == bytes.fromhex("0d0000803f")


def test_back_again() -> None:
    made: list[Field] = [(1, 7), (15, b"abc"), (16, 3), (2, [(1, 2**40)])]
    assert list(fields(message(made))) == [(1, 7), (15, b"abc"), (16, 3), (2, message([(1, 2**40)]))]


@pytest.mark.parametrize("content", [b"\x08", b"\x0a\x05abc", b"\x0b", b"\xff" * 11, b"\x0d\x00"])
def test_what_breaks_off(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"breaks off|unknown kind"):
        list(fields(content))
