"""Numbers: a row of features, each brought to mean 0 and deviation 1 by the first part of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.inputs.kind import InputKind
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.inputs.kind import Shape


class NumbersKind(InputKind):
    """Kept as ``(F,)`` float32, and taken by a network as they are."""

    name: ClassVar[str] = "numbers"
    dtype: ClassVar[str] = "float32"
    has_features: ClassVar[bool] = True
    no_layer: ClassVar[str] = Phrase("cannot take numbers: they go through dense layers alone")
    no_layer_remedy: ClassVar[str] = Phrase("Use dense layers, or data that are pictures.")
    no_variation: ClassVar[str] = Phrase("Only pictures are varied: what would a turned number be?")
    no_attack: ClassVar[str] = Phrase(
        "Attacks change the pixels of pictures, each by a share of white; these data are numbers, each on a scale of "
        "its own."
    )
    no_adversary: ClassVar[str] = Phrase("changes the pixels of pictures, and these data are numbers")
    no_exposure: ClassVar[str] = Phrase(
        "What a model betrays is measured by pictures moved by a pixel, too, and these data are numbers."
    )
    no_privacy: ClassVar[str] = Phrase(
        "cannot be kept for numbers, which are brought to one scale by what the rows themselves are"
    )
    no_drawing: ClassVar[str] = Phrase("The model takes numbers, and no drawings.")
    no_map: ClassVar[str] = Phrase("There is no picture to mark: these data are numbers.")
    no_weights: ClassVar[str] = Phrase(
        "The weights make pictures where the layer sees one: these data are numbers."
    )
    no_parts: ClassVar[str] = Phrase(
        "There are no parts to go through: these data are numbers, and the network sees all of them at once."
    )

    def holds(self, examples: NDArray[Any]) -> bool:
        """Whether an array is rows of numbers."""
        return examples.dtype == self.dtype and examples.ndim == 2

    def takes(self, shape: Shape) -> bool:
        """Whether there is a row of features."""
        return len(shape) == 1

    def shape_of(self, form: Shape, names: int = 0) -> Shape:
        """Return ``(F,)``."""
        del names
        return form

    def form_of(self, shape: Shape) -> Shape:
        """Return ``(F,)``."""
        return shape

    def arranged(self, examples: NDArray[Any]) -> NDArray[Any]:
        """Return ``(N, F)``."""
        return examples

    def statistics(self, rows: Tensor, shape: Shape) -> tuple[list[float], list[float]]:
        """Return mean and deviation of each feature; one that is the same everywhere has the deviation 1."""
        del shape
        values = rows.double()
        mean, deviation = values.mean(dim=0), values.std(dim=0, correction=0)
        # What is left of a constant by rounding is no deviation.
        constant = deviation <= 1e-7 * mean.abs()
        return mean.tolist(), deviation.masked_fill(constant, 1.0).tolist()


KIND = NumbersKind()
