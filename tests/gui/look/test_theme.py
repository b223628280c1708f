"""The look: the switch between light and dark, and what goes with it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QWidget

from gui.look import theme
from gui.look.colours import DARK, LIGHT, THEMES
from gui.look.style_sheet import style_sheet


@pytest.fixture
def app(qapp):
    """The application, given back without a look of ours."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    yield qapp
    theme.apply(qapp, "light")
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def test_apply_changes_palette_and_tells(app, qtbot):
    theme.apply(app, "light")
    with qtbot.waitSignal(theme.notifier.theme_changed) as told:
        theme.apply(app, "dark")
    assert told.args == [DARK]
    assert theme.current() is DARK
    assert theme.mode() == "dark"
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    label, late = QLabel("words"), QLabel("not shown before")
    for widget in (label, late):
        qtbot.addWidget(widget)
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    theme.apply(app, "light")
    late.show()
    for widget in (label, late):
        assert widget.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.text)


class Hearing(QLabel):
    """Counts how often it is told of another style."""

    told = 0

    def changeEvent(self, event):
        self.told += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_each_widget_is_gone_through_once_however_deep_it_lies(app, qtbot):
    theme.apply(app, "light")
    window = around = QWidget()
    qtbot.addWidget(window)
    deep = []
    for _ in range(12):
        deep.append(Hearing("words", around))
        deep[-1].setProperty("role", "problem")
        around = deep[-1]
    window.show()
    dialog = QWidget(window, Qt.WindowType.Dialog)  # a window in a window
    deep.append(Hearing("words", dialog))
    deep[-1].setProperty("role", "problem")
    dialog.show()
    for label in deep:
        label.told = 0
    theme.apply(app, "dark")
    assert [label.told for label in deep] == [1] * len(deep)
    for look in (DARK, LIGHT):
        theme.apply(app, look.name)
        colours = {label.palette().color(QPalette.ColorRole.WindowText).name() for label in deep}
        assert colours == {look.error}


def test_system_follows_the_desktop(app, monkeypatch):
    scheme = Qt.ColorScheme.Dark
    hints = type(QApplication.styleHints())
    monkeypatch.setattr(hints, "colorScheme", lambda self: scheme)
    assert theme.apply(app, "system") is DARK
    scheme = Qt.ColorScheme.Light
    app.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.current() is LIGHT
    theme.apply(app, "dark")
    app.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.current() is DARK


def test_palette_leaves_nothing_to_the_desktop():
    roles = [
        role
        for role in QPalette.ColorRole
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)
    ]
    palette = theme.palette(DARK)
    assert [role for role in roles if not palette.isBrushSet(QPalette.ColorGroup.Active, role)] == []


@pytest.mark.parametrize("look", THEMES.values(), ids=lambda look: look.name)
def test_style_sheet_names_pictures_that_exist(look):
    sheet = style_sheet(look)
    pictures = [part.split('"')[0] for part in sheet.split('url("')[1:]]
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)
    assert "$" not in sheet


@pytest.mark.parametrize("name", THEMES)
def test_buttons_of_dialogs_have_no_pictures_of_the_desktop(app, qtbot, name):
    """They are drawn for a light background, and in part cannot be seen on a dark one."""
    theme.apply(app, name)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    box.show()
    assert [button.icon().isNull() for button in box.buttons()] == [True, True]


def test_tabular_font(qapp):
    font = theme.tabular_font(QFont("DejaVu Sans", 10), scale=1.5, bold=True)
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.pointSizeF() == 15
    assert font.bold()
