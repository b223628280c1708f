"""From plain operations to C source: constants, buffers, and one call for each operation."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.deploy.c.file import (
    FEATURES,
    FILE,
    OF_A_NUMBER,
    OF_CLASSES,
    OF_IMAGES,
    OF_NUMBERS,
    READ_COLOURS,
    READ_GREY,
    READ_NUMBERS,
    SWAP,
)
from engine.deploy.c.functions import FUNCTIONS, NEEDS
from engine.deploy.c.numbers import NUMBERS
from engine.deploy.c.weighing import weighing
from engine.deploy.export_format import Footprint
from engine.deploy.weights import Weights, stored
from engine.goals.number import GOAL as A_NUMBER
from engine.layers import operations as plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from engine.deploy.about import About
    from engine.deploy.operations import PlainNetwork
    from engine.layers.operations import Operation, Shape

BYTES = 4  # of a number
TYPES = {np.dtype(np.float32): "float", np.dtype(np.int8): "int8_t", np.dtype(np.uint8): "uint8_t"}
PIECE = 400  # bytes of a text in one piece: C99 promises no more than 4095


class Source:
    """C source that grows call by call.

    Attributes:
        weights: In what kind of numbers its weights are stored.
        calls: Its lines so far.
        used: The functions they call.
        constants: The arrays, by name.
        largest: Numbers that a value has at most.
        beside: Numbers that an operation needs beside what it takes and gives, at most.
        depth: How many values are laid by.
        laid_by: Numbers of each place for values that are laid by.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.calls: list[str] = []
        self.used: set[str] = set()
        self.constants: list[NDArray[Any]] = []
        self.largest = self.beside = self.depth = 0
        self.laid_by: list[int] = []

    def constant(self, values: NDArray[np.float32]) -> str:
        """Keep an array as it is stored, and return its name, and that of its scales behind it."""
        parts = stored(values, self.weights).parts
        self.constants += parts
        first = len(self.constants) - len(parts)
        return ", ".join(f"w{first + place}" for place in range(len(parts)))

    def call(self, function: str, *arguments: object, moves: bool = False, named: str = "") -> None:
        """Call a function on ``x``, or from ``x`` to ``y``, which is the next ``x`` then."""
        self._use(function)
        given = ("x", "y") if moves else ("x",)
        said = ", ".join((*given, *map(self._said, arguments)))
        self.calls.append(f"    {named or function}({said});")
        if moves:
            self.calls.append(SWAP)

    def _use(self, function: str) -> None:
        """Let a function be there, and those that it calls."""
        self.used.add(function)
        for needed in NEEDS.get(function, ()):
            self._use(needed)

    def _said(self, value: object) -> str:
        if isinstance(value, np.ndarray):
            return self.constant(value)
        return f"{number(value)}" if isinstance(value, float) else str(value)

    def write(self, operation: Operation, taken: Shape) -> bool:  # noqa: C901 - one case an operation
        """Add the calls of an operation; tell whether it is one that is known here."""
        given = operation.shape(taken)
        count = math.prod(taken)
        self.largest = max(self.largest, count, math.prod(given))
        match operation:
            case plain.Affine(centre, scale, shift):
                self.call("affine", taken[0], count // taken[0], centre, scale, shift)
            case plain.Flatten():
                pass  # it lies in that order already
            case plain.Dense(weight, bias):
                self.call("dense", count // taken[-1], taken[-1], len(weight), weight, bias, moves=True)
            case plain.Pad(before, behind):
                self.call("pad", *taken, before, behind, moves=True)
            case plain.Convolution(weight, bias, stride, before, behind):
                sizes = (len(weight), weight.shape[2], stride, before, behind)
                self.call("convolution", *taken, *sizes, weight, bias, moves=True)
            case plain.Shrink(side, largest):
                self.call("shrink", *taken, side, int(largest), moves=True)
            case plain.Activate(function, slope):
                if function not in FUNCTIONS:
                    return False
                more = (float(slope),) if function == "leaky_relu" else ()
                self.call(function, count, *more, named="hyperbolic" if function == "tanh" else "")
            case plain.Steps(by_columns):
                self.call("steps", *taken, int(by_columns), moves=True)
            case plain.Recurrence():
                self._recurrence(operation, taken)
            case plain.Patches(side):
                self.call("patches", *taken, side, moves=True)
            case plain.Add(values):
                self.call("places", *taken, values)
            case plain.Norm(scale, shift, epsilon):
                self.call("norm", count // taken[-1], taken[-1], scale, shift, float(epsilon))
            case plain.Attend(heads):
                self.beside = max(self.beside, taken[0])
                self.call("attend", *given, heads, "beside", moves=True)
            case plain.Branch():
                self._branch(count)
            case plain.Join():
                self.call("add", count, f"kept_{self.depth}")
                self.depth -= 1
            case plain.Pick(which):
                self._pick(which, taken)
            case plain.Softmax():
                self.call("softmax", count)
            case _:
                return False
        return True

    def _recurrence(self, operation: plain.Recurrence, taken: Shape) -> None:
        units, ways = operation.units, len(operation.ways)
        self.beside = max(self.beside, 7 * units)
        self._use(operation.cell)
        for way, arrays in enumerate(operation.ways):
            sizes = (*taken, units, way, int(operation.every_step), ways * units)
            said = ", ".join(map(self._said, (*sizes, *arrays)))
            self.calls.append(f"    {operation.cell}(x, y + {way * units}, {said}, beside);")
        self.calls.append(SWAP)

    def _branch(self, count: int) -> None:
        self.depth += 1
        while len(self.laid_by) < self.depth:
            self.laid_by.append(0)
        self.laid_by[self.depth - 1] = max(self.laid_by[self.depth - 1], count)
        self.used.add("copy")
        self.calls.append(f"    copy(x, kept_{self.depth}, {count});")

    def _pick(self, which: str, taken: Shape) -> None:
        if which == "mean":
            self.call("mean", *taken, moves=True)
        elif which == "last":
            self.used.add("copy")
            self.calls += [f"    copy(x + {(taken[0] - 1) * taken[1]}, y, {taken[1]});", SWAP]

    @property
    def footprint(self) -> Footprint:
        """Bytes of all constants, and of all buffers."""
        return Footprint(
            flash=sum(values.nbytes for values in self.constants),
            ram=BYTES * (2 * self.largest + self.beside + sum(self.laid_by)),
        )


def source_of(network: PlainNetwork, weights: Weights = Weights.FLOAT32) -> Source | None:
    """Return the calls that a network is; None where an operation of it is not known here."""
    source = Source(weights)
    known = all(source.write(operation, taken) for operation, taken, _ in network.placed())
    return source if known else None


def text_of(source: Source, network: PlainNetwork, about: About) -> str:
    """Return the file."""
    rooms = [f"static float kept_{place}[{size}];" for place, size in enumerate(source.laid_by, start=1)]
    if source.beside:
        rooms.append(f"static float beside[{source.beside}];")
    record = {
        name: value for name, value in about.record.items() if name != "classes"
    }  # which stand by themselves
    numbers = NUMBERS[source.weights]
    functions = {**FUNCTIONS, **weighing(source.weights)}
    footprint = source.footprint
    return FILE.format(
        layers=about.layers or "no hidden layers",
        kind=numbers.told,
        flash=footprint.flash,
        ram=footprint.ram,
        includes="\n#include <stdint.h>" if numbers.scaled else "",
        classes=network.classes,
        inputs=math.prod(network.image_shape),
        names=_literals(about.classes),
        about="\n".join(f"    {each}" for each in _pieces(json.dumps(record))),
        weights="".join(_array(f"w{place}", values) for place, values in enumerate(source.constants)),
        room=source.largest,
        rooms="\n".join(rooms),
        functions="\n".join(text for name, text in functions.items() if name in source.used),
        calls="\n".join(source.calls),
        **(OF_A_NUMBER if about.goal == A_NUMBER.name else OF_CLASSES),
        **(_of_numbers if about.features else _of_images)(network, about),
    )


def _of_images(network: PlainNetwork, about: About) -> dict[str, str]:
    """Return what the file of a network for images says of what it takes."""
    del about
    channels, height, width = network.image_shape
    form = f"{height} x {width}" if channels == 1 else f"{height} x {width} x {channels}"
    reading = READ_GREY if channels == 1 else READ_COLOURS.format(channels=channels)
    return {**OF_IMAGES, "takes": f"one image, {form} bytes, ink 255 on 0", "reading": reading}


def _of_numbers(network: PlainNetwork, about: About) -> dict[str, str]:
    """Return what the file of a network for rows of numbers says of what it takes."""
    (count,) = network.image_shape
    features = FEATURES.format(names=_literals(each.name for each in about.features))
    takes = f"one row of {count} numbers as they were measured"
    return {**OF_NUMBERS, "more": features, "takes": takes, "reading": READ_NUMBERS}


def _literals(texts: Iterable[str]) -> str:
    return ",\n".join(f"    {literal(text)}" for text in texts)


def literal(text: str) -> str:
    """Return a text as C writes it, in ASCII; what could mean something else is written out."""
    content = text.encode("utf-8", "backslashreplace")
    return '"' + "".join(chr(byte) if _is_plain(byte) else f"\\{byte:03o}" for byte in content) + '"'


def _is_plain(byte: int) -> bool:
    return 0x20 <= byte < 0x7F and chr(byte) not in '"\\?%'


def _pieces(text: str) -> Iterable[str]:
    return [literal(text[start : start + PIECE]) for start in range(0, len(text), PIECE)]


def number(value: float | np.floating[Any]) -> str:
    """Return a number in as many digits as give it back; what is none as <math.h> calls it."""
    if not math.isfinite(value):
        return "NAN" if math.isnan(value) else "INFINITY" if value > 0 else "-INFINITY"
    text = f"{value:.9g}"
    return f"{text}f" if "." in text or "e" in text else f"{text}.0f"


def _array(name: str, values: NDArray[Any]) -> str:
    write, per_line = (str, 24) if values.dtype.itemsize == 1 else (number, 8)
    each = [write(value) for value in values.ravel().tolist()]
    lines = (", ".join(each[start : start + per_line]) for start in range(0, len(each), per_line))
    return (
        f"static const {TYPES[values.dtype]} {name}[{len(each)}] = {{\n    "
        + ",\n    ".join(lines)
        + "\n};\n"
    )
