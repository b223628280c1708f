"""Values that make no sense are refused before anything is begun."""

import argparse
from pathlib import Path

import pytest

from docs.tools.amounts import amount, file_to_write, whole


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


def test_a_file_needs_a_folder(tmp_path: Path) -> None:
    assert file_to_write(str(tmp_path / "page.md")) == tmp_path / "page.md"
    for text in ("", str(tmp_path), str(tmp_path / "no" / "page.md")):
        with pytest.raises(argparse.ArgumentTypeError):
            file_to_write(text)
