"""Amounts that make no sense are refused before anything is begun."""

import argparse

import pytest

from docs.tools.amounts import amount, whole


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "x", "", "1e400"])
def test_no_amount(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        amount(text)


@pytest.mark.parametrize("text", ["-1", "1.5", "x", "", "²", "9" * 400])
def test_no_whole_number(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        whole(text)


def test_amounts_are_taken() -> None:
    assert (amount("0.5"), amount("30"), whole("0"), whole("20000")) == (0.5, 30, 0, 20000)
