"""Keras' words: each name there is one of Keras 3, and what is not told is said in a sentence."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import pytest

from engine.choices import Activation, Initialisation, OptimizerName, Schedule
from engine.config import Experiment, list_presets, load_preset
from engine.deploy.code.keras import keras_obstacle, keras_script
from engine.deploy.code.pytorch import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

# What of Keras is used, with its arguments, as its reference has them; scripts were run with Keras 3.15.
KNOWN: dict[str, set[str]] = {
    "keras.Sequential": set(),
    "keras.Input": set(),
    "keras.utils.set_random_seed": set(),
    "layers.Rescaling": set(),
    "layers.Normalization": {"mean", "variance", "axis"},
    "layers.Flatten": set(),
    "layers.Dense": {"activation", "kernel_initializer"},
    "layers.Dropout": set(),
    "layers.Activation": set(),
    "layers.LeakyReLU": {"negative_slope"},
    "layers.BatchNormalization": {"momentum", "epsilon"},
    "initializers.RandomNormal": {"stddev"},
    "initializers.VarianceScaling": {"scale", "mode", "distribution"},
    "keras.optimizers.SGD": {"momentum", "nesterov", "global_clipnorm"},
    "keras.optimizers.Adam": {"global_clipnorm"},
    "keras.optimizers.AdamW": {"weight_decay", "global_clipnorm"},
    "keras.optimizers.RMSprop": {"rho", "global_clipnorm"},
    "keras.optimizers.schedules.CosineDecay": set(),
    "keras.optimizers.schedules.ExponentialDecay": {"decay_rate", "staircase"},
    "keras.losses.SparseCategoricalCrossentropy": {"from_logits"},
    "keras.callbacks.EarlyStopping": {"monitor", "patience", "restore_best_weights"},
    "network.compile": {"optimizer", "loss", "metrics"},
    "network.fit": {"batch_size", "epochs", "validation_data", "callbacks", "verbose"},
    "network.evaluate": {"batch_size", "verbose"},
}
LAYERS = [{"size": 20, "activation": activation, "dropout": 0.1} for activation in Activation]
CASES: list[dict[str, Any]] = [
    {},
    *({"training.optimizer": optimizer} for optimizer in OptimizerName),
    *({"training.schedule": schedule} for schedule in Schedule if schedule is not Schedule.ONE_CYCLE),
    *({"network.hidden": LAYERS, "network.initialisation": each} for each in Initialisation),
    {"network.hidden": LAYERS, "network.batch_norm": True},
    {"training.early_stopping": 3, "training.gradient_clipping": 1.0},
    {"training.early_stopping": 3, "training.keep_best": False, "data.validation_share": 0.0},
    {"data.dataset": "generated", "data.generated_count": 500},
]


def calls(text: str) -> Iterator[tuple[str, set[str]]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.partition(".")[0] in ("keras", "layers", "initializers", "network"):
                yield name, {word.arg or "" for word in node.keywords}


@pytest.mark.parametrize("changes", CASES, ids=str)
@pytest.mark.parametrize("shape", [(1, 28, 28), (3, 20, 24)], ids=["grey", "colour"])
def test_it_says_what_keras_knows(changes: dict[str, Any], shape: tuple[int, int, int]) -> None:
    experiment = load_preset("article").with_(**changes)
    assert keras_obstacle(experiment) == ""

    text = keras_script(Subject(experiment, shape, 12))

    for name, words in calls(text):
        assert words <= KNOWN[name], name
    names = [name for name, _ in calls(text)]
    assert names.count("layers.Dense") == len(experiment.network.hidden) + 1
    assert "layers.Dense(12, " in text or "layers.Dense(12)" in text


@pytest.mark.parametrize("name", [preset.name for preset in list_presets()])
def test_presets_are_told_or_it_is_said_why_not(name: str) -> None:
    experiment = load_preset(name)
    kinds = {layer.kind_name() for layer in experiment.network.hidden}
    varied = experiment.data.augmentation.enabled
    if kinds <= {"dense"} and not experiment.training.privacy_epsilon and not varied:
        assert keras_obstacle(experiment) == ""
        ast.parse(keras_script(Subject(experiment)))
    else:
        assert keras_obstacle(experiment).endswith(".")


@pytest.mark.parametrize(
    ("path", "value", "label"),
    [
        ("training.label_smoothing", 0.1, "Label smoothing"),
        ("training.averaging", 0.2, "Averaging of weights"),
        ("training.plain_statistics", True, "Statistics of plain examples"),
        ("training.teacher", "x", "Teacher"),
        ("training.adversary", "pgd", "Adversary"),
        ("training.weight_decay", 0.1, "Weight decay"),
        ("training.warm_up", 0.1, "Warm-up"),
        ("training.schedule", "one_cycle", "Schedule"),
        ("training.target_accuracy", 0.9, "Target accuracy"),
        ("data.augmentation.enabled", True, "Vary training images"),
    ],
)
def test_a_setting_that_is_not_told_is_named(path: str, value: object, label: str) -> None:
    normalized = {"network.batch_norm": path == "training.plain_statistics"}
    assert keras_obstacle(Experiment().with_(**normalized, **{path: value})) == (
        f"This setting is not told in Keras' words: {label}."
    )


def test_how_normalisation_is_measured_bars_nothing_where_there_is_none() -> None:
    assert keras_obstacle(Experiment().with_(**{"training.plain_statistics": True})) == ""
