"""Which data sets there are, and how each is loaded: by its name."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np

from engine.config import DataConfig
from engine.data import generated, imported_sets
from engine.data.dataset import Dataset, Split
from engine.data.my_digits import NAME as MY_DIGITS
from engine.data.my_digits import my_digits
from engine.data.sources.mnist import FASHION_MNIST, MNIST, IdxImages
from engine.data.split import split
from engine.errors import DataError
from engine.runtime import available_memory
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    Progress = Callable[[str, float], None]
    IsCancelled = Callable[[], bool]

Part = Literal["train", "test", "all"]

KEPT_IN_MEMORY = 2  # data sets; a change of seed or share shall not read or draw them again
TEST_START = 1 << 40  # index of the first generated test image: beyond any that are trained on
TEST_SHARE = 6  # one test image for so many training images
BYTES_PER_DRAWING = 2_000  # twice its pixels, for the copy in the split, and what drawing needs


@dataclass(frozen=True, slots=True)
class DatasetInfo:
    """What a person should know of a data set.

    Attributes:
        name: As in the settings, such as ``mnist``.
        title: As a person reads it.
        description: One or two sentences.
        needs_download: Whether it comes over the network when it is not on this computer.
        has_drawn_digits: Whether digits of this program are in it, so that their settings matter.
    """

    name: str
    title: str
    description: str
    needs_download: bool
    has_drawn_digits: bool = False


class Source(Protocol):
    """Where the images of one data set come from."""

    def key(self, config: DataConfig) -> Hashable | None:
        """Return what decides the images, or None if they are not on this computer; must be quick."""

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return training and test images, no image in both."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A published data set, found in a folder or downloaded."""

    images: IdxImages

    def key(self, config: DataConfig) -> Hashable | None:
        """Return which files hold the images, and in which state."""
        paths = self.images.files.found()
        if paths is None:
            return None
        try:
            return tuple((path, path.stat().st_size, path.stat().st_mtime_ns) for path in paths)
        except OSError:  # gone in this very moment
            return None

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return training and test images as published."""
        return self.images.read(progress=progress, cancelled=cancelled)


@dataclass(frozen=True, slots=True)
class DrawnSource:
    """The built-in digits."""

    def key(self, config: DataConfig) -> Hashable | None:
        """Return which digits are drawn."""
        return config.generated_count, config.seed, config.variation

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return training and test images of distinct indices.

        The test images of a seed are the same however many are trained on.

        Raises:
            DataError: If they do not fit in memory.
        """
        count = config.generated_count
        test_count = max(1, count // TEST_SHARE)
        _check_fits(count + test_count)

        def report(before: int) -> Callable[[int, int], None]:
            def tell(done: int, _: int) -> None:
                if progress is not None:
                    progress(Phrase("Drawing digits"), (before + done) / (count + test_count))

            return tell

        def draw(how_many: int, start: int, before: int) -> Dataset:
            return generated.dataset(
                how_many,
                config.seed,
                start=start,
                variation=config.variation,
                progress=report(before),
                cancelled=cancelled,
            )

        train = draw(count, 0, 0)
        test = draw(test_count, TEST_START, count)
        return train, test


@dataclass(frozen=True, slots=True)
class MyDigitsSource:
    """The drawings of the person at this computer."""

    def key(self, config: DataConfig) -> Hashable | None:
        """Return in which state the drawings are."""
        return my_digits().stamp()

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return the drawings to learn from and those to test with.

        Raises:
            DataError: If there are none.
        """
        train, test = my_digits().parts()
        if not len(train):
            raise DataError(
                "There are no drawings in My Digits yet.",
                remedy="Draw on the pad and say what it is: press the digit's key.",
            )
        return train, test


@dataclass(frozen=True, slots=True)
class MixedSource:
    """Two data sets of the same classes to learn from together; the first one's test images test.

    Attributes:
        name: Name of the mixture.
        first: The one that also tests.
        second: The one that adds to its training images.
    """

    name: str
    first: Source
    second: Source

    def key(self, config: DataConfig) -> Hashable | None:
        """Return what decides the images of both, or None if one of them is not on this computer."""
        keys = self.first.key(config), self.second.key(config)
        return None if None in keys else keys

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return the training images of both, those of the first in front, and the first one's test images.

        Raises:
            DataError: If one of them cannot be had.
        """
        train, test = self.first.parts(config, progress, cancelled)
        added, _ = self.second.parts(config, progress, cancelled)
        images = np.concatenate([train.images, added.images])
        labels = np.concatenate([train.labels, added.labels])
        return Dataset(self.name, images, labels, train.classes), Dataset(
            self.name, test.images, test.labels, test.classes
        )


@dataclass(frozen=True, slots=True)
class ImportedSetSource:
    """Images that a person brought in.

    Attributes:
        name: The name of their data set.
    """

    name: str

    def key(self, config: DataConfig) -> Hashable | None:
        """Return in which state their file is."""
        return imported_sets.stamp(self.name)

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return the images as they were divided when they were brought in."""
        if progress is not None:
            progress(Phrase("Reading {title}", title=self.name), 0.0)
        return imported_sets.load_parts(self.name)


_REGISTRY: dict[str, tuple[DatasetInfo, Source]] = {
    info.name: (info, source)
    for info, source in (
        (
            DatasetInfo(
                "generated",
                "Generated digits",
                "The ten digits, drawn by this program in ever new hands. Nothing is downloaded.",
                needs_download=False,
                has_drawn_digits=True,
            ),
            DrawnSource(),
        ),
        (
            DatasetInfo(
                "mnist",
                "MNIST",
                "60,000 handwritten digits to learn from and 10,000 to test with; the best-known data of the field.",
                needs_download=True,
            ),
            FileSource(MNIST),
        ),
        (
            DatasetInfo(
                "both",
                "MNIST and generated digits",
                "The training images of both together, so that ways of writing are learnt that MNIST lacks; "
                "MNIST's test images test.",
                needs_download=True,
                has_drawn_digits=True,
            ),
            MixedSource("both", FileSource(MNIST), DrawnSource()),
        ),
        (
            DatasetInfo(
                "fashion-mnist",
                "Fashion-MNIST",
                "60,000 pictures of clothes, shoes and bags and 10,000 to test with; harder than digits.",
                needs_download=True,
            ),
            FileSource(FASHION_MNIST),
        ),
        (
            DatasetInfo(
                MY_DIGITS,
                "My Digits",
                "What you have drawn on the pad and named: draw a digit, then press its key.",
                needs_download=False,
            ),
            MyDigitsSource(),
        ),
    )
}

_memory: OrderedDict[Hashable, tuple[Dataset, Dataset]] = OrderedDict()
_memory_lock = threading.Lock()


def names() -> tuple[DatasetInfo, ...]:
    """Return every data set there is, the one to try first in front."""
    return tuple(info for info, _ in _known().values())


def _known() -> dict[str, tuple[DatasetInfo, Source]]:
    """Return what is built in and, behind it, what the person has brought in."""
    own = (
        DatasetInfo(each.name, each.title, imported_sets.description(each), needs_download=False)
        for each in imported_sets.imported_sets()
        if each.name not in _REGISTRY
    )
    return _REGISTRY | {info.name: (info, ImportedSetSource(info.name)) for info in own}


def is_available(name: str) -> bool:
    """Say whether a data set can be loaded without a network; quick, so without proving its files.

    A name that is not known is not available.
    """
    known = _known()
    return name in known and known[name][1].key(DataConfig()) is not None


def load(
    name: str,
    *,
    part: Part = "train",
    config: DataConfig | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Dataset:
    """Return the images of a data set, downloading it if it is not on this computer.

    Args:
        name: One of ``names()``.
        part: The images to train on, those to test with, or all of them, training images first.
        config: Settings; how many digits are drawn and from which seed. ``dataset`` and the division are ignored.
        progress: Told what is done and which share of it, 0 to 1.
        cancelled: Asked many times a second whether to stop.

    Returns:
        The images; they belong to the caller.

    Raises:
        DataError: If there is no such data set, or it cannot be had.
        Cancelled: If ``cancelled`` said so.
    """
    train, test = _parts(name, config or DataConfig(), progress, cancelled)
    if part == "all":
        images = np.concatenate([train.images, test.images])
        return Dataset(train.name, images, np.concatenate([train.labels, test.labels]), train.classes)
    if part not in ("train", "test"):
        raise DataError(
            "There is no part “{part}” of a data set.", remedy="Ask for train, test or all.", part=part
        )
    return _own(train if part == "train" else test)


def load_split(
    config: DataConfig, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> Split:
    """Return the data that the settings describe, divided into training, validation and test images.

    Args:
        config: Which data, how many, and how divided.
        progress: Told what is done and which share of it, 0 to 1.
        cancelled: Asked many times a second whether to stop.

    Raises:
        DataError: If there is no such data set, it cannot be had, or nothing is left to train on.
        Cancelled: If ``cancelled`` said so.
    """
    train, test = _parts(config.dataset, config, progress, cancelled)
    return split(train, _own(test), config)


def _parts(
    name: str, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
) -> tuple[Dataset, Dataset]:
    """Return training and test images, from memory where they are still there; not to be written to."""
    registry = _known()
    if name not in registry:
        raise DataError(
            "There is no data set “{name}”.",
            remedy="Data sets are: {known}.",
            name=name,
            known=", ".join(registry),
        )
    source = registry[name][1]
    with _memory_lock:
        key = (name, source.key(config))
        if key in _memory:
            _memory.move_to_end(key)
            return _memory[key]
    parts = source.parts(config, progress, cancelled)
    with _memory_lock:
        key = (name, source.key(config))  # a download has just brought the files
        if key[1] is not None:
            _memory[key] = parts
        while len(_memory) > KEPT_IN_MEMORY:
            _memory.popitem(last=False)
    return parts


def _own(dataset: Dataset) -> Dataset:
    """Copy a data set, so that nobody writes to the one in memory."""
    return Dataset(dataset.name, dataset.images.copy(), dataset.labels.copy(), dataset.classes)


def _check_fits(count: int) -> None:
    available = available_memory()
    if available is not None and count * BYTES_PER_DRAWING > available:
        raise DataError(
            "{count:,} digits do not fit into memory.",
            cause="They need about {needed:,.1f} GB, {free:,.1f} GB are free.",
            remedy="Draw fewer digits.",
            count=count,
            needed=count * BYTES_PER_DRAWING / 1e9,
            free=available / 1e9,
        )
