"""Text: characters, each a place in an alphabet; a network answers at every place, by what stands before it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.inputs.kind import InputKind
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.inputs.kind import Shape

MOST_SIGNS = 4_000  # of an alphabet, which the network tells apart at every place
_ONLY_PICTURES = Phrase("These data are text, and there are no pixels to change.")


class TextKind(InputKind):
    """Kept as ``(T,)`` uint16, places in ``Dataset.classes``; a network is given them as they are, ``(T,)`` float32.

    To layers it is a sequence of T steps of as many numbers as the alphabet has characters, one of which is 1.
    """

    name: ClassVar[str] = "text"
    dtype: ClassVar[str] = "uint16"
    per_place: ClassVar[bool] = True
    no_layer: ClassVar[str] = Phrase("cannot take text, which is a sequence of characters")
    no_layer_remedy: ClassVar[str] = Phrase(
        "For text use an embedding and, behind it, attention or recurrent layers, such as "
        "embedding64,attention4,attention4."
    )
    no_variation: ClassVar[str] = Phrase("Only pictures are varied: another character would be another text.")
    no_attack: ClassVar[str] = _ONLY_PICTURES
    no_adversary: ClassVar[str] = Phrase("changes the pixels of pictures, and these data are text")
    no_exposure: ClassVar[str] = Phrase(
        "What a model betrays is measured by pictures moved by a pixel, too, and these data are text."
    )
    no_privacy: ClassVar[str] = Phrase(
        "cannot be kept for text, where each example asks for many characters at once"
    )
    no_drawing: ClassVar[str] = Phrase("The model takes text, and no drawings.")
    no_map: ClassVar[str] = Phrase("There is no picture to mark: these data are text.")
    no_weights: ClassVar[str] = Phrase(
        "The first layer has a row of numbers for each character; they make no pictures."
    )
    no_activations: ClassVar[str] = Phrase(
        "What layers make of an example is drawn where it has one answer; a text has one at every place. Of a network "
        "with attention, Understand ▸ Attention shows which character looks at which."
    )
    no_points: ClassVar[str] = Phrase(
        "On the map each example is a point of its class, and text has no classes."
    )
    no_parts: ClassVar[str] = Phrase("There is no picture to look at part by part: these data are text.")

    def holds(self, examples: NDArray[Any]) -> bool:
        """Whether an array is places in an alphabet."""
        return examples.dtype == self.dtype and examples.ndim == 2

    def takes(self, shape: Shape) -> bool:
        """Whether there are steps and an alphabet."""
        return len(shape) == 2

    def shape_of(self, form: Shape, names: int = 0) -> Shape:
        """Return ``(T, alphabet)``."""
        return (*form, names)

    def form_of(self, shape: Shape) -> Shape:
        """Return ``(T,)``."""
        return shape[:1]

    def given(self, shape: Shape) -> Shape:
        """Return ``(T,)``."""
        return shape[:1]

    def arranged(self, examples: NDArray[Any]) -> NDArray[Any]:
        """Return ``(N, T)``."""
        return examples

    def statistics(self, rows: Tensor, shape: Shape) -> tuple[list[float], list[float]]:
        """Return nothing of use: characters are no amounts that have a mean."""
        del rows, shape
        return [0.0], [1.0]


def is_alphabet(classes: Sequence[str], shape: Shape) -> bool:
    """Whether names of classes are an alphabet for a shape ``(T, alphabet)``: a character each, no two alike.

    Of another shape any names are as they should be.
    """
    if not KIND.takes(shape):
        return True
    alike = len(set(classes)) < len(classes)
    return len(classes) == shape[1] <= MOST_SIGNS and not alike and all(len(sign) == 1 for sign in classes)


KIND = TextKind()
