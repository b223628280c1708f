"""Where a picture or numbers are saved, and what is asked before something else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.look.spoken import words_of
from gui.widgets.saving import save_as as module
from gui.widgets.saving.save_as import save_as


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def saved(parent: QWidget, answer: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are written to when the dialog gives this answer."""
    paths: list[str] = []
    monkeypatch.setattr(module.QFileDialog, "getSaveFileName", lambda *_: (str(answer), ""))
    save_as(parent, "Matrix", "png", paths.append)
    return paths


@pytest.mark.parametrize(("typed", "written"), [("a", "a.png"), ("a.png", "a.png"), ("a.PNG", "a.PNG")])
def test_the_ending_is_added_where_it_was_left_out(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
) -> None:
    assert saved(parent, tmp_path / typed, monkeypatch) == [str(tmp_path / written)]


@pytest.mark.parametrize("answer", [True, False])
def test_what_the_dialog_did_not_ask_about_is_asked(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    (tmp_path / "a.png").write_bytes(b"precious")
    asked: list[str] = []
    monkeypatch.setattr(
        module.message_box.MessageBox,
        "ask",
        lambda _parent, _title, words: asked.append(words_of(words)) or answer,
    )
    paths = saved(parent, tmp_path / "a", monkeypatch)
    assert ["a.png" in words for words in asked] == [True]
    assert paths == ([str(tmp_path / "a.png")] if answer else [])
