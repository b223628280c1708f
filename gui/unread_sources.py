"""Keeps PySide from reading the source of every module that is imported after it.

It looks for the word "PySide6" in each, as a module that has it may ask for snake case or true properties by
``from __feature__ import …``. Nobody here does. PyTorch alone brings a thousand modules: 19 MB of source that stay in
memory, and a tenth of the time in which it is loaded.
"""

from __future__ import annotations

import sys

LOOK = "_mod_uses_pyside"  # PySide's own; where another version has none, nothing is changed
USERS = frozenset({"__main__", "gui", "pyqtgraph"})


def leave_unread() -> None:
    """Tell PySide by their names alone which of the modules to come use it; without PySide there is nothing to tell."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, LOOK):
        setattr(feature, LOOK, uses_pyside)


def uses_pyside(module: object) -> bool:
    """Say whether a module may use PySide."""
    return str(getattr(module, "__name__", "")).partition(".")[0] in USERS
