"""What docs/robustness.md says is what was measured, and its tables are those of docs/attacks.json."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import attacks
from _kept import rows_in
from attacks import BY_PIXEL, DRAWINGS, PRESETS, STRENGTHS, Row

from engine.attacks import few_pixels, patch
from engine.attacks.many_starts import STARTS
from engine.attacks.masking import verdict
from engine.attacks.pgd import STRIDE
from engine.attacks.registry import ATTACKS
from engine.challenge.curve import STEPS
from engine.words import Phrase

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "robustness.md").read_text(encoding="utf-8")
ROWS = rows_in(attacks.RESULTS, Row)
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->"
FOUND = {row.key: row for row in ROWS}


def left(preset: str, attack: str, strength: float) -> float:
    accuracy = FOUND["curve", preset, "", attack, strength].accuracy
    assert accuracy is not None
    return accuracy


def of(kind: str) -> list[Row]:
    return [row for row in ROWS if row.kind == kind]


def test_the_tables_are_those_of_the_results() -> None:
    assert TEXT.partition(BEGIN)[2].partition(END)[0].strip() == attacks.tables(ROWS)
    assert len(FOUND) == len(ROWS)


def test_every_attack_and_preset_is_there() -> None:
    assert set(STRENGTHS) == set(ATTACKS)
    for name, attack in ATTACKS.items():
        assert re.search(rf"^\| `{name}` \|.*\| {attack.strength.usual:g} \|$", TEXT, re.MULTILINE), name
    for preset in PRESETS:
        for name, strengths in STRENGTHS.items():
            told = [left(preset, name, strength) for strength in strengths]
            assert told == sorted(told, reverse=True), (preset, name)


def test_settings_are_those_of_the_program() -> None:
    assert f"up to {STARTS} times" in TEXT
    assert f"Steps are {STEPS} (`--steps`), each of {STRIDE:g} · ε / steps" in TEXT
    assert f"the gradient names {few_pixels.TRIED}, each is tried" in TEXT
    assert patch.TRIED == 8
    assert "names eight places" in TEXT
    assert {row.count for row in of("curve")} == {500}
    assert "500 of its test images" in TEXT
    assert {row.count for row in of("smallest")} == {DRAWINGS}
    assert f"medians of {DRAWINGS} drawings" in TEXT


def test_many_steps_leave_no_more_than_one_and_many_starts_no_more_than_that() -> None:
    for preset in PRESETS:
        for strength in STRENGTHS["pgd"]:
            one, many, starts = (left(preset, name, strength) for name in ("fgsm", "pgd", "pgd-hard"))
            assert starts <= many <= one + 0.01


def test_pixels_fool_the_hardened_one_nearer_than_its_gradient_finds() -> None:
    pixels, distance = (FOUND["smallest", "hardened", "", name, None] for name in ("few-pixels", "pgd-l2"))
    assert distance.strength == ATTACKS["pgd-l2"].strength.high == 8
    assert distance.fooled is not None
    assert 2 * distance.fooled < distance.count
    assert pixels.strength**0.5 < distance.strength
    assert left("hardened", "few-pixels", 20.0) < left("hardened", "pgd-l2", 3.0)


def told_of(preset: str, strength: float) -> Phrase | None:
    fgsm, pgd, noise = (left(preset, name, strength) for name in ("fgsm", "pgd", "noise"))
    return verdict(strength=strength, fgsm=fgsm, pgd=pgd, noise=noise, count=500)


def test_the_defence_of_the_hardened_one_is_no_illusion() -> None:
    assert [told_of("hardened", strength) for strength in BY_PIXEL] == [None] * len(BY_PIXEL)
    assert told_of("wide", 0.1)
    assert told_of("cnn", 0.1)


def test_ours_are_those_of_torchattacks() -> None:
    for row in of("yardstick"):
        assert row.apart is not None
        assert row.apart < 1e-6, row
    assert {row.preset for row in of("yardstick")} == set(PRESETS)


def test_no_figure_stands_in_the_sentences_alone() -> None:
    tables = "".join(line.replace(" ", "") for line in TEXT.splitlines() if line.startswith("|"))
    sentences = TEXT.partition("What can be read from them")[2]
    found = re.findall(r"\d[\d.]* ?%", sentences)
    assert found
    for figure in found:
        assert figure.replace(" ", "") in tables, figure
