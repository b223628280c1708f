"""The experiment as a script in PyTorch: text as a person would write it, with nothing of this program in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.choices import LEAST_PLAIN_EXAMPLES, PLAIN_EXAMPLES, Device
from engine.deploy.code.attack import attack_lines
from engine.deploy.code.data import data_imports, data_lines
from engine.deploy.code.layout import in_order, plain, spaced
from engine.deploy.code.network import network_lines
from engine.deploy.code.privacy import STATISTICS, privacy_lines
from engine.deploy.code.training import (
    loop_lines,
    measured_lines,
    optimizer_line,
    plain_statistics_lines,
    schedule_lines,
    teacher_lines,
)
from engine.deploy.code.variation import variation_lines
from engine.errors import ExportError
from engine.goals.registry import CLASSES, GOALS
from engine.inputs.registry import kind_of
from engine.models.at_once import fitting
from engine.models.size import numbers_per_image, work_per_image
from engine.runtime import WORK_FOR_ACCELERATOR, WORK_PER_THREAD
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment

IMPORTS = "import torch\nfrom torch import nn\nfrom torch.nn import functional as F"
DATA = {
    "picture": "# The data: images of bytes (N, C, H, W), labels (N,)",
    "numbers": "# The data: rows of numbers (N, F), labels (N,)",
    "text": "# The data: places in the alphabet (N, T), labels (N, T) the next ones, -1 where none is asked",
}
NO_CLASSES = Phrase(
    "The code trains a network to tell classes apart, or to go on with text, and this one gives something else."
)
NETWORK, TRAINING, TEST = "# The network", "# Training", "# The test"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is written as code.

    Attributes:
        experiment: All settings.
        image_shape: ``(C, H, W)`` of an image.
        classes: How many classes there are.
        goal: What a network is to give.
    """

    experiment: Experiment
    image_shape: tuple[int, ...] = (1, 28, 28)
    classes: int = 10
    goal: str = CLASSES.name

    def check(self) -> None:
        """Refuse what the scripts have no words for.

        Raises:
            ExportError: If neither classes are told apart nor text gone on with.
        """
        if self.goal != CLASSES.name and not GOALS[self.goal].per_place:
            raise ExportError("There is no code of this experiment.", cause=NO_CLASSES)


def pytorch_script(subject: Subject) -> str:
    """Return the script.

    Raises:
        ExportError: If a layer does not say how it is written.
        ModelError: If a layer cannot take what comes before it.
    """
    subject.check()
    experiment, shape = subject.experiment, subject.image_shape
    config, network = experiment.training, experiment.network
    kind = kind_of(shape)
    varied = [] if kind.no_variation else variation_lines(experiment.data.augmentation, shape)
    validates = experiment.data.validation_share > 0
    taught = teacher_lines(config)
    private = privacy_lines(config)
    attack = attack_lines(config)
    normalized = any(map(network.normalizes, network.hidden))
    plain_examples = fitting(numbers_per_image(network, shape, subject.classes), PLAIN_EXAMPLES)
    measures_plain = config.plain_statistics and normalized and plain_examples >= LEAST_PLAIN_EXAMPLES
    made = network_lines(network, shape, subject.classes)
    loop = loop_lines(
        config,
        varied=bool(varied),
        normalized=normalized,
        measures_plain=measures_plain,
        validates=validates,
        per_place=kind.per_place,
    )
    body = [
        f"torch.manual_seed({config.seed})",
        *_machine(subject),
        "",
        DATA[kind.name],
        *data_lines(experiment.data, shape, tensors=True),
        *([STATISTICS] if private else _statistics(shape)),
        "",
        "",
        *([*varied, "", ""] if varied else []),
        NETWORK,
        *made,
        "",
        TRAINING,
        optimizer_line(config),
        *schedule_lines(config),
        "",
        "",
        *([*taught, "", ""] if taught else []),
        *([*private, "", ""] if private else []),
        *([*attack, "", ""] if attack else []),
        *measured_lines(per_place=kind.per_place),
        "",
        "",
        *([*plain_statistics_lines(plain_examples), "", ""] if measures_plain else []),
        *loop,
        "",
        TEST,
        "_, accuracy = measured(x_test, y_test)",
        *_told(experiment.evaluation.gate),
    ]
    imports = data_imports(experiment.data) | set(IMPORTS.splitlines())
    imports |= {f"import {name}" for name in ("copy", "math") if any(f"{name}." in line for line in body)}
    head = [
        f'"""A network learns from “{plain(experiment.data.dataset)}”, in PyTorch. Written by NetSketch."""'
    ]
    return "\n".join([*head, "", *in_order(imports), "", *spaced(body), ""])


def _machine(subject: Subject) -> list[str]:
    """Return the lines that say where the arithmetic is done, and by how many threads."""
    config = subject.experiment.training
    work = config.batch_size * work_per_image(
        subject.experiment.network, subject.image_shape, subject.classes
    )
    lines = []
    if config.threads:
        lines.append(f"torch.set_num_threads({config.threads})")
    elif work < 2 * WORK_PER_THREAD:
        lines.append("torch.set_num_threads(1)  # a small network is fastest with one")
    if config.device in (Device.CUDA, Device.MPS):
        lines.append(f'torch.set_default_device("{config.device}")')
    elif config.device is Device.AUTO and work >= WORK_FOR_ACCELERATOR:
        lines.append('torch.set_default_device("cuda" if torch.cuda.is_available() else "cpu")')
    return lines


def _statistics(shape: tuple[int, ...]) -> list[str]:
    """Return the lines that find mean and deviation of the pixels, or of each feature; of text none."""
    if kind_of(shape).per_place:
        return []
    if kind_of(shape).has_features:
        return [
            "mean, deviation = x_train.mean(0), x_train.std(0, correction=0)",
            "deviation[deviation == 0] = 1  # of a feature that is the same everywhere",
        ]
    if shape[0] == 1:
        return ["mean, deviation = (x_train / 255).mean(), (x_train / 255).std()"]
    lines = ["pixels = x_train / 255", "mean = pixels.mean((0, 2, 3), keepdim=True)"]
    return [*lines, "deviation = pixels.std((0, 2, 3), keepdim=True)"]


def _told(gate: float) -> list[str]:
    mark = f" (pass mark {100 * gate:.6g}%)" if gate else ""
    return [f'print(f"test accuracy {{accuracy:.2%}}{mark}")']
