"""The menu that saves a view: what it offers, and what it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel

from gui.widgets.saving.figure import HEAD, Figure
from gui.widgets.saving.save_button import Savable, SaveButton, SaveMenu

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def view(qtbot: QtBot) -> QLabel:
    label = QLabel("View")
    qtbot.addWidget(label)
    label.resize(200, 100)
    return label


def savable(view: QLabel) -> Savable:
    return Savable("View", Figure("Heading", view), lambda: (["a", "b"], [[1, 2], [3, "x"]]))


def test_nothing_is_offered_before_there_is_something(view: QLabel) -> None:
    button = SaveButton(view)
    assert not button.isEnabled()
    button.set_source(lambda: savable(view))
    assert button.isEnabled()
    assert button.save_menu.png.isVisible()
    assert not button.save_menu.svg.isVisible()
    button.set_source(lambda: savable(view), has_picture=False)
    assert not button.save_menu.png.isVisible()
    assert button.toolTip() == "Save the numbers"


def test_picture_and_numbers_are_written(view: QLabel, tmp_path: Path) -> None:
    menu = SaveMenu(view, has_lines=True)
    assert menu.svg.isVisible()
    assert not menu.svg.isEnabled()
    menu.set_source(lambda: savable(view))
    assert menu.svg.isEnabled()
    menu.save_png(str(tmp_path / "view.png"))
    image = QImage(str(tmp_path / "view.png"))
    assert (image.width(), image.height()) == (400, 2 * (100 + HEAD))
    menu.save_svg(str(tmp_path / "view.svg"))
    assert "Heading" in (tmp_path / "view.svg").read_text("utf-8")
    menu.save_csv(str(tmp_path / "view.csv"))
    assert (tmp_path / "view.csv").read_text("utf-8") == "a,b\n1,2\n3,x\n"
    menu.copy.trigger()
    assert QGuiApplication.clipboard().image().width() == 400
