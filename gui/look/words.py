"""The engine's words as the window says them: labels, help, choices and problems, translated by Qt."""

from __future__ import annotations

import math
from enum import StrEnum
from functools import partial, reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.config import CHOICE_LABELS
from engine.language import SAMPLE, kept_words
from engine.shares import digits_shown, in_percent
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.errors import NetSketchError
    from engine.settings import Problem, Setting

ENDS = tuple(".!?。！？")  # of a sentence
MOST_SENTENCES = 10  # of an advice that are said

_tr = partial(QCoreApplication.translate, "Words")


def translate_engine(text: str) -> str:
    """Return an English sentence of the engine in the language of the window, its values filled in."""
    if isinstance(text, Phrase):
        return text.translated(_translate)
    return _translate(text) if text else ""


def say_kept(text: str) -> str:
    """Return what a file keeps in English, such as an advice with its figures, in the language of the window."""
    if isinstance(text, Phrase) or not text or _translate(SAMPLE) == SAMPLE:
        return translate_engine(text)
    return kept_words().phrase(text).translated(_translate)


def say_advice(sentences: Sequence[str]) -> str:
    """Return an advice that a file keeps, its first sentences: ours has three, and a file may hold any number."""
    return joined(map(say_kept, sentences[:MOST_SENTENCES]))


def choice_label(choice: StrEnum) -> str:
    """Return the name of a choice as a person reads it."""
    return translate_engine(CHOICE_LABELS.get(choice, str(choice.value)))


def layer_title(layer: str) -> str:
    """Return the name of a layer as a person reads it: “Hidden layer 2” for ``hidden_2``."""
    if layer == "input":
        return _tr("Input")
    if layer == "output":
        return _tr("Output")
    return _tr("Hidden layer {number}").format(number=layer.rpartition("_")[2])


def percent(share: float | None, digits: int = 2) -> str:
    """Return a share in percent, or a dash for what is not known or no number, as of a network that has diverged."""
    if share is None or not math.isfinite(share):
        return "–"
    digits = digits_shown(share, digits)
    return percent_of(QLocale().toString(in_percent(share, digits), "f", digits))


def percent_of(number: str) -> str:
    """Return a number that is written out with the sign of percent behind it."""
    return _tr("{number}\u00a0%").format(number=number)


def plain_number(value: float, digits: int = 3) -> str:
    """Return a number with so many significant digits as people of the window's language read it: ``1.2 × 10⁻⁵``."""
    locale = QLocale()
    signs: dict[str, str | int | None] = {".": locale.decimalPoint(), ",": locale.groupSeparator()}
    signs |= {str(digit): locale.toString(digit) for digit in range(10)}
    return number_words(value, digits).translate(str.maketrans(signs))


def size_words(count: int) -> str:
    """Return an amount of bytes in units of a thousand, as formats and data sheets count: ``220 kB``."""
    digits = 1 if 10**6 <= count < 10**7 or count >= 10**9 else 0
    return QLocale().formattedDataSize(count, digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def loss_text(loss: float | None) -> str:
    """Return a loss with four decimals, so that its figures stand still, or briefly where these would not do."""
    if loss is not None and 0.001 <= loss < 1000:
        return QLocale().toString(loss, "f", 4)
    return "–" if loss is None else plain_number(loss)


def label_of_field(info: Setting) -> str:
    """Return a setting's label."""
    return translate_engine(info.label)


def help_of_field(info: Setting) -> str:
    """Return a setting's one or two sentences of help."""
    return translate_engine(info.help)


def extra_of_field(info: Setting, key: str) -> str:
    """Return a setting's ``unit``, ``one``, ``group`` or ``zero`` in the language of the window."""
    return translate_engine(getattr(info, key))


def problem_phrase(problem: Problem) -> str:
    """Return what is wrong as a phrase that follows the setting's label, such as “must be more than 0”."""
    return translate_engine(problem.message)


def problem_text(problem: Problem) -> str:
    """Return what is wrong as a sentence of its own, such as “Must be more than 0.”, and behind it what mends it."""
    return joined((sentence(problem_phrase(problem)), translate_engine(problem.remedy)))


def error_words(error: NetSketchError) -> tuple[str, str, str]:
    """Return what happened, why and what to do in the language of the window."""
    what, cause, remedy = map(_closed, error.sentences(_translate), error.sentences())
    return what, cause, remedy


def told(error: NetSketchError) -> str:
    """Return the same as one text."""
    return joined(error_words(error))


def joined(sentences: Iterable[str]) -> str:
    """Return sentences as one text, empty ones left out; what stands between two is for the language to say."""
    return _in_a_row(_tr("{sentence} {next}"), sentences)


def listed(items: Iterable[str], *, goes_on: bool = False) -> str:
    """Return items in a row, empty ones left out: “a, b, c”, in Chinese “a、b、c”; “a, b …” where there are more."""
    row = _in_a_row(_tr("{sentence}, {next}"), items)
    return _tr("{list} …").format(list=row) if goes_on else row


def in_turn(items: Iterable[str]) -> str:
    """Return items that have signs of their own in a row: “a: 1; b: 2”."""
    return _in_a_row(_tr("{sentence}; {next}"), items)


def labelled(label: str, text: str) -> str:
    """Return a text behind its label: “Padding: same”."""
    return _tr("{label}: {text}").format(label=label, text=text)


def noted(words: str, note: str) -> str:
    """Return words with a note behind them, such as the keys that do the same: “Undo (Ctrl+Z)”."""
    return _tr("{words} ({note})").format(words=words, note=note) if note else words


def _in_a_row(form: str, texts: Iterable[str]) -> str:
    rows = list(filter(None, texts))
    return reduce(lambda text, after: form.format(sentence=text, next=after), rows) if rows else ""


def _translate(text: str) -> str:
    return QCoreApplication.translate("engine", text)


def _closed(text: str, english: str) -> str:
    """Return a sentence with its full stop, where it has none in English, as the words of other programs have."""
    ends = english.rstrip("”’\"')").endswith((*ENDS, "…", ":"))
    return text if ends or not text else _tr("{phrase}.").format(phrase=text)


def sentence(phrase: str) -> str:
    """Return a phrase with a capital in front and the full stop of the language behind."""
    if not phrase:
        return ""
    whole = phrase[0].upper() + phrase[1:]
    return whole if phrase.endswith(ENDS) else _tr("{phrase}.").format(phrase=whole)
