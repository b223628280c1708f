"""What fields for numbers have in common: what is typed, what is refused and how, and the number behind it.

The bounds given to a field hold for its steps alone: what is typed may be out of bounds, so that whoever checks the
settings can say what is wrong with it. What is no number at all stays as it was typed, under a sign, and the value
stays, too, until another is entered.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QAbstractSpinBox

from gui.look.style_sheet import repolish
from gui.look.words import joined

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

if TYPE_CHECKING:
    _SpinBox = Any
else:
    _SpinBox = object

_tr = partial(QCoreApplication.translate, "NumberField")


def _steps(value: float, low: float, high: float) -> QAbstractSpinBox.StepEnabledFlag:
    flag = QAbstractSpinBox.StepEnabledFlag
    return (flag.StepUpEnabled if value < high else flag.StepNone) | (
        flag.StepDownEnabled if value > low else flag.StepNone
    )


class NumberField(_SpinBox):
    """What the two fields share; it stands before Qt's class among their bases.

    Qt's value is the field's number as far as Qt can hold it; ``raw()`` is the number itself.
    """

    _limit: float
    """Greatest number that Qt's value can be."""

    # As they are while Qt asks a field that is not yet prepared, or is going: an override of Qt's must never raise.
    _unit = _one = _zero = _wrong = ""
    _exact: float = 0
    _refused_number: float | None = None

    edited: Any
    """Another number was entered (int or float)."""
    refused: Any
    """What was typed is no number, and why it is not taken as a sentence; empty when that is over (str)."""

    def _prepare(self, unit: str, zero: str, low: float, high: float, *, log: bool, strict: bool) -> None:
        self._unit = f" {unit}" if unit else ""
        self._zero = zero
        self._low, self._high = low, high
        self._log, self._strict = log, strict
        self._is_quiet = False
        self._exact = 0  # the number behind Qt's value
        self._told: float = 0
        self._wrong = ""  # what was typed and is no number
        self._refused_number = None  # the number it is, where it is out of bounds
        self.setKeyboardTracking(False)  # 3e-4 is one change, not four
        # Tab has nothing to do in the line by itself; that hands its policy on to the field, whose own comes after.
        self.lineEdit().setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccelerated(True)
        self.lineEdit().setTextMargins(5, 0, 0, 0)
        self.valueChanged.connect(self._tell)
        self.editingFinished.connect(self._tell)

    # What is typed

    def _read(self, typed: str) -> float | None:
        """Return the number that was typed, or None."""
        raise NotImplementedError

    def _no_number(self, typed: str) -> str:
        """Say that what was typed is no number of the field's kind."""
        raise NotImplementedError

    def _words_of(self, number: float) -> str:
        """Return a number as the field shows it, without its unit."""
        raise NotImplementedError

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed: what is no number is refused in words, not by keys that do nothing."""
        return QValidator.State.Acceptable, text, position

    def valueFromText(self, text: str) -> Any:
        typed = self._typed(text)
        self._wrong = ""
        if typed:
            number: float | None = (
                0 if self._zero and typed.casefold() == self._zero.casefold() else self._read(typed)
            )
            if number is None or (self._strict and not self._low <= number <= self._high):
                self._wrong = typed
                self._refused_number = number
            else:
                self._exact = number
        return self._bounded(self._exact)

    def _typed(self, text: str) -> str:
        """Return what was typed, without what stands before and behind it."""
        typed = text.strip().removeprefix(self.prefix().strip()).strip()
        for unit in (self.suffix(), self._unit, self._one):  # Qt puts its own behind what was typed
            typed = typed.removesuffix(unit.strip()).strip()
        return typed

    def _reason(self, typed: str, number: float | None) -> str:
        """Say why what was typed is not taken, and what holds instead."""
        value = self._zero if self.raw() == 0 and self._zero else self._words_of(self.raw())
        if number is None:
            return joined((self._no_number(typed), _tr("{value} stays.").format(value=value)))
        low, high = self._words_of(self._low), self._words_of(self._high)
        if number > self._high:
            return _tr("At most {high}; {value} stays.").format(high=high, value=value)
        return _tr("At least {low}; {value} stays.").format(low=low, value=value)

    def _bounded(self, number: float) -> Any:
        return min(max(number, -self._limit), self._limit)

    def textFromValue(self, value: Any) -> str:
        if self._wrong:
            return self._wrong
        number = self._number_at(value)
        return self._zero if number == 0 and self._zero else self._words_of(number)

    # The number

    def _number_at(self, value: float) -> float:
        """Return the number behind a value of Qt's."""
        return self._exact if self._bounded(self._exact) == value else value

    def value(self) -> Any:
        """Return the number, which may be larger than Qt's own value."""
        return self._number_at(super().value())

    def raw(self) -> Any:
        """Return the number as it was entered, in bounds or not."""
        return self.value()

    def setValue(self, number: Any) -> None:
        """Enter a number, as by hand."""
        self._wrong = ""
        self._exact = number
        super().setValue(self._bounded(number))
        self._tell()

    def set_raw(self, value: Any) -> None:
        """Show a number without telling; what is being typed stays if it means the same."""
        number = self._of_kind(value)
        if number != self.value():
            self._is_quiet = True
            self.setValue(number)
            self._is_quiet = False

    def set_bounds(self, low: float, high: float) -> None:
        """Let other numbers be the least and the greatest."""
        self._low, self._high = low, high

    def _of_kind(self, value: Any) -> Any:
        raise NotImplementedError

    def take_back(self) -> None:
        """Show the number that holds, where something else was typed."""
        self._is_quiet = True
        self.setValue(self.value())
        self._is_quiet = False

    def refusal(self) -> str:
        """Return why what stands in the field is not taken, or nothing where it is."""
        return self._reason(self._wrong, self._refused_number) if self._wrong else ""

    def interpretText(self) -> None:
        """Take what is typed, as Return does."""
        super().interpretText()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Tell what is new: another number, or something that is none."""
        number = self.value()
        if not self._wrong and number != self._told:
            self._told = number
            if not self._is_quiet:
                self.edited.emit(number)
        refusal = self.refusal()
        if bool(refusal) != bool(self.property("refused")) or refusal:
            self.setProperty("refused", bool(refusal))
            self.setProperty("problem", bool(refusal))
            repolish(self)
            self.refused.emit(refusal)

    # Keys, steps and room

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo to the window, except while something is being typed, which the line takes back.

        The line takes them for its own in any case, also where it has nothing to take back.
        """
        keys = QKeySequence.StandardKey
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in (keys.Undo, keys.Redo))
            and not self._is_being_typed()
        ):
            event.ignore()
            return False
        return bool(super().event(event))

    def _is_being_typed(self) -> bool:
        """Whether something stands in the line that was not entered yet, or not taken."""
        shown = f"{self.prefix()}{self.textFromValue(super().value())}{self.suffix()}"
        return bool(self._wrong) or self.text() != shown

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return _steps(self.value(), self._low, self._high)

    def sizeHint(self) -> QSize:
        return self._modest(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._modest(super().minimumSizeHint())

    def _modest(self, hint: QSize) -> QSize:
        """Room for five figures and the unit, where Qt would make room for the largest number there is."""
        return QSize(self.fontMetrics().horizontalAdvance("00000" + self._unit) + 40, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings back the number that holds."""
        if event.key() == Qt.Key.Key_Escape and self._wrong:
            self.take_back()
            self.selectAll()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page under it scrolls
