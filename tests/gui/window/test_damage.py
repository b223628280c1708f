"""What cannot be read at the start is named in one notice, and an offer waits behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from engine.data.imported_sets import imported_sets
from gui.look.spoken import words_of
from gui.main_window import MainWindow
from gui.widgets.notice_bar import Notice, NoticeBar
from gui.workbench import Workbench
from tests.gui.run_folders import write_run

LONG = 30_000


@pytest.fixture
def damaged(isolated_home: Path) -> Path:
    """A home of which much is damaged, and one run whole."""
    write_run(isolated_home / "runs" / "good-1")
    for number in range(12):
        (isolated_home / "runs" / f"bad-{number}").mkdir()
        (isolated_home / "runs" / f"bad-{number}" / "experiment.json").write_text("[" * 100_000)
    (isolated_home / "datasets-of-ones-own" / "shapes").mkdir(parents=True)
    (isolated_home / "datasets-of-ones-own" / "shapes" / "images.npz").write_bytes(b"PK\3\4")
    (isolated_home / "my-digits").mkdir()
    (isolated_home / "my-digits" / "digits.jsonl").write_text("{}\n[[[\n")
    (isolated_home / "marks" / "mislabelled.jsonl").mkdir(parents=True)
    (isolated_home / "preferences.json").write_text("[" * 100_000)
    return isolated_home


def opened(qtbot: QtBot) -> MainWindow:
    bench = Workbench()
    window = MainWindow(bench)
    window.show()
    bench.catalogue.refresh()
    qtbot.waitUntil(lambda: bench.catalogue.is_read and not bench.catalogue.busy, timeout=LONG)
    qtbot.waitUntil(lambda: not window.damage.busy, timeout=LONG)
    return window


def closed(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    window.workbench.shutdown()


@pytest.mark.slow
def test_all_damage_is_told_in_one_notice(qtbot: QtBot, damaged: Path) -> None:
    window = opened(qtbot)
    notice = window.notices.notice
    assert notice is not None
    assert words_of(notice.text).startswith("16 things")
    assert notice.on_action is not None
    notice.on_action()
    text = window.findChild(QPlainTextEdit, "detailsText") or window.findChildren(QPlainTextEdit)[-1]
    said = text.toPlainText()
    for name in ("preferences.json.bak", "bad-0", "bad-11", "shapes", "my-digits", "marks"):
        assert name in said
    assert "good-1" not in said
    window.notices.set_notice(None)
    assert window.notices.notice is not None  # what was offered has waited
    assert "good-1" in words_of(window.notices.notice.text)
    closed(window)
    window = opened(qtbot)  # read and closed: it is not told again
    assert window.notices.notice is not None
    assert "good-1" in words_of(window.notices.notice.text)
    closed(window)
    assert {path.name for path in (damaged / "runs").iterdir()} >= {
        "good-1",
        *(f"bad-{n}" for n in range(12)),
    }
    assert [each.name for each in imported_sets()] == ["shapes"]


@pytest.mark.slow
def test_nothing_is_told_where_nothing_is_damaged(qtbot: QtBot, isolated_home: Path) -> None:
    window = opened(qtbot)
    assert window.notices.notice is None
    closed(window)


def test_an_offer_does_not_drive_a_warning_away(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    stands = True
    offer = Notice("info", "offer", is_patient=True, stands=lambda: stands)
    warning = Notice("warning", "warning")
    bar.set_notice(warning)
    bar.set_notice(offer)
    assert bar.notice is warning
    bar.set_notice(None)
    assert bar.notice is offer
    bar.set_notice(warning)
    assert bar.notice is warning
    bar.set_notice(None)
    assert bar.notice is offer
    bar.set_notice(warning)
    stands = False
    bar.set_notice(None)
    assert bar.notice is None
