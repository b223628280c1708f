from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest

from engine.errors import RunError
from engine.folders import runs_folder
from engine.storage.runs.file.lock import RunLock
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.status import RunStatus


def test_no_folder_is_no_runs(library: RunLibrary) -> None:
    assert library.summaries() == ()
    assert library.disk_use() == 0
    assert library.thin(0) == library.expire() == 0
    assert RunLibrary().folder == runs_folder()


def test_a_run_in_a_line(library: RunLibrary, make_run: Any) -> None:
    folder = make_run("article-1", epochs=3, **{"training.learning_rate": 0.25})

    (run,) = library.summaries()

    assert (run.id, run.name, run.colour, run.baseline) == ("article-1", "article-1", None, False)
    assert run.created == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (run.status, run.here, run.resumable) == (RunStatus.DONE, False, True)
    assert run.experiment.training.learning_rate == 0.25
    assert (run.preset, run.parent, run.train_count, run.parameters) == ("article", "", 512, 55_050)
    assert (run.epoch, run.epochs, run.step, run.seconds, run.best_epoch) == (3, 3, 12, 1.5, 3)
    assert (run.validation_accuracy, run.validation_loss, run.test_accuracy) == (0.9, 0.25, 0.875)
    assert run.size == sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) > 4000


def test_newest_first(library: RunLibrary, make_run: Any) -> None:
    make_run("a-1", created="2026-01-02T00:00:00+00:00")
    make_run("a-2", created="2026-01-02T01:00:00+02:00")  # an hour before the first
    make_run("a-3", created="2026-01-02T00:00:01Z")

    assert [run.id for run in library.summaries()] == ["a-3", "a-1", "a-2"]


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        ("completed", RunStatus.DONE),
        ("early_stopped", RunStatus.DONE),
        ("target_reached", RunStatus.DONE),
        ("stopped", RunStatus.STOPPED),
        ("diverged", RunStatus.DIVERGED),
        ("failed", RunStatus.FAILED),
        ("paused", RunStatus.PAUSED),
        (None, RunStatus.INTERRUPTED),
    ],
)
def test_what_became_of_a_run(
    library: RunLibrary, make_run: Any, reason: str | None, status: RunStatus
) -> None:
    folder = make_run(reason=reason)
    assert library.get("article-1").status is status

    with RunLock(folder):
        run = library.get("article-1")
    assert run.here
    assert run.status is (RunStatus.PAUSED if reason == "paused" else RunStatus.RUNNING)


def test_a_run_of_another_process_is_running_or_paused(library: RunLibrary, make_run: Any) -> None:
    folder = make_run(reason=None)
    lock = str(folder / "lock")
    code = f"from filelock import FileLock\nwith FileLock({lock!r}): print(flush=True); input()"
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        try:
            run = library.get("article-1")
            assert (run.status, run.here) == (RunStatus.RUNNING, False)
            with (folder / "history.jsonl").open("a") as history:
                history.write('{"event": "paused", "step": 12}\n')
            assert library.get("article-1").status is RunStatus.PAUSED
            with pytest.raises(RunError, match="being trained"):
                library.delete("article-1")
        finally:
            holder.communicate(b"\n", timeout=30)
    assert library.get("article-1").status is RunStatus.PAUSED
    library.delete("article-1")
    assert library.summaries() == ()


def test_only_what_changed_is_read_anew(library: RunLibrary, make_run: Any) -> None:
    for number in (1, 2, 3):
        make_run(f"a-{number}")
    before = {run.id: run for run in library.summaries()}

    RunLibrary(library.folder).rename("a-2", "other")
    (library.folder / "a-3" / "snapshots" / "new").write_bytes(bytes(77))
    after = {run.id: run for run in library.summaries()}

    assert after["a-1"] is before["a-1"]
    assert after["a-2"].name == "other"
    assert after["a-3"].size == before["a-3"].size + 77


def test_folders_that_are_no_runs_are_named_and_left_alone(library: RunLibrary, make_run: Any) -> None:
    make_run("a-1")
    (library.folder / "empty").mkdir()
    (library.folder / "begun-1").mkdir()
    (library.folder / "begun-1" / "lock").touch()
    (library.folder / "empty" / "picture.png").touch()
    broken = make_run("broken")
    (broken / "run.json").write_text("{")
    (library.folder / "file.txt").touch()
    (library.folder / ".hidden").mkdir()

    assert [run.id for run in library.summaries()] == ["a-1"]
    why = dict(library.unreadable)
    assert set(why) == {"empty", "broken"}
    assert "run.json" in str(why["empty"])
    assert "JSON" in str(why["broken"])
    with pytest.raises(RunError, match="JSON"):
        library.get("broken")
    with pytest.raises(RunError, match="JSON"):
        library.find("broken")
    library.delete("broken", "empty")
    assert (library.summaries(), library.unreadable) == ((library.get("a-1"),), ())


def test_a_run_is_found_by_name_then_by_id(library: RunLibrary, make_run: Any) -> None:
    make_run("a-1")
    make_run("a-2")
    library.rename("a-1", "Größe 5")

    assert library.find("Größe 5").id == "a-1"
    assert library.find("a-1").id == "a-1"
    with pytest.raises(RunError, match="no run “x”"):
        library.find("x")
    for run_id in ("a-1", "a-2"):  # as two windows at the same moment, or a copied folder
        (library.folder / run_id / "label.json").write_text('{"name": "twin"}')
    with pytest.raises(RunError, match="2 runs called “twin”"):
        library.find("twin")


@pytest.mark.parametrize(
    "run_id", ["", ".", "..", ".bin", "a/b", "../runs/article-1", "/", "nothing", "x\0y"]
)
def test_ids_that_are_none(library: RunLibrary, make_run: Any, run_id: str) -> None:
    make_run()
    library.delete(*[run.id for run in [library.get("article-1")]])
    for ask in (library.get, library.notes, library.delete):
        with pytest.raises(RunError, match="no run"):
            ask(run_id)
