"""Undo over two stacks goes back in the order things were done, and redo forth again."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.window.undo import JointUndo


class Note(QUndoCommand):
    def __init__(self, log: list[str], text: str) -> None:
        super().__init__(text)
        self._log = log

    def redo(self) -> None:
        self._log.append(self.text())

    def undo(self) -> None:
        self._log.append(f"-{self.text()}")


def test_two_stacks_in_order(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    settings, drawing = QUndoStack(window), QUndoStack(window)
    joint = JointUndo((settings, drawing), window)
    log: list[str] = []
    assert not joint.undo_action.isEnabled()
    settings.push(Note(log, "rate"))
    drawing.push(Note(log, "stroke"))
    assert "stroke" in joint.undo_action.text()
    log.clear()
    joint.undo_action.trigger()
    assert "rate" in joint.undo_action.text()
    assert "stroke" in joint.redo_action.text()
    joint.undo_action.trigger()
    assert log == ["-stroke", "-rate"]
    assert not joint.undo_action.isEnabled()
    joint.redo_action.trigger()
    joint.redo_action.trigger()
    assert log == ["-stroke", "-rate", "rate", "stroke"]
    assert not joint.redo_action.isEnabled()
