"""Which views there are, and that one more is its class and a line in the list."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.goals import characters
from engine.inputs import text
from gui.stations.understand import registry
from gui.stations.understand.page import UnderstandPage
from gui.stations.understand.station import UnderstandStation
from gui.stations.understand.view import View
from tests.gui.stations.understand.conftest import train

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.stations.understand.scene import Scene
    from gui.workbench import Workbench


class InkView(View):
    """How much ink there is in the image."""

    name = "ink"
    needs_image = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.words = QLabel(self)
        QVBoxLayout(self).addWidget(self.words)

    def title(self) -> str:
        return "Ink"

    def help_text(self) -> str:
        return "How much ink the image has"

    def set_scene(self, scene: Scene) -> None:
        assert scene.image is not None
        self.words.setText(str(int(scene.image.sum())))

    def table(self) -> tuple[list[str], list[list[str]]]:
        return ["ink"], [[self.words.text()]]


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> Iterator[UnderstandPage]:
    """The station, built while there is one view more."""
    monkeypatch.setattr(registry, "VIEWS", [*registry.VIEWS, InkView])
    window = QWidget()
    qtbot.addWidget(window)
    joined = UnderstandStation(bench, window)
    train(qtbot, bench)
    window.show()
    joined.place.show()
    built = joined.page
    assert isinstance(built, UnderstandPage)
    yield built
    joined.shutdown()


def test_names_and_titles_differ(page: UnderstandPage) -> None:
    assert len(page.views) == len(registry.VIEWS)
    assert len({view.title() for view in page.views.values()}) == len(page.views)
    assert all(view.help_text() for view in page.views.values())


def test_a_view_that_is_registered_is_offered_shown_and_saved(page: UnderstandPage, tmp_path: Path) -> None:
    button = page.findChild(QWidget, "understandViews").button("ink")  # type: ignore[union-attr]
    assert button.text() == "Ink"
    assert button.toolTip() == "How much ink the image has"
    button.click()
    assert page.view is page.views["ink"]
    example = page.subject.example()
    assert example is not None
    page.save_button.save_menu.save_csv(str(tmp_path / "ink.csv"))
    rows = list(csv.reader((tmp_path / "ink.csv").read_text("utf-8").splitlines()))
    assert rows == [["ink"], [str(int(example[0].sum()))]]


def test_of_text_only_what_has_something_is_offered(joined: UnderstandStation) -> None:
    offered = [
        name for name, view in joined.page.views.items() if not view.against(text.KIND, characters.GOAL)
    ]
    assert offered == ["attention", "histograms", "captions"]
