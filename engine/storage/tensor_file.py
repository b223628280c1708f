"""A file of named tensors with a few entries beside them, checked by a sum: what checkpoints and snapshots are.

A safetensors file whose metadata hold ``format`` (what kind of file it is), ``format_version``, ``entries`` (JSON) and
``checksum`` (SHA-256 over the other three and every tensor). Nothing in it can run code.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from engine.atomic import write_bytes
from engine.errors import NetSketchError, RunError
from engine.foreign_bytes import json_of, reading
from engine.records import dataclass
from engine.regular_file import open_regular
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    import torch

FORMAT_VERSION = 1
MAX_BYTES = 8 * 2**30
HEADER_LIMIT = 16 * 2**20  # bytes
MOST_TENSORS = 20_000  # of a network of 300 layers there are two thousand, and as many of its best epoch

NEWER_REMEDY = Phrase("Open it with a newer NetSketch.")


@dataclass(frozen=True, slots=True, eq=False)
class TensorFile:
    """What was in such a file.

    Attributes:
        entries: What stood beside the tensors, as JSON has it.
        tensors: The tensors by name, on the CPU.
    """

    entries: dict[str, Any]
    tensors: dict[str, torch.Tensor]


def save(path: Path, kind: str, tensors: Mapping[str, torch.Tensor], entries: Mapping[str, Any]) -> None:
    """Write such a file, whole or not at all.

    Args:
        path: The file; it is replaced if it exists.
        kind: What kind of file it is, such as ``netsketch-snapshot``.
        tensors: Tensors by name, on any device; they are not changed.
        entries: What JSON can say, and numbers that are not finite.

    Raises:
        FileWriteError: If it cannot be written.
    """
    from safetensors.torch import save as to_bytes

    own = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in tensors.items()}
    metadata = {"format": kind, "format_version": str(FORMAT_VERSION), "entries": json.dumps(dict(entries))}
    metadata["checksum"] = checksum(metadata, own)
    write_bytes(path, to_bytes(own, metadata=metadata))


def load(path: Path, kind: str) -> TensorFile:
    """Read such a file and check that it is whole.

    Raises:
        RunError: If it is missing, damaged, of another kind, or of a newer program.
    """
    try:
        with (
            open_regular(path) as stream,
            reading(lambda _error: _damaged(path, Phrase("It cannot be read."))),
        ):
            if os.fstat(stream.fileno()).st_size > MAX_BYTES:
                raise _damaged(path, Phrase("It is too large to be one."))
            header = _header_of(path, stream)
            metadata = dict(header.get("__metadata__") or {})
            _check_kind(path, kind, metadata)
            entries = json_of(metadata["entries"], finite=False)
            tensors = _tensors_of(path, stream)
            if not isinstance(entries, dict) or metadata.get("checksum") != checksum(metadata, tensors):
                raise _damaged(path, Phrase("Its contents are not those that were saved."))
            return TensorFile(entries, tensors)
    except OSError as error:
        raise unreadable(path, error) from error


def _tensors_of(path: Path, stream: BinaryIO) -> dict[str, torch.Tensor]:
    """Return copies of all tensors; the library itself opens no path that is no UTF-8, as of an old home folder."""
    from safetensors import safe_open
    from safetensors.torch import load as from_bytes

    if any("\ud800" <= letter <= "\udfff" for letter in str(path)):
        stream.seek(0)
        return from_bytes(stream.read())
    with safe_open(path, framework="pt") as file:
        return {name: file.get_tensor(name).clone() for name in file.keys()}  # noqa: SIM118


def _header_of(path: Path, stream: BinaryIO) -> dict[str, Any]:
    """Return the header of such a file, which says what is in it, before anything else is read."""
    length = int.from_bytes(stream.read(8), "little")
    if length > HEADER_LIMIT:
        raise _damaged(path, Phrase("It cannot be read."))
    header: dict[str, Any] = json_of(stream.read(length))
    if len(header) > MOST_TENSORS:
        raise _damaged(path, Phrase("It holds too many tensors."))
    return header


def checksum(metadata: Mapping[str, str], tensors: Mapping[str, torch.Tensor]) -> str:
    """Return the SHA-256 over all entries but the checksum, and over name, form and bytes of every tensor."""
    digest = hashlib.sha256()
    entries = {name: value for name, value in metadata.items() if name != "checksum"}
    digest.update(json.dumps(entries, sort_keys=True).encode())
    for name, tensor in sorted(tensors.items()):
        digest.update(f"\n{name} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
        digest.update(tensor.detach().contiguous().numpy().data)
    return digest.hexdigest()


def unreadable(path: Path, error: OSError, kind: type[NetSketchError] = RunError) -> NetSketchError:
    """Return the error of a kind to raise where the system does not let us read ``path``."""
    if isinstance(error, FileNotFoundError):
        return kind(
            Phrase("There is no file “{path}”.", path=path), remedy=Phrase("Check its name and place.")
        )
    if isinstance(error, IsADirectoryError):
        return kind(Phrase("“{path}” is a folder.", path=path), remedy=Phrase("Choose a file in it."))
    is_refused = isinstance(error, PermissionError)
    return kind(
        Phrase("“{path}” cannot be read.", path=path),
        cause=Phrase("The system says: {reason}.", reason=error.strerror or type(error).__name__),
        remedy=Phrase("Check its permissions.") if is_refused else Phrase("Choose another file."),
    )


def _check_kind(path: Path, kind: str, metadata: Mapping[str, str]) -> None:
    if metadata.get("format") != kind:
        raise _damaged(path, Phrase("It is another kind of file."))
    version = metadata.get("format_version", "")
    if not version.isdecimal() or int(version) > FORMAT_VERSION:
        raise RunError("“{path}” was written by a newer NetSketch.", remedy=NEWER_REMEDY, path=path)


def _damaged(path: Path, cause: Phrase) -> RunError:
    return RunError(
        "“{path}” is damaged.", cause=cause, remedy="Take another copy of it, or train anew.", path=path
    )
