"""A text is looked at before it is brought in: how long it is, what is in it, and why it may not be learnt from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton

from engine.data import imported_sets
from gui.stations.data.text_preview import TextPreview

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

pytestmark = pytest.mark.slow

LONG = 20_000
STORY = "The owl waits.\nThe <b>king</b> \x1b laughs – 好!\n" * 20


def shown(qtbot: QtBot, window: MainWindow, path: Path) -> TextPreview:
    opener = window.station("data").opener(path)
    assert opener is not None
    opener(path)
    dialog = window.findChild(QDialog, "importPreview")
    assert isinstance(dialog, TextPreview)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=LONG)
    return dialog


def text(dialog: TextPreview, name: str) -> str:
    label = dialog.findChild(QLabel, f"import{name}")
    assert label is not None
    return label.text()


def test_all_is_said_before_a_text_is_kept(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    dialog = shown(qtbot, window, path)
    plain = STORY.replace("\x1b", "")
    assert text(dialog, "Characters") == str(len(plain))
    assert text(dialog, "Lines") == "40"
    assert text(dialog, "Alphabet").startswith(f"{len(set(plain))}: !")
    assert dialog.findChild(QPlainTextEdit, "importBeginning").toPlainText() == plain
    assert imported_sets.imported_sets() == ()
    dialog.reject()


def test_what_was_looked_at_is_what_is_kept(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    dialog = TextPreview(path, window)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=LONG)
    path.unlink()
    with qtbot.waitSignal(dialog.agreed) as agreed:
        dialog.findChild(QPushButton, "importMake").click()
    (looked,) = agreed.args
    report = imported_sets.keep_text(looked.path, looked.text)
    (kept,) = imported_sets.imported_sets()
    assert (kept.title, kept.count, kept.is_text) == ("story", report.count, True)
    assert imported_sets.load_text("story") == STORY.replace("\x1b", "")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\xff\xfea\0", "UTF-16"), (b"too short", "at least 90"), (b"a" * 500, "nothing to learn")],
)
def test_why_a_text_cannot_be_learnt_from_is_said(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)
    dialog = shown(qtbot, window, path)
    assert words in text(dialog, "Problem")
    assert not dialog.findChild(QPushButton, "importMake").isEnabled()
    dialog.reject()
