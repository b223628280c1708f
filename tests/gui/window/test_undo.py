"""Undo over two stacks goes back in the order things were done; what is obsolete is passed over."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.bench.experiment_editor import ExperimentEditor
from gui.bench.undo_stack import UndoStack
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
    settings, drawing = UndoStack(window), UndoStack(window)
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


def test_what_was_done_by_turns_is_undone_and_done_again_by_turns(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    settings, drawing = UndoStack(window), UndoStack(window)
    joint = JointUndo((settings, drawing), window)
    log: list[str] = []
    done = [(settings, "opened"), (drawing, "stroke"), (drawing, "cleared"), (settings, "reset")]
    for stack, text in done:
        stack.push(Note(log, text))
    backwards = ["-reset", "-cleared", "-stroke", "-opened"]
    for _ in range(2):
        log.clear()
        for _press in range(4):
            joint.undo_action.trigger()
        assert log == backwards
        assert not joint.undo_action.isEnabled()
        log.clear()
        for _press in range(4):
            joint.redo_action.trigger()
        assert log == ["opened", "stroke", "cleared", "reset"]
        assert not joint.redo_action.isEnabled()

    drawing.undo()  # by the pad's own button
    joint.undo_action.trigger()
    assert log[-2:] == ["-cleared", "-reset"]
    settings.push(Note(log, "rate"))
    joint.redo_action.trigger()
    assert log[-1] == "cleared"
    drawing.clear()
    joint.undo_action.trigger()
    assert log[-1] == "-rate"


def test_what_was_taken_back_by_other_means_costs_no_press(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stack = UndoStack(window)
    joint = JointUndo((stack, UndoStack(window)), window)
    log: list[str] = []
    commands = [Note(log, text) for text in ("rate", "delete run", "delete run", "epochs")]
    for command in commands:
        stack.push(command)
    for command in commands[1:3]:
        command.setObsolete(True)
    joint.undo_action.trigger()
    assert "rate" in joint.undo_action.text()
    joint.undo_action.trigger()
    assert log[-2:] == ["-epochs", "-rate"]


def test_an_entry_refused_last_is_taken_back_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    settings, drawing = UndoStack(window), UndoStack(window)
    editor = ExperimentEditor(settings)
    joint = JointUndo((settings, drawing), window, editor)
    assert not editor.edit("network.hidden", "8,lstm4")
    assert "refused entry" in joint.undo_action.text()
    assert joint.undo_action.isEnabled()
    joint.undo_action.trigger()
    assert editor.problems == ()
    assert not joint.undo_action.isEnabled()

    editor.edit("network.hidden", "8")
    assert not editor.edit("network.hidden", "8,lstm4")
    log: list[str] = []
    drawing.push(Note(log, "stroke"))  # which is later now
    joint.undo_action.trigger()
    assert log == ["stroke", "-stroke"]
    assert editor.experiment.network.summary == "8"
