from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.storage.runs.library import RunLibrary
from tests.engine.storage.runs.written import write_run

MakeRun = Callable[..., Path]


@pytest.fixture
def library(tmp_path: Path) -> RunLibrary:
    return RunLibrary(tmp_path / "runs")


@pytest.fixture
def make_run(library: RunLibrary) -> MakeRun:
    """Return a function that makes a run of the library; see ``write_run``."""

    def make(run_id: str = "article-1", **options: Any) -> Path:
        return write_run(library.folder / run_id, **options)

    return make
