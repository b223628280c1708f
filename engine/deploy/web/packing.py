"""A network as a page holds it: its operations as JSON, its numbers as bytes, and back again."""

from __future__ import annotations

import base64
import io
import json
from typing import Any, NamedTuple

import numpy as np

from engine.deploy.operations import PlainNetwork
from engine.deploy.unpacking import read_array
from engine.deploy.weights import Weights, stored
from engine.layers.operations import Operation


class Packed(NamedTuple):
    """A network as text.

    Attributes:
        told: JSON of ``image_shape``; ``arrays``, each with its ``shape`` and ``type``; ``operations``, each a list of
            its name and its fields in order, with ``{"array": n}`` where an array is meant.
        weights: Base64 of the numbers of all arrays, one behind the other, little endian; behind those of an array of
            type ``int8`` the scales of its rows; of ``int4``, two codes a byte, those of each 32 numbers of its rows.
    """

    told: str
    weights: str


def packed(network: PlainNetwork, weights: Weights = Weights.FLOAT32) -> Packed:
    """Return a network as a page holds it, its weights in such numbers."""
    arrays: list[dict[str, Any]] = []
    parts: list[bytes] = []

    def said(value: object) -> Any:
        if isinstance(value, np.ndarray):
            array = stored(value, weights)
            arrays.append({"shape": list(value.shape), "type": array.kind.value})
            parts.append(array.content)
            return {"array": len(arrays) - 1}
        return [said(part) for part in value] if isinstance(value, tuple) else value

    operations = [[operation.name, *map(said, operation.arguments())] for operation in network.operations]
    told = {"image_shape": list(network.image_shape), "arrays": arrays, "operations": operations}
    return Packed(as_json(told), base64.b64encode(b"".join(parts)).decode())


def unpacked(network: Packed) -> PlainNetwork:
    """Return the network that a page made by this program holds."""
    told = json.loads(network.told)
    content = io.BytesIO(base64.b64decode(network.weights, validate=True))

    arrays = [read_array(content, array["type"], array["shape"]) for array in told["arrays"]]

    def meant(value: Any) -> Any:
        if isinstance(value, dict):
            return arrays[value["array"]]
        return tuple(map(meant, value)) if isinstance(value, list) else value

    kinds = {kind.name: kind for kind in Operation.__subclasses__()}
    operations = tuple(kinds[name](*map(meant, given)) for name, *given in told["operations"])
    return PlainNetwork(operations, tuple(told["image_shape"]))


def as_json(value: object) -> str:
    """Return JSON in ASCII that may stand in a page: with no ``<``, nothing in it ends the part that it stands in."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
