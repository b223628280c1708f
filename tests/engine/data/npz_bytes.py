"""NPZ files made byte by byte, for headers that NumPy would never write."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray


def member(header: str, content: bytes = b"") -> bytes:
    """Return an array's file with this header, whatever it says."""
    text = header.encode("latin1")
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text + content


def described(descr: str, shape: str, content: bytes = b"") -> bytes:
    """Return an array's file of this type and shape, whatever follows."""
    return member(f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}", content)


def npz(
    arrays: Mapping[str, bytes | NDArray[Any]], method: int = zipfile.ZIP_DEFLATED, ending: str = ".npy"
) -> bytes:
    """Return an NPZ file of arrays, or of what stands in their places."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, array in arrays.items():
            content = io.BytesIO()
            if isinstance(array, np.ndarray):
                np.lib.format.write_array(content, array, allow_pickle=False)
            archive.writestr(name + ending, array if isinstance(array, bytes) else content.getvalue())
    return file.getvalue()


DAMAGED = {
    "promises far more than is there": described("'|u1'", "(400000000000, 28, 28)", bytes(784)),
    "less than nothing": described("'|u1'", "(-12, -28, 28)", bytes(12 * 784)),
    "values of no size": described("'<U0'", "(1000000000,)"),
    "a bracket that is never closed": member("{'shape': (12L, "),
    "lines that are set in": member("  {'a': 1}\n      b\n   c"),
    "nested too deeply": member("(" * 5000),
    "records": described("[('a', '<f8')]", "(12,)", bytes(96)),
    "objects": described("'|O'", "(12,)", b"cposix\nsystem\n."),
    "no type": described("5", "(12,)"),
    "breaks off": b"\x93NUMPY",
}
