"""Every word in the real window comes from a translation: with one that brackets all it knows, no bare word is left."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QWidget,
)

from docs.tools.collect_words import ENGLISH, FOLDER
from docs.tools.translation_file import translations_in
from docs.tools.words_in_code import Word
from engine.errors import DataError
from engine.training import FinishReason
from engine.words import Phrase
from gui.look.words import error_words, translate_engine
from gui.tasks.worker import unexpected
from gui.widgets.fields.settings_form import SettingsForm
from gui.workbench import RunState

NAMES = ("NetSketch", "English", "简体中文", "PCA", "t-SNE", "F1")  # the same in every language
KEYS = re.compile(r"\((\w+\+)*\w+\)$")  # a shortcut, in Qt's words


class Brackets(QTranslator):
    """A language in which each collected text is itself between ⟦ and ⟧."""

    def __init__(self, words):
        super().__init__()
        self.words = words

    def isEmpty(self):
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        if context == "QShortcut":
            return None  # not an empty text: Qt would write its own keys, such as F4, as that
        return f"⟦{text}⟧" if Word(context, text, disambiguation or "") in self.words else ""


@cache
def known_words() -> set[Word]:
    """Return every text that translators are given: tests/docs/test_words.py sees to it that these are all there are.

    To collect them anew from the sources takes two seconds.
    """
    return set(translations_in((FOLDER / ENGLISH).read_text(encoding="utf-8")))


@pytest.fixture
def brackets(qapp) -> Iterator[Brackets]:
    translator = Brackets(known_words())
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def bare(text: str) -> str:
    """Return what of a text stands outside of brackets and has letters."""
    depth, outside = 0, ""
    for letter in text.removesuffix("[*]"):
        depth += (letter == "⟦") - (letter == "⟧")
        outside += letter if depth == 0 and letter != "⟧" else ""
    for name in NAMES:
        outside = outside.replace(name, "")
    outside = "".join(part.partition(">")[2] if ">" in part else part for part in outside.split("<"))
    outside = KEYS.sub("", outside.strip())
    return outside if any(letter.isalpha() for letter in outside) else ""


def texts_of(widget: QWidget) -> Iterator[str]:
    """Name every text of one widget that a person sees, hovers over or hears."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield widget.placeholderText()
        for index in range(widget.count()):
            yield widget.itemText(index)
            yield str(widget.itemData(index, 3) or "")  # the tool tip
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QProgressBar) and widget.isTextVisible():
        yield widget.text()
    elif isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
    for name in ("prefix", "suffix"):
        if isinstance(widget, QAbstractSpinBox) and hasattr(widget, name):
            yield getattr(widget, name)()


def bare_texts(root: QWidget) -> dict[str, str]:
    """Return each text below ``root`` with a bare word in it, and the widget it is of."""
    found = {}
    for form in root.findChildren(SettingsForm):
        form.complete()
    for widget in [root, *root.findChildren(QWidget)]:
        for text in texts_of(widget):
            if bare(text):
                found[text] = f"{type(widget).__name__} “{widget.objectName()}”"
    for action in root.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.statusTip(), action.iconText()):
            if bare(text):
                found[text] = f"QAction “{action.objectName()}”"
    return found


def test_the_translator_knows_the_engine(brackets):
    assert translate_engine("Batch size") == "⟦Batch size⟧"
    assert translate_engine(Phrase("Reading {title}", title=Phrase("MNIST"))) == "⟦Reading ⟦MNIST⟧⟧"
    error = DataError("“{name}” is damaged.", remedy="Fetch the file again.", name="here")
    assert error_words(error) == ("⟦“here” is damaged.⟧", "", "⟦Fetch the file again.⟧")


def test_bare_words_are_told_from_translated_ones():
    assert bare("⟦Epochs⟧ · 3 %") == ""
    assert bare("⟦Epochs⟧ and so on") != ""
    assert bare("<b style='x'>⟦a⟦b⟧⟧</b> NetSketch 1") == ""
    assert bare("<b>Train</b>") == "Train"


def test_no_bare_word_in_the_window(brackets, window):
    assert bare_texts(window) == {}


def test_no_bare_word_while_and_after_training(brackets, window, qtbot):
    bench = window.workbench
    bench.step_batch()
    qtbot.waitUntil(lambda: bench.state is RunState.PAUSED, timeout=30_000)
    assert bare_texts(window) == {}
    bench.start()
    qtbot.waitUntil(lambda: bench.history.reason is FinishReason.COMPLETED, timeout=30_000)
    assert bare_texts(window) == {}


def test_no_bare_word_in_what_is_wrong(brackets, window):
    editor = window.workbench.editor
    for path, value in (
        ("training.batch_size", 0),
        ("training.learning_rate", "x"),
        ("data.validation_share", 2),
    ):
        assert not editor.edit(path, value)
    assert bare_texts(window) == {}
    window.workbench.start()
    assert bare_texts(window) == {}


def test_no_bare_word_in_another_set_of_settings(brackets, window):
    editor = window.workbench.editor
    for name in ("wide", "no-hidden-layer", "overfit"):
        editor.apply_preset(name)
        assert bare_texts(window) == {}
    window.show_station("data")
    assert bare_texts(window) == {}


def test_no_bare_word_in_notices(brackets, window):
    window.words.show_error(DataError("“{name}” is damaged.", cause="The disk is full.", name="7"))
    assert bare_texts(window) == {}
    window.words.show_error(unexpected(ValueError("8")))
    assert {text for text in bare_texts(window) if "ValueError" not in text} == set()


@pytest.mark.parametrize("place", [0, 3])  # first steps and about; the others: lessons, keys
def test_no_bare_word_in_the_dialogs(brackets, window, place):
    window.findChild(QMenu, "helpMenu").actions()[place].trigger()
    dialog = window.findChildren(QDialog)[-1]
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert [text for text in labels if bare(text)] == []
    assert labels
    dialog.close()
