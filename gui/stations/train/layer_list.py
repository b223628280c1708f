"""The network as a list of layers, edited in place: add, remove, reorder, and set what each layer is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from engine.inputs.registry import kind_of
from engine.layers import PLAIN
from engine.layers.form import form_of
from engine.layers.order import forms_before, place_for
from gui.look.dressed import dressed
from gui.look.spoken import Spoken, said
from gui.stations.train.layer_adders import LayerAdders
from gui.stations.train.layer_row import DragHandle, LayerRow
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.rows_area import RowsArea

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from engine.layers import Layer

_LAYER_PATH = re.compile(r"(?:^|\.)hidden\.(\d+)(?:\.(?:\w+\.)*(\w+))?$")


class LayerList(Spoken, QWidget):
    """The hidden layers between the pixels and the classes; it tells what was entered and checks nothing itself.

    Alt+Up and Alt+Down move the layer that has the focus, Delete on its handle or button removes it.
    """

    layers_edited = Signal(object)
    """The layers were changed by hand: a tuple with a dict for each layer, values in bounds or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hiddenLayers")
        self._rows: list[LayerRow] = []
        self._known: tuple[Layer, ...] = ()
        self._is_unanswered = self._is_adding = False
        self._order_before_drag: list[LayerRow] | None = None
        self._image_shape: tuple[int, ...] = (1, 28, 28)
        self._classes = 10
        self._build_ui()
        self._connect()
        self.say_words()

    def _build_ui(self) -> None:
        self._input = _end_row(self)
        self._stack = QWidget(self)
        self._empty = dressed(Label(self._stack, wordWrap=True), role="muted")
        self._empty.setContentsMargins(24, 4, 0, 4)
        self._stack_layout = column_of(self._empty, on=self._stack, spacing=3)
        self._stack_layout.addStretch()
        self._scroll = RowsArea(self)
        self._scroll.setWidget(self._stack)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._output = _end_row(self)
        self._adders = LayerAdders(self._output, self)
        layout = column_of(self._input, self._scroll, self._adders, on=self, spacing=4)
        layout.addStretch()

    def _connect(self) -> None:
        self._adders.kind_wanted.connect(self._add_like_last)

    def set_layers(self, layers: Sequence[Layer]) -> None:
        """Show layers without telling; an entry that was refused stays while the layers are unchanged."""
        layers = tuple(layers)
        if self._is_unanswered and layers == self._known:
            return
        self._is_unanswered = False
        if layers != self._known and not self._is_adding:
            self._mark(None)
        self._known = layers
        for index, layer in enumerate(layers):
            kind = type(layer)
            if index == len(self._rows):
                self._insert(index, kind)
            elif self._rows[index].kind is not kind:
                self._take(index)
                self._insert(index, kind)
            self._rows[index].set_layer(layer)
        while len(self._rows) > len(layers):
            self._take(len(self._rows) - 1)
        self._say_what_is_given()
        self._number_rows()

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say at each layer what is wrong with it, and at the last what is wrong with all, as that they are too many.

        Args:
            problems: Path such as ``network.hidden.0.size`` to sentence; other paths are passed over.
        """
        found: dict[int, dict[str, str]] = {}
        for path, text in problems.items():
            match = _LAYER_PATH.search(path)
            if match:
                found.setdefault(int(match[1]), {})[match[2] or ""] = text
            elif path.endswith("hidden") and self._rows:
                found.setdefault(len(self._rows) - 1, {})[""] = text
        had_problems = any(row.has_problems() for row in self._rows)
        for index, row in enumerate(self._rows):
            row.set_problems(found.get(index, {}))
        if had_problems and not found and self._is_unanswered:
            self._is_unanswered = False
            self.set_layers(self._known)

    def set_ends(self, image_shape: tuple[int, ...], classes: int) -> None:
        """Say what leads into the network and out of it.

        Args:
            image_shape: Channels, height, width, or the number of features.
            classes: Number of classes.
        """
        self._image_shape, self._classes = tuple(image_shape), classes
        self._adders.set_shape(self._image_shape)
        self._say_what_is_given()
        self.say_words()

    def _say_what_is_given(self) -> None:
        """Let each row know the form of what its layer is given."""
        forms = forms_before(self._known, form_of(self._image_shape))
        for row, form in zip(self._rows, forms, strict=False):  # one may be being added
            row.set_given(form)

    def set_locked(self, is_locked: bool) -> None:
        """Keep the layers from being edited."""
        self._stack.setEnabled(not is_locked)
        self._adders.set_locked(is_locked)

    def raw(self) -> tuple[dict[str, object], ...]:
        """Return what the rows hold."""
        return tuple(row.raw() for row in self._rows)

    def _insert(self, index: int, kind: type[Layer]) -> LayerRow:
        row = LayerRow(kind, self._stack)
        self._rows.insert(index, row)
        self._stack_layout.insertWidget(index, row)
        row.edited.connect(self._tell)
        row.remove_requested.connect(self._on_row_remove_requested)
        row.copy_requested.connect(self._on_row_copy_requested)
        row.move_requested.connect(self._on_row_move_requested)
        row.handle.dragged.connect(self._on_handle_dragged)
        row.handle.dropped.connect(self._on_handle_dropped)
        row.handle.cancelled.connect(self._on_handle_cancelled)
        row.show()
        return row

    def _take(self, index: int) -> None:
        row = self._rows.pop(index)
        self._stack_layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _place(self, rows: list[LayerRow]) -> None:
        self._rows = rows
        for index, row in enumerate(rows):
            if self._stack_layout.indexOf(row) != index:
                self._stack_layout.insertWidget(index, row)
        self._number_rows()

    def _number_rows(self) -> None:
        before: QWidget = self._scroll
        for number, row in enumerate(self._rows, start=1):
            row.set_number(number)
            for widget in row.tab_stops():
                QWidget.setTabOrder(before, widget)
                before = widget
        for button in self._adders.buttons:
            QWidget.setTabOrder(before, button)
            before = button
        self._empty.setVisible(not self._rows)
        self._name_columns()
        self._scroll.updateGeometry()

    @Slot()
    def _tell(self) -> None:
        self._is_unanswered = True
        self.layers_edited.emit(self.raw())

    def _copy(self, index: int) -> None:
        """Put a copy of the layer at ``index`` behind it."""
        source = self._rows[index]
        row = self._insert(index + 1, source.kind)
        for name, field in row.fields.items():
            field.set_raw(source.fields[name].raw())
        self._tell_added(row)

    @Slot(object)
    def _add_like_last(self, kind: type[Layer]) -> None:
        """Put a copy of the last layer of a kind behind it; where there is none, a usual one.

        That goes to the last place where it can stand.
        """
        same = [index for index, row in enumerate(self._rows) if row.kind is kind]
        if same:
            self._copy(same[-1])
            return
        row = self._insert(place_for(kind(), [row.kind() for row in self._rows]), kind)
        row.set_layer(kind())
        self._tell_added(row)

    def append(self) -> None:
        """Put a plain layer at the end, like the last one if that is such."""
        if self._rows and self._rows[-1].kind is PLAIN:
            self._copy(len(self._rows) - 1)
            return
        row = self._insert(len(self._rows), PLAIN)
        row.set_layer(PLAIN())
        self._tell_added(row)

    def _tell_added(self, row: LayerRow) -> None:
        self._number_rows()
        self._is_adding = True
        self._tell()
        self._is_adding = False
        self._mark(row)
        self._focus(row)

    def _mark(self, fresh: LayerRow | None) -> None:
        """Mark the layer that was added last, until the layers are changed otherwise."""
        for row in self._rows:
            row.set_fresh(row is fresh)

    def _remove(self, row: LayerRow) -> None:
        index = self._rows.index(row)
        self._take(index)
        self._number_rows()
        if self._rows:
            self._rows[min(index, len(self._rows) - 1)].remove_button.setFocus()
        else:
            self._adders.setFocus()
        self._tell()

    def _move(self, row: LayerRow, by: int) -> None:
        index = self._rows.index(row)
        target = index + by
        if not 0 <= target < len(self._rows):
            return
        focused = row.focusWidget()
        rows = list(self._rows)
        rows.insert(target, rows.pop(index))
        self._place(rows)
        if focused is not None:
            focused.setFocus()
        self._bring_into_sight(row)
        self._tell()

    def _focus(self, row: LayerRow) -> None:
        next(iter(row.fields.values())).setFocus()
        # The row has its place, and the scroll bar its range, only once the layouts have run.
        self._stack_layout.activate()
        self._stack.resize(self._stack.width(), self._stack_layout.sizeHint().height())
        self._bring_into_sight(row)

    def _bring_into_sight(self, row: LayerRow) -> None:
        """Scroll the list, and whatever page it stands on, to a layer."""
        place: QWidget | None = row
        while place is not None:
            if isinstance(place, QScrollArea):
                place.ensureWidgetVisible(row, 0, 24)
            place = place.parentWidget()

    def _focused_row(self) -> LayerRow | None:
        focus = self.focusWidget()
        return next((row for row in self._rows if row.isAncestorOf(focus)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._focused_row()
        if row is None or not self._stack.isEnabled():
            event.ignore()
            return
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self._remove(row)
        else:
            event.ignore()

    def say_words(self) -> None:
        locale = QLocale()
        self._input.setText(self._input_words())
        kind = kind_of(self._image_shape)
        words = self.tr("1 number") if self._classes == 1 else self.tr("{count} classes")
        if kind.per_place:
            words = self.tr("{count} signs")
        self._output.setText(words.format(count=locale.toString(self._classes)))
        self._name_columns()
        empty = self.tr("No hidden layer: the pixels lead straight to the classes.")
        if kind.has_features:
            empty = self.tr("No hidden layer: the features lead straight to the classes.")
        elif kind.per_place:
            empty = self.tr("No hidden layer: each character leads straight to the next one.")
        self._empty.setText(empty)
        said(self.setAccessibleName, lambda: self.tr("Hidden layers"))

    def _input_words(self) -> str:
        if len(self._image_shape) == 1:
            return self.tr("{count} features").format(count=QLocale().toString(self._image_shape[0]))
        if kind_of(self._image_shape).per_place:
            words = self.tr("{count} characters · each one of {signs}")
            places, signs = map(QLocale().toString, self._image_shape)
            return words.format(count=places, signs=signs)
        channels, height, width = (1, *self._image_shape)[-3:]
        pixels = self.tr("{count} pixels").format(count=QLocale().toString(channels * height * width))
        size = f"{height} × {width}" + (f" × {channels}" if channels > 1 else "")
        return f"{pixels} · {size}"

    def _name_columns(self) -> None:
        """Say above a layer what its columns hold, unless the last that said so holds the same."""
        said_last: tuple[str, ...] = ()
        for row in self._rows:
            titles = row.titles()
            row.show_titles(wanted=titles != said_last)
            said_last = titles or said_last

    def _sender_row(self) -> LayerRow:
        sender = self.sender()
        row = sender.parentWidget() if isinstance(sender, DragHandle) else sender
        assert isinstance(row, LayerRow)
        return row

    @Slot()
    def _on_row_remove_requested(self) -> None:
        self._remove(self._sender_row())

    @Slot()
    def _on_row_copy_requested(self) -> None:
        self._copy(self._rows.index(self._sender_row()))

    @Slot(int)
    def _on_row_move_requested(self, by: int) -> None:
        self._move(self._sender_row(), by)

    @Slot(int)
    def _on_handle_dragged(self, screen_height: int) -> None:
        row = self._sender_row()
        height = self._stack.mapFromGlobal(QPoint(0, screen_height)).y()
        if self._order_before_drag is None:
            self._order_before_drag = list(self._rows)
        others = [other for other in self._rows if other is not row]
        index = sum(other.geometry().center().y() < height for other in others)
        if self._rows.index(row) != index:
            self._place([*others[:index], row, *others[index:]])
            self._stack_layout.activate()
        self._scroll.ensureVisible(0, height, 0, 24)

    @Slot()
    def _on_handle_dropped(self) -> None:
        before, self._order_before_drag = self._order_before_drag, None
        if before is not None and before != self._rows:
            self._tell()

    @Slot()
    def _on_handle_cancelled(self) -> None:
        before, self._order_before_drag = self._order_before_drag, None
        if before is not None:
            self._place(before)


def _end_row(parent: QWidget) -> Label:
    return dressed(Label(parent, alignment=Qt.AlignmentFlag.AlignCenter), end=True)
