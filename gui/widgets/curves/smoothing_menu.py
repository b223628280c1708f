"""A small menu with a slider for how much curves are smoothed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QSlider, QWidget, QWidgetAction

from gui.look import theme
from gui.look.dressed import dressed
from gui.tasks.behind_paint import behind_paint
from gui.widgets.label import Label
from gui.widgets.layouts import row_of

HIGHEST = 99  # hundredths


class SmoothingMenu(QMenu):
    """Chooses the weight of the past in a running average, from 0 (none) to 0.99."""

    smoothing_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        behind_paint(self._build_ui)

    def _build_ui(self) -> None:
        box = QWidget(self)
        self._label = Label(lambda: self.tr("Smoothing"), box)
        self._slider = dressed(QSlider(Qt.Orientation.Horizontal, box), name="smoothingSlider")
        self._slider.setRange(0, HIGHEST)
        self._slider.setPageStep(10)
        self._slider.setMinimumWidth(140)
        dressed(self._slider, accessible=lambda: self.tr("Smoothing"))
        self._value = Label("0.00", box)
        self._value.setFont(theme.tabular_font(self.font()))
        row_of(self._label, self._slider, self._value, on=box, margins=(10, 6, 10, 6))
        action = QWidgetAction(self)
        action.setDefaultWidget(box)
        self.addAction(action)
        self._slider.valueChanged.connect(self._on_slider_value_changed)

    def set_smoothing(self, smoothing: float) -> None:
        """Show a value without telling."""
        behind_paint(lambda: self._show(smoothing))

    def _show(self, smoothing: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(100 * smoothing))
        self._value.setText(f"{self._slider.value() / 100:.2f}")

    @Slot(int)
    def _on_slider_value_changed(self, hundredths: int) -> None:
        self._value.setText(f"{hundredths / 100:.2f}")
        self.smoothing_changed.emit(hundredths / 100)
