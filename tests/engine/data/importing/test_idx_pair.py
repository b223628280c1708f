"""Pairs of IDX files: either of them or their folder is enough, one alone is not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.idx import write_idx
from engine.data.import_set import import_set
from engine.errors import DataError
from tests.engine.data.own_images import sample


@pytest.mark.parametrize("given_name", ["d-images-idx3-ubyte", "d-labels-idx1-ubyte.gz", "."])
def test_idx_pair(tmp_path: Path, given_name: str) -> None:
    data = sample()
    (tmp_path / "d-images-idx3-ubyte").write_bytes(write_idx(data.images))
    (tmp_path / "d-labels-idx1-ubyte.gz").write_bytes(write_idx(data.labels.astype(np.uint8), packed=True))
    report = import_set(tmp_path / given_name, name="Pair")
    assert report.count == 12


def test_idx_without_its_other_half(tmp_path: Path) -> None:
    (tmp_path / "d-images-idx3-ubyte").write_bytes(write_idx(sample().images))
    with pytest.raises(DataError, match="d-labels-idx1-ubyte"):
        import_set(tmp_path / "d-images-idx3-ubyte")
