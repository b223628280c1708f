"""Words that are said anew when the language changes."""

from __future__ import annotations

import gc
from functools import partial
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.look.spoken import Spoken, follow_language, said, say_all


class Counted(Spoken, QLabel):
    """Says how often it was asked to speak."""

    def say_words(self) -> None:
        self.setText(f"{self.text()}I")


def test_words_are_said_anew_in_another_language_and_for_nothing_else(qtbot: QtBot) -> None:
    label = Counted("")
    qtbot.addWidget(label)

    for kind in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
        QCoreApplication.sendEvent(label, QEvent(kind))

    assert label.text() == "II"


class Greeting:
    """The language of the moment, as a translator would bring it."""

    word = "Hello"

    def __call__(self) -> str:
        return self.word


@pytest.fixture
def greeting() -> Greeting:
    return Greeting()


def test_a_sentence_is_said_at_once_and_in_the_next_language(qtbot: QtBot, greeting: Greeting) -> None:
    button, action = QPushButton(), QAction()
    qtbot.addWidget(button)
    said(button.setText, greeting)
    said(button.setToolTip, lambda: f"{greeting()} there")
    said(action.setText, greeting)
    assert (button.text(), button.toolTip(), action.text()) == ("Hello", "Hello there", "Hello")

    greeting.word = "Bonjour"
    say_all()

    assert (button.text(), button.toolTip(), action.text()) == ("Bonjour", "Bonjour there", "Bonjour")


def test_the_last_sentence_for_a_place_is_the_one_said(qtbot: QtBot, greeting: Greeting) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    said(label.setText, lambda: "before")
    said(label.setText, greeting)
    say_all()
    assert label.text() == "Hello"


def test_places_with_a_number_stand_side_by_side(qtbot: QtBot, greeting: Greeting) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["", ""])
    said(partial(box.setItemText, 0), greeting)
    said(partial(box.setItemText, 1), lambda: f"{greeting()}!")
    greeting.word = "Bonjour"
    say_all()
    assert [box.itemText(index) for index in range(2)] == ["Bonjour", "Bonjour!"]


def test_a_state_is_put_into_words_anew(qtbot: QtBot, greeting: Greeting) -> None:
    heard = []
    model = QStandardItemModel()
    follow_language(model, lambda: heard.append(greeting()))
    greeting.word = "Bonjour"
    say_all()
    assert heard == ["Hello", "Bonjour"]


def test_what_is_gone_is_not_spoken_to(qtbot: QtBot, greeting: Greeting) -> None:
    """Neither an object that Python let go of nor one whose half in C++ is gone."""
    label, deleted = QLabel(), QLabel()
    said(label.setText, greeting)
    said(deleted.setText, greeting)
    gone = ref(label)
    deleted.deleteLater()
    QCoreApplication.sendPostedEvents(deleted, QEvent.Type.DeferredDelete)
    del label
    gc.collect()
    assert gone() is None
    say_all()


class Row(QLabel):
    """Has methods of its own by words that are near at hand."""

    def _said(self) -> str:
        return "a word"

    def _shown_in_words(self) -> str:
        return "another"


def test_what_an_object_calls_its_methods_is_its_own_affair(qtbot: QtBot, greeting: Greeting) -> None:
    heard, said_of, row = [], Row(), Row()
    said(said_of.setText, greeting)
    follow_language(row, lambda: heard.append(greeting()))
    greeting.word = "Bonjour"
    say_all()
    assert (said_of.text(), heard) == ("Bonjour", ["Hello", "Bonjour"])
    assert (said_of._said(), row._shown_in_words()) == ("a word", "another")
