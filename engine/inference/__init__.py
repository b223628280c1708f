"""Station six of the way: a trained model put to use.

``recognizer`` answers what an image shows, ``diagram_values`` what the layers hold meanwhile, as the diagram shows it,
and ``step_values`` what they make of the steps of a sequence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.on_demand import on_demand

if TYPE_CHECKING:
    from engine.inference.recognizer import Recognizer

__all__ = ["Recognizer"]

__getattr__ = on_demand(__name__, {"Recognizer": "recognizer"})
