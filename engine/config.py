"""The description of an experiment: every setting once, with its label, unit, bounds and help.

The form in the window, the flags of the command line, the checks and the files are all made from these fields.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ValidationError, field_validator

from engine.errors import ConfigError
from engine.settings import Settings, problems_of, setting
from engine.words import Phrase

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from engine.settings import Problem

MAX_SEED = 2**31 - 1


class Activation(StrEnum):
    """The function applied after a hidden layer."""

    RELU = "relu"
    LEAKY_RELU = "leaky_relu"
    TANH = "tanh"
    SIGMOID = "sigmoid"
    GELU = "gelu"
    SILU = "silu"
    IDENTITY = "identity"


class Initialisation(StrEnum):
    """How the first weights are drawn."""

    KAIMING = "kaiming"
    XAVIER = "xavier"
    NORMAL = "normal"


class OptimizerName(StrEnum):
    """The rule that turns gradients into new weights."""

    SGD = "sgd"
    MOMENTUM = "momentum"
    NESTEROV = "nesterov"
    ADAM = "adam"
    ADAMW = "adamw"
    RMSPROP = "rmsprop"


class Schedule(StrEnum):
    """How the learning rate changes over a run."""

    CONSTANT = "constant"
    STEP = "step"
    COSINE = "cosine"
    ONE_CYCLE = "one_cycle"


class Device(StrEnum):
    """Where the arithmetic is done."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"
    MPS = "mps"


CHOICE_LABELS: dict[StrEnum, str] = {
    Activation.RELU: "ReLU",
    Activation.LEAKY_RELU: "Leaky ReLU",
    Activation.TANH: "tanh",
    Activation.SIGMOID: "sigmoid",
    Activation.GELU: "GELU",
    Activation.SILU: "SiLU",
    Activation.IDENTITY: "identity",
    Initialisation.KAIMING: "Kaiming",
    Initialisation.XAVIER: "Xavier",
    Initialisation.NORMAL: "normal",
    OptimizerName.SGD: "SGD",
    OptimizerName.MOMENTUM: "SGD with momentum",
    OptimizerName.NESTEROV: "SGD with Nesterov momentum",
    OptimizerName.ADAM: "Adam",
    OptimizerName.ADAMW: "AdamW",
    OptimizerName.RMSPROP: "RMSprop",
    Schedule.CONSTANT: "constant",
    Schedule.STEP: "step",
    Schedule.COSINE: "cosine",
    Schedule.ONE_CYCLE: "one-cycle",
    Device.AUTO: "automatic",
    Device.CPU: "CPU",
    Device.CUDA: "CUDA (NVIDIA)",
    Device.MPS: "MPS (Apple)",
}


class DataConfig(Settings):
    """Which data are used and how they are divided."""

    dataset: str = setting("generated", label="Data set", help="The images to learn from.")
    validation_share: float = setting(
        0.1, ge=0, lt=1, label="Validation share", unit="of the training images",
        help="This share is kept out of training and used to watch how well the network does on images it "
        "has not learnt from. 0.1 keeps one image in ten.",
    )  # fmt: skip
    train_count: int = setting(
        0, ge=0, label="Training images", unit="images", zero="all", rare=True,
        help="Use only this many images for training and validation together. Few images make a network learn "
        "them by heart.",
    )  # fmt: skip
    generated_count: int = setting(
        30_000, ge=100, label="Generated images", unit="images", rare=True,
        help="How many digits are drawn for training and validation when the data are the built-in ones; "
        "a sixth of that number more are drawn for testing.",
    )  # fmt: skip
    seed: int = setting(
        0, ge=0, le=MAX_SEED, label="Data seed", rare=True,
        help="Decides which images go to validation and which digits are drawn. The same seed gives the same data.",
    )  # fmt: skip


class DenseLayer(Settings):
    """One hidden layer in which every unit sees every unit before it."""

    kind: Literal["dense"] = "dense"
    size: int = setting(64, ge=1, label="Units", unit="units", help="How many units the layer has.")
    activation: Activation = setting(
        Activation.RELU, label="Activation", help="The function applied to each unit's sum.",
    )  # fmt: skip
    dropout: float = setting(
        0.0, ge=0, lt=1, label="Dropout", zero="off",
        help="The share of units switched off at random in each training step; it works against learning by heart.",
    )  # fmt: skip


