"""What a setting may be in a sweep: a few values, or a span of numbers; and how a person writes that."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Self

from engine.choices import MOST_LAYERS
from engine.config import Experiment
from engine.config.experiment import field_at, label_of
from engine.errors import ConfigError
from engine.numbers import parse_number, parse_whole
from engine.sweep.applied import HIDDEN, LAYERS, OF_EACH, SYNTHETIC, UNITS, layer_field
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.settings import Setting

MOST_CHOICES = 100
MOST_LETTERS = 2000  # of a range as text
MOST_UNITS = 100_000
LOG = "log"
NOT_SWEPT = ("training.device", "training.threads", "training.held", "evaluation.")
SETTING_LABELS = {
    LAYERS: Phrase("Number of hidden layers"),
    UNITS: Phrase("Size of each hidden layer"),
}


@dataclass(frozen=True, slots=True)
class Range:
    """What one setting may be.

    Attributes:
        path: Dotted path of the setting, such as ``training.learning_rate``. Beside those of an experiment there are
            ``network.layers`` and ``network.units``, the number and the size of the hidden layers of the last one's
            kind, and ``layer.…`` for a setting of every hidden layer that has it, such as ``layer.dropout``.
        choices: The values to try: texts, numbers, on and off; empty for a span. Alternatives of ``network.hidden`` are
            texts such as ``"64,64"``.
        low: The least number of a span.
        high: The largest number of a span; it is tried, too.
        log: Whether a span is gone through in powers, as suits a learning rate.
        whole: Whether the numbers of a span are whole.
    """

    path: str
    choices: tuple[object, ...] = ()
    low: float = 0.0
    high: float = 0.0
    log: bool = False
    whole: bool = False

    @classmethod
    def parsed(cls, path: str, text: str) -> Self:
        """Return the range that a person wrote: ``1e-4:1e-1:log``, ``0:0.5`` or ``32,128,512``.

        Alternatives of ``network.hidden`` are parted by ``|``, as in ``64,64|128,64``.

        Args:
            path: Dotted path of the setting.
            text: What it may be.

        Raises:
            ConfigError: If there is no such setting, or it cannot be that.
        """
        check_swept(path)
        if len(text) > MOST_LETTERS:
            raise _not_usable(path, Phrase("It is too long."))
        parts = [part.strip() for part in re.split(r"[:：]", text)]
        if path != HIDDEN and len(parts) > 1:
            if len(parts) > 3 or (len(parts) == 3 and parts[2].lower() != LOG):
                raise _not_usable(path, Phrase("A span is written as LOW:HIGH or LOW:HIGH:log."))
            numbers = [_number(path, part) for part in parts[:2]]
            return cls.span(path, numbers[0], numbers[1], log=len(parts) == 3)
        separator = r"[|｜]" if path == HIDDEN else r"[,，、]"
        return cls.of(path, (part.strip() for part in re.split(separator, text) if part.strip()))

    @classmethod
    def of(cls, path: str, choices: Iterable[object]) -> Self:
        """Return a range of a few values; texts are read as in a field of the form.

        Raises:
            ConfigError: If there is no such setting, or it cannot be one of them.
        """
        check_swept(path)
        found = tuple(_checked(path, choice) for choice in choices)
        if not found:
            raise _not_usable(path, Phrase("It has no values."))
        if len(found) > MOST_CHOICES:
            raise _not_usable(path, Phrase("It has more than {most} values.", most=MOST_CHOICES))
        if len({(type(value), value) for value in found}) < len(found):
            raise _not_usable(path, Phrase("One of its values is there twice."))
        return cls(path, choices=found)

    @classmethod
    def span(cls, path: str, low: float, high: float, *, log: bool = False) -> Self:
        """Return a range of all numbers from ``low`` to ``high``; whole ones where the setting is a whole number.

        Raises:
            ConfigError: If there is no such setting, it is no number, or it cannot be that.
        """
        check_swept(path)
        if _kind(path) not in (int, float):
            raise _not_usable(path, Phrase("It is no number: list its values, parted by commas."))
        low, high = (_checked(path, bound) for bound in (low, high))  # type: ignore[assignment]
        if not low < high:
            raise _not_usable(path, Phrase("Its first number is not less than its second."))
        if log and low <= 0:
            raise _not_usable(path, Phrase("Powers need numbers above 0."))
        return cls(path, low=low, high=high, log=log, whole=_kind(path) is int)

    @property
    def text(self) -> str:
        """The range as ``parsed`` reads it."""
        if self.choices:
            return ("|" if self.path == HIDDEN else ",").join(map(_text, self.choices))
        span = f"{_text(self.low)}:{_text(self.high)}"
        return f"{span}:{LOG}" if self.log else span

    @property
    def label(self) -> Phrase:
        """The setting as a person reads it."""
        return setting_label(self.path)

    def takes(self, value: object) -> bool:
        """Tell whether a value lies in the range."""
        if self.choices:
            return any(type(choice) is type(value) and choice == value for choice in self.choices)
        if isinstance(value, bool) or not isinstance(value, int if self.whole else int | float):
            return False
        return self.low <= value <= self.high


def setting_label(path: str) -> Phrase:
    """Return what the setting at a path of a range is called."""
    if path in SETTING_LABELS:
        return SETTING_LABELS[path]
    if path.startswith(OF_EACH):
        return Phrase(_field(path).label)
    return Phrase(label_of(path))


def value_words(value: object) -> str:
    """Return a value of a range as a person reads it: 0.0012, on, or the word that it is."""
    if isinstance(value, bool):
        return Phrase("on") if value else Phrase("off")
    if isinstance(value, int | float):
        return number_words(value, 4 if isinstance(value, float) else 15)
    return str(value)


def check_swept(path: str) -> None:
    """See that a sweep can vary a setting.

    Raises:
        ConfigError: If there is no such setting, or it is no matter of a sweep.
    """
    if path.startswith(NOT_SWEPT):
        raise ConfigError(
            "A sweep cannot vary “{path}”.",
            cause="It changes nothing of what a network learns, or is decided by the sweep itself.",
            remedy="Choose another setting.",
            path=path[:100],
        )
    if path in SYNTHETIC or path == HIDDEN:
        return
    try:
        field = _field(path)
    except (KeyError, ValueError):
        raise ConfigError(
            "There is no setting “{path}” that a sweep could vary.",
            remedy="Check its spelling.",
            path=path[:100],
        ) from None
    kind = field.annotation
    if not isinstance(kind, type) or not issubclass(kind, (bool, int, float, str)):
        raise ConfigError("“{path}” is a group of settings.", remedy="Name one setting of it.", path=path)


def _field(path: str) -> Setting:
    return layer_field(path) if path.startswith(OF_EACH) else field_at(path)


def _kind(path: str) -> Any:
    """Return the type of a setting's values."""
    if path in SYNTHETIC:
        return int
    return str if path == HIDDEN else _field(path).annotation


