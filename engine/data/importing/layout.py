"""Finds out which folders are classes: below parts such as ``train`` and ``test``, and within folders that wrap."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from engine.data.importing.tree import listed, shown
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.data.importing.tree import Folder

LEARN, VALIDATE, TEST = "train", "validation", "test"
WORDS = {
    **dict.fromkeys(("train", "training", "trn"), LEARN),
    **dict.fromkeys(("val", "valid", "validation", "dev"), VALIDATE),
    **dict.fromkeys(("test", "testing", "tst", "t10k", "eval", "evaluation", "holdout"), TEST),
}
HANDBOOKS = frozenset({"doc", "docs", "documentation", "figures", "screenshots", "assets"})
NOISE = frozenset({"set", "data", "dataset", "images", "image", "imgs", "img", "split", "part", "folder"})


class ClassFolder(NamedTuple):
    """A folder with pictures of one class; ``test`` where they are meant for testing."""

    label: str
    folder: Folder
    test: bool


@dataclass(slots=True)
class Layout:
    """Which folders are the classes of a set.

    Attributes:
        classes: The folders of the classes; several may be of one.
        loose: Folders whose own pictures and files lie in no folder of a class; empty folders in them are no classes.
        notes: What a person should know of it.
        unlabelled: The names of the parts where these are all there is, and no folder in them tells the classes.
    """

    classes: list[ClassFolder] = field(default_factory=list)
    loose: list[Folder] = field(default_factory=list)
    notes: list[Phrase] = field(default_factory=list)
    unlabelled: list[str] = field(default_factory=list)


def parts_of(names: Sequence[str]) -> list[str | None]:
    """Return which part of a set each of several folders or files is by its name: ``train``, ``validation``, ``test``.

    ``Train``, ``training_set``, ``test-images``, ``01_train`` and ``val2017`` are parts; ``mnist_train`` is one where
    there is a ``mnist_test``; ``test tube`` is none.
    """
    words = [_words(name) for name in names]
    found = [{WORDS[word] for word in each & WORDS.keys()} for each in words]
    rests = [each - WORDS.keys() - NOISE for each in words]
    named = [rest for rest, parts in zip(rests, found, strict=True) if parts]
    common = set.intersection(*named) if len(named) > 1 else set()
    return [
        next(iter(parts)) if len(parts) == 1 and rest <= common else None
        for rest, parts in zip(rests, found, strict=True)
    ]


def _words(name: str) -> set[str]:
    """Return the words of a name in small letters, numbers at their ends left out."""
    return {word.rstrip("0123456789") for word in words_in(name)} - {""}


def words_in(name: str) -> list[str]:
    """Return the words of a name in small letters: of ``trainingSet`` and ``training_set`` the same two."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return "".join(letter if letter.isalnum() else " " for letter in parted.lower()).split()


def validation_note(name: str) -> Phrase:
    """Say what becomes of pictures that somebody set apart to validate with."""
    return Phrase(
        "The pictures in “{name}” are learnt from, too: which ones validate is drawn by the settings.",
        name=name,
    )


def layout_of(root: Folder) -> Layout:
    """Find the classes in a folder.

    A folder that holds nothing but one folder of folders wraps a set, as ``dataset-master`` does; what wraps is gone
    through. Where parts lie in it, their folders are the classes, and what lies beside them is not.
    """
    layout = Layout(loose=[root])
    while not (parts := _parts(root)) and (wrapped := _wrapped(root)) is not None:
        _leave_out(layout, [folder for folder in root.full if folder is not wrapped], shown(wrapped.name))
        root = wrapped
        layout.loose.append(root)
    full = root.full
    named = parts_of([folder.name for folder in full])
    if parts:
        _take_parts(layout, parts, [folder for folder in full if folder not in [part for part, _ in parts]])
    elif len(full) > 1 and all(named) and len(set(named)) > 1:
        layout.unlabelled = [shown(folder.name) for folder in full]
    else:
        for folder in full:
            layout.classes += _in_parts(folder)
    return layout


