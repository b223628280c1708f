"""What an epoch sees: everything once, or each image by chance, with the frequencies that privacy counts on."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.training.order import ByChance, Order, Shuffled


def drawn(order: Order) -> list[np.ndarray]:
    indices, sizes = order.draw()
    assert sum(sizes) == len(indices)
    return [part.numpy() for part in indices.split(list(sizes))]


def test_shuffled_shows_every_image_once() -> None:
    order = Shuffled(10, [4, 4, 2], torch.Generator().manual_seed(1))
    first, second = drawn(order), drawn(order)
    assert [len(part) for part in first] == [4, 4, 2]
    assert sorted(np.concatenate(first)) == sorted(np.concatenate(second)) == list(range(10))
    assert not np.array_equal(np.concatenate(first), np.concatenate(second))


def test_by_chance_each_image_takes_part_in_each_step_for_itself() -> None:
    count, epochs = 40, 400
    order = ByChance(count, 0.2, 5, torch.Generator().manual_seed(2))
    seen = np.zeros((epochs * order.steps, count))
    for row, part in enumerate(part for _ in range(epochs) for part in drawn(order)):
        assert len(np.unique(part)) == len(part)  # nobody twice in a step
        seen[row, part] = 1
    deviation = np.sqrt(0.2 * 0.8 / len(seen))
    assert np.abs(seen.mean(0) - 0.2).max() < 4.5 * deviation
    assert seen.sum(1).var() == pytest.approx(count * 0.2 * 0.8, rel=0.1)  # as many coins have it
    apart = np.corrcoef(seen.T) - np.eye(count)
    assert np.abs(apart).max() < 5 / np.sqrt(len(seen))
    following = np.mean((seen[1:] - 0.2) * (seen[:-1] - 0.2))  # nor does a step know of the one before
    assert abs(following) < 0.002


@pytest.mark.parametrize(
    ("count", "rate", "steps"), [(1, 1.0, 1), (2, 0.5, 2), (3, 1.0, 2), (100, 0.3, 3), (5, 0.9, 2)]
)
def test_by_chance_works_for_few_images(count: int, rate: float, steps: int) -> None:
    order = ByChance(count, rate, steps, torch.Generator().manual_seed(3))
    for _ in range(50):
        parts = drawn(order)
        assert len(parts) == steps
        for part in parts:
            assert ((part >= 0) & (part < count)).all()
            assert rate < 1 or len(part) == count


def test_a_step_may_see_no_image() -> None:
    order = ByChance(4, 0.25, 4, torch.Generator().manual_seed(4))
    sizes = [len(part) for _ in range(50) for part in drawn(order)]
    assert sizes.count(0) / len(sizes) == pytest.approx(0.75**4, abs=0.12)


def test_the_state_of_its_generator_decides_what_comes() -> None:
    order = ByChance(100, 0.09, 11, torch.Generator().manual_seed(5))
    drawn(order)
    state = order.generator.get_state()
    expected = drawn(order)
    order.generator.set_state(state)
    assert [part.tolist() for part in drawn(order)] == [part.tolist() for part in expected]
