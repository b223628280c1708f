"""One setting in a form: its label, the field made for its type, and what is wrong with it, right under it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.look.dressed import dressed
from gui.look.plain import paragraphs
from gui.look.spoken import words_of
from gui.look.style_sheet import repolish
from gui.look.text_size import sized
from gui.look.words import extra_of_field, help_of_field, joined, label_of_field, sentence, translate_engine
from gui.widgets.fields.choice_fields import CheckField, ChoiceField
from gui.widgets.fields.file_field import FileField
from gui.widgets.fields.number_field import NumberField
from gui.widgets.fields.number_fields import FloatField, IntField
from gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGridLayout

    from engine.settings import Setting
    from gui.look.spoken import Words

    Field = IntField | FloatField | ChoiceField | CheckField | FileField

LONG_UNIT = 12  # characters; a longer unit stands under the field, not in it


def has_field(info: Setting) -> bool:
    """Whether a setting is of a type that has a field; others, such as the layers, have widgets of their own."""
    kind = info.annotation
    known = isinstance(kind, type) and issubclass(kind, bool | int | float | StrEnum)
    return known or info.file


def make_field(info: Setting, *, strict: bool = False) -> Field:
    """Return the field for a setting's type, its steps kept in the setting's bounds.

    Args:
        info: The setting's field.
        strict: Whether what is typed is kept in them, too; where nobody else checks it.
    """
    kind = info.annotation
    assert isinstance(kind, type)
    if issubclass(kind, bool):
        return CheckField()
    if issubclass(kind, StrEnum):
        return ChoiceField(kind)
    if issubclass(kind, str):
        return FileField()
    limits = info.bounds
    if issubclass(kind, int):
        low = limits.get("ge", limits["gt"] + 1 if "gt" in limits else None)
        high = limits.get("le", limits["lt"] - 1 if "lt" in limits else None)
        return IntField(low=_whole(low), high=_whole(high), log=info.log, strict=strict)
    return FloatField(
        low=limits.get("ge", limits.get("gt")),
        high=limits.get("le", limits.get("lt")),
        low_excluded="gt" in limits,
        high_excluded="lt" in limits,
        log=info.log,
        strict=strict,
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def camel_case(name: str) -> str:
    """Return ``learning_rate`` as ``learningRate``."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


