"""What a setting is made of: its label, unit, bounds and help."""

from __future__ import annotations

import operator
import sys
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from engine.choices import MOST, MOST_REAL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_LETTERS = 1000  # of a setting that is a text


class Setting:
    """What forms, flags, messages and whoever checks know of one setting.

    Args:
        default: The default value.
        label: Its name as a person reads it.
        help: One or two plain sentences.
        unit: Unit of the value, such as ``epochs``.
        one: The same behind a 1, such as ``epoch``, where it is another word.
        group: Heading under which rare settings fold.
        rare: Whether the form folds it away at first.
        log: Whether steps in a form should be multiplicative.
        zero: What the value 0 means, if it means "off" or "automatic"; of a text, what an empty one means.
        file: Whether a text is the path of a file.
        only_with: Names of settings of the same class, and which choices of each: it counts where one of them is
            chosen; with no choices, where the other is anything but off. See ``config.idle``.
        before: What makes of a value, as a person may write it, the one that is meant; it is checked then.
        after: What looks at a checked value, and returns or refuses it.
        bounds: ``gt``, ``ge``, ``lt``, ``le`` as in pydantic. Every number has some: beyond ``MOST`` no field, no file
            and no memory holds it. Every text has ``max_length``.
    """

    def __init__(
        self,
        default: Any,
        *,
        label: str = "",
        help: str = "",  # noqa: A002 - the field's own word for it
        unit: str = "",
        one: str = "",
        group: str = "",
        rare: bool = False,
        log: bool = False,
        zero: str = "",
        file: bool = False,
        only_with: Mapping[str, tuple[StrEnum, ...]] | None = None,
        before: Callable[[object], object] | None = None,
        after: Callable[[Any], object] | None = None,
        **bounds: float,
    ) -> None:
        if isinstance(default, int | float) and not isinstance(default, bool):
            most = MOST if isinstance(default, int) else MOST_REAL
            if not bounds.keys() & {"lt", "le"}:
                bounds["le"] = most
            if not bounds.keys() & {"gt", "ge"}:
                bounds["ge"] = -most
        if type(default) is str:
            bounds.setdefault("max_length", MOST_LETTERS)
        self.default, self.label, self.help, self.unit, self.one = default, label, help, unit, one
        self.group, self.rare, self.log, self.zero, self.file = group, rare, log, zero, file
        self.only_with, self.before, self.after, self.bounds = only_with or {}, before, after, bounds

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    @cached_property
    def annotation(self) -> Any:
        """The type of its values, which is made out where somebody asks for it."""
        written = self._owner.__annotations__[self._name]
        known = vars(sys.modules[self._owner.__module__])
        return eval(written, known) if isinstance(written, str) else written  # noqa: S307

    def beyond_doubt(self, value: Any) -> Any:
        """Return a value if it is of the very type and within its bounds; else None, though it may be sound."""
        kind = self.annotation
        if self.before or self.after or not isinstance(kind, type):
            return None
        if hasattr(kind, "beyond_doubt"):  # settings in settings
            return kind.beyond_doubt(value)
        if issubclass(kind, StrEnum):
            return next((choice for choice in kind if type(value) is str and choice == value), None)
        if type(value) is not kind and (kind, type(value)) != (float, int):
            return None
        tests = ((getattr(operator, test, None), bound) for test, bound in self.bounds.items())
        if not all(test and test(value, bound) for test, bound in tests):
            return None
        return float(value) if kind is float else value


def setting(default: Any, *, label: str, help: str, **described: Any) -> Any:  # noqa: A002
    """Describe one setting in the class that holds it: see ``Setting``."""
    return Setting(default, label=label, help=help, **described)
