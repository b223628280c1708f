"""The palette: a line to type in, and below it all of the window that is meant; Enter does it or leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.window.finding import Findable, found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WIDTH, HEIGHT = 620, 420  # pixels, where the window has so many
PADDING = 8
ENTRY = Qt.ItemDataRole.UserRole
MOVES = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip
MOST_RECENT = 20


class Palette(QDialog):
    """Finds what is in the window; gone once something is chosen, or by Escape.

    Args:
        entries: Returns all that can be found now.
        recent: Titles of what was chosen before, the latest first; what is chosen is put in front.
        parent: The window, above which it opens.
    """

    def __init__(self, entries: Callable[[], Iterable[Findable]], recent: list[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said(self.setWindowTitle, lambda: self.tr("Find Anything"))
        self._window, self._all, self._recent = parent, entries, recent
        self._build_ui()
        self._line.textChanged.connect(self._show_found)
        self._list.itemActivated.connect(self._on_list_item_activated)
        self._list.itemClicked.connect(self._on_list_item_activated)
        self._list.currentItemChanged.connect(self._show_reason)
        follow_language(self, self.gather)
        self._place()

    def _build_ui(self) -> None:
        self._line = dressed(QLineEdit(self), name="paletteLine", accessible=lambda: self.tr("Find anything"))
        said(self._line.setPlaceholderText, lambda: self.tr("Action, setting, preset or run …"))
        self._line.setClearButtonEnabled(True)
        self._line.installEventFilter(self)
        self._list = dressed(
            QListWidget(self), name="paletteList", accessible=lambda: self.tr("What was found")
        )
        self._list.setItemDelegate(_EntryPainter(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the line's
        self._note = dressed(Label(self, wordWrap=True), role="muted")
        column_of(self._line, (self._list, 1), self._note, on=self, margins=(12, 12, 12, 12), spacing=8)

    def _place(self) -> None:
        """Stand in the upper middle of the window, and no larger than it."""
        around = self._window.frameGeometry()
        size = QSize(min(WIDTH, around.width() - 40), min(HEIGHT, around.height() - 80))
        corner = around.center() - QRect(0, 0, size.width(), size.height()).center()
        self.setGeometry(QRect(corner, size))

    @Slot()
    def gather(self) -> None:
        """Take up all that there is, in the words of the moment."""
        self._entries = list(self._all())
        self._show_found(self._line.text())

    @Slot(str)
    def _show_found(self, typed: str) -> None:
        entries = found(self._entries, typed, self._recent)
        self._list.clear()
        for entry in entries:
            item = QListWidgetItem(self._list)
            item.setData(ENTRY, entry)
            parts = (entry.title, entry.place, entry.keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in parts if part))
            item.setToolTip(plain(entry.title))
        self._list.setCurrentRow(0)
        self._show_reason()

    @Slot()
    def _show_reason(self) -> None:
        entry = self._chosen()
        if entry is None:
            words = self.tr(
                "Nothing is called so. Try one word of it, in any language that the window speaks."
            )
        else:
            words = entry.reason
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _chosen(self) -> Findable | None:
        entry: Findable | None = self._list.currentIndex().data(ENTRY)
        return entry

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move in a list move in it while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in MOVES:
                self._list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do_chosen()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an edge, as the system paints none."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().border_strong))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        """Go when another window is turned to."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()

    @Slot()
    def _on_list_item_activated(self) -> None:
        self._do_chosen()

    def _do_chosen(self) -> None:
        entry = self._chosen()
        if entry is None or not entry.enabled:
            return
        if entry.title in self._recent:
            self._recent.remove(entry.title)
        self._recent.insert(0, entry.title)
        del self._recent[MOST_RECENT:]
        self.accept()
        QTimer.singleShot(0, self._window, entry.go)  # when the window has the keys again


class _EntryPainter(QStyledItemDelegate):
    """Paints an entry: its title, its keys at the right, and between them muted where it is."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        entry: Findable = index.data(ENTRY)
        look = theme.current()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(option.rect, QColor(look.accent_soft if is_chosen else look.sunken))
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        metrics, middle = option.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setFont(option.font)
        painter.setPen(QColor(look.text_muted))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, entry.keys)
        if entry.keys:
            room.setRight(room.right() - metrics.horizontalAdvance(entry.keys) - 2 * PADDING)
        painter.setPen(QColor(look.text if entry.enabled else look.text_disabled))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, middle, title)
        room.setLeft(room.left() + metrics.horizontalAdvance(title) + 2 * PADDING)
        painter.setPen(QColor(look.text_muted))
        place = metrics.elidedText(entry.place, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.drawText(room, middle, place)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(0, option.fontMetrics.height() + 2 * PADDING)
