"""Sentences that were kept in English are won back, so that they are said in the language spoken now."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

import pytest

from engine import language
from engine.errors import TrainingError
from engine.kept_words import LEAST_LETTERS, LONGEST, MOST_TRIES, KeptWords, _Tries
from engine.words import Phrase

OF_NO_SENTENCE = {"{others} or {last}", "{size} in {path}"}  # others fit the same words


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    language.speak("zh_Hans")
    yield
    language.speak(language.ENGLISH)


def sample(template: str) -> Phrase | None:
    """Return a template filled with values of the kinds that its places are for."""
    values: dict[str, object] = {}
    parts = list(Formatter().parse(template))
    if any(name and not before for before, name, *_ in parts[1:]):
        return None  # nobody can tell where the one value ends and the other begins
    if sum(len(literal) for literal, *_ in parts) < LEAST_LETTERS:
        return None  # no sentence
    for _, name, spec, _ in parts:
        if name and not name.isidentifier():
            return None
        if name:
            number = 12_345 if spec and spec[-1] in ",dxX" else 0.968
            values[name] = number if spec else f"ab{len(values)}"
    return Phrase(template, **values)


def test_every_sentence_there_is_is_won_back_from_its_english_words() -> None:
    sources = [source for source, _ in language._messages_of(language.ENGLISH)]
    phrases = [sample(source) for source in sources if source not in OF_NO_SENTENCE]
    known = [phrase for phrase in phrases if phrase is not None]
    assert len(known) > 1000
    wrong = {phrase for phrase in known if language.said(language.kept(str(phrase))) != language.said(phrase)}
    assert wrong == set()


@pytest.mark.parametrize(
    "phrase",
    [
        Phrase("Lower the learning rate to {lower:g}.", lower=1.2e-5),
        Phrase("Units of {layer} are saturated: at the flat ends of their activation they hardly learn.",
               layer=Phrase("hidden layer {number}", number="2")),
        Phrase("Many units of {layer} are dead: they give 0 for every example and cannot learn any more.",
               layer=Phrase("the output layer")),
        Phrase.joined([
            Phrase("The network learns the training examples by heart."),
            Phrase("Learn from all examples there are, not from {count:,}.", count=1200),
        ]),
    ],
)  # fmt: skip
def test_an_advice_with_its_figures_is_said_as_when_it_was_given(phrase: Phrase) -> None:
    assert language.said(language.kept(str(phrase))) == language.said(phrase)


def test_an_error_is_won_back_with_the_names_in_it_as_they_are() -> None:
    names = ["Done", "a. b", "the output layer"]  # some of them are words of ours elsewhere
    for name in names:
        error = TrainingError(
            "There is no preset “{name}”.",
            cause="Its end is missing.",
            remedy="Take another copy of it, or train the model again.",
            name=name,
        )
        assert language.said(language.kept(str(error))) == language.said(language.error_words(error))
        assert name in language.said(language.kept(str(error)))


def test_between_sentences_of_others_their_own_sign_stays() -> None:
    assert language.said(language.kept("I did it. It works. Cancelled.")) == "I did it. It works.已取消。"


@pytest.mark.parametrize(
    "text",
    ["", "What I think: it is good.", "“{x.__class__}” {", "Cancelled. I did it.", "a" * (LONGEST + 1)],
)
def test_what_is_none_of_ours_stays_as_it_is(text: str) -> None:
    kept = language.kept(text)
    assert str(kept) == text
    assert language.said(kept).endswith(text.removeprefix("Cancelled. "))


def test_a_text_of_many_sentences_is_no_long_work() -> None:
    words = KeptWords(["{a} is {b}.", "It is.", "Take {a} and {b}, or {c}."])
    text = "It is. " + "Take a and b, or c and " * 80 + "d."
    assert str(words.phrase(text)) == text


def test_nested_pieces_are_no_long_work_either() -> None:
    """A file may say anything: the forms that a text is held against are counted."""
    forms = [
        f"{{a}} is {word} {{b}}" for word in ("more than", "less than", "not", "as good as", "the same as")
    ]
    words = KeptWords([*forms, *(f"{form}." for form in forms)])
    text = (" ".join(["It is more than x. Yy is not as good as zz is less than. "] * 40))[:LONGEST]
    with pytest.MonkeyPatch.context() as patch:
        tries = _Tries()
        patch.setattr("engine.kept_words._Tries", lambda: tries)
        assert str(words.phrase(text)) == text
    assert tries.done < MOST_TRIES + 100_000  # without the bound it takes minutes


@pytest.mark.parametrize("share", ["x", "x\u00a0%", "9" * 400 + "\u00a0%", "٣\u00a0%"])
def test_what_should_be_a_share_and_is_none_fits_no_form(share: str) -> None:
    words = KeptWords(["{right:.1%} of {count} are right."])
    text = f"{share} of 5 are right."
    assert str(words.phrase(text)) == text


def test_what_earlier_programs_said_of_images_is_said_of_examples() -> None:
    words = KeptWords(["The model reads {right:,} of {count:,} examples.", "An example is left."])
    kept = words.phrase("The model reads 28 of 30 images. An image is left.")
    assert kept == "The model reads 28 of 30 examples. An example is left."
