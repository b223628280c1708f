"""How a table is written is told by its first lines."""

from __future__ import annotations

import pytest

from engine.data.importing.table_form import TableForm, form_of, pixels_in_one_cell


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        (["1,2,3", "4,5,6"], TableForm(",", 3)),
        (["label,a,b", "1,2,3", "4,5,6"], TableForm(",", 3, None, ["label", "a", "b"], 1)),
        (["1;2,5;3", "4;5,5;6"], TableForm(";", 3, ".")),
        (["1\t2\t", "4\t5\t", "7\t8\t"], TableForm("\t", 2)),
        (["1  2   3", "4  5   6"], TableForm(" ", 3)),
        (["a,b", "1,2,3", "2,5,6"], TableForm(",", 3, None, ["", "a", "b"], 1)),  # R numbers the rows
        (["0,1,2,3,4", "7,0,0,0,0", "7,0,0,0,0"], TableForm(",", 5, None, ["0", "1", "2", "3", "4"], 1)),
        (
            ["size,colour", "big,red", "small,red", "big,blue"],
            TableForm(",", 2, None, ["size", "colour"], 1),
        ),
    ],
    ids=["plain", "named", "decimal comma", "sign at the end", "spaces", "one name less", "counted", "words"],
)
def test_sign_width_and_names(lines: list[str], form: TableForm) -> None:
    assert form_of(lines, "", []) == form


def test_what_is_said_counts_more_than_what_is_found() -> None:
    assert form_of(["1,2;3", "4,5;6"], "", []).sign == ";"
    assert form_of(["1,2;3", "4,5;6"], ",", []).sign == ","
    assert form_of(["1,2", "3,4"], "", ["by hand", "x,y"]).header == ["x", "y"]
    assert form_of(["1,2", "3,4"], "", ["x,y", "by hand"]).header is None


def test_pixels_of_a_picture_in_one_cell() -> None:
    pixels = " ".join(map(str, range(20)))
    assert pixels_in_one_cell(["emotion,pixels", f"3,{pixels}"]) == pixels
    assert pixels_in_one_cell(["label,a", "3,4"]) == ""
