"""While the window is built, import statements do not pass through PySide; afterwards they do again."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import builtins
plain = builtins.__import__
{first}
from PySide6.QtCore import QObject
hooked = builtins.__import__
from gui import plain_imports
plain_imports.begin()
during = builtins.__import__
from PySide6.QtSvg import QSvgRenderer
plain_imports.end()
plain_imports.end()
from PySide6.QtNetwork import QHostAddress
print(hooked is plain, during is plain, builtins.__import__ is hooked, QSvgRenderer(b"<svg/>").isValid())
"""


def found(first: str) -> str:
    code = CODE.format(first=first)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_hook_is_off_for_as_long_as_it_is_asked_for() -> None:
    assert found("from gui import plain_imports") == "False True True True"


def test_where_pyside_was_there_before_nothing_is_changed() -> None:
    assert found("") == "False False True True"
