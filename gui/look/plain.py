"""Words of others, such as the name of a class from a file, shown as they are written."""

from __future__ import annotations

from html import escape


def plain(text: str) -> str:
    """Return a text so that a tooltip shows it letter by letter: Qt takes what looks like HTML for HTML."""
    if "<" not in text:
        return text
    lines = escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"
