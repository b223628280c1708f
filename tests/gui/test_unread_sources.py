"""PySide reads no source of the modules that are loaded behind the window, and knows those that use it."""

from __future__ import annotations

import subprocess
import sys

from gui.unread_sources import leave_unread, uses_pyside

LOOK = """
import linecache, sys
from PySide6.QtCore import QObject
from gui import unread_sources
if len(sys.argv) > 1:
    unread_sources.leave_unread()
import colorsys
print(any(path.endswith("colorsys.py") for path in linecache.cache))
"""


def test_sources_are_read_without_it_and_not_with_it() -> None:
    found = [
        subprocess.run([sys.executable, "-c", LOOK, *more], capture_output=True, text=True, check=True).stdout
        for more in ([], ["unread"])
    ]
    assert [text.strip() for text in found] == ["True", "False"]


def test_what_uses_pyside_is_known_by_its_name() -> None:
    import gui.main_window

    assert uses_pyside(gui.main_window)
    assert not uses_pyside(sys)
    assert not uses_pyside(object())
    leave_unread()  # a second time changes nothing
