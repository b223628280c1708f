"""What a data set is: images or rows of numbers, labels and the names of the classes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import DataError
from engine.goals.registry import CLASSES, goal_holding
from engine.inputs.feature import MOST_FEATURES
from engine.inputs.registry import INPUT_KINDS, kind_holding
from engine.inputs.text import MOST_SIGNS, is_alphabet
from engine.records import dataclass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.inputs.feature import Feature
    from engine.inputs.kind import Shape


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Labelled examples: images held as bytes, or rows of numbers.

    Attributes:
        name: Short name, such as ``mnist``.
        images: ``(N, H, W)`` or ``(N, H, W, C)`` uint8, 0 is background; of numbers ``(N, F)`` float32, all finite.
        labels: ``(N,)`` int64, each an index into ``classes``; of a number ``(N,)`` float32, the targets; what other
            goals have, ``engine.goals`` says.
        classes: The names of the classes in the order of their indices; of a number the name of the target alone.
        same: ``(N,)`` int64, one number for images that are the same in every pixel, and for texts of which none may
            validate the others; None where nobody looked.
        test_count: How many of the images, the last ones, are to test with, where all of a set lie behind each other.
        features: What each of the ``F`` numbers of a row is; of pictures none.
        added: ``(N,)`` bool, which are only learnt from beside others and are not what the network will be asked about,
            such as a program's drawings beside people's; None where none is.

    Raises:
        DataError: If shapes, types or labels contradict each other.
    """

    name: str
    images: NDArray[Any]
    labels: NDArray[Any]
    classes: tuple[str, ...]
    same: NDArray[np.int64] | None = None
    test_count: int = 0
    features: tuple[Feature, ...] = ()
    added: NDArray[np.bool_] | None = None

    def __post_init__(self) -> None:
        kind = kind_holding(self.images)
        if kind is None:
            raise DataError(
                "The images of “{name}” have the wrong form.",
                cause="They are {dtype} of shape {shape}.",
                remedy="Images must be bytes of shape (N, H, W) or (N, H, W, C), numbers float32 of shape (N, F), and "
                "text uint16 of shape (N, T).",
                name=self.name,
                dtype=self.images.dtype,
                shape=self.images.shape,
            )
        if kind.has_features:
            self._check_numbers()
        goal = goal_holding(self.labels)
        fits = goal is not None and goal.per_place is kind.per_place
        sides = self.labels.ndim  # of a text there is a label at each place
        if goal is None or not fits or self.labels.shape != self.images.shape[:sides]:
            raise DataError(
                "Examples and labels of “{name}” do not belong together.",
                cause="There are {images} examples and {labels} labels.",
                remedy="Check the files or fetch them again.",
                name=self.name,
                images=len(self.images),
                labels=len(self.labels),
            )
        if not goal.fits(self.labels, len(self.classes)):
            if goal.name == "number":
                raise DataError(
                    "The targets of “{name}” cannot be learnt.",
                    cause="Each must be a finite number of at most 10¹², and there must be one name for all of them.",
                    remedy="Leave out the rows they are in, or count in thousands or millions.",
                    name=self.name,
                )
            raise DataError(
                "A label of “{name}” names no class.",
                cause="Labels run to {highest}, classes are {classes}.",
                remedy="Check the files or fetch them again.",
                name=self.name,
                highest=self.labels.max(),
                classes=len(self.classes),
            )
        if kind.per_place:
            self._check_text()

    def __len__(self) -> int:
        return len(self.labels)

    def _check_text(self) -> None:
        """See that the names of the classes are an alphabet, and each place of a text is one in it.

        Raises:
            DataError: If not.
        """
        if is_alphabet(self.classes, self.image_shape) and self.images.max(initial=0) < len(self.classes):
            return
        raise DataError(
            "The characters of “{name}” do not belong to its alphabet.",
            cause="An alphabet has at most {most:,} characters, no two alike, and every character is one of them.",
            remedy="Check the files or fetch them again.",
            name=self.name,
            most=MOST_SIGNS,
        )

    def _check_numbers(self) -> None:
        """See that there is a feature for each number of a row, and that each number is one.

        Raises:
            DataError: If not.
        """
        if not 0 < len(self.features) == self.images.shape[1] <= MOST_FEATURES:
            raise DataError(
                "The features of “{name}” do not belong to its numbers.",
                cause="A row has {count:,} numbers, and {features:,} features are named; {most:,} are the most.",
                remedy="Check the files or fetch them again.",
                name=self.name,
                count=self.images.shape[1],
                features=len(self.features),
                most=MOST_FEATURES,
            )
        if not np.isfinite(self.images).all():
            raise DataError(
                "Some numbers of “{name}” are infinite or none.",
                remedy="Leave out the rows they are in.",
                name=self.name,
            )

    @property
    def kind(self) -> str:
        """The kind of input: ``picture`` or ``numbers``."""
        kind = kind_holding(self.images)
        assert kind is not None, "it was checked"
        return kind.name

    @property
    def goal(self) -> str:
        """What a network is to give for an example, the name of a goal: ``classes`` or ``number``."""
        goal = goal_holding(self.labels)
        assert goal is not None, "it was checked"
        return goal.name

    @property
    def alphabet(self) -> str:
        """The characters of text, by their places, which without them could be any; of other kinds nothing."""
        return "".join(self.classes) if INPUT_KINDS[self.kind].per_place else ""

    @property
    def image_shape(self) -> Shape:
        """Shape of one example as layers count it: ``(C, H, W)``, of numbers ``(F,)``, of text ``(T, alphabet)``."""
        return INPUT_KINDS[self.kind].shape_of(self.images.shape[1:], len(self.classes))

    def class_counts(self) -> NDArray[np.int64]:
        """How many images each class has, ``(classes,)`` int64; of other goals all count for each of the names."""
        if self.goal != CLASSES.name:
            return np.full(len(self.classes), len(self), np.int64)
        return np.bincount(self.labels, minlength=len(self.classes)).astype(np.int64)

    def subset(self, indices: NDArray[np.integer] | slice) -> Dataset:
        """Return the images at ``indices`` as a data set of the same name and classes."""
        same = None if self.same is None else self.same[indices]
        added = None if self.added is None else self.added[indices]
        return replace(
            self,
            images=self.images[indices],
            labels=self.labels[indices],
            same=same,
            added=added,
            test_count=0,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Three disjoint parts of a data set; ``validation`` may be empty."""

    train: Dataset
    validation: Dataset
    test: Dataset

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes, the same in all three parts."""
        return self.train.classes

    @property
    def goal(self) -> str:
        """What a network is to give, the same in all three parts."""
        return self.train.goal
