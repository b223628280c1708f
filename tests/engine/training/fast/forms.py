"""Trainings whose steps are done by hand, each with something of its own."""

from __future__ import annotations

from typing import Any

from engine.config import Activation

FORMS: list[dict[str, Any]] = [
    *({"network.hidden": ({"size": 24, "activation": name}, {"size": 20, "activation": name})} for name in Activation),
    {"network.hidden": ({"size": 24, "dropout": 0.4, "activation": "tanh"}, {"size": 20, "dropout": 0.2})},
    {"training.adversary": "fgsm", "training.adversary_share": 0.5},
    {"data.augmentation.enabled": True},
]  # fmt: skip
