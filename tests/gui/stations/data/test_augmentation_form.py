"""The settings of augmentation, and the preview of what they do."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from engine.config import AugmentationConfig
from gui.stations.data.augmentation_form import AugmentationForm
from gui.stations.data.augmentation_preview import COLUMNS, ROWS, AugmentationPreview
from gui.widgets.fields.settings_form import SettingsForm

STILL = AugmentationConfig(**dict.fromkeys(set(AugmentationConfig.model_fields) - {"enabled"}, 0))


def digits(count=6, shape=(28, 28)):
    images = np.zeros((count, *shape), np.uint8)
    images[:, 8:20, 12:16] = 255
    images[0] //= 2
    return images


@pytest.fixture
def preview(qtbot):
    widget = AugmentationPreview()
    qtbot.addWidget(widget)
    widget.resize(300, 160)
    widget.set_images(digits())
    return widget


@pytest.fixture
def form(qtbot):
    widget = AugmentationForm()
    qtbot.addWidget(widget)
    widget.resize(330, 600)
    widget.told = []
    widget.edited.connect(lambda path, value: widget.told.append((path, value)))
    widget.show()
    return widget


def test_nothing_is_computed_before_it_is_seen_and_pytorch_is_there(preview, qtbot):
    preview.show()
    qtbot.waitExposed(preview)
    assert preview.varied() is None
    assert not preview.grab().isNull()
    preview.set_ready()
    assert preview.varied().shape == (ROWS, COLUMNS - 1, 28, 28)
    preview.hide()
    preview.set_config(STILL)
    assert preview.varied() is None
    preview.show()
    assert preview.varied() is not None


@pytest.mark.parametrize("shape", [(28, 28), (9, 12), (16, 16, 3)])
def test_without_strength_the_images_stay(preview, shape):
    preview.set_ready()
    preview.show()
    preview.set_config(STILL)
    images = np.random.default_rng(0).integers(0, 256, (2, *shape)).astype(np.uint8)
    preview.set_images(images)
    assert np.array_equal(preview.varied(), np.repeat(images[:, None], COLUMNS - 1, axis=1))
    assert not preview.grab().isNull()


def test_variations_stay_until_others_are_asked_for(preview):
    preview.set_ready()
    preview.show()
    before = preview.varied()
    preview.set_config(AugmentationConfig(rotation=90))
    assert not np.array_equal(preview.varied(), before)
    preview.set_config(AugmentationConfig())
    assert np.array_equal(preview.varied(), before)
    preview.vary_again()
    assert not np.array_equal(preview.varied(), before)


def test_settings_are_told_by_their_paths(form):
    form.set_open(True)
    fields = form.findChild(SettingsForm)
    fields.focus_field("data.augmentation.rotation")
    fields.focusWidget().setValue(5.0)
    assert form.told == [("data.augmentation.rotation", 5.0)]
    assert len(fields.paths()) == len(AugmentationConfig.model_fields)


def test_the_heading_says_whether_it_is_on_and_reset_keeps_that(form, qtbot):
    form.set_values(AugmentationConfig(enabled=True, noise=0.2))
    assert form.findChild(QAbstractButton, "augmentationHeading").text() == "Augmentation · on"
    form.set_open(True)
    reset = form.findChild(QPushButton, "augmentationReset")
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert form.told == [("data.augmentation", AugmentationConfig(enabled=True))]
    form.set_values(AugmentationConfig())
    assert form.findChild(QAbstractButton, "augmentationHeading").text() == "Augmentation · off"
    assert not reset.isEnabled()


def test_a_problem_unfolds_it(form):
    form.set_open(False)
    form.set_problems({"training.epochs": "elsewhere"})
    assert not form.is_open()
    form.set_problems({"data.augmentation.shift": "must be at most 14"})
    assert form.is_open()


def test_the_preview_follows_the_settings(form):
    form.set_open(True)
    form.set_ready()
    form.set_images(digits())
    before = form.preview().varied()
    form.set_values(AugmentationConfig(shear=40))
    assert not np.array_equal(form.preview().varied(), before)
    again = form.preview().varied()
    form.findChild(QPushButton, "augmentationAgain").click()
    assert not np.array_equal(form.preview().varied(), again)


def test_a_click_on_an_image_hands_it_out(preview, qtbot):
    preview.set_ready()
    preview.show()
    chosen = []
    preview.image_chosen.connect(chosen.append)
    for row, column in ((1, 0), (0, 2)):
        qtbot.mouseClick(preview, Qt.MouseButton.LeftButton, pos=preview.place(row, column).center())
    assert np.array_equal(chosen[0], digits()[1])
    assert np.array_equal(chosen[1], preview.varied()[0, 1])
    qtbot.mouseClick(preview, Qt.MouseButton.LeftButton, pos=preview.rect().bottomRight())
    assert len(chosen) == 2
