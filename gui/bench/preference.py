"""One thing that can be preferred: what it is called, what may be chosen, and when a change takes effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.records import dataclass
from gui.bench import preferences_file as file
from gui.look.spoken import Words, words_of
from gui.look.words import joined


@dataclass(frozen=True, slots=True)
class Preference:
    """One preference; what has its effect follows it by ``Preferences.follow``.

    It has choices, or it is a whole number within bounds.

    Attributes:
        key: Its name in the file.
        default: What holds until something else is chosen.
        label: Its name as a person reads it.
        help: What it is for, in one or two sentences.
        takes_effect: When a change does, in a sentence.
        choices: Returns what may be chosen, and what each is called.
        bounds: The least and the greatest number.
        unit: Stands behind the number.
        zero: Stands in place of 0.
        per_unit: How many of the number in the file are one of the number that is shown.
        check: Returns a value from a file as it is used, or raises ``ValueError``; None where choices or bounds say it.
    """

    key: str
    default: Any
    label: Words
    help: Words
    takes_effect: Words
    choices: Callable[[], Mapping[Any, Words]] | None = None
    bounds: tuple[int, int] = (0, 0)
    unit: Words = ""
    zero: Words = ""
    per_unit: int = 1
    check: file.Check | None = None

    def checked(self, value: Any) -> Any:
        """Return a value as it is used.

        Raises:
            ValueError: If it is none.
        """
        if self.check is not None:
            return self.check(value)
        if self.choices is not None:
            return file.one_of(*self.choices())(value)
        return file.whole_number(*self.bounds)(value)

    def bounded(self, value: Any) -> Any:
        """Return a number within the bounds; what has choices as it is."""
        return value if self.choices is not None else min(max(value, self.bounds[0]), self.bounds[1])

    def explained(self) -> str:
        """Return what it is for and when a change takes effect, in the language of the moment."""
        return joined((words_of(self.help), words_of(self.takes_effect)))
