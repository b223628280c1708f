"""The choice of the moment that all views look at; it says which one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.stations.understand.followed import BEST, NEWEST, SLIDER

if TYPE_CHECKING:
    from gui.stations.understand.followed import Followed, Look


class FollowButton(QToolButton):
    """Offers the newest, the best, or the moment on the slider; what there is not is disabled and says why.

    Args:
        followed: What is chosen here.
        parent: The widget it belongs to.
    """

    def __init__(self, followed: Followed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("followButton")
        self._followed = followed
        self._look: Look | None = None
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.set_icon(self, "down", "text_muted")
        dressed(self, tip=lambda: self.tr("Which weights all views look at"))
        menu, group = QMenu(self), QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for key in (NEWEST, BEST, SLIDER):
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(key)
            group.addAction(action)
            self._actions[key] = action
        self.setMenu(menu)
        group.triggered.connect(self._on_group_triggered)
        followed.choice_changed.connect(self._show_choice)
        follow_language(self, self._say_words)

    def _say_words(self) -> None:
        self._show_choice()
        if self._look is not None:
            self.set_look(self._look)

    def action(self, key: str) -> QAction:
        """Return the entry of a choice: ``newest``, ``best`` or ``slider``."""
        return self._actions[key]

    def set_look(self, look: Look) -> None:
        """Say which moment is looked at."""
        self._look = look
        step = self.tr("Step {step}").format(step=QLocale().toString(look.step))
        choice = self._followed.choice
        words = self.tr("Newest weights") if choice == NEWEST else step
        if choice == BEST:
            words = self.tr("Best: step {step}").format(step=QLocale().toString(look.step))
        self.setText(words)
        self.setAccessibleName(words)

    @Slot()
    def _show_choice(self) -> None:
        followed = self._followed
        there = {
            NEWEST: self.tr("Newest weights"),
            BEST: self.tr("Weights of the best epoch"),
            SLIDER: self.tr("Moment on the time slider"),
        }
        missing = {
            BEST: self.tr("Weights of the best epoch (there once an epoch of a run has ended)"),
            SLIDER: self.tr("Moment on the time slider (it stands at the newest weights)"),
        }
        for key, action in self._actions.items():
            can = followed.can(key)
            action.setEnabled(can)
            action.setText(there[key] if can else missing[key])
            action.setChecked(key == followed.choice)

    @Slot(QAction)
    def _on_group_triggered(self, action: QAction) -> None:
        self._followed.choose(action.data())
