"""What cannot be done now says why."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.look.spoken import Words, said


def allow(thing: QAction | QMenu, refusal: Words = "") -> None:
    """Let an action or all of a menu be done, unless there is something to be said against it now.

    Args:
        thing: The action or menu.
        refusal: Why it cannot be done, for `refusal_of`; nothing where it can.
    """
    thing.setEnabled(not refusal)
    said(thing.setWhatsThis, refusal)


def refusal_of(thing: QAction | QMenu) -> str:
    """Return what is said against an action or menu, as far as anything is."""
    return thing.whatsThis()