def _take_parts(layout: Layout, parts: list[tuple[Folder, str]], beside: list[Folder]) -> None:
    names = [shown(part.name) for part, _ in parts]
    for part, kind in parts:
        layout.loose.append(part)
        if (inner := _inside(part)) is not part:
            part = inner
            layout.loose.append(part)
        layout.classes += [ClassFolder(folder.name, folder, kind == TEST) for folder in part.full]
    _leave_out(layout, beside, listed(names))
    validating = [shown(part.name) for part, kind in parts if kind == VALIDATE]
    if validating and len(parts) > len(validating):
        layout.notes.append(validation_note(listed(validating)))


def _leave_out(layout: Layout, folders: list[Folder], beside: str) -> None:
    if folders:
        layout.notes.append(
            Phrase(
                "Left out, as no folders of classes are in it or it lies beside {parts}: "
                "{names} (pictures: {count:,}).",
                parts=beside,
                names=listed([shown(folder.name) for folder in folders]),
                count=sum(folder.below for folder in folders),
            )
        )


def _wrapped(root: Folder) -> Folder | None:
    """Return the folder that a folder does no more than wrap; a handbook with its figures may lie beside it."""
    full = [folder for folder in root.full if folder.name.lower() not in HANDBOOKS] or root.full
    if len(full) == 1 and not full[0].pictures:
        return full[0]
    divided = [folder for folder in root.full if _is_divided(folder)]
    return divided[0] if len(divided) == 1 and 2 * divided[0].below > root.below else None


def _is_divided(folder: Folder) -> bool:
    """Say whether there are parts in a folder or in what it wraps."""
    while not folder.pictures and len(folder.full) == 1 and not _parts(folder):
        folder = folder.full[0]
    return not folder.pictures and len(_parts(folder)) > 1


def _parts(root: Folder) -> list[tuple[Folder, str]]:
    """Return the folders that are parts of a set and which ones they are, or none where they are classes."""
    full = root.full
    named = [
        (folder, part)
        for folder, part in zip(full, parts_of([folder.name for folder in full]), strict=True)
        if part
    ]
    others = [folder for folder in full if not _words(folder.name) & WORDS.keys()]
    divided = [(folder, part) for folder, part in named if folder.full and not _is_flat(folder)]
    if len(divided) == 1:  # a class may be called so, too: of vehicles, or of tests
        (folder, part), beside = divided[0], [each for each in others if not _is_flat(each)]
        if part != LEARN and len(beside) == 1 and _classes(folder) & _classes(beside[0]):
            return [
                (beside[0], LEARN),
                *divided,
            ]  # whatever it is called: to be learnt from there is nothing else
        return divided if len(_inside(folder).full) > 1 and len(others) <= 1 else []
    if others and divided:
        return divided if set.intersection(*(_classes(part) for part, _ in divided)) else []
    return divided


def _inside(part: Folder) -> Folder:
    """Return the folder with the folders of the classes: ``train``, or the one that it wraps, as ``train/train``."""
    wraps = len(part.full) == 1 and len(part.full[0].full) > 1 and not part.full[0].pictures
    return part.full[0] if wraps else part


def _classes(part: Folder) -> set[str]:
    return {child.name for child in _inside(part).full}


def _is_flat(folder: Folder) -> bool:
    """Say whether no folders in it tell classes: pictures lie in it, or in one of its own name, as ``test/test``."""
    inner = [child for child in folder.full if child.pictures and child.name == folder.name]
    return bool(folder.pictures) or folder.full == inner


def _in_parts(folder: Folder) -> list[ClassFolder]:
    """Return a folder of a class, or the parts of one that is divided itself."""
    parts = parts_of([child.name for child in folder.full])
    if not folder.pictures and TEST in parts and len(parts) > 1 and all(parts):
        return [
            ClassFolder(folder.name, child, part == TEST)
            for child, part in zip(folder.full, parts, strict=True)
        ]
    return [ClassFolder(folder.name, folder, False)]
