"""What is written down of one training step: plain arrays on the CPU, which training no longer touches.

Every gradient is that of an image's own loss ℓ: the loss of a batch is the mean of them, and so what changes a weight
is the mean over the batch of δ · a. Where batch normalisation lets images depend on each other, ℓ's gradients are those
of the batch's loss times the size of the batch, and the mean is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a run a step is.

    Attributes:
        step: Its number, counted from 1.
        epoch: The epoch that it is part of, counted from 1.
        position: Steps of that epoch before it.
        steps_per_epoch: Steps in an epoch.
    """

    step: int
    epoch: int
    position: int
    steps_per_epoch: int


@dataclass(frozen=True, slots=True)
class Rate:
    """The learning rate of a step.

    Attributes:
        base: As the settings have it.
        now: What the schedule makes of it.
    """

    base: float
    now: float


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Weights, or biases, of a layer in one step; all arrays have the same shape.

    Attributes:
        before: What they were.
        gradient: ∂L/∂w, the mean over the batch.
        used: What of it the optimiser got: without those that are held, and shortened where that is asked for.
        after: What they are.
        kept: What the optimiser carries from step to step, before and after: ``momentum``, ``mean``, ``square``.
        held: Whether they were not allowed to change; None where all are free.
    """

    before: Floats
    gradient: Floats
    used: Floats
    after: Floats
    kept: Mapping[str, tuple[Floats, Floats]]
    held: NDArray[np.bool_] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LayerTrace:
    """A layer in which every unit sees all that comes before it, for all B images of the batch.

    Attributes:
        name: ``hidden_1`` and on, ``output``.
        before: The layer before it, or ``input``.
        activation: Name of its function f; empty for the output.
        inputs: ``(B, I)``, a.
        sums: ``(B, O)``, z.
        normed: ``(B, O)``, z after batch normalisation; None without.
        slopes: ``(B, O)``, f′ there; None for the output.
        mask: ``(B, O)``, what dropout multiplies with; None without.
        outputs: ``(B, O)``, what it gives on.
        arriving: ``(B, O)``, ∂ℓ/∂output.
        deltas: ``(B, O)``, δ = ∂ℓ/∂z.
        weights: ``(O, I)``, and how they changed.
        biases: ``(O,)``, likewise.
    """

    name: str
    before: str
    activation: str
    inputs: Floats
    sums: Floats
    normed: Floats | None
    slopes: Floats | None
    mask: Floats | None
    outputs: Floats
    arriving: Floats
    deltas: Floats
    weights: Change
    biases: Change

    @property
    def units(self) -> int:
        """How many units it has."""
        return len(self.biases.before)

    @property
    def size(self) -> int:
        """How many inputs it has."""
        return len(self.inputs[0])

    @property
    def is_output(self) -> bool:
        """Whether what it gives are the logits."""
        return not self.activation


@dataclass(frozen=True, slots=True, eq=False)
class TeacherTrace:
    """What a teacher adds to the loss.

    Attributes:
        wanted: ``(B, classes)``, what it finds probable at the temperature.
        likely: ``(B, classes)``, what the network finds probable at the temperature.
        share: How much that counts, 0 to 1.
        temperature: What logits are divided by.
    """

    wanted: Floats
    likely: Floats
    share: float
    temperature: float


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """What the batch's answers cost.

    Attributes:
        labels: ``(B,)`` int64, the right classes.
        probabilities: ``(B, classes)``, softmax of the logits.
        targets: ``(B, classes)``, what should come out: 1 for the right class, less with label smoothing.
        losses: ``(B,)``, −log p of the right class of each image.
        losses_after: ``(B,)``, the same with the new weights: same images, same units dropped.
        teacher: What a teacher adds; None without one.
    """

    labels: NDArray[np.int64]
    probabilities: Floats
    targets: Floats
    losses: Floats
    losses_after: Floats
    teacher: TeacherTrace | None = None

    @property
    def loss(self) -> float:
        """Mean loss of the batch before the step."""
        return float(self.losses.mean(dtype="float64"))

    @property
    def loss_after(self) -> float:
        """Mean loss of the same batch after the step."""
        return float(self.losses_after.mean(dtype="float64"))

    @property
    def is_smoothed(self) -> bool:
        """Whether certainty is spread over all classes."""
        return bool((self.targets.max(axis=1) < 1).any())


@dataclass(frozen=True, slots=True)
class RuleTrace:
    """By which rule gradients became new weights.

    Attributes:
        kind: ``sgd``, ``adam``, ``adamw`` or ``rmsprop``.
        rate: The learning rate.
        momentum: How much of the last steps carries on; 0 without.
        nesterov: Whether the gradient is taken where momentum leads.
        weight_decay: Strength of the pull towards 0.
        clipping: Longest gradient; 0 for no limit.
        length: How long the gradient of all weights was.
        count: Steps that the rule has done, with this one.
        is_private: Whether gradients were shortened image by image, and noise was added.
    """

    kind: str
    rate: Rate
    momentum: float
    nesterov: bool
    weight_decay: float
    clipping: float
    length: float
    count: int
    is_private: bool = False

    @property
    def factor(self) -> float:
        """What the gradient is multiplied with to be no longer than it may."""
        return min(1.0, self.clipping / (self.length + 1e-6)) if self.clipping else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class StepTrace:
    """One step, from the batch to the new weights.

    Attributes:
        place: Where in the run it is.
        indices: ``(B,)`` int64, which training examples.
        examples: ``(B, …)`` float32, what the network was given: pixels in [0, 1] as they were varied and attacked.
        layers: The layers in which every unit sees all before it, the output last.
        judgement: What the answers cost.
        rule: How gradients became new weights.
    """

    place: Place
    indices: NDArray[np.int64]
    examples: Floats
    layers: tuple[LayerTrace, ...]
    judgement: Judgement
    rule: RuleTrace

    @property
    def size(self) -> int:
        """How many examples the batch has."""
        return len(self.indices)
