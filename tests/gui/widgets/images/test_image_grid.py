"""The grid of images: only what is in sight is drawn, crisply, and keyboard and mouse move through it."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from gui.look import theme
from gui.widgets.images import image_grid
from gui.widgets.images.image_grid import ImageGrid

COUNT = 5_000
IMAGES = (np.arange(COUNT)[:, None, None] % 200 + 30 + np.zeros((1, 28, 28))).astype(np.uint8)
LABELS = np.arange(COUNT) % 3
CLASSES = ("cat", "dog", "fox")


@pytest.fixture
def grid(qtbot):
    widget = ImageGrid()
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.set_images(IMAGES, LABELS, CLASSES)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def centre(grid, index):
    return grid.cell(index).center()


def test_only_what_is_in_sight_is_drawn(grid, monkeypatch):
    drawn = []
    original = image_grid.as_image
    monkeypatch.setattr(image_grid, "as_image", lambda pixels: drawn.append(pixels) or original(pixels))
    grid.grab()
    assert grid.columns() * 3 < len(drawn) <= grid.columns() * 6
    drawn.clear()
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    grid.grab()
    assert len(drawn) <= grid.columns() * 6
    assert drawn[-1][0, 0] == IMAGES[-1][0, 0]


def test_images_are_drawn_as_they_are(grid):
    picture = grid.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    for index in range(grid.columns()):
        point = centre(grid, index) * ratio
        assert picture.pixelColor(point.x(), point.y()).red() == IMAGES[index][0, 0]


def test_pixels_stay_sharp(qtbot):
    board = np.kron(np.indices((14, 14)).sum(0) % 2, np.ones((2, 2)))[None].astype(np.uint8) * 255
    grid = ImageGrid()
    qtbot.addWidget(grid)
    grid.resize(300, 200)
    grid.set_images(board, np.zeros(1, np.int64), ("board",))
    picture = grid.viewport().grab().toImage()
    cell = grid.cell(0)
    values = {picture.pixelColor(cell.x() + x, cell.y() + 20).red() for x in range(56)}
    assert values == {0, 255}


@pytest.mark.parametrize(
    ("shape", "size"), [((32, 32, 3), 56), ((32, 32), 32), ((56, 56, 3), 56), ((32, 16, 3), 56)]
)
def test_pictures_in_colour_fill_their_cells(qtbot, shape, size):
    grid = ImageGrid()
    qtbot.addWidget(grid)
    grid.set_images(np.zeros((4, *shape), np.uint8), np.zeros(4, np.int64), ("x",))
    assert grid._image_rect(grid.cell(0)).height() == pytest.approx(size, abs=1)


def test_colour_images(qtbot):
    grid = ImageGrid()
    qtbot.addWidget(grid)
    images = np.zeros((4, 32, 32, 3), np.uint8)
    images[..., 0] = 200
    grid.set_images(images, np.zeros(4, np.int64), ("red",))
    color = grid.viewport().grab().toImage().pixelColor(centre(grid, 0))
    assert (color.red(), color.green(), color.blue()) == (200, 0, 0)


def test_a_click_selects_and_activates_once(grid, qtbot):
    selected, activated = [], []
    grid.image_selected.connect(selected.append)
    grid.image_activated.connect(activated.append)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 4))
    assert (selected, activated) == ([4], [4])
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 5))
    qtbot.mouseDClick(
        grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(grid, 5)
    )  # the second click alone
    assert activated == [4, 5]
    assert grid.tip_at(centre(grid, 4)).endswith("A click puts it on the pad.")


def test_keyboard_goes_everywhere(grid, qtbot):
    columns = grid.columns()
    places = []
    keys = (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
    )
    for key in (*keys, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(grid, key)
        places.append(grid.selected())
    assert places == [0, 1, 1 + columns, columns, 0, COUNT - 1, COUNT - 1, 0]
    with qtbot.waitSignal(grid.image_activated):
        qtbot.keyClick(grid, Qt.Key.Key_Return)


def test_the_selection_is_brought_into_sight(grid):
    for index in (COUNT - 1, COUNT // 2, 0):
        grid.select(index)
        assert grid.viewport().rect().contains(centre(grid, index))


def test_index_at_answers_for_its_cells_alone(grid):
    assert all(grid.cell_at(centre(grid, index)) == index for index in range(2 * grid.columns()))
    assert grid.cell_at(QPoint(grid.viewport().width() - 1, 10)) in (-1, grid.columns() - 1)
    grid.set_images(IMAGES[:2], LABELS[:2], CLASSES)
    assert grid.cell_at(centre(grid, 0) + QPoint(2 * grid.cell(0).width(), 0)) == -1


def test_zoom(grid, qtbot):
    before = grid.columns()
    qtbot.keyClick(grid, Qt.Key.Key_Plus)
    assert grid.image_size() == 84
    assert grid.columns() < before
    for _ in range(9):
        qtbot.keyClick(grid, Qt.Key.Key_Minus)
    assert grid.image_size() == 28


def test_tool_tip_names_index_and_label(grid, monkeypatch):
    shown = []
    monkeypatch.setattr(image_grid.QToolTip, "showText", lambda point, text, widget: shown.append(text))
    event = QHelpEvent(QEvent.Type.ToolTip, centre(grid, 4), grid.mapToGlobal(centre(grid, 4)))
    QApplication.sendEvent(grid.viewport(), event)
    assert shown == ["Image 4 · dog\nA click puts it on the pad."]


def test_no_images(grid):
    grid.set_empty_text("Nothing here")
    grid.set_images(IMAGES[:0], LABELS[:0], CLASSES)
    grid.select(0)
    assert grid.selected() == -1
    picture = grid.viewport().grab().toImage()
    background = theme.current().color("surface")
    colors = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert background.name() in colors
    assert len(colors) > 1
