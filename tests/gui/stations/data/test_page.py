"""The Data station: the variations of the built-in digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QPushButton

from engine.config import VariationConfig
from gui.stations.data.augmentation_form import AugmentationForm
from gui.stations.data.digit_preview import DigitPreview
from gui.stations.data.variation_form import VariationForm
from gui.widgets.fields.number_fields import FloatField
from gui.widgets.images.image_grid import ImageGrid

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.stations.data.station import DataStation
    from gui.workbench import Workbench

LONG = 30_000


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """With the page of the data, as the program builds it behind the first paint."""
    window.complete()
    return window


def form_of(station: DataStation) -> VariationForm:
    form = station.page.findChild(VariationForm)
    assert isinstance(form, VariationForm)
    return form


def test_a_variation_is_previewed_at_once_then_the_data_are_drawn_anew(
    qtbot: QtBot, station: DataStation, bench: Workbench
) -> None:
    form = form_of(station)
    preview = station.page.findChild(DigitPreview)
    assert not preview.isVisible()
    form.set_open(True)
    assert preview.isVisible()
    assert bench.data is not None
    images, shown = bench.data.train.images.copy(), preview.images().copy()
    assert bench.editor.edit("data.variation.slant", "2.5")
    assert (preview.images() != shown).any()
    assert station.page.findChild(FloatField, "variationSlant").text() == "2.5"
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    assert (bench.data.train.images != images).any(axis=(1, 2)).mean() > 0.9
    bench.editor.undo_stack.undo()
    np.testing.assert_array_equal(preview.images(), shown)
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    np.testing.assert_array_equal(bench.data.train.images, images)


def test_all_variations_are_taken_back_in_one_step(station: DataStation, bench: Workbench) -> None:
    form = form_of(station)
    form.set_open(True)
    bench.editor.edit("data.variation.slant", 3)
    bench.editor.edit("data.variation.warp", 0)
    form.findChild(QPushButton, "variationReset").click()
    assert bench.experiment.data.variation == VariationConfig()
    bench.editor.undo_stack.undo()
    assert bench.experiment.data.variation == VariationConfig(slant=3, warp=0)


def test_a_wrong_value_is_told_below_its_field(station: DataStation, bench: Workbench) -> None:
    form = form_of(station)
    assert not bench.editor.edit("data.variation.slant", "7")
    assert form.is_open()
    assert station.page.findChild(FloatField, "variationSlant").property("problem") is True
    assert bench.experiment.data.variation == VariationConfig()


def test_only_data_with_drawn_digits_have_variations(station: DataStation, bench: Workbench) -> None:
    form = form_of(station)
    form.set_open(True)
    preview = station.page.findChild(DigitPreview)
    for name, wanted in (("fashion-mnist", False), ("both", True), ("mnist", False), ("generated", True)):
        bench.editor.edit("data.dataset", name)
        assert station.page.findChild(QComboBox, "datasetCombo").currentData() == name
        assert form.isVisible() is wanted
        assert preview.isVisible() is wanted


def test_augmentation_is_previewed_and_leaves_the_data_alone(station: DataStation, bench: Workbench) -> None:
    form = station.page.findChild(AugmentationForm)
    assert isinstance(form, AugmentationForm)
    form.set_open(True)
    assert form.preview().varied() is None, "PyTorch may not be there yet"
    bench.loader.warmed_up.emit()
    shown = form.preview().varied()
    assert shown is not None
    split = bench.data
    rotation = station.page.findChild(FloatField, "augmentationRotation")
    rotation.setValue(90)
    assert bench.experiment.data.augmentation.rotation == 90
    assert not np.array_equal(form.preview().varied(), shown)
    assert bench.data is split
    assert not bench.loader.busy
    bench.editor.undo_stack.undo()
    assert np.array_equal(form.preview().varied(), shown)


def test_a_strength_out_of_bounds_is_marked(station: DataStation, bench: Workbench) -> None:
    form = station.page.findChild(AugmentationForm)
    assert not bench.editor.edit("data.augmentation.shift", 15)
    assert form.is_open()
    assert bench.experiment.data.augmentation.shift == 1.5


def test_a_click_on_an_image_puts_it_on_the_pad_and_undo_takes_it_off(
    qtbot: QtBot, window: MainWindow, bench: Workbench
) -> None:
    window.show_station("data")
    form = form_of(window.station("data"))
    form.set_open(True)
    page, canvas = window.station("data").page, window.panel.canvas
    grid, preview = page.findChild(ImageGrid), page.findChild(DigitPreview)
    assert isinstance(grid, ImageGrid)
    assert isinstance(preview, DigitPreview)
    assert bench.data is not None
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.cell(3).center())
    np.testing.assert_array_equal(on_the_pad(window), bench.data.train.images[3])
    canvas.undo_stack.undo()
    assert canvas.drawing().picture is None
    qtbot.mouseClick(preview, Qt.MouseButton.LeftButton, pos=preview.place(1, 4).center())
    np.testing.assert_array_equal(on_the_pad(window), preview.images()[14])


def on_the_pad(window: MainWindow) -> NDArray[np.uint8]:
    """Return the image that lies on the pad, ``(28, 28)`` uint8, as it came."""
    picture = window.panel.canvas.drawing().picture
    assert picture is not None
    image = picture.image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()  # the image itself goes
