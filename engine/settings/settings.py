"""What holds settings.

Whatever is checked is checked by pydantic, which comes with ``checking`` when there is something to check. A window
that opens shows settings as they usually are, and is painted before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

from engine.records import refuse_to_delete, refuse_to_set
from engine.settings.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


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

    __setattr__ = refuse_to_set
    __delattr__ = refuse_to_delete

    def __getstate__(self) -> dict[str, Any]:
        return vars(self)

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self) -> int:
        return hash((self.__class__, *vars(self).values()))

    def __repr__(self) -> str:
        values = [f"{name}={value!r}" for name, value in vars(self).items()]
        return f"{type(self).__name__}({', '.join(values)})"

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
        values = {
            name: _dumped(value) if isinstance(value, Settings | tuple) else value
            for name, value in vars(self).items()
        }
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
