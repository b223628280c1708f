from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.training.histogram import BINS, count


def test_every_number_is_counted_in_bins_as_far_to_either_side() -> None:
    values = torch.tensor([[-3.0, -1.4], [0.1, 2.9], [3.0, 0.0]])
    found = count("hidden_1", values, bins=6)
    assert found.layer == "hidden_1"
    assert found.edges.tolist() == pytest.approx([-3, -2, -1, 0, 1, 2, 3])
    assert found.counts.tolist() == [1, 1, 0, 2, 0, 2]
    assert found.norm == pytest.approx(float(values.norm()))


def test_it_agrees_with_numpy() -> None:
    values = torch.randn(5000, generator=torch.Generator().manual_seed(0))
    found = count("output", values)
    wanted = np.histogram(values.numpy().astype(np.float64), found.edges)[0]
    assert np.abs(found.counts - wanted).max() <= 1  # a number at a bound may fall to either side
    assert found.counts.sum() == 5000


@pytest.mark.parametrize("numbers", [[], [0.0, 0.0], [float("nan"), float("inf"), 0.5, -0.5]])
def test_nothing_zeros_and_what_is_no_number_do_no_harm(numbers: list[float]) -> None:
    found = count("output", torch.tensor(numbers))
    assert len(found.counts) == BINS
    assert found.counts.sum() == sum(np.isfinite(numbers))
    assert np.isfinite(found.edges).all()
    assert np.isfinite(found.norm)


def test_of_very_many_numbers_some_of_every_column_are_counted() -> None:
    columns = torch.tensor([-1.0, -0.6, -0.2, 0.2, 0.6, 1.0])  # as many as would divide the stride
    values = columns.expand(60_000, 6)
    found = count("hidden_1", values, bins=6, most=30_000)
    assert 30_000 / 2 <= found.counts.sum() <= 36_000
    assert found.counts.min() > 0.15 * found.counts.sum()
    assert found.norm == pytest.approx(float(values.norm()), rel=1e-3)
    assert count("hidden_1", values[:500], bins=6, most=30_000).counts.sum() == 3000
