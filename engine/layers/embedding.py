"""The embedding: each character becomes a list of numbers, and so does the place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from engine.choices import Initialisation
from engine.layers import counted
from engine.layers.anatomy import Anatomy, Axis, Of, Sides
from engine.layers.code import Code
from engine.layers.depiction import Depiction, Picture
from engine.layers.first_weights import FIRST_DEVIATION, NORMAL_DEVIATION
from engine.layers.form import Form
from engine.layers.layer import Cell, Layer
from engine.settings import setting
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import nn

    from engine.layers.form import Shape
    from engine.layers.layer import NetworkSettings
    from engine.layers.operations import Operation


class EmbeddingLayer(Layer):
    """Looks up a list of numbers for each character of a text, and adds one for its place.

    Source: Bengio et al. 2003, JMLR 3:1137; Vaswani et al. 2017, arXiv:1706.03762, for the places.
    """

    kind: Literal["embedding"] = "embedding"
    width: int = setting(
        64, ge=1, label="Width", unit="numbers", one="number",
        help="How many numbers stand for a character: what each is turned into.",
    )  # fmt: skip
    positions: bool = setting(
        True, label="Positions",
        help="Adds to each character numbers that are learned for its place. Attention cannot tell without them which "
        "character stands where; a recurrent layer reads one after the other, and needs none.",
    )  # fmt: skip

    title: ClassVar[str] = Phrase("Embedding")
    plural: ClassVar[str] = Phrase("embeddings")
    add_name: ClassVar[str] = Phrase("Add embedding")
    add_help: ClassVar[str] = Phrase(
        "Add what turns each character of a text into a list of numbers, for attention or recurrent layers to read"
    )
    word: ClassVar[str] = "embedding"
    word_help: ClassVar[str] = Phrase(
        "embedding64,attention4,attention4 for a small Transformer that goes on with a text"
    )
    named_in_row: ClassVar[bool] = True
    counted: ClassVar[str] = "width"
    takes: ClassVar[frozenset[Form]] = frozenset({Form.CHARACTERS})
    misplaced: ClassVar[str] = Phrase(
        "can only look up the characters of a text: for a text let it be the first layer, and else leave it out"
    )
    misfit_remedy: ClassVar[str] = Phrase("Choose data that are texts, or take the embedding away.")
    no_sum: ClassVar[str] = Phrase("The numbers of a character are looked up in a table, and are no sums.")
    no_weights: ClassVar[str] = Phrase(
        "The table of an embedding has a row of numbers for each character; they make no pictures."
    )

    @classmethod
    def card(cls) -> tuple[tuple[Cell, ...], ...]:
        """Return the fields that edit a layer."""
        return (Cell("width", 3, 90, says_label=True),), (Cell("positions"),)

    @classmethod
    def misplaced_behind(cls, form: Form, before: Layer | None = None) -> str:
        """Return what is wrong behind anything but the characters themselves."""
        del form, before
        return cls.misplaced

    def normalized_in(self, network: NetworkSettings) -> bool:
        """Tell that nothing of it is normalised over the batch."""
        del network
        return False

    # Shapes and sizes

    @property
    def gives(self) -> Form:
        """A step for each character."""
        return Form.SEQUENCE

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape ``(characters, width)`` of what the layer gives for one text."""
        return (input_shape[0], self.width)

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the trained numbers of the layer: a row for each character of the alphabet, and for each place."""
        del network
        places, alphabet = input_shape
        return (alphabet + self.positions * places) * self.width

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the numbers that are kept for one text until its gradient is known."""
        del network
        return input_shape[0] * (1 + (1 + self.positions) * self.width)

    def work(self, input_shape: Shape) -> int:
        """Count the multiply-adds: looking up takes none, adding the places one for each number."""
        return self.positions * input_shape[0] * self.width

    # Its picture

    @property
    def picture(self) -> Picture:
        """A token for each character."""
        return Picture.TOKENS

    def depiction(self, input_shape: Shape) -> Depiction:
        """Return how many characters there are; they lie one behind the other."""
        return Depiction(steps=input_shape[0], grid=(1, input_shape[0]))

    def caption(self, input_shape: Shape) -> str:
        """Return how many characters there are."""
        return counted.characters(input_shape[0])

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        """Return how a character becomes numbers."""
        places, alphabet = input_shape
        read = Phrase(
            "looks up, for each of {places}, its row of {numbers} in a table E of {alphabet:,} rows:",
            places=counted.characters(places),
            numbers=counted.numbers(self.width),
            alphabet=alphabet,
        )
        formula = (
            Phrase("a = E[character] + p, where p is learned for each place")
            if self.positions
            else Phrase("a = E[character], wherever it stands")
        )
        return read, formula, Phrase(
            "{parameters:,} parameters", parameters=self.parameter_count(input_shape, network)
        )  # fmt: skip

    def link_weights(
        self, tensor: Callable[[str], NDArray[np.float32]], input_shape: Shape
    ) -> NDArray[np.float32]:
        """Return what each number is for each character of the alphabet, ``(width, alphabet)``."""
        del input_shape
        return tensor("table.weight").T

    def anatomy(self, input_shape: Shape, network: NetworkSettings) -> Anatomy:
        """Return a column of the tables for each number of a character."""
        del input_shape, network
        units = Axis(Of.UNITS, self.width)
        tensors: Sides = {"table.weight": (None, units)}
        if self.positions:
            tensors["positions"] = (None, units)
        return Anatomy(tensors, self.width, setting="width")

    # Its module

    def code(self, input_shape: Shape, network: NetworkSettings) -> Code:
        """Return PyTorch's table, and numbers for the places."""
        places, alphabet = input_shape
        name = "PlacedEmbedding" if self.positions else "Embedding"
        placed = f", places={places}" if self.positions else ""
        module = f"{name}({alphabet}, width={self.width}{placed})"
        return Code((module,), (code_definition(name, self.positions, network.initialisation),))

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        """Return the layer's module.

        Args:
            input_shape: Shape of what it takes for one text, ``(characters, alphabet)``.
            network: The network it is part of.
            generator: Where its first weights come from.
        """
        from engine.layers.tokens import Embedding

        places, alphabet = input_shape
        return Embedding(
            *(alphabet, self.width, places if self.positions else 0),
            deviation=_deviation(network.initialisation),
            generator=generator,
        )

    def operations(self, part: nn.Module, input_shape: Shape) -> tuple[Operation, ...]:
        """Return the table, and what is added for each place."""
        del input_shape
        from engine.layers.operations import Add, Look
        from engine.layers.plain import floats
        from engine.layers.tokens import Embedding

        assert isinstance(part, Embedding)
        places = () if part.positions is None else (Add(floats(part.positions)),)
        return (Look(floats(part.table.weight)), *places)


def _deviation(initialisation: Initialisation) -> float:
    """Return how far first numbers lie from 0: there are no inputs that are added up, to go by."""
    return NORMAL_DEVIATION if initialisation is Initialisation.NORMAL else FIRST_DEVIATION


def code_definition(name: str, positions: bool, initialisation: Initialisation) -> str:
    """Return the class that looks characters up, with first weights as ``build`` draws them."""
    deviation = _deviation(initialisation)
    added = "; numbers are learned for each place, and added" if positions else ""
    lines = [
        f"class {name}(nn.Module):",
        f'    """Looks up a list of numbers for each character{added}."""',
        "",
        f"    def __init__(self, alphabet, width{', places' if positions else ''}):",
        "        super().__init__()",
        *[f"        self.positions = nn.Parameter({deviation} * torch.randn(places, width))"] * positions,
        "        self.table = nn.Embedding(alphabet, width)",
        f"        nn.init.normal_(self.table.weight, std={deviation})",
        "",
        "    def forward(self, characters):  # (B, T) int64",
        f"        return self.table(characters){' + self.positions[: characters.shape[1]]' if positions else ''}",
    ]
    return "\n".join(lines)
