"""The methods: each says what it is, and is found by its name."""

from __future__ import annotations

import inspect

import pytest

from engine.compress.registry import METHODS, method_named
from engine.errors import ConfigError
from tests.engine.compress.models import untrained


@pytest.mark.parametrize("name", METHODS)
def test_every_method_answers_for_itself(name: str) -> None:
    method = method_named(name)
    assert type(method) is METHODS[name]
    assert not inspect.isabstract(method)
    assert method.title
    assert method.help.endswith(".")
    limits = method.amount
    assert limits.low <= limits.usual <= limits.high
    for amount in (limits.low, limits.usual, limits.high, *limits.steps):
        method.check(amount)
    assert len(set(limits.steps)) == len(limits.steps) > 3
    for wrong in (limits.low - 0.01, limits.high + 0.01, float("nan"), float("inf")):
        with pytest.raises(ConfigError, match="is not possible"):
            method.check(wrong)
    if not limits.is_share:
        with pytest.raises(ConfigError, match="whole number"):
            method.check(limits.low + 0.5)
    assert not method.obstacle(untrained("8"))
    for option, values in method.choices.items():
        for value in values:
            assert method_named(name, **{option: value}).options == method.options | {option: value}
    assert method.options.keys() == method.choices.keys()


def test_no_such_method() -> None:
    with pytest.raises(ConfigError, match=r"“hope”.*prune"):
        method_named("hope")


def test_what_cannot_be_chosen() -> None:
    with pytest.raises(ConfigError, match=r"Prune weights.*there is no “per” to choose"):
        method_named("prune", per="tensor")
    with pytest.raises(ConfigError, match=r"cannot be “row”.*tensor, channel, group"):
        method_named("quantise", per="row")
