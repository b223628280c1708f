"""What a kind of input says of itself: how examples are kept, and how they become what a network takes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

Shape = tuple[int, ...]


class InputKind(ABC):
    """A kind of input. What only some kinds can do, the others refuse with a sentence; an empty one allows it.

    Attributes:
        name: In files, and ``Dataset.kind``.
        dtype: Of the numbers as they are kept.
        one: The number as it is kept that a network is given as 1.
        has_features: Whether each number of an example is a feature with a name.
        per_place: Whether a network answers at every place of an example, by what stands before it alone.
        no_layer: What is wrong with a layer that cannot take it; follows its name, empty where the layer says it.
        no_layer_remedy: What mends it.
        no_variation: Why training examples are not varied.
        no_attack: Why nobody can attack it with changes too small to be seen.
        no_adversary: The same of training against attacks; follows the setting's name.
        no_exposure: Why it is not measured what a model betrays of its examples.
        no_privacy: Why it cannot be learnt from in private; likewise.
        no_drawing: Why it cannot be drawn.
        no_map: Why no picture shows which part of an example an answer hangs on.
        no_weights: Why the weights of the first layer are no pictures, whatever the layer.
        no_activations: Why it is not drawn what each layer makes of an example.
        no_points: Why examples are no points on a map.
        no_parts: Why it is not seen in what order, or where, a network looks.
    """

    name: ClassVar[str]
    dtype: ClassVar[str]
    one: ClassVar[float] = 1.0
    has_features: ClassVar[bool] = False
    per_place: ClassVar[bool] = False
    no_layer: ClassVar[str] = Phrase("")
    no_layer_remedy: ClassVar[str] = Phrase("")
    no_variation: ClassVar[str] = Phrase("")
    no_attack: ClassVar[str] = Phrase("")
    no_adversary: ClassVar[str] = Phrase("")
    no_exposure: ClassVar[str] = Phrase("")
    no_privacy: ClassVar[str] = Phrase("")
    no_drawing: ClassVar[str] = Phrase("")
    no_map: ClassVar[str] = Phrase("")
    no_activations: ClassVar[str] = Phrase("")
    no_points: ClassVar[str] = Phrase("")
    no_parts: ClassVar[str] = Phrase("")
    no_weights: ClassVar[str] = Phrase("")

    @abstractmethod
    def holds(self, examples: NDArray[Any]) -> bool:
        """Whether an array ``(N, …)`` can be examples of this kind, as a data set keeps them."""

    @abstractmethod
    def takes(self, shape: Shape) -> bool:
        """Whether a network that takes examples of such a shape takes this kind."""

    @abstractmethod
    def shape_of(self, form: Shape, names: int = 0) -> Shape:
        """Return the shape of an example as layers count it, of the one that it is kept in.

        Args:
            form: That shape.
            names: How many names ``Dataset.classes`` has: of a text, they are its alphabet.
        """

    def given(self, shape: Shape) -> Shape:
        """Return the shape of the numbers that a network is given of an example, of the one that layers count."""
        return shape

    @abstractmethod
    def form_of(self, shape: Shape) -> Shape:
        """Return the shape in which an example is kept, of the one that a network takes."""

    @abstractmethod
    def arranged(self, examples: NDArray[Any]) -> NDArray[Any]:
        """Return ``(N, …)`` as they are kept, in the order of a network's input, ``(N, *given(shape))``; a view."""

    @abstractmethod
    def statistics(self, rows: Tensor, shape: Shape) -> tuple[list[float], list[float]]:
        """Return mean and deviation of what a network is given, for each channel or feature.

        Args:
            rows: ``(N, numbers)`` as they are kept, an example a row.
            shape: Of an example as a network takes it.
        """

    def floats(self, examples: NDArray[Any]) -> NDArray[np.float32]:
        """Return examples ``(N, …)`` as a network takes them, ``(N, *given(shape))`` float32."""
        if self.one == 1:
            return self.arranged(examples).astype(np.float32)
        return self.arranged(np.divide(examples, np.float32(self.one), dtype=np.float32))

    def fill(self, out: Tensor, rows: Tensor) -> None:
        """Put examples as they are kept into ``out``, of the same shape, as a network takes them."""
        out.copy_(rows)
        if self.one != 1:
            out.div_(self.one)
