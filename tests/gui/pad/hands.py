"""Hands for tests: pull the mouse, a finger or a stylus over a canvas."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

SEVEN = ((0.3, 0.25), (0.5, 0.22), (0.7, 0.25), (0.62, 0.45), (0.5, 0.62), (0.44, 0.85))


def pull(
    widget: QWidget,
    path: Iterable[tuple[float, float]],
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    *,
    release: bool = True,
) -> None:
    """Pull the mouse along a path given in shares of the widget's size."""
    points = [QPoint(round(x * widget.width()), round(y * widget.height())) for x, y in path]
    QTest.mousePress(widget, button, Qt.KeyboardModifier.NoModifier, points[0])
    for point in points[1:]:
        QTest.mouseMove(widget, point)
    if release:
        QTest.mouseRelease(widget, button, Qt.KeyboardModifier.NoModifier, points[-1])
