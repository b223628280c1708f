"""Characters: the next one at every place that is asked, by the cross-entropy of what a network finds probable.

A question is answered when every character of the answer is the likeliest one, given those that are right before it.
That is the same as an answer that is written greedily and is right as a whole: the first character that is wrong
makes both wrong, and up to there the network was given the same. Of prose every place is asked; there the share of
characters tells more, as no piece is ever right as a whole.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar, Self

import numpy as np

from engine.goals.goal import Goal, Guess
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

NOT_ASKED = -1


@dataclass(frozen=True, slots=True)
class Characters(Goal):
    """Labels ``(N, T)`` int64, at each place the next character, −1 where none is asked; logits ``(B, T, alphabet)``.

    The loss is a mean over all that is asked, in nats a character.

    Attributes:
        asked: How many characters are asked of an example, in the mean of those that are measured.
        is_prose: Whether every place of each of those is asked.
    """

    asked: float = 1.0
    is_prose: bool = False

    name: ClassVar[str] = "characters"
    per_place: ClassVar[bool] = True
    loss_name: ClassVar[str] = Phrase("Loss per character")
    no_teacher: ClassVar[str] = Phrase(
        "tells what it finds probable of whole examples, and these data ask for a character at every place"
    )
    no_adversary: ClassVar[str] = Phrase("changes the pixels of pictures, and these data are text")
    no_privacy: ClassVar[str] = Phrase(
        "cannot be kept for text, where each example asks for many characters at once"
    )
    no_attack: ClassVar[str] = Phrase("Attacks change the pixels of pictures, and these data are text.")
    no_exposure: ClassVar[str] = Phrase(
        "What a model betrays is measured by how sure it is of a class; these data ask for characters."
    )
    no_arithmetic: ClassVar[str] = Phrase(
        "A step is written out where classes are told apart: these data ask for text."
    )
    no_classes: ClassVar[str] = Phrase("These data ask for text, and there are no classes to tell apart.")
    no_compression: ClassVar[str] = Phrase(
        "A smaller model is judged by the classes it tells apart; this one goes on with text."
    )
    no_comparison: ClassVar[str] = Phrase(
        "Reports are compared class by class, and there are no classes here; Runs sets runs side by side."
    )

    @property
    def measure(self) -> str:  # type: ignore[override]
        """What the mean of the scores is called."""
        return Phrase("Characters right") if self.is_prose else Phrase("Exact answers")

    @property
    def measure_of_training(self) -> str:  # type: ignore[override]
        """The same of the training examples, amid a sentence."""
        if self.is_prose:
            return Phrase("share of training characters that are right")
        return Phrase("share of exact training answers")

    @property
    def measure_of_validation(self) -> str:  # type: ignore[override]
        """The same of the validation examples."""
        if self.is_prose:
            return Phrase("share of validation characters that are right")
        return Phrase("share of exact validation answers")

    @property
    def wrong_of_validation(self) -> str:  # type: ignore[override]
        """What of the validation examples is wrong, as a legend has it."""
        return Phrase("wrong validation characters") if self.is_prose else Phrase("wrong validation answers")

    @property
    def wrong_of_training(self) -> str:  # type: ignore[override]
        """The same of the training examples."""
        return Phrase("wrong training characters") if self.is_prose else Phrase("wrong training answers")

    @property
    def not_begun(self) -> str:  # type: ignore[override]
        """What is said of a network that does no better than guessing; one may know much of answers, and give none."""
        if self.is_prose:
            return Phrase(
                "The network gets hardly more characters right than guessing would: it has not begun to learn. Train "
                "it longer, or change the learning rate."
            )
        return Phrase(
            "Hardly any of the training answers is exact, and until they are, more examples tell nothing. Train it "
            "longer, or change the learning rate."
        )

    @property
    def at_its_end(self) -> str:  # type: ignore[override]
        """What is said of a network that more examples would not help; of prose, part is left to chance."""
        if self.is_prose:
            return Phrase(
                "More examples would change little. A larger network may help, as far as what stands before tells the "
                "next character at all."
            )
        return Goal.at_its_end

    @property
    def can_be_right(self) -> bool:
        """Whether what stands before a character tells which it is: of a question it does, of prose it never wholly."""
        return not self.is_prose

    def holds(self, labels: NDArray[Any]) -> bool:
        """Whether there is a whole number at each place of each example."""
        return labels.dtype == np.int64 and labels.ndim == 2

    def fits(self, labels: NDArray[Any], classes: int) -> bool:
        """Whether each label is a character of the alphabet, or none."""
        return not labels.size or bool(labels.min() >= NOT_ASKED and labels.max() < classes)

    def fitted(self, labels: NDArray[Any]) -> Self:
        """Return the goal with how much is asked of some examples."""
        if not labels.size:
            return type(self)()
        asked = labels != NOT_ASKED
        return type(self)(max(float(asked.sum()) / len(labels), 1e-9), bool(asked.all()))

    def guess(self, classes: int) -> Guess:
        """Return what comes of guessing one of so many characters: hardly ever a whole answer."""
        return Guess(math.log(max(classes, 2)), 1 / max(classes, 2) if self.is_prose else 0.0)

    def wrong_words(self, size: int, error: float, train_error: float) -> Phrase:
        """Return in a sentence how many answers are not exact, or of prose how many characters are wrong."""
        return Phrase(
            "With {size:,} training examples {error:.2%} of the validation characters are wrong, and {train:.2%} of "
            "the training characters."
            if self.is_prose
            else "With {size:,} training examples {error:.2%} of the validation answers are not exact, and {train:.2%} "
            "of the training answers.",
            size=size,
            error=error,
            train=train_error,
        )

    def loss(self, outputs: Tensor, labels: Tensor, smoothing: float = 0.0) -> Tensor:
        """Return the mean cross-entropy of all that is asked of a batch, in nats a character."""
        from torch.nn import functional

        return functional.cross_entropy(
            outputs.flatten(0, 1), labels.flatten(), ignore_index=NOT_ASKED, label_smoothing=smoothing
        )

    def asked_of(self, labels: Tensor) -> Tensor:
        """Return how many characters are asked of each example, ``(B,)``."""
        return (labels != NOT_ASKED).sum(1)

    def losses(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return the cross-entropy of what is asked of each example, ``(B,)``, by how much that is in the mean.

        Over all examples their mean is that of all characters, also where answers are of different lengths.
        """
        from torch.nn import functional

        each = functional.cross_entropy(
            outputs.flatten(0, 1), labels.flatten(), ignore_index=NOT_ASKED, reduction="none"
        ).view(labels.shape)
        return each.sum(1) / self.asked

    def scores(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return 1 where every character that is asked is the likeliest, else 0; of prose the share that is."""
        asked = labels != NOT_ASKED
        right = (outputs.argmax(-1) == labels) & asked
        if self.is_prose:
            return right.float().mean(1)
        return (right == asked).all(1).float()


GOAL = Characters()
