"""A person's own points as the window works on them: every change is kept at once, told, and can be undone."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from engine.data.labels import checked_label
from engine.data.plane import own_points
from engine.errors import DataError
from gui.bench.kept_changes import KeptChanges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    from engine.data.plane.own_points import OwnPoint, OwnPoints
    from gui.bench.experiment_editor import ExperimentEditor
    from gui.look.spoken import Words

_tr = partial(QCoreApplication.translate, "OwnPointsEditor")
DATASET = "data.dataset"


class OwnPointsEditor(KeptChanges):
    """The person's points.

    Args:
        editor: The settings, which say whether these are the points at hand; changes are undone where they are.
        parent: Whom they belong to.
    """

    def __init__(self, editor: ExperimentEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor

    @property
    def undo_stack(self) -> QUndoStack:
        """Where changes can be undone."""
        return self._editor.undo_stack

    @property
    def store(self) -> OwnPoints:
        """The points as they are kept."""
        return own_points.own_points()

    @property
    def are_at_hand(self) -> bool:
        """Whether the settings name these points as the data."""
        return self._editor.experiment.data.dataset == own_points.NAME

    def entries(self) -> tuple[OwnPoint, ...]:
        """Return the points; none where their file cannot be read, which is told."""
        return super().entries()

    def classes(self) -> tuple[str, ...]:
        """Return the names of their classes."""
        return own_points.class_order_of(point.label for point in self.entries())

    # What can be done

    def add(self, places: Sequence[tuple[float, float]], label: str) -> bool:
        """Add points of a class; returns whether they are kept."""
        added: list[OwnPoint] = []
        kept = self.do(lambda store: added.extend(store.add([(x, y, label) for x, y in places])))
        if kept:
            self._push(
                lambda: _tr("add point") if len(added) == 1 else _tr("add points"),
                lambda store: store.put(added),
                lambda store: store.delete(point.id for point in added),
            )
        return kept

    def move(self, point: OwnPoint, x: float, y: float) -> bool:
        """Carry a point to another place."""
        return self._change(
            lambda: _tr("move point"),
            lambda store: store.put([replace(point, x=x, y=y)]),
            lambda store: store.put([point]),
        )

    def delete(self, points: Sequence[OwnPoint]) -> bool:
        """Take points out."""
        gone = tuple(points)
        return bool(gone) and self._change(
            lambda: _tr("delete point") if len(gone) == 1 else _tr("delete points"),
            lambda store: store.delete(point.id for point in gone),
            lambda store: store.put(gone),
        )

    def rename(self, before: str, after: str) -> bool:
        """Give a class another name; returns whether it has it."""
        points = tuple(point for point in self.entries() if point.label == before)

        def change(store: OwnPoints) -> None:
            name = checked_label(after)
            if not points:
                raise DataError(
                    "“{name}” has no points yet.", remedy="Put some down, then name them.", name=before
                )
            if name in self.classes():
                raise DataError(
                    "There are points of “{name}” already.", remedy="Choose another name.", name=name
                )
            store.put([replace(point, label=name) for point in points])

        return after == before or self._change(
            lambda: _tr("rename class"), change, lambda store: store.put(points)
        )

    def take_over(
        self,
        places: NDArray[np.float32],
        labels: NDArray[np.int64],
        is_test: NDArray[np.bool_],
        classes: Sequence[str],
    ) -> bool:
        """Let copies of other points be the person's own, in place of those there were.

        Args:
            places: ``(N, 2)``.
            labels: ``(N,)`` indices into ``classes``.
            is_test: ``(N,)``, those that are kept to test with.
            classes: The names of the classes.
        """
        import secrets

        before = self.entries()
        copies = tuple(
            own_points.OwnPoint(secrets.token_hex(6), x, y, classes[label], side)
            for (x, y), label, side in zip(places.tolist(), labels.tolist(), is_test.tolist(), strict=True)
        )
        return self._change(
            lambda: _tr("take points over"),
            lambda store: store.put(copies, [point.id for point in before]),
            lambda store: store.put(before, [point.id for point in copies]),
        )

    def be_at_hand(self) -> None:
        """Let the settings name these points as the data."""
        if not self.are_at_hand:
            self._editor.edit(DATASET, own_points.NAME)

    @contextmanager
    def as_one(self, text: Words) -> Iterator[None]:
        """Let all changes within be undone as one."""
        from gui.look.spoken import words_of

        self.undo_stack.beginMacro(words_of(text))
        try:
            yield
        finally:
            self.undo_stack.endMacro()
