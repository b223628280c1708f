"""Loading in the background while the settings change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 30_000


def test_settings_that_go_there_and_back_while_loading_are_loaded_in_the_end(
    qtbot: QtBot, bench: Workbench
) -> None:
    bench.editor.edit("data.generated_count", 6_000)
    bench.editor.edit("data.generated_count", 400)  # at hand, so the loading is given up
    bench.editor.edit("data.generated_count", 6_000)  # wanted after all
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    assert bench.data is not None
    assert len(bench.data.train) == 5_400
