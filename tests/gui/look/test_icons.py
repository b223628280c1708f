"""The icons: every one can be drawn, in the colour of the theme, and follows it."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from gui.look import icons, text_size, theme
from gui.look.colours import DARK, LIGHT


def colors(picture):
    image = picture.toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_drawn_in_one_colour(qapp, name):
    theme.apply(qapp, "light")
    drawn = [QColor(color) for color in colors(icons.pixmap(name, 48, "error"))]
    wanted = LIGHT.color("error")
    assert drawn
    # Where edges meet, mixing may be off by one.
    assert all(abs(color.red() - wanted.red()) + abs(color.blue() - wanted.blue()) <= 3 for color in drawn)


def test_an_icon_that_is_not_there(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_icons_follow_the_theme_and_the_state(qapp, qtbot):
    theme.apply(qapp, "light")
    page = QWidget()
    qtbot.addWidget(page)
    button = QToolButton(page)
    action = QAction("Act", page)
    page.addAction(action)
    icons.set_icon(button, "play", "accent")
    icons.set_icon(action, "stop")
    assert LIGHT.accent in colors(button.icon().pixmap(24))
    assert LIGHT.text_disabled in colors(button.icon().pixmap(24, QIcon.Mode.Disabled))
    theme.apply(qapp, "dark")
    try:
        assert DARK.accent in colors(button.icon().pixmap(24))
        assert DARK.text in colors(action.icon().pixmap(24))
    finally:
        theme.apply(qapp, "light")


def test_a_drawing_is_drawn_once_for_all_colours(qapp):
    for kept in (icons._icon, icons._pixmap, icons._shape):
        kept.cache_clear()
    icons.icon("play", "accent")
    assert icons._shape.cache_info().misses == 3  # 16, 20 and 24 pixels
    # In the colour of the role, and in that of what is disabled.
    assert icons._pixmap.cache_info().misses == 2 * 3


def sizes_of(button):
    return [size.width() for size in button.icon().availableSizes()]


def test_a_button_has_its_icon_in_the_size_in_which_it_is_shown(qapp, qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    icons.set_icon(button, "play")
    assert sizes_of(button) == [16]
    icons.set_side(button, 18)
    assert sizes_of(button) == [20]
    icons.set_side(button, 30)
    assert button.iconSize() == QSize(30, 30)
    assert sizes_of(button) == [32]
    icons.set_side(button, 300)
    assert sizes_of(button) == [max(icons.SIZES)]


def test_an_action_has_its_icon_in_all_usual_sizes(qapp):
    action = QAction()
    icons.set_icon(action, "play")
    assert sizes_of(action) == [16, 20, 24]


def test_icons_grow_with_words(qapp, qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    icons.set_icon(button, "play")
    text_size.apply(qapp, 200)
    try:
        assert button.iconSize() == QSize(32, 32)
        assert sizes_of(button) == [32]
    finally:
        text_size.apply(qapp, 100)
    assert sizes_of(button) == [16]
