"""Built-in digits: drawn by our own stroke models of the ten digits, so that no file and no network is needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.data.generated.images import CLASSES, dataset, generate, labels_of
    from engine.data.generated.skeletons import SKELETONS, Skeleton

__all__ = ["CLASSES", "SKELETONS", "Skeleton", "dataset", "generate", "labels_of"]

_HOMES = {"SKELETONS": "skeletons", "Skeleton": "skeletons"}


def __getattr__(name: str) -> object:
    """Load what draws when it is first asked for, so that the window need not wait for it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # No module may have the name of a function, or it would take its place once it is loaded.
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'images')}"), name)
