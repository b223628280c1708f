"""Claim: ten epochs with validation take less than a quarter of the time of the article's Keras script.

Both train 784-64-64-10 with Adam and batches of 128 on the same 54,000 images and are validated on 6,000 after each
of ten epochs, each in a process of its own, in turns (A B C A B C …). Counted is the whole of it, once the libraries
and the images are in memory: `train()` from call to end, and Keras's `fit()`, compiling and first trace included.
Keras 3 runs on TensorFlow, held to one thread as we are, and once more with as many as it takes by itself.

Keras and TensorFlow are a yardstick, no part of the program: `--install` puts them into an environment of their own,
`.venv-keras`. Without it, nothing is measured.

Run: python benchmarks/keras_fit.py --install
     python benchmarks/keras_fit.py [--rounds 3] [--epochs 10]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from _claims import Claim, arguments, conclude, ratio
from _measure import ROOT, child, images_at_hand, in_turns, machine, spread

CLAIM = 4.0
BATCH_SIZE = 128
PLACE = ROOT / ".venv-keras"
KERAS_PYTHON = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALL = "python3 dev.py bench --only keras_fit --install"
YARDSTICK = "the article's Keras script"
NAMES = tuple(
    f"ten epochs with validation, times as fast, {threads}"
    for threads in ("both on one thread", "Keras on as many threads as it takes")
)
ARTICLE = """
import json, os, sys, time
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
os.environ["KERAS_BACKEND"] = "tensorflow"
path, epochs, batch_size, threads = sys.argv[1], *map(int, sys.argv[2:5])
import numpy as np
import tensorflow as tf
if threads:
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)
import keras
data = np.load(path)
x = data["images"].reshape(-1, 784).astype("float32") / 255
y = keras.utils.to_categorical(data["labels"], 10)
model = keras.Sequential([
    keras.Input((784,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
began = time.perf_counter()
told = model.fit(x, y, batch_size=batch_size, epochs=epochs, validation_split=0.1, verbose=0)
print(json.dumps({"seconds": time.perf_counter() - began, "accuracy": told.history["val_accuracy"][-1],
                  "versions": f"Keras {keras.__version__}, TensorFlow {tf.__version__}"}))
"""


def install() -> None:
    """Make `.venv-keras` and put TensorFlow, which brings Keras, into it."""
    if not KERAS_PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PLACE)], check=True)
    command = [KERAS_PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "tensorflow"]
    subprocess.run(command, check=True)


def ours(epochs: int, images: Path) -> dict[str, Any]:
    """Train the article's network in this process."""
    from engine.config import load_preset
    from engine.data.dataset import Dataset, Split
    from engine.training import EpochDone, train

    data = np.load(images)
    whole = Dataset("images", data["images"], data["labels"], tuple("0123456789"))
    held_out = len(whole) // 10  # the last ones, as Keras does
    parts = (
        whole.subset(slice(0, len(whole) - held_out)),
        whole.subset(slice(len(whole) - held_out, None)),
        whole.subset(slice(0, 0)),
    )
    experiment = load_preset("article").with_(**{"training.epochs": epochs, "training.threads": 1})
    accuracy = None
    began = time.perf_counter()
    for event in train(experiment, Split(*parts)):
        if isinstance(event, EpochDone):
            accuracy = event.validation_accuracy
    return {"seconds": time.perf_counter() - began, "accuracy": accuracy}


def theirs(epochs: int, images: Path, threads: int) -> dict[str, Any]:
    """Run the article's script in its own environment; no threads for as many as it likes."""
    command = [str(KERAS_PYTHON), "-c", ARTICLE, *map(str, (images, epochs, BATCH_SIZE, threads))]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


def write_images(path: Path) -> str:
    """Write 60,000 images and labels for both, and return the name of the data."""
    from engine.config import load_preset
    from engine.data import datasets

    name = images_at_hand()
    changes = {"data.dataset": name, "data.generated_count": 60_000}
    split = datasets.load_split(load_preset("article").with_(**changes).data)
    images = np.concatenate([split.train.images, split.validation.images])
    np.savez(path, images=images, labels=np.concatenate([split.train.labels, split.validation.labels]))
    return f"{len(images):,} images of “{name}”"


def main() -> int:
    """Measure and print; the exit code says whether the claim is met, or not measured."""
    parser = arguments(__doc__, rounds=3, epochs=10)
    parser.add_argument(
        "--install", action="store_true", help="put Keras and TensorFlow into .venv-keras first"
    )
    parser.add_argument("--images", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.images:
        print(json.dumps(ours(options.epochs, options.images)))
        return 0
    if options.install:
        install()
    if not KERAS_PYTHON.exists():
        reason = f"Keras is not installed; `{INSTALL}` does that, some 600 MB."
        claims = [Claim(name, YARDSTICK, CLAIM, "×", at_least=True, reason=reason) for name in NAMES]
        return conclude(claims, as_json=options.json)
    told: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        images = Path(folder, "images.npz")
        data = write_images(images)

        def noted(name: str, found: dict[str, Any]) -> float:
            told[name] = found
            return float(found["seconds"])

        ours_, one, any_ = "NetSketch, one thread", "Keras, one thread", "Keras, its own choice of threads"
        own = ("--epochs", options.epochs, "--images", images)
        ways = {
            ours_: lambda: noted(ours_, child(__file__, *own)),
            one: lambda: noted(one, theirs(options.epochs, images, 1)),
            any_: lambda: noted(any_, theirs(options.epochs, images, 0)),
        }
        found = in_turns(ways, options.rounds, warm_up=0)
    print(f"{data}, {options.epochs} epochs, {options.rounds} rounds; {told[one]['versions']}; {machine()}\n")
    for name, seconds in found.items():
        print(
            f"{name:32} {spread(seconds, 1)} s; at the end {told[name]['accuracy']:.2%} of the held-out images"
        )
    claims = [
        ratio(name, f"{YARDSTICK}, {told[one]['versions']}", found[way], found[ours_], CLAIM, at_least=True)
        for name, way in zip(NAMES, (one, any_), strict=True)
    ]
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
