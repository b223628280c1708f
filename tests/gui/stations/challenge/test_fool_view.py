"""An attack on an image: what is shown is what the model says, and it follows slider, aim, image and model."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from torch import nn

from engine.attacks.registry import ATTACKS, attack_named
from engine.errors import Cancelled
from engine.insight.model import pixels_of
from engine.lessons.state import Deed
from gui.stations.challenge import answering, fool_words
from gui.stations.challenge.answering import Answer, Question, shuffled
from gui.stations.challenge.attack_controls import AttackControls, tick_of
from gui.stations.challenge.fool_view import FoolView
from gui.stations.challenge.scene import Challenged
from gui.tasks.task import Job
from tests.gui.stations.challenge.conftest import LONG

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gui.stations.challenge.station import ChallengeStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page over a network trained for it


@pytest.fixture
def view(trained: ChallengeStation, drawing: NDArray[np.uint8], qtbot: QtBot) -> FoolView:
    trained.set_drawing(drawing)
    trained.page.show_view("fool")
    found = trained.page.view
    assert isinstance(found, FoolView)
    settle(qtbot, found)
    return found


def settle(qtbot: QtBot, view: FoolView) -> None:
    qtbot.waitUntil(lambda: not view.answering.busy, timeout=LONG)


def verdict(view: FoolView) -> str:
    return view.findChild(QLabel, "foolVerdict").text()


def test_what_is_shown_is_what_the_model_says(
    view: FoolView, bench: Workbench, drawing: NDArray[np.uint8], qtbot: QtBot
) -> None:
    view.controls.set_strength(0.3)
    settle(qtbot, view)
    says = bench.model.recognizer.probabilities(drawing[None])[0]
    assert np.allclose(view.before.bars.probabilities(), says, atol=1e-6)
    answer = view._answer
    assert np.abs(answer.change).max() <= 0.3 + 1e-6
    pixels = pixels_of(drawing)[0, 0].numpy()
    again = bench.model.recognizer.probabilities(answer.result[None])[0]
    assert np.allclose(view.after.bars.probabilities(), again, atol=0.05)  # rounded to 256 greys
    assert np.allclose(answer.result / 255, pixels + answer.change, atol=0.003)
    assert answer.is_fooled
    assert verdict(view).startswith("Fooled: it took this for “")


def test_no_strength_changes_nothing(view: FoolView, drawing: NDArray[np.uint8], qtbot: QtBot) -> None:
    view.controls.set_strength(0)
    settle(qtbot, view)
    assert np.array_equal(view.after.picture.pixels, drawing)
    assert not view.change.numbers.any()
    assert verdict(view).startswith("Not fooled: it still takes this for “")


def test_an_aim_is_reached_or_said_not_to_be(view: FoolView, qtbot: QtBot) -> None:
    was = view._answer.was
    aim = (was + 1) % len(view._answer.before)
    view.controls.aims.setCurrentIndex(1 + was)
    settle(qtbot, view)
    assert "is what it takes it for already" in verdict(view)
    view.controls.aims.setCurrentIndex(1 + aim)
    view.controls.set_strength(0.3)
    settle(qtbot, view)
    before = float(view.before.bars.probabilities()[aim])
    assert view.after.bars.probabilities()[aim] > before
    assert view._answer.is_fooled == (view._answer.became == aim)


def test_it_follows_the_keys_the_drawing_and_the_model(
    view: FoolView, qtbot: QtBot, trained: ChallengeStation, drawing: NDArray[np.uint8], bench: Workbench
) -> None:
    strength = view.controls.strength
    view.controls.slider.setFocus()
    QTest.keyClick(view.controls.slider, Qt.Key.Key_Right)
    settle(qtbot, view)
    assert view._answer.question.strength > strength
    other = np.rot90(drawing).copy()
    trained.set_drawing(other)
    settle(qtbot, view)
    assert np.array_equal(view.before.picture.pixels, other)
    model = view._answer.question.challenged
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: not bench.running and not view.answering.busy, timeout=LONG)
    assert view._answer.question.challenged is not model
    trained.set_drawing(None)
    settle(qtbot, view)
    assert np.array_equal(view.before.picture.pixels, trained.page.subject.example()[0])


def test_the_smallest_change_is_found_shown_and_told(view: FoolView, qtbot: QtBot) -> None:
    view.controls.set_strength(0)
    settle(qtbot, view)
    view.find_button.click()
    qtbot.waitUntil(lambda: not view.finding.busy, timeout=LONG)
    answer = view._answer
    smallest = answer.question.strength
    assert answer.is_fooled
    assert 0 < np.abs(answer.change).max() <= smallest + 1e-6
    assert f"Smallest found (Largest change: {smallest:.3f})" in verdict(view)
    assert view.controls.strength == pytest.approx(smallest, abs=tick_of(answer.question.attack.strength))
    assert view.find_button.isVisible()
    assert not view.cancel_button.isVisible()
    view.controls.set_strength(max(0.0, smallest - 0.02))
    settle(qtbot, view)
    assert not view._answer.is_fooled
    assert "smallest" not in verdict(view)


def test_a_lesson_hears_that_it_was_fooled_and_with_what(
    trained: ChallengeStation, view: FoolView, qtbot: QtBot
) -> None:
    told: list[Deed] = []
    trained.achieved.connect(told.append)
    view.controls.set_strength(0)
    settle(qtbot, view)
    assert told == []
    view.find_button.click()
    qtbot.waitUntil(lambda: not view.finding.busy, timeout=LONG)
    assert told[-1] == Deed("fooled", "", {"strength": view._answer.question.strength})
    assert trained.view() == "fool"


def test_looking_for_it_can_be_given_up_by_keys(
    view: FoolView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_told: object, cancelled: Callable[[], bool], **_more: object) -> None:
        while not cancelled():
            pass
        raise Cancelled

    monkeypatch.setattr("engine.challenge.smallest.smallest_change", endless)
    view.find_button.setFocus()
    QTest.keyClick(view.find_button, Qt.Key.Key_Space)
    qtbot.waitUntil(view.cancel_button.isVisible, timeout=LONG)
    assert view.cancel_button.hasFocus()
    QTest.keyClick(view.cancel_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not view.finding.busy, timeout=LONG)
    assert view.find_button.hasFocus()
    settle(qtbot, view)
    assert "smallest" not in verdict(view)


def test_what_cannot_be_fooled_is_said(view: FoolView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.challenge.smallest.smallest_change", lambda *_told, **_more: None)
    view.find_button.click()
    qtbot.waitUntil(lambda: not view.finding.busy, timeout=LONG)
    assert verdict(view) == "Not even the strongest of these fools it (Largest change: 1.000)."


def test_a_second_model_is_shown_the_same_change(view: FoolView, qtbot: QtBot) -> None:
    view.controls.set_strength(0.3)
    settle(qtbot, view)
    assert "Shuffled over the pixels" in verdict(view)
    first = view._answer.question.challenged
    view.second._set(Challenged(first.saved, first.model, "twin"))
    settle(qtbot, view)
    answer = view._answer
    assert np.array_equal(answer.beside_after, answer.after)
    assert np.array_equal(answer.beside, answer.result)
    assert verdict(view).endswith(f"It carries over: “twin” takes it for “{answer.became}” now.")
    sure = nn.Sequential(nn.Flatten(), nn.Linear(784, len(answer.after))).eval().requires_grad_(False)
    sure[1].weight.zero_()
    sure[1].bias.copy_(nn.functional.one_hot(torch.tensor(answer.was), len(answer.after)))
    view.second._set(Challenged(first.saved, sure, "rock"))
    settle(qtbot, view)
    assert verdict(view).endswith(f"“rock” withstands the same change: still “{answer.was}”.")
    view.controls.set_strength(0.002)
    settle(qtbot, view)
    assert verdict(view).startswith("Not fooled")
    change = torch.from_numpy(view._answer.change).flatten()
    row, ink = 1 - min(answer.was, 1), pixels_of(view._answer.question.image).flatten()
    with torch.no_grad():  # half of the change is enough for it
        sure[1].weight[row] = 100 * change.sign()
        sure[1].bias[row] = 1 - 100 * float(change.sign() @ ink + change.abs().sum() / 2)
    view.second._set(Challenged(first.saved, sure, "straw"))
    settle(qtbot, view)
    assert "carries over" not in verdict(view)  # as the first is not fooled
    assert "“straw” takes the image for “" in verdict(view)


def test_a_kept_run_is_read_and_one_that_takes_other_images_is_refused(
    view: FoolView,
    qtbot: QtBot,
    bench: Workbench,
    trained: ChallengeStation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench.catalogue.refresh()
    qtbot.waitUntil(lambda: bool(bench.catalogue.summaries), timeout=LONG)
    run = bench.catalogue.summaries[0]
    view.second._on_runs_run_chosen(run, "last")
    assert view.second.text() == f"{run.name} …"
    qtbot.waitUntil(lambda: view.second.model is not None and not view.answering.busy, timeout=LONG)
    assert view.second.text() == run.name
    assert view._answer.question.second is view.second.model
    assert "carries over" in verdict(view) or "withstands" in verdict(view)  # the same weights
    first = view._scene.challenged
    other = Challenged(replace(first.saved, classes=("a", *first.saved.classes[1:])), first.model)
    monkeypatch.setattr(view, "set_scene", lambda _scene: None)  # a late look at the bench would set it back
    view.second.set_first(other)
    assert view.second.model is None
    with qtbot.waitSignal(trained.failed, timeout=LONG) as caught:
        view.second._on_runs_run_chosen(run, "last")
    assert "cannot stand beside" in caught.args[0].what
    view.second.set_first(first)
    with qtbot.waitSignal(trained.failed, timeout=LONG):
        view.second._on_runs_run_chosen(run, "last")
        view.second.set_first(other)  # another network is at hand by the time that it is read
    assert view.second.model is None


def test_shuffling_moves_changes_and_keeps_their_size() -> None:
    pixels = torch.full((1, 1, 28, 28), 0.5)
    changed = pixels + torch.linspace(-0.4, 0.4, 784).view_as(pixels)
    moved = shuffled(pixels, changed)
    assert not torch.equal(moved, changed)
    assert torch.allclose(moved.flatten().sort().values, changed.flatten().sort().values)
    dark = shuffled(torch.zeros_like(pixels), changed - pixels)
    assert dark.min() == 0


def test_it_follows_the_newest_weights_while_a_network_learns(
    view: FoolView, qtbot: QtBot, bench: Workbench
) -> None:
    seen = {view._answer.question.challenged}
    view.answering.answered.connect(lambda answer: seen.add(answer.question.challenged))
    bench.editor.edit("training.epochs", 100_000)  # it is stopped
    bench.start()
    qtbot.waitUntil(lambda: len(seen) > 2, timeout=LONG)
    assert bench.running
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def test_images_in_colour_are_attacked_as_they_are_laid_out() -> None:
    model = nn.Sequential(nn.Flatten(), nn.Linear(3 * 4 * 5, 2)).eval().requires_grad_(False)
    image = np.arange(60, dtype=np.uint8).reshape(4, 5, 3) * 4
    question = Question(Challenged(None, model), image, attack_named("fgsm"), 0.5, None)
    told = answering.answer(question, Job(lambda _told: None, lambda: False))
    pixels = pixels_of(image)
    says = model(pixels).softmax(1)
    slope = (model[1].weight[1] - model[1].weight[0]) * (1 if says[0].argmax() == 0 else -1)
    moved = (pixels + 0.5 * slope.view_as(pixels).sign()).clamp(0, 1)
    assert np.allclose(told.change, (moved - pixels)[0].permute(1, 2, 0).numpy(), atol=1e-6)
    assert np.allclose(told.before, says[0].numpy())
    assert np.allclose(told.after, model(moved).softmax(1)[0].numpy())
    assert told.result.shape == image.shape


def test_its_numbers_are_those_of_the_pixels(view: FoolView) -> None:
    head, rows = view.table()
    assert head == ["row", "column", "before", "change", "after"]
    assert len(rows) == 28 * 28
    assert all(abs(before + change - after) < 0.003 for _, _, before, change, after in rows)


def test_every_attack_has_a_slider_of_its_own(qtbot: QtBot) -> None:
    controls = AttackControls()
    qtbot.addWidget(controls)
    for name, kind in ATTACKS.items():
        controls.set_attack(name)
        assert controls.attack.name == name
        assert controls.strength == pytest.approx(kind.strength.usual, abs=tick_of(kind.strength) / 2)
        controls.attack.check(controls.strength)
        controls.slider.setValue(controls.slider.maximum())
        controls.attack.check(controls.strength)
        assert controls.strength == pytest.approx(kind.strength.steps[-1], abs=tick_of(kind.strength))


def test_an_example_that_is_wrong_anyway_is_not_called_fooled_where_it_is_set_right() -> None:
    pixels, here = np.zeros((2, 2), np.uint8), np.array([0.9, 0.1], np.float32)
    challenged = SimpleNamespace(saved=SimpleNamespace(classes=("a", "b")))
    change = np.full((2, 2), 0.1, np.float32)

    def words(label: int | None, after: NDArray[np.float32] = here[::-1]) -> str:
        question = Question(challenged, pixels, attack_named("fgsm"), 0.1, None, label=label)
        told = Answer(question, change, pixels, here, after, pixels, here, here[::-1])
        return fool_words.verdict(told)

    assert words(None).startswith("Fooled: it took this for “a”")
    assert words(0) == words(None)
    assert words(1).startswith("This is “b”: the network is wrong even without an attack.")
    assert "The change sets it right: it took this for “a”" in words(1)
    assert "Fooled" not in words(1)
    for shuffled_too in (
        words(1),
        words(None, here),
    ):  # where nothing was fooled before, nothing is fooled “too”
        assert shuffled_too.endswith("the same change lets it take that for “b”.")
    assert words(0).endswith("the same change fools it, too: it takes that for “b”.")
