"""Letters come a few at a time, watched or not; whoever stops it hears no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from engine.errors import DataError
from gui.widgets.text.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def writing(qtbot: QtBot) -> Iterator[Writing]:
    owner = QObject()
    yield Writing(owner)
    owner.deleteLater()


def refusing() -> Iterator[str]:
    yield "a"
    raise DataError("It is unknown.", remedy="Type another.")


def test_nobody_watches_and_all_comes_at_the_end(qtbot: QtBot, writing: Writing) -> None:
    heard: list[str] = []
    writing.grown.connect(heard.append)
    with qtbot.waitSignal(writing.ended) as ended:
        writing.begin(iter("abc"))
        assert writing.is_active
        assert not writing.is_watched
    assert ended.args == ["abc"]
    assert heard == []
    assert not writing.is_active


def test_those_who_watch_see_each_letter(qtbot: QtBot, writing: Writing) -> None:
    heard: list[str] = []
    writing.grown.connect(heard.append)
    with qtbot.waitSignal(writing.ended):
        writing.begin(iter("abc"), watched=True)
        assert writing.is_watched
    assert heard == ["a", "ab", "abc"]


def test_another_text_takes_the_place_of_the_first(qtbot: QtBot, writing: Writing) -> None:
    with qtbot.waitSignal(writing.ended) as ended:
        writing.begin(iter("abc"), watched=True)
        writing.begin(iter("xy"))
    assert ended.args == ["xy"]


def test_what_is_stopped_ends_no_more(qtbot: QtBot, writing: Writing) -> None:
    writing.begin(iter("abc"))
    writing.stop()
    assert not writing.is_active
    with qtbot.assertNotEmitted(writing.ended, wait=60):
        pass


def test_why_it_cannot_be_written_is_told(qtbot: QtBot, writing: Writing) -> None:
    with qtbot.waitSignal(writing.failed) as failed:
        writing.begin(refusing())
    assert failed.args == ["It is unknown. Type another."]
    assert not writing.is_active
