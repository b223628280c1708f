"""What a goal says of itself: what labels are, what a network gives for them, and how far it is from right."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from engine.words import Phrase

if TYPE_CHECKING:
    import torch
    from numpy.typing import NDArray
    from torch import Tensor


class Scale(NamedTuple):
    """How what a network finds becomes an answer in the labels' own unit: times ``deviation``, plus ``mean``."""

    mean: float
    deviation: float


class Guess(NamedTuple):
    """What comes of guessing, by which it is told whether a network has begun to learn: loss and measure."""

    loss: float
    accuracy: float


class Goal(ABC):
    """A goal. What only some goals allow, the others refuse with a sentence; an empty one allows it.

    What the program calls accuracy everywhere, in events, files and JSON, is the mean of ``scores``; ``measure`` is
    its name for a person.

    Attributes:
        name: In files, and ``Dataset.goal``.
        is_counted: Whether each example is either right or wrong, so that those that are right are counted.
        goes_by_hand: Whether plain dense networks take their gradients by hand, and steps are recorded on a card.
        per_place: Whether the output gives its numbers for each step of a sequence.
        scale: How answers become ones in the labels' own unit; None where they are so at once.
        measure: What the mean of ``scores`` is called.
        measure_of_training: The same of the training examples, amid a sentence.
        measure_of_validation: The same of the validation examples.
        loss_name: What the loss is called.
        guessing: What one does who has learnt nothing, amid a sentence.
        least: The least score there can be.
        wrong_of_validation: What the measure leaves to 1, of validation examples, as a legend has it.
        wrong_of_training: The same of the training examples.
        not_begun: What is said of a network that does no better than guessing.
        at_its_end: What is said of one that more examples would not help.
        no_smoothing: Why labels are not smoothed.
        no_teacher: Why a teacher cannot be learnt from; follows the setting's name, as do those of settings below.
        no_adversary: Why it is not trained against attacks.
        no_privacy: Why it cannot be learnt in private.
        no_attack: Why nobody can attack it.
        no_exposure: Why it is not measured what a model betrays of its examples.
        no_classes: Why nothing is done by classes.
        no_arithmetic: Why the arithmetic of a step is not written out.
        no_compression: Why a model is not made smaller.
        no_comparison: Why one report is not subtracted from another.
    """

    name: ClassVar[str]
    is_counted: ClassVar[bool] = False
    goes_by_hand: ClassVar[bool] = False
    per_place: ClassVar[bool] = False
    scale: Scale | None = None
    measure: ClassVar[str]
    measure_of_training: ClassVar[str]
    measure_of_validation: ClassVar[str]
    loss_name: ClassVar[str]
    guessing: ClassVar[str] = Phrase("guessing")
    least: ClassVar[float] = 0.0
    wrong_of_validation: ClassVar[str] = Phrase("wrong validation examples")
    wrong_of_training: ClassVar[str] = Phrase("wrong training examples")
    not_begun: ClassVar[str] = Phrase(
        "The network reads hardly more examples than guessing would: it has not begun to learn. Train it longer, or "
        "change the learning rate."
    )
    at_its_end: ClassVar[str] = Phrase(
        "The network is the limit: more examples would change little. Make it larger, train it longer or use other "
        "layers."
    )
    no_smoothing: ClassVar[str] = Phrase("")
    no_teacher: ClassVar[str] = Phrase("")
    no_adversary: ClassVar[str] = Phrase("")
    no_privacy: ClassVar[str] = Phrase("")
    no_attack: ClassVar[str] = Phrase("")
    no_exposure: ClassVar[str] = Phrase("")
    no_classes: ClassVar[str] = Phrase("")
    no_arithmetic: ClassVar[str] = Phrase("")
    no_compression: ClassVar[str] = Phrase("")
    no_comparison: ClassVar[str] = Phrase("")

    @property
    def can_be_right(self) -> bool:
        """Whether every example can be right: if so, a loss that stops far above 0 tells of the network."""
        return True

    @abstractmethod
    def holds(self, labels: NDArray[Any]) -> bool:
        """Whether an array ``(N, …)`` can be labels of this goal, as a data set keeps them."""

    @abstractmethod
    def fits(self, labels: NDArray[Any], classes: int) -> bool:
        """Whether labels of this goal go with so many names in ``Dataset.classes``."""

    def why_not(self, labels: NDArray[Any]) -> Phrase:
        """Say why nothing can be learnt from such labels ``(N, …)``, and what to do; empty where it can."""
        del labels
        return Phrase("")

    def outputs(self, classes: int) -> int:
        """Return how many numbers the output layer gives, for so many names in ``Dataset.classes``."""
        return classes

    def fitted(self, labels: NDArray[Any]) -> Self:
        """Return the goal as it is measured on examples with such labels ``(N, …)``."""
        del labels
        return self

    def guess(self, classes: int) -> Guess:
        """Return what comes of guessing one of so many classes."""
        return Guess(math.log(max(classes, 2)), 1 / max(classes, 2))

    @abstractmethod
    def loss(self, outputs: Tensor, labels: Tensor, smoothing: float = 0.0) -> Tensor:
        """Return what a step makes smaller, ``()``: a mean over all that is asked of a batch.

        Args:
            outputs: ``(B, outputs)`` float32, or ``(B, T, outputs)`` where there are some for each step.
            labels: ``(B, …)``, as the data set keeps them.
            smoothing: Share of certainty spread over all classes.
        """

    def asked_of(self, labels: Tensor) -> Tensor:
        """Return how much is asked of each example, ``(B,)``: by so much it counts in ``loss``."""
        return labels.new_ones(len(labels))

    def told(self, loss: Tensor, outputs: Tensor, labels: Tensor, smoothing: float) -> Tensor:
        """Return the loss that a person is told of a batch, ``()``, which is what validation measures.

        Args:
            loss: What ``loss`` found.
            outputs: As there.
            labels: As there.
            smoothing: As there.
        """
        return self.loss(outputs, labels) if smoothing else loss

    @abstractmethod
    def losses(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return the loss of each example, ``(B,)``, as it is told."""

    def summed_loss(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return the sum of ``losses``, ``()``."""
        return self.losses(outputs, labels).sum()

    def wrong_words(self, size: int, error: float, train_error: float) -> Phrase:
        """Return in a sentence how much the measure leaves to 1.

        Args:
            size: Of how many training examples.
            error: Of the validation examples, a share.
            train_error: Of the training examples.
        """
        return Phrase(
            "With {size:,} training examples {error:.2%} of the validation examples are read wrong, and {train:.2%} of "
            "the training examples.",
            size=size,
            error=error,
            train=train_error,
        )

    def answers(self, outputs: Tensor) -> Tensor:
        """Return what a person is told, of what a network gives, in the same shape: how probable each class is."""
        return outputs.softmax(-1)

    @abstractmethod
    def scores(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return how right each example is, ``(B,)`` float32, 1 at most."""

    # What a step keeps of each example until somebody asks how right it was

    def room(self, count: int, device: torch.device) -> Tensor:
        """Return room ``(count,)`` for what steps keep of so many examples; none of them right so far."""
        import torch

        return torch.zeros(count, device=device)

    def keep(self, outputs: Tensor, labels: Tensor, out: Tensor) -> None:
        """Keep in ``out (B,)`` what tells how right each example was."""
        out.copy_(self.scores(outputs, labels))

    def rightness(self, kept: Tensor, labels: Tensor) -> Tensor:
        """Return how right each example was, ``(B,)``, of what was kept: whole numbers where examples are counted."""
        del labels
        return kept.double()