class NetworkConfig(Settings):
    """The network between the pixels and the classes."""

    hidden: tuple[DenseLayer, ...] = setting(
        (DenseLayer(), DenseLayer()), label="Hidden layers", help="The layers between the pixels and the classes.",
    )  # fmt: skip
    batch_norm: bool = setting(
        False, label="Batch normalisation", rare=True,
        help="Brings the sums of each hidden layer to mean 0 and deviation 1 over a batch; deep networks learn "
        "faster with it.",
    )  # fmt: skip
    initialisation: Initialisation = setting(
        Initialisation.KAIMING, label="Initialisation", rare=True,
        help="How the first weights are drawn. Kaiming suits ReLU, Xavier suits tanh and sigmoid, normal draws "
        "small numbers (deviation 0.01) whatever the layer.",
    )  # fmt: skip

    @field_validator("hidden", mode="before")
    @classmethod
    def _sizes_are_layers(cls, value: object) -> object:
        """Let plain sizes such as ``[64, 64]`` or ``"64,64"`` stand for layers."""
        if isinstance(value, str):
            value = [part for part in value.replace("-", ",").replace(" ", ",").split(",") if part]
        if isinstance(value, list | tuple):
            return tuple({"size": part} if isinstance(part, int | str) else part for part in value)
        return value

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes of the hidden layers."""
        return tuple(layer.size for layer in self.hidden)


class TrainingConfig(Settings):
    """How the network is trained."""

    epochs: int = setting(
        10, ge=1, label="Epochs", unit="epochs", help="How many times every training image is seen.",
    )  # fmt: skip
    batch_size: int = setting(
        128, ge=1, label="Batch size", unit="images", log=True,
        help="How many images are averaged for one step. Small batches are noisy, large ones take fewer steps.",
    )  # fmt: skip
    learning_rate: float = setting(
        1e-3, gt=0, le=1000, label="Learning rate", log=True,
        help="How far each step goes along the gradient. Too high and the loss jumps about, too low and it crawls.",
    )  # fmt: skip
    optimizer: OptimizerName = setting(
        OptimizerName.ADAM, label="Optimiser", help="The rule that turns gradients into new weights.",
    )  # fmt: skip
    schedule: Schedule = setting(
        Schedule.CONSTANT, label="Schedule", help="How the learning rate changes over the run.",
    )  # fmt: skip
    momentum: float = setting(
        0.9, ge=0, lt=1, label="Momentum", rare=True, group="Optimiser",
        help="How much of the last step is carried into the next; used by SGD with momentum and by Nesterov.",
    )  # fmt: skip
    weight_decay: float = setting(
        0.0, ge=0, lt=1, label="Weight decay", zero="off", rare=True, group="Optimiser", log=True,
        help="Pulls every weight towards zero a little in each step; it works against learning by heart.",
    )  # fmt: skip
    gradient_clipping: float = setting(
        0.0, ge=0, label="Gradient clipping", zero="off", rare=True, group="Optimiser", log=True,
        help="The largest length the gradient of one step may have; longer ones are shortened to it.",
    )  # fmt: skip
    label_smoothing: float = setting(
        0.0, ge=0, lt=1, label="Label smoothing", zero="off", rare=True, group="Optimiser",
        help="Takes this share of certainty away from the right answer and spreads it over all classes.",
    )  # fmt: skip
    schedule_period: int = setting(
        5, ge=1, label="Step every", unit="epochs", rare=True, group="Schedule",
        help="With the step schedule: after this many epochs the learning rate is lowered.",
    )  # fmt: skip
    schedule_factor: float = setting(
        0.1, gt=0, le=1, label="Step factor", rare=True, group="Schedule",
        help="With the step schedule: the learning rate is multiplied by this.",
    )  # fmt: skip
    early_stopping: int = setting(
        0, ge=0, label="Early stopping", unit="epochs", zero="off", rare=True, group="Stopping",
        help="Stop when the validation loss has not improved for this many epochs.",
    )  # fmt: skip
    target_accuracy: float = setting(
        0.0, ge=0, le=1, label="Target accuracy", zero="off", rare=True, group="Stopping",
        help="Stop as soon as the validation accuracy reaches this share; 0.95 is 95 %.",
    )  # fmt: skip
    seed: int = setting(
        0, ge=0, le=MAX_SEED, label="Seed", rare=True, group="Machine",
        help="Decides the first weights and the order of the images. The same seed gives the same run.",
    )  # fmt: skip
    device: Device = setting(
        Device.AUTO, label="Device", rare=True, group="Machine",
        help="Where the arithmetic is done. Automatic uses a graphics card only where the network is large enough "
        "to gain from it.",
    )  # fmt: skip
    threads: int = setting(
        0, ge=0, le=1024, label="Threads", unit="threads", zero="automatic", rare=True, group="Machine",
        help="How many processor threads one step may use. Small networks are fastest with one.",
    )  # fmt: skip


class Experiment(Settings):
    """Everything that decides a run: data, network and training."""

    data: DataConfig = DataConfig()
    network: NetworkConfig = NetworkConfig()
    training: TrainingConfig = TrainingConfig()

    def with_(self, **changes: Any) -> Self:
        """Return a changed, checked copy; keys are dotted paths, as in ``with_(**{"training.epochs": 2})``.

        Raises:
            ConfigError: If a path names no setting or a value is out of bounds.
        """
        description = self.model_dump(mode="python")
        for path, value in changes.items():
            section, _, name = path.partition(".")
            fields = type(self).model_fields
            if section not in fields or (name and name not in description[section]):
                raise ConfigError("There is no setting “{path}”.", remedy="Check its spelling.", path=path)
            if name:
                description[section][name] = value
            else:
                description[section] = value
        try:
            return type(self).model_validate(description)
        except ValidationError as error:
            raise config_error(error) from error

    def get(self, path: str) -> Any:
        """Return the value at a dotted path such as ``training.epochs``."""
        value: Any = self
        for name in path.split("."):
            value = getattr(value, name)
        return value


def field_at(path: str) -> FieldInfo:
    """Return the pydantic field of a dotted path such as ``training.epochs``.

    Raises:
        KeyError: If there is none.
    """
    section, _, name = path.partition(".")
    annotation = Experiment.model_fields[section].annotation
    assert isinstance(annotation, type)
    assert issubclass(annotation, BaseModel)
    return annotation.model_fields[name]


def label_of(path: str) -> str:
    """Return the label of the setting at ``path`` as a person reads it; layers answer for what is in them."""
    try:
        return field_at(".".join(path.split(".")[:2])).title or path
    except (KeyError, ValueError):
        return path or Phrase("The experiment")


def config_error(error: ValidationError) -> ConfigError:
    """Turn pydantic's error into one sentence a setting."""
    problems = problems_of(error)
    return ConfigError(
        Phrase.joined(map(problem_sentence, problems)),
        problems=problems,
        remedy="Change the setting and try again.",
    )


