"""Dataclasses that cost little to define: a program that opens a window defines two hundred of them first.

``dataclasses`` writes and compiles six functions for each class where it is defined, half a millisecond in all, and
most are never called in a run. Here what compares, shows and protects a record is shared by all of them, and what makes
one is written when the first is made. ``fields``, ``replace``, ``asdict`` and pattern matching work as usual.
"""

from __future__ import annotations

import dataclasses
from dataclasses import FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Callable[[type], type]:
        """Return what ``dataclasses.dataclass`` would; what is compared is to be frozen."""
        if eq and not frozen:
            raise TypeError("what is compared and may change is the business of dataclasses")
        return lambda kind: _record(kind, is_frozen=frozen, slots=slots, compares=eq)


_MISSING = object()


def _record(kind: type, *, is_frozen: bool, slots: bool, compares: bool) -> type:
    """Make a record of a class with annotations."""
    record: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(kind)
    own = record.__dict__

    def first_init(self: object, *values: object, **named: object) -> None:
        record.__init__ = _written_init(record)
        record.__init__(self, *values, **named)

    methods: dict[str, Any] = {
        "__init__": first_init,
        "__repr__": _repr,
    }
    if slots:
        methods |= {"__getstate__": _state, "__setstate__": _set_state}
    if compares:
        methods |= _comparison(record)
    for name, method in methods.items():
        if name not in own:
            setattr(record, name, method)
    if is_frozen:
        record.__setattr__, record.__delattr__ = refuse_to_set, refuse_to_delete
    made: type = record
    return made


def _written_init(record: Any) -> Callable[..., None]:
    """Write what makes a record of its values, and compile it."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_MISSING": _MISSING}
    parameters, lines = [], []
    for field in fields(record):
        name = field.name
        if not field.init or field.kw_only:
            raise TypeError(f"{record.__qualname__}.{name} is the business of dataclasses")
        value, default = name, ""
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"], default = field.default, f"=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"], default = field.default_factory, "=_MISSING"
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        parameters.append(f"{name}{default}")
        lines.append(f" _set(_self, {name!r}, {value})")
    if hasattr(record, "__post_init__"):
        lines.append(" _self.__post_init__()")
    exec(f"def __init__(_self, {', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]), known)  # noqa: S102
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{record.__qualname__}.__init__"
    return init


def _comparison(record: Any) -> dict[str, Any]:
    names = [field.name for field in fields(record) if field.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else type

    def is_equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": is_equal, "__hash__": hashed}


def _repr(self: Any) -> str:
    values = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(values)})"


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def refuse_to_set(self: object, name: str, value: object) -> None:
    """Be the ``__setattr__`` of what is frozen."""
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def refuse_to_delete(self: object, name: str) -> None:
    """Be the ``__delattr__`` of what is frozen."""
    raise FrozenInstanceError(f"cannot delete field {name!r}")
