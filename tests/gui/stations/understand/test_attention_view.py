"""The view of a network that looks around: tokens by mouse and keys, every head in reach, and the sum of one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtTest import QTest

from engine.insight.attention import attention
from engine.insight.model import own_model
from gui.stations.understand.attention_view import AttentionView
from gui.widgets.label import Label
from tests.gui.stations.understand.conftest import instead, show_view, train

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QPoint
    from pytestqt.qtbot import QtBot

    from engine.config import Experiment
    from gui.stations.understand.station import UnderstandStation
    from gui.stations.understand.token_maps import TokenMaps
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, over a network trained for it


@pytest.fixture
def small(small: Experiment) -> Experiment:
    """One epoch over fewer digits: what is looked at is told as well of a network that knows little."""
    return small.with_(**{"data.generated_count": 200, "training.epochs": 1})


def shown(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8], hidden: object
) -> AttentionView:
    view = show_view(qtbot, bench, joined, drawing, hidden, "attention")
    assert isinstance(view, AttentionView)
    for _ in range(5):  # until all parts have their places
        QCoreApplication.processEvents()
    return view


def words(view: AttentionView, name: str = "attentionWords") -> str:
    label = view.findChild(Label, name)
    assert label is not None
    return label.text()


def place(view: AttentionView) -> str:
    """Return where the token lies whose sum is shown."""
    return words(view, "attentionTitle").rpartition(" at ")[2]


def point_in(picture: TokenMaps, number: int, across: float, down: float) -> QPoint:
    area = picture.maps()[number].place
    return QPointF(area.left() + across * area.width(), area.top() + down * area.height()).toPoint()


def test_a_token_is_pointed_at_chosen_and_gone_to_by_keys(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "patches7x16,attention2,attention4,pool")
    maps = view.picture.maps()
    assert [item.head for item in maps] == [None, (0, 0), (0, 1), None, (1, 0), (1, 1), (1, 2), (1, 3)]
    assert all(view.picture.rect().contains(item.place.toRect()) for item in maps)
    assert len(view.tokens.maps()) == 2
    height, size = view.panel.height(), view.picture.size()
    for picture, number in ((view.picture, 2), (view.tokens, 0), (view.tokens, 1)):
        view.token = 9
        before = view.head
        QTest.mouseMove(picture, point_in(picture, number, 0.8, 0.1))
        assert place(view) == "row 1, column 4"
        assert view.token == 9  # it is shown while the mouse lies there
        if picture is view.picture:
            assert view.panel.head.currentIndex() == 1
        QCoreApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
        assert place(view) == "row 3, column 2"
        assert (view.head, view.panel.head.currentIndex()) == (before, before)
    assert (view.panel.height(), view.picture.size()) == (height, size)  # nothing moves away under the mouse
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=point_in(view.picture, 7, 0.8, 0.1))
    assert (view.token, view.layer, view.head) == (3, "hidden_3", 3)
    QTest.keyClick(view.picture, Qt.Key.Key_Down)
    QTest.keyClick(view.picture, Qt.Key.Key_Left)
    assert view.token == 4 + 2
    QTest.keyClick(view.tokens, Qt.Key.Key_Up)
    QTest.keyClick(view.tokens, Qt.Key.Key_Up)
    assert view.token == 2
    assert place(view) == "row 1, column 3"
    QTest.keyClick(view.picture, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (view.layer, view.head) == ("hidden_2", 1)  # which has two
    QTest.keyClick(view.picture, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert (view.layer, view.head) == ("hidden_2", 0)
    tip = view.picture.tip_at(point_in(view.picture, 2, 0.1, 0.1))
    assert "head 2" in tip
    assert "row 1, column 1: " in tip
    assert view.caption().endswith("row 1, column 3")
    for widget in (view.picture, view.tokens, view):
        assert not widget.grab().isNull()


def test_the_sum_of_a_head_can_be_followed(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "patches7x16,attention2,attention4,pool")
    view.panel.head_chosen.emit("hidden_3", 2)
    header, table = view.table()
    assert len(table) == (2 + 4) * 16
    rows = [row for row in table if row[:2] == ["hidden_3", 3]]
    dots, scores, shares = (
        np.array([row[header.index(name)] for row in rows]) for name in ("q·k", "scaled", "share")
    )
    np.testing.assert_allclose(scores, dots / math.sqrt(4), rtol=1e-5)
    np.testing.assert_allclose(shares, np.exp(scores) / np.exp(scores).sum(), rtol=1e-4)
    titles, *tokens, others, together = view.panel.table.rows()
    assert titles[2] == "/ √4"
    order = np.argsort(-shares, kind="stable")
    for row, token in zip(tokens, order, strict=False):
        assert row[0] == f"row {token // 4 + 1}, column {token % 4 + 1}"
        numbers = [float(text.replace("−", "-").removesuffix("\u00a0%")) for text in row[1:]]
        np.testing.assert_allclose(numbers[:3], [dots[token], scores[token], 100 * shares[token]], atol=0.051)
        assert numbers[4] == pytest.approx(numbers[2] / 100 * numbers[3], abs=0.01)
    assert others[0] == f"{16 - len(tokens)} others"
    assert together[3] == "100\u00a0%"
    brought = [float(row[5].replace("−", "-")) for row in (*tokens, others)]
    assert float(together[5].replace("−", "-")) == pytest.approx(sum(brought), abs=0.01)
    formula = words(view, "attentionFormula")
    assert f"<b>{tokens[0][1]}</b>" in formula
    assert f"<b>{tokens[0][2]}</b>" in formula
    assert f"v<sub>{order[0] // 4 + 1},{order[0] % 4 + 1}</sub>" in formula.replace("</i>", "")


def test_every_head_is_in_reach_where_there_are_many(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, ",".join(["patches14x16", *["attention16"] * 9, "pool"]))
    assert len(view.picture.maps()) == 9 * 17
    for layer, head in ((8, 15), (0, 0), (4, 8)):
        view.panel.layer.setCurrentIndex(layer)
        view.panel.layer.activated.emit(layer)
        view.panel.head.setCurrentIndex(head)
        view.panel.head.activated.emit(head)
        QCoreApplication.processEvents()
        chosen = next(item for item in view.picture.maps() if item.head == (layer, head))
        assert view.picture.visibleRegion().boundingRect().contains(chosen.place.toRect())


def test_attention_in_two_places_is_chosen_by_its_layer(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "patches7x8,attention2,lstm8,attention1,attention1,poollast")
    assert "in 2 places" in words(view)
    assert "Hidden layer 3 reads all of them" in words(view)
    assert [view.panel.layer.itemData(place) for place in range(3)] == ["hidden_2", "hidden_4", "hidden_5"]
    view.token = 6
    view.panel.layer.activated.emit(1)
    assert view.layer == "hidden_4"
    assert place(view) == "step 7"
    assert "no places in the image" in words(view)
    assert "No positions" in words(view)
    assert "reads all of them" not in words(view)
    assert len(view.picture.maps()) == 4
    assert view.tokens.spot_at(QPointF(point_in(view.tokens, 0, 0.5, 0.5))) is None  # no place in the image
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=point_in(view.picture, 3, 0.5, 0.99))
    assert (view.token, view.layer) == (15, "hidden_5")
    assert {row[0] for row in view.table()[1]} == {"hidden_2", "hidden_4", "hidden_5"}
    assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ("patches28x8,attention2,pool", "one token alone"),
        ("lstm8,attention1,pool", "row 4"),
        (
            ({"kind": "gru", "units": 8, "reading": "columns"}, {"kind": "attention", "heads": 1}),
            "column 4",
        ),
        (
            (
                {"kind": "patches", "size": 7, "width": 8, "positions": False},
                {"kind": "attention", "heads": 2},
            ),
            "No positions",
        ),
        ("patches2x8,attention1,4", "Hidden layer 3 reads all of them"),
    ],
)
def test_other_tokens_are_told_of_in_a_sentence(
    qtbot: QtBot,
    bench: Workbench,
    joined: UnderstandStation,
    drawing: NDArray[np.uint8],
    hidden: object,
    said: str,
) -> None:
    view = shown(qtbot, bench, joined, drawing, hidden)
    view.picture.token_moved.emit(0)
    for _ in range(3):
        QTest.keyClick(view.picture, Qt.Key.Key_Right)
        QTest.keyClick(view.picture, Qt.Key.Key_Down)
    assert said in words(view) or said == place(view)
    assert view.panel.table.rows()[-1][3] == "100\u00a0%"
    assert not view.grab().isNull()


def test_what_was_chosen_stays_while_weights_and_networks_change(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "patches7x16,attention2,attention4,pool")
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=point_in(view.picture, 7, 0.8, 0.9))
    QTest.mouseMove(view.picture, point_in(view.picture, 7, 0.8, 0.9))
    joined.page.set_drawing(drawing.T.copy())
    assert (view.token, view.layer, view.head) == (15, "hidden_3", 3)
    shown(qtbot, bench, joined, drawing, "patches14x16,attention2,pool")
    assert (view.layer, view.head) == ("hidden_2", 1)
    assert 0 <= view.token < 4
    assert not view.grab().isNull()


def test_weights_that_come_while_it_is_open_are_shown(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "patches7x16,attention2,pool")

    def shares() -> list[float]:
        header, rows = view.table()
        return [row[header.index("share")] for row in rows]

    def of_the_model() -> list[float]:
        trained = bench.model
        assert trained is not None
        model = own_model(trained.experiment, trained.recognizer.state)
        (seen,) = attention(model, drawing)
        return seen.layers[0].of(view.token).flatten().tolist()

    before = shares()
    assert before == pytest.approx(of_the_model(), abs=1e-6)
    bench.editor.edit("training.seed", 5)
    train(qtbot, bench)
    QCoreApplication.processEvents()
    assert shares() != pytest.approx(before, abs=1e-6)
    assert shares() == pytest.approx(of_the_model(), abs=1e-6)


def test_a_network_without_attention_says_so_in_a_sentence(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "8")
    assert "no attention layer" in instead(joined)
    assert not view.isVisible()
