"""Faults of files of weights: what the header says of the tensors, what stands beside them, and their numbers."""

from __future__ import annotations

import hashlib
import json
import struct
from typing import TYPE_CHECKING, Any

import numpy as np

from docs.tools.fuzz.faults.json_text import NUMBERS, Pairs, Raw, read, spoil, written
from docs.tools.fuzz.faults.plain import MOST, in_bytes

if TYPE_CHECKING:
    import random

TYPES = {"F64": "float64", "F32": "float32", "F16": "float16", "BF16": "bfloat16", "I64": "int64", "I32": "int32",
         "I16": "int16", "I8": "int8", "U8": "uint8", "BOOL": "bool"}  # fmt: skip
UNUSUAL = ("F8_E4M3", "F8_E5M2", "C64", "U64", "U16", "F4", "X", "")
SIZES = (0, 1, 2, 3, 7, 10, 64, 1000, 2**31, 2**32, 2**53, 2**63 - 1, 2**63, 2**64)


def parted(data: bytes) -> tuple[Pairs, bytes]:
    """Return the header as a tree, and the bytes of the tensors."""
    (length,) = struct.unpack_from("<Q", data)
    return read(data[8 : 8 + length].decode()), data[8 + length :]


def joined(header: Pairs, body: bytes) -> bytes:
    """Return a file of a header and the bytes of its tensors, with the sum that it should have."""
    _set_checksum(header, body)
    text = written(header).encode(errors="surrogatepass")
    return struct.pack("<Q", len(text)) + text + body


def in_weights(data: bytes, chance: random.Random) -> bytes:
    """Return a file of weights with a fault or two; most have the right sum, so that they are believed."""
    kind = chance.randrange(10)
    if kind == 0:
        return in_bytes(data, chance)
    header, body = parted(data)
    if kind == 1:
        length = chance.choice((0, 1, 8, 2**20, 2**31, 2**63, 2**64 - 1, len(data), len(data) - 9))
        return struct.pack("<Q", length) + data[8:]
    if kind in (2, 3):
        tree: list[Any] = [header]
        for _ in range(chance.randint(1, 2)):
            spoil(tree, chance)
        text = written(tree[0]).encode(errors="surrogatepass")[: 2 * MOST]
        return struct.pack("<Q", len(text)) + text + body
    for _ in range(chance.choice((1, 1, 2))):
        if kind == 8:
            _spoil_tensor(header, chance)
        elif kind == 9:
            body = _other_numbers(body, chance)
        else:
            _spoil_texts(header, chance)
    return joined(header, body)


def _spoil_texts(header: Pairs, chance: random.Random) -> None:
    """Put a fault into what stands beside the tensors: texts, some of which are JSON."""
    beside = next((pair for pair in header if pair[0] == "__metadata__"), None)
    if beside is None or not isinstance(beside[1], Pairs) or not beside[1]:
        return
    if chance.random() < 0.2:
        spoil([beside[1]], chance)
        return
    entry = chance.choice(beside[1])
    tree: list[Any] = [entry[1]]
    spoil(tree, chance)
    entry[1] = tree[0] if isinstance(tree[0], str) and not isinstance(tree[0], Raw) else written(tree[0])


def _spoil_tensor(header: Pairs, chance: random.Random) -> None:
    tensors = [pair for pair in header if pair[0] != "__metadata__"]
    if not tensors:
        return
    pair = chance.choice(tensors)
    entries = {name: item for item in pair[1] for name in [item[0]]}
    shape = entries["shape"][1]
    match chance.randrange(8):
        case 0:
            entries["dtype"][1] = chance.choice((*TYPES, *UNUSUAL))
        case 1:
            shape.append(chance.choice(SIZES))
        case 2 if shape:
            shape[chance.randrange(len(shape))] = chance.choice((*SIZES, Raw(chance.choice(NUMBERS))))
        case 3:  # of the same size
            entries["shape"][1] = chance.choice(
                ([], [int(np.prod(shape))], shape[::-1], [1, *shape], [*shape, 1])
            )
        case 4:
            offsets = entries["data_offsets"][1]
            offsets[chance.randrange(2)] = chance.choice((*SIZES, offsets[0] + 4))
        case 5:
            header.remove(pair)
        case 6:
            pair[0] = chance.choice(
                ("", "x", pair[0] + "2", "a" * 100_000, "\ud800", "model/", "optimizer/", "/")
            )
        case _:
            entries["shape"][1] = [0] * chance.choice((1, 2, 5000))
            offsets = entries["data_offsets"][1]
            offsets[1] = offsets[0]


def _other_numbers(body: bytes, chance: random.Random) -> bytes:
    values = np.frombuffer(body[: len(body) // 4 * 4], np.float32).copy()
    if not len(values):
        return body
    start = chance.randrange(len(values))
    count = chance.choice((1, 1, 10, len(values)))
    number = chance.choice((np.nan, np.inf, -np.inf, 3e38, -3e38, 1e-45, 0.0, -1.0, 1e9))
    values[start : start + count] = number
    return values.tobytes() + body[len(values) * 4 :]


def _set_checksum(header: Pairs, body: bytes) -> None:
    """Write down the SHA-256 of what is there, as the program would have it."""
    found = next((pair[1] for pair in header if pair[0] == "__metadata__"), None)
    if not isinstance(found, Pairs):
        return
    entries = {name: value for name, value in found if name != "checksum"}
    digest = hashlib.sha256()
    try:
        digest.update(json.dumps(entries, sort_keys=True).encode())
        tensors = {pair[0]: dict(pair[1]) for pair in header if pair[0] != "__metadata__"}
        for name, tensor in sorted(tensors.items()):
            start, end = tensor["data_offsets"]
            kind, shape = TYPES[tensor["dtype"]], tuple(tensor["shape"])
            digest.update(f"\n{name} torch.{kind} {shape}\n".encode())
            digest.update(body[start:end])
    except (KeyError, TypeError, ValueError):
        return
    for pair in found:
        if pair[0] == "checksum":
            pair[1] = digest.hexdigest()
