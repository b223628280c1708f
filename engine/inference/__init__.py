"""Station six of the way: a trained model put to use.

``recognizer`` answers what an image shows, ``diagram_values`` what the layers hold meanwhile, as the diagram shows it,
and ``step_values`` what they make of the steps of a sequence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.inference.recognizer import Recognizer

__all__ = ["Recognizer"]


def __getattr__(name: str) -> object:
    """Load the recognizer, and torch with it, when it is first asked for."""
    if name == "Recognizer":
        from engine.inference.recognizer import Recognizer

        return Recognizer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
