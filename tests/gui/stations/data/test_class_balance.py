"""The bars of the classes: as long as their counts."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from gui.look import theme
from gui.stations.data.class_balance import ClassBalance


def bar_length(balance, index):
    """Return how long one of three bars is, in pixels."""
    picture = balance.grab().toImage()
    y = int((index + 0.5) * balance.sizeHint().height() / 3)
    color = theme.current().class_color(index).name()
    return sum(picture.pixelColor(x, y).name() == color for x in range(picture.width()))


def test_bars_are_as_long_as_their_counts(qtbot):
    balance = ClassBalance()
    qtbot.addWidget(balance)
    balance.set_counts([400, 200, 0], ["cat", "dog", "fox"])
    balance.resize(300, balance.sizeHint().height())
    full, half, none = (bar_length(balance, index) for index in range(3))
    assert full > 100
    assert abs(half - full / 2) <= 2
    assert none == 0
    assert balance.accessibleDescription() == "cat: 400, dog: 200, fox: 0"


def test_height_follows_the_classes(qtbot):
    balance = ClassBalance()
    qtbot.addWidget(balance)
    assert balance.sizeHint().height() == 0
    balance.grab()
    balance.set_counts(range(10), [str(index) for index in range(10)])
    ten = balance.sizeHint().height()
    balance.set_counts(range(20), ["a very long name of a class indeed"] * 20)
    assert balance.sizeHint().height() == 2 * ten
    balance.grab()


def test_tool_tip_tells_the_share(qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda point, text, widget: shown.append(text))
    balance = ClassBalance()
    qtbot.addWidget(balance)
    balance.set_counts([300, 100], ["cat", "dog"])
    point = QPoint(5, balance.sizeHint().height() // 2 + 2)
    QApplication.sendEvent(balance, QHelpEvent(QEvent.Type.ToolTip, point, balance.mapToGlobal(point)))
    assert shown == ["dog: 100 (25.0\u00a0%)"]
