"""Makes the models that come with the program anew: ``python -m resources.make_models [pen …]``.

Each is what ``netsketch train`` makes of its preset and the seed below on one thread, and nothing else: whoever has the
same processor, PyTorch, NumPy and generated digits gets the same weights. MNIST has to be on this computer
(``NETSKETCH_DATA``). docs/recognition.md says how well they read. A model takes some minutes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(__file__).with_name("models")
SEEDS = {"pen": 0}  # by preset


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


def main(names: list[str]) -> int:
    """Make the models of some presets, of all where none is named; return the exit status of the first that fails."""
    FOLDER.mkdir(exist_ok=True)
    codes = (subprocess.run(command(name), check=False, cwd=ROOT).returncode for name in names or SEEDS)
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
