"""What works in the background by a task of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.tasks.task import Task


class Working(QObject):
    """Has a task, tells whether it has something to do, and ends it.

    Args:
        name: Of the task's thread.
        parent: Whom it belongs to.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = Task(name, self)

    @property
    def busy(self) -> bool:
        """Whether something is under way, or waits to be told."""
        return self._task.busy

    def shutdown(self) -> None:
        """Stop what is under way; nothing starts after this."""
        self._task.shutdown()
