"""A table whose columns are each described once: heading, words, order, tooltip, icon, side.

It sorts its own rows: a proxy of Qt's would ask for every value through Python some 20,000 times for 2,000 rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from engine.visible import visible
from gui.look.plain import plain
from gui.look.spoken import Words, follow_language, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from PySide6.QtGui import QIcon

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
R = TypeVar("R")


@dataclass(frozen=True)  # with slots, naming the kind of row as it is made would fail
class TableColumn(Generic[R]):
    """What a column tells of each row.

    Attributes:
        title: Its heading.
        text: What stands in a cell.
        help_text: The tooltip of the heading.
        key: What rows are sorted by; by default the text, numbers in it as numbers.
        tip: The tooltip of a cell.
        icon: The icon of a cell, asked for each time, as it follows the theme.
        head_icon: The icon of the heading, likewise.
        is_number: Whether it stands at the right.
        is_bold: Which cells stand out.
        is_editable: Whether its cells can be edited in their place.
    """

    title: Words
    text: Callable[[R], str]
    help_text: Words = ""
    key: Callable[[R], Any] | None = None
    tip: Callable[[R], str] | None = None
    icon: Callable[[R], QIcon] | None = None
    head_icon: Callable[[], QIcon] | None = None
    is_number: bool = False
    is_bold: Callable[[R], bool] | None = None
    is_editable: bool = False

    @property
    def side(self) -> Qt.AlignmentFlag:
        """Where its words stand."""
        side = Qt.AlignmentFlag.AlignRight if self.is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def data(self, row: R, role: int) -> Any:
        """Return what a cell shows."""
        match role:
            case Role.DisplayRole:
                return visible(self.text(row), lines=True)
            case Role.EditRole:
                return self.text(row)
            case Role.TextAlignmentRole:
                return self.side
            case Role.DecorationRole:
                return self.icon(row) if self.icon is not None else None
            case Role.ToolTipRole:
                return plain(self.tip(row)) if self.tip is not None else None
            case Role.FontRole:
                return _bold() if self.is_bold is not None and self.is_bold(row) else None
        return None

    def head_data(self, role: int) -> Any:
        """Return what the heading shows."""
        match role:
            case Role.DisplayRole:
                return words_of(self.title)
            case Role.TextAlignmentRole:
                return self.side
            case Role.ToolTipRole:
                return plain(words_of(self.help_text))
            case Role.DecorationRole:
                return self.head_icon() if self.head_icon is not None else None
        return None

    def sort_key(self, row: R) -> Any:
        """Return what a row is sorted by."""
        return natural(self.text(row)) if self.key is None else self.key(row)


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind; what is selected among them stays so where they are shown anew.

    Attributes:
        columns: What is told of each.
        tells_of_each: Whether rows that come among others are told of one by one, which costs a view the less the more
            it shows. Without it all is begun anew, of which a view may want to hear.
    """

    tells_of_each: ClassVar[bool] = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[TableColumn[R], ...] = ()
        self._rows: list[R] = []
        self._column, self._order = 0, Qt.SortOrder.AscendingOrder
        follow_language(self, self._say_words)

    def _say_words(self) -> None:
        """Have headings and cells asked for anew."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._rows:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)
        self.tell_changed(0, len(self._rows) - 1)

    @property
    def rows(self) -> Sequence[R]:
        """The rows in the order in which they stand."""
        return self._rows

    def identity(self, row: R) -> Hashable:
        """Return what a row is known by when it is shown anew."""
        return id(row)

    def row_title(self, _row: R) -> str | None:
        """Return what stands in front of a row."""
        return None

    def show_rows(self, rows: Iterable[R]) -> None:
        """Show these rows in this order; what points at a row that was there keeps pointing at it."""
        new = list(rows)
        before, after = [self.identity(row) for row in self._rows], [self.identity(row) for row in new]
        if before == after:
            self._take_changed(new)
        elif self.tells_of_each and _holds(after, before):
            for first, last in _gaps(after, set(before)):
                self.beginInsertRows(QModelIndex(), first, last)
                self._rows[first:first] = new[first : last + 1]
                self.endInsertRows()
            self._take_changed(new)
        elif len(before) == len(after) and set(before) == set(after):
            self.layoutAboutToBeChanged.emit()
            places = {name: place for place, name in enumerate(after)}
            old = self.persistentIndexList()
            moved = [self.index(places[before[item.row()]], item.column()) for item in old]
            self._rows = new
            self.changePersistentIndexList(old, moved)
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()

    def _take_changed(self, new: list[R]) -> None:
        """Take rows that are known as those before, and tell which show something else."""
        changed = [place for place, row in enumerate(new) if row is not self._rows[place]]
        self._rows = new
        for first, last in _stretches(changed):
            self.tell_changed(first, last)

    def tell_changed(self, first: int, last: int, column: int | None = None) -> None:
        """Say that rows show something else, in one column or in all."""
        left, right = (column, column) if column is not None else (0, len(self.columns) - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, left), self.index(last, right))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column, from now on."""
        self._column, self._order = column, order
        self.show_rows(self.sorted(self._rows))

    def sorted(self, rows: Iterable[R]) -> list[R]:
        """Return rows in the order of the chosen column; equals stay as they stand."""
        is_falling = self._order == Qt.SortOrder.DescendingOrder
        return sorted(rows, key=self.columns[self._column].sort_key, reverse=is_falling)

    # What views ask

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how much is told of each."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be edited in their place."""
        flags = super().flags(index)
        is_editable = index.isValid() and self.columns[index.column()].is_editable
        return flags | Qt.ItemFlag.ItemIsEditable if is_editable else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        return self.columns[index.column()].data(self._rows[index.row()], role) if index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return what stands above a column or in front of a row."""
        if orientation == Qt.Orientation.Horizontal:
            return self.columns[section].head_data(role)
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        title = self.row_title(self._rows[section])
        if title is None:
            return None
        return visible(title) if role == Role.DisplayRole else plain(title)


def _holds(after: Sequence[Hashable], before: Sequence[Hashable]) -> bool:
    """Tell whether all that was there is there, in the same order, with more among it."""
    rest = iter(after)
    return len(before) < len(after) and all(name in rest for name in before)


def _gaps(after: Sequence[Hashable], known: set[Hashable]) -> list[tuple[int, int]]:
    """Return where there is something new, as the first and the last place of each stretch, in order."""
    return _stretches([place for place, name in enumerate(after) if name not in known])


def _stretches(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return rising numbers as stretches without a gap, each by its first and its last."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that puts ``run-9`` before ``run-10``."""
    parts: list[tuple[int, int, str]] = []
    rest = text.casefold()
    while rest:
        is_number = rest[0].isdecimal()
        length = next((place for place, sign in enumerate(rest) if sign.isdecimal() != is_number), len(rest))
        part, rest = rest[:length], rest[length:]
        parts.append((0, int(part), "") if is_number else (1, 0, part))
    return tuple(parts)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
