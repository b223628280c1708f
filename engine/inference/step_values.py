"""What a network makes of the steps of a sequence, for a picture of it: tokens, states, and how its heads look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.inference.diagram_values import ends_of
from engine.inputs.registry import kind_of
from engine.layers import Form, Picture, form_of
from engine.models.parts import hidden_name
from engine.models.placed_layers import placed_layers
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.inference.recognizer import Recognizer
    from engine.insight.attention import Attention
    from engine.insight.heads import LayerAttention
    from engine.models.placed_layers import PlacedLayer

STATES = 8  # units of a step that are kept, half of them at either end
MOST_PAIRS = (
    2**22
)  # of tokens, in all heads of all layers, that are followed while somebody draws: some 50 ms


@dataclass(frozen=True, slots=True, eq=False)
class TokenLook:
    """How an attention layer looks from one token: at first the one that the answer has most of.

    Attributes:
        seen: The attention layers that stand one behind the other there, as the view of attention shows them.
        layer: The one of them.
        token: Which, counted from 0.
        shares: ``(heads, tokens)``: what each head takes from where; a row adds up to 1.
    """

    seen: Attention
    layer: LayerAttention
    token: int
    shares: NDArray[np.float32]

    @property
    def is_most(self) -> bool:
        """Whether it is the token that the answer has most of."""
        return self.token == int(self.seen.flow.argmax())

    def at(self, pixel: tuple[int, int] | None) -> TokenLook:
        """Return how the layer looks from the token that a pixel, row and column, belongs to.

        Without a pixel, or where tokens have no place in the image, from the one that the answer has most of.
        """
        if pixel is None or not self.seen.has_places:
            token = int(self.seen.flow.argmax())
        else:
            token = self.seen.token_at(*pixel)
        return replace(self, token=token, shares=self.layer.of(token))

    @property
    def evenness(self) -> NDArray[np.float32]:
        """How evenly each head looks, over all tokens, ``(heads,)``: 0 at one each time, 1 at all alike."""
        return self.layer.entropies

    @property
    def area(self) -> tuple[int, int, int, int] | None:
        """Where the token lies in the image, first row and column, rows and columns of pixels; None if nowhere."""
        return self.seen.area_of(self.token) if self.seen.has_places else None


@dataclass(frozen=True, slots=True, eq=False)
class StepValues:
    """What a layer makes of the steps, or tokens, of a sequence.

    Attributes:
        given: ``(steps,)``: the mean of each step that it takes; None where it takes no sequence.
        made: ``(1, steps)``: the mean of each step that it gives, or ``(units, steps)``, of the units at either end of
            a recurrent layer; None where it gives no sequence.
        look: How it looks; None without attention, or with too many tokens to follow.
    """

    given: NDArray[np.float32] | None = None
    made: NDArray[np.float32] | None = None
    look: TokenLook | None = None


def step_values(
    recognizer: Recognizer, image: NDArray[np.uint8], outputs: Sequence[NDArray[np.float32]]
) -> tuple[StepValues, ...]:
    """Return what each hidden layer makes of the steps of a sequence.

    Args:
        recognizer: Whose layers.
        image: ``(H, W)`` uint8, or ``(H, W, C)``.
        outputs: What its layers give for that image, as its ``activations`` has them.
    """
    placed = list(placed_layers(recognizer.experiment.network, recognizer.image_shape))
    looks = _looks(recognizer, image, placed)
    result = []
    before = [np.empty(0, np.float32), *outputs]
    for number, (item, given, made) in enumerate(zip(placed, before, before[1:], strict=False), start=1):
        taken = _means(given) if form_of(item.input_shape) is Form.SEQUENCE else None
        result.append(StepValues(taken, _states(item, made), looks.get(hidden_name(number))))
    return tuple(result)


def _looks(
    recognizer: Recognizer, image: NDArray[np.uint8], placed: Sequence[PlacedLayer]
) -> dict[str, TokenLook]:
    """Return how attention layers look, by their names; of none, where there is too much to follow."""
    if kind_of(recognizer.image_shape).per_place:
        return {}  # a text has no places in a picture to look at
    pairs = [item.depiction.strands * item.depiction.steps**2 for item in placed]
    if not any(pairs) or sum(pairs) > MOST_PAIRS:
        return {}
    from engine.insight.attention import attention

    looks: dict[str, TokenLook] = {}
    for seen in recognizer.ask(lambda model: attention(model, image)):
        token = int(seen.flow.argmax())
        looks |= {layer.layer: TokenLook(seen, layer, token, layer.of(token)) for layer in seen.layers}
    return looks


def _means(values: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """Return the mean of each step of ``(units, steps)``; None for what is no sequence."""
    return None if values.ndim != 2 else values.mean(axis=0)


def _states(placed: PlacedLayer, made: NDArray[np.float32]) -> NDArray[np.float32] | None:
    if placed.layer.picture is Picture.STEPS and made.ndim == 2:
        return ends_of(made, STATES // 2)
    means = _means(made)
    return None if means is None else means[None]
