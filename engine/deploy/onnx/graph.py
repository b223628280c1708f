"""From plain operations to the nodes of an ONNX graph, of opset 18; of 21 where weights are of 4 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.compress.rounding import GROUP
from engine.deploy.onnx.model import BATCH, FLOAT, INT64, UINT8, Attribute, Node, OnnxModel
from engine.deploy.weights import Weights, stored
from engine.inputs.registry import kind_of
from engine.layers import operations as plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.deploy.operations import PlainNetwork
    from engine.layers.operations import Operation, Shape

# Of the gates, which stand where: PyTorch has i f g o and r z n, ONNX has i o f c and z r h.
GATES = {"lstm": (0, 3, 1, 2), "gru": (1, 0, 2)}
SIMPLE = {"relu": "Relu", "tanh": "Tanh", "sigmoid": "Sigmoid"}


class Graph:
    """A graph that grows node by node.

    Args:
        weights: In what kind of numbers its weights are stored.

    Attributes:
        model: What is written in the end.
    """

    def __init__(self, weights: Weights) -> None:
        self.model = OnnxModel()
        self._weights = weights
        self._laid_by: list[str] = []
        self._whole: set[str] = set()  # values that are whole steps, before a product takes them

    def node(self, kind: str, *inputs: str | NDArray[Any], **attributes: Attribute) -> str:
        """Add a node of one result, and return that one's name; arrays come along as tensors."""
        names = tuple(each if isinstance(each, str) else self.tensor(each) for each in inputs)
        return self.nodes(kind, names, 1, **attributes)[0]

    def nodes(
        self, kind: str, inputs: tuple[str, ...], count: int, **attributes: Attribute
    ) -> tuple[str, ...]:
        """Add a node of several results, and return their names."""
        place = len(self.model.nodes)
        names = tuple(f"x{place}" if number == 0 else f"x{place}_{number}" for number in range(count))
        self.model.nodes.append(Node(kind, inputs, names, attributes))
        return names

    def tensor(self, values: NDArray[Any]) -> str:
        """Keep an array, and return its name."""
        name = f"w{len(self.model.tensors)}"
        self.model.tensors[name] = np.asarray(values, order="C")  # a single number keeps no size
        return name

    # Runtimes compute once, when they load a file, what hangs on its numbers alone. A DequantizeLinear they keep, for
    # products of whole numbers, and compute it for every image where there are none: 2 to 20 times as slow.

    def weight(
        self, values: NDArray[np.float32], shape: tuple[int, ...] = (), *, turned: bool = False
    ) -> str:
        """Keep an array of weights as it is stored, and return the name of the float32 numbers that it stands for.

        Args:
            values: Of two axes at least; what is rounded by rows is by those of the first.
            shape: Of what they are to be, where that is another.
            turned: Whether rows are to be columns.
        """
        shape = shape or values.shape
        kept = stored(values.reshape(len(values), -1), self._weights)
        if kept.kind is Weights.INT4:
            x = self._of_groups(kept.values, kept.parts[1])
            x = x if shape == kept.values.shape else self.node("Reshape", x, np.array(shape, np.int64))
            return self.node("Transpose", x, perm=(1, 0)) if turned else x
        array = kept.values.reshape(shape)
        name = self.tensor(array.T if turned else array)
        if kept.kind is Weights.FLOAT32:
            return name
        x = self.node("Cast", name, to=FLOAT)
        if kept.scales is None:
            return x
        rows = len(shape) - values.ndim + 1  # axes that these are in
        scales = kept.scales.reshape(*shape[:rows], *(1,) * (len(shape) - rows))
        return self.node("Mul", x, scales.T if turned else scales)

    def _of_groups(self, codes: NDArray[np.int8], scales: NDArray[np.float32]) -> str:
        """Keep codes of 4 bits ``(rows, length)``, each scale told once, and return the name of what they stand for."""
        rows, length = codes.shape
        name = self.tensor(codes)
        self.model.narrow.add(name)
        groups = scales.shape[1]
        worth = self.node("Expand", scales[:, :, None], np.array((rows, groups, GROUP), np.int64))
        worth = self.node("Reshape", worth, np.array((rows, groups * GROUP), np.int64))
        if length % GROUP:
            worth = self.node("Slice", worth, *(np.array([each], np.int64) for each in (0, length, 1)))
        return self.node("Mul", self.node("Cast", name, to=FLOAT), worth)

    def codes(self, values: NDArray[np.float32]) -> str:
        """Keep a matrix as codes of 8 bits, its rows as columns, right before a product of whole numbers."""
        kept = stored(values, Weights.INT8).codes
        assert kept is not None
        zeros = np.zeros(len(values), np.int8)  # without them, runtimes do not see the product
        return self.node("DequantizeLinear", kept.values.T, kept.scales, zeros, axis=1)

    def number(self, value: float) -> str:
        """Keep one number."""
        return self.tensor(np.array(value, np.float32))

    def reshaped(self, x: str, *shape: int) -> str:
        """Give a value another shape behind its batch."""
        return self.node("Reshape", x, np.array((0, *shape), np.int64))

    def padded(self, x: str, before: int, behind: tuple[int, int]) -> str:
        """Put zeros around images."""
        pads = np.array((0, 0, before, before, 0, 0, *behind), np.int64)
        return self.node("Pad", x, pads, mode="constant")

    # The operations; each takes the name of a value and its shape for one image, and returns the name of the next.

    def affine(self, x: str, shape: Shape, operation: plain.Affine) -> str:
        """Take away, multiply and add, channel by channel."""
        form = (-1,) + (1,) * (len(shape) - 1)
        x = self.node("Sub", x, operation.centre.reshape(form))
        x = self.node("Mul", x, operation.scale.reshape(form))
        return self.node("Add", x, operation.shift.reshape(form))

    def flatten(self, x: str, shape: Shape, operation: plain.Flatten) -> str:
        """Make a vector."""
        del shape, operation
        return self.node("Flatten", x, axis=1)

    def dense(self, x: str, shape: Shape, operation: plain.Dense) -> str:
        """Weigh and add up: by one node for vectors, by two for sequences and where runtimes look for whole numbers.

        These they find in a MatMul alone: with an Add behind it, it would be made one node of floating-point numbers.
        """
        if x in self._whole:
            return self.node("Sub", self.node("MatMul", x, self.codes(operation.weight)), -operation.bias)
        if len(shape) == 1:
            return self.node("Gemm", x, self.weight(operation.weight), operation.bias, transB=1)
        return self.node(
            "Add", self.node("MatMul", x, self.weight(operation.weight, turned=True)), operation.bias
        )

    def pad(self, x: str, shape: Shape, operation: plain.Pad) -> str:
        """Put zeros around images."""
        del shape
        return self.padded(x, operation.before, (operation.behind, operation.behind))

    def convolution(self, x: str, shape: Shape, operation: plain.Convolution) -> str:
        """Slide filters; zeros stand in front of both sides, then behind both."""
        del shape
        return self.node(
            "Conv",
            x,
            self.weight(operation.weight),
            operation.bias,
            kernel_shape=operation.weight.shape[2:],
            strides=(operation.stride,) * 2,
            pads=(operation.before,) * 2 + (operation.behind,) * 2,
        )

    def shrink(self, x: str, shape: Shape, operation: plain.Shrink) -> str:
        """Take the largest or the mean of squares."""
        del shape
        sides = (operation.side,) * 2
        kind = "MaxPool" if operation.largest else "AveragePool"
        return self.node(kind, x, kernel_shape=sides, strides=sides)

    def activate(self, x: str, shape: Shape, operation: plain.Activate) -> str:
        """Apply a function."""
        del shape
        function = operation.function
        if function in SIMPLE:
            return self.node(SIMPLE[function], x)
        if function == "leaky_relu":
            return self.node("LeakyRelu", x, alpha=float(operation.slope))
        if function == "silu":
            return self.node("Mul", x, self.node("Sigmoid", x))
        assert function == "gelu"  # a node of its own there is from opset 20 on only
        share = self.node("Erf", self.node("Mul", x, self.number(0.5**0.5)))
        share = self.node("Add", share, self.number(1))
        return self.node("Mul", self.node("Mul", x, self.number(0.5)), share)

    def steps(self, x: str, shape: Shape, operation: plain.Steps) -> str:
        """Put rows or columns in front."""
        order = (0, 3, 1, 2) if operation.by_columns else (0, 2, 1, 3)
        return self.reshaped(self.node("Transpose", x, perm=order), *operation.shape(shape))

    def recurrence(self, x: str, shape: Shape, operation: plain.Recurrence) -> str:
        """Read steps; the gates are put in the order that ONNX has."""

        def ordered(values: NDArray[Any]) -> NDArray[Any]:
            gates = values.reshape(len(GATES[operation.cell]), operation.units, *values.shape[1:])
            return gates[list(GATES[operation.cell])].reshape(values.shape)

        ways = operation.ways
        weight, state_weight = (
            self.weight(
                np.concatenate([ordered(way[part]) for way in ways]), (len(ways), *ways[0][part].shape)
            )
            for part in (0, 1)
        )
        bias = np.stack([np.concatenate([ordered(way[2]), ordered(way[3])]) for way in ways])
        settings: dict[str, Attribute] = {
            "hidden_size": operation.units,
            "direction": "bidirectional" if len(ways) > 1 else "forward",
        }
        if operation.cell == "gru":
            settings["linear_before_reset"] = 1  # the reset gate comes behind the matrix, as in PyTorch
        x = self.node("Transpose", x, perm=(1, 0, 2))  # (steps, B, features)
        inputs = (x, weight, state_weight, self.tensor(bias))
        every, last = self.nodes(operation.cell.upper(), inputs, 2, **settings)
        if operation.every_step:  # (steps, ways, B, units)
            return self.reshaped(self.node("Transpose", every, perm=(2, 0, 1, 3)), *operation.shape(shape))
        return self.reshaped(self.node("Transpose", last, perm=(1, 0, 2)), *operation.shape(shape))

    def patches(self, x: str, shape: Shape, operation: plain.Patches) -> str:
        """Cut into squares."""
        channels, height, width = shape
        side = operation.side
        if height % side or width % side:
            x = self.padded(x, 0, (-height % side, -width % side))
        x = self.reshaped(x, channels, -(-height // side), side, -(-width // side), side)
        x = self.node("Transpose", x, perm=(0, 2, 4, 1, 3, 5))
        return self.reshaped(x, *operation.shape(shape))

    def add(self, x: str, shape: Shape, operation: plain.Add) -> str:
        """Add what belongs to each place."""
        del shape
        return self.node("Add", x, self.weight(operation.values))

    def norm(self, x: str, shape: Shape, operation: plain.Norm) -> str:
        """Normalise each step."""
        del shape
        inputs = (operation.scale, operation.shift)
        return self.node("LayerNormalization", x, *inputs, axis=-1, epsilon=float(operation.epsilon))

    def attend(self, x: str, shape: Shape, operation: plain.Attend) -> str:
        """Let tokens look at each other."""
        tokens, width = operation.shape(shape)
        size = width // operation.heads
        x = self.reshaped(x, tokens, 3, operation.heads, size)
        x = self.node("Transpose", x, perm=(2, 0, 3, 1, 4))
        query, key, value = (self.node("Gather", x, np.array(part, np.int64), axis=0) for part in range(3))
        scores = self.node("MatMul", query, self.node("Transpose", key, perm=(0, 1, 3, 2)))
        scores = self.node("Div", scores, self.number(size**0.5))
        if operation.looks_back:
            later = np.where(np.tri(tokens, dtype=bool), np.float32(0), np.float32(-np.inf))
            scores = self.node("Add", scores, later.astype(np.float32))
        shares = self.node("Softmax", scores, axis=-1)
        mixed = self.node("Transpose", self.node("MatMul", shares, value), perm=(0, 2, 1, 3))
        return self.reshaped(mixed, tokens, width)

    def look(self, x: str, shape: Shape, operation: plain.Look) -> str:
        """Take rows of a table."""
        del shape
        return self.node("Gather", self.weight(operation.table), self.node("Cast", x, to=INT64), axis=0)

    def levels(self, x: str, shape: Shape, operation: plain.Levels) -> str:
        """Round to whole steps, and back: a runtime that finds both around a product multiplies whole numbers."""
        del shape
        step = (self.number(operation.scale), self.tensor(np.array(operation.zero, np.uint8)))
        made = self.node("DequantizeLinear", self.node("QuantizeLinear", x, *step), *step)
        self._whole.add(made)
        return made

    def branch(self, x: str, shape: Shape, operation: plain.Branch) -> str:
        """Keep the name of a value."""
        del shape, operation
        self._laid_by.append(x)
        return x

    def join(self, x: str, shape: Shape, operation: plain.Join) -> str:
        """Add the value whose name was kept last."""
        del shape, operation
        return self.node("Add", x, self._laid_by.pop())

    def pick(self, x: str, shape: Shape, operation: plain.Pick) -> str:
        """Make one vector of a sequence."""
        if operation.which == "mean":
            return self.node("ReduceMean", x, np.array([1], np.int64), keepdims=0)
        place = 0 if operation.which == "first" else shape[0] - 1
        return self.node("Gather", x, np.array(place, np.int64), axis=1)


KNOWN = frozenset(
    name for name in vars(Graph) if name in {kind.name for kind in plain.Operation.__subclasses__()}
)
"""Names of the operations that can be written."""


def graph_of(network: PlainNetwork, weights: Weights = Weights.FLOAT32) -> OnnxModel:
    """Return a network as a graph: ``images`` uint8 ``[batch, H, W]`` in, ``probabilities`` and ``logits`` out.

    Of numbers go in ``numbers`` float32 ``[batch, F]``. A network that gives a number has the one
    output ``number`` ``[batch, 1]``.

    Of text go in ``characters`` int64 ``[batch, T]``, places in the alphabet, and out come probabilities and logits of
    the character that follows at each place, ``[batch, T, alphabet]``.
    """
    graph, kind = Graph(weights), kind_of(network.image_shape)
    form = kind.form_of(network.image_shape)
    answers: tuple[int, ...] = (network.classes,)
    if kind.per_place:
        x, answers = "characters", (*form, network.classes)
        graph.model.inputs.append((x, INT64, (BATCH, *form)))
    elif kind.has_features:
        x = "numbers"
        graph.model.inputs.append((x, FLOAT, (BATCH, *form)))
    else:
        graph.model.inputs.append(("images", UINT8, (BATCH, *form)))
        x = graph.node("Cast", "images", to=FLOAT)
        if len(form) == 2:
            x = graph.node("Unsqueeze", x, np.array([1], np.int64))
        else:
            x = graph.node("Transpose", x, perm=(0, 3, 1, 2))
        x = graph.node("Div", x, graph.number(kind.one))
    for operation, taken, _ in network.placed():
        if not isinstance(operation, plain.Softmax):
            x = _written(graph, x, taken, operation)
    last = graph.model.nodes[-1]
    if network.gives_number:
        graph.model.nodes[-1] = Node(last.kind, last.inputs, ("number",), last.attributes)
        graph.model.outputs.append(("number", FLOAT, (BATCH, 1)))
        return graph.model
    graph.model.nodes[-1] = Node(last.kind, last.inputs, ("logits",), last.attributes)
    graph.model.nodes.append(Node("Softmax", ("logits",), ("probabilities",), {"axis": -1}))
    graph.model.outputs += [(name, FLOAT, (BATCH, *answers)) for name in ("probabilities", "logits")]
    return graph.model


def _written(graph: Graph, x: str, shape: Shape, operation: Operation) -> str:
    write: Callable[[str, Shape, Operation], str] = getattr(graph, operation.name)
    return write(x, shape, operation)
