"""Fields for one choice among few, and for on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from gui.look.words import choice_label
from gui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from enum import StrEnum


class OptionField(ChoiceBox):
    """A choice among a few values.

    Args:
        values: What may be chosen.
        words: Returns what a value is called, in the language of the moment.
        parent: The widget it belongs to.
    """

    edited = Signal(object)

    def __init__(
        self, values: Iterable[Any], words: Callable[[Any], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = list(values)
        self._words = words
        self._is_quiet = False
        self.be_narrow(6)
        for value in self._values:
            self.addItem(words(value), value)
        self.currentIndexChanged.connect(self._on_index_changed)

    def raw(self) -> Any:
        """Return the choice."""
        return self._values[self.currentIndex()]

    def set_raw(self, value: Any) -> None:
        """Show a choice without telling; the first where it is none of them."""
        self._is_quiet = True
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)
        self._is_quiet = False

    def retranslate(self) -> None:
        """Say the choices in the language of the window."""
        for row, value in enumerate(self._values):
            self.setItemText(row, self._words(value))

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + 24))
        super().showPopup()

    @Slot()
    def _on_index_changed(self) -> None:
        if not self._is_quiet and self.currentIndex() >= 0:
            self.edited.emit(self.raw())


class ChoiceField(OptionField):
    """A choice among the members of an enum.

    Args:
        choices: The enum.
        parent: The widget it belongs to.
    """

    def __init__(self, choices: type[StrEnum], parent: QWidget | None = None) -> None:
        super().__init__(choices, choice_label, parent)
        self._choices = choices

    def set_raw(self, value: object) -> None:
        """Show a choice, which may be given by its name, without telling."""
        super().set_raw(self._choices(str(value)))


class CheckField(QCheckBox):
    """On or off."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_quiet = False
        self.toggled.connect(self._on_toggled)

    def raw(self) -> bool:
        """Return whether it is on."""
        return self.isChecked()

    def set_raw(self, value: object) -> None:
        """Show on or off without telling."""
        self._is_quiet = True
        self.setChecked(bool(value))
        self._is_quiet = False

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:
        if not self._is_quiet:
            self.edited.emit(is_on)
