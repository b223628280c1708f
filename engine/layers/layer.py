"""What every kind of hidden layer can be asked; a kind is a class made from this one, in a file of its own.

A layer's settings are its fields. All questions but those that hold a module are answered without torch, and
what a kind cannot say it says with None: the windows and reports then tell so in the kind's own sentence.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, Self

from engine.choices import CHOICE_LABELS
from engine.layers.depiction import Depiction, Picture
from engine.layers.form import Form, Shape
from engine.records import dataclass
from engine.settings import Problem, Settings
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.choices import Activation, Initialisation
    from engine.layers.anatomy import Anatomy
    from engine.layers.code import Code
    from engine.layers.operations import Operation


FOR_TEXT = Phrase(
    "For text use an embedding and, behind it, attention or recurrent layers, such as "
    "embedding64,attention4,attention4."
)


class Cell(NamedTuple):
    """A field in the row that edits a layer.

    Attributes:
        name: The setting.
        share: Its share of the line's width.
        least: Its least width, pixels.
        says_label: Whether the field in the first line says its label itself, as the others do: few kinds have such a
            setting, and no title above names it.
    """

    name: str
    share: int = 1
    least: int = 0
    says_label: bool = False


class NetworkSettings(Protocol):
    """What a layer may ask of the network it is part of."""

    @property
    def batch_norm(self) -> bool:
        """Whether every hidden layer is normalised over the batch."""

    @property
    def initialisation(self) -> Initialisation:
        """How first weights are drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class UnitTerms:
    """The sum of one unit for one image, as tensors.

    Attributes:
        inputs: xᵢ, of any shape.
        weights: wᵢ, likewise.
        bias: b.
        value: What the unit gives on.
        position: Row and column of the filter's place among its sums; None where there are no places.
        picture: ``(C, H, W)`` products where they lie in the image the layer sees; None where they are the image.
    """

    inputs: Tensor
    weights: Tensor
    bias: float
    value: float
    position: tuple[int, int] | None = None
    picture: Tensor | None = None


