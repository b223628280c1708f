"""A set in a foreign encoding is learnt as well as the same images are: held against the real MNIST."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.cli.program import main
from engine.data import datasets

COUNT = 3000

ENCODINGS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "bits": lambda x: (x > 99).astype(np.uint8),
    "17 levels": lambda x: np.rint(x * (16 / 255)),
    "standardised": lambda x: ((x / 255 - 0.1307) / 0.3081).astype(np.float32),
    "16 bits, dark ink": lambda x: 65_535 - x.astype(np.uint16) * 257,
}


@pytest.fixture(autouse=True)
def nothing_in_memory() -> None:
    """Leave MNIST where it is once it was read: what it is compared with may stay."""


@pytest.mark.mnist
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_it_reads_the_real_mnist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setattr(
        "engine.evaluation.closing.learn_doubt", lambda *_, **__: None
    )  # not what is asked here
    mnist = datasets.load("mnist", part="train")
    images, labels = ENCODINGS[encoding](mnist.images[:COUNT]), mnist.labels[:COUNT]
    if encoding == "17 levels":
        np.savetxt(
            tmp_path / "t.csv", np.column_stack([images.reshape(COUNT, -1), labels]), delimiter=",", fmt="%d"
        )
    else:
        np.savez(tmp_path / "t.npz", images=images, labels=labels)
    (path,) = tmp_path.glob("t.*")
    model = str(tmp_path / "m.safetensors")
    assert main(["datasets", "import", str(path)]) == 0
    assert (
        main(
            ["train", "--data", "t", "--epochs", "4", "--hidden", "64", "--batch-size", "32", "--out", model]
        )
        == 0
    )
    capsys.readouterr()
    assert main(["evaluate", model, "--data", "mnist", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["accuracy"] > 0.85
