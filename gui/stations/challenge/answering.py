"""What becomes of one image under an attack, while somebody moves the slider; and how little of it is enough."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.tasks.working import Working

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.attacks.attack import Attack
    from gui.stations.challenge.scene import Challenged
    from gui.tasks.task import Job

STEPS = 20
SEED = 0  # the same question is answered the same way, and neighbours on the slider alike


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked.

    Attributes:
        challenged: The model.
        image: ``(H, W)`` or ``(H, W, 3)`` uint8 that it takes.
        attack: How the image is changed.
        strength: How far.
        aim: Index of the class that it is to be taken for; None for any other than now.
        second: Another model that is shown the same change; without one the change is shuffled.
        is_smallest: Whether the strength is the smallest that was found to be enough.
        label: Index of the image's true class where it is known.
    """

    challenged: Challenged
    image: NDArray[np.uint8]
    attack: Attack
    strength: float
    aim: int | None
    second: Challenged | None = None
    is_smallest: bool = False
    label: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What came of it.

    Attributes:
        question: What was asked.
        change: ``(H, W)`` or ``(H, W, 3)`` float32, what was added to the pixels in [0, 1].
        result: Like ``question.image``: what they became.
        before: ``(classes,)`` float32, what the model says to the image.
        after: The same of the changed image, before it is rounded to 256 greys.
        beside: Like ``result``: what stands beside it, the same with the changes at other pixels; with a second model
            the result itself.
        beside_before: ``(classes,)`` float32, what the second model, else the first, says to the image.
        beside_after: The same of ``beside``.
    """

    question: Question
    change: NDArray[np.float32]
    result: NDArray[np.uint8]
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    beside: NDArray[np.uint8]
    beside_before: NDArray[np.float32]
    beside_after: NDArray[np.float32]

    @property
    def was(self) -> int:
        """Index of the class that the image is taken for."""
        return int(self.before.argmax())

    @property
    def became(self) -> int:
        """Index of the class that the changed image is taken for."""
        return int(self.after.argmax())

    @property
    def is_wrong(self) -> bool:
        """Whether the model is known to be wrong without an attack."""
        return self.question.label not in (None, self.was)

    @property
    def is_fooled(self) -> bool:
        """Whether the changed image is taken for another class: for the one aimed at, where there is such."""
        aim = self.question.aim
        return self.became != self.was if aim is None else self.became == aim


class Answering(Working):
    """Answers the newest question; those that wait behind it are forgotten.

    Signals:
        answered: What came of it (Answer).
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    answered = Signal(object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("challenge-answers", parent)
        self._task.failed.connect(self.failed)

    def ask(self, question: Question, *, calm: bool = False) -> None:
        """Ask something else; what is being answered is told before.

        Args:
            question: What.
            calm: Whether to leave nearly all of the time to others, as while a network learns.
        """
        self._task.ask(partial(answer, question), self.answered.emit, calm=calm)

    def give_up(self) -> None:
        """Answer nothing more."""
        self._task.give_up()


class Finding(Working):
    """Finds the smallest change of a kind that fools the model.

    Signals:
        found: What came of it (Answer), or None where not even the strongest is enough.
        ended: It was found, given up, or could not be done.
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    found = Signal(object)
    ended = Signal()
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("challenge-smallest", parent)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self.ended)

    def ask(self, question: Question) -> None:
        """Look for it; the strength of the question means nothing."""
        self._task.give_up()
        self._task.ask(partial(smallest, question), self.found.emit)

    def give_up(self) -> None:
        """Look no more, and tell nothing of it."""
        self._task.give_up()


def answer(question: Question, job: Job) -> Answer:
    """Change an image, and ask the model what it is before and after.

    Args:
        question: What is asked.
        job: Asked whether to give up.
    """
    import torch

    from engine.insight.model import pixels_of

    model, pixels = question.challenged.model, pixels_of(question.image)
    before = _says(question.challenged, pixels)
    changed = question.attack.perturb(
        model,
        pixels,
        torch.tensor([int(before.argmax())]),
        question.strength,
        aims=None if question.aim is None else torch.tensor([question.aim]),
        steps=STEPS,
        generator=torch.Generator().manual_seed(SEED),
        cancelled=job.cancelled,
    )
    after = _says(question.challenged, changed)
    second = question.second
    beside = changed if second is not None else shuffled(pixels, changed)
    return Answer(
        question,
        change=_laid_out(changed - pixels, question),
        result=_as_pixels(changed, question),
        before=before,
        after=after,
        beside=_as_pixels(beside, question),
        beside_before=before if second is None else _says(second, pixels),
        beside_after=_says(second or question.challenged, beside),
    )


def smallest(question: Question, job: Job) -> Answer | None:
    """Find the smallest strength that is enough, and return what comes of it; None where none is.

    Args:
        question: What is asked, its strength aside.
        job: Asked whether to give up.
    """
    import torch

    from engine.challenge.smallest import smallest_change
    from engine.insight.model import pixels_of

    model, pixels = question.challenged.model, pixels_of(question.image)
    with torch.inference_mode():
        label = int(model(pixels).argmax())
    found = smallest_change(
        model,
        pixels,
        label,
        question.attack,
        aim=question.aim,
        steps=STEPS,
        seed=SEED,
        cancelled=job.cancelled,
    )
    if found is None:
        return None
    return answer(replace(question, strength=found.strength, is_smallest=True), job)


def shuffled(pixels: Tensor, changed: Tensor) -> Tensor:
    """Return the image with the same changes at other pixels, ``(1, C, H, W)``; what leaves [0, 1] is cut."""
    import torch

    order = torch.randperm(
        pixels.shape[2] * pixels.shape[3], generator=torch.Generator().manual_seed(SEED + 1)
    )
    change = (changed - pixels).flatten(2)[:, :, order].view_as(pixels)
    return (pixels + change).clamp_(0, 1)


def _says(challenged: Challenged, pixels: Tensor) -> NDArray[np.float32]:
    import torch

    with torch.inference_mode():
        shares: NDArray[np.float32] = challenged.model(pixels).softmax(1)[0].numpy()
    return shares


def _laid_out(values: Tensor, question: Question) -> NDArray[np.float32]:
    """Return ``(1, C, H, W)`` as the question's image is laid out."""
    laid: NDArray[np.float32] = values[0].permute(1, 2, 0).reshape(question.image.shape).numpy()
    return laid


def _as_pixels(values: Tensor, question: Question) -> NDArray[np.uint8]:
    pixels: NDArray[np.uint8] = (_laid_out(values, question) * 255).round().astype("uint8")
    return pixels
