"""A table of very many rows: written in turns of the event loop, whole or not at all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from engine.atomic import FileWriteError
from gui.widgets.saving import long_table
from gui.widgets.saving.long_table import AT_ONCE, ROWS, LongTable
from gui.widgets.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

COUNT = AT_ONCE + 10 * ROWS


@pytest.fixture
def table(qtbot: QtBot) -> LongTable:
    window = QWidget()
    qtbot.addWidget(window)
    return LongTable(window, window)


class Rows:
    """So many rows, and how many of them were asked for."""

    def __init__(self, count: int = COUNT) -> None:
        self.count, self.given = count, 0

    def __iter__(self) -> Iterator[tuple[int, float]]:
        for number in range(self.count):
            self.given += 1
            yield number, number / 4


def test_a_short_one_is_there_at_once(table: LongTable, tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    table.write(("a", "b"), Rows(AT_ONCE - 1), str(path))
    assert not table.busy
    assert path.read_text("utf-8").count("\n") == AT_ONCE


def test_no_turn_of_the_event_loop_writes_much_of_a_long_one(
    table: LongTable, tmp_path: Path, qtbot: QtBot
) -> None:
    path, rows = tmp_path / "long.csv", Rows()
    table.write(("a", "b"), rows, str(path))
    assert AT_ONCE <= rows.given <= AT_ONCE + ROWS
    assert not path.exists()
    told: list[int] = []
    table._turn.timeout.connect(lambda: told.append(rows.given))
    with qtbot.waitSignal(table.ended):
        pass
    steps = [later - before for before, later in pairwise(told)]
    assert len(steps) >= 8
    assert max(steps) <= 2 * ROWS
    lines = path.read_text("utf-8").splitlines()
    assert (lines[0], lines[1], lines[-1]) == ("a,b", "0,0.0", f"{COUNT - 1},{(COUNT - 1) / 4}")
    assert len(lines) == COUNT + 1
    assert not table.busy


def test_it_can_be_given_up_and_leaves_nothing(table: LongTable, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "long.csv"
    path.write_text("before", encoding="utf-8")
    window = table.parent()
    window.show()
    table.write(("a", "b"), Rows(10**9), str(path))
    [dialog] = window.findChildren(WaitingDialog)
    assert dialog.minimumDuration() == 0  # nothing else may be asked for from now on
    qtbot.waitUntil(dialog.isVisible)
    assert QApplication.activeModalWidget() is dialog
    table.write(("a", "b"), Rows(3), str(tmp_path / "other.csv"))  # one at a time
    dialog.canceled.emit()
    QCoreApplication.processEvents()
    assert not table.busy
    assert path.read_text("utf-8") == "before"
    assert [item.name for item in tmp_path.iterdir()] == ["long.csv"]


def test_the_end_of_the_program_leaves_nothing(table: LongTable, tmp_path: Path) -> None:
    table.write(("a", "b"), Rows(10**9), str(tmp_path / "long.csv"))
    assert len(list(tmp_path.iterdir())) == 1
    QCoreApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]
    assert list(tmp_path.iterdir()) == []
    assert not table.busy


def test_rows_that_fail_leave_it_free_for_others(table: LongTable, tmp_path: Path) -> None:
    def rows() -> Iterator[tuple[int]]:
        yield (1,)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        table.write(("a",), rows(), str(tmp_path / "a.csv"))
    table.write(("a",), [(1,)], str(tmp_path / "b.csv"))
    assert [item.name for item in tmp_path.iterdir()] == ["b.csv"]


def test_a_disk_that_fills_up_meanwhile_is_told(
    table: LongTable, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = long_table.csv_blocks

    def until_full(*arguments: object) -> Iterator[tuple[int, str]]:
        for number, block in enumerate(blocks(*arguments)):  # type: ignore[arg-type]
            if number > AT_ONCE // ROWS + 3:
                raise OSError(28, "No space left on device")
            yield block

    monkeypatch.setattr(long_table, "csv_blocks", until_full)
    with qtbot.waitSignal(table.failed) as signal:
        table.write(("a", "b"), Rows(), str(tmp_path / "long.csv"))
    assert isinstance(signal.args[0], FileWriteError)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FileWriteError):
        table.write(("a", "b"), Rows(3), str(tmp_path / "no folder" / "x.csv"))
    assert not table.busy
