"""The shape of the house: what imports what, what stands where, and that each part says what it is for."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {
    ".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "README.zh.md",
    "benchmarks", "constraints.txt", "dev.py", "docs", "engine", "gui", "main.py", "pyproject.toml", "resources",
    "tests",
}  # fmt: skip
WINDOW = {"PySide6", "shiboken6", "pyqtgraph", "gui"}


def module_names(package: str) -> list[str]:
    files = sorted((ROOT / package).rglob("*.py"))
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files
    ]
    return [name for name in names if not name.endswith("__main__")]


def imported_by(modules: list[str]) -> set[str]:
    """Import modules in a fresh interpreter and return the names of all top-level packages it then holds."""
    code = f"import sys, {', '.join(modules)}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def python_files() -> list[Path]:
    folders = [ROOT / name for name in ("engine", "gui", "resources", "tests", "benchmarks", "docs")]
    return [*ROOT.glob("*.py"), *(path for folder in folders for path in folder.rglob("*.py"))]


@pytest.mark.slow
def test_engine_loads_no_window() -> None:
    assert not imported_by(module_names("engine")) & WINDOW


@pytest.mark.parametrize(
    "modules",
    [
        ["engine.config", "engine.errors"],
        ["engine.data.datasets", "engine.data.ink"],
        ["main"],
        ["gui.app", "gui.main_window"],
    ],
    ids=lambda modules: modules[-1],
)
def test_torch_is_not_loaded_before_it_is_needed(modules: list[str]) -> None:
    assert "torch" not in imported_by(modules)


@pytest.mark.slow
def test_data_load_no_torch_in_any_module() -> None:
    assert "torch" not in imported_by(
        [name for name in module_names("engine") if name.startswith("engine.data")]
    )


def test_main_loads_nothing_but_the_standard_library() -> None:
    assert imported_by(["main"]) <= {*sys.stdlib_module_names, "main", "__main__", *imported_by(["sys"])}


def test_each_file_says_what_it_is_for() -> None:
    files = [path for path in python_files() if path.name != "__init__.py" and "tests" not in path.parts]
    assert [
        str(path) for path in files if not path.read_text(encoding="utf-8").startswith(('"""', "#!"))
    ] == []


def test_each_package_says_what_it_holds() -> None:
    silent = []
    for folder in sorted({path.parent for name in ("engine", "gui") for path in (ROOT / name).rglob("*.py")}):
        init = folder / "__init__.py"
        if not init.exists() or not ast.get_docstring(ast.parse(init.read_text(encoding="utf-8"))):
            silent.append(str(folder.relative_to(ROOT)))
    assert silent == []


def test_tests_lie_where_what_they_test_lies() -> None:
    folders = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    assert sorted(str(folder) for folder in folders - {Path("e2e")} if not (ROOT / folder).is_dir()) == []


def test_top_level_is_as_designed() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        [git, "-c", f"safe.directory={ROOT}", "ls-files"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert {line.partition("/")[0] for line in listed.stdout.splitlines()} - TOP_LEVEL == set()


def test_no_absolute_path_of_a_machine_in_the_files() -> None:
    needles = [f"/{word}/" for word in ("home", "root", "work", "Users")]
    files = [*python_files(), *ROOT.glob("*.md"), ROOT / "pyproject.toml", ROOT / "constraints.txt"]
    found = [
        (path.name, word) for path in files for word in needles if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
