"""What a face of the pad is: whom it suits, and what its widget offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.goals.registry import CLASSES
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    from engine.inputs.feature import Feature
    from gui.workbench import Workbench

    Ask = Callable[[NDArray[Any]], NDArray[np.float32]]


class FaceWidget(QWidget):
    """The widget of a face: an example is made on it, and a network asked about it.

    Signals:
        answered: The network was asked anew, as the example or the weights are others.
        emptied: Someone took away all that was made on it.
    """

    answered = Signal()
    emptied = Signal()

    def set_predictor(self, predictor: Ask | None, classes: Sequence[str], goal: str = CLASSES.name) -> None:
        """Take the network that is asked.

        Args:
            predictor: From examples ``(N, …)`` as data sets keep them to probabilities ``(N, classes)``; None while
                there is no network. Where the goal is a number, to that number ``(N, 1)``.
            classes: The names of its classes, or of its number.
            goal: What it gives, the name of a goal.
        """
        raise NotImplementedError

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others; no more often than one can read the answer."""
        raise NotImplementedError

    def example(self) -> NDArray[Any] | None:
        """Return what is on the pad as data sets keep it, ``(28, 28)`` uint8 or ``(F,)`` float32; None if empty."""
        return None

    def newest_readings(self) -> list[tuple[str, float]]:
        """Return the newest answers, each the likeliest class and its probability; nothing is asked anew."""
        return []

    def set_example(self, example: NDArray[Any]) -> None:
        """Take an example of a data set onto the pad."""

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Take what each number of an example is; of pictures nothing."""

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take the stack on which changes of the example become commands."""

    def set_bench(self, bench: Workbench) -> None:
        """Take the workbench, where a face shows or changes the data at hand."""

    def set_coming(self, is_coming: bool) -> None:
        """Say where there is no network yet that one is on its way, or how one comes."""

    def set_notice(self, text: str) -> None:
        """Show a sentence above all, such as that the model is from older settings; empty hides it."""

    def clear(self) -> None:
        """Take away what was made on it, undoably."""

    def reset(self) -> None:
        """Take away what was made on it, undoably, and let tools and words be as at first."""
        self.clear()

    def set_presented(self, presented: bool) -> None:
        """Show what is seen from the last row alone, in front of a class, or all again."""


@dataclass(frozen=True, slots=True)
class PadFace:
    """A face of the pad.

    Attributes:
        name: Under which it is known.
        suits: Whether it is the pad for a model, by its features and by the shape ``(C, H, W)`` or ``(F,)`` it takes.
        make: Returns its widget on a parent.
    """

    name: str
    suits: Callable[[tuple[Feature, ...], tuple[int, ...]], bool]
    make: Callable[[QWidget], FaceWidget]
