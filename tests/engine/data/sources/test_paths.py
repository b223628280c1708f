"""A file that is read from where it lies is called by its own name where there is little room."""

from __future__ import annotations

import pytest

from engine.data.sources.paths import is_path, short_name
from engine.data.sources.registry import source_of


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("mnist", "mnist"),
        ("my.set", "my.set"),
        ("/data/my flowers.csv", "my flowers"),
        (r"C:\Data\wine.CSV.GZ", "wine"),
        ("v1.2.csv", "v1.2"),
        (".csv", ".csv"),
        ("/data/Hamlet, Act I.TXT", "Hamlet, Act I"),
    ],
)
def test_a_file_goes_without_folders_and_ending_and_other_names_stay(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.csv", "numbers"), ("a.tsv.gz", "numbers"), ("a.txt", "text"), ("no-such-set", None)],
)
def test_an_ending_says_what_lies_at_a_path(name: str, kind: str | None) -> None:
    source = source_of(name)
    assert is_path(name) == (source is not None)
    assert (source and source.info.kind) == kind
