"""What a setting is made of: its label, unit, bounds and help; and what holds settings.

Whatever is checked is checked by pydantic, which comes with ``checking`` when there is something to check. A window
that opens shows settings as they usually are, and is painted before.
"""

from __future__ import annotations

import operator
import sys
from dataclasses import FrozenInstanceError
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

from engine.choices import MOST, MOST_REAL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


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
        if issubclass(kind, Settings):
            return kind.beyond_doubt(value)
        if issubclass(kind, StrEnum):
            return next((choice for choice in kind if type(value) is str and choice == value), None)
        if type(value) is not kind and (kind, type(value)) != (float, int):
            return None
        tests = ((getattr(operator, test, None), bound) for test, bound in self.bounds.items())
        held = float(value) if kind is float else value
        return held if all(test and test(value, bound) for test, bound in tests) else None


def setting(default: Any, *, label: str, help: str, **described: Any) -> Any:  # noqa: A002
    """Describe one setting in the class that holds it: see ``Setting``."""
    return Setting(default, label=label, help=help, **described)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Settings:
    """Base of all settings: frozen, and unknown names are errors.

    It can be asked what a model of pydantic can, and is a part of those as another would be.

    Attributes:
        model_fields: What is known of each setting, by its name.
    """

    # Where pydantic notes what it made of what it checked.
    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")

    model_fields: ClassVar[Mapping[str, Setting]] = {}
    _usual: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        own = {}
        for name, annotation in cls.__annotations__.items():
            if not str(annotation).removeprefix("typing.").startswith("ClassVar"):
                own[name] = found = vars(cls)[name]
                if not isinstance(found, Setting):
                    own[name] = Setting(found)
                    own[name].__set_name__(cls, name)
                delattr(cls, name)
        cls.model_fields = {**cls.model_fields, **own}
        cls._usual = {name: field.default for name, field in cls.model_fields.items()}

    def __init__(self, **values: Any) -> None:
        vars(self).update(vars(self.model_validate(values)) if values else self._usual)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete {name!r}")

    def __getstate__(self) -> dict[str, Any]:
        return vars(self)

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self) -> int:
        return hash((self.__class__, *(vars(self)[name] for name in self.model_fields)))

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from engine.settings.checking import schema_of

        return schema_of(cls, handler)

    @classmethod
    def as_meant(cls, values: object) -> object:
        """Return values as they were meant by who wrote them, before they are checked."""
        return values

    @classmethod
    def beyond_doubt(cls, values: object) -> Self | None:
        """Return the settings if every value is beyond doubt; else None, though they may be sound.

        What comes with the program is so, and need not wait for pydantic. In all else it is pydantic that decides.
        """
        values = cls.as_meant(values)
        if not isinstance(values, dict) or not values.keys() <= cls.model_fields.keys():
            return None
        found = {name: cls.model_fields[name].beyond_doubt(value) for name, value in values.items()}
        return None if None in found.values() else cls().model_copy(update=found)

    @classmethod
    def model_validate(cls, values: object) -> Self:
        """Return the settings that values are, by their names.

        Raises:
            ValidationError: If one of them cannot be.
        """
        from engine.settings.checking import checker

        return checker(cls).validate_python(values)

    @classmethod
    def model_validate_json(cls, text: str | bytes) -> Self:
        """Return the settings that JSON describes.

        Raises:
            ValidationError: If it is none, or describes what cannot be.
        """
        from engine.settings.checking import checker

        return checker(cls).validate_json(text)

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return the same with other values, which nobody checks."""
        copy = object.__new__(type(self))
        vars(copy).update({**vars(self), **update})
        return copy

    def model_dump(self, *, mode: str = "python") -> dict[str, Any]:
        """Return the values by their names, also of settings in settings; in mode ``json`` as JSON has them."""
        values = {name: _dumped(value) for name, value in vars(self).items()}
        if mode == "python":
            return values
        from pydantic_core import to_jsonable_python

        written: dict[str, Any] = to_jsonable_python(values)
        return written

    def model_dump_json(self, *, indent: int | None = None) -> str:
        """Return the values as JSON."""
        from pydantic_core import to_json

        return to_json(self.model_dump(), indent=indent).decode()


def _dumped(value: object) -> object:
    if isinstance(value, Settings):
        return value.model_dump()
    return tuple(map(_dumped, value)) if isinstance(value, tuple) else value
