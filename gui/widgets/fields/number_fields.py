"""Fields for numbers that leave the wheel to the page, and step as the number asks for.

The bounds given to a field hold for its steps alone: what is typed may be out of bounds, so that whoever checks the
settings can say what is wrong with it.
"""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from engine.numbers import parse_number, parse_whole
from gui.widgets.fields.number_field import NumberField
from gui.widgets.fields.number_text import (
    LARGE_STEPS,
    doubling_step,
    nice_step,
    number_text,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_tr = partial(QCoreApplication.translate, "NumberField")

_INT_LIMIT = 2**31 - 1  # of Qt's own value; the field's number may be larger
_FLOAT_LIMIT = 1e300
_DECIMALS = 300  # so many that Qt never rounds what was typed


class IntField(NumberField, QSpinBox):
    """A whole number.

    Args:
        unit: Stands behind the number.
        zero: Stands in place of 0, such as ``off``.
        low: Least value its steps reach.
        high: Greatest value its steps reach.
        log: Whether steps double and halve.
        strict: Whether the bounds hold for what is typed, too; where nobody else checks it.
        parent: The widget it belongs to.
    """

    edited = Signal(object)
    refused = Signal(str)
    _limit = _INT_LIMIT

    def __init__(
        self,
        *,
        unit: str = "",
        zero: str = "",
        low: int | None = None,
        high: int | None = None,
        log: bool = False,
        strict: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        low, high = -_INT_LIMIT if low is None else low, _INT_LIMIT if high is None else high
        self._prepare(unit, zero, low, high, log=log, strict=strict)
        self.setRange(-_INT_LIMIT, _INT_LIMIT)
        self.set_words(unit=unit, zero=zero)
        self.valueChanged.connect(self._show_unit)

    def set_words(self, *, unit: str, zero: str, one: str = "") -> None:
        """Change what stands behind the number, behind a 1 where that is another word, and in place of 0."""
        self._unit = f" {unit}" if unit else ""
        self._one = f" {one}" if one else self._unit
        self._zero = zero
        self.setSuffix(self._unit)  # writes the text anew
        self._show_unit()

    @Slot()
    def _show_unit(self) -> None:
        unit = self._one if self.value() == 1 else self._unit
        if self._zero and self.value() == 0:
            unit = ""
        if unit != self.suffix():
            self.setSuffix(unit)

    def _read(self, typed: str) -> int | None:
        return parse_whole(typed)

    def _no_number(self, typed: str) -> str:
        return _tr("“{typed}” is not a whole number.").format(typed=typed)

    def _words_of(self, number: float) -> str:
        if abs(number) > 2**63 - 1:
            return f"{number:,}" if self._unit else str(number)
        locale = self.locale()
        if not self._unit:  # a seed is no amount
            locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(int(number))

    def _of_kind(self, value: Any) -> int:
        return int(value)

    def stepBy(self, steps: int) -> None:
        self.interpretText()
        if self._log:
            target = doubling_step(
                self.value(), steps if abs(steps) < LARGE_STEPS else steps // LARGE_STEPS * 3
            )
        else:
            target = self.value() + steps * self._step_size(steps)
        self.setValue(int(min(max(target, self._low), self._high)))
        self.selectAll()

    def _step_size(self, steps: int) -> int:
        """One unit of the second digit: 1 up to 99, 10 up to 999, so that large numbers move as well."""
        reach = abs(self.value()) - (1 if steps * self.value() < 0 else 0)
        return int(10 ** max(0, len(str(reach)) - 2))


class FloatField(NumberField, QDoubleSpinBox):
    """A number that may be written as 0.001, 1e-3 or 0,001, and is shown as briefly as it can be.

    Args:
        unit: Stands behind the number.
        zero: Stands in place of 0, such as ``off``.
        low: Least value its steps reach.
        high: Greatest value its steps reach.
        low_excluded: Whether ``low`` itself is out of bounds.
        high_excluded: Whether ``high`` itself is out of bounds.
        log: Whether steps go 1, 2, 5, 10.
        strict: Whether the bounds hold for what is typed, too; where nobody else checks it.
        parent: The widget it belongs to.
    """

    edited = Signal(object)
    refused = Signal(str)
    _limit = _FLOAT_LIMIT

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
        strict: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        low, high = -_FLOAT_LIMIT if low is None else low, _FLOAT_LIMIT if high is None else high
        self._prepare(unit, zero, low, high, log=log, strict=strict)
        self._low_excluded = low_excluded
        self._high_excluded = high_excluded
        self.setDecimals(_DECIMALS)
        self.setRange(-_FLOAT_LIMIT, _FLOAT_LIMIT)

    def set_words(self, *, unit: str, zero: str, one: str = "") -> None:
        """Change what stands behind the number, behind a 1 where that is another word, and in place of 0."""
        self._unit = f" {unit}" if unit else ""
        self._one = f" {one}" if one else self._unit
        self._zero = zero
        self.lineEdit().setText(self.prefix() + self.textFromValue(self.value()))

    def textFromValue(self, value: float) -> str:
        words = super().textFromValue(value)
        if self._wrong or (self._zero and words == self._zero):
            return words
        return words + (self._one if value == 1 else self._unit)

    def _read(self, typed: str) -> float | None:
        return parse_number(typed)

    def _no_number(self, typed: str) -> str:
        return _tr("“{typed}” is not a number.").format(typed=typed)

    def _words_of(self, number: float) -> str:
        return number_text(number)

    def _of_kind(self, value: Any) -> float:
        return float(value)

    def stepBy(self, steps: int) -> None:
        self.interpretText()
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
