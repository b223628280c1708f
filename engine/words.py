"""Sentences that remember how they were made, so that a window can say them in its own language; numbers in them."""

from __future__ import annotations

import math
import re
from functools import reduce
from string import Formatter
from typing import TYPE_CHECKING, Any, Self

from engine.shares import digits_shown, in_percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


# How sentences and the items of a list follow each other, and a share is written: other languages have other signs.
JOINED = "{first} {next}", "{first}, {next}", "{first}; {next}", "{first}-{next}"
IN_PERCENT = "{number}\u00a0%"
FORMS = (*JOINED, IN_PERCENT)

_PERCENT = re.compile(r"\.(\d+)%")
_PARTS = re.compile(r"\{part_0\}(?:(.*?)\{part_\d+\})?(?:\1\{part_\d+\})*")
_GENERAL = re.compile(r",?(?:\.(\d+))?g")
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN_FROM, _PLAIN_TO = 1e-4, 1e9  # beyond these, powers of ten are shorter to read


def number_words(value: float, digits: int = 3) -> str:
    """Return a number as people read it: ``5,180``, ``0.0001``, ``1.2 × 10⁻⁵``, and a dash for what is none.

    Args:
        value: Any number.
        digits: Significant digits at most; zeros behind the point are left out.
    """
    if not math.isfinite(value):
        return "–"
    mantissa, _, exponent = f"{abs(value):.{digits - 1}e}".partition("e")
    size, power = float(f"{mantissa}e{exponent}"), int(exponent)
    sign = "−" if value < 0 and size else ""
    if size and not _PLAIN_FROM <= size < _PLAIN_TO:
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        raised = f"10{str(power).translate(_RAISED)}"
        return f"{sign}{raised}" if mantissa == "1" else f"{sign}{mantissa}\u00a0×\u00a0{raised}"
    places = max(0, digits - 1 - power)
    text = f"{size:,.{places}f}"
    return sign + (text.rstrip("0").rstrip(".") if places else text)


class _Filling(Formatter):
    """Fills places as ``str.format`` does, but percent and general numbers as people read them.

    The sign of percent is set off by a space that no line breaks at, 100 of them stand for all alone, and ``g`` stands
    for ``number_words``.

    Args:
        translate: Turns the form of a share in percent into another language.
    """

    def __init__(self, translate: Callable[[str], str] = str) -> None:
        self._in_percent = translate(IN_PERCENT)

    def format_field(self, value: Any, format_spec: str) -> str:
        general = _GENERAL.fullmatch(format_spec)
        if general is not None and isinstance(value, int | float):
            return number_words(value, int(general[1] or 6))
        percent = _PERCENT.fullmatch(format_spec)
        if percent is not None:
            digits = digits_shown(value, int(percent[1]))
            return self._in_percent.format(number=f"{in_percent(value, digits):.{digits}f}")
        text: str = super().format_field(value, format_spec)
        return text


_FILLING = _Filling()


class Phrase(str):
    """Plain English words with named places for values, already filled: ``Phrase("Reading {title}", title="MNIST")``.

    It is an ordinary string to whoever only shows or writes it. Beside that it keeps what it was made from; whoever
    speaks another language translates the template and fills it again. A value that is a phrase is words, too, and is
    translated with it; any other value is data and stays as it is. A share with a format such as ``.1%`` reads
    ``96.8 %``, as everywhere in the program.

    Args:
        template: The words; a phrase given here stays what it is, with its own values.
        values: What fills the places. Without any, braces are ordinary characters.

    Attributes:
        template: The words before they were filled.
        values: What fills them.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Fill the template; see the class."""
        words = template
        if isinstance(template, Phrase):
            words, values = template.template, template.values
        phrase = super().__new__(cls, _FILLING.vformat(words, (), values) if values else words)
        phrase.template, phrase.values = words, values
        return phrase

    @classmethod
    def joined(cls, phrases: Iterable[str], separator: str = " ") -> Self:
        """Return several phrases in a row, each still to be translated by itself.

        Args:
            phrases: The parts.
            separator: What stands between two in English, one of ``JOINED``; other languages may have another sign.
        """
        parts = {f"part_{number}": phrase for number, phrase in enumerate(phrases)}
        return cls(separator.join(f"{{{name}}}" for name in parts), **parts)

    @classmethod
    def listed(cls, names: Iterable[str], most: int | None = None) -> Self:
        """Return names in a row: ``a, b, c``.

        Args:
            names: The names, or phrases.
            most: So many are told, and “…” stands for the rest; all where it is None.
        """
        every = list(names)
        row = cls.joined(every[:most], ", ")
        return row if most is None or len(every) <= most else cls("{what} …", what=row)

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in another language; in English where the translation's places are wrong.

        Args:
            translate: Turns a template into the other language.
        """
        if not self.template:
            return ""
        if not self.values:
            return translate(self.template)
        parts = _PARTS.fullmatch(self.template)
        values = {
            name: value.translated(translate) if isinstance(value, Phrase) else value
            for name, value in self.values.items()
        }
        try:
            if parts:
                form = translate(f"{{first}}{parts[1] or ' '}{{next}}")
                return str(reduce(lambda text, part: form.format(first=text, next=part), values.values()))
            return _Filling(translate).vformat(translate(self.template), (), values)
        except (KeyError, IndexError, ValueError, AttributeError):
            return str(self)
