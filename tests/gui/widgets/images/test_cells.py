"""Where cells lie, and which of them a point means. No window is needed."""

from PySide6.QtCore import QRect, QSize

from gui.widgets.images.cells import CellRows

ROWS = CellRows(columns=4, size=QSize(20, 30), across=25.5, down=34, left=8, top=-50, reach=4)


def test_cells_fill_one_row_after_another():
    assert ROWS.cell(0) == QRect(8, -50, 20, 30)
    assert ROWS.cell(3) == QRect(round(8 + 3 * 25.5), -50, 20, 30)
    assert ROWS.cell(9) == QRect(round(8 + 25.5), -50 + 2 * 34, 20, 30)


def test_every_point_of_a_cell_means_it():
    for index in range(12):
        cell = ROWS.cell(index)
        for point in (cell.topLeft(), cell.center(), cell.bottomRight()):
            assert ROWS.index_at(point.x(), point.y()) == index


def test_a_gap_belongs_to_the_nearer_cell():
    assert ROWS.index_at(8 + 25.5 - 3, -40) == 1
    assert ROWS.index_at(8 + 25.5 - 5, -40) == 0


def test_beside_the_cells_is_none():
    assert ROWS.index_at(3, -40) == -1
    assert ROWS.index_at(8 + 4 * 25.5, -40) == -1
    assert ROWS.index_at(20, -60) == -1
