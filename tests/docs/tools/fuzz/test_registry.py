"""The kinds of the fuzzer can be asked for by their names."""

from __future__ import annotations

import pytest

from docs.tools.fuzz.options import names as names_told
from docs.tools.fuzz.registry import KINDS, named


def test_a_kind_has_a_name_of_its_own_and_can_be_asked_for() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert sorted(names_told()) == sorted(names)  # what dev.py reads without loading them
    assert named(["marks", "csv"]) == tuple(
        kind for name in ("marks", "csv") for kind in KINDS if kind.name == name
    )
    assert named([]) == KINDS
    with pytest.raises(KeyError):
        named(["nothing"])
