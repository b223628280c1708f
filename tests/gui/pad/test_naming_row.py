"""The row that says what a drawing was: inside its room for any classes, with names where they fit."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from gui.pad.naming_row import NamingRow


@pytest.fixture
def row(qtbot: QtBot) -> NamingRow:
    row = NamingRow()
    qtbot.addWidget(row)
    row.show()
    return row


def shown(row: NamingRow) -> list[QToolButton]:
    return [button for button in row.findChildren(QToolButton) if button.isVisible()]


@pytest.mark.parametrize("width", [210, 224, 284, 420])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 10, 12, 26, 62, 345])
def test_all_keeps_inside(row: NamingRow, count: int, width: int) -> None:
    row.set_classes([f"{number} is a long name & more" for number in range(count)])
    row.resize(width, 24)
    QApplication.processEvents()
    buttons = sorted(shown(row), key=lambda button: button.x())
    assert buttons
    for button, after in zip(buttons, [*buttons[1:], None], strict=True):
        assert button.x() >= 0
        assert button.width() >= 10
        assert button.geometry().right() < (width if after is None else after.x())


def test_names_stand_beside_their_keys_where_there_is_room(row: NamingRow) -> None:
    row.set_classes(["no & never", "yes"])
    row.resize(420, 24)
    QApplication.processEvents()
    assert [button.text() for button in shown(row)][1:] == ["1 no && never", "2 yes"]
    row.resize(150, 24)
    QApplication.processEvents()
    assert [button.text() for button in shown(row)][1:] == ["1", "2"]
