"""Where the cells of the layers lie: inside their room, and found again by their place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gui.stations.understand.layer_layout import blocks

SHAPES = st.lists(
    st.one_of(
        st.tuples(st.integers(1, 600)),
        st.tuples(st.integers(1, 128), st.integers(1, 28), st.integers(1, 28)),
    ),
    max_size=5,
)


@given(SHAPES, st.floats(200, 1500), st.floats(100, 900))
def test_all_cells_lie_in_the_room_and_apart(
    shapes: list[tuple[int, ...]], width: float, height: float
) -> None:
    right = 0.0
    for block, shape in zip(blocks(shapes, width, height, 20.0), shapes, strict=True):
        assert block.count == shape[0]
        assert block.left >= right
        right = block.left + block.width
        assert right <= width + 1e-6
        assert block.top >= 20 - 1e-6
        assert block.top + block.height <= 20 + height + 1e-6
        assert 0 < block.side < block.pitch


@given(st.integers(1, 600), st.data())
def test_a_cell_is_found_at_its_middle(count: int, data: st.DataObject) -> None:
    (block,) = blocks([(count,)], 600, 300, 20)
    index = data.draw(st.integers(0, count - 1))
    x, y = block.corner(index)
    assert block.index_at(x + block.side / 2, y + block.side / 2) == index
    assert block.index_at(block.left - 1, y) == -1
    assert block.index_at(x, block.top - 1) == -1


def test_cells_grow_no_larger_than_they_should() -> None:
    dense, maps = blocks([(3,), (3, 14, 14)], 800, 400, 0)
    assert dense.pitch == 22
    assert maps.pitch == 64
