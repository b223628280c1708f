"""A mark that a widget is given shows: at once where it is in sight, and with all else when it comes into it."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.look import theme
from gui.look.style_sheet import repolish


def ground(label: QLabel) -> QColor:
    return label.grab().toImage().pixelColor(label.width() // 2, label.height() - 4)


def marked(label: QLabel, banner: str) -> QLabel:
    label.setProperty("banner", banner)
    repolish(label)
    return label


def test_marks_before_and_after_it_is_seen(qtbot: QtBot) -> None:
    label = marked(QLabel(), "error")
    qtbot.addWidget(label)
    label.resize(200, 60)
    label.show()
    assert ground(label) == QColor(theme.current().error_soft)
    assert ground(marked(label, "success")) == QColor(theme.current().success_soft)
    label.close()


def test_what_is_marked_before_it_is_seen_asks_for_no_style() -> None:
    code = """
from gui import app
application = app.create_app(["test", "-platform", "offscreen"])
import enum
made = []
create = enum.EnumType._create_
def noting(kind, name, *rest, **more):
    made.append(name)
    return create(kind, name, *rest, **more)
enum.EnumType._create_ = noting
from PySide6.QtWidgets import QLabel
from gui.look.style_sheet import repolish
label = QLabel()
repolish(label)
print("PrimitiveElement" in made)
label.style()
print("PrimitiveElement" in made)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
