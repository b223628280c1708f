"""The pool: one vector is made of all tokens, or steps, of a sequence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from engine.choices import TokenPooling
from engine.layers import counted
from engine.layers.anatomy import Anatomy, Axis, Flow, Of, Sides
from engine.layers.code import Code
from engine.layers.depiction import Depiction, Picture
from engine.layers.form import Form, form_of
from engine.layers.layer import Cell, Layer
from engine.settings import Problem, setting
from engine.words import Phrase

if TYPE_CHECKING:
    import torch
    from torch import nn

    from engine.layers.form import Shape
    from engine.layers.layer import NetworkSettings
    from engine.layers.operations import Operation

WORDS = {TokenPooling.MEAN: "", TokenPooling.LAST: "last", TokenPooling.FIRST: "first"}  # behind ``pool``


CODE = {
    TokenPooling.MEAN: ("Mean", "The mean over all steps.", "steps.mean(dim=1)"),
    TokenPooling.LAST: ("Last", "The last step.", "steps[:, -1]"),
    TokenPooling.FIRST: ("First", "The first step.", "steps[:, 0]"),
}


class PoolLayer(Layer):
    """Makes one vector of a sequence: the mean over its tokens, or one of them."""

    kind: Literal["pool"] = "pool"
    pooling: TokenPooling = setting(
        TokenPooling.MEAN, label="Gives on",
        help="What becomes of a sequence: the mean over all its tokens, or the last or first of them alone.",
    )  # fmt: skip
    layer_norm: bool = setting(
        True, label="Layer normalisation",
        help="Brings each token to mean 0 and deviation 1 before, with a scale and a shift that are learned. Attention "
        "layers add up without end, so that they need it.",
    )  # fmt: skip

    title: ClassVar[str] = Phrase("Pool")
    plural: ClassVar[str] = Phrase("pools")
    add_name: ClassVar[str] = Phrase("Add pool")
    add_help: ClassVar[str] = Phrase("Add what makes one vector of a sequence of tokens")
    word: ClassVar[str] = "pool"
    word_help: ClassVar[str] = Phrase(
        "poollast or poolfirst for the last or first token in place of the mean"
    )
    named_in_row: ClassVar[bool] = True
    counted: ClassVar[str] = "pooling"
    takes: ClassVar[frozenset[Form]] = frozenset({Form.SEQUENCE})
    misplaced: ClassVar[str] = Phrase(
        "cannot pool what is one vector already, as behind dense layers: leave it out, or put it in front of them"
    )
    misfit_remedy: ClassVar[str] = Phrase("Put patches, attention or a recurrent layer in front of it.")
    no_sum: ClassVar[str] = Phrase(
        "A pool weighs nothing: it takes the mean of what comes in, or one token of it."
    )
    no_weights: ClassVar[str] = Phrase("A pool has no weights.")
    no_units: ClassVar[str] = Phrase("A pool has no units of its own: it gives on the numbers that come in.")

    # Words

    @classmethod
    def described(cls, word: str) -> dict[str, Any] | None:
        """Return the settings that ``pool``, ``poollast`` or ``poolfirst`` stands for."""
        found = re.fullmatch(rf"{cls.word}({'|'.join(WORDS.values())})", word, re.IGNORECASE)
        if found is None:
            return None
        pooling = next(pooling for pooling, ending in WORDS.items() if ending == found[1].lower())
        return {"kind": cls.kind_name(), "pooling": pooling}

    @property
    def summary(self) -> str:
        """The layer in a word, such as ``pool``."""
        return f"{self.word}{WORDS[self.pooling]}"

    @classmethod
    def card(cls) -> tuple[tuple[Cell, ...], ...]:
        """Return the fields that edit a layer."""
        return (Cell("pooling", 3, 70, says_label=True),), (Cell("layer_norm"),)

    def normalized_in(self, network: NetworkSettings) -> bool:
        """Tell that nothing in it is normalised over the batch."""
        del network
        return False

    def doubled(self) -> Self:
        """Return the layer as it is: nothing of it grows."""
        return self

    # Shapes and sizes

    def misfit(self, input_shape: Shape) -> Problem | None:
        """Return what keeps the layer from taking ``input_shape (steps, features)``, or None."""
        if form_of(input_shape) is not Form.SEQUENCE:
            return Problem("pooling", "needs a sequence of tokens, and the layer before leaves none")
        return None

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape ``(features,)`` of what the layer gives for one image."""
        return input_shape[1:]

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the trained numbers of the layer: scale and shift of each feature, where it normalises."""
        del network
        return 2 * input_shape[1] if self.layer_norm else 0

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the numbers that are kept for one image until its gradient is known."""
        del network
        steps, features = input_shape
        normalized = steps if self.pooling is TokenPooling.MEAN else 1
        return features + 2 * normalized * self.layer_norm  # what each was scaled and shifted by

    def work(self, input_shape: Shape) -> int:
        """Count the multiply-adds of the forward pass of one image: none that weigh anything."""
        del input_shape
        return 0

    # Its picture

    @property
    def picture(self) -> Picture:
        """Tokens that run together into one vector."""
        return Picture.POOL

    def depiction(self, input_shape: Shape) -> Depiction:
        """Return how many tokens there are, and which of them goes on."""
        taken = {TokenPooling.MEAN: None, TokenPooling.FIRST: 0, TokenPooling.LAST: -1}
        return Depiction(steps=input_shape[0], taken=taken[self.pooling])

    def caption(self, input_shape: Shape) -> str:
        """Return what is taken."""
        del input_shape
        words = {
            TokenPooling.MEAN: Phrase("mean"),
            TokenPooling.LAST: Phrase("last"),
            TokenPooling.FIRST: Phrase("first"),
        }
        return words[self.pooling]

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        """Return how one vector comes of a sequence."""
        tokens, width = input_shape
        values = {"tokens": counted.tokens(tokens), "numbers": counted.numbers(width)}
        lines = []
        if self.layer_norm:
            lines.append(Phrase("each token is brought to mean 0 and deviation 1, then scaled and shifted"))
        if self.pooling is TokenPooling.MEAN:
            lines.append(Phrase("a is the mean of {tokens} of {numbers}", **values))
        elif self.pooling is TokenPooling.LAST:
            lines.append(Phrase("a is the last of {tokens} of {numbers}", **values))
        else:
            lines.append(Phrase("a is the first of {tokens} of {numbers}", **values))
        if self.layer_norm:
            parameters = self.parameter_count(input_shape, network)
            lines.append(Phrase("{parameters:,} parameters", parameters=parameters))
        return tuple(lines)

    def anatomy(self, input_shape: Shape, network: NetworkSettings) -> Anatomy:
        """Return a scale and a shift for each number that comes in, where they are normalised."""
        del network
        if not self.layer_norm:
            return Anatomy(flow=Flow.INPUTS)
        inputs = Axis(Of.INPUTS, input_shape[1])
        tensors: Sides = {"norm.weight": (inputs,), "norm.bias": (inputs,)}
        return Anatomy(tensors, flow=Flow.INPUTS)

    # Its module

    def code(self, input_shape: Shape, network: NetworkSettings) -> Code:
        """Return what makes one vector, and the norm before or behind it."""
        del network
        norm = (f"nn.LayerNorm({input_shape[1]})",) if self.layer_norm else ()
        name, help_, taken = CODE[self.pooling]
        definition = f'''class {name}(nn.Module):
    """{help_}"""

    def forward(self, steps):  # (B, steps, features)
        return {taken}'''
        pool = (f"{name}()",)
        return Code((*norm, *pool) if self.pooling is TokenPooling.MEAN else (*pool, *norm), (definition,))

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        """Return the layer's module; it draws no weights.

        Args:
            input_shape: Shape of what it takes for one image, ``(steps, features)``.
            network: The network it is part of.
            generator: Not asked.
        """
        del network, generator
        from engine.layers.tokens import Pool

        return Pool(input_shape[1], self.pooling, is_normalized=self.layer_norm)

    def operations(self, part: nn.Module, input_shape: Shape) -> tuple[Operation, ...]:
        """Return the norm, and which of the steps is taken: of a single one, the norm comes behind."""
        del input_shape
        from torch import nn

        from engine.layers.operations import Pick
        from engine.layers.plain import norm_of
        from engine.layers.tokens import Pool

        assert isinstance(part, Pool)
        norm = (norm_of(part.norm),) if isinstance(part.norm, nn.LayerNorm) else ()
        pick = (Pick(self.pooling.value),)
        return (*norm, *pick) if self.pooling is TokenPooling.MEAN else (*pick, *norm)
