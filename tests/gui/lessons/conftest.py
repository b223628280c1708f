"""Lessons of a test's own, among those of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gui.lessons.lessons import Lessons
    from gui.main_window import MainWindow

HEAD = 'title = {en = "My <b>lesson</b>", zh_Hans = "我的课"}\nsummary = "S"\nminutes = 3\n'


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> Callable[[str], Lessons]:
    """Open a lesson of these steps."""

    def open_steps(steps: str) -> Lessons:
        path = tmp_path / "mine.toml"
        path.write_text(HEAD + steps, encoding="utf-8")
        window.lessons.open_path(path)
        return window.lessons

    return open_steps


def shown(window: MainWindow, name: str) -> str:
    """Return what a label of the panel says, or an empty string where it is not in sight."""
    label = window.lessons.panel.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def button(window: MainWindow, name: str) -> QPushButton:
    found = window.lessons.panel.findChild(QPushButton, name)
    assert found is not None
    return found
