"""How many bytes a model's weights are where every byte counts: packed, and gzipped as a download is."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import torch


def packed_size(state: Mapping[str, torch.Tensor]) -> int:
    """Return the bytes of all float numbers of a state dict, as float32 in the order of their names, gzipped."""
    return gzipped(
        tensor.detach().cpu().float().contiguous().numpy().tobytes()
        for _, tensor in sorted(state.items())  # files give them in any order
        if tensor.is_floating_point()
    )


def gzipped(parts: Iterable[bytes]) -> int:
    """Return how many bytes some content is as gzip packs it; the same content always gives the same number."""
    packer = zlib.compressobj(level=6, wbits=16 + zlib.MAX_WBITS)  # 16 more stand for the form of gzip
    return sum(len(packer.compress(part)) for part in parts) + len(packer.flush())
