"""A run that the disk has no room for: the window says so at the end, and asks for the model before it closes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gui.look.spoken import words_of
from gui.workbench import RunState, Workbench
from tests.e2e.full_disk import fill, small_disk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from engine.config import Experiment


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with small_disk(tmp_path / "disk") as place:
        monkeypatch.setenv("NETSKETCH_HOME", str(place / "home"))
        (place / "home").mkdir()
        yield place


@pytest.mark.slow
@pytest.mark.parametrize("left", [0, 8, 60])
def test_a_run_that_does_not_reach_the_disk(qtbot: QtBot, disk: Path, small: Experiment, left: int) -> None:
    from gui.main_window import MainWindow

    workbench = Workbench(small.with_(**{"training.epochs": 2}))
    window = MainWindow(workbench)
    qtbot.addWidget(window)
    window.show()
    fill(disk, left)
    try:
        workbench.start()
        qtbot.waitUntil(
            lambda: workbench.state is RunState.IDLE and workbench.model is not None,
            timeout=60_000,
        )
        assert not workbench.current_run.kept
        notice = window.notices.notice
        assert notice is not None
        assert notice.kind in ("warning", "error")
        assert "disk" in words_of(notice.text) + words_of(notice.more)
        assert window.files.work_is_unsaved
        if left:
            assert (
                words_of(notice.text)
                == "The run is over, and not on the disk as a whole. Save the model where there is room."
            )
    finally:
        if workbench.model is not None:
            workbench.model.saved = True
        (disk / "filling").unlink(missing_ok=True)
        window.close()
