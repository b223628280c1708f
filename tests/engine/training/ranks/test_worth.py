from __future__ import annotations

from engine.training.ranks.worth import pays


def test_a_small_dense_network_does_not_gain_and_a_convolution_does() -> None:
    assert not pays(256 * 54_912, 55_050, 2)  # 784-64-64-10
    assert pays(256 * 4_000_000, 100_000, 2)
    assert pays(4096 * 54_912, 55_050, 2)  # the same dense network, in large batches


def test_one_process_saves_nothing() -> None:
    assert not pays(10**12, 1, 1)
