"""The catalogue of runs over real folders: reading, keeping notes, holding the limit, and telling of it."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from engine.storage.runs import library
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.status import RunStatus
from engine.training.history import History
from gui.bench import run_catalogue
from gui.bench.run_catalogue import RunCatalogue
from tests.gui.run_folders import Heard, names, settle, write_run

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench


def test_the_runs_are_read_in_the_background(qtbot: QtBot, folder: Path) -> None:
    (folder / "broken").mkdir()
    (folder / "broken" / "run.json").write_text("{", encoding="utf-8")
    catalogue = RunCatalogue(RunLibrary(folder))
    heard = Heard(catalogue)
    assert not catalogue.is_read
    catalogue.refresh()
    assert names(catalogue) == []
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert [name for name, _why in catalogue.unreadable] == ["broken"]
    assert catalogue.use is not None
    assert catalogue.use > 3 * 4000
    assert heard.changes == 1
    catalogue.shutdown()


def test_what_works_on_the_disk_is_made_beside_the_window(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []

    class Noted(RunLibrary):
        def __init__(self, folder: Path) -> None:
            made.append(threading.current_thread() is threading.main_thread())
            super().__init__(folder)

    monkeypatch.setattr(run_catalogue, "runs_folder", lambda: folder)
    monkeypatch.setattr(library, "RunLibrary", Noted)
    catalogue = RunCatalogue()
    catalogue.refresh()
    catalogue.load_notes("article-1")
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert made == [False]
    catalogue.shutdown()


def test_nothing_is_told_where_nothing_has_changed(
    qtbot: QtBot, catalogue: RunCatalogue, folder: Path
) -> None:
    heard = Heard(catalogue)
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert heard.changes == 0
    write_run(folder / "article-4", day=4)
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert heard.changes == 1
    assert names(catalogue)[0] == "article-4"


def test_histories_are_kept_until_the_run_goes_on(
    qtbot: QtBot, catalogue: RunCatalogue, folder: Path
) -> None:
    loaded: list[str] = []
    catalogue.history_loaded.connect(lambda name, _history: loaded.append(name))
    assert catalogue.load_history("article-1") is None
    settle(qtbot, catalogue)
    history = catalogue.load_history("article-1")
    assert history is not None
    assert history.epochs.tolist() == [1, 2, 3]
    settle(qtbot, catalogue)
    assert loaded == ["article-1"]
    line = (folder / "article-1" / "history.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    later = {**json.loads(line), "epoch": 4, "step": 16}
    with (folder / "article-1" / "history.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(later) + "\n")
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert catalogue.load_history("article-1") is history, "the old one is shown until the new one is read"
    settle(qtbot, catalogue)
    history = catalogue.load_history("article-1")
    assert history is not None
    assert history.epochs.tolist() == [1, 2, 3, 4]


def test_what_is_at_hand_is_not_read(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    loaded: list[str] = []
    catalogue.history_loaded.connect(lambda name, _history: loaded.append(name))
    at_hand = History()
    asked: list[tuple[str, int]] = []

    def of(name: str, epochs: int) -> History | None:
        asked.append((name, epochs))
        return at_hand if name == "article-1" else None

    catalogue.history_at_hand = of
    assert catalogue.load_history("article-1") is at_hand
    assert catalogue.load_history("article-2") is None
    assert asked == [(each.id, each.epoch) for each in reversed(catalogue.summaries[1:])]
    settle(qtbot, catalogue)
    assert loaded == ["article-2"]


def test_what_came_to_hand_while_it_was_read_is_not_shown_as_it_was(
    qtbot: QtBot, catalogue: RunCatalogue
) -> None:
    loaded: list[str] = []
    catalogue.history_loaded.connect(lambda name, _history: loaded.append(name))
    assert catalogue.load_history("article-1") is None, "it is asked for"
    at_hand = History()
    catalogue.history_at_hand = lambda _name, _epochs: at_hand
    settle(qtbot, catalogue)
    assert loaded == []
    assert catalogue.load_history("article-1") is at_hand


def test_a_run_that_another_window_went_on_with_is_not_at_hand(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()
    run = bench.current_run.run
    assert run is not None
    of, done = bench.catalogue.history_at_hand, len(bench.history.epochs)
    assert done == bench.experiment.training.epochs
    assert of(run.id, done) is bench.history
    assert of(run.id, done + 1) is None
    assert of("another", done) is None


def test_notes_are_kept_even_at_the_end(qtbot: QtBot, catalogue: RunCatalogue, folder: Path) -> None:
    texts: list[tuple[str, str]] = []
    catalogue.notes_loaded.connect(lambda name, text: texts.append((name, text)))
    catalogue.set_notes("article-1", "Too slow.", "")
    catalogue.load_notes("article-1")
    settle(qtbot, catalogue)
    assert texts == [("article-1", "Too slow.")]
    catalogue.refresh()
    (folder / "article-1" / "notes.md").write_text("Too slow.\nAnother window.", encoding="utf-8")
    catalogue.set_notes("article-1", "Fast enough.", "Too slow.")
    settle(qtbot, catalogue)
    assert texts[1:] == [("article-1", "Fast enough.\nAnother window.")]
    catalogue.set_notes("article-1", "Fast enough after all.", texts[-1][1])
    catalogue.shutdown()
    assert (folder / "article-1" / "notes.md").read_text(encoding="utf-8") == "Fast enough after all."


def test_old_snapshots_go_where_the_runs_take_too_much(
    qtbot: QtBot, catalogue: RunCatalogue, folder: Path
) -> None:
    before = catalogue.use
    assert before is not None
    catalogue.set_limit(before - 500)
    settle(qtbot, catalogue)
    assert catalogue.use is not None
    assert catalogue.use < before
    assert not (folder / "article-1" / "snapshots" / "step-00000008.safetensors").exists()
    assert (folder / "article-3" / "snapshots" / "step-00000008.safetensors").exists()
    catalogue.set_limit(1)  # more than can be spared: it is tried once, not for ever
    settle(qtbot, catalogue)
    assert (folder / "article-1" / "best.safetensors").exists()
    assert len(catalogue.summaries) == 3


def test_the_room_is_counted_again_as_soon_as_a_run_has_ended(qtbot: QtBot, folder: Path) -> None:
    running = write_run(folder / "article-4", day=4, reason=None, epochs=2, planned=5)
    header = json.loads((running / "run.json").read_text(encoding="utf-8"))
    catalogue = RunCatalogue(RunLibrary(folder))
    with FileLock(running / "lock", thread_local=False):
        catalogue.refresh()
        settle(qtbot, catalogue)
        run = catalogue.get("article-4")
        assert run is not None
        assert run.status is RunStatus.RUNNING
        before = catalogue.use
    assert before is not None
    (running / "last.safetensors").write_bytes(bytes(50_000))
    header["progress"]["reason"] = "completed"
    (running / "run.json").write_text(json.dumps(header), encoding="utf-8")
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert catalogue.use is not None
    assert catalogue.use >= before + 50_000
    catalogue.shutdown()


def test_a_run_that_another_window_deleted_is_no_error(
    qtbot: QtBot, catalogue: RunCatalogue, folder: Path
) -> None:
    errors: list[object] = []
    catalogue.failed.connect(lambda error, _details: errors.append(error))
    RunLibrary(folder).delete("article-2")
    catalogue.load_notes("article-2")
    catalogue.load_history("article-2")
    settle(qtbot, catalogue)
    assert errors == []
    assert names(catalogue) == ["article-3", "article-1"]
