"""Preferences: bounds of what is kept, and files that cannot be read."""

from __future__ import annotations

import json

import pytest

from gui.bench.preferences import Preferences


def test_room_and_safe_points_outlast_the_program() -> None:
    preferences = Preferences()
    assert (preferences.runs_limit_mb, preferences.checkpoint_seconds) == (4096, 10)
    preferences.runs_limit_mb, preferences.checkpoint_seconds = 2048, 5
    assert (Preferences().runs_limit_mb, Preferences().checkpoint_seconds) == (2048, 5)


@pytest.mark.parametrize(("given", "kept"), [(0, 100), (10**9, 1_000_000), (250, 250)])
def test_room_is_held_within_bounds(given: int, kept: int) -> None:
    preferences = Preferences()
    preferences.runs_limit_mb = given
    assert Preferences().runs_limit_mb == kept


def test_a_file_with_values_out_of_bounds_is_set_aside() -> None:
    preferences = Preferences()
    preferences.path.write_text(json.dumps({"theme": "dark", "checkpoint_seconds": 0}), encoding="utf-8")
    again = Preferences()
    assert again.checkpoint_seconds == 10
    assert again.set_aside is not None
