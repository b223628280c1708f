"""What the preset of the article's example promises: it learns in a moment, and each number of a step is in sight."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from engine.config import load_preset
from engine.data.datasets import load_split
from engine.evaluation.evaluate import evaluate
from engine.models.build import build_with
from engine.training import StepTraced, TrainingControl, TrainingFinished, train
from gui.stations.train.microscope.layout import Sizes, lay_out
from gui.stations.train.microscope.scene import Names, scene_of

SMALL = 584, 236  # pixels of the picture in a window of 1024 x 600
SIZES = Sizes(unit=(62, 30), names=(80, 60), gap=26, apart=6, head=38, foot=6)


@pytest.mark.parametrize("seed", range(3))
def test_it_tells_unseen_students_apart(seed: int) -> None:
    chosen = load_preset("article-example").with_(**{"training.seed": seed, "training.threads": 1})
    split = load_split(chosen.data)
    *_, ended = train(chosen, split)
    assert isinstance(ended, TrainingFinished)
    model = build_with(
        chosen.network, ended.state, image_shape=split.train.image_shape, classes=len(split.classes)
    )
    assert evaluate(model, split.test).accuracy >= 0.9


def test_every_number_of_a_step_is_in_sight() -> None:
    chosen = load_preset("article-example").with_(**{"training.threads": 1})
    split = load_split(chosen.data)
    control = TrainingControl()
    control.traces_steps = True
    control.step_batch()
    traces = []
    for event in train(chosen, split, control):
        if isinstance(event, StepTraced):
            traces.append(event.trace)
            control.stop()
    names = Names(split.classes, tuple(feature.name for feature in split.train.features), (3,))
    scene = scene_of(traces[0], names)
    columns = lay_out(scene, *SMALL, SIZES)
    assert [column.total for column in columns] == [3, 4, 3, 2]
    assert not any(column.is_cut for column in columns)
    for column in columns:
        assert min((after - before for before, after in pairwise(column.ys)), default=99) >= SIZES.unit[1]
    raw = split.train.images[traces[0].indices]
    np.testing.assert_array_equal(traces[0].examples, raw)
