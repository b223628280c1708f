"""How training images are varied: the settings under a heading that folds, and what they do to a few images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from engine.config import AugmentationConfig
from gui.look.dressed import dressed
from gui.look.spoken import Spoken
from gui.stations.data.augmentation_preview import AugmentationPreview
from gui.widgets.fields.fold import Fold
from gui.widgets.fields.settings_form import SettingsForm
from gui.widgets.layouts import STRETCH, column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

PATH = "data.augmentation"


class AugmentationForm(Spoken, QWidget):
    """The settings of augmentation and its preview, folded away at first."""

    edited = Signal(str, object)
    """A setting was changed by hand, or all were taken back: the dotted path and what was entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = AugmentationConfig()
        self._is_coloured = False
        self._build_ui()
        self._connect()
        self.say_words()

    def _build_ui(self) -> None:
        self._fold = Fold("", key="augmentation", parent=self)
        self._fold.heading().setObjectName("augmentationHeading")
        self._form = SettingsForm(AugmentationConfig, PATH, parent=self, later=True)
        self._form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._preview = dressed(AugmentationPreview(self), name="augmentationPreview")
        self._again = dressed(QPushButton(self), name="augmentationAgain")
        self._reset = dressed(QPushButton(self), name="augmentationReset")
        buttons = row_of(self._again, self._reset, STRETCH)
        column_of(self._form, self._preview, buttons, on=self._fold.content())
        self._fold.fill_when_opened(self._form.complete)
        column_of(self._fold, on=self)

    def _connect(self) -> None:
        self._form.edited.connect(self.edited)
        self._again.clicked.connect(self._preview.vary_again)
        self._reset.clicked.connect(self._on_reset_clicked)

    def preview(self) -> AugmentationPreview:
        """Return the preview."""
        return self._preview

    def is_open(self) -> bool:
        """Whether the settings are shown."""
        return self._fold.is_open()

    def set_open(self, is_open: bool) -> None:
        """Unfold the settings or fold them away."""
        self._fold.set_open(is_open)

    def set_ready(self) -> None:
        """Say that PyTorch is in memory, which the preview needs."""
        self._preview.set_ready()

    def set_images(self, images: NDArray[np.uint8]) -> None:
        """Show what becomes of other images, ``(N, H, W[, 3])`` uint8."""
        self._is_coloured = images.ndim == 4
        self._show_locked()
        self._preview.set_images(images)

    def set_values(self, values: AugmentationConfig) -> None:
        """Show settings, telling nobody."""
        self._values = values
        self._form.set_values(values)
        self._preview.set_config(values)
        self._show_state()

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it, path to sentence, unfolding what would hide it."""
        self._form.set_problems(problems)
        if any(path.startswith(f"{PATH}.") for path in problems):
            self._fold.set_open(True, remember=False)

    def say_words(self) -> None:
        self._again.setText(self.tr("Vary again"))
        self._again.setToolTip(self.tr("Draw other variations of the same settings"))
        self._reset.setText(self.tr("Reset to defaults"))
        self._reset.setToolTip(self.tr("Take all strengths back to how they come"))
        self._show_locked()
        self._show_state()

    def _show_locked(self) -> None:
        """Keep from being edited what can do nothing to these images."""
        locked = () if self._is_coloured else (f"{PATH}.colour",)
        self._form.set_locked(locked, self.tr("These images have no colours."))

    def _show_state(self) -> None:
        state = self.tr("on") if self._values.enabled else self.tr("off")
        self._fold.set_title(f"{self.tr('Augmentation')} · {state}")
        self._reset.setEnabled(self._values != self._defaults())

    def _defaults(self) -> AugmentationConfig:
        return AugmentationConfig(enabled=self._values.enabled)

    @Slot()
    def _on_reset_clicked(self) -> None:
        self.edited.emit(PATH, self._defaults())
