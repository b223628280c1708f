"""A text is looked at before it is brought in: how long it is, what is in it, and why it may not be learnt from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from engine.data import imported_sets
from gui.stations.data.augmentation_form import AugmentationForm
from gui.stations.data.text_preview import TextPreview
from gui.widgets.fields.settings_form import SettingsForm

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.stations.data.station import DataStation

pytestmark = pytest.mark.slow

LONG = 20_000
STORY = "The owl waits.\nThe <b>king</b> \x1b laughs – 好!\n" * 20


def shown(qtbot: QtBot, station: DataStation, path: Path) -> TextPreview:
    opener = station.opener(path)
    assert opener is not None
    opener(path)
    dialog = station.place.window().findChild(QDialog, "importPreview")
    assert isinstance(dialog, TextPreview)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=LONG)
    return dialog


def text(dialog: TextPreview, name: str) -> str:
    label = dialog.findChild(QLabel, f"import{name}")
    assert label is not None
    return label.text()


def test_all_is_said_before_a_text_is_kept(qtbot: QtBot, station: DataStation, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    dialog = shown(qtbot, station, path)
    plain = STORY.replace("\x1b", "")
    assert text(dialog, "Characters") == str(len(plain))
    assert text(dialog, "Lines") == "40"
    assert text(dialog, "Alphabet").startswith(f"{len(set(plain))}: ↵␣!")
    assert dialog.findChild(QPlainTextEdit, "importBeginning").toPlainText() == plain
    assert imported_sets.imported_sets() == ()
    dialog.reject()


def test_a_text_becomes_a_data_set_that_is_shown(qtbot: QtBot, station: DataStation, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    dialog = shown(qtbot, station, path)
    path.unlink()  # what was looked at is what is kept
    dialog.findChild(QPushButton, "importMake").click()
    bench = station.workbench
    qtbot.waitUntil(lambda: bench.experiment.data.dataset == "story", timeout=LONG)
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.train.name == "story", timeout=LONG)
    (kept,) = imported_sets.imported_sets()
    assert (kept.title, kept.is_text) == ("story", True)
    assert imported_sets.load_text("story") == STORY.replace("\x1b", "")


def test_the_settings_that_count_for_a_text_are_shown(qtbot: QtBot, station: DataStation) -> None:
    bench = station.workbench
    form = station.page.findChild(SettingsForm, "textForm")
    assert not form.isVisible()
    bench.editor.edit("data.text.count", 200)
    shown_for = {
        "adding": ["Count", "Digits"],
        "sorting": ["Count", "Letters", "Signs"],
        "grammar-zh": ["Count", "Context"],
    }
    for name, expected in shown_for.items():
        bench.editor.edit("data.dataset", name)
        assert form.isVisible()
        names = ("Count", "Digits", "Letters", "Signs", "Context")
        fields = {each: form.findChild(QWidget, f"text{each}") for each in names}
        assert [each for each, field in fields.items() if field.isVisible()] == expected
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.train.name == "grammar-zh", timeout=LONG)
    page = station.page
    alphabet = page.findChild(QLabel, "targetFigures")
    assert alphabet.text().startswith(f"{len(bench.data.classes)}: ")
    assert "猫" in alphabet.text()
    assert not page.findChild(AugmentationForm).isVisible()
    bench.editor.edit("data.dataset", "generated")
    assert not form.isVisible()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\xff\xfea\0", "UTF-16"), (b"too short", "at least 90"), (b"a" * 500, "nothing to learn")],
)
def test_why_a_text_cannot_be_learnt_from_is_said(
    qtbot: QtBot, station: DataStation, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)
    dialog = shown(qtbot, station, path)
    assert words in text(dialog, "Problem")
    assert not dialog.findChild(QPushButton, "importMake").isEnabled()
    dialog.reject()
