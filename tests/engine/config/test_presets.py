"""The presets: read from their folder, in their own order, each a whole experiment."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from engine.config import Experiment, list_presets, load_preset, presets
from engine.data.split import split_indices
from engine.errors import ConfigError
from engine.layers.order import reads_characters
from engine.models.size import parameter_count

NAMES = (
    *(
        "first-try",
        "article",
        "article-example",
        "moons",
        "spiral",
        "hills",
        "wide",
        "cnn",
        "hardened",
        "pen",
        "lstm",
        "transformer",
        "hybrid",
    ),
    *("private-1", "private-3", "private-8"),
    *("rate-too-high", "rate-too-low", "overfit", "no-positions", "no-hidden-layer"),
    *("iris", "breast-cancer"),
    *("little-gpt-adds", "little-gpt-reverses", "lstm-reverses", "little-lstm-writes"),
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


def test_a_damaged_one_is_told_to_whoever_takes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {"title": "Broken", "explanation": "One.", "order": 1}
    (tmp_path / "broken.json").write_text(json.dumps(parts | {"experiment": {"training": {"epochs": -1}}}))
    (tmp_path / "empty.json").write_text("")
    monkeypatch.setattr(presets, "preset_folder", lambda: tmp_path)
    list_presets.cache_clear()
    try:
        assert [preset.name for preset in list_presets()] == ["broken"]
        for name in ("broken", "empty"):
            with pytest.raises(ConfigError, match=f"The preset “{name}” is damaged"):
                load_preset(name)
    finally:
        list_presets.cache_clear()


@pytest.mark.parametrize("experiment", [[], "", [["training", {"epochs": 3}]], {"training": 3}])
def test_what_are_no_settings_section_by_section_is_no_preset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, experiment: object
) -> None:
    parts = {"title": "Odd", "explanation": "One.", "order": 1, "experiment": experiment}
    (tmp_path / "odd.json").write_text(json.dumps(parts))
    monkeypatch.setattr(presets, "preset_folder", lambda: tmp_path)
    list_presets.cache_clear()
    try:
        assert not list_presets()
        with pytest.raises(ConfigError, match="The preset “odd” is damaged"):
            load_preset("odd")
    finally:
        list_presets.cache_clear()


def test_a_damaged_one_is_told_from_the_sound(damaged_first: str) -> None:
    assert [preset.name for preset in list_presets() if not preset.is_sound] == [damaged_first]


FIGURES = {
    "first-try": {"One hidden layer": ("layers", 1)},
    "article": {"two hidden layers": ("layers", 2), "64 units": ("size", 64), "ten epochs": ("epochs", 10)},
    "moons": {"four hidden units": ("size", 4)},
    "spiral": {},
    "hills": {},
    "article-example": {"two hidden layers": ("layers", 2)},
    "wide": {"Ten times as many weights": ("times", 10)},
    "cnn": {"Three layers of small filters": ("filters", 3)},
    "hardened": {"0.3 of the way": ("strength", 0.3)},
    "pen": {},
    "lstm": {},
    "transformer": {},
    "hybrid": {},
    "private-1": {"ε 1": ("epsilon", 1)},
    "private-3": {"ε 3": ("epsilon", 3)},
    "private-8": {"ε 8": ("epsilon", 8)},
    "no-positions": {},
    "rate-too-high": {},
    "rate-too-low": {"after five epochs": ("epochs", 5)},
    "overfit": {
        "only 400 images to learn from": ("learnt", 400),
        "100 more to check it on": ("checked", 100),
    },
    "no-hidden-layer": {"ten answers": ("classes", 10)},
    # How many are told apart: tests/engine/data/sources/test_shipped_tables.py.
    "iris": {"eight hidden units": ("size", 8), "96 of 100": ("", None)},
    "breast-cancer": {"97 of 100": ("", None)},
    "little-gpt-adds": {"a hundred thousand numbers": ("hundred thousands", 1)},
    "little-gpt-reverses": {},
    "lstm-reverses": {"a memory of 128 numbers": ("units", 128)},
    "little-lstm-writes": {},
}


def numbers_of(experiment: Experiment) -> int:
    """Count the numbers of a network for sums; others are not asked about."""
    is_text = experiment.data.dataset == "adding"
    return parameter_count(experiment.network, (9, 13), 13) if is_text else 0


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_in_its_words_is_what_is_trained(name: str) -> None:
    words = presets.preset(name).explanation
    experiment = load_preset(name)
    layers = experiment.network.hidden
    chosen, kept_back = split_indices(
        60_000, validation_share=experiment.data.validation_share, train_count=experiment.data.train_count
    )
    weights = {
        item: parameter_count(load_preset(item).network, (1, 28, 28), 10)
        for item in (name, "article")
        if not reads_characters(load_preset(item).network.hidden)
    }
    found = {
        "layers": len(layers),
        "size": {getattr(layer, "size", None) for layer in layers}.pop() if layers else None,
        "filters": sum(layer.kind == "conv" for layer in layers),
        "units": getattr(layers[-1], "units", None) if layers else None,
        "hundred thousands": round(numbers_of(experiment) / 100_000),
        "epochs": experiment.training.epochs,
        "times": round(weights.get(name, 0) / weights["article"]),
        "learnt": len(chosen),
        "checked": len(kept_back),
        "classes": 10,
        "strength": experiment.training.adversary_strength,
        "epsilon": experiment.training.privacy_epsilon,
        "": None,
    }
    for figure, (what, value) in FIGURES[name].items():
        assert figure in words
        assert found[what] == value, figure
    # No count stands in the words that is not looked at here; shares are measured elsewhere.
    rest = words
    for figure in FIGURES[name]:
        rest = rest.replace(figure, "")
    assert not re.findall(r"\d+(?! %|\d)", rest)
