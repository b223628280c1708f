"""A new preset, data set, reader and form of export: command line, dialogs, menus and stations have it at once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QPushButton

from engine import cli
from engine.config import presets
from engine.data import datasets
from engine.data.dataset import Dataset
from engine.data.exporting.registry import FORMATS, export
from engine.data.import_set import import_set
from engine.data.importing.registry import READERS, is_image_source
from engine.data.kept_drawing import KeptDrawing
from engine.data.my_digits import my_digits
from engine.data.sources.registry import SOURCES
from engine.errors import DataError
from gui.main_window import MainWindow
from gui.window.dropped_file import opens_dropped
from gui.workbench import Workbench
from tests.engine.data.exporting import bits_format
from tests.engine.data.importing import bits_reader
from tests.engine.data.sources import stripes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = 20_000
CLASSES = ("upright", "lying")


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    """Register the three for the time of a test, each by one line."""
    kept = [(registry, list(registry)) for registry in (SOURCES, READERS, FORMATS)]
    SOURCES.append(stripes.SOURCE)
    READERS.insert(0, bits_reader.READER)
    FORMATS.append(bits_format.FORMAT)
    yield
    for registry, before in kept:
        registry[:] = before


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def some_stripes(count: int = 8) -> Dataset:
    return datasets.load("stripes").subset(slice(0, count))


def actions(window: MainWindow) -> dict[str, QAction]:
    return {each.text().replace("&", ""): each for each in window.findChildren(QAction)}


def test_a_preset_in_the_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    description = {
        "title": "Bolt",
        "explanation": "Five units.",
        "order": 15,
        "experiment": {"network": {"hidden": [5]}},
    }
    folder = shutil.copytree(str(presets.preset_folder()), tmp_path / "presets")
    (folder / "bolt.json").write_text(json.dumps(description))
    monkeypatch.setattr(presets, "preset_folder", lambda: folder)
    presets.list_presets.cache_clear()
    window = MainWindow(Workbench())
    try:
        combo = window.findChild(QComboBox, "presetCombo")
        assert combo.itemText(1) == "Bolt"
        actions(window)["Bolt"].trigger()
        assert window.workbench.experiment.network.summary == "5"
        assert combo.currentText() == "Bolt"
    finally:
        window.close()
        window.deleteLater()
        presets.list_presets.cache_clear()


def test_a_data_set_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "stripes" in [info.name for info in datasets.names()]
    assert cli.main(["datasets", "--json"]) == 0
    assert {record["name"]: record["available"] for record in told(capsys)}["stripes"]
    assert cli.main(["datasets"]) == 0
    assert "stripes built in Upright" in " ".join(capsys.readouterr().out.split())
    flags = ["--data", "stripes", "--generated-count", "600", "--hidden", "16", "--epochs", "6"]
    assert cli.main(["train", *flags, "--out", str(tmp_path / "model"), "--json"]) == 0
    assert cli.main(["evaluate", str(tmp_path / "model.safetensors"), "--json"]) == 0
    assert told(capsys)[-1]["accuracy"] > 0.9


def test_a_data_set_in_the_window(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    combo = window.station("data").page.findChild(QComboBox, "datasetCombo")
    combo.setCurrentIndex(combo.findText("Stripes"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.classes == CLASSES, timeout=LONG)
    assert actions(window)["Stripes"].isChecked()
    assert not actions(window)["Remove Data Set …"].isEnabled()
    bench.editor.edit("data.dataset", "generated")
    actions(window)["Stripes"].trigger()
    assert combo.currentText() == "Stripes"
    qtbot.waitUntil(lambda: not bench.loader.busy, timeout=LONG)


def test_a_reader_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export(some_stripes(), tmp_path / "Some stripes", "bits")
    assert cli.main(["datasets", "import", "--help"]) == 0
    assert "a file of bits" in " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert cli.main(["datasets", "import", str(tmp_path / "Some stripes.bits"), "--json"]) == 0
    assert told(capsys)[-1]["name"] == "some-stripes"
    assert np.array_equal(datasets.load("some-stripes", part="all").class_counts(), [4, 4])
    (tmp_path / "bad.bits").write_text("upright 00")
    with pytest.raises(DataError) as caught:
        import_set(tmp_path / "bad.bits")
    assert caught.value.cause == "Line 0 is no image."
    assert "a file of bits, " in caught.value.remedy


def agree(qtbot: QtBot, window: MainWindow) -> None:
    """Take what is about to be brought in as it is shown."""
    qtbot.waitUntil(lambda: window.findChild(QDialog, "importPreview") is not None, timeout=LONG)
    preview = window.findChild(QDialog, "importPreview")
    make = preview.findChild(QPushButton, "importMake")
    qtbot.waitUntil(make.isEnabled, timeout=LONG)
    make.click()


def test_a_reader_in_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = export(some_stripes(), tmp_path / "Found.bits", "bits")
    offered: list[str] = []

    def choose(parent: object, title: str, folder: str, pattern: str) -> tuple[str, str]:
        offered.append(pattern)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    actions(window)["Import Images, a Table or a Text …"].trigger()
    agree(qtbot, window)
    qtbot.waitUntil(lambda: window.workbench.experiment.data.dataset == "found", timeout=LONG)
    qtbot.waitUntil(
        lambda: window.workbench.data is not None and not window.workbench.loader.busy, timeout=LONG
    )
    assert "*.bits *" in offered[0]
    assert window.station("data").page.findChild(QComboBox, "datasetCombo").currentText() == "Found"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier)
    assert opens_dropped(event, window.files.opener, window.body.stations.opener).args == (path,)
    assert is_image_source(path)


@pytest.mark.slow
def test_a_form_of_export_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["datasets", "export", "--help"]) == 0
    assert "bits (File of bits)" in " ".join(capsys.readouterr().out.replace("│", " ").split())
    target = tmp_path / "there" / "all"
    assert cli.main(["datasets", "export", "stripes", str(target), "--format", "bits", "--json"]) == 0
    (written,) = told(capsys)[-1]["paths"]
    assert written == f"{target}.bits"
    import_set(Path(written), name="back")
    there, back = datasets.load("stripes", part="all"), datasets.load("back", part="all")
    assert {image.tobytes() for image in back.images} == {image.tobytes() for image in there.images}
    assert cli.main(["datasets", "export", "mnist", str(target), "--format", "pieces"]) == 2
    assert "npz, csv, png, idx, bits" in capsys.readouterr().err


def test_a_form_of_export_in_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    my_digits().add_all([KeptDrawing("", "1", (), image=image) for image in some_stripes(2).images])
    offered: list[str] = []

    def choose(parent: object, title: str, start: str, pattern: str) -> tuple[str, str]:
        offered.extend(pattern.split(";;"))
        return str(tmp_path / "mine"), offered[-1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(window.station("data").import_export.notice_raised, timeout=LONG):
        window.station("data").import_export.choose_export()
    assert offered[0] == "NumPy file (*.npz)"
    assert offered[-1] == "File of bits (*.bits)"
    assert (tmp_path / "mine.bits").read_text().startswith("1 ")
