"""What is wrong with settings, in words for people."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from engine.records import dataclass
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from pydantic import ValidationError

MOST_SHOWN = 60  # letters of a name that may be anything
MOST_PROBLEMS = 20  # that are told

# What pydantic's error types mean, and some of our own, in words for people; the names in braces come from the error's
# context.
PROBLEM_TEXTS = {
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_type": "must be a whole number",
    "int_parsing_size": "is too large a number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
    "too_many": "must have at most {most} entries",
    "too_short": "must not be empty",
    "too_many_layers": "must be at most {most} layers",
    "string_too_long": "must have at most {max_length} letters",
    "string_type": "must be a text",
    "string_unicode": "must be a text",
    "bool_parsing": "must be on or off",
    "bool_type": "must be on or off",
    "tuple_type": "must be a list",
    "model_type": "must be a group of settings",
    "model_attributes_type": "must be a group of settings",
    "enum": "must be one of {expected}",
    "extra_forbidden": "is not a setting of this program",
    "unknown_among": "is not a setting of this program: there one can set {known}",
    "unknown_near": "is not a setting of this program: what is meant may be {known}",
    "unknown_kind": "cannot be of the kind “{kind}”: the kinds are {known}",
    "unknown_word": "cannot be “{word}”: layers are written as {known}",
    "no_layer": "must be a word, such as {known}, or a group of settings",
    "missing": "is missing",
    "json_invalid": "is not readable JSON: {error}",
}
UNKNOWN_HERE = "extra_forbidden", "unknown_among", "unknown_near", "unknown_kind"
UNKNOWN_PROBLEM = "is not usable"
NO_SETTINGS = frozenset({UNKNOWN_PROBLEM, PROBLEM_TEXTS["model_type"]})
OF_A_NEWER_PROGRAM = frozenset(PROBLEM_TEXTS[name] for name in UNKNOWN_HERE)


@dataclass(frozen=True, slots=True)
class Problem:
    """One setting that is not usable.

    Attributes:
        path: Dotted path, such as ``training.learning_rate``.
        text: What is wrong, a phrase that follows the setting's label, such as ``must be more than {gt}``.
        values: What fills the braces of ``text``.
        kind: The kind of layer whose setting it is, as kinds may call the same name otherwise; empty where not known.
        remedy: A sentence that says what mends it, where ``text`` does not.
    """

    path: str
    text: str
    values: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    remedy: str = ""

    @property
    def message(self) -> Phrase:
        """The phrase with its braces filled."""
        return Phrase(self.text, **dict(self.values))


def problems_of(error: ValidationError) -> tuple[Problem, ...]:
    """Say in our own words what pydantic found wrong; an error of ours brings its own as ``phrase``."""
    found = []
    for item in error.errors(include_url=False)[:MOST_PROBLEMS]:
        names, kind = _path_of(item["loc"])
        path = ".".join(names)
        context = dict(item.get("ctx") or {})
        own = str(context.pop("phrase", ""))  # a sentence of ours, whole as it is
        context = {key: _in_words(value) for key, value in context.items()}
        text = own or PROBLEM_TEXTS.get(item["type"], UNKNOWN_PROBLEM)
        found.append(Problem(path, text, tuple(context.items()), kind))
    return tuple(found)


def _path_of(location: tuple[int | str, ...]) -> tuple[list[str], str]:
    """Return the names and numbers that lead to a setting, and apart from them the kind that pydantic puts in between.

    It stands behind a number; the kind is empty where there is none.
    """
    is_kind = [
        isinstance(before, int) and isinstance(part, str) and place < len(location)
        for place, (before, part) in enumerate(pairwise(("", *location)), start=1)
    ]
    parts = list(zip((str(part)[:MOST_SHOWN] for part in location), is_kind, strict=True))
    return [part for part, skip in parts if not skip], next((part for part, skip in parts if skip), "")


def _in_words(value: object) -> str:
    """Return a bound as a person writes it: 0 for 0.0, and a list of choices without pydantic's "or"."""
    if isinstance(value, Phrase):
        return value
    return number_words(value, 6) if isinstance(value, float) else str(value).replace(" or ", ", ")
