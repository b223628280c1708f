"""Saves a model that is not the one at hand to a file that the person chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.file_names import file_name
from gui.widgets.notice_bar import Notice
from gui.widgets.saving.ask_where import ask_where

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.storage.model_file import SavedModel
    from gui.bench.preferences import Preferences

_tr = partial(QCoreApplication.translate, "ModelSaving")

ENDING = ".safetensors"


def save_model(window: QWidget, preferences: Preferences, saved: SavedModel, *parts: str) -> Notice | None:
    """Ask where a model is to be saved, and write it there.

    Args:
        window: Over which is asked.
        preferences: Which know the recent files.
        saved: The model.
        parts: What its proposed name ends with, behind data and layers.

    Returns:
        What is to be told; None where the person thought better of it.

    Raises:
        NetSketchError: If it cannot be written.
    """
    from engine.storage import model_file

    layers = saved.experiment.network.summary or "linear"
    named = "-".join([saved.experiment.data.dataset, layers, *parts])
    recent = preferences.recent_files
    folder = recent[0].parent if recent else Path.home()
    start = folder / f"{file_name(named, 'model')}{ENDING}"
    pattern = _tr("NetSketch models (*.safetensors)")
    path = ask_where(window, _tr("Save model"), start, pattern, ENDING)
    if path is None:
        return None
    model_file.save_copy(path, saved)
    preferences.add_recent(path)
    name = path.name
    return Notice("success", lambda: _tr("Saved as “{name}”.").format(name=name))
