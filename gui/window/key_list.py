"""The list of all keys: those of the menus are read from the menus, the others said by whom they belong to."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

    from gui.window.stations import Stations

Keys = QKeySequence.StandardKey
KeyGroup = tuple[str, list[tuple[str, str]]]
"""A heading, and below it keys in the system's words, each with what it does."""

USUAL = {
    Keys.Quit: "Ctrl+Q",
    Keys.SaveAs: "Ctrl+Shift+S",
    Keys.FullScreen: "F11",
    Keys.HelpContents: "F1",
    Keys.Preferences: "Ctrl+,",
}
"""Keys that most systems have, for those that say none."""


def sequences(keys: QKeySequence | QKeySequence.StandardKey | str) -> list[QKeySequence]:
    """Return the keys of an action: the system's own, and beside them those that people know from elsewhere."""
    found = [QKeySequence(keys)]
    if isinstance(keys, Keys) and keys in USUAL and (found[0].isEmpty() or sys.platform != "darwin"):
        found.append(QKeySequence(USUAL[keys]))
    return list(dict.fromkeys(item for item in found if not item.isEmpty()))


def all_keys(bar: QMenuBar, stations: Stations) -> list[KeyGroup]:
    """Return all keys of the window, the menus' first."""
    menus = [(bare_words(action.text()), list(_of_menu(action))) for action in bar.actions()]
    pages = [
        (station.title(), [(native(keys), what) for keys, what in station.page_keys()])
        for station in stations
    ]
    return [group for group in (*menus, (_tr("On the pad"), _of_pad()), *pages, _everywhere()) if group[1]]


def native(keys: str) -> str:
    """Return keys as the system writes them; several are parted by `` / ``."""
    return " / ".join(
        QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) or each
        for each in keys.split(" / ")
    )


def _of_menu(action: QAction) -> Iterator[tuple[str, str]]:
    menu = action.menu()
    for inner in menu.actions() if isinstance(menu, QMenu) else ():
        words, _, named = inner.text().partition("\t")
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in inner.shortcuts()]
        if named:
            keys.insert(0, named)
        if keys:
            yield " / ".join(keys), bare_words(words)
        yield from _of_menu(inner)


@lru_cache(maxsize=4096)  # asked of all that can be found, again with each change
def bare_words(text: str) -> str:
    """Return the words of a menu without the marks of letters, such as “(&O)”, and of a question that follows."""
    return re.sub(r"&(.)", r"\1", re.sub(r"\(&.\)", "", text)).removesuffix("…").strip()


def _of_pad() -> list[tuple[str, str]]:
    rows: Sequence[tuple[str, str]] = (
        ("0 … 9", _tr("keep the drawing as the class with that key in My Digits")),
        ("Del / Backspace / Esc", _tr("clear the pad")),
        ("E", _tr("eraser and pen in turn")),
        ("+ / -", _tr("a wider or narrower pen")),
        ("Left / Right", _tr("of several drawings, the one before or after")),
        ("Ctrl+C / Ctrl+V", _tr("copy the drawing, paste an image")),
    )
    return [(native(keys), what) for keys, what in rows]


def _everywhere() -> KeyGroup:
    rows = (
        ("Tab / Shift+Tab", _tr("go to the next or the last field: rail, page, pad, buttons above")),
        ("Space", _tr("on a button that Tab led to: press it")),
        ("Left / Right", _tr("in plots, tables and rows of images: from one to the next")),
        ("Esc", _tr("in presenter mode: leave it; on a drawing, clear that first")),
    )
    return _tr("Everywhere"), [(native(keys), what) for keys, what in rows]


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
