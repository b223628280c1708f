"""Reads an NPZ file: arrays of images and of labels, perhaps in parts, perhaps with the names of the classes."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.importing.arrays import array_items
from engine.data.importing.item import Item
from engine.data.importing.layout import LEARN, TEST, VALIDATE, WORDS, validation_note, words_in
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.regular_file import open_regular
from engine.runtime import available_memory
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.reader import IsCancelled, Progress

MAX_BYTES = 8 << 30  # unpacked, where the free memory is not known
# The first ones go before the later ones where a part has several.
IMAGE_NAMES = ("images", "image", "imgs", "img", "x", "data", "dataset", "pixels", "features", "inputs", "input",
               "samples", "digits")  # fmt: skip
LABEL_NAMES = ("labels", "label", "lbls", "y", "targets", "target", "digit")
CLASS_NAMES = ("classes", "class_names", "label_names", "target_names", "names", "categories")
ROLES = (("labels", LABEL_NAMES), ("images", IMAGE_NAMES))
PARTS = (LEARN, VALIDATE, TEST)


class NpzReader(Reader):
    """Reads ``images`` and ``labels``, ``x`` and ``y`` and their like, with ``train``, ``val`` and ``test`` beside.

    ``classes`` are the names of the classes in the order of the labels. Nothing in the file is ever executed.
    """

    title = Phrase("an NPZ file")
    patterns = ("*.npz",)

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Read all arrays and find the images among them."""
        arrays = _with_partner(path, _arrays(path))
        names = {name.lower(): name for name in arrays}
        classes = next((_plain(arrays, names[name]) for name in CLASS_NAMES if name in names), None)
        items: list[Item] = []
        notes: list[Phrase] = []
        pairs, alone = _pairs(arrays)
        if not pairs and (pair := _only_pair(arrays)):
            pairs = {LEARN: pair}
            notes.append(
                Phrase(
                    "“{images}” is taken for the images and “{labels}” for their labels.",
                    images=pair[0],
                    labels=pair[1],
                )
            )
        for part, (images, labels) in pairs.items():
            if all(array is not None and not len(array) for array in (arrays[images], arrays[labels])):
                continue  # a part that was left empty
            items += array_items(_plain(arrays, images), _plain(arrays, labels), classes, test=part == TEST)
            if part == VALIDATE and len(pairs) > 1:
                notes.append(validation_note(images))
        if alone:
            notes.append(
                Phrase("No labels are known for “{names}”: it is left out.", names="”, “".join(alone))
            )
        if not items:
            raise Unreadable(_missing(arrays))
        return Found(items, [], tuple(notes))


READER = NpzReader()


def _with_partner(path: Path, arrays: dict[str, NDArray[Any] | None]) -> dict[str, NDArray[Any] | None]:
    """Return images with their labels where these lie in a file of their own, as ``…-imgs.npz`` and ``…-labels.npz``.

    Raises:
        Unreadable: If it is the file of the labels: it is read with the images.
    """
    role, _, rest = _role(_words(path.stem))
    if len(arrays) != 1 or not role:
        return arrays
    for other in sorted(path.parent.glob("*.npz")):
        other_role, _, other_rest = _role(_words(other.stem))
        if not other_role or other_role == role or other_rest != rest:
            continue
        if role == "labels":
            raise Unreadable(Phrase("It holds the labels of “{name}”, and is read with it.", name=other.name))
        labels = _arrays(other)
        if len(labels) == 1:
            return dict(zip(("images", "labels"), (*arrays.values(), *labels.values()), strict=True))
    return arrays


def _role(words: list[str]) -> tuple[str, int, list[str]]:
    """Return whether words name ``images`` or ``labels``, or neither; how far behind others; and the words beside."""
    for role, known in ROLES:
        if named := [word for word in words if word in known]:
            return role, known.index(named[0]), [word for word in words if word not in known]
    return "", 0, words


