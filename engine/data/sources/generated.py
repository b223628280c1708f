"""The built-in digits: drawn by the program, as many as the settings ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data import generated
from engine.data.dataset import Dataset
from engine.data.sources.source import DatasetInfo
from engine.errors import DataError
from engine.runtime import available_memory
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from numpy.typing import NDArray

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress

TEST_START = 1 << 40  # index of the first generated test image: beyond any that are trained on
TEST_SHARE = 6  # one test image for so many training images
BYTES_PER_DRAWING = 2_000  # twice its pixels, for the copy in the split, and what drawing needs


class GeneratedSource:
    """The ten digits in ever new hands, decided by seed and variation."""

    info = DatasetInfo(
        "generated",
        "Generated digits",
        "The ten digits, drawn by this program in ever new hands. Nothing is downloaded.",
        has_drawn_digits=True,
        is_built_in=True,
    )

    def key(self, config: DataConfig) -> Hashable | None:
        """Return which digits are drawn."""
        return config.generated_count, config.seed, config.variation

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return training and test images of distinct indices; those drawn at an earlier start may still be there.

        The test images of a seed are the same however many are trained on.

        Raises:
            DataError: If they do not fit in memory.
        """
        from engine.data.generated import kept as kept_digits  # with all that draws

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

        kept = kept_digits.load(config, count + test_count)
        if kept is not None:
            return (
                _labelled(kept[:count], 0, config.seed),
                _labelled(kept[count:], TEST_START, config.seed),
            )
        train = draw(count, 0, 0)
        test = draw(test_count, TEST_START, count)
        kept_digits.keep(config, np.concatenate([train.images, test.images]))
        return train, test


SOURCE = GeneratedSource()


def _labelled(images: NDArray[np.uint8], start: int, seed: int) -> Dataset:
    """Return images as the data set they were drawn for."""
    labels = generated.labels_of(np.arange(start, start + len(images)), seed)
    return Dataset("generated", images, labels, generated.CLASSES)


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
