"""What can be said of the data before a run begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.goals.registry import CLASSES, GOALS
from engine.inputs.registry import INPUT_KINDS
from engine.training.doctor.findings import Finding, FindingKind
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.data.dataset import Dataset, Split

IMBALANCE = 5.0
"""The largest class to the smallest."""
FEW_A_CLASS = 20
STEPS_AN_EPOCH = 10
"""As many at least are wished for where the batch is larger than the set."""


def check_data(experiment: Experiment, data: Split) -> tuple[Finding, ...]:
    """Return what is wrong with the training images and how they are dealt out.

    Args:
        experiment: Its batch size counts.
        data: What would be trained on.
    """
    found = (_imbalance(data.train), _too_few(experiment, data.train), _batch(experiment, data.train))
    return tuple(finding for finding in found if finding is not None)


def _imbalance(train: Dataset) -> Finding | None:
    counts = train.class_counts()
    most, least = int(counts.argmax()), int(counts.argmin())
    if counts[most] < IMBALANCE * max(counts[least], 1):
        return None
    return Finding(
        FindingKind.IMBALANCED,
        Phrase("Some classes have far more examples than others; the network will favour them."),
        Phrase(
            "“{most}” has {many:,} training examples, “{least}” has {few:,}.",
            most=train.classes[most],
            many=int(counts[most]),
            least=train.classes[least],
            few=int(counts[least]),
        ),
        Phrase(
            "Add examples of “{least}”, or take some of “{most}” out.",
            most=train.classes[most],
            least=train.classes[least],
        ),
    )


def _too_few(experiment: Experiment, train: Dataset) -> Finding | None:
    wanted = FEW_A_CLASS * len(train.classes)
    is_text = GOALS[train.goal].per_place  # whose characters are no classes, and come again in each example
    if is_text or len(train) >= wanted:
        return None
    limited = 0 < experiment.data.train_count < 2 * wanted
    can_vary = not INPUT_KINDS[train.kind].no_variation
    more = (
        Phrase("Add images, and let every training image be varied each time it is seen.")
        if can_vary
        else Phrase("Add examples: with so few, chance decides what is learnt.")
    )
    return Finding(
        FindingKind.TOO_FEW_IMAGES,
        Phrase("There are too few examples to learn from."),
        Phrase("{count:,} training examples.", count=len(train))
        if train.goal != CLASSES.name
        else Phrase(
            "{count:,} training examples for {classes} classes: {each:.3g} a class.",
            count=len(train),
            classes=len(train.classes),
            each=len(train) / len(train.classes),
        ),
        Phrase("Use all examples there are.") if limited else more,
        {"data.train_count": 0} if limited else {"data.augmentation.enabled": True} if can_vary else {},
    )


def _batch(experiment: Experiment, train: Dataset) -> Finding | None:
    size, count = experiment.training.batch_size, len(train)
    if size <= count:
        return None
    smaller = 2 ** max(0, (count // STEPS_AN_EPOCH).bit_length() - 1)
    return Finding(
        FindingKind.BATCH_TOO_LARGE,
        Phrase("A batch is larger than the training set, so each epoch is a single step."),
        Phrase(
            "The batch size is {size:,}, and there are {count:,} training examples.", size=size, count=count
        ),
        Phrase("Lower the batch size to {smaller}.", smaller=smaller),
        {"training.batch_size": smaller},
    )
