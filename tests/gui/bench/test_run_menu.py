"""The menu of kept runs: the newest by name, all in a dialog, and weights that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.bench.run_menu import MOST_RUNS, RunMenu
from gui.bench.run_picker import RunPicker
from tests.gui.run_folders import settle, write_run

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.bench.run_catalogue import RunCatalogue


def menu_of(qtbot: QtBot, catalogue: RunCatalogue) -> tuple[RunMenu, list[tuple[str, str]]]:
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = RunMenu(catalogue, "Compare with a run", "Compare", owner)
    told: list[tuple[str, str]] = []
    menu.run_chosen.connect(lambda run, which: told.append((run.id, which)))
    return menu, told


def test_the_newest_are_offered_by_name_and_all_in_a_dialog(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    menu, told = menu_of(qtbot, catalogue)
    menu.fill()
    menu.fill()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert [text.partition(" ")[0] for text in words] == ["article-3", "article-2", "article-1", "Choose"]
    menu.actions()[-1].trigger()
    (picker,) = menu.parentWidget().findChildren(RunPicker)
    assert picker.windowTitle() == "Compare with a run"
    picker.accept()
    assert [name for name, _ in told] == ["article-3"]


def test_no_more_than_a_few_stand_in_it(qtbot: QtBot, folder: Path, catalogue: RunCatalogue) -> None:
    for number in range(4, 14):
        write_run(folder / f"article-{number}", day=number)
    catalogue.refresh()
    settle(qtbot, catalogue)
    menu, _ = menu_of(qtbot, catalogue)
    menu.fill()
    assert len(menu.actions()) == MOST_RUNS + 2
    assert len(menu.runs) == 13


def test_the_best_weights_are_taken_where_they_are_kept(
    qtbot: QtBot, folder: Path, catalogue: RunCatalogue
) -> None:
    catalogue.model_path("article-3", "best").unlink()
    menu, told = menu_of(qtbot, catalogue)
    menu.fill()
    menu.actions()[1].trigger()
    menu.actions()[0].trigger()
    assert told == [("article-2", "best"), ("article-3", "last")]


def test_without_runs_nothing_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    from engine.storage.runs.library import RunLibrary
    from gui.bench.run_catalogue import RunCatalogue

    empty = RunCatalogue(RunLibrary(tmp_path / "none"))
    menu, _ = menu_of(qtbot, empty)
    menu.fill()
    assert menu.isEmpty()
    empty.shutdown()
