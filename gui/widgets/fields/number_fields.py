"""Fields for numbers that leave the wheel to the page, and step as the number asks for.

The bounds given to a field hold for its steps alone: what is typed may be out of bounds, so that whoever checks the
settings can say what is wrong with it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget

from gui.widgets.fields.number_text import (
    LARGE_STEPS,
    doubling_step,
    is_begun,
    nice_step,
    number_text,
    parse_number,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

INT_LIMIT = 2**31 - 1
_FLOAT_LIMIT = 1e300
_DECIMALS = 300  # so many that Qt never rounds what was typed

_State = QValidator.State


if TYPE_CHECKING:
    _SpinBox = QAbstractSpinBox
else:
    _SpinBox = object


def _steps(value: float, low: float, high: float) -> QAbstractSpinBox.StepEnabledFlag:
    flag = QAbstractSpinBox.StepEnabledFlag
    return (flag.StepUpEnabled if value < high else flag.StepNone) | (
        flag.StepDownEnabled if value > low else flag.StepNone
    )


class _NumberField(_SpinBox):
    """What the two fields share; it stands before Qt's class among their bases."""

    def _prepare(self, unit: str, zero: str, *, log: bool) -> None:
        self._unit = f" {unit}" if unit else ""
        self._zero = zero
        self._log = log
        self._is_quiet = False
        self.setKeyboardTracking(False)  # 3e-4 is one change, not four
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccelerated(True)
        self.lineEdit().setTextMargins(5, 0, 0, 0)

    def sizeHint(self) -> QSize:
        return self._modest(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._modest(super().minimumSizeHint())

    def _modest(self, hint: QSize) -> QSize:
        """Room for five figures and the unit, where Qt would make room for the largest number there is."""
        return QSize(self.fontMetrics().horizontalAdvance("00000" + self._unit) + 40, hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page under it scrolls


class IntField(_NumberField, QSpinBox):
    """A whole number.

    Args:
        unit: Stands behind the number.
        zero: Stands in place of 0, such as ``off``.
        low: Least value its steps reach.
        high: Greatest value its steps reach.
        log: Whether steps double and halve.
        parent: The widget it belongs to.
    """

    edited = Signal(object)

    def __init__(
        self,
        *,
        unit: str = "",
        zero: str = "",
        low: int | None = None,
        high: int | None = None,
        log: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prepare(unit, zero, log=log)
        self._low = -INT_LIMIT if low is None else low
        self._high = INT_LIMIT if high is None else high
        self.setRange(-INT_LIMIT, INT_LIMIT)
        self.set_words(unit=unit, zero=zero)
        self.valueChanged.connect(self._on_value_changed)

    def set_words(self, *, unit: str, zero: str) -> None:
        """Change what stands behind the number, and in place of 0."""
        self._unit = f" {unit}" if unit else ""
        self._zero = zero
        self.setSuffix(self._unit)  # writes the text anew
        self._show_unit()

    def _show_unit(self) -> None:
        unit = "" if self._zero and self.value() == 0 else self._unit
        if unit != self.suffix():
            self.setSuffix(unit)

    def textFromValue(self, value: int) -> str:
        return self._zero if value == 0 and self._zero else super().textFromValue(value)

    def valueFromText(self, text: str) -> int:
        if self._zero and self._typed(text).casefold() == self._zero.casefold():
            return 0
        return int(super().valueFromText(text))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        typed = self._typed(text).casefold()
        if self._zero and typed:
            if typed == self._zero.casefold():
                return _State.Acceptable, text, position
            if self._zero.casefold().startswith(typed):
                return _State.Intermediate, text, position
        return super().validate(text, position)

    def _typed(self, text: str) -> str:
        return text.strip().removesuffix(self.suffix().strip()).strip()

    def stepBy(self, steps: int) -> None:
        if self._log:
            target = doubling_step(
                self.value(), steps if abs(steps) < LARGE_STEPS else steps // LARGE_STEPS * 3
            )
        else:
            target = self.value() + steps * self._step_size(steps)
        self.setValue(min(max(target, self._low), self._high))
        self.selectAll()

    def _step_size(self, steps: int) -> int:
        """One unit of the second digit: 1 up to 99, 10 up to 999, so that large numbers move as well."""
        reach = abs(self.value()) - (1 if steps * self.value() < 0 else 0)
        return int(10 ** max(0, len(str(reach)) - 2))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return _steps(self.value(), self._low, self._high)

    def raw(self) -> int:
        """Return the number as it was entered, in bounds or not."""
        return self.value()

    def set_raw(self, value: object) -> None:
        """Show a number without telling; what is being typed stays if it means the same."""
        number = int(value)  # type: ignore[call-overload]
        if number != self.value():
            self._is_quiet = True
            self.setValue(number)
            self._is_quiet = False

    @Slot()
    def _on_value_changed(self) -> None:
        self._show_unit()
        if not self._is_quiet:
            self.edited.emit(self.value())


class FloatField(_NumberField, QDoubleSpinBox):
    """A number that may be written as 0.001, 1e-3 or 0,001, and is shown as briefly as it can be.

    Args:
        unit: Stands behind the number.
        zero: Stands in place of 0, such as ``off``.
        low: Least value its steps reach.
        high: Greatest value its steps reach.
        low_excluded: Whether ``low`` itself is out of bounds.
        high_excluded: Whether ``high`` itself is out of bounds.
        log: Whether steps go 1, 2, 5, 10.
        parent: The widget it belongs to.
    """

    edited = Signal(object)

    def __init__(
        self,
        *,
        unit: str = "",
        zero: str = "",
        low: float | None = None,
        high: float | None = None,
        low_excluded: bool = False,
        high_excluded: bool = False,
        log: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prepare(unit, zero, log=log)
        self._low = -_FLOAT_LIMIT if low is None else low
        self._high = _FLOAT_LIMIT if high is None else high
        self._low_excluded = low_excluded
        self._high_excluded = high_excluded
        self.setDecimals(_DECIMALS)
        self.setRange(-_FLOAT_LIMIT, _FLOAT_LIMIT)
        self.valueChanged.connect(self._on_value_changed)

    def set_words(self, *, unit: str, zero: str) -> None:
        """Change what stands behind the number, and in place of 0."""
        self._unit = f" {unit}" if unit else ""
        self._zero = zero
        self.lineEdit().setText(self.textFromValue(self.value()))

    def textFromValue(self, value: float) -> str:
        if value == 0 and self._zero:
            return self._zero
        return number_text(value) + self._unit

    def valueFromText(self, text: str) -> float:
        typed = self._typed(text)
        if self._zero and typed.casefold() == self._zero.casefold():
            return 0.0
        number = parse_number(typed)
        return self.value() if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        typed = self._typed(text)
        number = parse_number(typed)
        if number is not None:
            return (_State.Acceptable if abs(number) <= _FLOAT_LIMIT else _State.Intermediate), text, position
        if self._zero and typed and self._zero.casefold().startswith(typed.casefold()):
            complete = len(typed) == len(self._zero)
            return (_State.Acceptable if complete else _State.Intermediate), text, position
        return (_State.Intermediate if is_begun(typed) else _State.Invalid), text, position

    def _typed(self, text: str) -> str:
        return text.strip().removesuffix(self._unit.strip()).strip() if self._unit else text.strip()

    def stepBy(self, steps: int) -> None:
        if self._log:
            target = nice_step(self.value(), steps)
        else:
            size = self._step_size()
            target = round(round(self.value() / size) * size + steps * size, 10)
        bounded = min(max(target, self._low), self._high)
        excluded = (self._low_excluded and bounded <= self._low) or (
            self._high_excluded and bounded >= self._high
        )
        if not excluded:
            self.setValue(bounded)
        self.selectAll()

    def _step_size(self) -> float:
        if self._high <= 1:
            return 0.05
        value = abs(self.value())
        return float(10 ** (math.floor(math.log10(value)) - 1)) if value else 0.1

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return _steps(self.value(), self._low, self._high)

    def raw(self) -> float:
        """Return the number as it was entered, in bounds or not."""
        return self.value()

    def set_raw(self, value: object) -> None:
        """Show a number without telling; what is being typed stays if it means the same."""
        number = float(value)  # type: ignore[arg-type]
        if number != self.value():
            self._is_quiet = True
            self.setValue(number)
            self._is_quiet = False

    @Slot()
    def _on_value_changed(self) -> None:
        if not self._is_quiet:
            self.edited.emit(self.value())
