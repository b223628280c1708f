"""Reads an NPZ file: arrays of images and of labels, perhaps in parts, perhaps with the names of the classes."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.data.importing.arrays import array_items
from engine.data.importing.item import Item, Rejected
from engine.data.importing.layout import LEARN, TEST, VALIDATE, WORDS, validation_note, words_in
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.data.npz_file import open_npz
from engine.packed import most_images
from engine.runtime import available_memory
from engine.words import Phrase
from engine.zip_files import BadZip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from engine.data.importing.reader import IsCancelled, Progress
    from engine.data.npz_file import NpzFile, StoredArray

# The first ones go before the later ones where a part has several.
IMAGE_NAMES = ("images", "image", "imgs", "img", "x", "data", "dataset", "pixels", "features", "inputs", "input",
               "samples", "digits")  # fmt: skip
LABEL_NAMES = ("labels", "label", "lbls", "y", "targets", "target", "digit")
TEST_NAME = "is_test"  # as our own files say of each image whether it is one to test by
CLASS_NAMES = ("classes", "class_names", "label_names", "target_names", "names", "categories")
ROLES = (("labels", LABEL_NAMES), ("images", IMAGE_NAMES))
PARTS = (LEARN, VALIDATE, TEST)


class NpzReader(Reader):
    """Reads ``images`` and ``labels``, ``x`` and ``y`` and their like, with ``train``, ``val`` and ``test`` beside.

    ``classes`` are the names of the classes in the order of the labels; ``is_test`` says of each image whether it is
    one to test by, where they are not in parts. Nothing in the file is ever executed.
    """

    title = Phrase("an NPZ file")
    patterns = ("*.npz",)

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Find the images among the arrays, and read what belongs to them."""
        try:
            with ExitStack() as stack:
                return _found(path, stack)
        except BadZip as error:
            raise Unreadable(error.cause) from error


READER = NpzReader()


def _found(path: Path, stack: ExitStack) -> Found:
    file = stack.enter_context(open_npz(path))
    arrays = _with_partner(path, file, stack)
    names = {name.lower(): name for name in arrays}
    parting = names.get(TEST_NAME)
    arrays = {name: array for name, array in arrays.items() if name != parting}
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
    # A part may have been left empty.
    pairs = {
        part: pair
        for part, pair in pairs.items()
        if any(arrays[name].ndim == 0 or len(arrays[name]) for name in pair)
    }
    wanted = [arrays[name] for pair in pairs.values() for name in pair]
    named = next((names[name] for name in CLASS_NAMES if name in names), None)
    held = sum(array.nbytes for array in wanted)
    if held > (available_memory() or held):
        raise Unreadable(Phrase("Unpacked it does not fit into memory."))
    most = most_images(path.stat().st_size)
    classes = arrays[named].read() if named is not None and pairs else None
    tests = file.arrays[parting] if parting is not None and list(pairs) == [LEARN] else None
    for part, (images, labels) in pairs.items():
        parts = arrays[images].read(), arrays[labels].read()
        items += array_items(*parts, classes, test=part == TEST, most=most - len(items))
        if part == VALIDATE and len(pairs) > 1:
            notes.append(validation_note(images))
    if tests is not None and items:
        items = _parted(items, tests)
    if alone:
        notes.append(
            Phrase(
                "No labels are known for {names}: it is left out.",
                names=Phrase.listed(f"“{name}”" for name in alone),
            )
        )
    if not items:
        raise Unreadable(next(iter(file.damaged.values()), None) or _missing(arrays))
    rejected = [Rejected(name, why) for name, why in file.damaged.items()]
    return Found(items, rejected, tuple(notes), held=held)


def _parted(items: list[Item], tests: StoredArray) -> list[Item]:
    """Return images, each for training or for testing as an array ``(N,)`` says: true is for testing.

    Raises:
        Unreadable: If it does not say so of each of them.
    """
    if tests.size == len(items) == max(tests.shape, default=0) and tests.dtype.kind in "buif":
        values = tests.read().reshape(-1)
        if ((values == 0) | (values == 1)).all():
            return [replace(item, test=bool(value)) for item, value in zip(items, values, strict=True)]
    raise Unreadable(
        Phrase(
            "“{name}” in it does not say by a 0 or a 1 of each image whether it is one to test by: mend it, or leave "
            "it out.",
            name=tests.name,
        )
    )


def _with_partner(path: Path, file: NpzFile, stack: ExitStack) -> dict[str, StoredArray]:
    """Return images with their labels where these lie in a file of their own, as ``…-imgs.npz`` and ``…-labels.npz``.

    Raises:
        Unreadable: If it is the file of the labels: it is read with the images.
    """
    role, _, rest = _role(_words(path.stem))
    if len(file.arrays) != 1 or not role:
        return file.arrays
    for other in sorted(path.parent.glob("*.npz")):
        other_role, _, other_rest = _role(_words(other.stem))
        if not other_role or other_role == role or other_rest != rest:
            continue
        if role == "labels":
            raise Unreadable(Phrase("It holds the labels of “{name}”, and is read with it.", name=other.name))
        labels = stack.enter_context(open_npz(other)).arrays
        if len(labels) == 1:
            return dict(zip(("images", "labels"), (*file.arrays.values(), *labels.values()), strict=True))
    return file.arrays


def _role(words: list[str]) -> tuple[str, int, list[str]]:
    """Return whether words name ``images`` or ``labels``, or neither; how far behind others; and the words beside."""
    for role, known in ROLES:
        if named := [word for word in words if word in known]:
            return role, known.index(named[0]), [word for word in words if word not in known]
    return "", 0, words


def _pairs(arrays: Mapping[str, StoredArray]) -> tuple[dict[str, tuple[str, str]], list[str]]:
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
    counts = {len(arrays[name]) for name, _ in pairs.values() if arrays[name].ndim}
    unused = [
        name
        for name, array in arrays.items()
        if array.ndim > 2 and len(array) not in counts and name not in images.values()
    ]
    return pairs, [*(name for part, name in images.items() if part not in pairs and pairs), *unused]


def _words(name: str) -> list[str]:
    """Return the words of an array's name: of ``x_train``, ``trainX``, ``Xtrain`` and ``train-images`` the same two."""
    joined = re.compile(rf"^([xy])({'|'.join(WORDS)})$")
    return " ".join(joined.sub(r"\1 \2", word) for word in words_in(name)).split()


def _only_pair(arrays: Mapping[str, StoredArray]) -> tuple[str, str] | None:
    """Return the one array that can be images and the one that can be their labels, whatever they are called."""
    plain = {name: array for name, array in arrays.items() if array.ndim}
    images = [
        name for name, array in plain.items() if array.ndim > 1 and array.size // max(len(array), 1) > 15
    ]
    if len(images) != 1:
        return None
    ends = (plain[images[0]].shape[0], plain[images[0]].shape[-1])
    labels = [name for name, array in plain.items() if name not in images and len(array) in ends]
    return (images[0], labels[0]) if len(labels) == 1 else None


def _missing(arrays: Mapping[str, StoredArray]) -> Phrase:
    roles = {role for name in arrays if (role := _role(_words(name))[0])}
    shapes = Phrase.listed(f"{name} {array.shape}" for name, array in list(arrays.items())[:8])
    if roles == {"images"}:
        return Phrase("It has images and no labels: {names}.", names=shapes)
    if roles == {"labels"}:
        return Phrase("It has labels and no images: {names}.", names=shapes)
    return Phrase("It has no arrays “images” and “labels” but: {names}.", names=shapes or "–")
