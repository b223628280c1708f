"""Words of others, such as the name of a class from a file, shown as they are written.

Qt takes what looks like HTML for HTML, and a sign & in a menu or on a button for the key of the letter behind it. What
may hold a name passes through here: tooltips through ``plain`` or ``paragraphs``, words on buttons, menus and tabs
through ``caption``, values in markup through ``escaped``. Labels are a ``Label`` (``gui/widgets/label.py``), which is
plain by itself.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from engine.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


_LONG_WORD = re.compile(r"\S{40}(?=\S{8})")  # no word of a language is so long, but names of files are
_MAY_BREAK = "\u200b"  # a space without width


def plain(text: str) -> str:
    """Return a text so that a tooltip shows it letter by letter."""
    shown = visible(text, lines=True)
    return f"<qt>{escaped(text)}</qt>" if "<" in shown or "&" in shown else shown


def escaped(text: str) -> str:
    """Return a text so that it can stand within markup, its lines as they are."""
    return escape(visible(text, lines=True)).replace("\n", "<br>")


def paragraphs(*texts: str) -> str:
    """Return texts as a tooltip of several paragraphs, each as wide as a tooltip should be; empty ones are left out."""
    return "".join(f"<p>{escaped(text)}</p>" for text in texts if text)


def breakable(text: str) -> str:
    """Return a text in which a very long word may go on in the next line, so that it widens nothing."""
    return _LONG_WORD.sub(rf"\g<0>{_MAY_BREAK}", text)


def caption(text: str) -> str:
    """Return a name so that a button, menu or tab shows it letter by letter, in one line."""
    return visible(text).replace("&", "&&")


def name_action(action: QAction, name: str) -> QAction:
    """Give an action of a menu a name, which is its tooltip, too, and return it."""
    action.setText(caption(name))
    action.setToolTip(plain(name))
    return action


def window_title(text: str) -> str:
    """Return a title that holds a name; Qt keeps the place for the sign of unsaved work at ``[*]``."""
    return visible(text).replace("[*]", "[*][*]")
