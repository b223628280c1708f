"""The package holds the words: compiled for the window, and as they are written for the command line."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_window_and_command_line_find_their_words_in_the_built_package(tmp_path: Path) -> None:
    source, built = tmp_path / "source", tmp_path / "built"
    source.mkdir()
    shutil.copy(ROOT / "pyproject.toml", source)
    shutil.copytree(
        ROOT / "resources", source / "resources", ignore=shutil.ignore_patterns("*.qm", "__pycache__")
    )
    for name in ("main.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    build = "from setuptools import setup; setup()"
    command = [sys.executable, "-c", build, "-q", "build_py", "--build-lib", str(built)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    words = {path.name for path in (built / "resources" / "translations").iterdir()}
    assert {"netsketch_en.ts", "netsketch_zh_Hans.ts", "netsketch_zh_Hans.qm"} <= words