def problem_sentence(problem: Problem) -> Phrase:
    """Say of a setting by its label what is wrong with it, such as “Batch size must be at least 1.”."""
    return Phrase("{setting} {problem}.", setting=Phrase(label_of(problem.path)), problem=problem.message)


@dataclass(frozen=True, slots=True)
class Preset:
    """A named experiment with a sentence that says what it shows.

    Attributes:
        name: File name without ending, such as ``first-try``.
        title: Its name as a person reads it.
        explanation: One or two sentences.
        changes: The settings it decides, section by section, as in the file.
    """

    name: str
    title: str
    explanation: str
    changes: dict[str, dict[str, Any]]

    @property
    def experiment(self) -> Experiment:
        """The experiment, with defaults for what the preset leaves open."""
        try:
            return Experiment.model_validate(self.changes)
        except ValidationError as error:
            raise config_error(error) from error


PRESET_ORDER = ("first-try", "article", "wide", "rate-too-high", "rate-too-low", "overfit", "no-hidden-layer")


@cache
def list_presets() -> tuple[Preset, ...]:
    """Return the presets that come with the program, the ones to try first in front."""
    folder = resources.files("resources") / "presets"
    names = sorted(
        item.name.removesuffix(".json") for item in folder.iterdir() if item.name.endswith(".json")
    )
    known = [name for name in PRESET_ORDER if name in names]
    return tuple(_read_preset(name) for name in known + [name for name in names if name not in known])


def preset(name: str) -> Preset:
    """Return the preset ``name``.

    Raises:
        ConfigError: If there is none.
    """
    for found in list_presets():
        if found.name == name:
            return found
    known = ", ".join(item.name for item in list_presets())
    raise ConfigError("There is no preset “{name}”.", remedy="Presets are: {known}.", name=name, known=known)


def load_preset(name: str) -> Experiment:
    """Return the experiment of the preset ``name``.

    Raises:
        ConfigError: If there is none.
    """
    return preset(name).experiment


def _read_preset(name: str) -> Preset:
    text = (resources.files("resources") / "presets" / f"{name}.json").read_text(encoding="utf-8")
    description = json.loads(text)
    return Preset(name, description["title"], description["explanation"], description["experiment"])
