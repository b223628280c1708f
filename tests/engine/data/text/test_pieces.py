"""A text is divided by stretches that have no character in common."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.text.pieces import divided, least_characters, pieces_of, stretches_of


@pytest.mark.parametrize(("count", "context"), [(110, 10), (5000, 16), (123_457, 64), (650, 64)])
def test_no_character_is_in_two_parts(count: int, context: int) -> None:
    numbers = np.arange(count, dtype=np.uint32).astype(np.int64)
    (train, learnt), (test, tested), blocks = divided(numbers, context, seed=3)  # type: ignore[arg-type]
    assert len(train) == len(blocks)
    if count < 2**16:  # places are kept in sixteen bits
        first = {*train.reshape(-1).tolist(), *learnt.reshape(-1).tolist()}
        second = {*test.reshape(-1).tolist(), *tested.reshape(-1).tolist()}
        assert first.isdisjoint(second)
    assert 0 < len(test) < 0.2 * len(train) + 2


def test_stretches_hold_nearly_all_of_a_text_and_whole_pieces() -> None:
    stretches = stretches_of(123_457, 64)
    assert all((stretch.stop - stretch.start - 1) % 64 == 0 for stretch in stretches)
    assert sum(stretch.stop - stretch.start for stretch in stretches) > 0.98 * 123_457


def test_the_shortest_text_has_something_for_every_part() -> None:
    numbers = np.zeros(least_characters(8), np.uint16)
    (train, _), (test, _), blocks = divided(numbers, 8, seed=0)
    assert len(test) == 1
    assert len(train) == 9
    assert len(set(blocks.tolist())) == 9


def test_pieces_of_a_stretch_have_its_number() -> None:
    (inputs, _), blocks = pieces_of(np.zeros(100 * 33, np.uint16), 8)
    assert len(inputs) == len(blocks)
    assert np.bincount(blocks).tolist() == [4] * 100


def test_a_seed_decides_what_is_tested_with() -> None:
    numbers = np.arange(5000, dtype=np.uint16)
    tests = [divided(numbers, 16, seed)[1][0] for seed in (0, 0, 1)]
    assert np.array_equal(tests[0], tests[1])
    assert not np.array_equal(tests[0], tests[2])
