"""Words of others, made safe to show: characters that steer a terminal or turn a line round are written out."""

from __future__ import annotations

import re

# Control characters (C0, DEL and C1), separators of lines and paragraphs, what overrides the direction of writing,
# and halves of characters: bytes of file names that are no UTF-8 are such halves in Python.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_UNSEEN_IN_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BYTES = 0xDC00  # what Python adds to a byte that is no letter; see ``os.fsdecode``


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return a text in which nothing acts: ESC is ``\x1b``, a byte that is no letter ``\xff``, as in Python.

    Letters of every language, combining ones and emoji stay as they are.

    Args:
        text: Any text, such as the name of a class from a file.
        lines: Whether line feeds and tabs are the text's own and stay; in a name they do not.
    """
    if text.isprintable():
        return text  # as nearly all are: none of those characters is
    return (_UNSEEN_IN_LINES if lines else _UNSEEN).sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if _BYTES + 0x80 <= code <= _BYTES + 0xFF:
        code -= _BYTES
    named = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
    return named.get(found[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
