"""What small files describe together is bounded: pixels, cells, files in zips, tables in them; each bound counts."""

from __future__ import annotations

import gzip
import zipfile
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets
from engine.data.importing.pixels_read import SAMPLE, PixelsRead, TooManyPixels
from engine.data.importing.reader import Held, Unreadable
from engine.errors import DataError
from tests.engine.data.own_images import folder_of

ROW = b"3," + b",".join([b"7"] * 783) + b"\n"


def pixels_of(pictures: Path) -> int:
    pixels = 0
    for path in pictures.rglob("*.png"):
        with Image.open(path) as image:
            pixels += image.width * image.height
    return pixels


def test_pixels_of_all_pictures_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = folder_of(tmp_path / "pictures", {"1": 6, "7": 6})
    monkeypatch.setattr("engine.packed.PIXELS_EACH", 0)
    monkeypatch.setattr("engine.packed.LEAST_PIXELS", 3 * pixels_of(pictures))  # some are read more than once
    assert import_set(pictures, name="just").count == 12
    monkeypatch.setattr("engine.packed.LEAST_PIXELS", pixels_of(pictures) // 2)
    with pytest.raises(DataError, match="far too large for the size of their files"):
        import_set(pictures, name="above")


def test_what_is_to_come_is_foreseen_from_the_first_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.packed.PIXELS_EACH", 0)
    monkeypatch.setattr("engine.packed.LEAST_PIXELS", 100 * SAMPLE)
    picture: Any = SimpleNamespace(read=lambda: np.zeros((10, 10)), is_bare=False)
    for times, is_refused in ((2, False), (3, True)):  # twice what may be is left to be seen
        reading = PixelsRead(times * SAMPLE, size=1)
        for _ in range(SAMPLE - 1):
            reading.read(picture)
        with pytest.raises(TooManyPixels) if is_refused else nullcontext():
            reading.read(picture)


def test_images_of_all_files_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").touch()
    monkeypatch.setattr("engine.packed.LEAST_IMAGES", 10)
    sum_of = Held([tmp_path / "a"])
    sum_of.add(0, 4)
    sum_of.add(0, 6)
    with pytest.raises(Unreadable, match="far too large for them"):
        sum_of.add(0, 1)


def test_a_zip_packs_pictures_once_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.packed.LEAST_PIXELS", 0)
    (tmp_path / "one.bmp").parent.mkdir(exist_ok=True)
    Image.new("L", (400, 400), 9).save(tmp_path / "one.bmp")
    content = (tmp_path / "one.bmp").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(4):
            file.writestr(f"{number % 2}/{number}.bmp", content)
    with pytest.raises(DataError, match="far too large for the size of their files"):
        import_set(tmp_path / "a.zip")


def test_pictures_of_which_nearly_none_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.importing.pixels_read.FIRST_ONES", 20)
    pictures = folder_of(tmp_path / "pictures", {"1": 1, "7": 1})
    for number in range(30):
        (pictures / "1" / f"!{number}.png").write_bytes(b"x")
    with pytest.raises(DataError, match="20 of the first 20 images cannot be used"):
        import_set(pictures)
    assert imported_sets() == ()


def test_files_in_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.importing.archive.LEAST_ENTRIES", 50)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        for number in range(51):
            file.writestr(f"{number}", b"")
    with pytest.raises(DataError, match="too many files"):
        import_set(tmp_path / "a.zip")


def test_empty_files_in_a_zip_are_passed_over(tmp_path: Path) -> None:
    pictures = folder_of(tmp_path / "pictures", {"1": 6, "7": 6})
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("1/empty.png", b"")
        for path in pictures.rglob("*.png"):
            file.write(path, path.relative_to(pictures))
    report = import_set(tmp_path / "a.zip")
    assert report.count == 12
    assert [(each.name, str(each.why)) for each in report.rejected] == [("1/empty.png", "It is empty.")]


def test_tables_in_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.importing.archive.LEAST_TABLES", 1 << 10)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.csv", ROW * 90)
    with pytest.raises(DataError, match="The tables in it are far too large for the zip: unpack it"):
        import_set(tmp_path / "a.zip")


def test_cells_of_a_packed_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.packed.LEAST_CELLS", 50 * 784 - 1)
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(ROW * 50))
    with pytest.raises(DataError, match="39,199 cells, which is far too many for its size"):
        import_set(tmp_path / "a.csv.gz")


def test_a_table_that_does_not_fit_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = np.zeros((28, 28), np.uint8)
    picture[6:22, 12:16] = 255
    pixels = ",".join(map(str, picture.ravel()))
    (tmp_path / "a.csv").write_text("".join(f"{row % 3},{pixels}\n" for row in range(50)))
    monkeypatch.setattr("engine.data.importing.table.available_memory", lambda: 8 * 50 * 785)
    assert import_set(tmp_path / "a.csv", name="just").count == 50
    monkeypatch.setattr("engine.data.importing.table.available_memory", lambda: 8 * 50 * 785 - 8)
    with pytest.raises(DataError, match="does not fit into memory"):
        import_set(tmp_path / "a.csv", name="above")


def test_files_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.importing.tree.MAX_FILES", 9)
    with pytest.raises(DataError, match="more than 9 files"):
        import_set(folder_of(tmp_path / "pictures", {"1": 6, "7": 6}))
