"""The picture of accuracy against strength, its numbers, and what is said of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.attacks.registry import ATTACKS
from engine.challenge.masking import COMPARED, verdict
from engine.shares import in_percent
from gui.look.words import in_turn, joined, labelled, listed, percent, plain_number, translate_engine
from gui.widgets.point_plot import Look, Mark, Picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.attacks.attack import Strength
    from engine.challenge.curve import Point

FORMS = {"fgsm": "square", "noise": "diamond"}  # of marks by attack; of all others a circle
MOST_TICKS = 7
_BRACKETS = re.compile(r"[(（]([^)）]+)[)）]")

_tr = partial(QCoreApplication.translate, "CurveView")


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A line of the picture.

    Attributes:
        model: What the person calls the model.
        colour: Of the model, which of the theme's curve colours.
        attack: By name.
        points: By strength.
    """

    model: str
    colour: int
    attack: str
    points: Mapping[float, Point]

    @property
    def look(self) -> Look:
        """How its marks look."""
        return Look(FORMS.get(self.attack, "circle"), self.colour, is_joined=True)

    @property
    def title(self) -> str:
        """What it is called where several models are shown."""
        return listed((self.model, attack_title(self.attack)))


def are_named(curves: Sequence[Curve]) -> bool:
    """Whether the model of each curve is to be told: only where all are of the model at hand it goes without saying."""
    return any(curve.colour for curve in curves)


def attack_title(name: str) -> str:
    """Return what an attack is called."""
    return translate_engine(ATTACKS[name].title)


def attack_short(name: str) -> str:
    """Return what stands in the brackets of what an attack is called, else all of it: “FGSM”."""
    title = attack_title(name)
    found = _BRACKETS.search(title)
    return title if found is None else found[1]


def kinds() -> dict[str, tuple[str, ...]]:
    """Return which attacks stand in one picture, by the first of them: those that tell an illusion, and each other."""
    alone = {name: (name,) for name in ATTACKS if name not in COMPARED}
    return {COMPARED[0]: COMPARED, **alone}


def share_words(point: Point) -> str:
    """Return a share with its interval: “97.5 % (97.1 to 97.9)”."""
    low, high = (QLocale().toString(in_percent(share, 1), "f", 1) for share in point.interval)
    words = _tr("{share} ({low} to {high})")
    return words.format(share=percent(point.accuracy, 1), low=low, high=high)


def point_words(curve: Curve, point: Point) -> str:
    """Say what a point stands for."""
    words = _tr("at {strength} {share} of {count} images are read right")
    said = words.format(
        strength=plain_number(point.strength),
        share=share_words(point),
        count=QLocale().toString(point.count),
    )
    return labelled(curve.title, said)


def curve_picture(curves: Sequence[Curve], strength: Strength, classes: int, at: float | None) -> Picture:
    """Return the picture of curves.

    Args:
        curves: The lines, those that have no points yet among them.
        strength: What is counted along the axis.
        classes: How many classes there are: mere guessing is a line.
        at: The strength that is looked at, or None.
    """
    most = strength.steps[-1]
    marks = [
        Mark(
            curve.look, value / most, point.accuracy, point_words(curve, point), value, is_chosen=value == at
        )
        for curve in reversed(curves)
        for value, point in curve.points.items()
    ]
    guess = 1 / classes
    every = -(-len(strength.steps) // MOST_TICKS)
    return Picture(
        marks,
        _legend(curves),
        [(value / most, plain_number(value)) for value in strength.steps[::every]],
        translate_engine(strength.title),
        level=(guess, guess, guess),
        level_words=_tr("mere guessing"),
        at=None if at is None else at / most,
    )


def _legend(curves: Sequence[Curve]) -> list[tuple[Look, str]]:
    """Return the attacks by their forms, and the models by their colours where they are told."""
    models = {curve.colour: curve.model for curve in curves}
    attacks = dict.fromkeys(curve.attack for curve in curves)
    is_one = len(models) == 1
    are_told = are_named(curves)
    found = [
        (Look(FORMS.get(name, "circle"), next(iter(models)) if is_one else -1), attack_title(name))
        for name in attacks
    ]
    return [(Look("circle", at), name) for at, name in models.items() if are_told] + found


def reading_words(curves: Sequence[Curve], strength: Strength, at: float) -> str:
    """Say what each model has at a strength, attack by attack."""
    models: dict[tuple[int, str], list[str]] = {}
    for curve in curves:
        if at in curve.points:
            words = labelled(attack_title(curve.attack), share_words(curve.points[at]))
            models.setdefault((curve.colour, curve.model), []).append(words)
    rows = [
        listed((name, *found)) if are_named(curves) else listed(found) for (_, name), found in models.items()
    ]
    head = _tr("{what} {strength}")
    words = head.format(what=translate_engine(strength.title), strength=plain_number(at))
    return labelled(words, in_turn(rows) if rows else _tr("not measured yet"))


def verdict_words(curves: Sequence[Curve]) -> str:
    """Say of each model whether what looks like a defence is one; nothing where not all that tells was measured."""
    models = dict.fromkeys((curve.colour, curve.model) for curve in curves)
    told, fine = [], []
    for colour, model in models:
        found = {curve.attack: list(curve.points.values()) for curve in curves if curve.colour == colour}
        if not all(found.get(name) for name in COMPARED):
            continue
        phrase = verdict(*(found[name] for name in COMPARED))
        if phrase is not None:
            words = translate_engine(phrase)
            told.append(labelled(model, words) if are_named(curves) else words)
        elif all(len(found[name]) == len(ATTACKS[name].strength.steps) for name in COMPARED):
            fine.append(model)
    if fine:
        words = _tr(
            "As far as these images tell, no curve deceives: one step (FGSM) leaves at most 20 points more right than "
            "many (PGD), and noise hurts no more than they do."
        )
        told.append(labelled(listed(fine), words) if are_named(curves) else words)
    return joined(told)


def curve_table(curves: Sequence[Curve], steps: int) -> tuple[list[str], list[list[object]]]:
    """Return the numbers of the picture, a point a row."""
    head = ["model", "attack", "steps", "strength", "right", "images", "accuracy", "low", "high"]
    rows: list[list[object]] = [
        [
            *(curve.model, curve.attack, steps if ATTACKS[curve.attack].has_steps else "", point.strength),
            *(round(point.accuracy * point.count), point.count, point.accuracy),
            *(float(f"{bound:.5g}") for bound in point.interval),
        ]
        for curve in curves
        for point in curve.points.values()
    ]
    return head, rows


def models_words(curves: Sequence[Curve]) -> str:
    """Return the names of the models that are shown, in a row."""
    return listed(dict.fromkeys(curve.model for curve in curves))
