"""The dialog of the preferences: a row for each of the list, with its help; what is chosen holds at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from gui.bench.preference_list import PREFERENCES
from gui.look.dressed import dressed
from gui.look.plain import paragraphs
from gui.look.room import room_for
from gui.look.spoken import follow_language, said, words_of
from gui.look.text_size import sized
from gui.widgets.fields.choice_fields import OptionField
from gui.widgets.fields.number_field import NumberField
from gui.widgets.fields.number_fields import FloatField, IntField
from gui.widgets.fields.setting_row import camel_case
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of

if TYPE_CHECKING:
    from gui.bench.preference import Preference
    from gui.bench.preferences import Preferences

HELP_WIDTH = 440  # pixels of a line of help
ROOM = 160  # pixels that a small screen keeps for title, buttons and panels

Field = OptionField | IntField | FloatField


class PreferenceRow:
    """The widgets of one preference.

    Args:
        entry: The preference.
        parent: The widget it stands in.
    """

    def __init__(self, entry: Preference, parent: QWidget) -> None:
        self.entry = entry
        self.label = Label(entry.label, parent)
        self.field = _field_for(entry)
        self.field.setParent(parent)
        dressed(self.field, name=camel_case(entry.key), accessible=entry.label)
        self.label.setBuddy(self.field)
        self.help = dressed(Label(entry.explained, parent, wordWrap=True), role="muted")
        self.note = dressed(Label(parent, wordWrap=True), role="problem")
        self.note.hide()
        if isinstance(self.field, NumberField):
            self.field.refused.connect(self._show_refusal)
        follow_language(self.field, self._say_words)

    def show(self, value: Any) -> None:
        """Show what is preferred, whatever is being typed."""
        if isinstance(self.field, FloatField):
            value = round(value / self.entry.per_unit, 3)
        self.field.set_raw(value)
        if isinstance(self.field, NumberField):
            self.field.take_back()

    def value_of(self, shown: Any) -> Any:
        """Return what is preferred where the field shows ``shown``."""
        return round(shown * self.entry.per_unit) if isinstance(self.field, FloatField) else shown

    def _say_words(self) -> None:
        if isinstance(self.field, OptionField):
            self.field.retranslate()
        else:
            self.field.set_words(unit=words_of(self.entry.unit), zero=words_of(self.entry.zero))
        self.field.setAccessibleDescription(self.entry.explained())
        for widget in (self.label, self.field):
            widget.setToolTip(paragraphs(self.entry.explained()))

    def _show_refusal(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))


def _field_for(entry: Preference) -> Field:
    if entry.choices is not None:
        return OptionField(entry.choices(), lambda value: _words_of(entry, value))
    low, high = entry.bounds
    if entry.per_unit == 1:
        return IntField(low=low, high=high, strict=True)
    per = entry.per_unit
    return FloatField(low=-(-10 * low // per) / 10, high=high // per, log=True, strict=True)


def _words_of(entry: Preference, value: Any) -> str:
    return words_of(entry.choices()[value]) if entry.choices is not None else ""


class PreferencesDialog(QDialog):
    """Shows what is preferred, and lets it be changed; gone once it is closed.

    Args:
        preferences: What is shown. What is chosen in another window, or in a menu, is shown at once.
        parent: Above which it opens.
        first: The key of the preference that has the focus at first, or nothing.
    """

    def __init__(self, preferences: Preferences, parent: QWidget, *, first: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said(self.setWindowTitle, lambda: self.tr("Preferences"))
        self._preferences = preferences
        self._before: dict[str, Any] = {}  # what was preferred before the defaults were taken
        self._rows: dict[str, PreferenceRow] = {}
        self._build_ui()
        for row in self._rows.values():
            row.field.edited.connect(partial(self._on_edited, row))
        preferences.changed.connect(self._show_values)
        preferences.kept.connect(self._show_values)
        self._show_values()
        self._rows[first or PREFERENCES[0].key].field.setFocus()

    def _build_ui(self) -> None:
        self._inner = inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for entry in PREFERENCES:
            row = self._rows[entry.key] = PreferenceRow(entry, inner)
            below = grid.rowCount()
            grid.addWidget(row.label, below, 0)
            grid.addWidget(row.field, below, 1)
            grid.addWidget(row.note, below + 1, 1)
            grid.addWidget(row.help, below + 2, 1)
            grid.setRowMinimumHeight(below + 3, 6)
            sized(row.help.setMinimumWidth, HELP_WIDTH)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area = QScrollArea(self, widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab stops where something can be done
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        self._defaults = dressed(QPushButton(self), name="defaultsButton", text=self._words_of_defaults)
        self._defaults.setAutoDefault(False)
        self._defaults.clicked.connect(self._on_defaults_clicked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        bottom = row_of(self._defaults, STRETCH, buttons)
        column_of((self._area, 1), bottom, on=self, margins=(20, 16, 20, 14), spacing=12)
        follow_language(inner, self._fit)

    def _words_of_defaults(self) -> str:
        can_undo = bool(self._before) and not self._has_choices()
        return self.tr("Undo Defaults") if can_undo else self.tr("Defaults")

    def _has_choices(self) -> bool:
        return any(self._preferences.value(entry.key) != entry.default for entry in PREFERENCES)

    def _fit(self) -> None:
        """Be as large as what is in it, or as the screen lets it be."""
        width = self._inner.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(width)
        layout = self._inner.layout()
        assert layout is not None
        wanted = layout.totalHeightForWidth(width) + self.minimumSizeHint().height()
        outer = self.layout()
        assert outer is not None
        outer.activate()  # or the least size of larger words still holds
        self.resize(self.minimumSizeHint().width(), min(wanted, room_for(self).height() - ROOM))

    # What is shown

    @Slot()
    def _show_values(self) -> None:
        for key, row in self._rows.items():
            row.show(self._preferences.value(key))
        said(self._defaults.setText, self._words_of_defaults)
        self._defaults.setEnabled(bool(self._before) or self._has_choices())

    # What is chosen

    def _on_edited(self, row: PreferenceRow, shown: Any) -> None:
        self._before = {}
        self._preferences.wish(row.entry.key, row.value_of(shown))

    @Slot()
    def _on_defaults_clicked(self) -> None:
        """Take the defaults, or take back that they were taken."""
        wished = {entry.key: entry.default for entry in PREFERENCES}
        if self._has_choices():
            self._before = {key: self._preferences.value(key) for key in wished}
        else:
            wished, self._before = self._before, {}
        for key, value in wished.items():
            if value != self._preferences.value(key):
                self._preferences.wish(key, value)

    def done(self, result: int) -> None:
        """Take what is still being typed, and close."""
        for row in self._rows.values():
            if isinstance(row.field, NumberField):
                row.field.interpretText()
        super().done(result)
