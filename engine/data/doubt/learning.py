"""Teaching a doubt: from training drawings and from strangers beside them, the limit from validation drawings."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

import numpy as np

from engine.data.doubt import kept
from engine.data.doubt.directions import features
from engine.data.doubt.doubt import Doubt
from engine.data.doubt.strangers import INKED, strangers
from engine.data.photo import takes_drawings
from engine.errors import Cancelled
from engine.goals.registry import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.data.dataset import Dataset, Split

REFUSED = 0.015
"""Share of the validation drawings that may be stranger than the limit; of others then 2 of 100 are, seldom more.

Only those count that are not `added`: a program's drawings, wilder than people's, would let everything pass."""
LEAST = 200
"""With fewer validation drawings the limit would be one of the three strangest, and so chance."""
MOST_CLASSES = 100
MOST, MOST_ASKED = 16_000, 10_000
"""Training drawings that are learnt from, and validation drawings that are looked at."""
STRANGERS, LEAST_STRANGERS = 2.5, 4_000
"""Strangers for each training drawing, and at least so many."""
STILL = 0.1
"""Added to how far a number of the description strays: what is nearly still would have weights so large beside the
others' that a byte could not hold both."""
FILLED = 0.35
"""Where more of a picture is ink on average, it is no drawing with a pen, and strokes are no likeness of it."""
HIDDEN, EPOCHS, BATCH, RATE, DECAY = 96, 8, 256, 0.02, 0.01


_newest: tuple[weakref.ref[NDArray[np.uint8]], Doubt | None] | None = None


def known_doubt(split: Split) -> Doubt | None:
    """Return what ``learn_doubt`` found for the very same drawings the last time; None where it did not look."""
    known = _newest
    return known[1] if known is not None and known[0]() is split.train.images else None


def can_be_learnt(split: Split) -> bool:
    """Tell at once whether these may be enough drawings of classes; what is on them is looked at in learning."""
    train, validation = split.train, split.validation
    return (
        split.goal == CLASSES.name
        and takes_drawings(train.image_shape)
        and 1 < len(split.classes) <= MOST_CLASSES
        and min(len(train), len(validation)) >= LEAST
    )


