"""The list of the exports of late: what, when, whether it passed, where; and what became of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from engine.deploy.recent import State
from engine.deploy.registry import FORMATS
from engine.visible import visible
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.moments import short_moment
from gui.look.plain import plain
from gui.look.spoken import follow_language
from gui.look.text_size import follow_size, px
from gui.look.words import noted, size_words, translate_engine
from gui.stations.deploy.opening import is_openable, is_page
from gui.stations.deploy.words import (
    export_words,
    state_word,
    verdict_word,
    weights_words,
)
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from engine.deploy.recent import RecentExport
    from gui.stations.deploy.recents import Recents

ROW_ROOM = 8  # pixels above and below the words of a row
WIDEST = 240  # pixels of the column of models at first
NAME_ROOM = 16  # pixels beside a name
ROWS = 3  # that are in sight at least
PLACE = 5  # column


class RecentList(QWidget):
    """Exports in a table, the newest first, and what can be done with the chosen ones.

    Args:
        recents: The exports.
        parent: The widget it belongs to.

    Signals:
        open_wanted: A file is to be opened (Path).
        folder_wanted: The folder of a file is to be opened (Path).
    """

    open_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, recents: Recents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recentExports")
        self._recents = recents
        self._items: list[tuple[QTreeWidgetItem, RecentExport, State]] = []
        self._build_ui()
        self._connect()
        theme.notifier.theme_changed.connect(self._show)
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        heading = dressed(Label(lambda: self.tr("Recent exports"), self), role="heading")
        self.open = dressed(QPushButton(self), name="recentOpen")
        self.folder = dressed(QPushButton(self), text=lambda: self.tr("Open folder"), name="recentFolder")
        self.remove = dressed(
            QPushButton(self), text=lambda: self.tr("Remove from list"), name="recentRemove"
        )
        dressed(self.remove, tip=lambda: self.tr("Take the chosen exports from the list; their files stay"))
        buttons = FlowBox(spacing=6, parent=self)
        for button in (self.open, self.folder, self.remove):
            buttons.add(button)
        top = FlowBox(spacing=10, parent=self, last_at_end=True)
        for part in (heading, buttons):
            top.add(part)
        self.table = dressed(
            QTreeWidget(self), name="recentTable", accessible=lambda: self.tr("Recent exports")
        )
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setFont(theme.tabular_font(self.table.font()))
        self.table.setColumnCount(PLACE + 1)
        heads = self.table.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        heads.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Stretch)
        # What it would like is no need: a layout of what wraps takes the one for the other, and squeezes the cards.
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        follow_size(self.table, self._fit)
        self.proof = dressed(WholeLabel(self), name="recentProof", role="muted")
        self.proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.proof.setMinimumWidth(1)
        column_of(top, (self.table, 1), self.proof, on=self, spacing=6)

    def _fit(self) -> None:
        row = self.fontMetrics().height() + ROW_ROOM
        self.table.setMinimumHeight(row * (ROWS + 1) + 4)

    def _connect(self) -> None:
        self._recents.changed.connect(self._show)
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.table.itemActivated.connect(self._on_table_item_activated)
        self.open.clicked.connect(lambda: self._tell(self.open_wanted))
        self.folder.clicked.connect(lambda: self._tell(self.folder_wanted))
        self.remove.clicked.connect(self._on_remove_clicked)
        delete = QShortcut(QKeySequence("Del"), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove_clicked)

    @Slot()
    def _show(self) -> None:
        chosen = {(each.path, each.when) for each, _state in self._chosen()}
        self.table.setHeaderLabels(
            [
                *(self.tr("Model"), self.tr("Format"), self.tr("When")),
                *(self.tr("Pass mark"), self.tr("Size"), self.tr("Place")),
            ]
        )
        titles = {form.name: translate_engine(form.title) for form in FORMATS}
        grey = theme.current().color("text_disabled")
        height = self.fontMetrics().height() + ROW_ROOM
        self._items = []  # clearing the table tells that nothing is chosen any more
        self.table.clear()
        for export, state in self._recents.items:
            place = noted(visible(str(export.path)), state_word(state))
            form = titles.get(export.format, visible(export.format))
            if export.rounding is not None:
                form = noted(form, weights_words(export.weights, activations=export.activations))
            words = (
                *(visible(export.model), form, short_moment(export.when)),
                *(verdict_word(export), size_words(export.size), place),
            )
            item = QTreeWidgetItem(list(words))
            item.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(PLACE, plain(place))
            item.setToolTip(0, plain(export.model))
            item.setSizeHint(0, QSize(0, height))
            if state is not State.THERE:
                for column in range(PLACE + 1):
                    item.setForeground(column, grey)
            self.table.addTopLevelItem(item)
            self._items.append((item, export, state))
            item.setSelected((export.path, export.when) in chosen)
        letters = self.table.fontMetrics().horizontalAdvance
        names = (letters(item.text(0)) + px(NAME_ROOM) for item, _export, _state in self._items)
        wanted = max(self.table.header().sectionSizeHint(0), *names, 0)
        self.table.header().resizeSection(0, min(wanted, px(WIDEST)))
        self.setVisible(bool(self._items))
        self._show_chosen()

    def _chosen(self) -> list[tuple[RecentExport, State]]:
        return [(export, state) for item, export, state in self._items if item.isSelected()]

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self._chosen()
        one, state = chosen[0] if len(chosen) == 1 else (None, State.GONE)
        self.folder.setEnabled(one is not None)
        self.open.setEnabled(one is not None and state is not State.GONE and is_openable(one.path))
        self.open.setText(self.tr("Open page") if one is not None and is_page(one.path) else self.tr("Open"))
        self.remove.setEnabled(bool(chosen))
        if one is None:
            self.proof.setText(self.tr("Choose one to see how it was proved.") if self._items else "")
            return
        self.proof.setText(export_words(one, state))

    def _tell(self, wanted: SignalInstance) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            wanted.emit(chosen[0][0].path)

    @Slot()
    def _on_table_item_activated(self) -> None:
        button = self.open if self.open.isEnabled() else self.folder
        if button.isEnabled():
            button.click()

    @Slot()
    def _on_remove_clicked(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._recents.forget([export for export, _state in chosen])
