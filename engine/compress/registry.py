"""The ways of making a model smaller: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.compress.pruning import Pruning
from engine.compress.units import Units
from engine.errors import ConfigError
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.compress.method import Method

# As lists offer them.
METHODS: dict[str, type[Method]] = {method.name: method for method in (Pruning, Units)}


def method_named(name: str) -> Method:
    """Return the way of this name, with its usual options.

    Raises:
        ConfigError: If there is none.
    """
    if name not in METHODS:
        raise ConfigError(
            "Models cannot be made smaller by “{name}”.",
            remedy="Methods are: {known}.",
            name=name,
            known=Phrase.listed(METHODS),
        )
    return METHODS[name]()
