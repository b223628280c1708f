"""How claims are told and gathered, and that one benchmark in trouble does not stop the others; nothing is timed."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import torch

import dev

sys.path.insert(0, str(dev.ROOT / "benchmarks"))

import _claims
import _in_chinese
import _report
import _usual_loop
import run_all
import sequence_time
import start_time
from _claims import Claim
from _report import Outcome
from run_all import Bench

from engine.models.build import parameter_count

FAST = Claim("painting", "a bare window", 1.5, "×", 1.234, 1.1, 1.4)
SLOW = Claim("waiting", "", 8.0, "ms", 9.0, 9.0, 9.0)
UNKNOWN = Claim("on the card", "the usual loop", 2.5, "×", at_least=True, reason="There is no card.")


class TestClaim:
    def test_is_held_against_its_limit_from_the_right_side(self) -> None:
        assert FAST.met
        assert not replace(FAST, at_least=True).met
        assert replace(FAST, at_least=True, figure=1.5).met
        assert SLOW.met is False
        assert UNKNOWN.met is None

    def test_says_figure_limit_and_spread(self) -> None:
        assert (FAST.measured, FAST.spread, FAST.to_reach, FAST.verdict) == (
            "1.23×", "1.10 to 1.40", "≤ 1.5×", "met",
        )  # fmt: skip
        assert (SLOW.measured, SLOW.spread, SLOW.to_reach, SLOW.verdict) == (
            "9.0 ms", "", "≤ 8 ms", "**missed**",
        )  # fmt: skip
        assert (UNKNOWN.measured, UNKNOWN.to_reach, UNKNOWN.verdict) == ("–", "≥ 2.5×", "not measured")

    def test_ratio_is_taken_round_by_round(self) -> None:
        claim = _claims.ratio("a", "b", [1.0, 20.0, 3.0], [1.0, 10.0, 1.0], 2.5)
        assert (claim.figure, claim.low, claim.high) == (2.0, 1.0, 3.0)

    def test_what_is_held_against_itself_counts_as_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        figures = [1.0, 2.0]
        claim = _claims.ratio("a", "the best of all", figures, figures, 0.5)
        assert (claim.met, claim.verdict) == (None, "not comparable")
        assert _claims.conclude([claim], as_json=False) == 0
        assert "Of 2 claims: 1 met, 1 not comparable." in _report.page([Outcome("x", (claim, FAST), "", 1.0)])

    def test_a_miss_by_a_hair_is_not_shown_as_a_hit(self) -> None:
        for figure, shown in ((1.5, "1.50×"), (1.504, "1.504×"), (1.5004, "1.5004×"), (1.51, "1.51×")):
            claim = replace(FAST, figure=figure)
            assert claim.met == (figure == 1.5)
            assert claim.measured == shown

    def test_round_trip_through_the_output(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert _claims.conclude([FAST, SLOW, UNKNOWN], as_json=True) == 1
        claims, rest = _claims.from_output("a table\n" + capsys.readouterr().out)
        assert claims == [FAST, SLOW, UNKNOWN]
        assert rest.startswith("a table\n")
        assert "MISSED" in rest
        assert "(against a bare window)" in rest
        assert "There is no card." in rest
        assert _claims.MARK not in rest

    def test_what_is_not_measured_is_no_failure(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert _claims.conclude([FAST, UNKNOWN], as_json=False) == 0
        assert _claims.from_output(capsys.readouterr().out)[0] == []


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Four benchmarks: one that meets its claim, one that does not, one that breaks off and one without end."""
    made = tmp_path / "made-up"
    made.mkdir()
    for name, claim in (("good", FAST), ("missed", SLOW)):
        code = _claims.conclude([claim], as_json=True)
        (made / f"{name}.py").write_text(
            f"import sys\nprint('its own words', sys.argv[1:])\nprint({capsys.readouterr().out!r})\nsys.exit({code})\n",
            encoding="utf-8",
        )
    (made / "broken.py").write_text("print('so far'); raise RuntimeError('the machine is on fire')")
    child = "import time; time.sleep(100)"
    (made / "endless.py").write_text(
        f"import subprocess, sys\nprint('begun', flush=True)\nsubprocess.run([sys.executable, '-c', {child!r}])"
    )
    return made


@pytest.fixture
def surroundings(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Sequence[str]], int]:
    """Call the runner with the made-up benchmarks; page and README lie in ``tmp_path``."""
    readme = tmp_path / "README.md"
    readme.write_text(f"Before.\n{_report.BEGIN}\nold\n{_report.END}\nAfter.\n", encoding="utf-8")
    names = ("good", "missed", "broken")
    monkeypatch.setattr(run_all, "FOLDER", folder)
    monkeypatch.setattr(run_all, "BENCHES", tuple(Bench(name, "--rounds 9") for name in names))
    monkeypatch.setattr(run_all, "PAGE", tmp_path / "benchmarks.md")
    monkeypatch.setattr(run_all, "README", readme)
    monkeypatch.setattr(run_all, "CHINESE", readme.with_suffix(".zh.md"))
    shutil.copy(readme, run_all.CHINESE)
    monkeypatch.setattr(run_all, "KEPT", tmp_path / "benchmarks.json")
    monkeypatch.setattr(_report, "QUOTED", ("painting", "waiting"))
    # What it sets for the benchmarks shall not outlast the test.
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    def call(arguments: Sequence[str]) -> int:
        monkeypatch.setattr(sys, "argv", ["run_all.py", *arguments])
        return run_all.main()

    return call


