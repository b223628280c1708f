"""Whether a defence is one: a network can hide its gradient from a single step and yet read nothing right.

Source: Athalye et al. 2018, arXiv:1802.00420: one step that does better than many, and chance that does better than
either, are signs of a gradient that leads astray.
"""

from __future__ import annotations

import math

from engine.words import Phrase

MOST_APART = 0.2
"""Further above the accuracy under many steps than this, that under one step is not to be believed."""
Z_99 = 2.5758293035489004
"""Standard deviations on either side of the mean that hold 99 % of a normal distribution."""


def verdict(*, strength: float, fgsm: float, pgd: float, noise: float, count: int) -> Phrase | None:
    """Say that what looks like a defence is none; None where nothing speaks against it.

    Args:
        strength: How far each pixel may go, the same for all three.
        fgsm: The share of images that are right after one step, 0 to 1.
        pgd: After many steps.
        noise: After random noise.
        count: How many images each share was counted on; what so few may show by chance is not told.
    """
    apart = fgsm - pgd
    if apart > MOST_APART + 1e-9 and apart > by_chance(fgsm, pgd, count):
        return Phrase(
            "At a strength of {strength:.3g}, {fgsm:.1%} are right after one step (FGSM), but {pgd:.1%} after many "
            "(PGD): all of the defence beyond that is an illusion. One step goes astray here; believe the many.",
            strength=strength,
            fgsm=fgsm,
            pgd=pgd,
        )
    if pgd - noise > by_chance(pgd, noise, count):
        return Phrase(
            "At a strength of {strength:.3g}, {pgd:.1%} are right after many steps (PGD), but {noise:.1%} after mere "
            "noise: what looks like a defence is an illusion. The gradient leads nowhere, so that attacks which "
            "follow it fail.",
            strength=strength,
            pgd=pgd,
            noise=noise,
        )
    return None


def by_chance(one: float, other: float, count: int) -> float:
    """Return how far two shares of ``count`` images each may lie apart by mere chance, 99 of 100 times."""
    return Z_99 * math.sqrt((one * (1 - one) + other * (1 - other)) / max(1, count))
