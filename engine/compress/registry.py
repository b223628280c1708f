"""The ways of making a model smaller: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.compress.pruning import Pruning
from engine.compress.quantising import Quantise
from engine.compress.units import Units
from engine.errors import ConfigError
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.compress.method import Method

# As lists offer them.
METHODS: dict[str, type[Method]] = {method.name: method for method in (Pruning, Units, Quantise)}


def method_named(name: str, **options: str) -> Method:
    """Return the way of this name.

    Args:
        name: Of the method.
        options: What is chosen otherwise than is usual, by name.

    Raises:
        ConfigError: If there is no such method, or it cannot be had so.
    """
    if name not in METHODS:
        raise ConfigError(
            "Models cannot be made smaller by “{name}”.",
            remedy="Methods are: {known}.",
            name=name,
            known=Phrase.listed(METHODS),
        )
    method = METHODS[name]
    for option, value in options.items():
        known = method.choices.get(option)
        if known is None:
            raise ConfigError(
                "Of “{method}” there is no “{option}” to choose.",
                remedy="Leave it out, or choose another method.",
                method=method.title,
                option=option,
            )
        if value not in known:
            raise ConfigError(
                "“{option}” cannot be “{value}”.",
                remedy="It can be: {known}.",
                option=option,
                value=value,
                known=Phrase.listed(known),
            )
    return method(**options)
