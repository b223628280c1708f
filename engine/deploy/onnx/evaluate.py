"""Runs an ONNX file of ours in NumPy, node by node from its bytes: an export is proved where no runtime is at hand.

Each node computes what ONNX says of it, and nothing is taken from what the file was made of. Tests hold this to
onnxruntime, for every kind of layer.

Source: ONNX operators, onnx.ai/onnx/operators, of opset 18, and 21.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.deploy import arithmetic
from engine.deploy.onnx.model import TYPES, Node, OnnxModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Values = NDArray[Any]
    Read = Callable[[Node, list[Values]], Values | tuple[Values, ...]]


def evaluated(model: OnnxModel, given: dict[str, Values], wanted: str) -> tuple[Values, int]:
    """Run all nodes of a graph.

    Args:
        model: The graph.
        given: What it takes, by name.
        wanted: The name of the value to return.

    Returns:
        That value, and how many numbers were held at a time at most.
    """
    values = {**model.tensors, **given}
    last = {name: place for place, node in enumerate(model.nodes) for name in node.inputs}
    held = most = 0
    for place, node in enumerate(model.nodes):
        made = NODES[node.kind](node, [values[name] for name in node.inputs])
        results = dict(zip(node.outputs, made if isinstance(made, tuple) else (made,), strict=True))
        values.update(results)
        held += sum(each.size for each in results.values())
        most = max(most, held)
        for name in {*node.inputs, *results} - {wanted}:  # what nobody asks for any more
            if last.get(name, place) == place:
                held -= values.pop(name).size
    return values[wanted], most


def _conv(node: Node, inputs: list[Values]) -> Values:
    x, weight, bias = inputs
    top, left, bottom, right = _numbers(node, "pads")
    stride, _ = _numbers(node, "strides")
    x = np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)))
    return arithmetic.convolution(x, weight, bias, stride)


def _pool(node: Node, inputs: list[Values]) -> Values:
    side, _ = _numbers(node, "kernel_shape")
    return arithmetic.shrink(inputs[0], side, node.kind == "MaxPool")


def _pad(node: Node, inputs: list[Values]) -> Values:
    del node
    x, pads = inputs
    before, behind = np.split(pads, 2)
    return np.pad(x, list(zip(before, behind, strict=True)))


def _reshape(node: Node, inputs: list[Values]) -> Values:
    del node
    x, shape = inputs
    return x.reshape([x.shape[place] if size == 0 else size for place, size in enumerate(shape)])


def _layer_norm(node: Node, inputs: list[Values]) -> Values:
    epsilon = node.attributes["epsilon"]
    assert isinstance(epsilon, float)
    x, scale, shift = inputs
    return arithmetic.norm(x, scale, shift, epsilon)


def _gemm(node: Node, inputs: list[Values]) -> Values:
    x, weight, bias = inputs
    made: Values = x @ (weight.T if node.attributes.get("transB") else weight) + bias
    return made


def _recurrent(node: Node, inputs: list[Values]) -> tuple[Values, Values]:
    """Return the states of all steps ``(steps, ways, B, units)`` and the last ones ``(ways, B, units)``."""
    x, weights, state_weights, biases = inputs
    x = x.transpose(1, 0, 2)
    units = node.attributes["hidden_size"]
    assert isinstance(units, int)
    gates = (0, 2, 3, 1) if node.kind == "LSTM" else (1, 0, 2)  # where i f g o, and r z n, are among theirs

    def ordered(values: Values) -> Values:
        return np.concatenate([values[gate * units : (gate + 1) * units] for gate in gates])

    every, last = [], []
    for way, (weight, state_weight, bias) in enumerate(zip(weights, state_weights, biases, strict=True)):
        parts = (ordered(weight), ordered(state_weight), *(ordered(half) for half in np.split(bias, 2)))
        states = arithmetic.read(x[:, ::-1] if way else x, node.kind.lower(), *parts)
        last.append(states[:, -1])
        every.append((states[:, ::-1] if way else states).transpose(1, 0, 2))
    return np.stack(every, axis=1), np.stack(last)


def _reduce_mean(node: Node, inputs: list[Values]) -> Values:
    x, given = inputs
    axes = tuple(int(axis) for axis in given)
    made: Values = x.mean(axis=axes)
    return np.expand_dims(made, axes) if node.attributes["keepdims"] else made


def _dequantize(node: Node, inputs: list[Values]) -> Values:
    """Return codes times their scale, which those of weights have for each place along an axis.

    Codes without a sign are activations: products of them are taken in double precision, as ``arithmetic.levels`` says
    why.
    """
    codes, scale, zero = inputs
    if codes.dtype == np.uint8:
        steps: Values = codes.astype(np.float64) - zero
        return steps * np.float64(scale)
    axis = _number(node, "axis")
    made: Values = codes.astype(np.float32) * scale.reshape(
        [-1 if place == axis else 1 for place in range(codes.ndim)]
    )
    return made


def _slice(node: Node, inputs: list[Values]) -> Values:
    del node
    x, (start,), (end,), (axis,) = inputs
    return x.take(range(start, end), axis=axis)


def _quantize(node: Node, inputs: list[Values]) -> Values:
    del node
    x, scale, zero = inputs
    made: Values = np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8)
    return made


def _numbers(node: Node, name: str) -> tuple[int, ...]:
    value = node.attributes[name]
    assert isinstance(value, tuple)
    return value


def _number(node: Node, name: str) -> Any:
    return node.attributes[name]


NODES: dict[str, Read] = {
    "Add": lambda _node, inputs: inputs[0] + inputs[1],
    "AveragePool": _pool,
    "Cast": lambda node, inputs: inputs[0].astype(TYPES[_number(node, "to")]),
    "Conv": _conv,
    "DequantizeLinear": _dequantize,
    "Div": lambda _node, inputs: inputs[0] / inputs[1],
    "Erf": lambda _node, inputs: arithmetic.erf(inputs[0]),
    "Expand": lambda _node, inputs: np.broadcast_to(inputs[0], inputs[1]),
    "Flatten": lambda _node, inputs: inputs[0].reshape(len(inputs[0]), -1),
    "GRU": _recurrent,
    "Gather": lambda node, inputs: np.take(inputs[0], inputs[1], axis=_number(node, "axis")),
    "Gemm": _gemm,
    "LSTM": _recurrent,
    "LayerNormalization": _layer_norm,
    "LeakyRelu": lambda node, inputs: arithmetic.activate(inputs[0], "leaky_relu", _number(node, "alpha")),
    "MatMul": lambda _node, inputs: inputs[0] @ inputs[1],
    "MaxPool": _pool,
    "Mul": lambda _node, inputs: inputs[0] * inputs[1],
    "Pad": _pad,
    "QuantizeLinear": _quantize,
    "ReduceMean": _reduce_mean,
    "Relu": lambda _node, inputs: np.maximum(inputs[0], 0),
    "Reshape": _reshape,
    "Sigmoid": lambda _node, inputs: arithmetic.sigmoid(inputs[0]),
    "Slice": _slice,
    "Softmax": lambda _node, inputs: arithmetic.softmax(inputs[0]),
    "Sub": lambda _node, inputs: inputs[0] - inputs[1],
    "Tanh": lambda _node, inputs: np.tanh(inputs[0]),
    "Transpose": lambda node, inputs: inputs[0].transpose(_numbers(node, "perm")),
    "Unsqueeze": lambda _node, inputs: np.expand_dims(inputs[0], tuple(inputs[1])),
}
