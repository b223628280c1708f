"""Writes a network as one Python script that needs NumPy alone, and runs it to compare."""

from __future__ import annotations

import base64
import importlib.abc
import importlib.util
import json
import secrets
import sys
import textwrap
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.data.photo import takes_colours, takes_pictures
from engine.deploy.export_format import ExportFormat
from engine.deploy.operations import arrays_of
from engine.deploy.script.gathering import gathered
from engine.deploy.script.parts import (
    HEAD,
    HEAD_OF_NUMBERS,
    IMPORT,
    NEEDED,
    NETWORK,
    NETWORK_OF_NUMBERS,
    NUMPY,
    REST,
    STAND_INS,
    USE_OF_COLOURS,
    USE_OF_DRAWINGS,
)
from engine.deploy.weights import Weights, stored
from engine.inputs.registry import kind_of
from engine.layers.operations import Branch, Join
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from numpy.typing import NDArray

    from engine.deploy.about import About
    from engine.deploy.operations import PlainNetwork
    from engine.layers.operations import Operation

SIZE = 28
AT_ONCE = 1 << 22  # numbers of all images that go through the network together
WIDTH = 110  # letters in a line of weights

ROOTS = [("engine.deploy.script.program", "main"), ("engine.deploy.unpacking", "read_array")]
VIEWS = "engine.deploy.script.views"
OF_DRAWINGS = [("engine.data.ink.picture", "normalize_image"), (VIEWS, "drawings_in")]
OF_COLOURS = [("engine.data.photo", "picture_for"), (VIEWS, "all_of_it")]
OF_NUMBERS = [("engine.deploy.script.rows_program", "main"), ROOTS[1]]
GIVEN = {"Phrase": "engine.words", "DataError": "engine.errors"}


