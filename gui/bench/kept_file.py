"""The model of a kept run, read from its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import RunError

if TYPE_CHECKING:
    from pathlib import Path

    from engine.storage.model_file import SavedModel


def load_kept(name: str, path: Path) -> SavedModel:
    """Read the model of a kept run; for a thread.

    Args:
        name: What the person calls the run.
        path: Its model file.

    Raises:
        NetSketchError: If it is gone, or no usable model file.
    """
    from engine.storage import model_file

    if not path.exists():
        raise weights_gone(name, path)
    return model_file.load(path)


def weights_gone(name: str, path: Path) -> RunError:
    """Return what to say where a run has no model file."""
    return RunError(
        "The weights of “{name}” are gone.",
        cause="There is no file “{path}” any more.",
        remedy="Choose other weights of the run, or another run.",
        name=name,
        path=path,
    )