def learn_doubt(
    split: Split,
    *,
    most: int | None = None,
    refused: float = REFUSED,
    hidden: int = HIDDEN,
    anew: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> Doubt | None:
    """Learn what tells the drawings of a split from others; always the same for the same split, and kept for the next.

    Args:
        split: The data a model learns from; of its test examples none is looked at.
        most: Training drawings that are learnt from, `MOST` where it is not said; more of them make it sharper, and
            slower in proportion.
        refused: Share of the validation drawings that may be stranger than the limit.
        hidden: Units of its hidden layer; more of them tell finer, and take longer to learn and more room in a file.
        anew: Whether it is learnt even where it was kept, to see what that takes.
        cancelled: Whether nobody wants it any more.

    Returns:
        None where nothing is claimed: of what are no drawings with a pen told apart by classes, or too few of them.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """
    global _newest
    if not can_be_learnt(split):
        return None
    train, validation = split.train, split.validation
    classes = len(split.classes)
    random = np.random.default_rng(0)
    chosen = np.sort(random.permutation(len(train))[: MOST if most is None else most])
    images, labels = train.images[chosen], train.labels[chosen]
    if (images > INKED).mean() > FILLED or len(np.unique(labels)) < 2:
        return None
    looked = asked_about(validation)[:MOST_ASKED]
    numbers = STRANGERS, LEAST_STRANGERS, hidden, EPOCHS, BATCH, RATE, DECAY
    key = kept.key_of(images, labels, looked, settings=(len(train), classes, refused, *numbers))
    known = None if anew else kept.load(key, classes)
    if known is not None:
        _newest = weakref.ref(train.images), known
        return known
    _heed(cancelled)
    none = strangers(images, labels, max(LEAST_STRANGERS, round(STRANGERS * len(images))), random)
    inputs = np.concatenate([features(images), features(none)])
    answers = np.concatenate([labels, np.full(len(none), classes, np.int64)])
    doubt = _fitted(inputs, answers, hidden, classes + 1, random, cancelled)
    odds = doubt.odds(looked)
    limit = float(np.quantile(odds, 1 - refused, method="higher"))
    found = Doubt(
        *(doubt.inner, doubt.inner_steps, doubt.inner_bias),
        *(doubt.outer, doubt.outer_steps, doubt.outer_bias),
        limit,
        float((odds > limit).mean()),
    )
    _newest = weakref.ref(train.images), found
    kept.keep(key, found)
    return found


def asked_about(validation: Dataset) -> NDArray[np.uint8]:
    """Return the drawings that are like those a network is asked about, all where these are too few for a limit."""
    if validation.added is None or (~validation.added).sum() < LEAST:
        return validation.images
    images: NDArray[np.uint8] = validation.images[~validation.added]
    return images


def _fitted(
    inputs: NDArray[np.float32],
    answers: NDArray[np.int64],
    hidden: int,
    outputs: int,
    random: np.random.Generator,
    cancelled: Callable[[], bool] | None,
) -> Doubt:
    """Train a network with one hidden layer (ReLU) to give the right one of its outputs; no limit is known yet.

    Adam with decoupled weight decay; the rate rises for a third of the steps and falls to nothing.

    Source: I. Loshchilov, F. Hutter, Decoupled weight decay regularization, arXiv:1711.05101.
    """
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + np.float32(STILL)
    inputs = (inputs - mean) / spread

    def begun(rows: int, columns: int) -> NDArray[np.float32]:
        return np.float32(np.sqrt(2 / rows)) * random.standard_normal((rows, columns), np.float32)

    weights = [begun(inputs.shape[1], hidden), np.zeros(hidden, np.float32)]
    weights += [begun(hidden, outputs), np.zeros(outputs, np.float32)]
    moments = [(np.zeros_like(each), np.zeros_like(each)) for each in weights]
    count = len(inputs)
    steps = EPOCHS * -(-count // BATCH)
    done = 0
    for _ in range(EPOCHS):
        order = random.permutation(count)
        for start in range(0, count, BATCH):
            _heed(cancelled)
            some = order[start : start + BATCH]
            slopes = _slopes(weights, inputs[some], answers[some])
            done += 1
            rate = RATE * min(3 * done / steps, (steps - done) / (steps * 2 / 3))
            for each, (first, second), slope in zip(weights, moments, slopes, strict=True):
                first += 0.1 * (slope - first)
                second += 0.001 * (slope * slope - second)
                step = first / (1 - 0.9**done) / (np.sqrt(second / (1 - 0.999**done)) + 1e-8)
                each -= np.float32(rate) * (step + DECAY * each * (each.ndim > 1))
    inner, bias, outer, outer_bias = weights
    inner, bias = inner / spread[:, None], bias - (mean / spread) @ inner  # of inputs as they are
    (inner_numbers, inner_steps), (outer_numbers, outer_steps) = _whole(inner), _whole(outer)
    return Doubt(
        *(inner_numbers, inner_steps, bias),
        *(outer_numbers, outer_steps, outer_bias),
        limit=0.0,
        refused=0.0,
    )


def _heed(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled("Learning what is no digit was cancelled.")


def _slopes(
    weights: list[NDArray[np.float32]], inputs: NDArray[np.float32], answers: NDArray[np.int64]
) -> list[NDArray[np.float32]]:
    """Return by weights and biases what the mean cross-entropy of a batch falls by."""
    inner, bias, outer, outer_bias = weights
    hidden = np.maximum(inputs @ inner + bias, 0)  # (B, hidden)
    found = hidden @ outer + outer_bias  # (B, outputs)
    share = np.exp(found - found.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    share[np.arange(len(answers)), answers] -= 1
    share /= len(answers)
    back = (share @ outer.T) * (hidden > 0)
    return [inputs.T @ back, back.sum(axis=0), hidden.T @ share, share.sum(axis=0)]


def _whole(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return weights as whole numbers, and the step of each column."""
    steps = np.maximum(np.abs(weights).max(axis=0), np.float32(1e-12)) / 127
    return np.rint(weights / steps).astype(np.int8), steps.astype(np.float32)
