"""The part of a script that is the network: its layers in PyTorch's words, and its first weights."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from engine.choices import Initialisation
from engine.errors import ExportError
from engine.inputs.registry import kind_of
from engine.layers.code import first_weights
from engine.layers.order import reads_characters
from engine.models.placed_layers import placed_layers
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.config import NetworkConfig

PREPARED = {
    "picture": [
        "def prepared(images):",
        '    """Bring bytes to mean 0 and deviation 1."""',
        "    return (images / 255 - mean) / deviation",
    ],
    "numbers": [
        "def prepared(rows):",
        '    """Bring each feature to mean 0 and deviation 1."""',
        "    return (rows - mean) / deviation",
    ],
}

OF_TEXT = {
    True: [
        "def prepared(texts):",
        '    """Return places in the alphabet as an embedding takes them."""',
        "    return texts.long()",
    ],
    False: [
        "def prepared(texts):",
        '    """Make each character numbers of which its own is 1."""',
        "    return F.one_hot(texts.long(), {alphabet}).float()",
    ],
}

COMMENTS = {
    Initialisation.KAIMING: "# First weights as Kaiming He draws them; biases begin at 0.",
    Initialisation.XAVIER: "# First weights as Xavier Glorot draws them; biases begin at 0.",
    Initialisation.NORMAL: "# First weights are small; biases begin at 0.",
}


def network_lines(network: NetworkConfig, image_shape: tuple[int, ...], classes: int) -> list[str]:
    """Return the lines that define ``prepared`` and ``network``.

    Args:
        network: Its description.
        image_shape: ``(C, H, W)`` of the images it takes.
        classes: How many classes it tells apart.

    Raises:
        ExportError: If a layer does not say how it is written.
        ModelError: If a layer cannot take what comes before it.
    """
    modules: list[str] = []
    gains: list[tuple[int, float]] = []
    definitions: dict[str, None] = {}
    shape: tuple[int, ...] = image_shape
    for placed in placed_layers(network, image_shape):
        if placed.flattened:
            modules.append("nn.Flatten()")
        code = placed.layer.code(placed.input_shape, network)
        if code is None:
            raise ExportError(
                "The layer “{name}” is not written as code.",
                cause=Phrase(placed.layer.no_code),
                remedy="Use layers of other kinds.",
                name=Phrase(placed.layer.title),
            )
        gains += [(len(modules) + place, gain) for place, gain in code.gains]
        modules += code.modules
        definitions |= dict.fromkeys(code.definitions)
        shape = placed.output_shape
    per_place = kind_of(image_shape).per_place
    if len(shape) > 1 and not per_place:
        modules.append("nn.Flatten()")
    inputs = shape[-1] if per_place else math.prod(shape)  # of a text the same matrix stands at each place
    modules.append(f"nn.Linear({inputs}, {classes})")
    gains.append((len(modules) - 1, 1.0))
    lines = [*_prepared(network, image_shape), "", ""]
    for definition in definitions:
        lines += [*definition.splitlines(), "", ""]
    lines += ["network = nn.Sequential(", *(f"    {module}," for module in modules), ")"]
    return [*lines, *_first_weights(modules, gains, network.initialisation)]


def _prepared(network: NetworkConfig, image_shape: tuple[int, ...]) -> list[str]:
    """Return the lines that bring examples to what the first layer takes."""
    kind = kind_of(image_shape)
    if not kind.per_place:
        return PREPARED[kind.name]
    looked_up = reads_characters(network.hidden)
    return [line.format(alphabet=image_shape[1]) for line in OF_TEXT[looked_up]]


def _first_weights(
    modules: list[str], gains: list[tuple[int, float]], initialisation: Initialisation
) -> Iterator[str]:
    """Go through the lines that draw first weights: those that most layers have in a loop, others by themselves."""
    lines = {place: first_weights("layer.weight", gain, initialisation) for place, gain in gains}
    [(usual, count)] = Counter(lines.values()).most_common(1)
    yield COMMENTS[initialisation]
    if count == len(gains) == 1:
        yield usual.replace("layer.", "network[-1].")
        yield "nn.init.zeros_(network[-1].bias)"
        return
    kinds = dict.fromkeys(modules[place].partition("(")[0] for place, _ in gains)
    yield "for layer in network:"
    yield f"    if isinstance(layer, {' | '.join(kinds)}):"
    yield f"        {usual}"
    yield "        nn.init.zeros_(layer.bias)"
    for place, line in lines.items():
        if line != usual:
            index = -1 if place == len(modules) - 1 else place
            yield line.replace("layer.", f"network[{index}].")
