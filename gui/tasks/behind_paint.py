"""What nobody sees in the first paint of the window, such as what is in its menus: made right behind it.

Keys and clicks are kept until it is there (``gui/app.py``), so that none can be too early. Whoever builds
a window without a start in which something waits, as tests do, has all of it at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_waiting: list[Callable[[], object]] | None = None  # None where nothing waits


def let_wait() -> None:
    """Let what is put behind the paint from now on wait for ``catch_up``."""
    global _waiting
    _waiting = []


def behind_paint(make: Callable[[], object]) -> None:
    """Have something done behind the first paint, in the order in which it is asked for; at once where none is awaited.

    Args:
        make: What does it. What it makes is alive as long as the window.
    """
    if _waiting is None:
        make()
    else:
        _waiting.append(make)


def catch_up() -> None:
    """Do what waits; nothing waits from now on."""
    global _waiting
    waiting, _waiting = _waiting or (), None
    for make in waiting:
        make()
