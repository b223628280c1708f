"""Phrases: ordinary strings that can still be translated, values and all."""

import copy
import json

import pytest

from engine.errors import Cancelled, ConfigError, DataError
from engine.words import Phrase, number_words

GERMAN = {
    "Reading {title}": "{title} wird gelesen",
    "{setting} {problem}.": "{problem}: {setting}.",
    "Epochs": "Epochen",
    "must be at least {ge}": "mindestens {ge}",
    "“{name}” is damaged.": "„{name}“ ist beschädigt.",
    "It is short.": "Zu kurz.",
    "Wrong {place}": "Falsch {elsewhere}",
    "Broken {place}": "Zerbrochen {place",
}


def german(text: str) -> str:
    return GERMAN.get(text, text)


def test_a_phrase_is_the_filled_sentence() -> None:
    phrase = Phrase("Reading {title}", title="MNIST")
    assert phrase == "Reading MNIST"
    assert isinstance(phrase, str)
    assert json.dumps(phrase) == '"Reading MNIST"'
    assert (phrase.template, phrase.values) == ("Reading {title}", {"title": "MNIST"})


def test_translation_comes_before_filling() -> None:
    assert Phrase("Reading {title}", title="MNIST").translated(german) == "MNIST wird gelesen"
    assert Phrase("Epochs").translated(german) == "Epochen"
    assert Phrase("").translated(lambda text: pytest.fail(f"“{text}” is nothing to translate")) == ""


def test_phrases_among_the_values_are_translated_and_data_are_not() -> None:
    problem = Phrase("must be at least {ge}", ge=1)
    sentence = Phrase("{setting} {problem}.", setting=Phrase("Epochs"), problem=problem)
    assert sentence == "Epochs must be at least 1."
    assert sentence.translated(german) == "mindestens 1: Epochen."
    assert Phrase("Reading {title}", title="Epochs").translated(german) == "Epochs wird gelesen"


def test_braces_without_values_and_in_values_are_ordinary() -> None:
    assert Phrase("{x} and {") == "{x} and {"
    assert Phrase("{x} and {").translated(german) == "{x} and {"
    assert Phrase("Reading {title}", title="{0}{").translated(german) == "{0}{ wird gelesen"


def test_phrases_in_a_row() -> None:
    row = Phrase.joined([Phrase("Epochs"), "x{y", Phrase("Reading {title}", title="a")], "; ")
    assert row == "Epochs; x{y; Reading a"
    assert row.translated(german) == "Epochen; x{y; a wird gelesen"
    assert Phrase.joined([]) == ""


CHINESE = {
    "{first} {next}": "{first}{next}",
    "{first}, {next}": "{first}、{next}",
    "{number}\u00a0%": "{number}%",
    "Reading {title}": "正在读取 {title}",
    "{share:.1%} right": "认对 {share:.1%}",
}


@pytest.mark.parametrize(
    ("separator", "row"),
    [(" ", "正在读取 a正在读取 b正在读取 c"), (", ", "正在读取 a、正在读取 b、正在读取 c")],
)
def test_what_stands_between_phrases_is_the_language_s(separator: str, row: str) -> None:
    phrase = Phrase.joined([Phrase("Reading {title}", title=title) for title in "abc"], separator)
    assert phrase.translated(lambda text: CHINESE.get(text, text)) == row
    alone = Phrase.joined([Phrase("Reading {title}", title="a")], separator)
    assert alone.translated(lambda text: CHINESE.get(text, text)) == "正在读取 a"


def test_a_share_is_written_as_the_language_has_it() -> None:
    phrase = Phrase("{share:.1%} right", share=0.968)
    assert phrase == "96.8\u00a0% right"
    assert phrase.translated(lambda text: CHINESE.get(text, text)) == "认对 96.8%"


@pytest.mark.parametrize("template", ["Wrong {place}", "Broken {place}"])
def test_a_translation_with_wrong_places_gives_way_to_english(template: str) -> None:
    assert Phrase(template, place="here").translated(german) == template.format(place="here")


def test_a_phrase_of_a_phrase_keeps_its_values() -> None:
    phrase = Phrase(Phrase("Reading {title}", title="MNIST"), title="other")
    assert phrase.translated(german) == "MNIST wird gelesen"
    assert copy.deepcopy(phrase).translated(german) == "MNIST wird gelesen"


def test_sentences_of_an_error() -> None:
    error = DataError("“{name}” is damaged.", cause=Phrase("It is short."), name="a{b")
    assert str(error) == "“a{b” is damaged. It is short."
    assert error.sentences(german) == ("„a{b“ ist beschädigt.", "Zu kurz.", "")
    assert (error.what, error.cause, error.remedy) == ("“a{b” is damaged.", "It is short.", "")


def test_the_cause_of_one_error_is_translated_within_another() -> None:
    inner = ConfigError("{setting}", setting=Phrase("Epochs"))
    outer = DataError("“{name}” is damaged.", cause=inner.what, name="x")
    assert outer.sentences(german) == ("„x“ ist beschädigt.", "Epochen", "")


def test_a_cancelled_operation_says_so() -> None:
    assert Cancelled().what == "Cancelled."
    assert Cancelled("Reading was cancelled.").what == "Reading was cancelled."


def test_a_share_reads_the_same_in_every_sentence() -> None:
    phrase = Phrase("{right:.1%} of {count:,} images", right=0.968, count=1200)
    assert phrase == "96.8\u00a0% of 1,200 images"
    words = {phrase.template: "Von {count:,} Bildern {right:.0%}"}
    assert phrase.translated(lambda text: words.get(text, text)) == "Von 1,200 Bildern 97\u00a0%"


@pytest.mark.parametrize(
    ("value", "digits", "words"),
    [
        (5183.0, 3, "5,180"),
        (5.18e3, 3, "5,180"),
        (0.0001, 3, "0.0001"),
        (0.00012345, 3, "0.000123"),
        (1.2e-5, 3, "1.2\u00a0×\u00a010⁻⁵"),
        (1e-5, 3, "10⁻⁵"),
        (9.999e-5, 3, "0.0001"),
        (0.0, 3, "0"),
        (-0.5, 3, "−0.5"),
        (999.9, 3, "1,000"),
        (2.3, 3, "2.3"),
        (100, 3, "100"),
        (1_000_000, 6, "1,000,000"),
        (999_999_999.0, 3, "10⁹"),
        (3.2e25, 3, "3.2\u00a0×\u00a010²⁵"),
        (-2e-300, 2, "−2\u00a0×\u00a010⁻³⁰⁰"),
        (float("nan"), 3, "–"),
        (float("inf"), 3, "–"),
    ],
)
def test_numbers_are_written_as_people_read_them(value: float, digits: int, words: str) -> None:
    assert number_words(value, digits) == words


def test_a_general_number_in_a_sentence_is_for_people() -> None:
    assert Phrase("The loss is {loss:.3g}.", loss=5183.2) == "The loss is 5,180."
    assert Phrase("It rose to {peak:,.3g}.", peak=5183.2) == "It rose to 5,180."
    assert (
        Phrase("The learning rate is {rate:g}.", rate=1.2e-5) == "The learning rate is 1.2\u00a0×\u00a010⁻⁵."
    )
    assert Phrase("{value:g}", value=0.001).translated(german) == "0.001"


def test_a_share_just_below_all_is_not_told_as_all() -> None:
    assert Phrase("{share:.1%} are right.", share=0.99999) == "99.9\u00a0% are right."
    assert Phrase("{share:.2%} and {all:.1%}", share=0.99999, all=1.0) == "99.99\u00a0% and 100.0\u00a0%"
