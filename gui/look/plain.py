"""Words of others, such as the name of a class from a file, shown as they are written.

Qt takes what looks like HTML for HTML, and a sign & in a menu or on a button for the key of the letter behind it. What
may hold a name passes through here: tooltips through ``plain`` or ``paragraphs``, words on buttons, menus and tabs
through ``caption``, values in markup through ``escaped``. Labels are a ``Label`` (``gui/widgets/label.py``), which is
plain by itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


# Of one text of others on a label or in a tooltip: what is longer makes the window stand still for half a minute, or a
# tooltip of 70,000 pixels that no screen shows.
MOST_LETTERS, MOST_LINES = 4000, 60
MOST_IN_TIP, LINES_IN_TIP = 1500, 25
MOST_IN_CAPTION = 200
LONG_LINE = 160  # letters at 100 %, Chinese ones counted twice; Qt does not wrap a tooltip that is no markup

LAST_ASCII = "\x7f"
# As html.escape writes them, which brings the names of two thousand letters with it.
_ESCAPED = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"), ("\n", "<br>"))
_LONG_WORD = re.compile(r"\S{40}(?=\S{8})")  # no word of a language is so long, but names of files are
_MAY_BREAK = "\u200b"  # a space without width


def plain(text: str) -> str:
    """Return a text so that a tooltip shows it letter by letter."""
    from gui.look import theme  # the window's frame stands before it is loaded

    shown = shortened(visible(text, lines=True), MOST_IN_TIP, LINES_IN_TIP)
    scale = theme.scale()
    if any(
        2 * len(line) * scale > LONG_LINE and _width(line) * scale > LONG_LINE for line in shown.split("\n")
    ):
        shown = breakable(shown)
    elif "<" not in shown and "&" not in shown:
        return shown
    return f"<qt>{escaped(shown)}</qt>"


def _width(line: str) -> int:
    """Return how many letters wide a line is, those of Chinese being as wide as two."""
    if line.isascii():
        return len(line)
    return len(line) + sum(
        letter > LAST_ASCII and unicodedata.east_asian_width(letter) in "WF" for letter in line
    )


def escaped(text: str) -> str:
    """Return a text so that it can stand within markup, its lines as they are."""
    result = shortened(visible(text, lines=True))
    for letter, written in _ESCAPED:
        result = result.replace(letter, written)
    return result


def shortened(text: str, letters: int = MOST_LETTERS, lines: int = MOST_LINES) -> str:
    """Return the beginning of a text that is longer than anybody reads there, with a sign that it goes on."""
    if len(text) <= letters and text.count("\n") < lines:
        return text
    return "\n".join(text[:letters].split("\n", lines)[:lines]).rstrip() + " …"


@lru_cache(maxsize=1024)  # a form asks for those of its fields again and again
def paragraphs(*texts: str) -> str:
    """Return texts as a tooltip of several paragraphs, each as wide as a tooltip should be; empty ones are left out."""
    tips = (shortened(visible(text, lines=True), MOST_IN_TIP, LINES_IN_TIP) for text in texts if text)
    return "".join(f"<p>{escaped(text)}</p>" for text in tips)


def breakable(text: str) -> str:
    """Return a text in which a very long word may go on in the next line, so that it widens nothing."""
    return _LONG_WORD.sub(rf"\g<0>{_MAY_BREAK}", text)


def caption(text: str) -> str:
    """Return a name so that a button, menu or tab shows it letter by letter, in one line."""
    return shortened(visible(text), MOST_IN_CAPTION).replace("&", "&&")


def name_action(action: QAction, name: str) -> QAction:
    """Give an action of a menu a name, which is its tooltip, too, and return it."""
    action.setText(caption(name))
    action.setToolTip(plain(name))
    return action


def window_title(text: str) -> str:
    """Return a title that holds a name; Qt keeps the place for the sign of unsaved work at ``[*]``."""
    return visible(text).replace("[*]", "[*][*]")
