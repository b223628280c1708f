"""Loads pydantic for the window without work that nothing here asks for: a fifth of the time that it takes.

Its description of schemas defines ninety typed dictionaries, which are annotations to it, and plain ones where it makes
them: as such they cost a tenth. Those of its classes that are frozen and have slots are made as our own are
(``engine/records.py``). And of ``uuid``, which it imports, the name of the system is known without ``platform``, which
compiles patterns for the names of Linux distributions. What it does with a setting is the same.
"""

from __future__ import annotations

import dataclasses
import os
import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from engine import records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Decorator = Callable[[type], type]


def load() -> None:
    """Load it, where it is not there yet."""
    if "pydantic" in sys.modules:
        return
    with _platform_is_known():
        import uuid  # noqa: F401
    with _dataclasses_are_records():
        with _typed_dictionaries_are_plain():
            import pydantic_core  # noqa: F401
        from pydantic import BaseModel, Field, SerializeAsAny, TypeAdapter, field_validator  # noqa: F401


@contextmanager
def _platform_is_known() -> Iterator[None]:
    """Have ``platform`` say the name of the system alone; who imports it later has the whole."""
    if "platform" in sys.modules or not hasattr(os, "uname"):
        yield
        return
    stand_in: Any = ModuleType("platform")
    stand_in.system = lambda: os.uname().sysname
    sys.modules["platform"] = stand_in
    try:
        yield
    finally:
        del sys.modules["platform"]


class _Plain(type):
    """Of classes whose making gives a dictionary, as that of a typed one does."""

    def __new__(
        cls, name: str, _bases: tuple[object, ...], names: dict[str, Any], **_options: bool
    ) -> _Plain:
        return super().__new__(cls, name, (dict,), names)

    def __init__(cls, name: str, _bases: tuple[object, ...], names: dict[str, Any], **_options: bool) -> None:
        super().__init__(name, (dict,), names)

    def __call__(cls, *values: Any, **named: Any) -> dict[str, Any]:
        return dict(*values, **named)


@contextmanager
def _typed_dictionaries_are_plain() -> Iterator[None]:
    """Make typed dictionaries without what reads and merges their annotations."""
    import typing

    import typing_extensions

    plain = _Plain("TypedDict", (), {})
    before = [(module, module.TypedDict) for module in (typing, typing_extensions)]
    for module, _ in before:
        module.TypedDict = plain  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module, typed in before:
            module.TypedDict = typed  # type: ignore[attr-defined]


@contextmanager
def _dataclasses_are_records() -> Iterator[None]:
    """Make classes that are frozen and have slots as records."""
    usual = dataclasses.dataclass

    def cheap(kind: type | None = None, /, **options: bool) -> type | Decorator:
        make = records.dataclass if options == {"frozen": True, "slots": True} else usual
        return make(**options) if kind is None else usual(kind, **options)

    dataclasses.dataclass = cheap  # type: ignore[assignment]
    try:
        yield
    finally:
        dataclasses.dataclass = usual
