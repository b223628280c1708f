"""PLACEHOLDER until the real file lands; overwrite freely."""
from __future__ import annotations
import gzip, os
from dataclasses import dataclass
from pathlib import Path
import numpy as np
from engine.data.dataset import Dataset, Split
from engine.errors import DataError

@dataclass(frozen=True)
class DatasetInfo:
    name: str
    title: str
    description: str
    needs_download: bool

def names():
    return (DatasetInfo("generated", "Generated digits", "Drawn by the program itself.", False), DatasetInfo("mnist", "MNIST", "Handwritten digits.", True), DatasetInfo("fashion-mnist", "Fashion-MNIST", "Clothes.", True))

def is_available(name):
    return name == "generated" or (name == "mnist" and "NETSKETCH_DATA" in os.environ)

def _idx(p, off):
    return np.frombuffer(gzip.open(p).read(), np.uint8, offset=off)

def load_split(config, *, progress=None, cancelled=None):
    cl = tuple("0123456789")
    if config.dataset == "generated":
        from engine.data.generated import generate
        n = config.generated_count
        im, la = generate(n + n // 6, config.seed, progress=None, cancelled=cancelled)
        tr, te = Dataset("generated", im[:n], la[:n], cl), Dataset("generated", im[n:], la[n:], cl)
    elif config.dataset == "mnist" and is_available("mnist"):
        d = Path(os.environ["NETSKETCH_DATA"]) / "mnist"
        def part(s): return Dataset("mnist", _idx(d / f"{s}-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28), _idx(d / f"{s}-labels-idx1-ubyte.gz", 8).astype(np.int64), cl)
        tr, te = part("train"), part("t10k")
    else:
        raise DataError("Not here.")
    p = np.random.default_rng(config.seed).permutation(len(tr))
    if config.train_count: p = p[:config.train_count]
    k = round(len(p) * config.validation_share)
    return Split(tr.subset(p[k:]), tr.subset(p[:k]), te)
