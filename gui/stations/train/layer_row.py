"""One layer of the network as a row of fields, which its kind of layer tells."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui.look import icons
from gui.look.dressed import dressed
from gui.look.plain import paragraphs
from gui.look.spoken import Spoken, said
from gui.look.style_sheet import repolish
from gui.look.text_size import sized
from gui.look.words import (
    extra_of_field,
    help_of_field,
    label_of_field,
    labelled,
    plain_number,
    sentence,
    translate_engine,
)
from gui.widgets.fields.choice_fields import ChoiceField
from gui.widgets.fields.number_field import NumberField
from gui.widgets.fields.setting_row import make_field
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

    from engine.layers import Form, Layer
    from engine.layers.layer import Cell
    from engine.settings import Setting

DRAG_START = 4  # pixels the mouse moves before a press becomes a drag


class DragHandle(QToolButton):
    """What a row is taken by: it tells where the mouse drags it, and which way the arrow keys push it."""

    dragged = Signal(int)
    """The mouse is at this height on the screen."""
    dropped = Signal()
    cancelled = Signal()
    pushed = Signal(int)
    """An arrow key asks for one row up (-1) or down (1)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        icons.set_icon(self, "drag", "text_muted")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setProperty("tight", True)
        self.setFixedWidth(20)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        here = event.position().toPoint()
        if not self._is_dragging and (here - self._pressed_at).manhattanLength() >= DRAG_START:
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragging:
            self.dragged.emit(self.mapToGlobal(here).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._end_drag():
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.pushed.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Escape and self._end_drag():
            self.cancelled.emit()
        else:
            event.ignore()

    def _end_drag(self) -> bool:
        was_dragging, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        return was_dragging


class LayerRow(Spoken, QWidget):
    """A row for any kind of layer: handle, fields, and a button that removes it.

    Args:
        kind: The kind of layer.
        parent: The widget the rows stand in.
    """

    edited = Signal()
    remove_requested = Signal()
    copy_requested = Signal()
    move_requested = Signal(int)
    """One row up (-1) or down (1)."""

    def __init__(self, kind: type[Layer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.fields: dict[str, Any] = {}
        self._number = 0
        self._problems: dict[str, str] = {}
        self._idle: dict[str, str] = {}  # why a field changes nothing where the layer stands, by its name
        self._refusals: dict[str, str] = {}  # what a field says of what was typed, by its name
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        grid = QGridLayout(self)
        self.setProperty("layer", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid.setContentsMargins(2, 3, 2, 3)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        self.handle = DragHandle(self)
        grid.addWidget(self.handle, 1, 0)
        first, *others = self.kind.card()
        self._titles: dict[str, ShortLabel] = {}
        for column, cell in enumerate(first, start=1):
            field = self._make_field(cell.name)
            sized(field.setMinimumWidth, cell.least)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, cell.share)
            if not cell.says_label:
                title = self._titles[cell.name] = dressed(ShortLabel(self), role="muted")
                title.hide()
                grid.addWidget(title, 0, column)
        last = len(first) + 1
        self._details, self._unfold = QWidget(self), QToolButton(self)
        lines = column_of(on=self._details, margins=(0, 2, 0, 2), spacing=4)
        for cells in others:
            lines.addLayout(self._line_of(cells))
        self._unfold.setCheckable(bool(others))
        if not others:  # it names the kind, and that is all
            self._unfold.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._unfold.setProperty("details", True)
        self._unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._unfold.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._unfold.setVisible(bool(others) or self.kind.named_in_row)
        self._details.hide()
        grid.addWidget(self._unfold, 2, 1, 1, last)
        grid.addWidget(self._details, 3, 1, 1, last)
        self.remove_button = QToolButton(self)
        icons.set_icon(self.remove_button, "remove", "text_muted")
        self.remove_button.setProperty("tight", True)
        sized(self.remove_button.setFixedWidth, 24)
        grid.addWidget(self.remove_button, 1, last)
        self._note = dressed(Label(self, wordWrap=True), role="problem")
        self._note.hide()
        grid.addWidget(self._note, 4, 1, 1, last)
        self._show_fold()
        self.say_words()

    def _line_of(self, cells: tuple[Cell, ...]) -> QHBoxLayout:
        line = row_of(spacing=4)
        for cell in cells:
            field = self._make_field(cell.name)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.addWidget(field, cell.share)
        return line

    def _make_field(self, name: str) -> QWidget:
        field = make_field(self._info(name))
        field.setParent(self)
        self.fields[name] = field
        return field

    def _connect(self) -> None:
        for field in self.fields.values():
            field.edited.connect(self.edited)
            if isinstance(field, NumberField):
                field.refused.connect(self._on_field_refused)
            field.edited.connect(self._say_details)
        self._unfold.toggled.connect(self._show_fold)
        self.remove_button.clicked.connect(self.remove_requested)
        self.handle.pushed.connect(self.move_requested)

    def _info(self, name: str) -> Setting:
        return self.kind.model_fields[name]

    def set_number(self, number: int) -> None:
        """Say which hidden layer it is, counted from 1."""
        if number != self._number:
            self._number = number
            self.say_words()

    def set_layer(self, layer: Layer) -> None:
        """Show a layer without telling."""
        for name, field in self.fields.items():
            field.set_raw(getattr(layer, name))
        self._say_details()

    def set_given(self, form: Form) -> None:
        """Keep fields from being edited that change nothing where the layer stands, and say why.

        Args:
            form: Of what the layer before leaves.
        """
        idle = self.kind().idle_behind(form)
        if idle != self._idle:
            self._idle = idle
            for name, field in self.fields.items():
                field.setEnabled(name not in idle)
            self.say_words()

    def titles(self) -> tuple[str, ...]:
        """Return what its columns are called; one that says so itself is not among them."""
        return tuple(label_of_field(self._info(name)) for name in self._titles)

    def show_titles(self, *, wanted: bool) -> None:
        """Say above the fields what they hold, or leave that to a layer before that holds the same."""
        for title in self._titles.values():
            title.setVisible(wanted)

    def set_fresh(self, is_fresh: bool) -> None:
        """Mark the layer as the one that was just added, or take the mark away."""
        if is_fresh != bool(self.property("fresh")):
            self.setProperty("fresh", is_fresh)
            repolish(self)

    def set_open(self, is_open: bool) -> None:
        """Unfold what is seldom changed, or fold it away."""
        self._unfold.setChecked(is_open)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through, in the order of reading."""
        first, *others = self.kind.card()
        usual = (self.fields[cell.name] for cell in first)
        details = (self.fields[cell.name] for line in others for cell in line)
        return (self.handle, *usual, self.remove_button, *((self._unfold, *details) if others else ()))

    @Slot()
    def _show_fold(self) -> None:
        is_open = self._unfold.isChecked()
        if self._unfold.isCheckable():
            icons.set_icon(self._unfold, "down" if is_open else "right", "text_muted")
        self._details.setVisible(is_open)
        self._say_details()

    @Slot()
    def _say_details(self) -> None:
        """Say in a line what is folded away, and the kind's name where that is not seen otherwise."""
        name = [translate_engine(self.kind.title)] if self.kind.named_in_row else []
        words = name + [self._said(cell.name) for line in self.kind.card()[1:] for cell in line]
        self._unfold.setText(" · ".join(word for word in words if word))

    def _said(self, name: str) -> str:
        """Return a setting in a word or two; nothing for what is off, or changes nothing."""
        if name in self._idle:
            return ""
        field, label = self.fields[name], label_of_field(self._info(name))
        if isinstance(field, QAbstractButton):
            return label if field.isChecked() else ""
        if isinstance(field, NumberField):
            is_off = field.raw() == 0 and bool(extra_of_field(self._info(name), "zero"))
            return "" if is_off else f"{label} {plain_number(field.raw())}"
        return labelled(label, field.currentText())

    def raw(self) -> dict[str, Any]:
        """Return what the fields hold, in bounds or not."""
        return {"kind": self.kind.kind_name()} | {name: field.raw() for name, field in self.fields.items()}

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Mark fields and say under the row what is wrong.

        Args:
            problems: Name of the field to sentence.
        """
        if problems == self._problems:
            return
        self._problems = dict(problems)
        self._show_problems()

    @Slot(str)
    def _on_field_refused(self, words: str) -> None:
        name = next(name for name, field in self.fields.items() if field is self.sender())
        self._refusals[name] = words
        self._show_problems()

    def _show_problems(self) -> None:
        refusals = {name: words for name, words in self._refusals.items() if words}
        problems = self._problems | refusals
        for name, field in self.fields.items():
            field.setProperty("problem", name in problems)
            field.setAccessibleDescription(problems.get(name, help_of_field(self._info(name))))
            repolish(field)
        lines = [
            labelled(label_of_field(self._info(name)), text) if name in self.fields else sentence(text)
            for name, text in problems.items()
        ]
        if any(cell.name in problems for line in self.kind.card()[1:] for cell in line):
            self.set_open(True)
        self._note.setText("\n".join(lines))
        self._note.setVisible(bool(lines))

    def has_problems(self) -> bool:
        """Whether something is said to be wrong with the layer."""
        return bool(self._problems)

    def _called(self, name: str) -> str:
        """Return what a field is called where nothing stands beside it."""
        words = self.tr("Layer {number}: {setting}")
        return words.format(number=self._number, setting=label_of_field(self._info(name)))

    def say_words(self) -> None:
        for name, field in self.fields.items():
            info = self._info(name)
            if isinstance(field, NumberField):
                field.set_words(unit="", zero=extra_of_field(info, "zero"))
            elif isinstance(field, ChoiceField):
                field.retranslate()
            field.setToolTip(paragraphs(help_of_field(info), translate_engine(self._idle.get(name, ""))))
            said(field.setAccessibleName, partial(self._called, name))
            field.setAccessibleDescription(self._problems.get(name, help_of_field(info)))
        for name, title in self._titles.items():
            title.set_words(label_of_field(self._info(name)))
        first, *others = self.kind.card()
        untitled = [*(cell for cell in first if cell.says_label), *(cell for line in others for cell in line)]
        for cell in untitled:
            field, label = self.fields[cell.name], label_of_field(self._info(cell.name))
            if isinstance(field, NumberField):
                field.setPrefix(f"{label} ")
            elif isinstance(field, QAbstractButton):
                field.setText(label)
        if others:
            self._unfold.setToolTip(self.tr("Show or hide what is seldom changed"))
            said(
                self._unfold.setAccessibleName,
                lambda: self.tr("Details of layer {number}").format(number=self._number),
            )
        self._say_details()
        self.remove_button.setToolTip(self.tr("Remove this layer (Delete)"))
        said(
            self.remove_button.setAccessibleName,
            lambda: self.tr("Remove layer {number}").format(number=self._number),
        )
        self.handle.setToolTip(self.tr("Drag to reorder (Alt+Up, Alt+Down)"))
        said(
            self.handle.setAccessibleName, lambda: self.tr("Move layer {number}").format(number=self._number)
        )
        if self._refusals:
            self._refusals = {name: self.fields[name].refusal() for name in self._refusals}
            self._show_problems()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = (
            (self.tr("Move up"), "up", self._on_menu_up_triggered),
            (self.tr("Move down"), "down", self._on_menu_down_triggered),
            (self.tr("Duplicate"), "copy", self.copy_requested.emit),
            (self.tr("Remove"), "remove", self.remove_requested.emit),
        )
        for text, icon, act in entries:
            action = menu.addAction(text)
            icons.set_icon(action, icon)
            action.triggered.connect(act)
        menu.popup(event.globalPos())

    @Slot()
    def _on_menu_up_triggered(self) -> None:
        self.move_requested.emit(-1)

    @Slot()
    def _on_menu_down_triggered(self) -> None:
        self.move_requested.emit(1)
