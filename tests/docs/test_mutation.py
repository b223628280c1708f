"""The small faults: which there are for a piece of code, what is left alone, and that the tests find them or do not."""

from __future__ import annotations

import argparse
import ast
from pathlib import Path

import pytest

from docs.tools import mutate
from docs.tools.mutants import mutants


def after(source: str) -> set[str]:
    """Return every text of a one-line source with a fault in it."""
    return {mutant.source.strip() for mutant in mutants(source)}


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("a < b", {"a <= b", "a > b"}),
        ("a <= b < c", {"a < b < c", "a >= b < c", "a <= b <= c", "a <= b > c"}),
        ("a is not b", {"a is b"}),
        ("a not in b", {"a in b"}),
        ("a and b", {"((a) or (b))"}),
        ("a - b", {"((a) + (b))"}),
        ("not a", {"(a)"}),
        ("-a", {"(a)"}),
        ("x = 3", {"x = 4"}),
        ("x = 0.5", {"x = 1.0"}),
        ("x = True", {"x = False"}),
        ("x = a if b else c", {"x = a if True else c", "x = a if False else c"}),
        ("f(min(a, b))", {"f(max(a, b))", "pass"}),
        ("x = a.argmax(n)", {"x = a.argmin(n)"}),
        ("a.b = c", {"pass"}),
        ("a[b] += c", {"pass"}),
        ("raise Wrong(3)", {"pass"}),
        ("[a for a in b if c]", {"[a for a in b if True]", "[a for a in b if False]"}),
        # bytes and characters are not the same
        ("ü = '…' if ä < ö else 2", {"ü = '…' if ä <= ö else 2", "ü = '…' if ä > ö else 2",
                                     "ü = '…' if True else 2", "ü = '…' if False else 2", "ü = '…' if ä < ö else 3"}),
    ],
)  # fmt: skip
def test_faults_of_a_line(source: str, faults: set[str]) -> None:
    assert after(source) == faults


@pytest.mark.parametrize(
    "source",
    [
        "'words'",
        "x = 'a' % b",
        "x: Literal[3] = y",
        "def f(x: int = y) -> Literal[3]: ...",
        "assert x == 3",
        "x = f'{a + 3}'",
        "if TYPE_CHECKING:\n    x = 3",
        "if __name__ == '__main__':\n    x = 3",
        "class A:\n    def __init__(self):\n        self.x = y",
    ],
)
def test_words_types_and_what_any_test_finds_are_left_alone(source: str) -> None:
    assert after(source) == set()


def test_every_fault_of_the_engine_can_be_read_and_is_one() -> None:
    for file in ("engine/evaluation/gate.py", "engine/training/progress.py"):
        source = (mutate.ROOT / file).read_text(encoding="utf-8")
        whole = ast.dump(ast.parse(source))
        found = mutants(source)
        assert len(found) > 20
        assert all(ast.dump(ast.parse(mutant.source)) != whole for mutant in found)
        assert all(source.splitlines()[mutant.line - 1] for mutant in found)


def test_the_seed_decides_which_are_tried() -> None:
    file = "engine/evaluation/gate.py"
    known, first = mutate.chosen_mutants(file, 6, seed=0)
    assert known > len(first) == 6
    assert mutate.chosen_mutants(file, 6, seed=0)[1] == first
    assert mutate.chosen_mutants(file, 6, seed=1)[1] != first
    assert mutate.chosen_mutants(file, 1000, seed=0)[0] == known
    line = first[0].line
    assert {mutant.line for mutant in mutate.chosen_mutants(file, 99, 0, line)[1]} <= {
        *range(line - 3, line + 1)
    }


def test_files_are_named_by_their_folder_too() -> None:
    assert "engine/evaluation/gate.py" in mutate.files_of(["engine/evaluation"])
    assert mutate.mirrored("engine/evaluation/gate.py") == Path("tests/engine/evaluation")
    assert mutate.mirrored("engine/training/doctor/probe.py") == Path("tests/engine/training/doctor")
    assert mutate.house_part("tests/engine/training/doctor") == "tests/engine/training"
    assert all((mutate.ROOT / file).exists() for file in mutate.FILES)
    with pytest.raises(FileNotFoundError, match="no engine/nothing"):
        mutate.files_of(["engine/nothing"])


@pytest.mark.slow
def test_faults_that_a_test_finds_and_those_that_live(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A project of one function with one test, which knows nothing of zero."""
    files = {
        "engine/__init__.py": "",
        "engine/sign.py": "def is_positive(number):\n    return number > 0\n",
        "tests/engine/test_sign.py": (
            "from engine.sign import is_positive\n"
            "def test_signs():\n    assert is_positive(2)\n    assert not is_positive(-2)\n"
        ),
        "pyproject.toml": "[tool.pytest.ini_options]\npythonpath = ['.']\n"
        "addopts = '--import-mode=importlib -p no:pytest-qt -p no:xdist'\n",  # which take longer than the test
    }
    project = tmp_path / "project"
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)

    def copy_tree(target: Path) -> None:
        for name, text in files.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_text(text)

    monkeypatch.setattr(mutate, "ROOT", project)
    monkeypatch.setattr(mutate, "copy_tree", copy_tree)
    out = tmp_path / "page.md"
    assert mutate.main(["engine/sign.py", "--count", "99", "--out", str(out)]) == 0
    told = out.read_text(encoding="utf-8")
    assert "| `engine/sign.py` | 3 | 3 | 2 |" in told
    assert "- is_positive, line 2: `number > 0` → `number >= 0`" in told
    assert "- is_positive, line 2: `0` → `1`" in told
    assert "number < 0" not in told
    assert (project / "engine/sign.py").read_text() == files["engine/sign.py"]
    assert "3 faults tried, 2 live" in capsys.readouterr().out


def test_a_page_without_the_living() -> None:
    options = argparse.Namespace(count=3, seed=0)
    told = mutate.page([mutate.Verdicts("engine/x.py", 9, 3)], options, 2.0, "abc1234")
    assert "at commit abc1234" in told
    assert "3 tried, 0 live" in told
    assert told.endswith("None.\n")
