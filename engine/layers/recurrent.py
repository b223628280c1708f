"""What recurrent layers have in common: they read a sequence step by step and carry a state from one to the next."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Self

from engine.choices import Direction, Initialisation, Reading, Returns
from engine.layers import counted
from engine.layers.anatomy import Anatomy, Axis, Of, Sides
from engine.layers.code import Code, dropout_lines
from engine.layers.depiction import Depiction, Picture
from engine.layers.first_weights import NORMAL_DEVIATION
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

BOTH_WAYS = "bi"  # stands before the word of a layer that reads both ways, as in bilstm64


READERS = {Reading.ROWS: ("Rows", "0, 2, 1, 3"), Reading.COLUMNS: ("Columns", "0, 3, 1, 2")}
READER = '''class {name}(nn.Module):
    """Reads an image as a sequence of its {what}."""

    def forward(self, images):  # (B, C, H, W)
        return images.permute({order}).flatten(2)'''


class RecurrentLayer(Layer):
    """A layer that reads an image row by row, or a sequence step by step, and remembers what it has read.

    Attributes:
        gates: How many sums a unit makes in each step.
        gate_names: What each of them is called, with its letter in the formula.
        kept: Numbers that are kept of a unit and step until the gradient is known, beside what is read.
        forget_gate: Which of the gates begins with a bias of 1, so that a state is kept at first; None for none.
        code_name: What PyTorch calls it.
        code_given: What PyTorch's module gives, in names: of what is given on, ``state``.
    """

    units: int = setting(
        64, ge=1, label="Units", unit="units", one="unit",
        help="How many numbers the layer remembers from step to step.",
    )  # fmt: skip
    direction: Direction = setting(
        Direction.ONE, label="Direction",
        help="Both ways reads the steps from the first to the last and, with units of its own, from the last to the "
        "first: twice the units and the work.",
    )  # fmt: skip
    dropout: float = setting(
        0.0, ge=0, lt=1, label="Dropout", zero="off",
        help="The share of numbers switched off at random in each training step; it works against learning by heart.",
    )  # fmt: skip
    reading: Reading = setting(
        Reading.ROWS, label="Reading",
        help="Whether an image is read row by row, from top to bottom, or column by column, from left to right. It "
        "makes no difference behind a layer that leaves a sequence.",
    )  # fmt: skip
    returns: Returns = setting(
        Returns.AUTOMATIC, label="Gives on",
        help="What the next layer is given: what was remembered after the last step, or after every step. What fits "
        "is every step in front of a layer that takes a sequence, and else the last.",
    )  # fmt: skip

    counted: ClassVar[str] = "units"
    named_in_row: ClassVar[bool] = True
    takes: ClassVar[frozenset[Form]] = frozenset({Form.IMAGE, Form.SEQUENCE})
    misplaced: ClassVar[str] = Phrase(
        "cannot go from a single vector, such as dense layers or a pool leave, back to a recurrent one, which reads "
        "rows or steps: put the recurrent layer in front"
    )
    no_sum: ClassVar[str] = Phrase(
        "A unit of a recurrent layer adds up anew at every step, and several sums each time: there is no single one "
        "to show."
    )
    no_weights: ClassVar[str] = Phrase(
        "A recurrent layer sees one row or column at a time, so its weights make no picture of the whole image."
    )
    gates: ClassVar[int]
    gate_names: ClassVar[tuple[str, ...]]
    kept: ClassVar[int]
    forget_gate: ClassVar[int | None] = None
    code_name: ClassVar[str]
    code_given: ClassVar[str]

    # Words

    @classmethod
    def described(cls, word: str) -> dict[str, Any] | None:
        """Return the settings that a word such as ``lstm64`` stands for, ``bilstm64`` for one that reads both ways."""
        found = re.fullmatch(rf"({BOTH_WAYS})?{re.escape(cls.word)}\s*(\d+)", word, re.IGNORECASE)
        if found is None:
            return None
        both = {"direction": Direction.BOTH} if found[1] else {}
        return {"kind": cls.kind_name(), cls.counted: found[2]} | both

    @property
    def summary(self) -> str:
        """The layer in a word, such as ``lstm64``."""
        return f"{BOTH_WAYS if self.direction is Direction.BOTH else ''}{super().summary}"

    @classmethod
    def card(cls) -> tuple[tuple[Cell, ...], ...]:
        """Return the fields that edit a layer; under the usual ones, how an image is read and what goes on."""
        first = (Cell(cls.counted, 3, 70), Cell("direction", 4, 82), Cell("dropout", 3, 60))
        return first, (Cell("reading"), Cell("returns"))

    # Place

    def in_front_of(self, following: Layer | None, *, per_place: bool = False) -> Self:
        """Return the layer with what fits chosen: every step for a layer that takes a sequence, and for a text."""
        if self.returns is not Returns.AUTOMATIC:
            return self
        takes_steps = per_place or (following is not None and Form.SEQUENCE in following.takes)
        chosen = Returns.SEQUENCE if takes_steps else Returns.LAST_STATE
        return self.model_copy(update={"returns": chosen})

    @property
    def could_give_sequence(self) -> str:
        """A state after every step, where the last alone was asked for."""
        if self.returns is not Returns.LAST_STATE:
            return ""
        return Phrase(
            "needs a sequence, and a recurrent layer before it gives on its last state alone: let that one give on "
            "what fits, or the state after every step"
        )

    def misfit_per_place(self) -> Problem | None:
        """Return what is wrong where it gives its last state alone, or reads what it is to tell."""
        if self.direction is Direction.BOTH:
            return Problem(
                "direction",
                Phrase("must be one way: read backwards, the characters that are asked for would be known"),
            )
        if self.returns is Returns.LAST_STATE:
            return Problem(
                "returns",
                Phrase("must be every step: the next character is asked for at each"),
            )
        return None

    def idle_behind(self, form: Form) -> dict[str, str]:
        """How an image is read makes no difference to a sequence."""
        if form is not Form.SEQUENCE:
            return {}
        return {"reading": Phrase("The layer before leaves a sequence, which is read as it is.")}

    def normalized_in(self, network: NetworkSettings) -> bool:
        """Tell that its sums are not normalised: they differ from step to step."""
        del network
        return False

    # Shapes and sizes

    @property
    def gives(self) -> Form:
        """A sequence where every step goes on, a vector where the last state does."""
        return Form.SEQUENCE if self.returns is Returns.SEQUENCE else Form.VECTOR

    @property
    def ways(self) -> int:
        """How often the steps are gone through, each time with weights of their own."""
        return 2 if self.direction is Direction.BOTH else 1

    def steps_of(self, input_shape: Shape) -> tuple[int, int]:
        """Return how many steps are read, and how many numbers in each."""
        if form_of(input_shape) is Form.SEQUENCE:
            steps, features = input_shape
            return steps, features
        channels, height, width = input_shape
        return (height, channels * width) if self.reading is Reading.ROWS else (width, channels * height)

    def token_grid(self, input_shape: Shape) -> tuple[int, int] | None:
        """A step is a row or a column of an image."""
        if form_of(input_shape) is not Form.IMAGE:
            return None
        steps, _ = self.steps_of(input_shape)
        return (steps, 1) if self.reading is Reading.ROWS else (1, steps)

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape of what the layer gives for one image: ``(units,)`` or ``(steps, units)``."""
        steps, _ = self.steps_of(input_shape)
        units = self.ways * self.units
        return (steps, units) if self.gives is Form.SEQUENCE else (units,)

    def parameter_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the trained numbers of the layer; each sum has two biases, one for the input and one for the state."""
        del network
        _, features = self.steps_of(input_shape)
        return self.ways * self.gates * self.units * (features + self.units + 2)

    def activation_count(self, input_shape: Shape, network: NetworkSettings) -> int:
        """Count the numbers that are kept for one image until its gradient is known."""
        del network
        steps, features = self.steps_of(input_shape)
        # what was read, the work of each unit and way, what is given on, its mask and what that leaves
        given = (1 + 2 * (self.dropout > 0)) * self.ways * self.units
        return steps * (features + self.ways * self.kept * self.units + given)

    def work(self, input_shape: Shape) -> int:
        """Count the multiply-adds of the forward pass of one image."""
        steps, features = self.steps_of(input_shape)
        return steps * self.ways * self.gates * self.units * (features + self.units)

    # Its picture

    @property
    def picture(self) -> Picture:
        """Every step where each goes on, else the units that read them all."""
        return Picture.STEPS if self.gives is Form.SEQUENCE else Picture.CELL

    def depiction(self, input_shape: Shape) -> Depiction:
        """Return how many steps there are, and how often they are gone through."""
        return Depiction(steps=self.steps_of(input_shape)[0], ways=self.ways)

    def caption(self, input_shape: Shape) -> str:
        """Return what is read."""
        steps, _ = self.steps_of(input_shape)
        if form_of(input_shape) is Form.SEQUENCE:
            return counted.steps(steps)
        if self.reading is Reading.ROWS:
            return counted.rows(steps)
        return counted.columns(steps)

    @abstractmethod
    def formula(self) -> str:
        """Return how the state h comes of what is read, x, and of the state before it."""

    def arithmetic(self, input_shape: Shape, network: NetworkSettings) -> tuple[str, ...]:
        """Return how the layer comes to its state, step by step."""
        steps, features = self.steps_of(input_shape)
        numbers = counted.numbers(features)
        if form_of(input_shape) is Form.SEQUENCE:
            read = Phrase(
                "reads {steps} of {numbers} one after the other; of each, x, and the state before, h:",
                steps=counted.steps(steps),
                numbers=numbers,
            )
        elif self.reading is Reading.ROWS:
            read = Phrase(
                "reads {rows} of {numbers} from top to bottom; of each, x, and the state before, h:",
                rows=counted.rows(steps),
                numbers=numbers,
            )
        else:
            read = Phrase(
                "reads {columns} of {numbers} from left to right; of each, x, and the state before, h:",
                columns=counted.columns(steps),
                numbers=numbers,
            )
        sizes = Phrase(
            "W is {gates} × {units:,} × {features:,}, U {gates} × {units:,} × {units:,}, b twice {gates} × {units:,}",
            gates=self.gates,
            units=self.units,
            features=features,
        )
        lines = [read, self.formula(), sizes]
        if self.direction is Direction.BOTH:
            lines.append(Phrase("and the other way, with as many weights of their own"))
        parameters = self.parameter_count(input_shape, network)
        lines.append(Phrase("{parameters:,} parameters", parameters=parameters))
        if self.gives is Form.SEQUENCE:
            lines.append(Phrase("a is h after every step"))
        else:
            lines.append(Phrase("a is h after the last step"))
        return tuple(lines)

    def link_weights(
        self, tensor: Callable[[str], NDArray[np.float32]], input_shape: Shape
    ) -> NDArray[np.float32]:
        """Return the weights by which what is read is written into the state, all steps alike.

        Returns:
            ``(units, features)``, or ``(units, C)`` where an image is read: the mean over a row.
        """
        import numpy as np

        ways = ("", "_reverse")[: self.ways]
        # The third block: the candidate of the LSTM (i, f, g, o) as of the GRU (r, z, n).
        blocks = [
            tensor(f"recurrence.core.weight_ih_l0{way}")[2 * self.units : 3 * self.units] for way in ways
        ]
        weights = np.concatenate(blocks)
        if form_of(input_shape) is Form.SEQUENCE:
            return weights
        means: NDArray[np.float32] = weights.reshape(len(weights), input_shape[0], -1).mean(axis=2)
        return means

    def anatomy(self, input_shape: Shape, network: NetworkSettings) -> Anatomy:
        """Return a row in each gate for each unit, and a column where the state before is read; each way has its own.

        Of an image, the numbers that are read at once are those of each channel one after the other.
        """
        del network
        _, features = self.steps_of(input_shape)
        count = input_shape[0] if form_of(input_shape) is Form.IMAGE else features
        inputs = Axis(Of.INPUTS, count, behind=features // count)
        tensors: Sides = {}
        for way, ending in enumerate(("", "_reverse")[: self.ways]):
            made = Axis(Of.UNITS, self.units, way * self.units, before=self.gates)
            read = Axis(Of.READ, self.units, way * self.units)
            tensors |= {
                f"recurrence.core.weight_ih_l0{ending}": (made, inputs),
                f"recurrence.core.weight_hh_l0{ending}": (made, read),
                f"recurrence.core.bias_ih_l0{ending}": (made,),
                f"recurrence.core.bias_hh_l0{ending}": (made,),
            }
        return Anatomy(tensors, self.ways * self.units, groups=self.ways, setting="units")

    # Its module

    @classmethod
    @abstractmethod
    def gate_values(cls, read: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
        """Return the sums of a unit's gates, and what becomes of them.

        Args:
            read: ``(gates, steps)``, W x + b of the unit.
            before: ``(gates, steps)``, U h + b of the state before.

        Returns:
            Twice ``(gates, steps)``.
        """

    @classmethod
    @abstractmethod
    def core(cls, features: int, units: int, *, both: bool) -> nn.LSTM | nn.GRU:
        """Return PyTorch's module, without weights."""

    def code(self, input_shape: Shape, network: NetworkSettings) -> Code:
        """Return how an image is read, and PyTorch's module with what goes on of it."""
        _, features = self.steps_of(input_shape)
        both = self.direction is Direction.BOTH
        every = self.gives is Form.SEQUENCE
        last = "States" if both else "State"
        name = f"{self.code_name.title()}{'Steps' if every else last}"
        modules = (
            f"{name}({features}, {self.units}, batch_first=True{', bidirectional=True' if both else ''})",
            *dropout_lines(self.dropout),
        )
        definition = code_definition(self, name, every, both, network.initialisation)
        if form_of(input_shape) is not Form.IMAGE:
            return Code(modules, (definition,))
        reader, order = READERS[self.reading]
        return Code(
            (f"{reader}()", *modules),
            (READER.format(name=reader, what=reader.lower(), order=order), definition),
        )

    def build(self, input_shape: Shape, network: NetworkSettings, generator: torch.Generator) -> nn.Module:
        """Return the layer's module: recurrence, and dropout as asked for.

        Args:
            input_shape: Shape of what it takes for one image, ``(C, H, W)`` or ``(steps, features)``.
            network: The network it is part of.
            generator: Where its first weights come from.
        """
        from torch import nn

        from engine.layers.modules import Dropout
        from engine.layers.recurrence import Recurrence, draw_first

        _, features = self.steps_of(input_shape)
        core = self.core(features, self.units, both=self.direction is Direction.BOTH)
        draw_first(core, network.initialisation, generator, self.forget_gate)
        module = nn.Sequential()
        recurrence = Recurrence(
            core, by_columns=self.reading is Reading.COLUMNS, every_step=self.gives is Form.SEQUENCE
        )
        module.add_module("recurrence", recurrence)
        if self.dropout > 0:
            module.add_module("dropout", Dropout(self.dropout))
        return module

    def operations(self, part: nn.Module, input_shape: Shape) -> tuple[Operation, ...]:
        """Return how an image is read, and the recurrence."""
        from torch import nn

        from engine.layers import operations as plain
        from engine.layers.plain import floats
        from engine.layers.recurrence import Recurrence

        recurrence = part.get_submodule("recurrence")
        assert isinstance(recurrence, Recurrence)
        core = recurrence.core
        ways = tuple(
            (
                floats(core.get_parameter(f"weight_ih_l0{way}")),
                floats(core.get_parameter(f"weight_hh_l0{way}")),
                floats(core.get_parameter(f"bias_ih_l0{way}")),
                floats(core.get_parameter(f"bias_hh_l0{way}")),
            )
            for way in ("", "_reverse")[: self.ways]
        )
        cell = "lstm" if isinstance(core, nn.LSTM) else "gru"
        read = (plain.Steps(recurrence.by_columns),) if form_of(input_shape) is Form.IMAGE else ()
        return (*read, plain.Recurrence(cell, ways, recurrence.every_step))


