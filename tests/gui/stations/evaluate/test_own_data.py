"""A model is measured on the data as they were divided for it, and what it learnt from is told wherever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox

from engine.data.datasets import load_split
from engine.data.examples import pick_examples
from engine.evaluation.evaluate import evaluate
from engine.insight.model import own_model
from engine.storage import model_file
from gui.stations.evaluate.measuring_job import Target
from gui.stations.evaluate.saving import class_table, image_table
from gui.stations.train.page import TrainPage

if TYPE_CHECKING:
    from pathlib import Path

    import torch
    from pytestqt.qtbot import QtBot

    from gui.stations.evaluate.measuring_job import Measured
    from gui.stations.evaluate.station import EvaluateStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow

LONG = 30_000


def train(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()


def measured(qtbot: QtBot, evaluating: EvaluateStation, target: Target) -> Measured:
    evaluating.measuring.set_target(target)

    def is_measured() -> bool:
        newest, measuring = evaluating.measuring.newest, evaluating.measuring
        return (
            newest is not None and newest.target == target and not measuring.busy and not measuring.is_stale
        )

    qtbot.waitUntil(is_measured, timeout=LONG)
    newest = evaluating.measuring.newest
    assert newest is not None
    return newest


def divide_anew(qtbot: QtBot, bench: Workbench) -> None:
    bench.editor.edit("data.validation_share", 0.5)
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)


def test_validation_stays_what_it_was_when_the_data_are_divided_anew(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation, tmp_path: Path
) -> None:
    train(qtbot, bench)
    summary = evaluating.page.report.summary
    before = measured(qtbot, evaluating, Target("validation"))
    assert not summary.learnt.isVisibleTo(summary)
    divide_anew(qtbot, bench)

    after = measured(qtbot, evaluating, Target("validation"))

    assert after.report.count == before.report.count == 40
    assert after.report.accuracy == before.report.accuracy
    assert not summary.learnt.isVisibleTo(summary)
    bench.save_model(tmp_path / "model.safetensors")
    bench.open_model(tmp_path / "model.safetensors")
    divide_anew(qtbot, bench)
    opened = measured(qtbot, evaluating, Target("validation"))
    assert opened.report.accuracy == before.report.accuracy
    assert opened.learnt.is_known
    assert opened.learnt.count == 0


def test_training_images_are_told_wherever_they_are_measured(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    train(qtbot, bench)
    summary = evaluating.page.report.summary
    found = measured(qtbot, evaluating, Target("train"))
    assert "learnt from all of these 360 examples" in summary.learnt.text()
    assert summary.learnt.isVisibleTo(summary)
    heads, rows = class_table(found)
    assert heads[-1] == "Learnt from"
    assert sum(row[-1] for row in rows) == 360
    heads, rows = image_table(found, np.arange(5), evaluating.mislabelled)
    assert [row[-1] for row in rows] == [1] * 5


@pytest.mark.mnist
def test_another_set_that_holds_training_images_is_told(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    bench.editor.edit("data.dataset", "both")
    bench.editor.edit("data.train_count", 3000)
    bench.editor.edit("training.epochs", 1)
    train(qtbot, bench)
    others = evaluating.page.findChild(QComboBox, "measuredImages")
    assert ("all", "both") not in [others.itemData(place) for place in range(others.count())]

    found = measured(qtbot, evaluating, Target("all", "generated"))

    own = load_split(bench.experiment.data).train
    measured_on = {image.tobytes() for image in found.dataset.images}
    expected = sum(image.tobytes() in measured_on for image in own.images)
    assert found.learnt.count == expected
    assert f"learnt from {expected} of these" in evaluating.page.report.summary.learnt.text()


def test_a_file_that_does_not_tell_is_said_not_to(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation, tmp_path: Path
) -> None:
    train(qtbot, bench)
    path = tmp_path / "old.safetensors"
    model = bench.model
    model_file.save(
        path,
        experiment=model.experiment,
        classes=model.recognizer.classes,
        state=model.recognizer.state,
        image_shape=model.recognizer.image_shape,
    )
    bench.open_model(path)
    measured(qtbot, evaluating, Target("test"))
    assert "is not known" in evaluating.page.report.summary.learnt.text()


def test_examples_stay_such_as_were_kept_out_of_training(qtbot: QtBot, bench: Workbench) -> None:
    page = TrainPage(bench)
    qtbot.addWidget(page)
    page.show()
    train(qtbot, bench)
    own = bench.own_data
    divide_anew(qtbot, bench)

    shown = page.time_machine.examples._images

    expected = own.validation.images[pick_examples(own.validation, len(shown))]
    assert np.array_equal(shown, expected)
    learnt = {image.tobytes() for image in own.train.images}
    assert not [image for image in shown if image.tobytes() in learnt]


def test_the_accuracy_told_is_that_of_the_weights_named(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    """Newest, best of the run, and a moment of its past are three models; each has its own accuracy."""
    bench.editor.edit("training.learning_rate", 0.05)
    bench.editor.edit("training.epochs", 12)
    train(qtbot, bench)
    run, model = bench.current_run.run, bench.model
    assert run is not None
    assert model is not None
    data = bench.own_data.test

    def right(state: dict[str, torch.Tensor]) -> float:
        network = own_model(model.experiment, state, classes=10, image_shape=(1, 28, 28))
        return evaluate(network, data).accuracy

    best, first = model_file.load(run.best_path).state, bench.current_run.moments[1]
    expected = {
        "best": right(best),
        "newest": right(model.recognizer.state),
        "moment": right(bench.current_run.weights(first.step)),
    }
    assert len(set(expected.values())) == 3, "or nothing would tell them apart"
    assert measured(qtbot, evaluating, Target("test")).report.accuracy == expected["newest"]
    assert measured(qtbot, evaluating, Target("test", best=True)).report.accuracy == expected["best"]
    bench.actions.view(first.step)
    evaluating.measuring.set_target(Target("test"))
    qtbot.waitUntil(lambda: evaluating.measuring.newest.step == first.step, timeout=LONG)
    qtbot.waitUntil(lambda: not evaluating.measuring.busy and not evaluating.measuring.is_stale, timeout=LONG)
    assert evaluating.measuring.newest.report.accuracy == expected["moment"]
