"""The lessons there are, each with the time it takes, and a tick where it was gone through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engine.visible import visible
from gui.look import icons, language, theme
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import said
from gui.look.text_size import px, sized
from gui.widgets.flow_box import FlowBox
from gui.widgets.layouts import column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from engine.lessons.lesson import Lesson

KEY = Qt.ItemDataRole.UserRole
DONE = KEY + 1
ROOM = 14  # pixels above and below the words of a lesson, together
Index = QModelIndex | QPersistentModelIndex


class LessonRow(QStyledItemDelegate):
    """Paints a lesson: its title in bold letters, below it in muted ones how long it takes and what it is about."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, room = option.widget, QStyleOptionViewItem(option)
        assert isinstance(view, QListWidget)
        # As beside a scroll bar, whether there is one or not: it comes and goes with the heights that are told here.
        width = view.contentsRect().width() - view.verticalScrollBar().sizeHint().width()
        room.rect = QRect(0, 0, width, 10_000)
        return QSize(0, sum(area.height() for area in self._areas(room, index)) + px(ROOM))

    def _areas(self, option: QStyleOptionViewItem, index: Index) -> tuple[QRect, QRect]:
        """Return where the title stands, and where what is below it."""
        self.initStyleOption(option, index)
        style = option.widget.style()
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        title, _, rest = str(index.data()).partition("\n")
        above, below = (
            _room_of(words, letters, area.width(), _wrapping(words, letters, area.width())).height()
            for letters, words in ((_bold(option.font), title), (option.font, rest))
        )
        top = area.top() + (area.height() - above - below) // 2
        return (
            QRect(area.left(), top, area.width(), above),
            QRect(area.left(), top + above, area.width(), below),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        areas = self._areas(shown, index)
        shown.text = ""
        shown.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        title, _, rest = str(index.data()).partition("\n")
        colours = theme.current()
        pens = (colours.text, colours.text_muted)
        if shown.state & QStyle.StateFlag.State_Selected:
            pens = (colours.on_accent, colours.on_accent)
        painter.save()
        fonts = (_bold(shown.font), shown.font)
        for words, letters, pen, area in zip((title, rest), fonts, pens, areas, strict=True):
            painter.setFont(letters)
            painter.setPen(pen)
            painter.drawText(area, _wrapping(words, letters, area.width()), words)
        painter.restore()


def _icon(is_done: bool) -> QIcon:
    sign = "check" if is_done else "play"
    icon = QIcon(icons.icon(sign, "success" if is_done else "text_muted"))
    icon.addPixmap(icons.pixmap(sign, icons.USUAL, "on_accent"), QIcon.Mode.Selected)
    return icon


def _wrapping(words: str, letters: QFont, width: int) -> int:
    """Return how words are wrapped: between them, or anywhere if one alone is wider than the ``width`` in pixels."""
    between = int(Qt.TextFlag.TextWordWrap)
    fits = _room_of(words, letters, width, between).width() <= width
    return between if fits else int(Qt.TextFlag.TextWrapAnywhere)


def _room_of(words: str, letters: QFont, width: int, wrapping: int) -> QRect:
    return QFontMetrics(letters).boundingRect(0, 0, width, 10_000, wrapping, words)


def _bold(font: QFont) -> QFont:
    found = QFont(font)
    found.setBold(True)
    return found


class LessonList(QWidget):
    """Lets a lesson be chosen.

    Signals:
        chosen: A lesson is to be opened (its key).
        file_wanted: A lesson of one's own is to be opened.
        folder_wanted: A folder of them is to be opened.
    """

    chosen = Signal(str)
    file_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next = ""
        self._build_ui()
        self.list.itemActivated.connect(self._on_list_item_chosen)
        self.list.itemClicked.connect(self._on_list_item_chosen)
        self.next_button.clicked.connect(self._on_next_button_clicked)
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)

    def _build_ui(self) -> None:
        self.list = dressed(QListWidget(self), name="lessonList")
        said(self.list.setAccessibleName, lambda: self.tr("Lessons"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        sized(self.list.setIconSize, QSize(icons.USUAL, icons.USUAL))
        self.list.setWordWrap(True)  # rows are laid out anew where the list gets another width
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(LessonRow(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own = dressed(
            QPushButton(self),
            text=lambda: self.tr("Open file …"),
            name="lessonFile",
            tip=lambda: self.tr("A lesson that somebody wrote"),
        )
        folder = dressed(
            QPushButton(self),
            text=lambda: self.tr("Folder …"),
            name="lessonFolder",
            tip=lambda: self.tr("All lessons of a folder"),
        )
        self.next_button = dressed(
            QPushButton(self), text=lambda: self.tr("Next lesson"), name="lessonFollowing", main=True
        )
        self.next_button.hide()
        flow = FlowBox(spacing=6, parent=self)
        for button in (own, folder):
            flow.add(button)
        own.clicked.connect(self.file_wanted)
        folder.clicked.connect(self.folder_wanted)
        following = row_of((self.next_button, 1), margins=(12, 4, 12, 0))
        column_of((self.list, 1), following, row_of((flow, 1), margins=(12, 4, 12, 10)), on=self, spacing=4)

    def show_lessons(
        self, lessons: Iterable[tuple[str, Lesson, bool]], chosen: str = "", *, is_next: bool = False
    ) -> None:
        """List lessons.

        Args:
            lessons: Of each its key, itself, and whether it was gone through.
            chosen: Key of the one that is marked.
            is_next: Whether that one follows a lesson that was just gone through, and is offered.
        """
        code = language.spoken()
        self.list.clear()
        for key, lesson, is_done in lessons:
            title, summary = visible(lesson.title.said(code)), visible(lesson.summary.said(code))
            minutes = self.tr("{minutes} min").format(minutes=lesson.minutes)
            item = QListWidgetItem(
                self.tr("{title}\n{minutes} · {summary}").format(
                    title=title, minutes=minutes, summary=summary
                )
            )
            item.setData(KEY, key)
            item.setData(DONE, is_done)
            item.setIcon(_icon(is_done))
            item.setToolTip(plain(summary))
            spoken = self.tr("{title}, done") if is_done else "{title}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken.format(title=title))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, summary)
            self.list.addItem(item)
            if key == chosen or self.list.currentRow() < 0:
                self.list.setCurrentItem(item)
        self.next_button.setVisible(is_next)
        self._next = chosen if is_next else ""

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setIcon(_icon(item.data(DONE)))

    @Slot()
    def _on_next_button_clicked(self) -> None:
        self.chosen.emit(self._next)

    @Slot(QListWidgetItem)
    def _on_list_item_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(KEY))
