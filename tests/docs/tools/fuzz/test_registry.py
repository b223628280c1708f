"""Every kind of file that the program opens has a kind of the fuzzer, and each of these is what it says."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from docs.tools.fuzz.kind import Kind
from docs.tools.fuzz.outcome import Verdict
from docs.tools.fuzz.registry import KINDS, named
from docs.tools.fuzz.worker import attempt, content
from engine.data.importing.registry import READERS

ROOT = Path(__file__).resolve().parents[4]
# What makes something of bytes: of a module that uses one of these, what it reads is foreign.
PARSERS = ("reading", "json_of", "loads", "model_validate_json", "safe_open", "ZipFile")
OWN = {
    "engine/foreign_bytes.py",  # the door itself
    "engine/version.py",  # the program's own pyproject.toml
    "engine/data/learnt.py",  # a text in the header of a model file
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


def test_a_kind_has_a_name_of_its_own_and_can_be_asked_for() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert named(["marks", "csv"]) == tuple(
        kind for name in ("marks", "csv") for kind in KINDS if kind.name == name
    )
    assert named([]) == KINDS
    with pytest.raises(KeyError):
        named(["nothing"])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_sound_is_taken(kind: Kind) -> None:
    assert attempt(kind, kind.sound).verdict is Verdict.TAKEN


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_input_follows_from_seed_kind_and_number(kind: Kind) -> None:
    assert content(kind, 3, 7) == content(kind, 3, 7)
    several = {tuple(sorted(kind.spoilt(random.Random(number)).items())) for number in range(6)}
    assert len(several) > 3