class TestRunner:
    def test_trouble_of_one_is_told_and_the_rest_go_on(
        self, surroundings: Callable[[Sequence[str]], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert surroundings([]) == 1
        told = capsys.readouterr().out
        assert all(f"/3] {name} …" in told for name in ("good", "missed", "broken"))
        page = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
        assert "| painting | a bare window | 1.23× | 1.10 to 1.40 | ≤ 1.5× | met |" in page
        assert "| waiting | – | 9.0 ms |  | ≤ 8 ms | **missed** |" in page
        assert "| `broken` | | – | | | ended with exit code 1 |" in page
        assert "Of 2 claims: 1 met, 1 missed; of 3 benchmarks 1 did not come to a good end" in page
        assert "its own words ['--rounds', '9', '--json']" in page
        assert "so far" in page
        assert "the machine is on fire" in page
        assert _claims.MARK not in page
        readme = (tmp_path / "README.md").read_text(encoding="utf-8")
        assert readme.startswith("Before.\n")
        assert readme.endswith("After.\n")
        assert "| painting | a bare window | 1.23× | ≤ 1.5× | met |" in readme
        assert "| waiting | – | 9.0 ms | ≤ 8 ms | **missed** |" in readme
        assert "old" not in readme

    @pytest.mark.parametrize("flags", [["--only", "good"], ["--quick"]])
    def test_a_part_of_the_claims_is_written_only_where_one_asks(
        self, surroundings: Callable[[Sequence[str]], int], tmp_path: Path, flags: list[str]
    ) -> None:
        assert surroundings(flags) == int(flags == ["--quick"])
        assert not (tmp_path / "benchmarks.md").exists()
        surroundings([*flags, "--out", str(tmp_path / "part.md")])
        assert "painting" in (tmp_path / "part.md").read_text(encoding="utf-8")
        assert "old" in (tmp_path / "README.md").read_text(encoding="utf-8")

    def test_a_part_may_take_the_place_of_its_older_figures(
        self, surroundings: Callable[[Sequence[str]], int], tmp_path: Path
    ) -> None:
        surroundings([])
        older = _report.from_kept((tmp_path / "benchmarks.json").read_text(encoding="utf-8"))
        assert [outcome.name for outcome in older] == ["good", "missed", "broken"]
        aged = [replace(outcome, about=("2020-01-01; an old machine", "Python 2")) for outcome in older]
        (tmp_path / "benchmarks.json").write_text(_report.kept(aged), encoding="utf-8")
        surroundings(["--page"])
        assert "2020-01-01; an old machine" in (tmp_path / "README.md").read_text(encoding="utf-8")
        surroundings(["--only", "good", "--keep"])
        page = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
        assert page.count("2020-01-01; an old machine") == 2  # with the two that were not measured anew
        assert page.index("## good") < page.index("## missed") < page.index("## broken")
        said = (tmp_path / "README.md").read_text(encoding="utf-8")
        assert "Measured from 2020-01-01 to " in said
        assert "stands in docs/benchmarks.md." in said

    def test_more_arguments_go_to_the_one_that_is_named(
        self, surroundings: Callable[[Sequence[str]], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = tmp_path / "part.md"
        assert surroundings(["--only", "good", "--out", str(out), "--install"]) == 0
        assert "['--rounds', '9', '--install', '--json']" in out.read_text(encoding="utf-8")
        with pytest.raises(SystemExit):
            surroundings(["--install"])
        assert "--install is for one benchmark" in capsys.readouterr().err

    @pytest.mark.slow
    @pytest.mark.skipif(sys.platform == "win32", reason="there processes have no groups")
    def test_one_without_end_is_ended_with_all_that_it_started(self, folder: Path) -> None:
        bench = Bench("endless")
        outcome = run_all.run(bench, bench.command(folder, quick=False), limit=2)  # seconds
        assert outcome.trouble == "took longer than 2 s and was ended"
        assert outcome.output == "begun"
        assert outcome.claims == ()

    def test_a_name_that_is_not_there_is_answered_with_those_that_are(self) -> None:
        with pytest.raises(ValueError, match=r"no benchmark epoch_tim; there are: epoch_time, "):
            run_all.chosen(["epoch_tim"], everything=False)

    def test_every_benchmark_is_known_once_and_is_there(self) -> None:
        benches = (*run_all.BENCHES, *run_all.OTHERS)
        names = [bench.name for bench in benches]
        assert len(names) == len(set(names))
        files = {path.stem for path in (dev.ROOT / "benchmarks").glob("[!_]*.py")}
        assert {bench.file or bench.name for bench in benches} | {"run_all"} == files
        assert run_all.chosen([], everything=False) == list(run_all.BENCHES)
        assert run_all.chosen([], everything=True) == list(benches)


def test_one_that_only_has_an_exit_code_counts_too() -> None:
    fine, bad = Outcome("a", (), "", 1.0), Outcome("a", (), "", 1.0, "ended with exit code 1")
    assert fine.rows() == ["| `a`, as it says below | | | | | met |"]
    assert bad.rows() == ["| `a` | | – | | | ended with exit code 1 |"]


def test_a_miss_is_told_with_its_reason_and_its_own_figures() -> None:
    words = next(iter(_report.SHORTFALLS))
    name = f"here, {words}, again"
    met, missed, worse = (replace(FAST, name=name, figure=figure) for figure in (1.0, 9.0, 99.0))
    assert _report.shortfalls([met, SLOW]) == []
    (told,) = _report.shortfalls([missed, met, worse])
    assert "(99.00×, ≤ 1.5× to reach" in told
    assert told in _report.page([Outcome("start", (missed, worse), "", 1.0)])


def test_no_sentence_about_figures_has_one_of_its_own() -> None:
    for why in _report.SHORTFALLS.values():
        bare = re.sub(r"\(adr/[\w.-]+\)|28×28|5 ms timer|PySide6", "", why)
        assert not re.search(r"\d", bare), why


def test_page_and_readme_are_made_from_the_figures_that_are_kept() -> None:
    kept = (dev.ROOT / "docs" / "benchmarks.json").read_text(encoding="utf-8")
    outcomes = _report.from_kept(kept)
    assert (dev.ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8") == _report.page(outcomes)
    readme = (dev.ROOT / "README.md").read_text(encoding="utf-8")
    block = _report.readme_block(outcomes)
    assert readme == _report.with_block(readme, block)
    chinese = (dev.ROOT / "README.zh.md").read_text(encoding="utf-8")
    assert chinese == _report.with_block(chinese, _in_chinese.block(block.splitlines()))
    assert {outcome.name for outcome in outcomes} <= {bench.name for bench in run_all.BENCHES}
    # A network and batch beside PyTorch is measured in one place, by yardsticks that say what is in them.
    plain = [claim for outcome in outcomes for claim in outcome.claims if "PyTorch" in claim.yardstick]
    assert {claim.yardstick for claim in plain} <= set(_usual_loop.RUNGS)
    assert not [claim for claim in plain if claim.name.startswith("784-64-64-10, a batch of 128,")]


def test_a_start_is_called_by_what_it_is() -> None:
    figures = {way: [2.0] for way in start_time.WAYS}
    warm, cold = start_time.claims_of("warm", figures), start_time.claims_of("cold", {})
    assert all(claim.name.startswith("warm start") and claim.figure == 1.0 for claim in warm)
    assert [claim.limit for claim in warm] == [1.5, 3.5, 2.5]
    assert all(
        claim.name.startswith("cold start") and claim.met is None and "root" in claim.reason for claim in cold
    )


def test_each_rung_of_the_ladder_trains_alike() -> None:
    """What the rungs differ in is how fast they are, not what they do."""
    images, labels = torch.rand(64, 1, 28, 28), torch.arange(64) % 10
    batches = {rung: list(_usual_loop._batches(images, labels, 24, rung)) for rung in _usual_loop.RUNGS}
    for found in batches.values():
        assert [len(batch) for batch, _ in found] == [24, 24, 16]
        assert sorted(label for _, part in found for label in part.tolist()) == sorted(labels.tolist())
        assert all(
            torch.equal(image, images[(images == image).flatten(1).all(1)][0])
            for batch, _ in found
            for image in batch[:2]
        )
    for rung in _usual_loop.RUNGS:
        assert _usual_loop.plain_epoch(images, labels, (8,), 24, rung) > 0


@pytest.mark.parametrize("name", sequence_time.NETWORKS)
def test_a_network_for_sequences_is_held_against_the_same_one(name: str) -> None:
    plain, experiment = sequence_time.NETWORKS[name](), sequence_time.experiment_of(name)
    assert plain(torch.rand(2, 1, 28, 28)).shape == (2, 10)
    counted = sum(parameter.numel() for parameter in plain.parameters())
    assert counted == parameter_count(experiment.network, (1, 28, 28), 10)


def test_figures_of_the_readme_have_their_place() -> None:
    text = (dev.ROOT / "README.md").read_text(encoding="utf-8")
    assert "figures" in _report.with_block(text, "figures")
    for broken in (text.replace(_report.END, ""), text + _report.BEGIN, "nothing"):
        with pytest.raises(ValueError, match="lacks the marks"):
            _report.with_block(broken, "figures")


def test_dev_bench_starts_the_runner(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[object, ...]] = []
    monkeypatch.setattr(dev, "ensure_qt_libraries", lambda *, with_window: None)
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "call", lambda *command, **_environment: called.append(command) or 3)
    assert dev.main(["bench", "--only", "epoch_time", "--quick"]) == 3
    assert called == [(dev.PYTHON, "benchmarks/run_all.py", "--only", "epoch_time", "--quick")]
