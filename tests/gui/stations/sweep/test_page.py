"""The Sweep station: set up, steered, looked at, taken over; with a crew that trains nothing."""

from __future__ import annotations

import csv
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from engine.config import load_preset
from engine.errors import TrainingError
from engine.sweep.library import SweepLibrary
from engine.sweep.sweep import Sweep
from engine.sweep.trial import TrialState
from gui.stations.station import OverlayRuns, ShowRun
from gui.stations.sweep import registry, runner
from gui.stations.sweep.runner import Doing
from gui.stations.sweep.station import SweepStation
from gui.stations.sweep.view import View
from gui.tasks.repaint_budget import RepaintBudget
from tests.gui.stations.shown import shown
from tests.gui.stations.sweep.conftest import BATCH, RATE, TRIALS, plan_of, trial

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from engine.sweep.crew import CrewControl
    from engine.sweep.trial import Trial
    from gui.stations.sweep.scene import Scene
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page


class StillCrew:
    """Waits until it is asked to end, and keeps what it was asked."""

    crews: list[StillCrew] = []

    def __init__(self, sweep: Sweep, workers: int) -> None:
        self.sweep, self.workers = sweep, workers
        self.control: CrewControl | None = None
        self.ended = threading.Event()
        StillCrew.crews.append(self)

    def run(self, control: CrewControl, changed: Callable[[], None]) -> None:
        self.control = control
        changed()
        while not control.ended:
            self.ended.wait(0.01)
        self.ended.set()


@pytest.fixture
def crews(monkeypatch: pytest.MonkeyPatch) -> list[StillCrew]:
    """Crews that were begun."""
    StillCrew.crews = []
    monkeypatch.setattr(runner, "Crew", StillCrew)
    return StillCrew.crews


def settle(qtbot: QtBot, station: SweepStation) -> None:
    qtbot.waitUntil(lambda: not station.page.catalogue.busy, timeout=20_000)


def press(station: SweepStation, name: str) -> None:
    button = station.page.findChild(QPushButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    button.click()


def label(station: SweepStation, name: str) -> str:
    return station.page.findChild(QLabel, name).text()


def start(qtbot: QtBot, station: SweepStation, crews: list[StillCrew]) -> StillCrew:
    press(station, "suggestSweep")
    press(station, "startSweep")
    qtbot.waitUntil(lambda: bool(crews) and crews[-1].control is not None, timeout=20_000)
    settle(qtbot, station)
    return crews[-1]


def open_first(qtbot: QtBot, station: SweepStation) -> None:
    qtbot.waitUntil(lambda: station.page.catalogue.sweep is not None, timeout=20_000)
    settle(qtbot, station)


def test_at_first_one_button_fills_in_a_sweep_that_can_begin(station: SweepStation) -> None:
    page = station.page
    assert page.setup.intro.isVisible()
    assert not page.setup.start.isEnabled()
    assert "Choose at least one" in page.setup.problem.text()
    press(station, "suggestSweep")
    assert list(page.setup.rows.rows) == [RATE, BATCH]
    assert page.setup.start.isEnabled()
    assert not page.setup.intro.isVisible()


def test_what_comes_of_it_is_said_before_it_begins(station: SweepStation) -> None:
    setup = station.page.setup
    press(station, "suggestSweep")
    draft = station.page.draft
    assert setup.problem.text().startswith("Networks to train: 20. Each is kept in Runs; ")
    assert setup.problem.property("role") == "muted"
    draft.edit("minutes", 3.0)
    draft.edit("trials", 0)
    assert setup.problem.text().startswith("It trains networks until the minutes are over. ")
    draft.set_range(RATE, "no number")
    assert "kept in Runs" not in setup.problem.text()


def test_the_goals_are_called_by_what_the_data_ask_for(
    station: SweepStation, bench: Workbench, qtbot: QtBot
) -> None:
    setup = station.page.setup
    assert setup.goal.itemText(0) == "Validation accuracy"
    small = {"data.dataset": "slope"}
    bench.editor.replace(bench.experiment.with_(**small), lambda: "")
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.goal == "number", timeout=20_000)
    assert setup.goal.itemText(0) == "R² of validation"
    assert setup.notes["goal"].text() == "The highest figure on the validation examples wins: R²."
    press(station, "suggestSweep")
    assert setup.plan().asks == "number"


