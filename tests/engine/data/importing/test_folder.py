"""Folders of pictures: what is in them is used or listed, and parts stay parts."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from engine.data import datasets
from engine.data.import_set import import_set
from tests.engine.data.own_images import folder_of


def test_what_cannot_be_read_is_listed_and_the_rest_used(tmp_path: Path) -> None:
    root = folder_of(tmp_path / "mixed", {"a": 3, "b": 3})
    (root / "a" / "notes.txt").write_text("no picture")
    (root / "b" / "torn.png").write_bytes((root / "b" / "0.png").read_bytes()[:90])
    Image.new("L", (30, 30), 255).save(root / "b" / "blank.png")
    (root / "loose.png").write_bytes((root / "b" / "0.png").read_bytes())
    (root / "a" / ".hidden").write_text("not looked at")
    (root / ("x" * 80)).mkdir()
    (root / ("x" * 80) / "0.png").write_bytes((root / "b" / "0.png").read_bytes())
    report = import_set(root)
    assert report.count == 6
    rejected = {Path(item.name).name: item.why for item in report.rejected}
    assert set(rejected) == {"notes.txt", "torn.png", "blank.png", "loose.png", "x" * 80}
    assert rejected["blank.png"] == "Nothing is drawn on it."
    assert rejected["x" * 80].endswith("is no name for a class. A name has 1 to 60 letters, digits or signs.")
    assert all(why.endswith(".") for why in rejected.values())


def test_test_folders_are_tested_with(tmp_path: Path) -> None:
    folder_of(tmp_path / "set" / "train", {"a": 4, "b": 4})
    folder_of(tmp_path / "set" / "test", {"a": 1, "b": 2})
    import_set(tmp_path / "set")
    assert datasets.load("set").class_counts().tolist() == [4, 4]
    assert datasets.load("set", part="test").class_counts().tolist() == [1, 2]
