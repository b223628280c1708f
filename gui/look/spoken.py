"""Words that follow the language of the window.

There are two ways to be understood in another language at once. A text that stands for good is bound to its place by
`said`: the place and the sentence are kept, and asked again. What depends on a state is put into words in one method,
`Spoken.say_words` of a widget or a method given to `follow_language`, which shows the state of the moment anew.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object

KEPT = "_said"  # the attribute of an object with what it says, so that both go together
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


def said(place: Callable[[str], object], sentence: Callable[[], str]) -> None:
    """Put a sentence into its place, and again whenever the language changes.

    Args:
        place: A method of a widget, action or other object of Qt that takes the words: ``button.setText``, or a
            ``partial`` of one: ``partial(box.setItemText, 0)``. Another sentence for the same place takes over from
            the one before.
        sentence: Returns the words in the language of the moment: ``lambda: self.tr("Train")``.
    """
    method: Any = place.func if isinstance(place, partial) else place
    first = place.args if isinstance(place, partial) else ()
    owner, name = method.__self__, method.__name__  # not the method: it would hold its owner
    _keep(owner, (name, *first), lambda: getattr(owner, name)(*first, sentence()))


def follow_language(owner: QObject, say: Callable[[], None]) -> None:
    """Call a method that puts an object's state into words, and again whenever the language changes.

    Args:
        owner: What the words belong to; with it they are forgotten.
        say: Sets every text.
    """
    _keep(owner, say, say)


def say_all() -> None:
    """Let all that was given to ``said`` and ``follow_language`` speak in the language of the moment."""
    for owner in list(_speakers):
        if isValid(owner):
            for say in list(getattr(owner, KEPT).values()):
                say()


def _keep(owner: QObject, key: Hashable, say: Callable[[], object]) -> None:
    kept: dict[Hashable, Callable[[], object]] = owner.__dict__.setdefault(KEPT, {})
    kept[key] = say
    _speakers.add(owner)
    say()
