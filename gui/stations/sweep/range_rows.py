"""What varies in a sweep that is set up: a row for each setting, with what is tried and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from engine.errors import ConfigError
from engine.sweep.ranges import Range, setting_label
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.plain import paragraphs
from gui.look.spoken import follow_language
from gui.look.style_sheet import repolish
from gui.look.text_size import sized
from gui.look.words import error_words, joined, translate_engine
from gui.stations.sweep import words
from gui.widgets.fields.setting_row import camel_case
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST = 150  # pixels of the field, at 100 %


class RangeRow(QWidget):
    """One setting.

    Args:
        path: The setting.
        parent: The widget it belongs to.

    Signals:
        edited: Something else was typed (the path, the text).
        dropped: The setting shall stay as it is (the path).
    """

    edited = Signal(str, str)
    dropped = Signal(str)

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._error: ConfigError | None = None
        name = camel_case(path.rpartition(".")[2])
        self.label = Label(self, wordWrap=True)
        self.field = dressed(QLineEdit(self), name=f"range{name[0].upper()}{name[1:]}")
        sized(self.field.setMinimumWidth, LEAST, share=0.5)
        self.label.setBuddy(self.field)
        self.drop = dressed(
            QToolButton(self, autoRaise=True),
            name=f"drop{name[0].upper()}{name[1:]}",
            tip=lambda: self.tr("Leave this setting as it is"),
        )
        icons.set_icon(self.drop, "remove", "text_muted")
        self.note = Label(self, wordWrap=True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column_of(
            self.label,
            row_of((self.field, 1), self.drop, spacing=4),
            self.note,
            on=self,
            margins=(0, 0, 0, 4),
            spacing=2,
        )
        self.field.textEdited.connect(self._on_field_text_edited)
        self.drop.clicked.connect(self._on_drop_clicked)
        follow_language(self, self._say)

    def show_text(self, text: str, error: ConfigError | None) -> None:
        """Show what is tried, and what is wrong with it."""
        if self.field.text() != text:
            self.field.setText(text)
        self._error = error
        self._say()

    def _say(self) -> None:
        name = translate_engine(setting_label(self.path))
        self.label.setText(name)
        self.field.setAccessibleName(name)
        self.drop.setAccessibleName(self.tr("Leave “{setting}” as it is").format(setting=name))
        help_text = self.tr(
            "A list such as 32, 64, 128, or a span such as 0.001:0.1; with :log behind it, on a logarithmic scale."
        )
        self.field.setToolTip(paragraphs(help_text))
        problem = "" if self._error is None else _mended(self._error)
        note = problem or self._words()
        self.note.setText(note)
        self.field.setAccessibleDescription(joined((note, help_text)))
        role = "problem" if problem else "muted"
        if self.note.property("role") != role:
            self.note.setProperty("role", role)
            repolish(self.note)
        if bool(self.field.property("problem")) != bool(problem):
            self.field.setProperty("problem", bool(problem))
            repolish(self.field)

    def _words(self) -> str:
        try:
            return words.range_words(Range.parsed(self.path, self.field.text()))
        except ConfigError:
            return ""

    @Slot(str)
    def _on_field_text_edited(self, text: str) -> None:
        self.edited.emit(self.path, text)

    @Slot()
    def _on_drop_clicked(self) -> None:
        self.dropped.emit(self.path)


def _mended(error: ConfigError) -> str:
    """Return what is wrong and what mends it; which setting it is, its row says already."""
    what, why, remedy = error_words(error)
    return joined((why or what, remedy))


class RangeRows(QWidget):
    """The rows, those that stay kept as they are.

    Signals:
        edited: Something else was typed for a setting (its path, the text).
        dropped: A setting shall stay as it is (its path).
    """

    edited = Signal(str, str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, RangeRow] = {}
        self._column = column_of(on=self, spacing=6)

    @property
    def rows(self) -> Mapping[str, RangeRow]:
        """The rows, by the paths of their settings."""
        return self._rows

    def show_ranges(self, ranges: Sequence[tuple[str, str]], problems: Mapping[str, ConfigError]) -> None:
        """Show what varies, in this order."""
        paths = [path for path, _text in ranges]
        for path in [path for path in self._rows if path not in paths]:
            row = self._rows.pop(path)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (path, text) in enumerate(ranges):
            if path not in self._rows:
                row = self._rows[path] = RangeRow(path, self)
                row.edited.connect(self.edited)
                row.dropped.connect(self.dropped)
            if self._column.indexOf(self._rows[path]) != place:
                self._column.insertWidget(place, self._rows[path])
            self._rows[path].show_text(text, problems.get(path))
