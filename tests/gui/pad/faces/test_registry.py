"""The pad shows the face that suits what the model takes; a new one is one file and one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from gui.pad.face import FaceWidget, PadFace
from gui.pad.faces import registry
from gui.pad.pad import Pad
from tests.engine.data.sources.petals import petals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

PETALS = petals(6)
DRAWN = np.full((28, 28), 200, np.uint8)


class RowFace(FaceWidget):
    """Holds a row, and asks at once."""

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.row: np.ndarray | None = None
        self.asked: list[Any] = []
        self.said: list[Any] = []
        self._predictor: Any = None

    def set_predictor(self, predictor: Any, classes: Sequence[str], goal: str = "classes") -> None:
        self._predictor = predictor
        self.said.append(tuple(classes))

    def set_features(self, features: Any) -> None:
        self.said.append([each.name for each in features])

    def set_notice(self, text: str) -> None:
        self.said.append(text)

    def example(self) -> np.ndarray | None:
        return self.row

    def set_example(self, example: np.ndarray) -> None:
        self.row = example
        self.refresh()

    def refresh(self) -> None:
        if self._predictor is not None and self.row is not None:
            self.asked.append(self._predictor(self.row[None]))
        self.answered.emit()


@pytest.fixture
def pad(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Pad:
    face = PadFace("rows", lambda features, _shape: len(features) == 5, RowFace)
    monkeypatch.setattr(registry, "FACES", [face, *registry.FACES])
    made = Pad()
    qtbot.addWidget(made)
    return made


def test_a_face_of_its_own_is_shown_and_asked(qtbot: QtBot, pad: Pad) -> None:
    assert pad.draws
    pad.set_notice("older settings")
    with qtbot.waitSignals([pad.face_changed, pad.answered]):
        pad.set_input(PETALS.features, (5,))
    face = pad.face
    assert isinstance(face, RowFace)
    assert not pad.draws
    assert face.said == [[each.name for each in PETALS.features], "older settings"]
    pad.set_predictor(lambda rows: rows * 2, PETALS.classes)
    with qtbot.waitSignal(pad.answered):
        pad.set_example(PETALS.images[1])
    assert pad.example() is not None
    np.testing.assert_array_equal(face.asked[0], PETALS.images[1:2] * 2)


def test_an_example_of_another_kind_is_left_out(pad: Pad) -> None:
    pad.set_example(PETALS.images[0])
    assert pad.example() is None
    pad.set_input(PETALS.features, (5,))
    pad.set_example(DRAWN)
    assert pad.example() is None


def test_what_is_drawn_stays_while_another_face_is_shown(pad: Pad) -> None:
    pad.set_example(DRAWN)
    pad.set_input(PETALS.features, (5,))
    assert pad.example() is None
    pad.set_input((), (1, 28, 28))
    assert pad.draws
    assert not pad.panel.canvas.is_empty


def test_where_no_face_suits_it_says_so(pad: Pad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "FACES", [])
    pad.set_input(PETALS.features, (5,))
    assert pad.face is None
    assert pad.currentWidget().text()  # type: ignore[union-attr]
    pad.set_predictor(None, PETALS.classes)
    pad.refresh()
    assert pad.example() is None
