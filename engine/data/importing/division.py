"""Decides which imported images are learnt from and which are tested with, no image ever on both sides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.tree import listed
from engine.data.same_images import first_of_same
from engine.data.split import even_test
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.data.importing.item import Item

TEST_SHARE = 1 / 6


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """How the images of a set are divided.

    Attributes:
        kept: ``(N,)`` bool, which images are in the set.
        test: ``(N,)`` bool, which ones are tested with.
        is_marked: Whether the files say which ones are tested with; else they were drawn.
        same: ``(N,)`` int64, the first image that is the same in every pixel.
        notes: What a person should know of it, a sentence each.
    """

    kept: NDArray[np.bool_]
    test: NDArray[np.bool_]
    is_marked: bool
    same: NDArray[np.int64]
    notes: tuple[Phrase, ...]


def divide(
    images: NDArray[np.uint8], items: Sequence[Item], labels: NDArray[np.int64], classes: Sequence[str]
) -> Division:
    """Divide images into those to learn from and those to test with.

    Where test images are marked, they stay what they are, so that figures can be held against those of others: what
    is among the training images, too, is not learnt from. Only where nothing of a class would be left to learn from,
    its images are learnt from and not tested with. Where none are marked, or all, a sixth of each class is drawn.

    Args:
        images: ``(N, 28, 28)`` uint8, as they are kept.
        items: Where they come from.
        labels: ``(N,)`` class of each.
        classes: The names of the classes.
    """
    same = first_of_same(images)
    test = np.array([item.test for item in items], dtype=np.bool_)
    kept = np.ones(len(items), dtype=np.bool_)
    notes: list[Phrase] = []
    if test.any() and not test.all():
        kept = _kept(same, test, labels)
        notes += _across(items, test, kept, same)
    is_marked = bool((test & kept).any() and (~test & kept).any())
    if not is_marked:
        if not kept.all():
            kept[:] = True
            notes = [
                Phrase("All test images are among the training images: a sixth is drawn for testing instead.")
            ]
        test = _drawn(labels, same)
    else:
        notes += _one_sided(labels, test & kept, ~test & kept, classes)
    return Division(
        kept, test, is_marked, same, (*notes, *_within(items, same, labels, kept, classes), *_twins(items))
    )


def _kept(same: NDArray[np.int64], test: NDArray[np.bool_], labels: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which images stay where test images are marked."""
    kept = test | ~np.isin(same, same[test])
    for label in np.unique(labels[~test]):
        learnt = (labels == label) & ~test
        if not (learnt & kept).any():
            kept[learnt] = True
            kept[test & np.isin(same, same[learnt])] = False
    return kept


def _drawn(labels: NDArray[np.int64], same: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Draw a sixth of each class for testing, images that are the same together."""
    firsts = np.flatnonzero(same == np.arange(len(same)))
    test = np.zeros(len(labels), dtype=np.bool_)
    test[firsts] = even_test(labels[firsts], TEST_SHARE)
    test = test[same]
    if test.any() and set(labels[~test].tolist()) == set(labels.tolist()):
        return test
    return even_test(labels, TEST_SHARE)  # too few different images to keep them apart


def _across(
    items: Sequence[Item], test: NDArray[np.bool_], kept: NDArray[np.bool_], same: NDArray[np.int64]
) -> list[Phrase]:
    """Say what was on both sides."""
    notes = []
    tested = test & kept & np.isin(same, same[~test])
    if tested.any():
        notes.append(
            Phrase(
                "Test images that are among the training images, too: {count:,} of {whole:,} ({names}). "
                "They are tested with and not learnt from.",
                count=int(tested.sum()),
                whole=int(test.sum()),
                names=listed([items[place].name for place in np.flatnonzero(~kept & ~test).tolist()]),
            )
        )
    learnt = test & ~kept
    if learnt.any():
        notes.append(
            Phrase(
                "Test images that are all there is to learn a class from: {count:,} of {whole:,} ({names}). "
                "They are learnt from and not tested with.",
                count=int(learnt.sum()),
                whole=int(test.sum()),
                names=listed([items[place].name for place in np.flatnonzero(learnt).tolist()]),
            )
        )
    return notes


def _one_sided(
    labels: NDArray[np.int64],
    tested: NDArray[np.bool_],
    learnt: NDArray[np.bool_],
    classes: Sequence[str],
) -> list[Phrase]:
    """Say which classes are on one side only."""
    only_tested, only_learnt = (
        listed([f"“{classes[label]}”" for label in np.setdiff1d(labels[own], labels[other]).tolist()])
        for own, other in ((tested, learnt), (learnt, tested))
    )
    notes = []
    if only_tested:
        notes.append(Phrase("There are test images of {names}, and none to learn from.", names=only_tested))
    if only_learnt:
        notes.append(
            Phrase("There are images of {names} to learn from, and none to test with.", names=only_learnt)
        )
    return notes


def _within(
    items: Sequence[Item],
    same: NDArray[np.int64],
    labels: NDArray[np.int64],
    kept: NDArray[np.bool_],
    classes: Sequence[str],
) -> list[Phrase]:
    """Say which images are in the set more than once, and which ones under several labels."""
    notes = []
    groups: dict[int, list[int]] = defaultdict(list)
    for place in np.flatnonzero(kept).tolist():
        groups[int(same[place])].append(place)
    repeated = [place for group in groups.values() for place in group[1:]]
    if repeated:
        notes.append(
            Phrase(
                "Images that are the same as another one in every pixel: {count:,} ({names}). "
                "Such images stay together, in training, validation or test.",
                count=len(repeated),
                names=listed([items[place].name for place in repeated]),
            )
        )
    disputed = [group for group in groups.values() if len({int(labels[place]) for place in group}) > 1]
    if disputed:
        group = disputed[0]
        first = group[0]
        other = next(place for place in group if labels[place] != labels[first])
        notes.append(
            Phrase(
                "Images that stand under several labels: {count:,}, such as {first} (“{one}”) "
                "and {second} (“{other}”).",
                count=len(disputed),
                first=items[first].name,
                one=classes[labels[first]],
                second=items[other].name,
                other=classes[labels[other]],
            )
        )
    return notes


def _twins(items: Sequence[Item]) -> list[Phrase]:
    """Say which classes differ by capital letters alone."""
    alike: dict[str, set[str]] = defaultdict(set)
    for label in {item.label for item in items}:
        alike[label.casefold()].add(label)
    twins = [
        Phrase.listed(f"“{label}”" for label in sorted(names)) for names in alike.values() if len(names) > 1
    ]
    if not twins:
        return []
    return [
        Phrase(
            "These classes differ by capital letters alone and are kept apart: {names}.",
            names=listed(sorted(twins)),
        )
    ]


def in_one_spelling(items: Sequence[Item]) -> list[Item]:
    """Return images with a class that is ``Cat`` in training and ``cat`` in testing under its name in training.

    Where both spellings are in one part, they are classes of their own.
    """
    spellings: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for item in items:
        spellings[item.label.casefold(), item.test].add(item.label)

    def named(item: Item) -> Item:
        learnt, tested = (spellings.get((item.label.casefold(), test), set()) for test in (False, True))
        return replace(item, label=min(learnt)) if len(learnt) == len(tested) == 1 else item

    return [named(item) if item.test else item for item in items]
