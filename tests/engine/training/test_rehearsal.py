from __future__ import annotations

import torch

from engine.training.fast import dense_step
from engine.training.fast.script import scripted
from engine.training.rehearsal import rehearse


def test_a_rehearsal_leaves_steps_compiled_and_nothing_else_changed() -> None:
    scripted.cache_clear()
    threads, numbers = torch.get_num_threads(), torch.random.get_rng_state()
    rehearse()
    assert scripted.cache_info().currsize == 1
    scripted(dense_step.run_steps)
    assert scripted.cache_info().hits >= 1
    assert torch.get_num_threads() == threads
    assert torch.equal(torch.random.get_rng_state(), numbers)
