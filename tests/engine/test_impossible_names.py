"""A name that no file can have is told as what it is: a file that is not there, or cannot be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.atomic import write_text
from engine.config.presets import load_preset
from engine.data.dataset import Dataset
from engine.data.exporting.registry import export
from engine.data.image_file import read_image
from engine.data.importing.registry import find_images, is_image_source
from engine.errors import NetSketchError
from engine.storage import model_file, tensor_file
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.library import RunLibrary

IMAGES = Dataset("rows", np.zeros((2, 28, 28), np.uint8), np.arange(2), ("0", "1"))


@pytest.mark.parametrize("name", ["a" * 300, "数" * 120, "a\0b"])
@pytest.mark.parametrize(
    "use",
    [
        lambda path: model_file.describe(path),
        lambda path: tensor_file.load(path, "netsketch-snapshot"),
        lambda path: read_image(path),
        lambda path: find_images(path),
        lambda path: RunFolder(path).experiment(),
        lambda path: RunLibrary(path.parent).get(path.name),
        lambda path: RunLibrary(path.parent).delete(path.name),
        lambda path: load_preset(path.name),
        lambda path: write_text(path, "text"),
        lambda path: export(IMAGES, path, "npz"),
    ],
)
def test_a_name_that_no_file_can_have(name: str, use: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(NetSketchError):
        use(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a" * 300, "a\0b"])
def test_what_is_not_there_is_no_source_and_has_no_checkpoint(name: str, tmp_path: Path) -> None:
    assert not is_image_source(tmp_path / name)
    assert RunFolder(tmp_path / name).checkpoint() is None


def test_a_folder_of_pictures_gets_no_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(NetSketchError):
        export(IMAGES, tmp_path / ("a" * 300), "png")
