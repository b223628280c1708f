from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from gui.widgets.curves.canvas import CurveCanvas

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_its_menu_that_nobody_sees_goes_with_it(qtbot: QtBot) -> None:
    canvas = CurveCanvas("step", percent=False)
    item = canvas.getPlotItem()
    menu = item.ctrlMenu
    canvas.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(menu)
