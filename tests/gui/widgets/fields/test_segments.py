"""A choice between views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.widgets.fields.segments import Segments

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_one_is_pressed_at_a_time_and_only_hands_are_told(qtbot: QtBot) -> None:
    segments = Segments("View")
    qtbot.addWidget(segments)
    for key in ("near", "far"):
        segments.add(key, key.title())
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    assert segments.value == "near"
    segments.set_value("far")
    assert (segments.value, heard) == ("far", [])
    segments.button("near").click()
    assert (segments.value, heard) == ("near", ["near"])
    assert not segments.button("far").isChecked()
