"""Settings checked by pydantic, which is loaded with this file: when the first value is to be checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter
from pydantic_core import PydanticCustomError, core_schema

from engine.numbers import parse_number, parse_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from engine.settings.setting import Setting

MOST_ENTRIES = 1000  # of what is read as settings; there are far fewer settings

Some = TypeVar("Some")
_made: dict[type, TypeAdapter[Any]] = {}
NUMBER_READERS: dict[Any, Callable[[str], float | None]] = {int: parse_whole, float: parse_number}


def checker(kind: type[Some]) -> TypeAdapter[Some]:
    """Return what checks settings of a class: it is made once, and that takes a while for a whole experiment."""
    if kind not in _made:
        _made[kind] = TypeAdapter(kind)
    return _made[kind]


def schema_of(kind: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
    """Return what pydantic knows of a class of settings: a model whose unknown names are errors."""
    fields = {
        name: core_schema.model_field(_field(field, handler)) for name, field in kind.model_fields.items()
    }
    held = core_schema.model_fields_schema(fields, model_name=kind.__name__)
    return core_schema.model_schema(
        kind,
        core_schema.no_info_before_validator_function(partial(_read, kind), held),
        config={"title": kind.__name__, "extra_fields_behavior": "forbid", "allow_inf_nan": False},
        serialization=core_schema.plain_serializer_function_ser_schema(kind.model_dump),
    )


def _field(field: Setting, handler: GetCoreSchemaHandler) -> CoreSchema:
    rules: list[object] = [Field(**field.bounds)] if field.bounds else []  # type: ignore[call-overload]
    rules += [AfterValidator(field.after)] if field.after else []
    rules += [BeforeValidator(field.before)] if field.before else []
    value = Annotated[field.annotation, *rules] if rules else field.annotation
    return core_schema.with_default_schema(handler.generate_schema(value), default=field.default)


def _read(kind: type[Any], values: object) -> object:
    """Read numbers that came as text, from a flag or a file, as the fields of the window read them.

    On and off are no numbers, though to Python they are 1 and 0: they are read as the words they are, and refused.
    """
    values = kind.as_meant(values)
    if isinstance(values, dict) and len(values) > MOST_ENTRIES:
        raise PydanticCustomError("too_many", "at most {most}", {"most": MOST_ENTRIES})
    if not isinstance(values, dict) or not any(isinstance(value, str | bool) for value in values.values()):
        return values
    return {name: _number(kind, name, value) for name, value in values.items()}


def _number(kind: type[Any], name: object, value: object) -> object:
    is_text = isinstance(name, str) and isinstance(value, str | bool)
    field = kind.model_fields.get(str(name)) if is_text else None
    if field is None or field.annotation not in NUMBER_READERS:
        return value
    number = NUMBER_READERS[field.annotation](str(value))
    return str(value) if number is None else number
