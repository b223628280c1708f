"""How the built-in digits vary: settings and preview."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.config import VariationConfig
from engine.data.generated import generate
from gui.stations.data.digit_preview import DigitPreview
from gui.stations.data.preview import GAP, LARGEST
from gui.stations.data.variation_form import VariationForm
from gui.widgets.fields.number_fields import FloatField


@pytest.fixture
def form(qtbot: QtBot) -> VariationForm:
    form = VariationForm()
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.fixture
def preview(qtbot: QtBot) -> DigitPreview:
    preview = DigitPreview()
    qtbot.addWidget(preview)
    preview.resize(preview.sizeHint())
    return preview


def heading(form: VariationForm) -> str:
    return form.findChild(QToolButton, "variationHeading").text()


def reset(form: VariationForm) -> QPushButton:
    button = form.findChild(QPushButton, "variationReset")
    assert isinstance(button, QPushButton)
    return button


def test_every_variation_has_a_field_of_its_own_name(form: VariationForm) -> None:
    form.set_open(True)
    for name in VariationConfig.model_fields:
        assert len(form.findChildren(FloatField, f"variation{name.capitalize()}")) == 1


def test_folded_at_first(form: VariationForm, qtbot: QtBot) -> None:
    assert not form.is_open()
    assert form.findChild(QWidget, "variationSlant") is None
    with qtbot.waitSignal(form.toggled):
        qtbot.mouseClick(form.findChild(QToolButton, "variationHeading"), Qt.MouseButton.LeftButton)
    assert form.findChild(QWidget, "variationSlant").isVisible()


def test_edits_go_out_by_their_whole_path(form: VariationForm, qtbot: QtBot) -> None:
    form.set_open(True)
    field = form.findChild(FloatField, "variationSlant")
    with qtbot.waitSignal(form.edited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    path, value = edited.args
    assert path == "data.variation.slant"
    assert float(value) > 1


def test_changes_are_counted_and_taken_back_together(form: VariationForm, qtbot: QtBot) -> None:
    assert heading(form) == "How the digits vary"
    assert not reset(form).isEnabled()
    form.set_values(VariationConfig(slant=2, warp=0))
    assert heading(form) == "How the digits vary · 2 changed"
    with qtbot.waitSignal(form.edited) as edited:
        reset(form).click()
    assert edited.args == ["data.variation", VariationConfig()]
    form.set_values(VariationConfig())
    assert not reset(form).isEnabled()


def test_a_problem_unfolds_what_hides_it(form: VariationForm) -> None:
    form.set_problems({"data.seed": "must be at least 0"})
    assert not form.is_open()
    form.set_problems({"data.variation.slant": "must be at most 3"})
    assert form.is_open()


def test_the_preview_shows_the_first_digits_in_columns(preview: DigitPreview) -> None:
    preview.set_variation(VariationConfig(slant=2), 5)
    assert len(preview.images()) == 0, "nothing is drawn that nobody sees"
    preview.show()
    images, labels = generate(20, 5, variation=VariationConfig(slant=2))
    for place, image in enumerate(preview.images()):
        index = 10 * (place // 10) + int(np.flatnonzero(labels[10 * (place // 10) :][:10] == place % 10)[0])
        np.testing.assert_array_equal(image, images[index])


def test_the_preview_follows_at_once(preview: DigitPreview) -> None:
    preview.show()
    usual = preview.images().copy()
    preview.set_variation(VariationConfig(tremor=3), 0)
    assert (preview.images() != usual).any()
    assert pixels(preview)[: LARGEST // 2].any()
    preview.set_variation(VariationConfig(), 0)
    np.testing.assert_array_equal(preview.images(), usual)


def test_the_preview_fits_any_width(preview: DigitPreview) -> None:
    assert preview.heightForWidth(10 * (LARGEST + GAP)) == 2 * LARGEST + GAP
    assert preview.heightForWidth(5000) == 2 * LARGEST + GAP
    for width in (160, 333, 900):
        preview.resize(width, preview.heightForWidth(width))
        assert not preview.grab().isNull()


def pixels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()
