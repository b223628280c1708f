"""The trained model that comes with the program: from the first second there is one that reads digits."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def shipped_model() -> Path:
    """Return the model file that comes with the program; it is the program's own, and nothing writes to it.

    The program's resources lie as files wherever it runs: in a source tree, where a wheel was installed, and in what
    PyInstaller makes.
    """
    return Path(str(resources.files("resources") / "models" / "pen.safetensors"))
