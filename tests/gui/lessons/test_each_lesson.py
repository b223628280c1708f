"""Every lesson that comes with the program, gone through to its end as a learner does, half of them in Chinese."""

from __future__ import annotations

from functools import partial
from math import cos, pi, sin
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from engine.lessons.shipped import lessons
from gui.widgets.fields.number_fields import IntField
from tests.gui.lessons.learner import Learner
from tests.gui.pad.hands import SEVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path as File

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

    Deed = Callable[[Learner], object]

KEYS = [lesson.key for lesson in lessons()]
SMALL_SEVEN = tuple((0.05 + 0.2 * x, 0.05 + 0.2 * y) for x, y in SEVEN)
RING = tuple((0.5 + 0.25 * sin(turn * pi / 8), 0.5 - 0.3 * cos(turn * pi / 8)) for turn in range(17))
ZIGZAG = ((0.2, 0.3), (0.4, 0.7), (0.6, 0.3), (0.8, 0.7))


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch, tmp_path: File) -> None:
    """Let little be drawn to prove, to time and to doubt by, and write what leaves the program into a folder here."""
    for each in ("MOST", "LEAST_STRANGERS"):
        monkeypatch.setattr(f"engine.data.doubt.learning.{each}", 200)
    monkeypatch.setattr("engine.evaluation.learning_curve.summary.DRAWS", 20)
    monkeypatch.setattr("engine.deploy.proof.MOST_IMAGES", 40)
    monkeypatch.setattr("engine.compress.latency.ROUNDS", 3)
    monkeypatch.setattr("gui.stations.deploy.destination.ask_where", lambda *_: tmp_path / "page.html")


# What a learner does. A question is answered by the walk itself, wrongly at first.


def think(_learner: Learner) -> None:
    """Read."""


def all_of(*deeds: Deed) -> Deed:
    """Do one thing after the other."""

    def do(learner: Learner) -> None:
        for deed in deeds:
            deed(learner)

    return do


def turn_to(station: str, view: str = "") -> Deed:
    return lambda learner: learner.turn_to(station, view)


def draw(path: Sequence[tuple[float, float]]) -> Deed:
    return lambda learner: learner.draw_anew(path)


def press(name: str) -> Deed:
    return lambda learner: learner.press(name)


def look_at_its_end(learner: Learner) -> None:
    learner.pull_slider("timeSlider", 1)
    learner.turn_to("evaluate")


def find_the_smallest(learner: Learner) -> None:
    learner.press("findSmallest")


def try_amount(percent: int) -> Deed:
    def do(learner: Learner) -> None:
        learner.type_number("compressAmountField", str(percent))
        learner.press("tryAmount")

    return do


def name_ring(learner: Learner) -> None:
    learner.draw(RING)
    learner.name_drawing("ring")


def name_zigzag(learner: Learner) -> None:
    learner.draw(ZIGZAG)
    learner.name_drawing("zigzag")


def draw_more(learner: Learner) -> None:
    for turn in range(4):
        for name, path in (("ring", RING), ("zigzag", ZIGZAG)):
            learner.draw([(x + 0.03 * turn - 0.05, y * (1 - 0.05 * turn)) for x, y in path])
            learner.name_by_key(name)


def train_and_draw(learner: Learner) -> None:
    learner.train()
    learner.draw_anew(RING)


def fail_the_exam(learner: Learner) -> None:
    for slider in learner.window.pad.findChildren(QSlider):
        slider.setValue(slider.minimum())


def ask_for_hello(learner: Learner) -> None:
    field = learner.find("promptField")
    field.setFocus()
    QTest.keyClicks(field, "hello=")


def one_unit(learner: Learner) -> None:
    learner.type_into(learner.find("hiddenLayers").findChildren(IntField)[0], "1")


set_up, train = Learner.set_up, Learner.train

WALKS: dict[str, list[Deed]] = {
    "01-picture": [
        draw(SEVEN),
        think,
        draw(SMALL_SEVEN),
        press("cropSwitch"),
        press("cropSwitch"),
        turn_to("data"),
        think,
    ],
    "02-first-training": [
        set_up,
        train,
        think,
        draw(SEVEN),
        lambda learner: learner.pull_slider("timeSlider", 0),
        look_at_its_end,
    ],
    "03-one-neuron": [
        set_up,
        press("microscopeButton"),
        think,
        think,
        press("nextStepButton"),
        train,
        fail_the_exam,
    ],
    "04-learning-rate": [
        set_up,
        train,
        set_up,
        train,
        lambda learner: learner.type_number("learningRate", "0.002"),
        train,
        think,
    ],
    "05-hidden-layers": [set_up, train, press("addLayerButton"), train, one_unit, train, think],
    "06-overfitting": [set_up, train, think, set_up, train, think],
    "07-enough-data": [set_up, train, turn_to("evaluate", "data"), press("drawCurve"), think, set_up, train],
    "08-convolution": [
        set_up,
        train,
        set_up,
        think,
        train,
        turn_to("understand", "weights"),
        all_of(draw(SEVEN), turn_to("understand", "activations")),
    ],
    "09-memory-and-attention": [
        set_up,
        train,
        set_up,
        train,
        ask_for_hello,
        turn_to("understand", "attention"),
        think,
    ],
    "10-fooling": [
        all_of(set_up, train),
        draw(SEVEN),
        turn_to("challenge", "fool"),
        find_the_smallest,
        think,
        all_of(set_up, turn_to("train"), train),
        all_of(turn_to("challenge"), find_the_smallest),
    ],
    "11-making-it-small": [
        all_of(set_up, train),
        turn_to("compress"),
        think,
        try_amount(80),
        try_amount(98),
        think,
    ],
    "12-your-own-classes": [
        name_ring,
        name_zigzag,
        set_up,
        train,
        draw_more,
        train_and_draw,
        think,
        all_of(turn_to("deploy"), press("webExport")),
    ],
    "13-a-number": [set_up, train, set_up, train, think],
}


def see_it_point(learner: Learner) -> None:
    course, target = learner.course, learner.window.lessons.target
    is_pointing = target is not None and target.isVisible()
    assert is_pointing == bool(course.step.look), f"step {course.place + 1} points at {target}"


def see_it_done(learner: Learner) -> None:
    course = learner.course
    assert course.is_done, f"step {course.place + 1} is not done"


def test_every_lesson_is_walked() -> None:
    assert list(WALKS) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_a_learner_comes_to_the_end(key: str, window: MainWindow, qtbot: QtBot) -> None:
    if KEYS.index(key) % 2:
        window.set_language("zh_Hans")
    learner = Learner(window, qtbot)
    if (
        key == "02-first-training"
    ):  # it takes as many digits as there are, and 400 are too few to learn to read
        window.workbench.editor.edit("data.generated_count", 3000)
    learner.open(key)
    lesson = next(lesson for lesson in lessons() if lesson.key == key)
    assert len(WALKS[key]) == len(lesson.steps)
    for place, (step, deed) in enumerate(zip(lesson.steps, WALKS[key], strict=True)):
        assert learner.course.place == place
        qtbot.wait(0)
        assert not learner.course.is_done, f"step {place + 1} is done before its action"
        learner.wait(partial(see_it_point, learner))
        deed(learner)
        if step.question is not None:
            wrong = 1 if step.question.answer != 1 else 2
            learner.answer(wrong)
            learner.wait(lambda: learner.course.holds)
            assert not learner.course.is_done
            learner.answer(step.question.answer)
        learner.wait(partial(see_it_done, learner))
        learner.go_on()
    assert window.lessons.course is None
    assert window.lessons.progress.is_done(key)
