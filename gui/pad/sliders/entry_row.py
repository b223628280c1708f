"""One feature on the pad: its name, a slider and a number or a choice, and how much it speaks for the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSlider, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import said
from gui.look.text_size import sized
from gui.look.words import noted, plain_number
from gui.pad.sliders.scale import scale_of
from gui.pad.sliders.speaks_bar import SpeaksBar
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fields.number_fields import FloatField
from gui.widgets.layouts import column_of, row_of
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QWheelEvent

    from engine.inputs.entries import Entry
    from engine.inputs.feature import Feature

FIELD_WIDTH = 92  # pixels
SLIDER_WIDTH = 60  # pixels at least


class EntryRow(QWidget):
    """Enters one number, or one of several categories.

    Signals:
        moved: It has other values while a slider is still held (``(places,)`` float32).
        entered: It has other values for good (``(places,)`` float32).
    """

    moved = Signal(object)
    entered = Signal(object)

    def __init__(self, entry: Entry, features: Sequence[Feature], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.bar = SpeaksBar(self)
        said(self.bar.setAccessibleName, lambda: self.tr("{name} speaks").format(name=entry.name))
        self._name = ShortLabel(self)
        self._name.set_words(entry.name)

    def set_values(self, values: NDArray[np.float32]) -> None:
        """Show values ``(places,)`` without telling."""
        raise NotImplementedError


class NumberRow(EntryRow):
    """A slider between the least and the greatest value that was learnt from, and a field for any number."""

    def __init__(self, entry: Entry, features: Sequence[Feature], parent: QWidget | None = None) -> None:
        super().__init__(entry, features, parent)
        self._feature = features[entry.places[0]]
        self._scale = scale_of(self._feature)
        self.slider = _Slider(self)
        self.slider.setObjectName("featureSlider")
        self.slider.setRange(0, self._scale.count)
        self.slider.setPageStep(max(1, self._scale.count // 10))
        sized(self.slider.setMinimumWidth, SLIDER_WIDTH)
        dressed(self.slider, tip=self._bounds, accessible=entry.name)
        self.field = FloatField(low=self._feature.low, high=self._feature.high, parent=self)
        dressed(self.field, name="featureField", accessible=entry.name)
        sized(self.field.setFixedWidth, FIELD_WIDTH, share=0.5)  # the name has need of room, too
        top = row_of((self._name, 1), self.field, spacing=6)
        column_of(top, row_of((self.slider, 1), self.bar, spacing=8), on=self, spacing=0)
        self.slider.valueChanged.connect(self._on_slider_value_changed)
        self.slider.sliderReleased.connect(self._on_slider_released)
        self.field.edited.connect(self._on_field_edited)

    def _bounds(self) -> str:
        feature = self._feature
        return self.tr("{name}: from {low} to {high}, usually {usual}").format(
            name=feature.name,
            low=plain_number(feature.low, 4),
            high=plain_number(feature.high, 4),
            usual=plain_number(feature.usual, 4),
        )

    def set_values(self, values: NDArray[np.float32]) -> None:
        value = float(values[0])
        self.field.set_raw(_readable(value))
        self.slider.blockSignals(True)
        self.slider.setValue(self._scale.step(value))
        self.slider.blockSignals(False)

    @Slot(int)
    def _on_slider_value_changed(self, step: int) -> None:
        value = self._scale.value(step)
        self.field.set_raw(_readable(value))
        told = self.moved if self.slider.isSliderDown() else self.entered
        told.emit(np.array([value], np.float32))

    @Slot()
    def _on_slider_released(self) -> None:
        self.entered.emit(np.array([self._scale.value(self.slider.value())], np.float32))

    @Slot(object)
    def _on_field_edited(self, value: float) -> None:
        self.entered.emit(np.array([value], np.float32))


class ChoiceRow(EntryRow):
    """A box of the categories of one column."""

    def __init__(self, entry: Entry, features: Sequence[Feature], parent: QWidget | None = None) -> None:
        super().__init__(entry, features, parent)
        self.box = dressed(ChoiceBox(self), name="featureChoice", accessible=entry.name)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(6)
        for place, choice in enumerate(entry.choices):
            self.box.addItem(choice)
            if choice == "?":
                said(partial(self.box.setItemText, place), lambda: noted("?", self.tr("not known")))
        column_of(self._name, row_of((self.box, 1), self.bar, spacing=8), on=self, spacing=2)
        self.box.activated.connect(self._on_box_activated)

    def set_values(self, values: NDArray[np.float32]) -> None:
        self.box.setCurrentIndex(int(np.argmax(values)))

    @Slot(int)
    def _on_box_activated(self, place: int) -> None:
        values = np.zeros(len(self.entry.places), np.float32)
        values[place] = 1
        self.entered.emit(values)


class _Slider(QSlider):
    """Leaves the wheel to the list of features unless it has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def row_for(entry: Entry, features: Sequence[Feature], parent: QWidget) -> EntryRow:
    """Return the row that an entry is entered in."""
    return (ChoiceRow if entry.choices else NumberRow)(entry, features, parent)


def _readable(value: float) -> float:
    """Return a number of 32 bits as it is written with few digits: 5.1, and not 5.0999999."""
    return float(f"{value:.7g}")
