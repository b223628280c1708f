"""The choice of the moment that all views look at, and which step that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.stations.understand.followed import BEST, NEWEST, SLIDER
from gui.widgets.segments import Segments

if TYPE_CHECKING:
    from gui.stations.understand.followed import Followed, Look


class FollowBar(QWidget):
    """Newest, best, or the moment on the slider; what there is not is disabled and says why.

    Args:
        followed: What is chosen here.
        parent: The widget it belongs to.
    """

    def __init__(self, followed: Followed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed = followed
        self._segments = Segments(self.tr("Which weights are looked at"), self)
        for key, words in (
            (NEWEST, self.tr("Newest")),
            (BEST, self.tr("Best")),
            (SLIDER, self.tr("Slider")),
        ):
            self._segments.add(key, words)
            self._segments.button(key).setObjectName(f"{key}Weights")
        self._step = QLabel(self)
        self._step.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._segments)
        layout.addWidget(self._step)
        self._segments.chosen.connect(followed.choose)
        followed.choice_changed.connect(self._on_followed_choice_changed)
        self._show_choice()

    def button(self, key: str) -> QWidget:
        """Return the button of a choice: ``newest``, ``best`` or ``slider``."""
        return self._segments.button(key)

    def set_look(self, look: Look) -> None:
        """Say which step is looked at, where it is not the newest."""
        self._step.setVisible(look.moment is not None)
        self._step.setText(self.tr("Step {step}").format(step=QLocale().toString(look.step)))

    def _show_choice(self) -> None:
        followed = self._followed
        self._segments.set_value(followed.choice)
        helps = {
            NEWEST: self.tr("Look at the newest weights"),
            BEST: self.tr("Look at the weights of the best epoch"),
            SLIDER: self.tr("Look at the moment on the time slider of the Train station"),
        }
        reasons = {
            BEST: self.tr("There is no best epoch: it shows after the first epoch of a run."),
            SLIDER: self.tr(
                "The time slider stands at the newest weights. Move it on the Train station, or click a moment "
                "under Histograms."
            ),
        }
        for key, words in helps.items():
            button = self._segments.button(key)
            can = followed.can(key)
            button.setEnabled(can)
            button.setToolTip(words if can else reasons[key])
            button.setAccessibleDescription(button.toolTip())

    @Slot()
    def _on_followed_choice_changed(self) -> None:
        self._show_choice()
