"""What a text becomes before it is brought in: how long it is, of how many characters, and how it begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from engine.visible import visible
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.stations.data.preview_dialog import PreviewDialog
from gui.widgets.text.characters import in_a_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.errors import NetSketchError
    from engine.words import Phrase
    from gui.tasks.task import Job

BEGINNING = 4_000  # characters that are shown
MOST_SHOWN = 60  # different characters that are


@dataclass(frozen=True, slots=True, eq=False)
class LookedText:
    """What was found in a text.

    Attributes:
        path: Its file.
        text: All of it.
        alphabet: Its different characters.
        note: What else is to be known of it; None where there is nothing.
        error: Why nothing can be learnt from it.
    """

    path: Path
    text: str
    alphabet: tuple[str, ...] = ()
    note: Phrase | None = None
    error: NetSketchError | None = None


class TextPreview(PreviewDialog):
    """Shows what is in a text.

    Args:
        path: The file.
        parent: The window that waits beneath it.

    Signals:
        agreed: The person wants it (LookedText).
    """

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(path, parent)
        self._build_ui()
        self.resize(860, 460)
        self._look()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        for key, title in (
            ("characters", lambda: self.tr("Characters")),
            ("alphabet", lambda: self.tr("Different ones")),
            ("lines", lambda: self.tr("Lines")),
        ):
            self._add_fact(key, title)
        self._beginning = dressed(
            QPlainTextEdit(self, readOnly=True),
            name="importBeginning",
            accessible=lambda: self.tr("How the text begins"),
        )
        self._lay_out(
            lambda: self.tr("Could not be read"), self._beginning, (2, 3), lambda: self.tr("&Make Data Set")
        )

    def _question(self) -> Callable[..., object]:
        return partial(look_at_text, self._path)

    def _on_looked(self, looked: LookedText) -> None:
        self._beginning.setPlainText(visible(looked.text[:BEGINNING], lines=True))
        self._say_words()

    def _show_nothing(self) -> None:
        self._show_rows(found=False)

    def _left_out_words(self, count: str) -> str:
        return count  # nothing is left out: a text is taken whole, or not at all

    def _show_rows(self, *, found: bool) -> None:
        for label in self._facts.values():
            self._form.setRowVisible(label, found)
        self._form.setRowVisible(self._left_row, False)

    def _say_words(self) -> None:
        """Say what was found, in the language of the moment."""
        looked: LookedText | None = self._looked
        self._show_rows(found=looked is not None)
        if looked is None:
            return
        number = QLocale().toString
        self._facts["characters"].setText(number(len(looked.text)))
        self._facts["lines"].setText(number(looked.text.rstrip("\n").count("\n") + 1))
        shown = in_a_row(looked.alphabet, MOST_SHOWN)
        count = number(len(looked.alphabet))
        self._facts["alphabet"].setText(self.tr("{count}: {signs}").format(count=count, signs=shown))
        self._tell_left_out((), () if looked.note is None else (looked.note,))


def look_at_text(path: Path, _job: Job) -> LookedText:
    """Read a text.

    Raises:
        DataError: If it cannot be read; what is wrong with what it says is in what is returned.
    """
    from engine.data.text.limits import LEAST_CONTEXT
    from engine.data.text.own_text import own_text, read_text
    from engine.errors import NetSketchError

    text = read_text(path)
    try:
        coded = own_text(text, path.name, LEAST_CONTEXT)
    except NetSketchError as error:
        return LookedText(path, text, tuple(sorted(set(text))), error=error)
    return LookedText(path, text, coded.classes, coded.rare_note)