def _number(path: str, text: str) -> float:
    number = parse_number(text)
    if number is None:
        raise _not_usable(path, Phrase("“{text}” is no number.", text=text[:60]))
    return number


def _checked(path: str, value: object) -> object:
    """Return a value as the setting holds it.

    Raises:
        ConfigError: If the setting cannot be that.
    """
    if path in SYNTHETIC:
        number = parse_whole(value) if isinstance(value, str) else value
        most = MOST_LAYERS if path == LAYERS else MOST_UNITS
        if isinstance(number, float) and number.is_integer():
            number = int(number)
        if type(number) is not int or not 1 <= number <= most:
            raise _not_usable(path, Phrase("It must be a whole number from 1 to {most:,}.", most=most))
        return number
    if isinstance(value, float) and not isinstance(value, bool) and _kind(path) is int and value.is_integer():
        value = int(value)
    if path == HIDDEN:
        Experiment().with_(**{HIDDEN: str(value)})
        return str(value)
    if path.startswith(OF_EACH):
        layers = Experiment().network.hidden
        name = path.removeprefix(OF_EACH)
        changed = [layer.model_dump() | {name: value} for layer in layers]
        held: Any = getattr(Experiment().with_(**{HIDDEN: changed}).network.hidden[0], name)
    else:
        held = Experiment().with_(**{path: value}).get(path)
    return held.value if isinstance(held, Enum) else held


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float) and value.is_integer() and math.fabs(value) < 1e15:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)


def _not_usable(path: str, cause: Phrase) -> ConfigError:
    return ConfigError(
        "The range of “{setting}” is not usable.",
        cause=cause,
        remedy="Write a list such as 32,64,128 or a span such as 0.001:0.1:log.",
        setting=setting_label(path),
    )
