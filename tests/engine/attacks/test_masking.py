"""Masked gradients: told where a defence is none, and nowhere else."""

from __future__ import annotations

from engine.attacks.masking import by_chance, verdict
from engine.words import Phrase


def said(*, fgsm: float, pgd: float, noise: float = 0.97, count: int = 10_000) -> Phrase | None:
    return verdict(strength=0.3, fgsm=fgsm, pgd=pgd, noise=noise, count=count)


def test_one_step_that_leaves_much_more_than_many_is_told_with_its_numbers() -> None:
    told = said(fgsm=0.85, pgd=0.0)
    assert told is not None
    assert (
        "strength of 0.3, 85.0\u00a0% are right after one step (FGSM), but 0.0\u00a0% after many (PGD)"
        in told
    )
    assert "illusion" in told


def test_twenty_points_are_not_yet_too_many() -> None:
    assert said(fgsm=0.3, pgd=0.1) is None
    assert said(fgsm=0.9, pgd=0.7) is None
    assert said(fgsm=0.9, pgd=0.69) is not None


def test_noise_that_hurts_more_than_the_attack_is_told() -> None:
    told = said(fgsm=0.97, pgd=0.96, noise=0.8)
    assert told is not None
    assert "96.0\u00a0% are right after many steps (PGD), but 80.0\u00a0% after mere noise" in told


def test_what_few_images_may_show_by_chance_is_not_told() -> None:
    assert said(fgsm=0.97, pgd=0.96, noise=0.955, count=1000) is None
    assert said(fgsm=0.5, pgd=0.2, count=10) is None
    assert said(fgsm=0.5, pgd=0.2, count=1000) is not None
    assert by_chance(0.5, 0.5, 100) > by_chance(0.5, 0.5, 1000) > by_chance(1.0, 1.0, 1000) == 0


def test_a_defence_that_holds_is_left_in_peace() -> None:
    assert said(fgsm=0.95, pgd=0.93, noise=0.98) is None
    assert said(fgsm=0.0, pgd=0.0, noise=0.96) is None
    assert said(fgsm=0.1, pgd=0.1, noise=0.1) is None
