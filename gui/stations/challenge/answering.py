"""What becomes of one image under an attack, while somebody moves the slider."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.tasks.working import Working

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    """

    challenged: Challenged
    image: NDArray[np.uint8]
    attack: Attack
    strength: float
    aim: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What came of it.

    Attributes:
        question: What was asked.
        change: ``(H, W)`` or ``(H, W, 3)`` float32, what was added to the pixels in [0, 1].
        result: Like ``question.image``: what they became.
        before: ``(classes,)`` float32, what the model says to the image.
        after: The same of the changed image, before it is rounded to 256 greys.
    """

    question: Question
    change: NDArray[np.float32]
    result: NDArray[np.uint8]
    before: NDArray[np.float32]
    after: NDArray[np.float32]

    @property
    def was(self) -> int:
        """Index of the class that the image is taken for."""
        return int(self.before.argmax())

    @property
    def became(self) -> int:
        """Index of the class that the changed image is taken for."""
        return int(self.after.argmax())

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


def answer(question: Question, job: Job) -> Answer:
    """Change an image, and ask the model what it is before and after.

    Args:
        question: What is asked.
        job: Asked whether to give up.
    """
    import torch

    from engine.insight.model import pixels_of

    model, pixels = question.challenged.model, pixels_of(question.image)
    with torch.inference_mode():
        before = model(pixels).softmax(1)
    label = before.argmax(1)
    changed = question.attack.perturb(
        model,
        pixels,
        label.clone(),
        question.strength,
        aims=None if question.aim is None else torch.tensor([question.aim]),
        steps=STEPS,
        generator=torch.Generator().manual_seed(SEED),
        cancelled=job.cancelled,
    )
    with torch.inference_mode():
        after = model(changed).softmax(1)
    shape = question.image.shape
    moved = changed[0].permute(1, 2, 0).reshape(shape)
    return Answer(
        question,
        change=(moved - pixels[0].permute(1, 2, 0).reshape(shape)).numpy(),
        result=(moved * 255).round().to(torch.uint8).numpy(),
        before=before[0].numpy(),
        after=after[0].numpy(),
    )
