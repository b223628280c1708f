"""The engine's words in the window: translated first, filled in afterwards."""

import pytest
from pydantic import ValidationError
from PySide6.QtCore import QTranslator

from engine.config import Activation, OptimizerName, TrainingConfig
from engine.errors import NetSketchError
from engine.settings import problems_of
from gui.look.words import (
    choice_label,
    error_words,
    in_turn,
    joined,
    labelled,
    listed,
    noted,
    percent,
    problem_text,
    sentence,
    translate_engine,
)
from gui.tasks.worker import unexpected
from gui.widgets.fields.settings_form import SettingsForm

GERMAN = {
    "Epochs": "Epochen",
    "epochs": "Epochen",
    "must be at least {ge}": "muss mindestens {ge} sein",
    "automatic": "selbsttätig",
    "Optimiser": "Verfahren",
}


class German(QTranslator):
    """A dictionary for the engine's words alone."""

    def isEmpty(self):
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return GERMAN.get(text) if context == "engine" else None


@pytest.fixture
def german(qapp):
    translator = German()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def problem():
    with pytest.raises(ValidationError) as caught:
        TrainingConfig(epochs=0)
    return problems_of(caught.value)[0]


def test_english(qapp):
    assert translate_engine("Epochs") == "Epochs"
    assert translate_engine("") == ""
    assert choice_label(OptimizerName.NESTEROV) == "SGD with Nesterov momentum"
    assert choice_label(Activation.RELU) == "ReLU"
    assert problem_text(problem()) == "Must be at least 1."


def test_another_language(german):
    assert translate_engine("Epochs") == "Epochen"
    assert problem_text(problem()) == "Muss mindestens 1 sein."


class Chinese(QTranslator):
    """It has no space between two sentences, and a stop of its own."""

    words = {
        "{sentence} {next}": "{sentence}{next}",
        "{phrase}.": "{phrase}。",
        "{sentence}, {next}": "{sentence}、{next}",
        "{label}: {text}": "{label}：{text}",
        "{words} ({note})": "{words}（{note}）",
    }

    def isEmpty(self):
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return self.words.get(text) if context == "Words" else None


def test_sentences_stand_together_as_the_language_has_it(qapp):
    sentences = ("It {failed}.", "", "Try again.", "Or not.")
    assert joined(sentences) == "It {failed}. Try again. Or not."
    assert joined(()) == ""
    translator = Chinese()
    qapp.installTranslator(translator)
    assert joined(sentences) == "It {failed}.Try again.Or not."
    assert (sentence("必须是数"), sentence("为什么？")) == ("必须是数。", "为什么？")
    assert listed(("甲", "", "{乙}")) == "甲、{乙}"
    assert noted(labelled("甲", "乙"), "丙") == "甲：乙（丙）"
    qapp.removeTranslator(translator)


def test_items_labels_and_notes_in_english(qapp):
    assert (listed(("a", "b", "c")), listed(()), in_turn(("a", "b"))) == ("a, b, c", "", "a; b")
    assert (labelled("Padding", "same"), noted("Undo", "Ctrl+Z"), noted("Undo", "")) == (
        "Padding: same",
        "Undo (Ctrl+Z)",
        "Undo",
    )


def test_a_form_changes_its_language_while_it_stands(qapp, qtbot):
    form = SettingsForm(TrainingConfig, "training")
    qtbot.addWidget(form)
    form.complete()
    epochs = form.findChild(object, "epochs")
    threads = form.findChild(object, "threads")
    assert (epochs.accessibleName(), epochs.text(), threads.text()) == ("Epochs", "10 epochs", "automatic")
    translator = German()
    qapp.installTranslator(translator)
    try:
        qtbot.waitUntil(lambda: epochs.accessibleName() == "Epochen")
        assert epochs.text() == "10 Epochen"
        assert threads.text() == "selbsttätig"
    finally:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize(("phrase", "whole"), [("", ""), ("is missing", "Is missing."), ("Why?", "Why?")])
def test_sentences(phrase, whole):
    assert sentence(phrase) == whole


def test_shares_in_percent():
    assert percent(0.97314) == "97.31\u00a0%"
    assert percent(0.5, 0) == "50\u00a0%"
    assert percent(None) == percent(float("nan")) == "–"


def test_each_sentence_of_an_error_ends_whoever_wrote_it():
    error = NetSketchError(
        "It failed.", cause="{kind}: {reason}", remedy="See “it.”", kind="OSError", reason="no room"
    )
    assert error_words(error) == ("It failed.", "OSError: no room.", "See “it.”")
    assert error_words(NetSketchError("Which one?", cause="Not in “{name}”", name="a")) == (
        "Which one?",
        "Not in “a”.",
        "",
    )


def test_an_unexpected_error_without_words_is_told_by_its_kind():
    assert error_words(unexpected(KeyError()))[1] == "KeyError."
    assert error_words(unexpected(NameError("no x")))[1] == "NameError: no x."
