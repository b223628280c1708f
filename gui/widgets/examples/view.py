"""What a way of showing several examples is: whom it suits, and what its widget offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from engine.inputs.feature import Feature
    from gui.look.spoken import Words


class ExamplesWidget(Protocol):
    """What a widget offers that shows examples, as ``ImageGrid`` does."""

    image_selected: SignalInstance
    image_activated: SignalInstance

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Take what each number of an example is, before the examples; of pictures nothing."""

    def set_images(
        self,
        images: NDArray[Any],
        labels: NDArray[np.int64],
        classes: Sequence[str],
        captions: Sequence[str] | None = None,
    ) -> None:
        """Show examples ``(N, …)`` as data sets keep them, from the first on; the arrays are kept, not copied."""

    def set_empty_text(self, text: Words) -> None:
        """Change what is said where there are none."""

    def selected(self) -> int:
        """Return the index of the selected example, or -1."""

    def select(self, index: int) -> None:
        """Select an example and bring it into sight; ``image_selected`` tells it."""


@dataclass(frozen=True, slots=True)
class ExamplesView:
    """A way of showing examples.

    Attributes:
        name: Under which it is known.
        suits: Whether it is the way for examples, by their features and their shape ``(C, H, W)`` or ``(F,)``.
        make: Returns its widget on a parent, an ``ExamplesWidget``.
    """

    name: str
    suits: Callable[[tuple[Feature, ...], tuple[int, ...]], bool]
    make: Callable[[QWidget], Any]
