"""Looks through My Digits in a grid of images: relabel and delete by menu and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu

from engine.data.labels import DIGITS, class_order
from gui.look.plain import name_action
from gui.widgets import text_dialog

if TYPE_CHECKING:
    from gui.bench.my_digits import MyDigitsEditor
    from gui.widgets.examples.examples import Examples


class MyDigitsBrowser(QObject):
    """Fills a grid with the person's drawings, the newest first, and changes what is selected in it.

    Args:
        my_digits: The person's drawings.
        examples: Where they are shown while the browser is active.
    """

    def __init__(self, my_digits: MyDigitsEditor, examples: Examples) -> None:
        super().__init__(examples)
        self._my_digits = my_digits
        self._examples, self._grid = examples, examples.grid
        self._active = False
        self._class = ""
        self._ids: list[str] = []
        my_digits.changed.connect(self._on_my_digits_changed)
        self._grid.customContextMenuRequested.connect(self._on_grid_menu_requested)

    @property
    def active(self) -> bool:
        """Whether the grid shows the person's drawings."""
        return self._active

    def leave(self) -> None:
        """Leave the grid to other images."""
        self._active = False
        self._grid.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._examples.set_empty_text(lambda: self.tr("No examples"))
        self._grid.setToolTip("")

    def show(self, class_name: str = "") -> int:
        """Show the drawings of one class, or all of them; returns how many."""
        again = self._active and class_name == self._class
        self._active, self._class = True, class_name
        self._grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._examples.set_empty_text(
            lambda: self.tr("Draw a digit on the pad, then press its key:\nthe drawing comes here.")
        )
        selected, scrolled = self._grid.selected(), self._grid.verticalScrollBar().value()
        entries = self._my_digits.entries()
        data = self._my_digits.store.dataset(entries)
        wanted = [place for place, entry in enumerate(entries) if class_name in ("", entry.label)][::-1]
        self._ids = [entries[place].id for place in wanted]
        shown = data.subset(np.array(wanted, dtype=np.int64))
        self._examples.set_examples(shown.images, shown.labels, shown.classes)
        if again:
            self._grid.verticalScrollBar().setValue(scrolled)
            self._grid.select(min(selected, len(wanted) - 1))
        return len(wanted)

    def selected(self) -> str | None:
        """Return the id of the selected drawing, or None."""
        place = self._grid.selected()
        return self._ids[place] if self._active and 0 <= place < len(self._ids) else None

    def delete_selected(self) -> None:
        """Take the selected drawing out of the set; can be undone."""
        name = self.selected()
        if name is not None:
            self._my_digits.delete([name])

    def relabel_selected(self, label: str) -> None:
        """Say what the selected drawing is; can be undone."""
        name = self.selected()
        if name is not None:
            self._my_digits.relabel([name], label)

    def take_key(self, event: QKeyEvent) -> bool:
        """Delete or relabel by a key; returns whether the key meant one of them."""
        if self.selected() is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_selected()
        elif event.text() and event.text() in self._classes():
            self.relabel_selected(event.text())
        else:
            return False
        return True

    def menu(self) -> QMenu:
        """Return the menu of the selected drawing."""
        menu = QMenu(self._grid)
        menu.setObjectName("ownDrawingMenu")
        classes = menu.addMenu(self.tr("That was a"))
        for label in self._classes():
            name_action(classes.addAction(""), label).setData(label)
        classes.addSeparator()
        classes.addAction(self.tr("Another Name …"))
        classes.triggered.connect(self._on_classes_triggered)
        delete = menu.addAction(self.tr("Delete"))
        delete.setObjectName("deleteDrawing")
        delete.setShortcut(Qt.Key.Key_Delete)
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self.delete_selected)
        return menu

    def _classes(self) -> tuple[str, ...]:
        return class_order((*DIGITS, *(entry.label for entry in self._my_digits.entries())))

    @Slot()
    def _on_my_digits_changed(self) -> None:
        if self._active:
            self.show(self._class)

    @Slot(QPoint)
    def _on_grid_menu_requested(self, point: QPoint) -> None:
        self._grid.select(self._grid.cell_at(point))
        if self.selected() is not None:
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._grid.viewport().mapToGlobal(point))

    @Slot(QAction)
    def _on_classes_triggered(self, action: QAction) -> None:
        if action.data() is None:  # another name
            text_dialog.ask_class_name(self._grid, self.relabel_selected)
        else:
            self.relabel_selected(action.data())
