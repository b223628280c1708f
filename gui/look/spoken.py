"""Words that follow the language of the window.

There are two ways to be understood in another language at once. A text that stands for good is given as `Words` that
can be asked again, ``lambda: self.tr("Train")``, to a widget of ours, to `dressed`, or with its place to `said`. What
depends on a state is put into words in one method, `Spoken.say_words` of a widget or a method given to
`follow_language`, which shows the state of the moment anew.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object

Words: TypeAlias = str | Callable[[], str]
"""A text, or what returns it in the language of the moment."""

SAID, SHOWN = (
    "spoken: said",
    "spoken: shown",
)  # attributes of an object with what it says, so that both go together; no method can have such a name
_speakers: WeakSet[QObject] = WeakSet()


class Spoken(_Widget):
    """A widget that says its words anew in another language; it stands before Qt's class among the bases."""

    def say_words(self) -> None:
        """Set every text; called when the widget is made, too."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.say_words()
        super().changeEvent(event)


def said(place: Callable[[str], object], words: Words) -> None:
    """Put words into their place, and again whenever the language changes.

    Args:
        place: A method of a widget, action or other object of Qt that takes the words: ``button.setText``, or a
            ``partial`` of one: ``partial(box.setItemText, 0)``. Other words for the same place take over from those
            before.
        words: Asked again each time. A mere text stays as it is, such as a name.
    """
    method: Any = place.func if isinstance(place, partial) else place
    first = place.args if isinstance(place, partial) else ()
    owner, name = method.__self__, method.__name__  # not the method: it would hold its owner
    if callable(words):
        keep(owner, SAID, (name, *first), partial(_put, owner, name, first, words))
    else:
        owner.__dict__.get(SAID, {}).pop((name, *first), None)
    place(words_of(words))


def words_said(place: Callable[[str], object]) -> Words | None:
    """Return the words that were put into a place, so that they can be asked for in yet another language."""
    method: Any = place
    put = method.__self__.__dict__.get(SAID, {}).get((method.__name__,))
    return None if put is None else put.args[-1]


def _put(owner: QObject, name: str, first: tuple[object, ...], words: Callable[[], str]) -> None:
    getattr(owner, name)(*first, words())


def words_of(words: Words) -> str:
    """Return words in the language of the moment."""
    return words() if callable(words) else words


def follow_language(owner: QObject, say: Callable[[], None]) -> None:
    """Call a method that puts an object's state into words, and again whenever the language changes.

    Args:
        owner: What the words belong to; with it they are forgotten.
        say: Sets every text.
    """
    keep(owner, SHOWN, say, say)
    say()


def say_all() -> None:
    """Let all that was given to ``said`` and ``follow_language`` speak in the language of the moment."""
    for attribute in (SAID, SHOWN):  # what shows a state may measure words that stand for good
        do_again(attribute)


def do_again(attribute: str) -> None:
    """Do all that was kept under a name."""
    for owner in [owner for owner in _speakers if isValid(owner)]:
        for do in list(vars(owner).get(attribute, {}).values()):
            do()


def keep(owner: QObject, attribute: str, key: Hashable, do: Callable[[], object]) -> None:
    """Keep what is to be done again, in the object itself so that both go together.

    Args:
        owner: Whose it is.
        attribute: Under which name.
        key: What takes the place of what was kept before for the same.
        do: What is to be done.
    """
    kept: dict[Hashable, Callable[[], object]] = owner.__dict__.setdefault(attribute, {})
    kept[key] = do
    _speakers.add(owner)