def test_the_button_that_begins_is_in_sight_in_a_low_window(station: SweepStation, qtbot: QtBot) -> None:
    page = station.page
    press(station, "suggestSweep")
    page.window().resize(620, page.minimumSizeHint().height())
    area = page.findChild(QScrollArea, "sweepSetupScroll")
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)  # the cards have no room
    start = page.setup.start
    assert start.visibleRegion().boundingRect() == start.rect()


def test_what_comes_while_a_costly_picture_rests_is_shown_after_that(
    tried: Sweep, station: SweepStation, qtbot: QtBot
) -> None:
    open_first(qtbot, station)
    page = station.page
    page.show_view("table")
    rows = page.deck.view.trials.model_of_trials
    page._budget = RepaintBudget(longest=0.3)
    now = time.perf_counter()
    page._budget.spent(now, now + 10)  # it took ten seconds
    before, page.catalogue.trials = len(rows.rows), (*page.catalogue.trials, trial(6, 0.003, 32, 0.99))
    page.catalogue.trials_changed.emit()
    shown_at: list[float] = []
    rows.rowsInserted.connect(lambda: shown_at.append(time.perf_counter()))
    qtbot.waitUntil(lambda: len(rows.rows) == before + 1)
    assert shown_at[0] >= now + 0.3


def test_what_is_typed_is_checked_at_its_field(station: SweepStation, qtbot: QtBot) -> None:
    press(station, "suggestSweep")
    page = station.page
    field = page.findChild(QLineEdit, "rangeBatchSize")
    field.selectAll()
    qtbot.keyClicks(field, "32,x")
    row = page.setup.rows.rows[BATCH]
    assert row.note.property("role") == "problem"
    assert not page.setup.start.isEnabled()
    station.workbench.undo_stack.undo()
    assert row.note.property("role") == "muted"
    assert page.setup.start.isEnabled()


def test_a_setting_is_found_by_typing_a_part_of_its_name(station: SweepStation, qtbot: QtBot) -> None:
    picker = station.page.setup.picker
    edit = picker.lineEdit()
    edit.setText("batch siz")  # no list comes up here: the platform of tests has no such windows
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert list(station.page.setup.rows.rows) == [BATCH]
    assert picker.currentText() == ""


def test_the_sweep_begins_with_the_settings_of_the_form(
    station: SweepStation, crews: list[StillCrew], qtbot: QtBot
) -> None:
    station.workbench.editor.edit("training.epochs", 2)
    crew = start(qtbot, station, crews)
    assert crew.sweep.plan.experiment.training.epochs == 2
    assert crew.sweep.name == "Learning rate × Batch size"
    assert crew.workers == station.page.draft.draft.workers
    assert station.page.runner.doing is Doing.RUNNING
    station.workbench.editor.edit("training.epochs", 3)
    station.workbench.undo_stack.undo()
    assert station.workbench.experiment.training.epochs == 2


def test_it_is_held_gone_on_with_and_ended(
    station: SweepStation, crews: list[StillCrew], qtbot: QtBot
) -> None:
    crew = start(qtbot, station, crews)
    press(station, "pauseSweep")
    assert crew.control.paused
    assert "Paused" in label(station, "sweepStatus")
    press(station, "goSweep")
    assert not crew.control.paused
    press(station, "stopSweep")
    qtbot.waitUntil(lambda: not station.page.runner.busy, timeout=20_000)
    assert crew.ended.is_set()
    press(station, "goSweep")  # it can be gone on with at any time
    qtbot.waitUntil(lambda: len(crews) == 2, timeout=20_000)


def test_the_end_of_the_window_ends_the_crew(
    station: SweepStation, crews: list[StillCrew], qtbot: QtBot
) -> None:
    crew = start(qtbot, station, crews)
    press(station, "pauseSweep")
    station.shutdown()
    assert crew.ended.is_set()
    assert crew.control.ended
    assert crew.control.left  # the window waits for nobody


