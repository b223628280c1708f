"""What units answer over a plane is what the network gives for each place."""

from __future__ import annotations

import numpy as np

from engine.config import Experiment
from engine.data.plane.ground import Plane
from engine.inference import Recognizer
from engine.inference.unit_planes import unit_planes
from engine.models.build import build


def test_each_unit_has_its_answers_row_by_row() -> None:
    experiment = Experiment().with_(**{"network.hidden": "3,20"})
    model = build(experiment.network, image_shape=(2,), classes=2, mean=[0, 1], deviation=[2, 3], seed=0)
    recognizer = Recognizer(experiment, ("A", "B"), model.state_dict(), image_shape=(2,))
    plane, side = Plane(("x", "y")), 4
    grid = plane.grid_rows(side)
    first, second = unit_planes(recognizer, grid, side)
    assert first is not None
    assert second is not None
    assert first.shape == (3, side, side)
    assert second.shape == (14, side, side)  # the seven units at either end
    for place in (0, 5, 15):
        made = recognizer.activations(grid[place])
        row, column = divmod(place, side)
        assert np.allclose(first[:, row, column], made[0], atol=1e-6)
        assert np.allclose(second[:, row, column], np.concatenate([made[1][:7], made[1][-7:]]), atol=1e-6)
