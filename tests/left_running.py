"""Finds what a test, or a window that several share, leaves running behind it: threads and timers of ours."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from gui.tasks.garbage import GarbageCollector

if TYPE_CHECKING:
    from collections.abc import Iterator


lasting: set[QObject] = set()
"""Windows and benches that several tests share: what is in them runs on, until they are closed themselves."""


@contextmanager
def nothing_left() -> Iterator[None]:
    """Fail where a QThread or a QTimer of ours is left running by what is done meanwhile."""
    before = set(map(id, _running()))
    yield
    for widget in _shown() - lasting:
        widget.hide()  # or it is hidden while garbage is collected, when its Python half may be gone already
    # Closed widgets go now: each that stayed would be styled anew with every change of theme.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for collector in QCoreApplication.instance().findChildren(GarbageCollector):
        collector.check()  # the search is the program's own; short tests end before its timer does
    left = [item for item in _running() if id(item) not in before and _window_of(item) not in lasting]
    if left:  # widgets without a parent may only wait for the garbage collector or for their deleteLater()
        del left
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        left = [item for item in _running() if id(item) not in before and _window_of(item) not in lasting]
    names = [_describe(item) for item in left]
    for item in left:
        _end(item)
    if names:
        pytest.fail(f"left running behind the test: {', '.join(names)}")


def _window_of(item: QObject) -> QObject:
    """Return the outermost that an object belongs to, or itself."""
    owner = item.parent()
    return item if owner is None else _window_of(owner)


def leave_unstyled(application: QApplication) -> None:
    """Take the style sheet off, as when a program begins: a window puts it on once it is built, in half the time.

    Not where a widget is left, such as of a window that is still there.
    """
    gc.collect(1)  # what is left of windows of other tests would be styled anew
    if QApplication.allWidgets():
        gc.collect()
    if not QApplication.allWidgets():
        application.setStyleSheet("")


@contextmanager
def styled_once() -> Iterator[None]:
    """Let what is built within have its style once all of it is there, as a window has: that takes half the time."""
    from gui.look import theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    leave_unstyled(application)
    yield
    theme.put_on_sheet(application)


def _shown() -> set[QObject]:
    """Return the windows on the screen."""
    return {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def _running() -> list[QThread | QTimer]:
    application = QCoreApplication.instance()
    main_thread = application.thread() if application else None
    found: list[QThread | QTimer] = []
    there = Shiboken.getAllValidWrappers()
    kinds = {kind for kind in set(map(type, there)) if _may_run(kind)}
    for item in [item for item in there if type(item) in kinds]:
        if isinstance(item, QTimer):
            # A timer in a thread of ours answers only there; its thread is found itself.
            if item.thread() is main_thread and item.isActive():
                found.append(item)
        elif item is not main_thread and item.isRunning():
            found.append(item)
    return found


@cache
def _may_run(kind: type) -> bool:
    """Say it of a class: of each of thousands of objects it would take a while, twice for each test."""
    return issubclass(kind, QTimer | QThread)


def _describe(item: QObject) -> str:
    owner = item.parent()
    of = f" of {type(owner).__name__} “{owner.objectName()}”" if owner else ""
    return f"{type(item).__name__} “{item.objectName()}”{of}"


def _end(item: QThread | QTimer) -> None:
    if isinstance(item, QTimer):
        item.stop()
    else:
        item.requestInterruption()
        item.quit()
        item.wait(5000)