def _pairs(arrays: Mapping[str, NDArray[Any] | None]) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """Return the names of the images and of the labels of each part of the set, and those of images without labels."""
    found: dict[tuple[str, str], tuple[tuple[bool, int, int], str]] = {}
    for name in arrays:
        if name.lower() in CLASS_NAMES:
            continue
        words = _words(name)
        part = next((WORDS[word] for word in words if word in WORDS), "")
        rest = [word for word in words if word not in WORDS]
        role, rank, _ = _role(rest)
        if not role:
            continue
        key, own = (part or LEARN, role), ((not part, rank, len(rest)), name)
        if key not in found or own[0] < found[key][0]:
            found[key] = own
        elif own[0] == found[key][0]:
            raise Unreadable(
                Phrase(
                    "The labels may be in “{first}” or in “{second}”: leave one of them out of the file."
                    if role == "labels"
                    else "The images may be in “{first}” or in “{second}”: leave one of them out of the file.",
                    first=found[key][1],
                    second=name,
                )
            )
    images = {part: found[part, "images"][1] for part in PARTS if (part, "images") in found}
    pairs = {
        part: (name, found[part, "labels"][1]) for part, name in images.items() if (part, "labels") in found
    }
    counts = {len(array) for name, _ in pairs.values() if (array := arrays[name]) is not None and array.ndim}
    unused = [
        name
        for name, array in arrays.items()
        if array is not None and array.ndim > 2 and len(array) not in counts and name not in images.values()
    ]
    return pairs, [*(name for part, name in images.items() if part not in pairs and pairs), *unused]


def _words(name: str) -> list[str]:
    """Return the words of an array's name: of ``x_train``, ``trainX``, ``Xtrain`` and ``train-images`` the same two."""
    joined = re.compile(rf"^([xy])({'|'.join(WORDS)})$")
    return " ".join(joined.sub(r"\1 \2", word) for word in words_in(name)).split()


def _only_pair(arrays: Mapping[str, NDArray[Any] | None]) -> tuple[str, str] | None:
    """Return the one array that can be images and the one that can be their labels, whatever they are called."""
    plain = {name: array for name, array in arrays.items() if array is not None and array.ndim}
    images = [
        name for name, array in plain.items() if array.ndim > 1 and array.size // max(len(array), 1) > 15
    ]
    if len(images) != 1:
        return None
    ends = (plain[images[0]].shape[0], plain[images[0]].shape[-1])
    labels = [name for name, array in plain.items() if name not in images and len(array) in ends]
    return (images[0], labels[0]) if len(labels) == 1 else None


def _missing(arrays: Mapping[str, NDArray[Any] | None]) -> Phrase:
    roles = {role for name in arrays if (role := _role(_words(name))[0])}
    shapes = ", ".join(
        name if array is None else f"{name} {array.shape}" for name, array in list(arrays.items())[:8]
    )
    if roles == {"images"}:
        return Phrase("It has images and no labels: {names}.", names=shapes)
    if roles == {"labels"}:
        return Phrase("It has labels and no images: {names}.", names=shapes)
    return Phrase("It has no arrays “images” and “labels” but: {names}.", names=shapes or "–")


def _plain(arrays: Mapping[str, NDArray[Any] | None], name: str) -> NDArray[Any]:
    array = arrays[name]
    if array is None:
        raise Unreadable(
            Phrase(
                "“{name}” in it holds Python objects, which could run programs, instead of a plain array.",
                name=name,
            )
        )
    return array


def _arrays(path: Path) -> dict[str, NDArray[Any] | None]:
    """Return all arrays in a file; nothing for those that hold objects, which are never made."""
    limit = available_memory() or MAX_BYTES
    try:
        with open_regular(path) as stream, zipfile.ZipFile(stream) as archive:
            needed = sum(info.file_size for info in archive.infolist())
        if needed > limit:
            raise Unreadable(Phrase("Unpacked it does not fit into memory."))
        found: dict[str, NDArray[Any] | None] = {}
        with open_regular(path) as stream, np.load(stream, allow_pickle=False) as arrays:
            for name in arrays.files:
                try:
                    array = arrays[name]
                except ValueError as error:
                    if "allow_pickle" not in str(error):
                        raise
                    found[name] = None
                else:
                    if isinstance(array, np.ndarray):  # what is no array comes as its bytes
                        found[name] = array
        return found
    except (
        ValueError,
        EOFError,
        KeyError,
        RuntimeError,
        NotImplementedError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise Unreadable(Phrase("It is damaged or no NPZ file.")) from error
