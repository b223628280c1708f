from __future__ import annotations

import pytest

from gui.stations.train.microscope.phases import Phase, Stage, instant_at, phases_of


def test_a_step_goes_there_and_back_through_every_layer() -> None:
    phases = phases_of(2)
    assert [phase.stage.value for phase in phases] == [
        "batch", "forward", "forward", "loss", "backward", "backward", "gradient", "update", "after",
    ]  # fmt: skip
    assert [phase.column for phase in phases] == [0, 1, 2, 0, 2, 1, 0, 0, 0]
    assert len(set(phases)) == len(phases)
    assert phases[0] == Phase(Stage.BATCH)


@pytest.mark.parametrize(
    ("position", "number", "share"),
    [(0.0, 0, 1.0), (0.25, 1, 0.25), (1.0, 1, 1.0), (1.5, 2, 0.5), (2.0, 2, 1.0)],
)
def test_between_two_phases_the_later_one_happens(position: float, number: int, share: float) -> None:
    instant = instant_at(position)
    assert (instant.number, instant.share) == (number, pytest.approx(share))
