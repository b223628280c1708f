"""Packages whose parts are loaded when they are first asked for: a window that opens asks for few of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def on_demand(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """Return what a package has as its ``__getattr__``.

    Args:
        package: Its name.
        modules: By the name of each part, the module in the package that it comes from; with a dot in front, beside the
            package.
    """

    def part(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f".{modules[name]}", package), name)

    return part
