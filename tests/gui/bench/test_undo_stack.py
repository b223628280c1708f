"""An undo stack that is left to Python's search for garbage ends its commands once."""

import gc
import subprocess
import sys
import weakref
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QUndoCommand
from shiboken6 import delete, isValid

from gui.bench.replacement import Replacement
from gui.bench.undo_stack import UndoStack

# What goes wrong here is a crash: in processes of their own.
START = """
import gc
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand
from gui.bench.undo_stack import UndoStack
gc.disable()
for _ in range(20):
"""
# The search ends what is older first.
OLDER_COMMAND = """
    command, owner = QUndoCommand("change"), QObject()
    owner.stack = UndoStack(owner)
    owner.stack.push(command)
    owner.itself = owner
    del command, owner
    gc.collect()
"""
# The commands alone hold the owner, also within a command of several.
HELD_BY_COMMANDS = """
    owner = QObject()
    stack = UndoStack(owner)
    for _ in range(2):
        stack.push(command := QUndoCommand("change"))
        command.owner = owner
    stack.beginMacro("several")
    stack.push(command := QUndoCommand("change"))
    command.owner = owner
    stack.endMacro()
    del command, owner, stack
    gc.collect()
"""


@pytest.mark.parametrize("garbage", [OLDER_COMMAND, HELD_BY_COMMANDS])
def test_a_stack_of_garbage_does_not_crash(garbage: str) -> None:
    subprocess.run([sys.executable, "-c", START + garbage], cwd=Path(__file__).parents[3], check=True)


def test_a_stack_of_garbage_takes_its_commands_with_it_and_tells_nobody() -> None:
    owner, told, command = QObject(), [], QUndoCommand("change")
    stack = UndoStack(owner)
    stack.push(command)
    stack.indexChanged.connect(told.append)
    owner.itself = owner  # type: ignore[attr-defined]
    del owner, stack
    gc.collect()
    assert not isValid(command)
    assert told == []


def test_a_stack_that_its_owner_ended_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    faults: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", faults.append)
    owner = QObject()
    stack = UndoStack(owner)
    delete(owner)
    assert not isValid(stack)
    del stack
    gc.collect()
    assert faults == []


def test_of_merged_commands_nothing_is_kept(qapp: QCoreApplication) -> None:
    class State:
        pass

    stack, states = UndoStack(), [State() for _ in range(20)]
    alive = [weakref.ref(state) for state in states]
    for before, after in pairwise(states):
        stack.push(Replacement("change", before, after, lambda _state: None, "key"))
    del before, after, states
    gc.collect()
    assert stack.count() == 1
    assert [reference() is not None for reference in alive] == [True, *[False] * 18, True]
    stack.undo()
    stack.redo()
    stack.clear()
    gc.collect()
    assert [reference() for reference in alive] == [None] * 20
