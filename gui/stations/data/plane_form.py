"""How points on a plane are drawn, and what of each the network is told: check boxes with their formulas."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from engine.choices import PlaneFeature
from engine.config import PlaneConfig
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.plain import paragraphs
from gui.look.spoken import said
from gui.look.text_size import sized
from gui.look.words import choice_label, help_of_field, joined, label_of_field
from gui.widgets.fields.settings_form import SettingsForm
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.plane.feature_pictures import feature_picture

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = "data.plane"
FEATURES = f"{PATH}.features"
OF_SHAPES = ("count", "noise")
ICON = 20  # pixels


class PlaneForm(QWidget):
    """How many points are drawn, how far they stray, and their features.

    Signals:
        edited: A setting was changed by hand (its dotted path, what was entered).
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = PlaneConfig()
        self._boxes: dict[PlaneFeature, QCheckBox] = {}
        self._build_ui()
        self._form.edited.connect(self.edited)
        theme.notifier.theme_changed.connect(self._show_pictures)
        self.set_values(self._values)

    def _build_ui(self) -> None:
        self._form = SettingsForm(PlaneConfig, PATH, OF_SHAPES, parent=self)
        self._form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        info = PlaneConfig.model_fields["features"]
        self._heading = dressed(Label(self), role="heading", name="planeFeaturesHeading")
        said(self._heading.setText, lambda: label_of_field(info))
        said(self._heading.setToolTip, lambda: paragraphs(help_of_field(info)))
        features = FlowBox(10, self)
        for feature in PlaneFeature:
            box = dressed(
                QCheckBox(self),
                name=f"feature{feature.name.title().replace('_', '')}",
                text=partial(choice_label, feature),
                tip=lambda: help_of_field(info),
            )
            sized(box.setIconSize, QSize(ICON, ICON))
            box.clicked.connect(self._on_box_clicked)
            self._boxes[feature] = box
            features.add(box)
        self._show_pictures()
        self._problem = dressed(Label(self, wordWrap=True), role="problem", name="planeFeaturesProblem")
        self._problem.hide()
        column_of(self._form, self._heading, features, self._problem, on=self)

    @Slot()
    def _show_pictures(self) -> None:
        for feature, box in self._boxes.items():
            picture = QPixmap.fromImage(feature_picture(feature.value))
            box.setIcon(QIcon(picture))

    def set_drawn(self, is_drawn: bool) -> None:
        """Say whether points are drawn in a shape, so that number and noise count."""
        self._form.setVisible(is_drawn)

    def set_values(self, values: PlaneConfig) -> None:
        """Show settings, telling nobody."""
        self._values = values
        self._form.set_values(values)
        for feature, box in self._boxes.items():
            box.setChecked(feature in values.features)

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say under the fields what is wrong with them, path to sentence."""
        self._form.set_problems(problems)
        texts = [text for path, text in problems.items() if path.startswith(FEATURES)]
        self._problem.setText(joined(texts))
        self._problem.setVisible(bool(texts))
        if not texts:
            self.set_values(self._values)

    @Slot()
    def _on_box_clicked(self) -> None:
        self.edited.emit(FEATURES, [feature.value for feature, box in self._boxes.items() if box.isChecked()])
