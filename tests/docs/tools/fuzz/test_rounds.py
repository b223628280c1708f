"""Processes that crash, hang or grow are ended and counted, and whatever finds a fault is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.tools.fuzz import __main__ as program
from docs.tools.fuzz import page
from docs.tools.fuzz.outcome import Limits, Outcome, Verdict
from docs.tools.fuzz.rounds import Tally
from docs.tools.fuzz.worker import attempt
from tests.docs.tools.fuzz.troubled import MEGABYTE, Aborting, Hanging, Troubled


@pytest.mark.parametrize(
    ("deed", "verdict"),
    [
        ("take", Verdict.TAKEN),
        ("tell", Verdict.TOLD),
        ("refuse", Verdict.TOLD),
        ("raise", Verdict.OTHER),
        ("stray", Verdict.OTHER),
    ],
)
def test_what_becomes_of_an_input(deed: str, verdict: Verdict) -> None:
    home = os.environ["NETSKETCH_HOME"]
    outcome = attempt(Troubled(), {"deed": deed.encode()}, 5)
    assert (outcome.verdict, outcome.number) == (verdict, 5)
    assert ("RecursionError in " in outcome.root) == (deed == "raise")
    assert os.environ["NETSKETCH_HOME"] == home


def test_what_takes_too_much_is_told() -> None:
    assert attempt(Troubled(), {"deed": b"tell"}, limits=Limits(seconds=-1.0)).verdict is Verdict.SLOW
    assert attempt(Troubled(), {"deed": b"tell"}, limits=Limits(growth=-1)).verdict is Verdict.BIG


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the system does not count anew")
def test_memory_that_was_given_back_counts() -> None:
    outcome = attempt(Troubled(), {"deed": b"grow"}, limits=Limits(growth=40 * MEGABYTE))
    assert outcome.verdict is Verdict.BIG
    assert attempt(Troubled(), {"deed": b"take"}).growth < 20 * MEGABYTE


def test_what_finds_a_fault_is_kept_with_a_note(tmp_path: Path) -> None:
    tally = Tally([Aborting()], 4, tmp_path / "found")
    tally.add(Outcome("aborting", 1, Verdict.TOLD, seconds=2.0))
    tally.add(Outcome("aborting", 2, Verdict.OTHER, growth=7, root="it fell", note="everything"))
    assert (tally.total, tally.faults) == (2, 1)
    assert (tmp_path / "found" / "aborting-4-2" / "deed").read_bytes() == b"abort"
    note = (tmp_path / "found" / "aborting-4-2.txt").read_text()
    assert "it fell" in note
    assert "fuzz aborting --seed 4 --first 2 --inputs 1" in note
    assert [path.name for path in (tmp_path / "found").iterdir() if path.is_dir()] == ["aborting-4-2"]
    row = next(line for line in page.table(tally).splitlines() if line.startswith("| aborting "))
    assert row == "| aborting | 2 | 1 | 0 | 1 | 0 | 0 | 2.0 s | 0 MB |"
    assert "it fell" in page.faults_of(tally)


def test_few_of_one_root_are_kept(tmp_path: Path) -> None:
    tally = Tally([Aborting()], 0, tmp_path)
    for number in range(9):
        tally.add(Outcome("aborting", number, Verdict.OTHER, root="the same"))
    assert len(list(tmp_path.glob("*.txt"))) == 3
    assert tally.roots == {("aborting", "the same"): 9}


def test_the_page_gets_the_section_in_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    tally = Tally([Aborting()], 4)
    tally.add(Outcome("aborting", 1, Verdict.TOLD))
    page.write_section(path, page.section(tally, 2.0))
    assert "fuzz --inputs 1 --seed 4" in path.read_text()
    path.write_text(path.read_text() + "\n## Soak\n\nAll was well.\n")
    tally.add(Outcome("aborting", 2, Verdict.TOLD))
    page.write_section(path, page.section(tally, 2.0))
    text = path.read_text()
    assert text.startswith("# What was tried to break it\n\n## Damaged files\n\n")
    assert text.endswith(" MB |\n\n## Soak\n\nAll was well.\n")
    assert (text.count("\n## "), "2 inputs in 2 minutes" in text) == (2, True)


class TestCommand:
    """What the command says, with outcomes that are given."""

    @pytest.fixture
    def given(self, monkeypatch: pytest.MonkeyPatch) -> list[object]:
        given: list[object] = []

        def told(*arguments: object, **options: object) -> Iterator[Outcome]:
            for item in given:
                if isinstance(item, BaseException):
                    raise item
                yield item

        monkeypatch.setattr(program, "outcomes", told)
        return given

    def test_exit_code_says_whether_there_was_a_fault(
        self, given: list[object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        given += [Outcome("marks", 0, Verdict.TOLD), Outcome("marks", 1, Verdict.TAKEN)]
        assert program.main(["marks"]) == 0
        given.append(Outcome("marks", 2, Verdict.SLOW, root="slow"))
        assert program.main(["marks", "--out", str(tmp_path)]) == 1
        assert f"inputs and notes are in {tmp_path}" in capsys.readouterr().out

    def test_a_person_who_stops_it_sees_the_table(
        self, given: list[object], capsys: pytest.CaptureFixture[str]
    ) -> None:
        given += [Outcome("marks", 0, Verdict.TOLD), KeyboardInterrupt()]
        assert program.main(["marks"]) == 130
        assert "| marks | 1 | 1 | 0 |" in capsys.readouterr().out

    def test_a_kind_that_is_not_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit, match="2"):
            program.main(["nothing"])
        assert "my-digits" in capsys.readouterr().err


def test_kinds_take_turns() -> None:
    named = program.orders((Aborting(), Hanging()), 5, None)
    assert [next(named) for _ in range(3)] == [("aborting", 5), ("hanging", 5), ("aborting", 6)]
    assert list(program.orders((Aborting(),), 0, 0.0)) == []
