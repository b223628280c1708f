"""Makes the models that come with the program anew: ``python -m resources.make_models [pen …]``.

Each is what ``netsketch train`` makes of its preset and the seed below on one thread, but for what tells which drawings
are no digit, which is learnt from all training drawings: whoever has the same processor, PyTorch, NumPy and generated
digits gets the same model. MNIST has to be on this computer (``NETSKETCH_DATA``). docs/recognition.md says how well
they read. A model takes some minutes.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(__file__).with_name("models")
SEEDS = {"pen": 0}  # by preset
MOST, REFUSED = (
    100_000,
    0.03,
)  # training drawings; share of validation drawings, a third of which a program drew


def command(preset: str, folder: Path = FOLDER) -> list[str]:
    """Return the command that makes one model; only a whole one takes the place of that before."""
    settings = ["--preset", preset, "--seed", str(SEEDS[preset]), "--threads", "1", "--no-keep"]
    return [
        sys.executable,
        str(ROOT / "main.py"),
        "train",
        *settings,
        "--out",
        f"{folder / preset}.safetensors",
    ]


def sharpen(path: Path) -> None:
    """Let a model learn from all of its training drawings which others are no digit, ten seconds; weights stay."""
    from engine.data.datasets import load_split
    from engine.data.doubt import learn_doubt
    from engine.storage import model_file

    saved = model_file.load(path)
    doubt = learn_doubt(load_split(saved.experiment.data), most=MOST, refused=REFUSED, anew=True)
    model_file.save_copy(path, replace(saved, doubt=doubt))


def main(names: list[str]) -> int:
    """Make the models of some presets, of all where none is named; return the exit status of the first that fails."""
    FOLDER.mkdir(exist_ok=True)
    for name in names or SEEDS:
        code = subprocess.run(command(name), check=False, cwd=ROOT).returncode
        if code:
            return code
        sharpen(FOLDER / f"{name}.safetensors")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
