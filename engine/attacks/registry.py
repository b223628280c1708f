"""The ways of attacking: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.attacks.few_pixels import FewPixels
from engine.attacks.fgsm import FastGradientSign
from engine.attacks.many_starts import ManyStarts
from engine.attacks.noise import RandomNoise
from engine.attacks.patch import Patch
from engine.attacks.pgd import ProjectedGradient
from engine.attacks.pgd_l2 import ProjectedGradientByDistance
from engine.errors import ConfigError
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.attacks.attack import Attack

# As lists offer them.
ATTACKS: dict[str, type[Attack]] = {
    attack.name: attack
    for attack in (
        FastGradientSign,
        ProjectedGradient,
        ManyStarts,
        ProjectedGradientByDistance,
        FewPixels,
        Patch,
        RandomNoise,
    )
}


def attack_named(name: str) -> Attack:
    """Return the attack of this name.

    Raises:
        ConfigError: If there is none.
    """
    if name not in ATTACKS:
        raise ConfigError(
            "There is no attack “{name}”.",
            remedy="Attacks are: {known}.",
            name=name,
            known=Phrase.listed(ATTACKS),
        )
    return ATTACKS[name]()
