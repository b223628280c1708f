"""The product of two matrices by the faster of two libraries that PyTorch brings.

``torch.mm`` asks MKL, which gives AMD's processors no instructions of 512 bits; oneDNN does. On those that calculate
512 bits at once (Zen 5) it is twice as fast, from some two million multiply-adds on: what it needs besides, a result of
its own that is copied, is then little. With a batch of one image it loses. See docs/adr/0095.

Which of the two is decided by processor and shapes alone, so that a run is the same to the bit whenever it is done
again on a machine.
"""

# Without `from __future__ import annotations`: the script compiler looks at the types.
import math
from functools import cache

import torch
from torch import Tensor

LEAST_WORK = 2_000_000
"""Multiply-adds of a product; of smaller ones, oneDNN takes as long to begin as it saves."""


def by_onednn(images: int, inputs: int, units: int) -> bool:
    """Whether the products of a dense layer in float32 are faster by oneDNN on this processor.

    Where a side is 1, what is multiplied is a vector, and oneDNN takes up to six times as long.
    """
    sides = images, inputs, units
    return min(sides) > 1 and math.prod(sides) >= LEAST_WORK and _is_faster()


@cache
def _is_faster() -> bool:
    able = torch.cpu.get_capabilities()
    # Of AMD's processors, Zen 5 is the first to have the pairs' intersection, and to calculate 512 bits at once.
    return (
        str(able.get("cpu_name", "")).startswith("AMD")
        and bool(able.get("avx512_vp2intersect"))
        and HAS_ONEDNN
    )


def _takes_plain_matrices() -> bool:
    """Whether oneDNN is there and can be asked in this way, which PyTorch keeps to itself and may change any day."""
    some = torch.ones(2, 3, device="cpu")
    try:
        found = torch.ops.mkldnn._linear_pointwise(some, some, None, "none", [], None)
        return torch.equal(found, some @ some.t())
    except (AttributeError, RuntimeError, TypeError):
        return False


HAS_ONEDNN = _takes_plain_matrices()

if HAS_ONEDNN:

    def product(left: Tensor, right: Tensor) -> Tensor:
        """Return ``left (M, K) @ right (K, N)``, by oneDNN where it is there."""
        result: Tensor = torch.ops.mkldnn._linear_pointwise(left, right.t(), None, "none", [], None)
        return result

else:

    def product(left: Tensor, right: Tensor) -> Tensor:
        """Return ``left (M, K) @ right (K, N)``."""
        return left @ right


def multiply(left: Tensor, right: Tensor, by_onednn: bool, out: Tensor) -> None:
    """Put ``left (M, K) @ right (K, N)`` into ``out (M, N)``, by the library that is told."""
    if by_onednn:
        out.copy_(product(left, right))
    else:
        torch.mm(left, right, out=out)
