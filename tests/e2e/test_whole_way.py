"""The whole way through the real window: train, draw, recognise, save, open, recognise the same."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QPushButton, QToolButton, QWidget

from gui.workbench import RunState, Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.pad.canvas import DrawingCanvas

pytestmark = pytest.mark.slow

LONG = 60_000
FEW = pytest.mark.parametrize("window", [600], indirect=True)
ONE = [(0.5, 0.15), (0.49, 0.4), (0.5, 0.65), (0.5, 0.85)]
ZERO = [(0.5 + 0.22 * np.sin(angle), 0.5 - 0.33 * np.cos(angle)) for angle in np.linspace(0, 2 * np.pi, 25)]
SEVEN = [(0.28, 0.2), (0.5, 0.2), (0.72, 0.2), (0.6, 0.45), (0.5, 0.65), (0.42, 0.85)]


@pytest.fixture
def window(qtbot: QtBot, unstyled: None, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """The window on 4,000 digits, of which a network learns to read; on fewer where nobody asks it to."""
    from engine.config import load_preset
    from gui.main_window import MainWindow

    bench = Workbench(
        load_preset("first-try").with_(**{"data.generated_count": getattr(request, "param", 4000)})
    )
    main = MainWindow(bench)
    main.resize(1366, 768)
    with qtbot.waitExposed(main):
        main.show()
    yield main
    if bench.model is not None:
        bench.model.saved = True
    main.close()
    main.deleteLater()


def press(window: MainWindow, name: str) -> None:
    button = window.findChild(QPushButton, name) or window.findChild(QToolButton, name)
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def draw(canvas: DrawingCanvas, points: Sequence[tuple[float, float]]) -> None:
    where = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in points]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=where[0])
    for start, end in pairwise(where):
        for part in range(1, 6):
            QTest.mouseMove(canvas, start + (end - start) * part / 5)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=where[-1])


def test_train_draw_save_open(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    bench, panel = window.workbench, window.panel
    assert panel.probabilities() is None
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        press(window, "trainButton")
        qtbot.waitUntil(lambda: bench.state is RunState.TRAINING, timeout=LONG)
        draw(panel.canvas, ONE)  # also while it trains
    assert bench.history.validation_accuracies[-1] > 0.7

    answers = {}
    for digit, points in ((1, ONE), (0, ZERO), (7, SEVEN)):
        panel.canvas.clear()
        qtbot.waitUntil(lambda: panel.probabilities() is None)
        draw(panel.canvas, points)
        qtbot.waitUntil(lambda: panel.probabilities() is not None)
        answers[digit] = panel.probabilities()
        assert int(answers[digit].argmax()) == digit
        assert answers[digit].sum() == pytest.approx(1, abs=1e-5)

    path = tmp_path / "model.safetensors"
    assert window.files.save_model(path)
    assert not window.isWindowModified()
    press(window, "trainButton")  # something else takes its place
    qtbot.waitUntil(lambda: bench.state is RunState.TRAINING, timeout=LONG)
    press(window, "stopButton")
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)
    assert bench.model is not None
    bench.model.saved = True
    window.open_model(path)
    qtbot.waitUntil(lambda: np.array_equal(panel.probabilities(), answers[7]))
    assert window.workbench.preferences.recent_files[0] == path


@FEW
def test_an_empty_pad_predicts_nothing(qtbot: QtBot, window: MainWindow) -> None:
    bench, panel = window.workbench, window.panel
    press(window, "stepBatchButton")
    qtbot.waitUntil(lambda: bench.state is RunState.PAUSED, timeout=LONG)
    assert panel.probabilities() is None
    draw(panel.canvas, ONE)
    qtbot.waitUntil(lambda: panel.probabilities() is not None)
    press(window, "clearButton")
    qtbot.waitUntil(lambda: panel.probabilities() is None)
    window.undo.undo_action.trigger()
    qtbot.waitUntil(lambda: panel.probabilities() is not None)
    press(window, "stopButton")
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)


@FEW
def test_space_trains_and_pauses_but_not_in_a_field(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    bench.editor.edit("training.epochs", 10_000)
    window.panel.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bench.state is RunState.TRAINING, timeout=LONG)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert bench.state is RunState.PAUSED
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert bench.state is RunState.TRAINING
    press(window, "stopButton")
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)
    field = window.findChild(QAbstractSpinBox, "batchSize")
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert bench.state is RunState.IDLE


@FEW
def test_editing_after_training_is_said_on_the_pad(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    bench.editor.edit("training.epochs", 1)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    notice = window.findChild(QLabel, "padNotice")
    assert notice is not None
    assert not notice.isVisible()
    bench.editor.edit("network.hidden", "8")
    assert notice.isVisible()
    assert "older settings" in notice.text()
    window.undo.undo_action.trigger()
    assert not notice.isVisible()


@FEW
def test_closing_in_the_middle_of_training_ends_everything(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.TRAINING, timeout=LONG)
    window.close()
    assert bench.state is RunState.IDLE
    assert not window.isVisible()


@FEW
def test_unsaved_work_is_asked_about_once(qtbot: QtBot, window: MainWindow, isolated_home: Path) -> None:
    (isolated_home / "runs").write_text("a file, so that the run cannot be kept")
    bench = window.workbench
    bench.editor.edit("training.epochs", 1)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    window.close()
    assert window.isVisible()
    dialog = window.findChild(QWidget, "unsavedDialog")
    assert dialog is not None
    dialog.button(dialog.StandardButton.Cancel).click()
    assert window.isVisible()
    window.close()
    newest = window.findChildren(QWidget, "unsavedDialog")[-1]
    newest.button(newest.StandardButton.Discard).click()
    qtbot.waitUntil(lambda: not window.isVisible())
