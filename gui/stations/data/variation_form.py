"""How wildly the built-in digits vary: the settings under a heading that folds, and a button that takes all back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from engine.config import VariationConfig
from gui.look.dressed import dressed
from gui.widgets.fields.fold import Fold
from gui.widgets.fields.settings_form import SettingsForm
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = "data.variation"


class VariationForm(QWidget):
    """The settings of the variations, folded away at first."""

    edited = Signal(str, object)
    """A setting was changed by hand, or all were taken back: the dotted path and what was entered."""
    toggled = Signal(bool)
    """The settings were unfolded or folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = VariationConfig()
        self._build_ui()
        self._connect()
        self.set_values(self._values)

    def _build_ui(self) -> None:
        self._fold = Fold("", key="variation", parent=self)
        self._fold.heading().setObjectName("variationHeading")
        self._form = SettingsForm(VariationConfig, PATH, parent=self, later=True)
        self._reset = dressed(
            QPushButton(self), text=lambda: self.tr("Reset to defaults"), name="variationReset"
        )
        dressed(self._reset, tip=lambda: self.tr("Let the digits vary as people write."))
        column_of(self._form, (self._reset, 0, Qt.AlignmentFlag.AlignLeft), on=self._fold.content())
        self._fold.fill_when_opened(self._form.complete)
        column_of(self._fold, on=self)

    def _connect(self) -> None:
        self._form.edited.connect(self.edited)
        self._reset.clicked.connect(self._on_reset_clicked)
        self._fold.toggled.connect(self.toggled)

    def is_open(self) -> bool:
        """Whether the settings are shown."""
        return self._fold.is_open()

    def set_open(self, is_open: bool) -> None:
        """Unfold the settings or fold them away."""
        self._fold.set_open(is_open)
        self.toggled.emit(is_open)

    def set_values(self, values: VariationConfig) -> None:
        """Show settings, telling nobody."""
        self._values = values
        self._form.set_values(values)
        changed = sum(
            getattr(values, name) != info.default for name, info in VariationConfig.model_fields.items()
        )
        self._fold.set_title(
            lambda: (
                self.tr("How the digits vary · {count} changed").format(count=changed)
                if changed
                else self.tr("How the digits vary")
            )
        )
        self._reset.setEnabled(changed > 0)

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it, path to sentence, unfolding what would hide it."""
        self._form.set_problems(problems)
        if any(path.startswith(f"{PATH}.") for path in problems) and not self.is_open():
            self.set_open(True)

    @Slot()
    def _on_reset_clicked(self) -> None:
        self.edited.emit(PATH, VariationConfig())
