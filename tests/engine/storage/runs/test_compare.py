from __future__ import annotations

from typing import Any

import pytest

from engine.config import DenseLayer, Experiment, field_at, load_preset
from engine.storage.runs.compare import changes_from_preset, differing, differing_trials, flat
from engine.storage.runs.library import RunLibrary
from engine.words import Phrase


def words(*hidden: Any) -> tuple[str, ...]:
    experiments = [Experiment().with_(**{"network.hidden": layers}) for layers in hidden]
    (difference,) = differing(experiments)
    assert (difference.path, difference.label) == ("network.hidden", "Hidden layers")
    return difference.values


def test_every_setting_is_there_by_its_path() -> None:
    settings = flat(Experiment())
    assert settings["training.learning_rate"] == Experiment().training.learning_rate
    assert settings["data.augmentation.rotation"] == 12.0
    assert settings["network.hidden"] == (DenseLayer(), DenseLayer())
    assert not {"data", "data.augmentation", "network", "training"} & set(settings)
    for path, value in settings.items():
        assert Experiment().with_(**{path: value}) == Experiment()
        assert field_at(path).label


def trials(**values: tuple[Any, ...]) -> list[tuple[str, str, tuple[Any, ...]]]:
    """Return in what trials differ, of the article's settings with these in each."""
    named = {path.replace("__", "."): of_each for path, of_each in values.items()}
    experiments = [
        load_preset("article").with_(**dict(zip(named, each, strict=True)))
        for each in zip(*named.values(), strict=True)
    ]
    return [(item.path, item.label, item.values) for item in differing_trials(experiments)]


def test_trials_differ_in_what_their_layers_do_not_have_in_common() -> None:
    dropped = tuple(
        [{"kind": "dense", "size": 64, "dropout": share} for _ in range(2)] for share in (0.0, 0.25)
    )
    assert trials(network__hidden=dropped) == [("layer.dropout", "Dropout", (0.0, 0.25))]
    assert trials(network__hidden=("64,64", "32,32"), training__epochs=(1, 2)) == [
        ("layer.size", "Units", (64, 32)),
        ("training.epochs", "Epochs", (1, 2)),
    ]
    of_their_own = trials(network__hidden=("64,32", "32,64"))
    assert of_their_own == [("network.hidden", "Hidden layers", ("64-32", "32-64"))]
    assert trials(network__hidden=("64,64", "64,64,64"))[0][2] == ("64-64", "64-64-64")
    assert trials(training__seed=(1, 1)) == []


def test_only_what_differs_in_the_order_of_the_settings() -> None:
    base = load_preset("article")
    other = base.with_(**{"training.learning_rate": 0.5, "data.augmentation.enabled": True})
    found = differing([base, other, base])
    assert [(item.path, item.label, item.values) for item in found] == [
        ("data.augmentation.enabled", "Vary training images", (False, True, False)),
        ("training.learning_rate", "Learning rate", (0.001, 0.5, 0.001)),
    ]
    assert differing([base, base]) == differing([base]) == differing([]) == []


def test_layers_in_words() -> None:
    assert words("64,64", "conv16,32", ()) == ("64-64", "conv16-32", "none")


@pytest.mark.parametrize(
    ("layer", "word"),
    [
        ({"size": 64, "activation": "tanh"}, "64 (tanh)"),
        ({"size": 64, "dropout": 0.25, "activation": "gelu"}, "64 (GELU, Dropout 0.25)"),
        ({"kind": "conv", "channels": 8, "kernel": 5, "pooling": "none"}, "conv8 (Kernel 5, no pool)"),
        ({"kind": "patches", "size": 14, "positions": False}, "patches14 (Positions off)"),
        ({"kind": "conv", "channels": 8, "batch_norm": True}, "conv8 (Batch normalisation on)"),
        (
            {"kind": "lstm", "units": 8, "direction": "both", "reading": "columns"},
            "bilstm8 (column by column)",
        ),
    ],
)
def test_layers_that_a_word_does_not_tell_apart(layer: dict[str, Any], word: str) -> None:
    plain = {
        name: layer[name] for name in ("kind", "size", "channels", "units", "direction") if name in layer
    }
    short = word.partition(" ")[0]
    assert words([layer, 32], [plain, 32], "7", ()) == (f"{word}-32", f"{short}-32", "7", "none")


def test_layers_are_said_in_another_language() -> None:
    german = {"Dropout": "Ausfall", "{setting} {value}": "{setting}: {value}"}
    word, _ = words([{"size": 64, "dropout": 0.5}], "64")
    assert isinstance(word, Phrase)
    assert word.translated(lambda text: german.get(text, text)) == "64 (Ausfall: 0.5)"


def test_what_a_run_changed(library: RunLibrary, make_run: Any) -> None:
    make_run("article-1", epochs=10)
    make_run("article-2", epochs=7, **{"network.hidden": "32"})
    run = library.get("article-1")
    assert changes_from_preset(run) == differing([load_preset("article"), run.experiment])
    changes = {item.path: item.values for item in changes_from_preset(library.get("article-2"))}
    assert changes == {"network.hidden": ("64-64", "32"), "training.epochs": (10, 7)}


def test_without_its_preset_a_run_is_held_against_the_defaults(library: RunLibrary, make_run: Any) -> None:
    folder = make_run("article-1")
    for preset in ("", "of-another-version"):
        text = (folder / "run.json").read_text().replace('"preset": "article"', f'"preset": "{preset}"')
        (folder / "run.json").write_text(text)
        run = library.get("article-1")
        assert changes_from_preset(run) == differing([Experiment(), run.experiment])
        (folder / "run.json").write_text(text.replace(f'"preset": "{preset}"', '"preset": "article"'))


def test_of_a_damaged_preset_it_is_held_against_the_defaults(
    library: RunLibrary, make_run: Any, damaged_first: str
) -> None:
    folder = make_run("article-1")
    text = (folder / "run.json").read_text().replace('"preset": "article"', f'"preset": "{damaged_first}"')
    (folder / "run.json").write_text(text)
    run = library.get("article-1")
    assert run.preset == damaged_first
    assert changes_from_preset(run) == differing([Experiment(), run.experiment])
