"""Whether several processes gain anything: what they save of a step against what it takes to add up the gradients.

The rates are rough, of a processor of today and of processes on one machine; ``benchmarks/ranks.py`` measures. Between
machines it takes longer: where this says that nothing is gained, it is so all the more.
"""

from __future__ import annotations

WORK_A_SECOND = 20e9  # multiply-adds of one thread
PASSES = 3  # a step is one pass forward and two of its size back
SHARING = 1e-3  # seconds to add up anything at all
BYTES_A_SECOND = 1e9  # that are added up


def pays(work: int, parameters: int, world: int) -> bool:
    """Tell whether ``world`` processes take less time for a step than one.

    Args:
        work: Multiply-adds in the forward pass of one step, of the whole batch.
        parameters: Numbers whose gradients are added up.
        world: How many processes there are.
    """
    saved = PASSES * work / WORK_A_SECOND * (1 - 1 / world)
    return saved > SHARING + 4 * parameters / BYTES_A_SECOND
