"""A table that is read from where it lies is called by its file's name where there is little room."""

from __future__ import annotations

import pytest

from engine.data.sources.table_file import short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("mnist", "mnist"),
        ("my.set", "my.set"),
        ("/data/my flowers.csv", "my flowers"),
        (r"C:\Data\wine.CSV.GZ", "wine"),
        ("v1.2.csv", "v1.2"),
        (".csv", ".csv"),
    ],
)
def test_a_table_goes_without_folders_and_ending_and_other_names_stay(name: str, short: str) -> None:
    assert short_name(name) == short
