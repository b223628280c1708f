"""A file that could not be read fails again at once, and nothing of the first time is kept for it."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from engine.errors import RunError
from engine.storage.failures import Failures
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path


class Large:
    """Stands for what a reader holds while it reads."""


def fail(failures: Failures, path: Path) -> weakref.ref[Large]:
    held = Large()
    with pytest.raises(RunError), failures.reading(path):
        _refuse(held)
    return weakref.ref(held)


def _refuse(held: Large) -> None:
    try:
        raise ValueError(held)
    except ValueError as error:
        raise RunError(Phrase("“{name}” is damaged.", name="x"), remedy="Delete it.") from error


def test_what_was_read_is_not_kept_with_the_error(tmp_path: Path) -> None:
    failures, path = Failures(), tmp_path / "run.json"
    path.write_text("{")
    held = fail(failures, path)
    gc.collect()
    assert held() is None
    for _ in range(2):
        with pytest.raises(RunError, match=r"“x” is damaged\. Delete it\.") as again, failures.reading(path):
            pytest.fail("it was read again")
        assert again.value.__cause__ is None
        assert len(again.traceback) <= 3  # of this time alone


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    failures, path = Failures(), tmp_path / "run.json"
    path.write_text("{")
    fail(failures, path)
    path.write_text("{}")
    with failures.reading(path):
        pass
