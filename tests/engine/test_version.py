from __future__ import annotations

import tomllib
from pathlib import Path

from engine.version import program_version

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def test_the_version_is_the_project_s() -> None:
    assert program_version() == tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
