"""A table small enough to follow every number of it: hours studied, hours slept and earlier marks, and who passed.

It is made by a formula, so that it is known what there is to be learnt: study helps, and marks before do; sleep does up
to eight hours, and less than six undo what was studied. Luck adds a little that nobody can learn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.data.sources.source import DatasetInfo
from engine.data.split import even_test
from engine.inputs.feature import features_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress

COUNT = 240
TEST_SHARE = 1 / 6
NAMES = ("hours studied", "hours slept", "marks before")
CLASSES = ("failed", "passed")
LUCK = 0.35  # deviation of what nobody can learn, where a student who passes surely is at 3


class ArticleExampleSource:
    """Students before an exam."""

    info = DatasetInfo(
        "article-example",
        "Students before an exam",
        "Three numbers of each of 240 made-up students – hours studied, hours slept, marks before – and whether they "
        "passed. Small enough to follow every number through a network.",
        is_built_in=True,
        kind="numbers",
    )

    def key(self, config: DataConfig) -> Hashable | None:
        """Return what decides the students."""
        return config.seed

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return 200 students to learn from and 40 to test with."""
        rows, labels = students(COUNT, config.seed)
        test = even_test(labels, TEST_SHARE, config.seed)
        features = features_of(rows[~test], NAMES)
        learnt, tested = (
            Dataset("article-example", rows[part], labels[part], CLASSES, features=features)
            for part in (~test, test)
        )
        return learnt, tested


SOURCE = ArticleExampleSource()


def students(count: int, seed: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Make students up.

    Args:
        count: How many.
        seed: The same seed makes the same ones.

    Returns:
        ``(count, 3)`` float32, hours studied, hours slept and percent of marks before; ``(count,)`` int64, 1 for those
        who passed.
    """
    generator = np.random.default_rng(seed)
    studied = np.round(generator.uniform(0, 10, count) * 2) / 2  # half hours
    slept = np.round(generator.uniform(3, 10, count) * 2) / 2
    marks = np.round(np.clip(generator.normal(58, 16, count), 10, 100))
    rows = np.column_stack([studied, slept, marks])
    readiness = ready(rows) + generator.normal(0, LUCK, count)
    return rows.astype(np.float32), (readiness > 0).astype(np.int64)


def ready(rows: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return how ready each student ``(N, 3)`` is, ``(N,)``: above 0 they pass but for bad luck."""
    studied, slept, marks = rows.astype(np.float64).T
    awake = 1 / (1 + np.exp(-2 * (slept - 6)))  # 0 after a short night, 1 after seven hours
    readiness: NDArray[np.float64] = (
        0.55 * studied * awake + 0.3 * np.minimum(slept, 8) + 0.06 * (marks - 58) - 4.0
    )
    return readiness
