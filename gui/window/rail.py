"""The rail: the stations in the order of the data, one of them chosen; it scrolls where the window is too low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QToolButton, QWidget

from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language, words_of
from gui.look.text_size import px, sized
from gui.widgets.layouts import STRETCH, column_of

LEAST_WIDTH, MOST_WIDTH = 72, 112  # pixels of a button
LEAST_HEIGHT, HEIGHT = 42, 56  # likewise; the first where the window is low
ICON = 22  # pixels, where there is room
SPACING, ABOVE = 4, 8  # pixels between buttons, and above and below them
MARGINS = 14  # pixels beside its title


class Rail(QScrollArea):
    """A column of buttons, one a station.

    Signals:
        station_chosen: Name of the station.
        station_shown: Name of the station that is marked as the one in sight.
    """

    station_chosen = Signal(str)
    station_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons: dict[str, QToolButton] = {}
        self._titles: dict[str, Words] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QWidget(self)
        self._layout = column_of(STRETCH, on=self._column, margins=(6, ABOVE, 6, ABOVE), spacing=SPACING)
        self.setWidget(self._column)

    def add_station(self, name: str, title: Words, icon: str, help_text: Words, keys: str) -> None:
        """Append a station, and let ``fit_buttons`` follow the last; ``keys`` are those of the menu."""
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button = dressed(
            QToolButton(self, autoRaise=True),
            name=f"{name}StationButton",
            tip=lambda: self.tr("{help} ({keys})").format(help=words_of(help_text), keys=native),
            accessible=title,
            station=name,
            tight=True,
        )
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        sized(button.setIconSize, QSize(ICON, ICON))
        icons.set_icon(button, icon)
        self._group.addButton(button)
        self._layout.insertWidget(self._layout.count() - 1, button)
        self._buttons[name], self._titles[name] = button, title
        button.clicked.connect(self._on_button_clicked)

    def fit_buttons(self) -> None:
        """Let all buttons have room for their titles, in whatever language."""
        follow_language(self, self._fit_buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heights()
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_width()

    def _fit_buttons(self) -> None:
        """Give all buttons the width that the longest title needs, and dots to one that is too long for that."""
        titles = {name: words_of(title) for name, title in self._titles.items()}
        widest = max(
            self._buttons[name].fontMetrics().horizontalAdvance(title) for name, title in titles.items()
        )
        width = min(max(px(LEAST_WIDTH), widest + MARGINS), px(MOST_WIDTH))
        for name, title in titles.items():
            button = self._buttons[name]
            metrics, room = button.fontMetrics(), width - MARGINS
            fits = metrics.horizontalAdvance(title) <= room  # Qt's dots come half a pixel too early
            button.setText(title if fits else metrics.elidedText(title, Qt.TextElideMode.ElideRight, room))
            button.setFixedWidth(width)
        self._fit_heights()

    def _fit_heights(self) -> None:
        """Make the buttons a little lower where all of them have room then; else they keep their height, and scroll.

        The icon gives the room that the title needs.
        """
        count = max(1, len(self._buttons))
        room = (self.height() - 2 * ABOVE - (count - 1) * SPACING) // count
        height = room if px(LEAST_HEIGHT) <= room < px(HEIGHT) else px(HEIGHT)
        for button in self._buttons.values():
            button.setFixedHeight(height)
            beside = button.sizeHint().height() - button.iconSize().height()
            icon = max(1, min(px(ICON), height - beside))
            if button.iconSize().width() != icon:
                icons.set_side(button, icon)

    def _fit_width(self) -> None:
        """Be as wide as the buttons, and their scroll bar where there is one."""
        needed = self._layout.sizeHint()
        bar = self.verticalScrollBar().sizeHint().width() if needed.height() > self.height() else 0
        self.setFixedWidth(needed.width() + bar)

    @property
    def station(self) -> str:
        """Name of the chosen station, empty before one is chosen."""
        checked = self._group.checkedButton()
        return str(checked.property("station")) if checked else ""

    def set_station(self, name: str) -> None:
        """Mark a station as the one in sight, with the focus if the last had it; unknown names change nothing."""
        if name in self._buttons:
            before, button = self._group.checkedButton(), self._buttons[name]
            button.setChecked(True)
            if before is not None and before.hasFocus():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.station_shown.emit(name)

    @Slot()
    def _on_button_clicked(self) -> None:
        self.station_chosen.emit(self.station)
