"""What is said of exports: sizes, verdicts, proofs."""

from __future__ import annotations

import string
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.deploy.recent import State
from engine.deploy.registry import FORMATS
from engine.evaluation.gate import Outcome
from engine.visible import visible
from gui.look.plain import breakable, shortened
from gui.look.words import joined, listed, plain_number, size_words

if TYPE_CHECKING:
    from engine.deploy.recent import RecentExport

MOST_LETTERS = 240  # of a path

_tr = partial(QCoreApplication.translate, "Deploy")

WITHOUT_WEIGHTS = {form.name for form in FORMATS if not form.holds_weights}


def weights_words(weights: str, size: int | None = None, activations: str = "float32") -> str:
    """Return in what kind of numbers weights are stored, and how many bytes that makes where it is known.

    Args:
        weights: The kind.
        size: Bytes of all of them.
        activations: In what kind of numbers they are multiplied.
    """
    form = _tr("weights of {bits} bits")
    if activations != "float32":
        form = _tr("weights and activations of {bits} bits")
    bits = form.format(bits=visible(weights).lstrip(string.ascii_letters))
    return bits if size is None else listed((bits, size_words(size)))


def verdict_word(export: RecentExport) -> str:
    """Return what the gate said, in a word or two."""
    if export.verdict is Outcome.PASSED:
        return _tr("passed")
    return _tr("not passed") if export.verdict is Outcome.NOT_PASSED else "–"


def export_words(export: RecentExport, state: State) -> str:
    """Return where an export lies, what became of it, and how it was proved."""
    word = state_word(state)
    gone = _tr("This file is {state}.").format(state=word) if word else ""
    return joined((_place_sentence(export), gone, _proof_sentence(export)))


def _proof_sentence(export: RecentExport) -> str:
    """Return how an export was proved, and what rounding its weights cost."""
    number = QLocale().toString
    proof = _tr("{count} examples, largest difference {difference}.")
    if export.format in WITHOUT_WEIGHTS:
        proof = _tr(
            "With the model’s weights in its network: {count} examples, largest difference {difference}."
        )
    proof = proof.format(count=number(export.count), difference=plain_number(export.max_difference, 2))
    if export.rounding is None:
        return proof
    cost = _tr(
        "Rounded to {bits}, {changed} of {count} answers differ; probabilities move by {most} at most."
    )
    return joined(
        (
            proof,
            cost.format(
                bits=weights_words(export.weights, activations=export.activations),
                changed=number(export.changed),
                count=number(export.count),
                most=plain_number(export.rounding, 2),
            ),
        )
    )


def _place_sentence(export: RecentExport) -> str:
    """Return where an export lies, and how large it is."""
    return _tr("“{name}” in {folder}, {size}.").format(
        name=_name(export.path.name), folder=_name(str(export.path.parent)), size=size_words(export.size)
    )


def _name(text: str) -> str:
    """Return a name of a file in one line that breaks where it has to, of any length that one reads."""
    return breakable(shortened(visible(text), MOST_LETTERS))


def state_word(state: State) -> str:
    """Return what became of a file; nothing where it is as it was."""
    return {State.THERE: "", State.CHANGED: _tr("changed since"), State.GONE: _tr("not there any more")}[
        state
    ]
