"""The palette: one line to type in, and below it all that fits, to be gone to by the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QKeyCombination,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engine.visible import visible
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import Spoken, said
from gui.look.words import listed
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.window.finding import MOST_LETTERS, Findable, found, other_name

if TYPE_CHECKING:
    from gui.window.findables import Findables

SIZE = QSize(600, 420)  # pixels, where the window has room for it
EDGE, PADDING = 10, 5  # pixels beside and above the words of a row
FIND = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K)  # opens it, and closes it again
MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
THING, OTHER_NAME = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
BETWEEN_PAGES = 50  # milliseconds between two pages that are built while the palette is open
Index = QModelIndex | QPersistentModelIndex


class Palette(Spoken, QDialog):
    """Asks for some words and goes to what is chosen of what fits them; gone once it is closed, or one turns elsewhere.

    Args:
        findables: What there is.
        parent: Above which it opens. What had the keyboard there has it again when nothing is chosen.
    """

    def __init__(self, findables: Findables, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._findables = findables
        self._things: list[Findable] = []
        self._build_ui()
        self._query.textChanged.connect(self._on_query_text_changed)
        self._query.returnPressed.connect(self._on_query_return_pressed)
        self._list.clicked.connect(self._go)
        self._list.selectionModel().currentChanged.connect(self._tell_current)
        findables.changed.connect(self.say_words)
        self._builder = QTimer(self, interval=BETWEEN_PAGES)
        self._builder.timeout.connect(self._build_next)
        self._builder.start()
        self.say_words()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self.resize(SIZE.boundedTo(parent.size() - QSize(40, 80)))

    def _build_ui(self) -> None:
        said(self.setWindowTitle, lambda: self.tr("Find Anything"))
        self._query = dressed(_Query(self), name="paletteQuery", accessible=lambda: self.tr("What to find"))
        said(
            self._query.setPlaceholderText,
            lambda: self.tr("Action, setting, station, preset or run, in any language"),
        )
        self._query.setClearButtonEnabled(True)
        self._query.setMaxLength(MOST_LETTERS)
        self._rows = _Rows(self)
        self._list = dressed(_List(self), name="paletteList", accessible=lambda: self.tr("What fits"))
        self._list.setModel(self._rows)
        self._query.moves = self._list
        self._nothing = dressed(
            Label(
                lambda: self.tr("Nothing fits these words. Fewer or shorter ones may find more."),
                self,
                wordWrap=True,
            ),
            name="paletteNothing",
            role="muted",
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column_of(
            self._query, (self._list, 1), (self._nothing, 1), on=self, margins=(12, 12, 12, 12), spacing=8
        )
        self._query.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            app = QApplication.instance()
            assert app is not None
            app.removeEventFilter(self)
            if not self.isActiveWindow():
                self.reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is typed before the palette has the keyboard: it is no answer to the window."""
        if not isinstance(event, QKeyEvent) or watched in {self, self._query, self._list}:
            return False
        if event.type() == QEvent.Type.KeyPress:
            QApplication.sendEvent(self._query, event)
        event.accept()
        return True

    @Slot()
    def say_words(self) -> None:
        """Take what there is now, in the language of the moment."""
        chosen = self._chosen()
        self._things = self._findables.all()
        self._show_found()
        if chosen is not None:
            self._choose(chosen.key)

    @Slot()
    def _build_next(self) -> None:
        """Build a page that was never looked at, with what stands on it, while nobody has typed yet."""
        if self._findables.build_next():
            self.say_words()
        else:
            self._builder.stop()

    @Slot()
    def _on_query_text_changed(self) -> None:
        """Look for it everywhere: pages that are not built yet are built before."""
        if self._builder.isActive() and self._query.text().strip():
            self._builder.stop()
            while self._findables.build_next():
                pass
            self._things = self._findables.all()
        self._show_found()

    @Slot()
    def _show_found(self) -> None:
        things = found(self._query.text(), self._things, self._findables.recent)
        self._rows.query = self._query.text()
        self._rows.set_things(things)
        self._list.setVisible(bool(things))
        self._nothing.setVisible(not things)
        self._list.setCurrentIndex(self._rows.index(0))
        self._list.scrollToTop()
        self._tell_current()

    def _choose(self, key: str) -> None:
        for row, thing in enumerate(self._rows.things):
            if thing.key == key:
                self._list.setCurrentIndex(self._rows.index(row))
                return

    def _chosen(self) -> Findable | None:
        thing = self._list.currentIndex().data(THING)
        return thing if isinstance(thing, Findable) else None

    @Slot()
    def _tell_current(self) -> None:
        """Let a screen reader say what Enter would choose: the keyboard stays in the line above the list."""
        words = self._list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        self._query.setAccessibleDescription(words or self._nothing.text())

    @Slot()
    def _on_query_return_pressed(self) -> None:
        self._go(self._list.currentIndex())

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        """Go to a row; one that is refused stays, with its reason in sight."""
        thing = index.data(THING)
        if isinstance(thing, Findable) and not thing.refusal():
            findables = self._findables
            self.accept()
            QTimer.singleShot(
                0, findables, lambda: findables.go(thing)
            )  # once the window has the keyboard again


class _Query(QLineEdit):
    """The line to type in; keys that move go to the list."""

    moves: QListView

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's own keys wait until one has turned back to it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.keyCombination() == FIND:
            self.window().close()
        elif event.key() in MOVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            QApplication.sendEvent(self.moves, event)
        else:
            super().keyPressEvent(event)


class _List(QListView):
    """The rows, in which the keyboard does not stay."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Row(self))


class _Rows(QAbstractListModel):
    """What fits, the best first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.things: list[Findable] = []
        self.query = ""

    def set_things(self, things: list[Findable]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.things = things
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own way to say "of all"
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.things):
            return None
        thing = self.things[index.row()]
        if role == THING:
            return thing
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(thing.names[0])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            other = other_name(self.query, thing)
            return listed(map(visible, (thing.names[0], other, thing.places[0], thing.keys, thing.refusal())))
        if role == OTHER_NAME:
            return visible(other_name(self.query, thing))
        return None


class _Row(QStyledItemDelegate):
    """Paints a row: name and keys, and below them in muted letters where it is, or why one cannot go there."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 2 * option.fontMetrics.height() + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        thing = index.data(THING)
        if not isinstance(thing, Findable):
            return
        colours, refusal = theme.current(), visible(thing.refusal())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
        room = option.rect.adjusted(EDGE, PADDING, -EDGE, -PADDING)
        first = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        second = first.translated(0, first.height())
        painter.save()
        painter.setFont(option.font)
        metrics, flags = option.fontMetrics, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        keys = metrics.horizontalAdvance(thing.keys) + EDGE if thing.keys else 0
        left = room.width() - keys
        name = metrics.elidedText(visible(thing.names[0]), Qt.TextElideMode.ElideRight, left)
        painter.setPen(colours.text_disabled if refusal else colours.text)
        painter.drawText(first, flags, name)
        painter.setPen(colours.text_muted)
        other = index.data(OTHER_NAME)
        if other:  # it was found by this one
            behind = first.adjusted(metrics.horizontalAdvance(name) + EDGE, 0, -keys, 0)
            painter.drawText(
                behind, flags, metrics.elidedText(other, Qt.TextElideMode.ElideRight, behind.width())
            )
        painter.drawText(first, flags | int(Qt.AlignmentFlag.AlignRight), thing.keys)
        below = refusal or visible(thing.places[0])
        painter.drawText(second, flags, metrics.elidedText(below, Qt.TextElideMode.ElideRight, room.width()))
        painter.restore()
