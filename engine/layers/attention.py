"""The attention layer, a block of a Transformer: tokens look at each other, and each then thinks for itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from engine.choices import Activation, Initialisation, Looks
from engine.layers import counted
from engine.layers.anatomy import Anatomy, Axis, Flow, Of, Sides
from engine.layers.code import Code
from engine.layers.depiction import Depiction, Picture
from engine.layers.first_weights import ADDED, GAINS, NORMAL_DEVIATION, SOFT
from engine.layers.form import Form, form_of
from engine.layers.layer import Cell, Layer
from engine.settings import Problem, setting
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.layers.form import Shape
    from engine.layers.layer import NetworkSettings
    from engine.layers.operations import Operation

MOST_WEIGHTS = 2**26
"""How often tokens of one image may look at each other: a quarter of a gigabyte where somebody wants to see it."""
EVEN = 0.995
"""Of the largest entropy there is: heads that look evenly have so much, wherever that is told; fresh ones have less."""


class AttentionLayer(Layer):
    """One block of a Transformer: norm, attention of several heads, norm, and a small network for each token."""

    kind: Literal["attention"] = "attention"
    heads: int = setting(
        4, ge=1, label="Heads", unit="heads", one="head",
        help="How many times tokens look at each other side by side, each time for something else. A head works with "
        "its share of the tokens' numbers, so their width must be divisible by the heads.",
    )  # fmt: skip
    mlp_factor: int = setting(
        2, ge=1, label="MLP factor",
        help="After attention a small network works on each token by itself; it has so many times as many units as a "
        "token has numbers.",
    )  # fmt: skip
    looks: Looks = setting(
        Looks.AUTOMATIC, label="Looks at",
        help="Which tokens a token looks at. Where the next character of a text is asked for at every place, it must "
        "not see that one: then what fits is those before it, and itself; else all.",
    )  # fmt: skip
    dropout: float = setting(
        0.0, ge=0, lt=1, label="Dropout", zero="off",
        help="The share of what attention and the small network add that is switched off at random in each training "
        "step; it works against learning by heart.",
    )  # fmt: skip

    title: ClassVar[str] = Phrase("Attention")
    plural: ClassVar[str] = Phrase("attention layers")
    add_name: ClassVar[str] = Phrase("Add attention layer")
    add_help: ClassVar[str] = Phrase(
        "Add a block of a Transformer, in which the tokens of a sequence look at each other"
    )
    word: ClassVar[str] = "attention"
    named_in_row: ClassVar[bool] = True
    counted: ClassVar[str] = "heads"
    takes: ClassVar[frozenset[Form]] = frozenset({Form.SEQUENCE})
    misplaced: ClassVar[str] = Phrase(
        "cannot look back at tokens behind layers that leave none, such as a pool or dense ones: put attention in "
        "front of them"
    )
    misfit_remedy: ClassVar[str] = Phrase("Use a number of heads by which the tokens' width is divisible.")
    no_sum: ClassVar[str] = Phrase(
        "A number that attention gives on is no single sum: it is mixed from all tokens by shares that differ from "
        "image to image."
    )
    no_weights: ClassVar[str] = Phrase(
        "The weights of an attention layer compare tokens with each other, so they make no pictures."
    )

    @classmethod
    def card(cls) -> tuple[tuple[Cell, ...], ...]:
        """Return the fields that edit a layer."""
        return (
            (Cell("heads", 3, 90, says_label=True), Cell("mlp_factor", 4, 110, says_label=True)),
            (Cell("looks"), Cell("dropout")),
        )

    def in_front_of(self, following: Layer | None, *, per_place: bool = False) -> Self:
        """Return the layer with what fits chosen: tokens of a text look back alone."""
        del following
        if self.looks is not Looks.AUTOMATIC:
            return self
        return self.model_copy(update={"looks": Looks.BEFORE if per_place else Looks.ALL})

    @property
    def looks_back(self) -> bool:
        """Whether a token looks at those before it, and itself, alone."""
        return self.looks is Looks.BEFORE

    def misfit_per_place(self) -> Problem | None:
        """Return what is wrong where tokens see what they are to tell."""
        if self.looks is not Looks.ALL:
            return None
        return Problem(
            "looks",
            Phrase("must not be all tokens: each would see the character that it is asked for"),
            remedy=Phrase("Let tokens look at those before them, or at what fits."),
        )

    def normalized_in(self, network: NetworkSettings) -> bool:
        """Tell that nothing in it is normalised over the batch: it has norms of its own, over each token."""
        del network
        return False

    @property
    def dropped(self) -> float:
        """Nothing of what it gives: dropout is inside, on what attention and the small network add."""
        return 0.0

    def doubled(self) -> Self:
        """Return the layer with twice as many units in its small network; heads only divide what there is."""
        return self.model_copy(update={"mlp_factor": 2 * self.mlp_factor})

    # Shapes and sizes

    @property
    def gives(self) -> Form:
        """As many tokens as came in."""
        return Form.SEQUENCE

    def misfit(self, input_shape: Shape) -> Problem | None:
        """Return what keeps the layer from taking ``input_shape (tokens, width)``, or None."""
        if form_of(input_shape) is not Form.SEQUENCE:
            return Problem("heads", "needs a sequence of tokens, and the layer before leaves none")
        tokens, width = input_shape
        if width % self.heads:
            values = {"width": f"{width:,}", "near": f"{_divisor(width, self.heads):,}"}
            return Problem(
                "heads", "must divide the {width} numbers of a token, as {near} does", tuple(values.items())
            )
        looks = self.heads * tokens**2
        if looks > MOST_WEIGHTS:
            values = {"count": f"{looks:,}", "tokens": f"{tokens:,}", "most": f"{MOST_WEIGHTS:,}"}
            return Problem(
                "heads",
                "are too many for {tokens} tokens: they would compare {count} pairs, and {most} are the most",
                tuple(values.items()),
                remedy=Phrase("Use fewer heads, or fewer tokens, such as by larger patches."),
            )
        return None

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape ``(tokens, width)`` of what the layer gives, which is that of what it takes."""
        return input_shape

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the trained numbers of the layer."""
        del network
        width, inner = self._sizes(input_shape)
        norms, attention = 4 * width, 4 * width * (width + 1)
        return norms + attention + (width + 1) * inner + (inner + 1) * width

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the numbers that are kept for one image until its gradient is known.

        PyTorch's kernel keeps no table of all pairs of tokens, so they do not count.
        """
        del network
        width, inner = self._sizes(input_shape)
        # two norms, query, key and value, what the heads found, both sums; the small network before and after GELU
        of_a_token = 8 * width + 2 * inner + 4 * (self.dropout > 0) * width + self.heads + 4
        return input_shape[0] * of_a_token

    def work(self, input_shape: Shape) -> int:
        """Count the multiply-adds of the forward pass of one image."""
        tokens, width = input_shape
        _, inner = self._sizes(input_shape)
        return tokens * (4 * width**2 + 2 * width * inner) + 2 * tokens**2 * width

    # Its picture

    @property
    def picture(self) -> Picture:
        """A block: tokens, heads, and a small network."""
        return Picture.BLOCK

    def depiction(self, input_shape: Shape) -> Depiction:
        """Return how many tokens look at each other, and in how many heads."""
        return Depiction(steps=input_shape[0], strands=self.heads, widening=self.mlp_factor)

    def caption(self, input_shape: Shape) -> str:
        """Return how many heads there are."""
        del input_shape
        return counted.heads(self.heads)

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        """Return how the layer comes to its tokens: in two steps, each added to what comes in."""
        tokens, width = input_shape
        _, inner = self._sizes(input_shape)
        x = {"tokens": counted.tokens(tokens), "numbers": counted.numbers(width)}
        heads = {"heads": counted.heads(self.heads), "numbers": counted.numbers(width // self.heads)}
        lines = [
            Phrase("{tokens} of {numbers}, x, look at themselves and those before them", **x)
            if tokens > 1 and self.looks_back
            else Phrase("{tokens} of {numbers}, x, look at each other", **x)
            if tokens > 1
            else Phrase("{tokens} of {numbers}, x, looks at itself", **x),
            Phrase("in each of {heads}, Q, K and V = W norm(x) + b have {numbers} a token:", **heads)
            if self.heads > 1
            else Phrase("in {heads}, Q, K and V = W norm(x) + b have {numbers} a token:", **heads),
            Phrase("H = softmax(Q K\u1d40 / √{size}) V", size=width // self.heads),
            Phrase("y = x + W H + b, the H of all heads side by side"),
            Phrase(
                "a = y + W GELU(W norm(y) + b) + b, with {inner:,} units between, for each token by itself",
                inner=inner,
            ),
            Phrase("{parameters:,} parameters", parameters=self.parameter_count(input_shape, network)),
        ]
        if self.dropout:
            lines.append(
                Phrase(
                    "of what each of the two adds, {share:.3g} % are switched off while training",
                    share=100 * self.dropout,
                )
            )
        return tuple(lines)

    def link_weights(
        self, tensor: Callable[[str], NDArray[np.float32]], input_shape: Shape
    ) -> NDArray[np.float32]:
        """Return by what a token's numbers go into those of a token that looks at it, ``(width, width)``."""
        width = input_shape[1]
        value = tensor("attention.query_key_value.weight")[2 * width :]
        mixed: NDArray[np.float32] = tensor("attention.output.weight") @ value
        return mixed

    def anatomy(self, input_shape: Shape, network: NetworkSettings) -> Anatomy:
        """Return what hangs on the units of its small network.

        The numbers of a token stay: they are added to what comes in, and the heads share them.
        """
        del network
        _, inner = self._sizes(input_shape)
        tensors: Sides = {
            "expand.weight": (Axis(Of.UNITS, inner), None),
            "expand.bias": (Axis(Of.UNITS, inner),),
            "contract.weight": (None, Axis(Of.READ, inner)),
        }
        return Anatomy(tensors, inner, setting="mlp_factor", flow=Flow.SUM)

    # Its module

    def code(self, input_shape: Shape, network: NetworkSettings) -> Code:
        """Return a block of a Transformer, around PyTorch's own attention."""
        width, inner = self._sizes(input_shape)
        dropped = f", dropout={self.dropout:g}" if self.dropout > 0 else ""
        name = "DroppingBlock" if self.dropout > 0 else "Block"
        name = f"Causal{name}" if self.looks_back else name
        module = f"{name}({width}, heads={self.heads}, inner={inner}{dropped})"
        return Code(
            (module,), (code_definition(name, self.dropout > 0, network.initialisation, self.looks_back),)
        )

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        """Return the layer's module, with first weights of its own.

        Args:
            input_shape: Shape of what it takes for one image, ``(tokens, width)``.
            network: The network it is part of.
            generator: Where its first weights come from.
        """
        from engine.layers.self_attention import Block

        width, inner = self._sizes(input_shape)
        how = (self.dropout, network.initialisation, generator)
        return Block(width, self.heads, inner, *how, looks_back=self.looks_back)

    def operations(self, part: nn.Module, input_shape: Shape) -> tuple[Operation, ...]:
        """Return both halves of the block, each added to what comes in."""
        del input_shape
        from engine.layers.operations import Activate, Attend, Branch, Dense, Join
        from engine.layers.plain import floats, norm_of
        from engine.layers.self_attention import Block

        assert isinstance(part, Block)
        inner = part.attention
        ask, mix, expand, contract = (
            Dense(floats(matrix.weight), floats(matrix.bias))
            for matrix in (inner.query_key_value, inner.output, part.expand, part.contract)
        )
        look = (Branch(), norm_of(part.norm_1), ask, Attend(inner.heads, inner.looks_back), mix, Join())
        return (*look, Branch(), norm_of(part.norm_2), expand, Activate("gelu"), contract, Join())

    def attention(self, part: nn.Module, given: Tensor) -> Tensor:
        """Return how much each token takes from each, ``(B, heads, tokens, tokens)``; nothing from later ones."""
        from engine.layers.self_attention import shares

        query, key, _ = self.query_key_value(part, given)
        return shares(query, key, looks_back=self.looks_back)

    def query_key_value(self, part: nn.Module, given: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return what each token asks, answers to and gives in each head, each ``(B, heads, tokens, size)``."""
        from engine.layers.self_attention import Block

        assert isinstance(part, Block)
        return part.split(given)

    def _sizes(self, input_shape: Shape) -> tuple[int, int]:
        """Return the numbers of a token, and the units of the small network."""
        width = math.prod(input_shape[1:])
        return width, self.mlp_factor * width


def _divisor(number: int, most: int) -> int:
    """Return the largest divisor of a number that is not above ``most``."""
    small = [item for item in range(1, math.isqrt(number) + 1) if number % item == 0]
    return max(item for each in small for item in (each, number // each) if item <= most)


def code_definition(name: str, drops: bool, initialisation: Initialisation, looks_back: bool = False) -> str:
    """Return the class of a block, with first weights as ``Block`` of this program draws them."""
    drawn = {
        Initialisation.KAIMING: "nn.init.normal_(weight, std=gain / weight.shape[1] ** 0.5)",
        Initialisation.XAVIER: "nn.init.xavier_uniform_(weight, gain)",
        Initialisation.NORMAL: f"nn.init.normal_(weight, std={NORMAL_DEVIATION})",
    }[initialisation]
    matrices = {
        "self.attention.in_proj_weight": SOFT,
        "self.attention.out_proj.weight": ADDED,
        "self.mlp[0].weight": SOFT * GAINS[Activation.GELU],
        "self.mlp[2].weight": ADDED,
    }
    if initialisation is Initialisation.NORMAL:
        loop = ["for weight in (", *(f"    {matrix}," for matrix in matrices), "):"]
    else:  # a block begins softly, adding little to what comes in
        pairs = (f"    ({matrix}, {gain:.3g})," for matrix, gain in matrices.items())
        loop = ["for weight, gain in (  # small at first: a block adds little to what comes in", *pairs, "):"]
    looked, thought = (
        f"self.attention(seen, seen, seen, {'**back' if looks_back else 'need_weights=False'})[0]",
        "self.mlp(self.norm_2(tokens))",
    )
    if drops:
        looked, thought = f"self.dropout({looked})", f"self.dropout({thought})"
    seen = "Each token looks at itself and those before it; a small network then works on it. Both are added."
    usual = "Attention, and a small network for each token: each is added to what comes in."
    lines = [
        f"class {name}(nn.Module):",
        f'    """{seen if looks_back else usual}"""',
        "",
        f"    def __init__(self, width, heads, inner{', dropout' if drops else ''}):",
        "        super().__init__()",
        "        self.norm_1 = nn.LayerNorm(width)",
        "        self.attention = nn.MultiheadAttention(width, heads, batch_first=True)",
        "        self.norm_2 = nn.LayerNorm(width)",
        "        self.mlp = nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, width))",
        *["        self.dropout = nn.Dropout(dropout)"] * drops,
        *(f"        {line}" for line in loop),
        f"            {drawn}",
        "        nn.init.zeros_(self.mlp[0].bias)",
        "        nn.init.zeros_(self.mlp[2].bias)",
        "",
        "    def forward(self, tokens):  # (B, tokens, width)",
        *[
            "        later = nn.Transformer.generate_square_subsequent_mask(tokens.shape[1])",
            '        back = {"attn_mask": later, "is_causal": True, "need_weights": False}',
        ]
        * looks_back,
        "        seen = self.norm_1(tokens)",
        f"        tokens = tokens + {looked}",
        f"        return tokens + {thought}",
    ]
    return "\n".join(lines)
