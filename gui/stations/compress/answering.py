"""What the model and a smaller one say to one drawing, side by side, while somebody moves the slider."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.tasks.working import Working

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.compress.method import LayerShare, Method
    from engine.compress.trial import Trial
    from engine.inference import Recognizer
    from engine.storage.model_file import SavedModel
    from gui.tasks.task import Job


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked.

    Attributes:
        saved: The model as it is.
        smaller: A trial of it; or a method and how much of it.
        drawing: What is on the pad, or None where there is nothing that it takes.
    """

    saved: SavedModel
    smaller: Trial | tuple[Method, float]
    drawing: NDArray[Any] | None


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What came of it.

    Attributes:
        shares: What is left of each layer.
        before: ``(classes,)`` float32 of the model as it is; None without a drawing.
        after: The same of the smaller one.
    """

    shares: tuple[LayerShare, ...]
    before: NDArray[np.float32] | None
    after: NDArray[np.float32] | None


class Answering(Working):
    """Answers the newest question; those that wait behind it are forgotten.

    Signals:
        answered: What came of it (Answer).
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    answered = Signal(object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("compress-answers", parent)
        self._known: list[tuple[SavedModel, Recognizer]] = []  # the model as it is; of the thread alone
        self._task.failed.connect(self.failed)

    def ask(self, question: Question) -> None:
        """Ask something else; what is being answered is told before."""
        self._task.ask(partial(_answer, question, self._known), self.answered.emit)

    def give_up(self) -> None:
        """Answer nothing more."""
        self._task.give_up()


def _answer(question: Question, known: list[tuple[SavedModel, Recognizer]], job: Job) -> Answer:
    from engine.compress.trial import Trial
    from engine.inference import Recognizer

    del job  # it takes a moment
    saved, smaller, drawing = question.saved, question.smaller, question.drawing
    if isinstance(smaller, Trial):
        network, state, shares = smaller.saved.experiment.network, smaller.saved.state, smaller.shares
    else:
        shrunk = smaller[0].shrink(saved, smaller[1])
        network, state, shares = shrunk.network, shrunk.state, shrunk.shares
    if drawing is None:
        return Answer(shares, None, None)
    if not known or known[0][0] is not saved:
        before = Recognizer.of(saved)
        known[:] = [(saved, before)]
    experiment = saved.experiment.model_copy(update={"network": network})
    after = Recognizer.of(replace(saved, experiment=experiment, state=state))
    return Answer(shares, known[0][1].probabilities(drawing)[0], after.probabilities(drawing)[0])
