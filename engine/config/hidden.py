"""Hidden layers as people and files write them: as numbers, words or settings; and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Annotated, Any, Union

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from engine.choices import MOST_LAYERS
from engine.layers.layer import Layer
from engine.layers.order import misplaced
from engine.layers.registry import LAYER_KINDS, PLAIN, described
from engine.numbers import parse_number, parse_whole
from engine.settings import MOST_SHOWN, PROBLEM_TEXTS
from engine.words import Phrase

NONE = "none"  # the word for no hidden layer at all
TOLD_APART = 2  # kinds at least, or pydantic would not say of which one a setting is wrong


def layers_of(value: object) -> object:
    """Let plain sizes such as ``[64, 64]`` or ``"conv16,conv32,64"`` stand for layers."""
    if isinstance(value, str) and value.strip().lower() == NONE:
        return ()
    if isinstance(value, str):
        value = [
            part for part in re.split("(?<=[^-,،，、 ])-(?=[^-,،，、 ])| +- +|[,،，、 ]+", value) if part
        ]
    if isinstance(value, list | tuple):
        if len(value) > MOST_LAYERS:  # before any of them is made
            raise PydanticCustomError("too_many_layers", "at most {most}", {"most": MOST_LAYERS})
        _check_each_is_a_layer(value)
        layers = tuple(map(described, value))
        return _layers(_kinds_among(layers)).validate_python(layers)
    return value


def in_their_places(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """Refuse layers that stand where nothing of a form they take is left, as an image behind a dense layer."""
    late = list(misplaced(layers))
    if late:
        wrong = {place for place, _ in late}
        givers = [
            next((layers[at] for at in range(place - 1, -1, -1) if at not in wrong), None)
            for place, _ in late
        ]
        raise _refusal(
            (place, layers[place], layers[place].misplaced_behind(form, giver), {})
            for (place, form), giver in zip(late, givers, strict=True)
        )
    return layers


def _check_each_is_a_layer(parts: Sequence[object]) -> None:
    """Refuse what is no word of a layer, and settings of a kind that there is not, in sentences that name the place.

    Raises:
        ValidationError: If there is such a thing.
    """
    wrong: list[tuple[int, object, str, dict[str, str]]] = []
    for place, part in enumerate(parts):
        settings = described(part)
        if isinstance(settings, Layer):
            settings = {"kind": settings.kind_name()}
        if not isinstance(settings, dict):
            wrong.append((place, part, PROBLEM_TEXTS["no_layer"], {"known": known_words()}))
        elif not isinstance(settings["kind"], str) or settings["kind"] not in LAYER_KINDS:
            values = {"kind": _shown(settings["kind"]), "known": Phrase.listed(LAYER_KINDS)}
            wrong.append((place, part, PROBLEM_TEXTS["unknown_kind"], values))
        elif isinstance(part, str) and settings.get(PLAIN.counted) == part and not _is_number(part):
            values = {"word": _shown(part), "known": known_words()}
            wrong.append((place, part, PROBLEM_TEXTS["unknown_word"], values))
    if wrong:
        raise _refusal(wrong)


def _shown(given: object) -> str:
    """Return how something begins that may be anything, with a sign for every half character: pydantic takes none."""
    return str(given)[:MOST_SHOWN].encode(errors="replace").decode()


def _is_number(word: str) -> bool:
    """Tell whether a word is a number, though it may not be one that a layer can have."""
    return parse_whole(word) is not None or parse_number(word) is not None


def known_words() -> Phrase:
    """Return a word for a layer of each kind, such as “64, conv16, lstm64”."""
    return Phrase.listed(kind().summary for kind in LAYER_KINDS.values())


def _refusal(wrong: Iterable[tuple[int, object, str, dict[str, str]]]) -> ValidationError:
    """Return the error that says of layers what is wrong with them.

    Args:
        wrong: For each its place, what was given, a phrase that follows its name, and what fills that.
    """
    details: list[InitErrorDetails] = [
        {
            "type": PydanticCustomError("layer", "{phrase}", {"phrase": phrase} | values),
            "loc": (place,),
            "input": given,
        }
        for place, given, phrase, values in wrong
    ]
    return ValidationError.from_exception_data("NetworkConfig", details)


def _kinds_among(layers: Iterable[object]) -> tuple[type[Layer], ...]:
    """Return the kinds of some layers, so that no others are loaded to check them, and two at least to tell apart."""
    names = {layer["kind"] if isinstance(layer, dict) else layer.kind_name() for layer in layers}  # type: ignore[attr-defined]
    return tuple(
        LAYER_KINDS[name] for place, name in enumerate(LAYER_KINDS) if place < TOLD_APART or name in names
    )


@cache
def _layers(kinds: tuple[type[Layer], ...]) -> TypeAdapter[Any]:
    """Return what checks layers of some kinds, told apart by ``kind``.

    It is made when layers are checked first, and not with the class: so a kind may be registered later.
    """
    layer: Any = Union[kinds]  # noqa: UP007 - of kinds that are not known before
    return TypeAdapter(tuple[Annotated[layer, Field(discriminator="kind")], ...])
