"""Takes PySide's hook off the import statement while the window is built.

With it each of the three thousand ``from … import …`` of that time goes through Python four times: it is looked whether
a module asks for snake case or true properties (``from __feature__ import …``) or for all names of a module by a star.
Nobody here does either. What is loaded behind the window may, so the hook comes back.

To be imported before PySide is, or there is nothing to take it off with, and it stays.
"""

from __future__ import annotations

import builtins

_plain = builtins.__import__
_hooked = _plain


def begin() -> None:
    """Let import statements do what Python does, and no more."""
    global _hooked
    _hooked, builtins.__import__ = builtins.__import__, _plain


def end() -> None:
    """Let them do what they did before ``begin``."""
    if builtins.__import__ is _plain:
        builtins.__import__ = _hooked
