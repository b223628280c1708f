"""Makes the models that come with the program anew: ``python -m resources.make_models [--doubts] [pen …]``.

Each is what ``netsketch train`` makes of its preset and the seed below on one thread, but for what tells which drawings
are no digit, which is learnt from all training drawings: whoever has the same processor, PyTorch, NumPy and generated
digits gets the same model. MNIST has to be on this computer (``NETSKETCH_DATA``). docs/recognition.md says how well
they read. A model takes some minutes; with ``--doubts`` the models stay, and only what is no digit is learnt anew.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(__file__).with_name("models")
SEEDS = {"pen": 0}  # by preset
# Of a doubt: training drawings that it learns from, hidden units, share of the validation drawings beyond the limit.
MOST, HIDDEN, REFUSED = 100_000, 144, 0.0175


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
    """Let a model learn from all of its training drawings which others are no digit, half a minute; weights stay."""
    from engine.data.datasets import load_split
    from engine.data.doubt.learning import learn_doubt
    from engine.storage import model_file

    saved = model_file.load(path)
    data = load_split(saved.experiment.data)
    doubt = learn_doubt(data, most=MOST, hidden=HIDDEN, refused=REFUSED, anew=True)
    model_file.save_copy(path, replace(saved, doubt=doubt))


def main(words: list[str]) -> int:
    """Make the models of some presets, of all where none is named; return the exit status of the first that fails."""
    parser = argparse.ArgumentParser(description="Make the models that come with the program anew.")
    parser.add_argument("names", nargs="*", metavar="preset", help="all where none is named")
    parser.add_argument(
        "--doubts", action="store_true", help="only learn anew what is no digit; weights stay"
    )
    options = parser.parse_args(words)
    FOLDER.mkdir(exist_ok=True)
    for name in options.names or SEEDS:
        code = 0 if options.doubts else subprocess.run(command(name), check=False, cwd=ROOT).returncode
        if code:
            return code
        sharpen(FOLDER / f"{name}.safetensors")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
