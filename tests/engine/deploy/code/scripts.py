"""Runs scripts that were written, on little data, and tells what they say."""

from __future__ import annotations

import re
import runpy
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import torch

from engine.data.generated import generate
from engine.data.idx import write_idx

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NAMES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)


def write_idx_files(folder: Path, count: int = 600) -> Path:
    """Write generated digits as MNIST is published."""
    folder.mkdir(exist_ok=True)
    for name, content in zip(NAMES, _idx_files(count), strict=True):
        (folder / f"{name}.gz").write_bytes(content)
    return folder


@cache
def _idx_files(count: int) -> tuple[bytes, ...]:
    return tuple(
        write_idx(values, packed=True)
        for images, labels in (generate(count, 1), generate(count // 6, 2))
        for values in (images, labels.astype("uint8"))
    )


def run(text: str, data: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Run a script in this process, which has loaded what it needs, and return its names."""
    script = place / "network.py"
    script.write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", [str(script), "--data", str(data)])
    threads = torch.get_num_threads()
    try:
        with torch.random.fork_rng(devices=[]):
            return runpy.run_path(str(script), run_name="__main__")
    finally:
        torch.set_num_threads(threads)
        torch.set_default_device(
            None
        )  # or each call of PyTorch's takes half as long again, in all tests to come


def accuracy_in(output: str) -> float:
    """Return the share of test images that a script says it read."""
    found = re.search(r"test accuracy ([\d.]+)%", output)
    assert found is not None, output
    return float(found[1]) / 100