class Layer(Settings, ABC):
    """A hidden layer.

    Attributes:
        kind: Its kind's name, in files and registry.
        title: The kind's name as a person reads it.
        plural: The same for several, inside of a sentence.
        add_name: What adding one is called.
        add_help: The same in a sentence.
        icon: The icon that stands for adding one.
        word: What stands before the number where layers are written as words, as in ``conv16``.
        word_help: An example of such words, with what it means; goes on after “such as 64,64 or”.
        counted: The setting which that number is, and which makes the layer larger or smaller.
        named_in_row: Whether the row that edits a layer says the kind's name, which its fields alone do not tell.
        takes: Forms it can take.
        misplaced: What is wrong where it stands behind a layer that gives none of these, and what mends it; follows
            a setting's name.
        faster_in_bfloat16: Whether training it is known to be faster in bfloat16, on processors made for that; None
            where only a large one gains.
        misfit_remedy: What mends a network in which it finds no room, where a misfit does not say so itself.
        no_sum: Why there is no sum of a unit to be taken apart; for kinds that answer None.
        no_weights: Why its weights make no pictures; likewise.
        no_units: Why none of its units can be cut off; likewise, and where it has none.
        no_export: Why it cannot leave the program; likewise.
        no_code: Why it is not written as a person would write it; likewise.
        no_keras: Why not in Keras' words; likewise.
    """

    kind: str = ""

    title: ClassVar[str]
    plural: ClassVar[str]
    add_name: ClassVar[str]
    add_help: ClassVar[str]
    icon: ClassVar[str] = "add"
    word: ClassVar[str]
    word_help: ClassVar[str] = ""
    counted: ClassVar[str]
    named_in_row: ClassVar[bool] = False
    takes: ClassVar[frozenset[Form]] = frozenset({Form.VECTOR})
    misplaced: ClassVar[str] = Phrase(
        "cannot take what the layer before it gives: put it in front of that one"
    )
    faster_in_bfloat16: ClassVar[bool | None] = False
    misfit_remedy: ClassVar[str] = Phrase("Change this layer or those before it.")
    no_sum: ClassVar[str] = Phrase("The units of this layer are not made of one sum each.")
    no_weights: ClassVar[str] = Phrase("The weights of this layer make no pictures.")
    no_units: ClassVar[str] = Phrase("This layer does not say what hangs on each of its units.")
    no_export: ClassVar[str] = Phrase("What this layer computes is not yet told outside of PyTorch.")
    no_code: ClassVar[str] = Phrase("This layer does not yet say how it is written in PyTorch.")
    no_keras: ClassVar[str] = Phrase("Keras' words are told of dense layers alone.")

    # Words

    @classmethod
    def kind_name(cls) -> str:
        """Return the kind's name, in files and registry."""
        return str(cls.model_fields["kind"].default)

    @classmethod
    def described(cls, word: str) -> dict[str, Any] | None:
        """Return the settings that a word such as ``conv16`` stands for; None if it is none of this kind."""
        found = re.fullmatch(rf"{re.escape(cls.word)}\s*(\d+)", word, re.IGNORECASE)
        return {"kind": cls.kind_name(), cls.counted: found[1]} if found else None

    @property
    def summary(self) -> str:
        """The layer in a word, such as ``64`` or ``conv16``."""
        return f"{self.word}{getattr(self, self.counted)}"

    @classmethod
    def card(cls) -> tuple[tuple[Cell, ...], ...]:
        """Return the fields that edit a layer, line by line.

        The first line has the number, activation and dropout, under titles; what else there is stands below.
        """
        usual = (Cell(cls.counted, 3, 70), Cell("activation", 4, 82), Cell("dropout", 3, 60))
        first = tuple(cell for cell in usual if cell.name in cls.model_fields)
        said = {"kind", *(cell.name for cell in first)}
        rest = tuple(Cell(name) for name in cls.model_fields if name not in said)
        return (first, rest) if rest else (first,)

    # What else it has in common with others

    def in_front_of(self, following: Layer | None, *, per_place: bool = False) -> Self:
        """Return the layer as it is in front of another, where a setting of it follows from that.

        Args:
            following: The layer behind it; None for the network's output.
            per_place: Whether the network answers at every place of a text, by what stands before it alone.
        """
        del following, per_place
        return self

    def misfit_per_place(self) -> Problem | None:
        """Return what keeps it out of a network that answers at every place of a text; None if nothing does.

        Such a layer leaves something at each place, and nothing there hangs on what stands behind it.
        """
        if self.gives is Form.SEQUENCE:
            return None
        return Problem(
            "",
            Phrase("makes one vector of the whole text, and the next character is asked for at every place"),
            remedy=FOR_TEXT,
        )

    @classmethod
    def misplaced_behind(cls, form: Form, before: Layer | None = None) -> str:
        """Return what is wrong where it stands behind what gives a form that it does not take, and what mends it.

        Args:
            form: That form.
            before: The layer that gives it; None for the image.
        """
        if before is not None and Form.SEQUENCE in cls.takes and before.could_give_sequence:
            return before.could_give_sequence
        if form is Form.IMAGE and Form.SEQUENCE in cls.takes:
            return Phrase("cannot take an image, but only a sequence of tokens: put patches in front of it")
        return cls.misplaced

    @property
    def could_give_sequence(self) -> str:
        """What a layer that takes a sequence is told where a setting of this one keeps one from it; else empty."""
        return ""

    def idle_behind(self, form: Form) -> dict[str, str]:
        """Return its settings that change nothing where it stands, each with a sentence that says why.

        Args:
            form: Of what it takes.
        """
        del form
        return {}

    @property
    def function(self) -> Activation | None:
        """The activation of its units; None where the kind has none."""
        return getattr(self, "activation", None)

    @property
    def dropped(self) -> float:
        """The share of its units that dropout switches off."""
        return float(getattr(self, "dropout", 0.0))

    def normalized_in(self, network: NetworkSettings) -> bool:
        """Whether its sums are normalised over the batch: by its own setting, or for all of the network."""
        return network.batch_norm or bool(getattr(self, "batch_norm", False))

    def with_activation(self, activation: Activation) -> Self:
        """Return the layer with another activation; the same where the kind has none."""
        return self if self.function is None else self.model_copy(update={"activation": activation})

    def doubled(self) -> Self:
        """Return the layer twice as large."""
        return self.model_copy(update={self.counted: 2 * getattr(self, self.counted)})

    # Shapes and sizes; ``input_shape`` is that of what it takes for one image, made flat where it takes vectors alone

    @property
    def gives(self) -> Form:
        """The form of what it gives."""
        return Form.VECTOR

    def misfit(self, input_shape: Shape) -> Problem | None:
        """Return what keeps the layer from taking ``input_shape``, its path the setting's name; None if it fits."""
        del input_shape
        return None

    @abstractmethod
    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape of what the layer gives for one image, its form that of ``gives``."""

    @abstractmethod
    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the trained numbers of the layer."""

    @abstractmethod
    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the numbers that are kept for one image until its gradient is known."""

    @abstractmethod
    def work(self, input_shape: Shape) -> int:
        """Count the multiply-adds of the forward pass of one image."""

    # Its picture

    @property
    def picture(self) -> Picture:
        """What it is drawn as."""
        return Picture.CIRCLES

    def depiction(self, input_shape: Shape) -> Depiction:
        """Return the numbers that its picture is drawn by; circles and maps need none."""
        del input_shape
        return Depiction()

    @property
    def window(self) -> int:
        """Side of the square of pixels that a unit looks at; 0 where it sees all there is."""
        return 0

    def caption(self, input_shape: Shape) -> str:
        """Return what stands under the layer's picture, below the number of its units: its activation."""
        del input_shape
        return "" if self.function is None else Phrase(CHOICE_LABELS[self.function])

    @abstractmethod
    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        """Return how the layer comes to its sums z: plain lines, a formula on one of its own."""

    def steps(self, network: NetworkSettings) -> tuple[str, ...]:
        """Return what happens to a sum before the activation, each in a word or two."""
        return (Phrase("batch normalisation"),) if self.normalized_in(network) else ()

    def link_weights(
        self, tensor: Callable[[str], NDArray[np.float32]], input_shape: Shape
    ) -> NDArray[np.float32] | None:
        """Return how strongly each unit hangs on each input; None if that is not said.

        Args:
            tensor: Gives a tensor of the layer's state by its name within the layer.
            input_shape: Shape of what it takes for one image.

        Returns:
            ``(units, inputs)``, or ``(units, channels or features)`` where all places, or steps, are weighed alike.
        """
        del tensor, input_shape
        return None

    def anatomy(self, input_shape: Shape, network: NetworkSettings) -> Anatomy | None:
        """Return what of its state hangs on each unit and on each input; None if that is not said.

        With that, units can be cut off, and inputs of which the layer before has cut off the units.

        Args:
            input_shape: Shape of what it takes for one image.
            network: The network it is part of.
        """
        del input_shape, network
        return None

    # As a person would write it

    def code(self, input_shape: Shape, network: NetworkSettings) -> Code | None:
        """Return the layer in PyTorch's words, computing what ``build``'s module does; None if that is not said.

        What its modules train and keep lies in the same order there, so that weights of one fit the other.

        Args:
            input_shape: Shape of what it takes for one image.
            network: The network it is part of.
        """
        del input_shape, network
        return None

    def keras(self, network: NetworkSettings) -> tuple[str, ...] | None:
        """Return the layer in Keras' words, a line of ``keras.Sequential`` each; None if that is not said.

        Args:
            network: The network it is part of.
        """
        del network
        return None

    # Its module: ``part`` is what ``build`` gave, ``given`` and ``made`` what goes into it and comes out of it

    @abstractmethod
    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        """Return the layer's module.

        Args:
            input_shape: Shape of what it takes for one image.
            network: The network it is part of.
            generator: Where its first weights come from.
        """

    def operations(self, part: nn.Module, input_shape: Shape) -> tuple[Operation, ...] | None:
        """Return the plain operations that it is outside of PyTorch and of training; None if that is not said.

        What is made of PyTorch's own modules in a row needs to say nothing.

        Args:
            part: The layer's module.
            input_shape: Shape of what it takes for one image.
        """
        del input_shape
        from engine.layers.plain import operations_of

        return operations_of(part)

    def sums(self, part: nn.Module, given: Tensor) -> Tensor | None:
        """Return the weighted sums, before pooling, normalisation and activation; None if there are none."""
        del part, given
        return None

    def unit_terms(
        self, part: nn.Module, given: Tensor, made: Tensor, unit: int, position: tuple[int, int] | None
    ) -> UnitTerms | None:
        """Take the sum of one unit apart, for one image; None if it has none.

        Args:
            part: The layer's module.
            given: ``(1, …)``.
            made: ``(1, …)``.
            unit: Which unit.
            position: Where its filter lies, for kinds that have such; by default where its sum is largest.

        Raises:
            ModelError: If there is no such place.
        """
        del part, given, made, unit, position
        return None

    def contributions(self, part: nn.Module, given: Tensor) -> Tensor | None:
        """Return what each input, or each channel of them, adds to each unit's sum; None if that is not said.

        Args:
            part: The layer's module.
            given: ``(1, …)``.

        Returns:
            ``(units, inputs)``; the mean over all places of a unit.
        """
        del part, given
        return None

    def token_grid(self, input_shape: Shape) -> tuple[int, int] | None:
        """Return how the steps that it gives lie in the image that it takes: how many below each other, and beside.

        None where they lie nowhere in it, or where it takes no image.
        """
        del input_shape
        return None

    def attention(self, part: nn.Module, given: Tensor) -> Tensor | None:
        """Return how much each token takes from each, ``(B, heads, tokens, tokens)``; None if it has no attention.

        Args:
            part: The layer's module.
            given: ``(B, tokens, width)``.
        """
        from engine.layers.self_attention import shares

        found = self.query_key_value(part, given)
        return None if found is None else shares(*found[:2])

    def query_key_value(self, part: nn.Module, given: Tensor) -> tuple[Tensor, Tensor, Tensor] | None:
        """Return query, key and value of each head, each ``(B, heads, tokens, size)``; None without attention.

        Args:
            part: The layer's module.
            given: ``(B, tokens, width)``.
        """
        del part, given
        return None

    def weight_pictures(self, part: nn.Module, image_shape: tuple[int, ...]) -> Tensor | None:
        """Return a picture of each unit's weights, ``(units, C, H, W)``; None if they make none.

        Args:
            part: The layer's module.
            image_shape: ``(C, H, W)`` of the image that the layer sees.
        """
        del part, image_shape
        return None
