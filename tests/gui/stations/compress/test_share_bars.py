"""The bars of what is left of each layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gui.stations.compress.share_bars import ShareBars

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_names_that_have_room_are_not_cut(qtbot: QtBot) -> None:
    bars = ShareBars()
    qtbot.addWidget(bars)
    bars.resize(400, 60)
    for name in ("第 1 个隐藏层", "Hidden layer 1", "输出"):
        room = bars.name_room([name])
        assert bars.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room) == name
    assert bars.name_room(["x" * 400]) == 180
