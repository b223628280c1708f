"""A text of Python to read and copy: coloured, and what has changed in it is marked until the next change."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from gui.look import theme
from gui.look.text_size import fixed_font, follow_size

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

KEYWORDS = (
    "and as assert break class continue def del elif else except False finally for from if import in is lambda None "
    "not or pass raise return True try while with yield"
).split()
# What is found first counts: a word in a comment is no keyword. Each has the colour of the theme that it gets.
PARTS = {
    "text_muted": r"#.*",
    "success": r'[rf]{0,2}(?:"""(?:.*?""")?|"[^"\\]*(?:\\.[^"\\]*)*")',
    "accent": rf"\b(?:{'|'.join(KEYWORDS)})\b|@[\w.]+",
    "warning": r"\b\d[\d_]*(?:\.\d+)?(?:e-?\d+)?\b",
}
ABOVE = 3  # part of the view that stands above a line which came into sight
MOST_COMPARED = 20_000  # pairs of lines; of more, all are taken for changed
PATTERN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in PARTS.items()))


class PythonColours(QSyntaxHighlighter):
    """Colours comments, texts, keywords and numbers, as the theme has them."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.use_theme()

    def use_theme(self) -> None:
        """Take the colours of the theme in use."""
        self._formats = {}
        for name in PARTS:
            self._formats[name] = QTextCharFormat()
            self._formats[name].setForeground(theme.current().color(name))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for found in PATTERN.finditer(text):
            if found.lastgroup is not None:
                self.setFormat(found.start(), found.end() - found.start(), self._formats[found.lastgroup])


class CodeView(QPlainTextEdit):
    """Shows code that changes under the eyes of a person.

    The lines stay where they are in sight; where all that has changed is out of sight, it comes into it, unless the
    person is at work in the code itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, readOnly=True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._colours = PythonColours(self.document())
        self._changed: list[int] = []
        follow_size(self, lambda: self.setFont(fixed_font()))
        theme.notifier.theme_changed.connect(self._on_theme_changed)

    @property
    def changed_lines(self) -> list[int]:
        """The lines that differ from the text before, counted from 0."""
        return list(self._changed)

    def set_code(self, text: str) -> None:
        """Show a text, and mark which lines of it are new; of one that is shown already, nothing changes.

        Args:
            text: Lines, each of which ends.
        """
        before = self.toPlainText()
        if text == before:
            return
        assert text.endswith("\n")
        old, new = before.splitlines(), text.splitlines()
        changes = changes_between(old, new)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for first, end, start, stop in reversed(changes):
            cursor.setPosition(self.document().findBlockByNumber(first).position())
            cursor.setPosition(
                self.document().findBlockByNumber(end).position(), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText("".join(f"{line}\n" for line in new[start:stop]))
        cursor.endEditBlock()
        self._changed = []
        if before:
            for _, _, start, stop in changes:  # of lines that are gone, the one that stands there now
                self._changed += range(start, max(stop, start + 1))
        self._mark()
        if self._changed and not self.hasFocus():
            self._reveal(self._changed)

    def _mark(self) -> None:
        marks = []
        for line in self._changed:
            mark = QTextEdit.ExtraSelection()
            mark.format.setBackground(theme.current().color("accent_soft"))
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.cursor = QTextCursor(self.document().findBlockByNumber(line))
            marks.append(mark)
        self.setExtraSelections(marks)

    def _reveal(self, lines: list[int]) -> None:
        """Bring the first of some lines into sight, a few others above it, where none of them is."""
        bar = self.verticalScrollBar()  # counts lines, as none is wrapped
        above, room = bar.value(), bar.pageStep()
        if not any(above <= line < above + room for line in lines):
            bar.setValue(lines[0] - room // ABOVE)

    def _on_theme_changed(self, _theme: object) -> None:
        self._colours.use_theme()
        self._mark()


def changes_between(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Return which lines are others: from where to where in the old text, and from where to where in the new one.

    What lies between the first and the last change is compared line by line, unless that takes long.
    """
    shorter = min(len(old), len(new))
    same = zip(old, new, strict=False)
    before = next((place for place, (was, now) in enumerate(same) if was != now), shorter)
    same = zip(reversed(old[before:]), reversed(new[before:]), strict=False)
    behind = next((place for place, (was, now) in enumerate(same) if was != now), shorter - before)
    first, second = old[before : len(old) - behind], new[before : len(new) - behind]
    if not first and not second:
        return []
    if len(first) * len(second) > MOST_COMPARED:
        return [(before, before + len(first), before, before + len(second))]
    found = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return [
        (before + at, before + end, before + start, before + stop)
        for kind, at, end, start, stop in found
        if kind != "equal"
    ]
