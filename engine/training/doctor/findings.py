"""What the doctor finds and what it looks at in the layers; without torch."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.training.histogram import Histogram


class FindingKind(StrEnum):
    """What can be wrong with a run."""

    DIVERGED = "diverged"
    RATE_TOO_HIGH = "rate_too_high"
    RATE_TOO_LOW = "rate_too_low"
    PLATEAU = "plateau"
    OVERFITTING = "overfitting"
    ONE_CLASS = "one_class"
    DEAD_UNITS = "dead_units"
    SATURATED_UNITS = "saturated_units"
    VANISHING_GRADIENTS = "vanishing_gradients"
    VANISHING_OVER_STEPS = "vanishing_over_steps"
    EXPLODING_GRADIENTS = "exploding_gradients"
    UNIFORM_ATTENTION = "uniform_attention"
    ONE_TOKEN_ATTENTION = "one_token_attention"
    NO_POSITIONS = "no_positions"
    MASKED_GRADIENTS = "masked_gradients"
    IMBALANCED = "imbalanced"
    TOO_FEW_IMAGES = "too_few_images"
    BATCH_TOO_LARGE = "batch_too_large"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        kind: Which.
        what: What is wrong, in a sentence.
        evidence: The numbers that show it, in a sentence.
        remedy: What to do, in a sentence.
        changes: The same as ``Experiment.with_`` takes it; empty where no setting mends it.
        step: Steps done when it was found.
        layer: The layer it is about, such as ``hidden_1``; empty where it is about the run.
    """

    kind: FindingKind
    what: Phrase
    evidence: Phrase
    remedy: Phrase
    changes: dict[str, Any] = field(default_factory=dict)
    step: int = 0
    layer: str = ""

    @property
    def act(self) -> Phrase:
        """What its changes do, in a few words for a button; empty where it changes nothing."""
        return act_of(self.kind, self.changes)

    @property
    def key(self) -> tuple[FindingKind, str]:
        """What tells it from other findings, whenever it was found."""
        return self.kind, self.layer


def act_of(kind: FindingKind, changes: dict[str, Any]) -> Phrase:
    """Return what changes of settings do, in a few words; of several the one that matters most."""
    rate = changes.get("training.learning_rate")
    if rate is not None:  # in short where the line beside it names the rate
        if kind is FindingKind.RATE_TOO_LOW:
            return Phrase("Raise to {rate:g}", rate=rate)
        if kind is FindingKind.RATE_TOO_HIGH:
            return Phrase("Lower to {rate:g}", rate=rate)
        return Phrase("Lower the rate to {rate:g}", rate=rate)
    if "training.batch_size" in changes:
        return Phrase("Lower the batch size to {size}", size=changes["training.batch_size"])
    if kind is FindingKind.NO_POSITIONS:
        return Phrase("Switch positions on")
    if kind is FindingKind.VANISHING_OVER_STEPS and changes:
        return Phrase("Take the mean over all steps")
    return next((words for path, words in ACTS.items() if path in changes), Phrase("")) or (
        Phrase("Change the hidden layers") if changes else Phrase("")
    )


ACTS = {
    "data.train_count": Phrase("Learn from all examples"),
    "data.augmentation.enabled": Phrase("Vary the training images"),
    "training.early_stopping": Phrase("Stop early"),
    "training.gradient_clipping": Phrase("Limit the gradients"),
    "training.adversary": Phrase("Attack in many steps"),
    "training.adversary_steps": Phrase("Attack in more steps"),
    "training.adversary_strength": Phrase("Attack with half the strength"),
    "network.batch_norm": Phrase("Use batch normalisation"),
    "network.initialisation": Phrase("Use Kaiming's first weights"),
}


@dataclass(frozen=True, slots=True)
class AttentionProbe:
    """How the heads of a layer look at the tokens of some images.

    Attributes:
        tokens: How many tokens there are, two at least.
        entropies: Of each head, how evenly a token looks at all: mean entropy as a share of the largest there is.
        favourites: Of each head, the share of an image's looks that go to its most looked-at token, on average.
    """

    tokens: int
    entropies: tuple[float, ...]
    favourites: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StepsProbe:
    """How far back over its steps the gradient of a recurrent layer reaches.

    Attributes:
        steps: How many steps there are, four at least.
        reach: The gradient at the first quarter of them, as a share of that at the last.
    """

    steps: int
    reach: float


@dataclass(frozen=True, slots=True)
class LayerProbe:
    """What a layer does with some images.

    Attributes:
        name: ``hidden_1`` and on, or ``output``.
        activation: Name of its activation, such as ``relu``; empty for the output and for kinds that have none.
        units: How many units, or channels, it has.
        dead: Share of units that give nothing for any of the images; 0 but for ReLU.
        saturated: Share of values at the flat ends of the activation; 0 but for tanh and sigmoid.
        gradient_norm: Length of the gradient of its weights.
        gradient_size: Root mean square of that gradient: what a single weight is told.
        weight_norm: Length of its weights.
        gradients: How that gradient is distributed, where it was counted.
        attention: How its heads look; None for a layer that has none.
        over_steps: How far back its gradient reaches; None for a layer that reads no steps, or very few.
    """

    name: str
    activation: str
    units: int
    dead: float
    saturated: float
    gradient_norm: float
    gradient_size: float
    weight_norm: float
    gradients: Histogram | None = None
    attention: AttentionProbe | None = None
    over_steps: StepsProbe | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LayerProbes:
    """What all layers do with some images, after a number of steps.

    Attributes:
        step: Steps done.
        layers: From the first hidden layer to the output.
        loss: Mean loss of the images.
        answers: ``(classes,)`` which share of the images gets each answer; zeros where no classes are told apart.
        labels: ``(classes,)`` which share of the images is of each class; likewise.
        right: How many of the images are read right, as they are and without dropout; None where that is not known.
        count: How many images there are.
    """

    step: int
    layers: tuple[LayerProbe, ...]
    loss: float
    answers: NDArray[np.float64]
    labels: NDArray[np.float64]
    right: int | None = None
    count: int = 0


def label_of(layer: LayerProbe) -> Phrase:
    """Return a layer's name as a person reads it."""
    kind, _, number = layer.name.partition("_")
    return Phrase("hidden layer {number}", number=number) if kind == "hidden" else Phrase("the output layer")
