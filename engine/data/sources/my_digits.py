"""My Digits as a data set: the drawings of the person at this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.my_digits import NAME, my_digits
from engine.data.sources.source import DatasetInfo
from engine.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.dataset import Dataset
    from engine.data.sources.source import IsCancelled, Progress


class MyDigitsSource:
    """What was drawn on the pad and named."""

    info = DatasetInfo(
        NAME,
        "My Digits",
        "What you have drawn on the pad and named: draw something, then press its key.",
        is_own=True,
    )

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
                remedy="Draw on the pad and say what it is: press its key.",
            )
        return train, test


SOURCE = MyDigitsSource()
