"""What is in an ONNX file: nodes, tensors and what they are called; to bytes and back.

Source: onnx.proto of ONNX 1.15, whose format IR 9 is; numbers of 4 bits are of IR 10, ONNX 1.16.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.deploy.onnx.protobuf import fields, message
from engine.deploy.unpacking import nibbles
from engine.deploy.weights import in_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from engine.deploy.onnx.protobuf import Field

IR_VERSION, OPSET = 9, 18
IR_VERSION_4, OPSET_4 = 10, 21  # where there are numbers of 4 bits
FLOAT, UINT8, INT8, INT64, FLOAT16, INT4 = 1, 2, 3, 7, 10, 22  # types of numbers
TYPES: dict[int, np.dtype[Any]] = {
    FLOAT: np.dtype("<f4"),
    UINT8: np.dtype("u1"),
    INT8: np.dtype("i1"),
    INT64: np.dtype("<i8"),
    FLOAT16: np.dtype("<f2"),
}
OF_FLOAT, OF_INT, OF_STRING, OF_INTS = 1, 2, 3, 7  # types of attributes
BATCH = "batch"

Attribute = float | int | str | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One operation of a graph: its kind, the names of what it takes and gives, and its settings."""

    kind: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: dict[str, Attribute] = field(default_factory=dict)


@dataclass(slots=True)
class OnnxModel:
    """A graph, with what is said beside it.

    Attributes:
        nodes: The operations, each behind those whose results it takes.
        tensors: The numbers that come with it, by name.
        narrow: The names of those that are of 4 bits in the file, int8 here.
        inputs: Name, type and shape of what it takes; a size may have a name.
        outputs: The same of what it gives.
        notes: What is said beside it, by name.
    """

    nodes: list[Node] = field(default_factory=list)
    tensors: dict[str, NDArray[Any]] = field(default_factory=dict)
    narrow: set[str] = field(default_factory=set)
    inputs: list[tuple[str, int, Sequence[int | str]]] = field(default_factory=list)
    outputs: list[tuple[str, int, Sequence[int | str]]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    def to_bytes(self, *, producer: str, version: str) -> bytes:
        """Return the file's content."""
        graph: list[Field] = [(1, _node(node, place)) for place, node in enumerate(self.nodes)]
        graph.append((2, "network"))
        graph += [(5, _tensor(name, values, name in self.narrow)) for name, values in self.tensors.items()]
        graph += [(11, _value(*each)) for each in self.inputs]
        graph += [(12, _value(*each)) for each in self.outputs]
        notes: list[Field] = [(14, [(1, name), (2, text)]) for name, text in self.notes.items()]
        ir_version, opset = (IR_VERSION_4, OPSET_4) if self.narrow else (IR_VERSION, OPSET)
        head: list[Field] = [(1, ir_version), (2, producer), (3, version)]
        return message([*head, (7, graph), (8, [(1, ""), (2, opset)]), *notes])

    @classmethod
    def from_bytes(cls, content: bytes) -> OnnxModel:
        """Return what a file of ours says: nodes, tensors and notes.

        Raises:
            ValueError: If it breaks off.
        """
        model = cls()
        for number, value in fields(content):
            if number == 7:
                model._read_graph(_bytes(value))
            elif number == 14:
                name, text = (_bytes(part).decode() for _, part in fields(_bytes(value)))
                model.notes[name] = text
        return model

    def _read_graph(self, content: bytes) -> None:
        for number, value in fields(content):
            if number == 1:
                self.nodes.append(_node_of(_bytes(value)))
            elif number == 5:
                name, values, is_narrow = _tensor_of(_bytes(value))
                self.tensors[name] = values
                if is_narrow:
                    self.narrow.add(name)


def _node(node: Node, place: int) -> list[Field]:
    made: list[Field] = [(1, name) for name in node.inputs]
    made += [(2, name) for name in node.outputs]
    made += [(3, f"{node.kind.lower()}_{place}"), (4, node.kind)]
    return made + [(5, _attribute(name, value)) for name, value in node.attributes.items()]


def _attribute(name: str, value: Attribute) -> list[Field]:
    if isinstance(value, tuple):
        return [(1, name), *((8, each) for each in value), (20, OF_INTS)]
    if isinstance(value, str):
        return [(1, name), (4, value), (20, OF_STRING)]
    return (
        [(1, name), (2, value), (20, OF_FLOAT)]
        if isinstance(value, float)
        else [(1, name), (3, value), (20, OF_INT)]
    )


def _tensor(name: str, values: NDArray[Any], is_narrow: bool) -> list[Field]:
    if is_narrow:
        return [*((1, size) for size in values.shape), (2, INT4), (8, name), (9, in_pairs(values).tobytes())]
    kind = next(kind for kind, dtype in TYPES.items() if dtype == values.dtype)
    sizes: list[Field] = [(1, size) for size in values.shape]
    return [*sizes, (2, kind), (8, name), (9, values.astype(TYPES[kind]).tobytes())]


def _value(name: str, kind: int, shape: Sequence[int | str]) -> list[Field]:
    sizes: list[Field] = [(1, [(2 if isinstance(size, str) else 1, size)]) for size in shape]
    return [(1, name), (2, [(1, [(1, kind), (2, sizes)])])]


def _bytes(value: int | bytes) -> bytes:
    if isinstance(value, int):
        raise ValueError("a number where there is none")
    return value


def _node_of(content: bytes) -> Node:
    inputs: list[str] = []
    outputs: list[str] = []
    kind, attributes = "", {}
    for number, value in fields(content):
        if number == 5:
            name, attribute = _attribute_of(_bytes(value))
            attributes[name] = attribute
        elif number in (1, 2):
            (inputs if number == 1 else outputs).append(_bytes(value).decode())
        elif number == 4:
            kind = _bytes(value).decode()
    return Node(kind, tuple(inputs), tuple(outputs), attributes)


def _attribute_of(content: bytes) -> tuple[str, Attribute]:
    name, kind, found = "", 0, []
    for number, value in fields(content):
        if number == 1:
            name = _bytes(value).decode()
        elif number == 20:
            kind = int(value)
        else:
            found.append(value)
    if kind == OF_INTS:
        return name, tuple(_signed(each) for each in found)
    [value] = found
    if kind == OF_STRING:
        return name, _bytes(value).decode()
    return name, struct.unpack("<f", _bytes(value))[0] if kind == OF_FLOAT else _signed(value)


def _signed(value: int | bytes) -> int:
    number = int(value)
    return number - (1 << 64) if number >= 1 << 63 else number


def _tensor_of(content: bytes) -> tuple[str, NDArray[Any], bool]:
    shape, kind, name, raw = [], FLOAT, "", b""
    for number, value in fields(content):
        if number == 1:
            shape.append(int(value))
        elif number == 2:
            kind = int(value)
        elif number == 8:
            name = _bytes(value).decode()
        elif number == 9:
            raw = _bytes(value)
    is_narrow = kind == INT4
    values = nibbles(raw, math.prod(shape)) if is_narrow else np.frombuffer(raw, TYPES[kind])
    return name, values.reshape(shape), is_narrow


def notes_of(record: Mapping[str, Any]) -> dict[str, str]:
    """Return what goes along with a network as notes: texts as they are, all else as JSON."""
    import json

    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in record.items()
    }
