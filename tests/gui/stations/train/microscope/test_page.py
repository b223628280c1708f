"""The microscope in the real window: opened, stepped, scrubbed, and its numbers those of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from shiboken6 import isValid

from engine.training.microscope.update import update_lines
from gui.stations.train.microscope.page import Microscope
from gui.stations.train.microscope.paper import paper
from gui.stations.train.microscope.phases import Phase, Stage
from gui.stations.train.microscope.scene import Names
from gui.stations.train.microscope.words import FEW_DIGITS, number
from gui.workbench import RunState
from tests.gui.look.walk import painted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.stations.train.page import TrainPage
    from gui.stations.train.station import TrainStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow


@pytest.fixture
def microscope(qtbot: QtBot, bench: Workbench) -> Iterator[Microscope]:
    """The microscope alone, with the first step of a small run."""
    shown = Microscope(bench)
    shown.resize(900, 560)
    shown.show()
    bench.step_batch()
    qtbot.waitUntil(lambda: shown.scene is not None and bench.state is RunState.PAUSED, timeout=30_000)
    shown.transport.pause()
    yield shown
    shown.close()
    if isValid(shown):
        shown.deleteLater()


def go(microscope: Microscope, stage: Stage) -> None:
    """Go to the end of the first phase of a kind."""
    scene = microscope.scene
    assert scene is not None
    microscope.transport.go(next(n for n, phase in enumerate(scene.phases) if phase.stage is stage))


def press(qtbot: QtBot, microscope: Microscope, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(microscope.picture, key, modifier)


def test_the_menu_lays_it_over_the_page_and_takes_it_away(qtbot: QtBot, window: MainWindow) -> None:
    station: TrainStation = window.station("train")
    page: TrainPage = station.page
    assert page.under.microscope is None  # nothing is made at the start
    window.show_station("evaluate")
    action = station._microscope
    assert action is not None
    action.trigger()
    microscope = page.under.microscope
    assert isinstance(microscope, Microscope)
    assert microscope.isVisible()
    assert action.isChecked()
    assert not page.curves.isVisible()
    assert window.workbench.state is RunState.IDLE  # looking alone takes no step
    qtbot.keyClick(microscope, Qt.Key.Key_Escape)
    microscope.close_wanted.emit()
    assert not page.under.is_open
    assert not action.isChecked()
    assert page.curves.isVisible()


def test_one_batch_under_the_microscope_is_the_run_s_own_step(qtbot: QtBot, window: MainWindow) -> None:
    station: TrainStation = window.station("train")
    bench = window.workbench
    station.step_under_microscope()
    microscope = station.page.under.microscope
    assert microscope is not None
    qtbot.waitUntil(lambda: microscope.scene is not None and bench.state is RunState.PAUSED, timeout=30_000)
    assert microscope.transport.is_playing  # it plays by itself
    microscope.transport.pause()
    scene = microscope.scene
    assert scene is not None
    assert scene.trace.place.step == 1
    assert bench.history.steps.max() == 1
    assert bench.model is not None
    assert bench.model.step == 1
    state = bench.model.recognizer.state
    np.testing.assert_array_equal(scene.layers[-1].weights.after, state["output.weight"].numpy())
    button = microscope.findChild(QPushButton, "nextStepButton")
    assert button is not None
    button.click()
    qtbot.waitUntil(
        lambda: microscope.scene.trace.place.step == 2 and bench.state is RunState.PAUSED, timeout=30_000
    )
    again = microscope.scene
    np.testing.assert_array_equal(again.layers[0].weights.before, scene.layers[0].weights.after)


def test_a_step_after_the_end_says_that_it_begins_anew(qtbot: QtBot, window: MainWindow) -> None:
    station: TrainStation = window.station("train")
    bench = window.workbench
    warned: list[str] = []
    bench.warned.connect(lambda sentence: warned.append(str(sentence)))
    station.page.show_microscope(shown=True)
    microscope = station.page.under.microscope
    assert microscope is not None
    button = microscope.findChild(QPushButton, "nextStepButton")
    batch = window.findChild(QToolButton, "stepBatchButton")
    assert button.text() == "First step"
    assert "new random weights" in button.toolTip()
    button.click()
    qtbot.waitUntil(lambda: bench.state is RunState.PAUSED, timeout=30_000)
    assert warned == []  # nothing was replaced
    assert button.text() == "Next step"
    assert "random" not in button.toolTip() + batch.toolTip() + batch.accessibleName()
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.stop()
    assert button.text() == "First step"
    assert "new random weights" in batch.toolTip()
    assert "new random weights" in batch.accessibleName()
    button.click()
    qtbot.waitUntil(lambda: bench.state is RunState.PAUSED, timeout=30_000)
    assert len(warned) == 1
    assert "a new one has begun" in warned[0]
    assert "kept under “Runs”" in warned[0]
    assert window.notices.notice is not None
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()  # as ever: Train says at its button that it begins anew
    assert len(warned) == 1


def test_out_of_sight_steps_are_told_as_before(
    qtbot: QtBot, bench: Workbench, microscope: Microscope
) -> None:
    scene = microscope.scene
    microscope.hide()
    bench.step_batch()
    qtbot.waitUntil(lambda: bench.history.steps.max() == 2 and bench.state is RunState.PAUSED, timeout=30_000)
    assert microscope.scene is scene
    assert not bench.trainer._control.traces_steps


def test_keys_go_from_phase_to_phase_and_from_unit_to_unit(qtbot: QtBot, microscope: Microscope) -> None:
    seen = []
    while microscope.transport.position < microscope.transport._last:
        press(qtbot, microscope, Qt.Key.Key_Right)
        seen.append(microscope.scene.phase.stage)
    assert seen == [
        Stage.FORWARD, Stage.FORWARD, Stage.LOSS, Stage.BACKWARD, Stage.BACKWARD,
        Stage.GRADIENT, Stage.UPDATE, Stage.AFTER,
    ]  # fmt: skip
    press(qtbot, microscope, Qt.Key.Key_Left)
    assert microscope.scene.phase.stage is Stage.UPDATE
    unit, source = microscope.scene.unit, microscope.scene.source
    press(qtbot, microscope, Qt.Key.Key_Down)
    assert microscope.scene.unit == (unit + 1) % 16
    press(qtbot, microscope, Qt.Key.Key_Up)
    press(qtbot, microscope, Qt.Key.Key_Down, shift=True)
    assert (microscope.scene.unit, microscope.scene.source) == (unit, (source + 1) % 784)
    press(qtbot, microscope, Qt.Key.Key_PageDown)
    assert microscope.scene.column == 2
    press(qtbot, microscope, Qt.Key.Key_PageDown)
    assert microscope.scene.column == 2


def test_the_slider_scrubs_within_a_phase(microscope: Microscope) -> None:
    slider = microscope.transport.slider
    slider.setValue(round(1.5 * slider.maximum() / microscope.transport._last))
    scene = microscope.scene
    assert scene.phase.stage is Stage.FORWARD
    assert scene.instant.share == pytest.approx(0.5, abs=0.03)
    microscope.transport.step(1)
    assert microscope.scene.instant.share == 1
    assert microscope.transport.position == 2


def test_it_plays_to_the_end_and_stands(qtbot: QtBot, microscope: Microscope) -> None:
    microscope.transport.go(microscope.transport._last - 0.05)
    microscope.transport.toggle()
    qtbot.waitUntil(lambda: not microscope.transport.is_playing)
    assert microscope.scene.phase.stage is Stage.AFTER


def test_a_click_chooses_a_unit_or_a_weight(qtbot: QtBot, microscope: Microscope) -> None:
    picture = microscope.picture
    before, after = picture.columns()[:2]
    place = QPoint(round(after.x), round(after.ys[-1]))
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert (microscope.scene.column, microscope.scene.unit) == (1, after.units[-1])
    half = picture._sizes(microscope.scene).unit[0] / 2
    x, y = before.x + half + 3, before.ys[0]
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert microscope.scene.source == before.units[0]


def test_every_phase_is_written_with_the_numbers_of_the_step(microscope: Microscope) -> None:
    scene = microscope.scene
    judgement = scene.trace.judgement
    go(microscope, Stage.LOSS)
    text = paper(microscope.scene)
    assert number(judgement.loss) in text
    assert number(float(judgement.losses[scene.example])) in text
    go(microscope, Stage.BACKWARD)
    scene = microscope.scene
    assert number(float(scene.layers[-1].deltas[scene.example, scene.path[-1]])) in paper(scene)
    go(microscope, Stage.GRADIENT)
    scene = microscope.scene
    place = scene.unit, scene.source
    assert number(float(scene.layer.weights.gradient[place])) in paper(scene)
    go(microscope, Stage.UPDATE)
    text = paper(microscope.scene)
    for line in update_lines(scene.trace.rule, scene.layer.weights, place):
        assert number(line.value, 5) in text
    go(microscope, Stage.AFTER)
    text = paper(microscope.scene)
    assert number(judgement.loss_after, 5) in text


def test_the_picture_writes_what_units_give_and_what_lines_weigh(microscope: Microscope) -> None:
    def few(value: float) -> str:
        return number(float(value), FEW_DIGITS)

    scene = microscope.scene
    delta = few(scene.deltas(1)[scene.path[1]])
    assert delta not in painted(microscope.picture)
    go(microscope, Stage.FORWARD)
    words, scene = painted(microscope.picture), microscope.scene
    assert few(scene.values(1)[scene.unit]) in words
    assert f"w {few(scene.layer.weights.before[scene.unit, scene.source])}" in words
    microscope.transport.go(float(scene.phases.index(Phase(Stage.BACKWARD, 1))))
    words, scene = painted(microscope.picture), microscope.scene
    assert delta in words
    beside = microscope.picture.columns()[2].units
    weights = scene.layers[1].weights.before[:, scene.unit]
    assert sum(few(weights[unit]) in words for unit in beside) >= len(beside) // 2
    go(microscope, Stage.GRADIENT)
    scene = microscope.scene
    assert few(scene.layer.weights.gradient[scene.unit, scene.source]) in painted(microscope.picture)


def test_the_truth_is_marked_in_a_word_and_not_as_right(microscope: Microscope) -> None:
    go(microscope, Stage.LOSS)
    words = painted(microscope.picture)
    assert words.count("truth") == 1
    assert "✓" not in "".join(words)


def test_what_is_not_shown_is_said(qtbot: QtBot, bench: Workbench) -> None:
    """Layers that are not dense, and the weights of batch normalisation."""
    bench.editor.edit("network.hidden", "conv2,6")
    bench.editor.edit("network.batch_norm", True)
    shown = Microscope(bench)
    qtbot.addWidget(shown)
    shown.show()
    bench.step_batch()
    qtbot.waitUntil(lambda: shown.scene is not None and bench.state is RunState.PAUSED, timeout=30_000)
    go(shown, Stage.UPDATE)
    assert "a scale and a shift for each unit" in paper(shown.scene)
    assert "only dense layers are shown" in paper(shown.scene)
    shown.close()


def test_names_are_written_letter_by_letter(microscope: Microscope) -> None:
    evil = "<b>7&lt;&up<img src=a>"
    microscope.set_trace(microscope.scene.trace, Names((evil,) * 10, (), (1, 28, 28)))
    for position in range(microscope.transport._last + 1):
        microscope.transport.go(float(position))
        assert "<img" not in paper(microscope.scene)
    go(microscope, Stage.LOSS)
    assert "&lt;b&gt;7&amp;lt;&amp;up&lt;img src=a&gt;" in paper(microscope.scene)


def test_another_example_of_the_batch_is_followed(microscope: Microscope) -> None:
    microscope._example.setValue(3)
    assert microscope.scene.example == 2
    microscope._example.setValue(32)
    microscope._example.stepUp()
    assert microscope.scene.example == 0


def test_a_run_that_begins_anew_clears_it(qtbot: QtBot, bench: Workbench, microscope: Microscope) -> None:
    bench.stop()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=30_000)
    bench.run_started.emit()
    assert microscope.scene is None
    assert not microscope.picture.isVisible()
    assert microscope._next.isVisible()


def test_it_says_what_is_chosen_to_who_does_not_see_it(microscope: Microscope) -> None:
    go(microscope, Stage.FORWARD)
    assert "a =" in microscope.picture.accessibleDescription()
    assert microscope.picture.accessibleName()
    assert microscope.transport.slider.accessibleName()


def test_in_a_narrow_place_the_arithmetic_stands_below(qtbot: QtBot, microscope: Microscope) -> None:
    microscope.resize(460, 420)
    qtbot.waitUntil(lambda: microscope._splitter.orientation() is Qt.Orientation.Vertical)
    assert microscope.width() == 460
    assert microscope.height() == 420
    microscope.resize(900, 560)
    qtbot.waitUntil(lambda: microscope._splitter.orientation() is Qt.Orientation.Horizontal)


def test_a_button_beside_the_network_takes_a_step_under_it(qtbot: QtBot, window: MainWindow) -> None:
    page: TrainPage = window.station("train").page
    button = page.findChild(QToolButton, "microscopeButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.under.is_open and window.workbench.state is RunState.PAUSED, timeout=30_000)
    microscope = page.under.microscope
    assert microscope is not None
    qtbot.waitUntil(lambda: microscope.scene is not None, timeout=30_000)
    window.workbench.stop()
