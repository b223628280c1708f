"""The machine: threads, device, memory, generators."""

from __future__ import annotations

import pytest
import torch

from engine import runtime
from engine.config import Device
from engine.errors import TrainingError


@pytest.mark.parametrize(
    ("work", "cores", "threads"),
    [
        (7_000_000, 64, 1),  # the article's network
        (70_000_000, 8, 2),
        (70_000_000, 2, 1),  # never all cores
        (10**12, 16, 8),
        (10**12, 1, 1),
        (0, 4, 1),
    ],
)
def test_threads_follow_the_work_of_a_step(work: int, cores: int, threads: int) -> None:
    assert runtime.choose_threads(work, cores=cores) == threads


def test_threads_asked_for_are_given() -> None:
    assert runtime.choose_threads(0, 3, cores=2) == 3


def test_threads_that_are_preferred_hold_where_none_are_asked_for() -> None:
    runtime.prefer_threads(4)
    try:
        assert runtime.choose_threads(0, cores=2) == 4
        assert runtime.choose_threads(0, 3, cores=2) == 3
    finally:
        runtime.prefer_threads(0)
    assert runtime.choose_threads(0, cores=2) == 1


def test_cores_are_counted() -> None:
    assert runtime.usable_cores() >= 1


def test_small_networks_stay_on_the_processor() -> None:
    assert runtime.choose_device(Device.AUTO, work=1000).type == "cpu"


def test_accelerator_is_taken_only_for_large_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert runtime.choose_device(Device.AUTO, work=1000).type == "cpu"
    assert runtime.choose_device(Device.AUTO, work=10**12).type == "cuda"
    assert runtime.choose_device(Device.CPU, work=10**12).type == "cpu"


def test_missing_device_is_named_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(TrainingError, match="CUDA") as caught:
        runtime.choose_device(Device.CUDA, work=1000)
    assert caught.value.remedy


def test_generators_repeat_by_seed_and_differ_by_purpose() -> None:
    def draw(seed: int, purpose: str) -> list[float]:
        return torch.rand(4, generator=runtime.generator(seed, purpose)).tolist()

    assert draw(1, "order") == draw(1, "order")
    assert draw(1, "order") != draw(2, "order")
    assert draw(1, "order") != draw(1, "weights")


def test_free_memory_is_known() -> None:
    memory = runtime.available_memory()
    assert memory is not None
    assert 2**20 < memory < 2**50
