"""Whether what curves of accuracy show is a defence, or an illusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.attacks.masking import verdict as verdict_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.challenge.curve import Point
    from engine.words import Phrase

COMPARED = ("fgsm", "pgd", "noise")
"""The attacks by whose points it is told, by name."""


def verdict(fgsm: Sequence[Point], pgd: Sequence[Point], noise: Sequence[Point]) -> Phrase | None:
    """Say where one step, many steps and noise show that a defence is none; None where nothing speaks against it.

    Args:
        fgsm: Points of the attack by one step.
        pgd: Of that by many.
        noise: Of random noise. Strengths that one of the three lacks are left out.

    Returns:
        What is to be said of the strength at which it shows most.
    """
    steps, drawn = ({point.strength: point for point in points} for points in (pgd, noise))
    told: list[tuple[float, Phrase]] = []
    for one in fgsm:
        many, mere = steps.get(one.strength), drawn.get(one.strength)
        if many is None or mere is None:
            continue
        said = verdict_on(
            strength=one.strength,
            fgsm=one.accuracy,
            pgd=many.accuracy,
            noise=mere.accuracy,
            count=min(one.count, many.count, mere.count),
        )
        if said is not None:
            told.append((max(one.accuracy - many.accuracy, many.accuracy - mere.accuracy), said))
    return max(told, key=lambda item: item[0])[1] if told else None
