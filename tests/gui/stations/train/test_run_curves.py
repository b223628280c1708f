"""Both plots of a run: what of a long history they are given."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.training.events import EpochDone, StepsDone, TrainingStarted
from engine.training.history import History
from gui.stations.train.run_curves import RunCurves


def test_long_runs_are_handed_over_in_few_points(qtbot: QtBot) -> None:
    history = History()
    random = np.random.default_rng(0)
    losses = random.random(60_000).astype(np.float32)
    history.add(StepsDone(1, losses, losses, losses, 1, 1.0))
    for epoch in range(1, 6001):
        history.add(EpochDone(epoch, 10 * epoch, random.random(), 0.5, 0.5, 0.5, 0.1, 1.0, best=False))
    curves = RunCurves()
    qtbot.addWidget(curves)
    curves.resize(800, 600)
    curves.set_history(history)
    curves.draw()
    width = curves.loss.plot_width()
    by_step, by_epoch, validation = curves.loss.series()
    assert width < len(by_step.x) <= 4 * width + 4
    # Wide lines cost the most to paint: curves by epoch and smoothed ones get half the points, and lose no peak.
    for x in (by_step.smooth_x, by_epoch.x, validation.x):
        assert width // 2 < len(x) <= 2 * width + 4
    assert by_epoch.y.max() == history.train_losses.max()
    assert by_epoch.y.min() == history.train_losses.min()


def test_what_is_drawn_in_passing_is_painted_soon_after(qtbot: QtBot) -> None:
    history = History()
    curves = RunCurves()
    qtbot.addWidget(curves)
    curves.show()
    curves.set_history(history)
    losses = np.linspace(1, 0, 50, dtype=np.float32)
    history.add(StepsDone(1, losses, losses, losses, 1, 1.0))
    plots = (curves.loss, curves.accuracy)
    for plot in plots:
        plot.prepare()
    for _ in plots:
        curves.draw_next()
        assert sum(not plot.updatesEnabled() for plot in plots) == 1
    qtbot.waitUntil(lambda: all(plot.updatesEnabled() for plot in plots))
    qtbot.waitUntil(lambda: all(plot.painting_seconds > 0 for plot in plots))


def test_the_legend_says_what_training_and_validation_are_measured_with(qtbot: QtBot) -> None:
    curves = RunCurves()
    qtbot.addWidget(curves)
    for plot in (curves.loss, curves.accuracy):
        tips = {
            entry.text(): entry.toolTip()
            for entry in plot.bar.legend.findChildren(QToolButton)
            if entry.text() in ("batch", "training", "validation")
        }
        assert "while the weights change" in tips["training"]
        assert "dropout" in tips["training"]
        assert "kept out of training" in tips["validation"]
        assert all(f"Show or hide “{name}”" in tip for name, tip in tips.items())


def test_another_run_is_drawn_on_one_scale_in_both_plots(qtbot: QtBot) -> None:
    curves = RunCurves()
    qtbot.addWidget(curves)
    curves.show()
    for steps in (258, 430):
        history, losses = History(), np.linspace(1, 0, steps, dtype=np.float32)
        history.add(TrainingStarted(1, steps, steps, 1, 1, "cpu", 1))
        history.add(StepsDone(1, losses, losses, losses, 1, 1.0))
        curves.set_history(history)
        for plot in (curves.loss, curves.accuracy):
            plot.prepare()
        curves.draw()
        for plot in (curves.loss, curves.accuracy):
            plot.flush()  # what emptying them asked for
        assert curves.loss.sight() == curves.accuracy.sight() == (0, steps)
    curves.hide()


def test_a_run_with_an_adversary_has_a_curve_of_what_it_withstands_and_another_has_none(qtbot: QtBot) -> None:
    curves = RunCurves()
    qtbot.addWidget(curves)
    curves.resize(800, 600)
    curves.show()
    for attacked in ((None, None), (0.25, 0.5), (None, None)):
        history = History()
        for number, share in enumerate(attacked, start=1):
            history.add(
                EpochDone(number, 10 * number, 1, 0.5, 1, 0.9, 0.1, 1.0, best=True, robust_accuracy=share)
            )
        curves.set_history(history)
        curves.draw()
        found = {series.key: series for series in curves.accuracy.series()}
        assert ("robust_accuracy" in found) is (attacked[0] is not None)
        assert len(curves.loss.series()) == 3
        if "robust_accuracy" in found:
            assert found["robust_accuracy"].y.tolist() == [0.25, 0.5]
            assert "attacked with ten steps" in found["robust_accuracy"].help
