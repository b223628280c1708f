"""The way back for deleted runs: a button that lists them for as long as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.look import icons
from gui.look.dressed import dressed
from gui.look.plain import name_action
from gui.look.spoken import follow_language, said

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 25  # in the menu; the last deleted ones


class DeletedButton(QToolButton):
    """Opens a menu of the deleted runs; hidden while there are none.

    Signals:
        restore_wanted: A run is to be brought back (its id).
    """

    restore_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deletedRunsButton")
        self._deleted: tuple[tuple[str, str], ...] = ()
        dressed(self, tip=lambda: self.tr("Deleted runs: bring one back, for 30 days"))
        said(self.setAccessibleName, lambda: self.tr("Deleted runs"))
        icons.set_icon(self, "clear", "text_muted")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        follow_language(self, self._menu.clear)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hide()

    def set_deleted(self, deleted: Sequence[tuple[str, str]]) -> None:
        """Offer these runs, each with id and name, the last deleted first."""
        self._deleted = tuple(deleted)
        self.setVisible(bool(self._deleted))

    @Slot()
    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("Bring back:")).setEnabled(False)
        for identity, name in self._deleted[:MOST]:
            action = name_action(self._menu.addAction(""), name)
            action.setData(identity)
            action.triggered.connect(self._on_action_triggered)
        more = len(self._deleted) - MOST
        if more > 0:
            self._menu.addAction(
                self.tr("… and {count} more").format(count=QLocale().toString(more))
            ).setEnabled(False)

    @Slot()
    def _on_action_triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.restore_wanted.emit(sender.data())
