"""Bytes: what can be packed is, and the same numbers always take as many."""

from __future__ import annotations

import gzip

import torch

from engine.compress.size import gzipped, packed_size


def test_known_sizes() -> None:
    noise = torch.rand(1000, generator=torch.Generator().manual_seed(0))
    whole = packed_size({"a": noise})
    assert whole == len(gzip.compress(noise.numpy().tobytes(), 6, mtime=0))
    assert 3000 < whole < 4100
    assert packed_size({"a": noise, "count": torch.tensor(5)}) == whole, "a count of batches is no weight"
    assert packed_size({"a": noise.double()}) == whole
    half = torch.where(torch.arange(1000) % 2 == 0, noise, 0)
    assert packed_size({"a": half}) < 0.7 * whole
    assert packed_size({"a": torch.zeros(1000)}) < 60
    assert packed_size({"a": noise, "b": half}) == packed_size({"b": half, "a": noise})
    assert gzipped([b"ab", b"c"]) == gzipped([b"abc"])
