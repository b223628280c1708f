"""What is said of an attack on one image."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.look.words import joined, percent, translate_engine
from gui.stations.challenge.words import strength_words

if TYPE_CHECKING:
    from gui.stations.challenge.answering import Answer, Question

_tr = partial(QCoreApplication.translate, "FoolView")


def verdict(answer: Answer) -> str:
    """Say whether the model is fooled, and what comes of the same change elsewhere."""
    if answer.question.aim == answer.was:
        return _tr("“{name}” is what it takes it for already.").format(name=_name(answer, answer.was))
    return joined((_is_wrong(answer), _smallest(answer), _is_fooled(answer), _beside(answer)))


def none_found(question: Question) -> str:
    """Say that not even the strongest attack of a kind is enough."""
    limits = question.attack.strength
    words = _tr("Not even the strongest of these fools it ({what}: {value}).")
    return words.format(what=translate_engine(limits.title), value=strength_words(limits, limits.high))


def _is_wrong(answer: Answer) -> str:
    label = answer.question.label
    if label is None or not answer.is_wrong:
        return ""
    return _tr("This is “{label}”: the network is wrong even without an attack.").format(
        label=_name(answer, label)
    )


def _smallest(answer: Answer) -> str:
    question, limits = answer.question, answer.question.attack.strength
    if not question.is_smallest:
        return ""
    words = _tr("Smallest found ({what}: {value}); another attack may find a smaller one.")
    return words.format(what=translate_engine(limits.title), value=strength_words(limits, question.strength))


def _is_fooled(answer: Answer) -> str:
    aim = answer.question.aim
    if answer.is_wrong and answer.became == answer.question.label:
        words = _tr(
            "The change sets it right: it took this for “{was}”, and takes it for “{became}” now, with {share}."
        )
    elif answer.is_fooled:
        words = _tr("Fooled: it took this for “{was}”, and takes it for “{became}” now, with {share}.")
    elif answer.became != answer.was:
        words = _tr("Not yet: it takes it for “{became}” now, with {share}, but not for “{aim}”.")
    else:
        words = _tr("Not fooled: it still takes this for “{became}”, with {share}.")
    return words.format(
        was=_name(answer, answer.was),
        became=_name(answer, answer.became),
        share=percent(float(answer.after[answer.became]), 0),
        aim="" if aim is None else _name(answer, aim),
    )


def _beside(answer: Answer) -> str:
    """Say what a second model makes of the change, or the first of the same change shuffled."""
    second = answer.question.second
    was, became = int(answer.beside_before.argmax()), int(answer.beside_after.argmax())
    if not answer.change.any():
        return ""
    if second is None:
        if became == was:
            words = _tr("Shuffled over the pixels, the same change does not fool it.")
        elif answer.is_wrong or not answer.is_fooled:
            words = _tr("Shuffled over the pixels, the same change lets it take that for “{became}”.")
        else:
            words = _tr(
                "Shuffled over the pixels, the same change fools it, too: it takes that for “{became}”."
            )
    elif was != answer.was or (became != was and not answer.is_fooled):
        words = _tr("“{name}” takes the image for “{was}” before and for “{became}” after.")
    elif became == was:
        words = _tr("“{name}” withstands the same change: still “{became}”.")
    else:
        words = _tr("It carries over: “{name}” takes it for “{became}” now.")
    name = "" if second is None else second.name
    return words.format(name=name, was=_name(answer, was), became=_name(answer, became))


def _name(answer: Answer, index: int) -> str:
    return answer.question.challenged.saved.classes[index]
