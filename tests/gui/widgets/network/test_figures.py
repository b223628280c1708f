"""Figures for layers of every kind: what is drawn, where, and that no word below it is cut off."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from engine.config import Experiment
from engine.inputs.registry import INPUT_KINDS
from engine.layers import (
    AttentionLayer,
    Depiction,
    Form,
    GruLayer,
    LstmLayer,
    PatchesLayer,
    Picture,
    PoolLayer,
    form_of,
)
from engine.layers.layer import Layer
from engine.models.placed_layers import placed_layers
from gui.look import text_size, theme
from gui.widgets.network.diagram import NetworkDiagram
from gui.widgets.network.figures.block import MOST_HEADS, BlockFigure
from gui.widgets.network.figures.image import ImageFigure
from gui.widgets.network.figures.pool import PoolFigure
from gui.widgets.network.figures.recurrence import CellFigure, StepsFigure
from gui.widgets.network.figures.registry import FIGURES, INPUTS
from gui.widgets.network.figures.tokens import MOST, TokensFigure
from gui.widgets.network.layout import columns
from gui.widgets.network.values import NetworkValues, group_of, grouped
from tests.engine.layers.networks import OF_IMAGES, network_of
from tests.engine.layers.throwaway_kinds import FoldLayer, TwinLayer, register
from tests.gui.look.conftest import brackets as brackets
from tests.gui.look.test_translation import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from gui.widgets.network.figures.figure import Figure

DIGITS = tuple("0123456789")
GREY = (1, 28, 28)
KINDS = [*OF_IMAGES, TwinLayer, FoldLayer]
MIXED = "conv16,patches4x32,attention8,attention1,lstm32,pool,64,32,16,8"


@pytest.fixture
def diagram(qtbot: QtBot, qapp: QApplication) -> Iterator[NetworkDiagram]:
    theme.apply(qapp, "light")
    widget = NetworkDiagram()
    qtbot.addWidget(widget)
    widget.resize(400, 190)
    yield widget
    text_size.apply(qapp, 100)
    theme.apply(qapp, "light")


def show(diagram: NetworkDiagram, hidden: object, shape: tuple[int, int, int] = GREY) -> list[Figure]:
    """Show a network, and return its figures from the image to the classes."""
    network = Experiment().with_(**{"network.hidden": hidden}).network
    diagram.set_network(network, shape, DIGITS)
    return diagram.plan().figures(NetworkValues())


def cut_words(diagram: NetworkDiagram) -> list[str]:
    """Return the words below the figures that are wider than their place, or reach out of the picture."""
    plan, found = diagram.plan(), []
    metrics = QFontMetricsF(plan.small_font)
    for column in plan.columns:
        area, caption = plan.caption_area(column), plan.caption(column)
        assert QRectF(diagram.rect()).adjusted(-1, -1, 1, 1).contains(area)
        found += [
            text
            for text in caption.lines(plan.small_font, area.width())
            if metrics.horizontalAdvance(text) > area.width() + 1
        ]
    return found


def test_each_picture_has_a_figure() -> None:
    assert set(FIGURES) == {*Picture, "gap", "output"}
    assert len(set(FIGURES.values())) == len(FIGURES)
    assert INPUTS.keys() == INPUT_KINDS.keys()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind_name())
def test_every_kind_is_drawn_as_it_says(
    kind: type[Layer],
    mode: str,
    diagram: NetworkDiagram,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    register(monkeypatch)
    theme.apply(qapp, mode)
    network = network_of(kind)
    diagram.set_network(network, (1, 12, 12), DIGITS)
    for percent in (100, 200):
        text_size.apply(qapp, percent)
        for width in (300, 480, 1000):
            diagram.resize(width, max(150, diagram.minimumSizeHint().height()))
            assert cut_words(diagram) == []
    text_size.apply(qapp, 100)
    layers = list(placed_layers(network, (1, 12, 12)))
    shown = [item for item in diagram.columns() if isinstance(item.kind, Picture)]
    column = next(item for item in shown if type(layers[item.index].layer) is kind)
    assert column.kind is layers[column.index].layer.picture
    of_units = {
        "dense": Picture.CIRCLES,
        "twin": Picture.CIRCLES,
        "fold": Picture.CIRCLES,
        "conv": Picture.MAPS,
    }
    if kind.kind_name() in of_units:
        assert column.kind is of_units[kind.kind_name()]
    elif kind in (LstmLayer, GruLayer, PatchesLayer, AttentionLayer, PoolLayer):
        assert column.kind not in of_units.values()
    picture = diagram.grab().toImage()
    background = picture.pixelColor(1, 1)
    bottom = round(diagram.plan().bottom)
    drawn = sum(
        picture.pixelColor(round(column.x) + x, y) != background
        for x in range(-20, 20)
        for y in range(bottom)
    )
    assert drawn > 100


@pytest.mark.parametrize("kind", OF_IMAGES, ids=lambda kind: kind.kind_name())
def test_the_numbers_of_a_picture_are_those_of_the_layer(kind: type[Layer]) -> None:
    for placed in placed_layers(network_of(kind), (1, 12, 12)):
        drawn = placed.depiction
        shapes = [
            shape for shape in (placed.input_shape, placed.output_shape) if form_of(shape) is Form.SEQUENCE
        ]
        if placed.layer.picture in (Picture.CIRCLES, Picture.MAPS):
            assert drawn == Depiction()
        elif shapes:
            assert drawn.steps in {shape[0] for shape in shapes}
        assert drawn.grid is None or np.prod(drawn.grid) == drawn.steps


@pytest.mark.parametrize("width", [300, 400, 1000])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "hidden", [MIXED, "bigru32,pool,16", "patches2x64,attention16,poollast,32", "lstm64,lstm32"]
)
def test_words_and_figures_have_their_room(
    diagram: NetworkDiagram, qapp: QApplication, hidden: str, percent: int, width: int
) -> None:
    text_size.apply(qapp, percent)
    show(diagram, hidden)
    diagram.set_summary(123_456_789, 12_345_678)
    diagram.resize(width, max(190, diagram.minimumSizeHint().height()))
    assert cut_words(diagram) == []
    plan = diagram.plan()
    metrics = QFontMetricsF(theme.tabular_font(diagram.font()))
    assert all(metrics.horizontalAdvance(line) <= width for line in plan.summary_lines)
    figures = plan.figures(NetworkValues())
    assert not diagram.grab().isNull()
    for before, after in pairwise(figures):
        right = max(point.x() for point in before.ends(1))
        left = min(point.x() for point in after.ends(-1))
        assert right <= left, (type(before), type(after))
    for figure in figures:
        for side in (-1, 1):
            assert all(0 <= point.y() <= plan.bottom + 3 for point in figure.ends(side))


def test_tokens_lie_as_the_patches_do(diagram: NetworkDiagram) -> None:
    image, tokens, *_ = show(diagram, "patches7,attention4,pool")
    assert isinstance(image, ImageFigure)
    assert isinstance(tokens, TokensFigure)
    assert tokens.grid == (4, 4)
    cells = tokens.cells()
    assert len(cells) == 16
    assert cells[1].left() > cells[0].left()
    assert cells[1].top() == cells[0].top()
    assert cells[4].top() > cells[0].top()
    assert not any(a.intersects(b) for a in cells for b in cells if a is not b)
    lines, tile = image.lattice(), image.tile
    assert [round((line.x1() - tile.left()) / tile.width(), 3) for line in lines[:3]] == [0.25, 0.5, 0.75]
    assert len(lines) == 6


@pytest.mark.parametrize(
    ("hidden", "shape", "grid", "lines"),
    [
        ("patches5,pool", GREY, (6, 6), 10),  # filled up with zeros
        ("patches1,pool", GREY, (MOST, MOST), 54),  # 784 tokens, neighbours taken together
        ("patches4,pool", (1, 8, 28), (2, 7), 7),
        ("conv8,patches7,pool", GREY, (2, 2), 0),  # what is cut is not the image
        ("lstm8,8", GREY, None, 0),
    ],
)
def test_the_lattice_is_that_of_the_patches(
    diagram: NetworkDiagram,
    hidden: str,
    shape: tuple[int, int, int],
    grid: tuple[int, int] | None,
    lines: int,
) -> None:
    figures = show(diagram, hidden, shape)
    assert [figure.grid for figure in figures if isinstance(figure, TokensFigure)] == (
        [] if grid is None else [grid]
    )
    assert isinstance(figures[0], ImageFigure)
    assert len(figures[0].lattice()) == lines


@pytest.mark.parametrize("heads", [1, 2, 3, 4, 8, 16, 64])
@pytest.mark.parametrize("size", [14, 7, 2])  # 4, 16 and 196 tokens
def test_a_block_shows_each_of_its_heads(diagram: NetworkDiagram, heads: int, size: int) -> None:
    diagram.resize(300, 150)
    figures = show(diagram, f"patches{size}x192,attention{heads}")
    (block,) = [figure for figure in figures if isinstance(figure, BlockFigure)]
    assert len(block.heads) == min(heads, MOST_HEADS)
    assert all(block.above.contains(head) for head in block.heads)
    assert all(above.bottom() < below.top() for above, below in pairwise(block.heads))
    assert len(block.tokens) == min(7, (28 // size) ** 2)
    assert block.area.contains(block.network().boundingRect())
    assert block.network().boundingRect().top() > block.above.bottom()


def test_a_wider_small_network_is_drawn_wider(diagram: NetworkDiagram) -> None:
    patches, high = {"kind": "patches", "width": 16}, []
    for factor in (1, 4):
        figures = show(diagram, [patches, AttentionLayer(mlp_factor=factor).model_dump(), "pool"])
        (block,) = [figure for figure in figures if isinstance(figure, BlockFigure)]
        high.append(block.network().boundingRect().height())
    assert high[0] < high[1]


@pytest.mark.parametrize(
    ("hidden", "figure", "ways"),
    [
        ("lstm8,8", CellFigure, 1),
        ("bilstm8,8", CellFigure, 2),
        ("gru8,pool", StepsFigure, 1),
        ("bigru8,pool", StepsFigure, 2),
    ],
)
def test_recurrent_layers_are_cells_or_steps(
    diagram: NetworkDiagram, hidden: str, figure: type[Figure], ways: int
) -> None:
    found = show(diagram, hidden)[1]
    assert type(found) is figure
    assert found.ground.placed is not None
    assert found.ground.placed.depiction.ways == ways
    if isinstance(found, StepsFigure):
        assert 2 <= len(found.bars) <= 7
        tops = [bar.top() for bar in found.bars]
        assert tops == sorted(tops)


@pytest.mark.parametrize(("word", "taken"), [("pool", None), ("poolfirst", 0), ("poollast", -1)])
def test_a_pool_says_which_token_goes_on(diagram: NetworkDiagram, word: str, taken: int | None) -> None:
    figures = show(diagram, f"patches7,{word},8")
    pool = figures[2]
    assert isinstance(pool, PoolFigure)
    assert pool.ground.placed is not None
    assert pool.ground.placed.depiction.taken == taken
    assert pool.tokens[0].x() < pool.capsule.left()


def test_pools_of_all_and_of_one_token_look_different(diagram: NetworkDiagram) -> None:
    pictures = []
    for word in ("pool", "poolfirst", "poollast"):
        show(diagram, f"patches7,{word},8")
        image = diagram.grab(diagram.rect().adjusted(0, 0, 0, -80)).toImage()
        assert all(image != other for other in pictures)
        pictures.append(image)


def test_layers_that_are_alike_share_a_column_where_there_is_no_room(diagram: NetworkDiagram) -> None:
    hidden = "patches7,attention4,attention4,attention4,pool"
    show(diagram, hidden)
    diagram.resize(274, 150)
    shown = diagram.columns()
    assert [(column.kind, column.index, column.alike) for column in shown[1:-1]] == [
        (Picture.TOKENS, 0, 1), (Picture.BLOCK, 1, 3), (Picture.POOL, 4, 1),
    ]  # fmt: skip
    assert "× 3" in diagram.plan().caption(shown[2]).words
    assert diagram.explanation(shown[2]).startswith("Hidden layers 2 to 4 are alike; of the first:\n")
    assert cut_words(diagram) == []
    diagram.resize(500, 150)
    assert [column.alike for column in diagram.columns()] == [1] * 7
    show(diagram, "conv8,patches7,attention4,attention4,attention2,pool,30,30,10")
    diagram.resize(274, 150)
    (gap,) = [column for column in diagram.columns() if column.kind == "gap"]
    assert (gap.index, gap.count) == (1, 7)


def test_what_is_left_out_lets_most_kinds_of_figures_be_seen() -> None:
    maps, tokens, block, pool = Picture.MAPS, Picture.TOKENS, Picture.BLOCK, Picture.POOL
    pictures = [maps, maps, maps, tokens, block, pool]
    found = columns([8, 16, 32, 64, 64, 64], 10, 0, 300, 0, 100, pictures, 50)
    assert [(column.kind, column.index) for column in found[1:-1]] == [
        (maps, 0), ("gap", 1), (tokens, 3), (block, 4), (pool, 5),
    ]  # fmt: skip
    plain = columns(range(1, 10), 10, 0, 300, 0, 100, least=50)
    assert [column.index for column in plain[1:-1]] == [0, 1, 2, 7, 8]  # the middle, where all are alike


def test_the_summary_stands_below(diagram: NetworkDiagram) -> None:
    show(diagram, "8")
    without = diagram.grab().toImage()
    diagram.set_summary(50_890, 1_200_000)
    assert diagram.plan().summary_lines == [diagram.summary()]
    assert diagram.grab().toImage() != without
    diagram.resize(130, 190)
    assert " · ".join(diagram.plan().summary_lines) == diagram.summary()
    assert len(diagram.plan().summary_lines) == 2


def test_groups_of_neighbours() -> None:
    values = np.arange(10, dtype=np.float32)
    assert grouped(values, 3).tolist() == [1.5, 5, 8]  # 4, 3 and 3 of them
    assert [group_of(place, 10, 3) for place in range(10)] == [0, 0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert grouped(values[None].repeat(2, axis=0), 5).shape == (2, 5)
    assert [group_of(place, 4, 4) for place in range(4)] == [0, 1, 2, 3]


def test_another_language_reaches_all_words(diagram: NetworkDiagram, brackets: Callable[[], None]) -> None:
    brackets()
    show(diagram, MIXED)
    diagram.resize(1400, 220)
    plan = diagram.plan()
    said = [text for column in plan.columns for text in plan.caption(column).words]
    assert any("⟦" in text for text in said)
    assert [text for text in said if bare(text.replace("−", ""))] == []
    first = diagram.columns()[3]
    assert first.kind is Picture.BLOCK
    assert "⟦" in diagram.explanation(first)
