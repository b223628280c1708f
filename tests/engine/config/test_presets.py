"""The presets: read from their folder, in their own order, each a whole experiment."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.config import Experiment, list_presets, load_preset, presets
from engine.errors import ConfigError

NAMES = (
    *("first-try", "article", "wide", "cnn", "pen"),
    *("rate-too-high", "rate-too-low", "overfit", "no-hidden-layer"),
)


def test_those_to_try_first_stand_in_front() -> None:
    assert tuple(preset.name for preset in list_presets()) == NAMES


def test_each_is_an_experiment_with_words() -> None:
    for preset in list_presets():
        assert isinstance(preset.experiment, Experiment)
        assert load_preset(preset.name) == preset.experiment
        assert preset.title
        assert preset.explanation.endswith(".")
    assert len({preset.order for preset in list_presets()}) == len(NAMES)


def test_an_unknown_one_is_named_with_those_there_are() -> None:
    with pytest.raises(ConfigError, match="“enormous”") as caught:
        load_preset("enormous")
    assert "first-try, article" in caught.value.remedy


def test_a_file_in_the_folder_is_a_preset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, order in (("late", 30), ("early", 5), ("between", 12)):
        description = {
            "title": name,
            "explanation": "One.",
            "order": order,
            "experiment": {"training": {"epochs": order}},
        }
        (tmp_path / f"{name}.json").write_text(json.dumps(description))
    (tmp_path / "notes.txt").write_text("no preset")
    monkeypatch.setattr(presets, "preset_folder", lambda: tmp_path)
    list_presets.cache_clear()
    try:
        assert [preset.name for preset in list_presets()] == ["early", "between", "late"]
        assert load_preset("between").training.epochs == 12
    finally:
        list_presets.cache_clear()
