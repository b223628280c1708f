"""A short round of the fuzzer over every kind of file that the program opens, none of which is forgotten."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import pytest

from docs.tools.fuzz import sound
from docs.tools.fuzz.faults import weights
from docs.tools.fuzz.kind import Kind
from docs.tools.fuzz.outcome import FAULTS, Limits, Verdict
from docs.tools.fuzz.registry import KINDS
from docs.tools.fuzz.rounds import outcomes
from docs.tools.fuzz.worker import attempt, content
from engine.data.importing.registry import READERS
from engine.errors import RunError
from engine.storage import tensor_file
from tests.docs.tools.fuzz.troubled import Aborting, Hanging, Troubled

ROOT = Path(__file__).resolve().parents[2]
# What makes something of bytes: of a module that uses one of these, what it reads is foreign.
PARSERS = ("reading", "json_of", "loads", "model_validate_json", "validate_json", "safe_open", "ZipFile")
ROUND, FEW = 10, 5  # inputs of a kind; of those that bring in whole sets
OWN = {
    "engine/foreign_bytes.py",  # the door itself
    "engine/settings/settings.py",  # another one: whoever goes through it reads
    "engine/version.py",  # the program's own pyproject.toml
    "engine/training/ranks/handing.py",  # what the first process of a training has written for the others
    "engine/sweep/shared_study.py",  # no file: tests/engine/sweep try what a real database may say
    "engine/data/learnt.py",  # a text in the header of a model file
    "engine/deploy/script/parts.py",  # a script reads what was written into it
    "engine/deploy/web/packing.py",  # a page that the program has just written
    "engine/deploy/service/served.py",  # what the program has written in a process beside it
}


def modules() -> dict[str, bool]:
    """Return the modules of the program, and of each whether it parses what it reads."""
    files = (*ROOT.glob("engine/**/*.py"), *ROOT.glob("gui/**/*.py"))
    parsing = re.compile(rf"\b(?:{'|'.join(PARSERS)})\(")
    return {
        path.relative_to(ROOT).as_posix(): bool(parsing.search(path.read_text(encoding="utf-8")))
        for path in files
    }


def test_every_reader_of_images_has_a_kind() -> None:
    known = {reader for kind in KINDS for reader in kind.readers}
    assert {type(reader) for reader in READERS} <= known


def test_every_module_that_reads_foreign_bytes_belongs_to_a_kind() -> None:
    known = {name.replace(".", "/") + ".py" for kind in KINDS for name in kind.modules}
    found = modules()
    assert {file for file, parses in found.items() if parses} - known - OWN == set()
    assert known <= found.keys()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_sound_is_taken_and_what_is_damaged_does_no_harm(kind: Kind) -> None:
    assert attempt(kind, kind.sound).verdict is Verdict.TAKEN
    for number in range(FEW if kind.readers else ROUND):
        outcome = attempt(kind, content(kind, 0, number), number)
        assert outcome.verdict not in FAULTS, f"{outcome.root}\n{outcome.note}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_input_follows_from_seed_kind_and_number(kind: Kind) -> None:
    assert content(kind, 3, 7) == content(kind, 3, 7)
    several = {tuple(sorted(kind.spoilt(random.Random(number)).items())) for number in range(6)}
    assert len(several) > 3


def test_weights_get_the_sum_of_what_they_hold(tmp_path: Path) -> None:
    whole = sound.run()["checkpoint.safetensors"]
    path = tmp_path / "checkpoint.safetensors"
    header, body = weights.parted(whole)
    path.write_bytes(weights.joined(header, body))
    assert tensor_file.load(path, "netsketch-checkpoint").tensors
    taken = 0
    for number in range(60):
        path.write_bytes(weights.in_weights(whole, random.Random(number)))
        try:
            tensor_file.load(path, "netsketch-checkpoint")
        except RunError:
            continue
        taken += 1
    assert 5 < taken < 60


@pytest.mark.slow
def test_processes_that_crash_and_hang_are_ended_and_others_go_on(tmp_path: Path) -> None:
    kinds = (Aborting(), Hanging(), Troubled())
    wanted = [("aborting", 0), ("hanging", 0)]
    told = list(outcomes(iter(wanted), kinds, 0, jobs=1, limits=Limits(patience=0.2)))
    assert sorted((outcome.kind, outcome.number) for outcome in told) == sorted(wanted)
    assert {outcome.verdict for outcome in told if outcome.kind == "aborting"} == {Verdict.OTHER}
    assert {outcome.verdict for outcome in told if outcome.kind == "hanging"} == {Verdict.SLOW}
    crash = next(outcome for outcome in told if outcome.kind == "aborting")
    assert crash.root.startswith("the process ended with code")
    assert "Aborted" in crash.note or os.name == "nt"
