"""The picture of accuracy against strength, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.attacks.registry import ATTACKS
from engine.challenge.curve import Point
from gui.stations.challenge.curve_picture import (
    Curve,
    attack_short,
    attack_title,
    curve_picture,
    curve_table,
    kinds,
    reading_words,
    verdict_words,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STRENGTH = ATTACKS["pgd"].strength


def curve(attack: str, *shares: float, model: str = "Model at hand", colour: int = 0) -> Curve:
    points = {at: Point(at, share, 1000) for at, share in zip(STRENGTH.steps, shares, strict=False)}
    return Curve(model, colour, attack, points)


def all_three(model: str, colour: int, *, fgsm: float, pgd: float) -> list[Curve]:
    count = len(STRENGTH.steps) - 1
    shares = {"fgsm": fgsm, "pgd": pgd, "noise": 0.97}
    return [curve(name, 0.98, *[share] * count, model=model, colour=colour) for name, share in shares.items()]


def test_every_attack_can_be_chosen_once() -> None:
    assert sorted(name for names in kinds().values() for name in names) == sorted(ATTACKS)
    for names in kinds().values():
        assert len({ATTACKS[name].strength for name in names}) == 1  # one axis serves them all


def test_marks_lie_by_their_strength_and_guessing_is_a_line(qapp: QApplication) -> None:
    picture = curve_picture([curve("pgd", 0.98, 0.5, 0.1)], STRENGTH, 5, at=0.025)
    assert [(mark.along * STRENGTH.steps[-1], mark.share) for mark in picture.marks] == [
        (0.0, 0.98), (0.025, 0.5), (0.05, 0.1),
    ]  # fmt: skip
    assert picture.level == (0.2, 0.2, 0.2)
    assert [mark.is_chosen for mark in picture.marks] == [False, True, False]
    assert picture.legend[0][1] == "Many steps (PGD)"
    assert "at 0.025 50.0\u00a0% (46.9 to 53.1) of 1,000 images" in picture.marks[1].words


def test_models_are_told_apart_by_colour_and_attacks_by_form(qapp: QApplication) -> None:
    curves = [
        curve("pgd", 0.98, 0.5),
        curve("fgsm", 0.98, 0.6),
        curve("pgd", 0.99, 0.97, model="hard", colour=1),
    ]
    picture = curve_picture(curves, STRENGTH, 10, at=None)
    assert len({mark.look for mark in picture.marks}) == 3
    assert [(look.form, look.colour, words) for look, words in picture.legend] == [
        ("circle", 0, "Model at hand"), ("circle", 1, "hard"),
        ("circle", -1, "Many steps (PGD)"), ("square", -1, "One step (FGSM)"),
    ]  # fmt: skip
    told = reading_words(curves, STRENGTH, 0.025)
    assert told.startswith("Largest change 0.025: Model at hand, Many steps (PGD): 50.0\u00a0%")
    assert "; hard, Many steps (PGD): 97.0\u00a0%" in told
    assert "not measured yet" in reading_words(curves, STRENGTH, 0.3)


def test_each_illusion_is_told_by_name_and_the_rest_in_one_sentence(qapp: QApplication) -> None:
    masked = all_three("masked", 0, fgsm=0.85, pgd=0.0)
    good, better = all_three("good", 1, fgsm=0.9, pgd=0.85), all_three("better", 2, fgsm=0.95, pgd=0.93)
    told = verdict_words([*masked, *good, *better])
    assert told.startswith("masked: At a strength of 0.025, 85.0\u00a0% are right after one step")
    assert "good, better: As far as these images tell" in told
    assert verdict_words(all_three("at hand", 0, fgsm=0.9, pgd=0.85)).startswith("As far as")


def test_a_run_alone_is_told_by_name_and_the_model_at_hand_alone_is_not(qapp: QApplication) -> None:
    at_hand, run = all_three("Model at hand", 0, fgsm=0.9, pgd=0.85), all_three("hard", 1, fgsm=0.9, pgd=0.85)
    titles = [words for _, words in curve_picture(run, STRENGTH, 10, at=None).legend]
    assert titles == ["hard", *(attack_title(name) for name in ("fgsm", "pgd", "noise"))]
    assert "Model at hand" not in [words for _, words in curve_picture(at_hand, STRENGTH, 10, at=None).legend]
    assert verdict_words(run).startswith("hard: As far as")
    assert "0.025: hard, One step" in reading_words(run, STRENGTH, 0.025)


def test_nothing_is_said_before_all_three_were_measured(qapp: QApplication) -> None:
    fgsm, pgd, noise = all_three("good", 1, fgsm=0.9, pgd=0.85)
    assert verdict_words([fgsm, pgd]) == ""
    assert verdict_words([fgsm, pgd, curve("noise", 0.98, 0.97, model="good", colour=1)]) == ""
    assert verdict_words([fgsm, pgd, noise]) != ""


def test_the_table_has_a_row_for_each_point_and_short_names_for_attacks(qapp: QApplication) -> None:
    head, rows = curve_table([curve("pgd", 0.98, 0.5), curve("noise", 0.98)], steps=7)
    assert head[:6] == ["model", "attack", "steps", "strength", "right", "images"]
    assert [row[1:6] for row in rows] == [
        ["pgd", 7, 0.0, 980, 1000], ["pgd", 7, 0.025, 500, 1000], ["noise", "", 0.0, 980, 1000],
    ]  # fmt: skip
    assert (attack_short("fgsm"), attack_short("noise")) == ("FGSM", "Random noise")