def code_definition(
    layer: RecurrentLayer, name: str, every: bool, both: bool, initialisation: Initialisation
) -> str:
    """Return the class of a recurrent layer: PyTorch's, with what goes on of it and first weights of its own."""
    given = "the state after every step" if every else "the state after the last step"
    given += " of each way" if both and not every else ""
    forward = (
        ["return super().forward(steps)[0]"]
        if every
        else [
            f"{layer.code_given} = super().forward(steps)",
            "return state.transpose(0, 1).flatten(1)" if both else "return state[-1]",
        ]
    )
    drawn = {
        Initialisation.KAIMING: ('nn.init.kaiming_normal_(values, nonlinearity="linear")',),
        Initialisation.XAVIER: (
            f"for gate in values.chunk({layer.gates}):",
            "    nn.init.xavier_uniform_(gate)",
        ),
        Initialisation.NORMAL: (f"nn.init.normal_(values, std={NORMAL_DEVIATION})",),
    }[initialisation]
    lines = [
        f"class {name}(nn.{layer.code_name}):",
        f'    """Reads a sequence step by step, and gives on {given}."""',
        "",
        "    def forward(self, steps):  # (B, steps, features)",
        *(f"        {line}" for line in forward),
        "",
        "    @torch.no_grad()",
        "    def reset_parameters(self):",
        "        for name, values in self.named_parameters():",
        '            if name.startswith("weight"):',
        *(f"                {line}" for line in drawn),
        "            else:",
        "                nn.init.zeros_(values)",
    ]
    if layer.forget_gate is not None:
        gate = layer.forget_gate
        start = "self.hidden_size" if gate == 1 else f"{gate} * self.hidden_size"
        lines += [
            '                if name.startswith("bias_ih"):  # of the forget gate: at first, states are kept',
            f"                    nn.init.ones_(values[{start} : {gate + 1} * self.hidden_size])",
        ]
    return "\n".join(lines)
