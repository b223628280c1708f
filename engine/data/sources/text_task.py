"""The built-in tasks of characters: a data set each, made up as the settings ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.dataset import Dataset
from engine.data.sources.source import DatasetInfo
from engine.data.text.registry import TASKS
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from engine.config import DataConfig
    from engine.data.sources.source import IsCancelled, Progress
    from engine.data.text.task import TextTask


class TextTaskSource:
    """What a task makes up.

    Args:
        task: The task.
    """

    def __init__(self, task: TextTask) -> None:
        self.task = task
        self.info = DatasetInfo(
            task.name, task.title, task.description, is_built_in=True, kind="text", text=task.settings
        )

    def key(self, config: DataConfig) -> Hashable | None:
        """Return what decides the examples."""
        return (config.seed, *(getattr(config.text, name) for name in self.task.settings))

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return examples to learn from and such to test with; none is in both, whatever count and seed are."""
        from engine.data.text.making import made

        told: Callable[[float], None] | None = None
        if progress is not None:
            tell = progress

            def told(share: float) -> None:
                tell(Phrase("Making up examples"), share)

        examples = made(self.task, config.text, config.seed, told, cancelled)
        train = Dataset(self.info.name, *examples.train, examples.classes, examples.blocks)
        return train, Dataset(self.info.name, *examples.test, examples.classes)


TEXT_SOURCES = tuple(map(TextTaskSource, TASKS))