class ScriptFormat(ExportFormat):
    """One Python file."""

    name: ClassVar[str] = "script"
    title: ClassVar[Phrase] = Phrase("Python script")
    use: ClassVar[Phrase] = Phrase(
        "One file that reads pictures wherever Python and NumPy are, without PyTorch."
    )
    ending: ClassVar[str] = ".py"
    weights: ClassVar[tuple[Weights, ...]] = tuple(Weights)

    def obstacle(self, network: PlainNetwork) -> Phrase:
        """Return why a network of other images than drawings and pictures in colour makes no script."""
        if takes_pictures(network.image_shape) or kind_of(network.image_shape).has_features:
            return Phrase("")
        if kind_of(network.image_shape).per_place:
            return Phrase(
                "It takes text, and the script reads pictures and rows of numbers. ONNX takes text."
            )
        return Phrase(
            "It takes images of shape {shape}, and the script prepares drawings of {size}×{size} pixels, or pictures "
            "in three colours.",
            shape=network.image_shape,
            size=SIZE,
        )

    def written(self, network: PlainNetwork, about: About, weights: Weights = Weights.FLOAT32) -> bytes:
        """Return the script, as UTF-8."""
        has_features = kind_of(network.image_shape).has_features
        roots, head, first, said = (_of_numbers if has_features else _of_pictures)(network)
        roots = [*roots, *dict.fromkeys(_functions(network))]
        imports, text = gathered(roots, GIVEN)
        imports = _import_lines({*imports, *NEEDED})
        arrays = list(network.arrays())
        packed = base64.b64encode(b"".join(stored(array, weights).content for array in arrays)).decode()
        network_text = f"{first}{REST}".format(
            **said,
            portion=max(1, min(256, AT_ONCE // network.numbers_per_image)),
            steps=textwrap.indent("\n".join(_steps(network)), "    "),
            kind=weights.value,
            shapes=_shapes(arrays),
            weights="\n".join(packed[start : start + WIDTH] for start in range(0, len(packed), WIDTH)),
        )
        stand_ins = STAND_INS.format(about=ascii(json.dumps(about.record)))
        return f"{head}{chr(10).join(imports)}\n{stand_ins}{text}\n{network_text}".encode()

    def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Run the script's ``probabilities``."""
        found: NDArray[np.float32] = self.loaded(content).probabilities(images)
        return found

    def loaded(self, content: bytes) -> ModuleType:
        """Return a script that this program has just made, as a module."""
        loader, name = _Text(content), f"netsketch_exported_{secrets.token_hex(8)}"
        spec = importlib.util.spec_from_loader(name, loader)
        assert spec is not None
        module = sys.modules[name] = importlib.util.module_from_spec(
            spec
        )  # where dataclasses look for themselves
        try:
            loader.exec_module(module)
        finally:
            del sys.modules[name]
        return module


def _of_pictures(network: PlainNetwork) -> tuple[list[tuple[str, str]], str, str, dict[str, object]]:
    """Return what a script for pictures has: what is copied, its head, how its network begins, and what fills that."""
    is_coloured = takes_colours(network.image_shape)
    of_input = OF_COLOURS if is_coloured else OF_DRAWINGS
    channels, *sides = network.image_shape
    form = ", ".join(map(str, (*sides, channels) if is_coloured else sides))
    shape = ", ".join(map(str, network.image_shape))
    use = USE_OF_COLOURS.format(form=form, shape=shape) if is_coloured else USE_OF_DRAWINGS
    said = {
        "form": form,
        "first": "np.moveaxis(images, 3, 1)" if is_coloured else "images[:, None]",
        "views": f", {of_input[1][1]}",
    }
    roots = [of_input[0], *ROOTS, of_input[1]]
    return roots, HEAD.format(file="digit.py", use=use), NETWORK, dict(said)


def _of_numbers(network: PlainNetwork) -> tuple[list[tuple[str, str]], str, str, dict[str, object]]:
    """Return what a script for numbers has, likewise."""
    (count,) = network.image_shape
    head = HEAD_OF_NUMBERS.format(file="numbers.py", features=count)
    return OF_NUMBERS, head, NETWORK_OF_NUMBERS, {"features": count, "views": ""}


class _Text(importlib.abc.InspectLoader):
    """Loads a module from text that this program has just made, and that lies in no file yet."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def get_source(self, fullname: str) -> str:
        """Return the text."""
        del fullname
        return self._content.decode()


def _import_lines(lines: set[str]) -> list[str]:
    """Return imports in order, those from one module in one line, NumPy the last."""
    sources: dict[str, set[str]] = {}
    for line in lines:
        source, _, name = line.rpartition(IMPORT)
        sources.setdefault(source, set()).add(name)
    plain = sorted(IMPORT + name for name in sources.pop("", set()))
    some = sorted(f"{source}{IMPORT}{', '.join(sorted(names))}" for source, names in sources.items())
    return [line for line in plain if line != NUMPY] + some + ["", NUMPY]


def _functions(network: PlainNetwork) -> Iterator[tuple[str, str]]:
    """Go through the functions that the operations of a network are."""
    for operation in network.operations:
        if not isinstance(operation, Branch | Join):
            yield "engine.deploy.arithmetic", operation.name


def _steps(network: PlainNetwork) -> Iterator[str]:
    """Go through the lines that take images through the network."""
    number = depth = 0
    for operation in network.operations:
        if isinstance(operation, Branch):
            depth += 1
            yield f"kept_{depth} = x"
        elif isinstance(operation, Join):
            yield f"x = x + kept_{depth}"
            depth -= 1
        else:
            yield _call(operation, number)
            number += sum(1 for _ in arrays_of(operation))


def _call(operation: Operation, number: int) -> str:
    """Return the line of an operation, whose first array is that of ``number``."""
    numbers = iter(range(number, number + sum(1 for _ in arrays_of(operation))))

    def said(value: Any) -> str:
        if isinstance(value, np.ndarray):
            return f"w[{next(numbers)}]"
        if isinstance(value, tuple):
            return f"({''.join(f'{said(part)}, ' for part in value).rstrip()})"
        return repr(value)

    arguments = ", ".join(("x", *map(said, operation.arguments())))
    return f"x = {operation.name}({arguments})"


def _shapes(arrays: list[NDArray[np.float32]]) -> str:
    """Return the shapes of arrays, as a list of Python that is not too wide."""
    lines = textwrap.wrap(", ".join(str(array.shape).replace(" ", "") for array in arrays), WIDTH)
    return "[\n    " + "\n    ".join(lines) + ",\n]"


SCRIPT = ScriptFormat()