def test_one_that_waits_is_shown_when_one_comes_back(
    tried: Sweep, station: SweepStation, crews: list[StillCrew], qtbot: QtBot
) -> None:
    open_first(qtbot, station)
    told = label(station, "sweepStatus")
    assert "Trials that have ended: 5 of 10." in told
    assert "Best so far: trial 2, validation accuracy 97.00" in told
    press(station, "goSweep")
    qtbot.waitUntil(lambda: bool(crews), timeout=20_000)
    assert crews[0].sweep.id == tried.id


@pytest.mark.usefixtures("sweep")
def test_where_all_trials_fail_it_is_said_that_they_ended(
    station: SweepStation, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = tuple(trial(number, 0.1, 32, None, TrialState.FAILED) for number in range(3))
    trials: list[tuple[Trial, ...]] = [()]
    monkeypatch.setattr(Sweep, "trials", lambda _sweep: trials[0])
    open_first(qtbot, station)
    assert station.page._waiting.text() == "No trial of this sweep has come to its end yet."
    trials[0] = failed
    station.page.catalogue.look()
    qtbot.waitUntil(lambda: "without a figure: 3." in station.page._waiting.text(), timeout=20_000)
    station.page.show_view("table")
    assert station.page.deck.view.trials.isVisible()


def test_a_trial_chosen_in_one_view_is_chosen_in_all(
    tried: Sweep, station: SweepStation, qtbot: QtBot
) -> None:
    open_first(qtbot, station)
    page = station.page
    page.show_view("table")
    page.deck.view.trials.selectRow(2)
    assert page.chosen == (2,)
    assert label(station, "trialTitle").startswith("Trial 3: 95.00")
    for name in page.deck.views:
        page.show_view(name)
        assert page.chosen == (2,)
        assert page.deck.view.isVisible()


def test_the_settings_of_a_trial_come_into_the_form_and_go_again(
    tried: Sweep, station: SweepStation, bench: Workbench, qtbot: QtBot
) -> None:
    open_first(qtbot, station)
    before = bench.experiment
    press(station, "bestTrial")
    with qtbot.waitSignal(station.station_wanted) as caught:
        press(station, "trialSettings")
    assert caught.args == ["train"]
    assert (bench.experiment.training.learning_rate, bench.experiment.training.batch_size) == (0.01, 32)
    assert bench.editor.changed_from == ""  # the sweep began with settings of no preset
    bench.undo_stack.undo()
    assert bench.experiment == before


@pytest.fixture
def of_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sweep on disk with trials, which began with the settings of a preset."""
    SweepLibrary().create(plan_of(experiment=load_preset("wide")), "of wide")
    monkeypatch.setattr(Sweep, "trials", lambda _sweep: TRIALS)


def test_the_settings_of_a_trial_name_the_preset_that_the_sweep_began_with(
    of_wide: None, station: SweepStation, bench: Workbench, qtbot: QtBot
) -> None:
    open_first(qtbot, station)
    press(station, "bestTrial")
    press(station, "trialSettings")
    assert bench.editor.changed_from == "wide"


def test_one_run_is_shown_and_several_are_laid_over_each_other(
    tried: Sweep, station: SweepStation, qtbot: QtBot
) -> None:
    open_first(qtbot, station)
    asked: list[object] = []
    station.requested.connect(asked.append)
    station.page.choose((1,))
    press(station, "trialRuns")
    station.page.choose((1, 2))
    press(station, "trialRuns")
    assert asked == [ShowRun("run-1"), OverlayRuns(("run-1", "run-2"))]


def test_each_view_is_saved_as_picture_and_numbers(
    tried: Sweep, station: SweepStation, qtbot: QtBot, tmp_path: Path
) -> None:
    open_first(qtbot, station)
    page = station.page
    for name in page.deck.views:
        page.show_view(name)
        page.deck.save_button.save_menu.save_png(str(tmp_path / f"{name}.png"))
        page.deck.save_button.save_menu.save_csv(str(tmp_path / f"{name}.csv"))
        assert (tmp_path / f"{name}.png").stat().st_size > 1000
    rows = list(csv.DictReader((tmp_path / "table.csv").read_text("utf-8").splitlines()))
    assert [row["number"] for row in rows] == ["0", "1", "2", "3", "4", "5"]
    assert rows[1][RATE] == "0.01"


def test_another_is_set_up_from_what_this_one_was_made_from(
    tried: Sweep, station: SweepStation, qtbot: QtBot
) -> None:
    open_first(qtbot, station)
    station.page.head.again.trigger()
    assert dict(station.page.draft.draft.ranges) == {each.path: each.text for each in tried.plan.ranges}
    assert station.page.setup.isVisible()


def test_it_is_renamed_and_deleted_and_both_are_taken_back(
    tried: Sweep, station: SweepStation, bench: Workbench, qtbot: QtBot
) -> None:
    open_first(qtbot, station)
    page = station.page

    def names() -> list[str]:
        return [item.name for item in SweepLibrary().sweeps()]

    page.head.rename.trigger()
    dialog = station.window.findChild(QInputDialog, "renameSweep")
    dialog.setTextValue("Mine")
    dialog.accept()
    qtbot.waitUntil(lambda: names() == ["Mine"], timeout=20_000)
    settle(qtbot, station)
    bench.undo_stack.undo()
    qtbot.waitUntil(lambda: names() == ["Learning rate × Batch size"], timeout=20_000)
    settle(qtbot, station)
    page.head.delete.trigger()
    qtbot.waitUntil(lambda: names() == [], timeout=20_000)
    qtbot.waitUntil(lambda: page.catalogue.sweep is None, timeout=20_000)
    settle(qtbot, station)
    bench.undo_stack.undo()
    qtbot.waitUntil(lambda: names() == ["Learning rate × Batch size"], timeout=20_000)
    settle(qtbot, station)


def test_a_crew_that_cannot_work_says_why(
    station: SweepStation, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoCrew(StillCrew):
        def run(self, control: CrewControl, changed: Callable[[], None]) -> None:
            raise TrainingError("The workers end again and again.")

    monkeypatch.setattr(runner, "Crew", NoCrew)
    press(station, "suggestSweep")
    with qtbot.waitSignal(station.failed, timeout=20_000) as caught:
        press(station, "startSweep")
    assert "again and again" in str(caught.args[0])
    settle(qtbot, station)
    assert station.page.runner.doing is Doing.NOTHING


def test_what_is_left_is_said_by_the_pace_alone() -> None:
    made = runner.SweepRunner()
    assert made.remaining(5, 10) is None  # nothing runs
    made.doing, made._since = Doing.RUNNING, 0.0
    made._worked = 0.0
    assert made.remaining(5, 10) is None  # nothing has ended since
    left = made.remaining(8, 10)
    assert left == pytest.approx((runner.time.monotonic() - 0.0) / 3 * 2, rel=0.01)
    assert made.remaining(8, 0) is None
    made.shutdown()


class ProbeView(View):
    """Keeps what it was handed."""

    name = "probe"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scenes: list[Scene] = []

    def title(self) -> str:
        return "Probe"

    def help_text(self) -> str:
        return "What is at hand"

    def set_scene(self, scene: Scene) -> None:
        self.scenes.append(scene)

    def table(self) -> tuple[list[str], list[list[int]]]:
        return ["trials"], [[len(self.scenes[-1].trials)]]


def test_a_view_more_is_offered_shown_and_saved(
    tried: Sweep, qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(registry, "VIEWS", [*registry.VIEWS, ProbeView])  # the line
    with shown(SweepStation, bench) as station:
        open_first(qtbot, station)
        page = station.page
        button = page.findChild(QWidget, "sweepViews").button("probe")
        assert (button.text(), button.toolTip()) == ("Probe", "What is at hand")
        button.click()
        assert page.deck.view.scenes[-1].best.number == 1
        page.deck.save_button.save_menu.save_csv(str(tmp_path / "probe.csv"))
        assert (tmp_path / "probe.csv").read_text("utf-8").split() == ["trials", "6"]