class SettingRow(QObject):
    """The widgets of one setting, and the state they show.

    Args:
        path: Dotted path, such as ``training.epochs``.
        info: The setting's field.
        parent: The widget that shows it.
    """

    edited = Signal(object)

    def __init__(self, path: str, info: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        self.info = info
        self._known: object = info.default
        self._is_unanswered = False
        self._problem = ""  # what whoever checks the settings says
        self._refusal = ""  # what the field itself says of what was typed
        self._lock_reason = ""
        self._idle_reason = ""
        self._is_shown = True
        self._title: Words | None = None
        self.label = Label(parent)
        self.field = make_field(info)
        self.field.setParent(parent)
        sized(self.field.setMaximumWidth, 280)
        self._note: Label | None = None
        self._place: tuple[QGridLayout, int] | None = None
        self.label.setBuddy(self.field)
        self.retranslate()
        self.field.set_raw(info.default)
        self.field.edited.connect(self._on_field_edited)
        if isinstance(self.field, NumberField):
            self.field.refused.connect(self._on_field_refused)

    def add_to(self, grid: QGridLayout) -> None:
        """Append the row to a grid of two columns, labels and fields."""
        row = grid.rowCount()
        if isinstance(self.field, CheckField):
            grid.addWidget(self.field, row, 0, 1, 2)
        else:
            grid.addWidget(self.label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self.field, row, 1)
        grid.setRowMinimumHeight(row + 1, 0)  # kept for what is to be said under the field
        self._place = grid, row + 1
        if self._note is not None:
            grid.addWidget(self._note, row + 1, 1)

    @property
    def note(self) -> Label:
        """What is said under the field; most have nothing to say, so it is made when it is asked for."""
        if self._note is None:
            self._note = dressed(Label(self.field.parentWidget(), wordWrap=True), role="muted")
            self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._note.hide()
            if self._place is not None:
                grid, row = self._place
                grid.addWidget(self._note, row, 1)
        return self._note

    def retranslate(self) -> None:
        """Take label, unit and help from the setting, in the language of the window."""
        text = label_of_field(self.info) if self._title is None else words_of(self._title)
        unit, one, zero = (extra_of_field(self.info, key) for key in ("unit", "one", "zero"))
        self._long_unit = unit if len(unit) > LONG_UNIT else ""
        if isinstance(self.field, NumberField):
            shown = ("", "") if self._long_unit else (unit, one)
            self.field.set_words(unit=shown[0], one=shown[1], zero=zero)
        elif isinstance(self.field, ChoiceField):
            self.field.retranslate()
        elif isinstance(self.field, FileField):
            self.field.set_none(zero)
        else:
            self.field.setText(text)
        if isinstance(self.field, NumberField):
            self._refusal = self.field.refusal()
        self.label.setText(text)
        self.label.setVisible(self._is_shown and not isinstance(self.field, CheckField))
        self.field.setAccessibleName(text)
        self._show_state()

    def set_title(self, title: Words | None) -> None:
        """Call the setting something else than it is called everywhere, where it means that here; None for no more."""
        if title is not self._title:
            self._title = title
            self.retranslate()

    def set_value(self, value: object) -> None:
        """Show the setting's value; an entry that was refused stays while the setting itself is unchanged."""
        if self._is_unanswered and value == self._known:
            return
        self._known = value
        self._is_unanswered = False
        self.field.set_raw(value)

    def set_problem(self, text: str) -> None:
        """Mark the field and say under it what is wrong; an empty text takes both away."""
        text = sentence(text)
        if text == self._problem:
            return
        had_problem, self._problem = bool(self._problem), text
        if had_problem and not text:
            self.field.set_raw(self._known)
            self._is_unanswered = False
        self._show_state()

    def has_problem(self) -> bool:
        """Whether something is said to be wrong with it."""
        return bool(self._problem or self._refusal)

    def set_locked(self, is_locked: bool, reason: str) -> None:
        """Keep the setting from being edited, and say why when asked."""
        before, self._lock_reason = self._lock_reason, reason if is_locked else ""
        self.field.setEnabled(not is_locked)
        if self._lock_reason != before:
            self._show_state()

    def set_idle(self, reason: str) -> None:
        """Say that the setting means nothing beside the others, in a sentence in English; an empty one if it does."""
        if reason == self._idle_reason:
            return
        self._idle_reason = reason
        self.label.setProperty("role", "muted" if reason else None)
        repolish(self.label)
        self._show_state()

    def set_shown(self, is_shown: bool) -> None:
        """Show the setting, or leave it out as one that decides nothing."""
        self._is_shown = is_shown
        self.label.setVisible(is_shown and not isinstance(self.field, CheckField))
        self.field.setVisible(is_shown)
        self._show_state()

    def _show_state(self) -> None:
        idle = translate_engine(self._idle_reason)
        text = help_of_field(self.info)
        for widget in (self.label, self.field):
            widget.setToolTip(paragraphs(text, idle, self._lock_reason))
            widget.setWhatsThis(paragraphs(text, idle, self._lock_reason))
        problem = self._refusal or self._problem
        marked = self.field.line if isinstance(self.field, FileField) else self.field
        if bool(marked.property("problem")) != bool(problem):
            marked.setProperty("problem", bool(problem))
            repolish(marked)
        self.field.setAccessibleDescription(joined((problem, idle, text)))
        note = problem or self._long_unit
        if not note and self._note is None:
            return
        if self.note.text() != note:
            self.note.setText(note)
        role = "problem" if problem else "muted"
        if self.note.property("role") != role:
            self.note.setProperty("role", role)
            repolish(self.note)
        self.note.setVisible(self._is_shown and bool(note))

    @Slot(str)
    def _on_field_refused(self, words: str) -> None:
        self._refusal = words
        self._show_state()

    @Slot(object)
    def _on_field_edited(self, raw: object) -> None:
        self._is_unanswered = True
        self.edited.emit(raw)
