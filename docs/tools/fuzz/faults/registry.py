"""Which faults a file gets, by how it is called: a new form is one file beside this and one line in here."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from docs.tools.fuzz.faults import arrays, json_text, pictures, plain, table, weights, zips

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Spoil = Callable[[bytes, random.Random], bytes]

BLINDLY = 0.15  # share of faults that know nothing of the form


def _in_zip(data: bytes, chance: random.Random) -> bytes:
    return zips.in_zip(data, chance, spoilt)


FAULTS: tuple[tuple[str, Spoil], ...] = (
    ("*.json", json_text.in_json),
    ("*.jsonl", json_text.in_lines),
    ("*.csv", table.in_table),
    ("*.npy", arrays.in_npy),
    ("*idx?-ubyte", arrays.in_idx),
    ("*.safetensors", weights.in_weights),
    ("*.npz", _in_zip),
    ("*.zip", _in_zip),
    ("*.png", pictures.in_png),
    ("*.tiff", pictures.in_tiff),
    ("*.ppm", pictures.in_ppm),
    ("*.jpeg", pictures.in_jpeg),
    ("*.*", pictures.in_picture),
)


def spoilt(name: str, data: bytes, chance: random.Random) -> bytes:
    """Return the content of a file of that name with faults."""
    if name.endswith(".gz"):
        return plain.in_gzip(data, chance, lambda content, chance: spoilt(name[:-3], content, chance))
    if chance.random() < BLINDLY:
        return plain.in_bytes(data, chance)
    lower = name.lower()
    spoil = next((spoil for pattern, spoil in FAULTS if fnmatchcase(lower, pattern)), plain.in_bytes)
    try:
        return spoil(data, chance)
    except Exception:  # noqa: BLE001 - what it is called is not what it is
        return plain.in_bytes(data, chance)
