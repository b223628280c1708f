"""Faults of arrays: the headers of NumPy's and of IDX files, and numbers that no picture has."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz.faults.plain import in_bytes

if TYPE_CHECKING:
    import random

TYPES = (
    "|u1", "|i1", "<u2", ">u2", "<i4", "<i8", "<u8", "<f2", "<f4", "<f8", ">f8", "<f16", "<c16", "|b1", "|O",
    "|V1", "|V0", "<U3", "<U0", "<U100000", "|S5", "|S0", "<M8[s]", "<m8", "<U4294967296", "u1", "x", "",
)  # fmt: skip
SHAPES = (
    "()", "(0,)", "(-1,)", "(12,)", "(12, 28)", "(20000, 20000)", "(1, 20000, 20000)", "(12, 0, 0)", "(1,) * 9",
    "(4294967296,)", "(9223372036854775807,)", "(9223372036854775808,)", "(99999999999, 99999999999)", "12", "None",
    "(True, 28, 28)", "(12.0, 28, 28)", "('12',)", "(1e400,)", "[12, 28, 28]", "(" * 300 + ")" * 300, "(12, 28, 28, 1)",
    "(12, 28, 28, 3)", "(" + "1, " * 33 + ")", "(2**40,)", "(9)*9",
)  # fmt: skip
HEADERS = (
    "", "{", "{}", "[]", "{'descr': '|u1'", "{'descr': '|u1', 'fortran_order': 5, 'shape': (1,)}", "\0" * 50, "{" * 300,
    "__import__('os').system('x')", "{'descr': [('a', '|O')], 'fortran_order': False, 'shape': (3,), }", "'''", "  \\",
    "{'descr': [('a', '<f4', (100000, 100000))], 'fortran_order': False, 'shape': (1,), }", "\n  x\n y", "(" * 5000,
    "{'descr': '|u1', 'fortran_order': False, 'shape': (12L, 28L), }", "é", "1" * 5000, "-" * 5000 + "1", "lambda: 0",
)  # fmt: skip
VALUES = (0.0, -1.0, 255.0, 256.0, 1e308, -1e308, math.nan, math.inf, -math.inf, 2.0**53, 2.0**63, 0.5)


def in_npy(data: bytes, chance: random.Random) -> bytes:
    """Return a NumPy file with a fault in its header, or with other numbers."""
    header, body = _parted(data)
    kind = chance.randrange(9)
    if kind == 0:
        return in_bytes(data, chance)
    if kind == 1:
        header = chance.choice(HEADERS)
    elif kind in (2, 3):
        header = _with_entry(header, "'descr': ", f"'{chance.choice(TYPES)}'")
    elif kind in (4, 5):
        header = _with_entry(header, "'shape': ", chance.choice(SHAPES))
    elif kind == 6:
        header = _with_entry(header, "'fortran_order': ", chance.choice(("True", "None", "7", "[]")))
    elif kind == 7:
        numbers = np.full(len(body) // 8, chance.choice(VALUES))
        numbers[chance.randrange(max(1, len(numbers))) :] = chance.choice(VALUES)
        header = _with_entry(header, "'descr': ", "'<f8'")
        shape = f"({len(numbers)},)" if chance.random() < 0.5 else f"({len(numbers)}, 1)"
        header, body = _with_entry(header, "'shape': ", shape), numbers.tobytes()
    else:
        body = body * chance.choice((0, 2, 30)) + bytes(chance.choice((0, 3, 10_000)))
    text = header.encode()
    length = len(text) if chance.random() < 0.9 else chance.choice((0, 1, 0xFFFF, len(text) + 5))
    version = chance.choice((b"\1\0",) * 6 + (b"\2\0", b"\3\0", b"\0\0", b"\x09\x09"))
    form = "<H" if version == b"\1\0" else "<I"
    return b"\x93NUMPY" + version + struct.pack(form, length & 0xFFFF) + text + body


def in_idx(data: bytes, chance: random.Random) -> bytes:
    """Return an IDX file whose header says something else, or that holds other bytes."""
    if chance.random() < 0.2:
        return in_bytes(data, chance)
    kind, count = data[2], data[3]
    sizes = list(struct.unpack_from(f">{count}I", data, 4))
    body = data[4 + 4 * count :]
    for _ in range(chance.randint(1, 2)):
        match chance.randrange(7):
            case 0:
                kind = chance.choice((0, 8, 9, 0x0B, 0x0C, 0x0D, 0x0E, 0xFF))
            case 1:
                sizes[chance.randrange(len(sizes))] = chance.choice((0, 1, 7, 28, 20_000, 2**31, 2**32 - 1))
            case 2:
                sizes.append(chance.choice((0, 1, 3, 65536)))
            case 3 if len(sizes) > 1:
                sizes.pop()
            case 4:
                sizes = [2**16] * chance.choice((1, 4, 5, 255))
            case 5:  # one size alone, so that header and content agree
                sizes = [len(body) // 4, 2, 2] if chance.random() < 0.5 else [1, len(body), 1]
            case _:
                body = body * chance.choice((0, 2, 50)) + bytes(chance.choice((0, 1, 10**6)))
    count = len(sizes) if chance.random() < 0.9 else chance.choice((0, 1, 255))
    return bytes((0, 0, kind, count & 0xFF)) + struct.pack(f">{len(sizes)}I", *sizes) + body


def _parted(data: bytes) -> tuple[str, bytes]:
    (length,) = struct.unpack_from("<H", data, 8)
    return data[10 : 10 + length].decode(), data[10 + length :]


def _with_entry(header: str, name: str, value: str) -> str:
    before, _, after = header.partition(name)
    if name == "'shape': ":
        rest = after.partition(")")[2]
    else:
        rest = after[after.find(",") :]
    return before + name + value + rest
