"""One neuron at work: the sum it makes of the image, written out, its largest terms, and their picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.errors import ModelError
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import px, sized
from gui.look.words import translate_engine
from gui.stations.understand import neuron_words
from gui.stations.understand.scale_bar import ScaleBar
from gui.stations.understand.scene import number_words
from gui.stations.understand.term_table import MOST_TERMS, TermTable
from gui.widgets.images.impact_map import ImpactMap
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from engine.insight.activations import LayerActivations
    from engine.insight.neuron import NeuronSum
    from gui.stations.understand.scene import Scene

PICTURE, FORMULA = 150, 120  # least widths, pixels
SPACING = 18  # pixels between the parts


class NeuronPanel(QWidget):
    """Shows the sum of the neuron that was chosen, or says how to choose one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("neuronPanel")
        self.neuron: tuple[str, int] | None = None
        self._found: NeuronSum | None = None
        self._scene: Scene | None = None
        self._layers: Sequence[LayerActivations] = ()
        self._title = dressed(Label(self), role="heading")
        self._formula = dressed(Label(self), name="neuronFormula")
        self._formula.setWordWrap(True)
        self._formula.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._formula.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._terms = TermTable(self)
        self._picture = ImpactMap(self)
        sized(self._picture.setMinimumWidth, PICTURE, share=0.5)
        self._caption = dressed(Label(lambda: self.tr("What each pixel adds to z"), self), role="muted")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scale = ScaleBar(parent=self)
        self._pictured = QWidget(self)
        parts = self._caption, (self._picture, 1), (self._scale, 0, Qt.AlignmentFlag.AlignHCenter)
        column_of(*parts, on=self._pictured, spacing=3)
        left = column_of(self._title, (self._formula, 1), spacing=6)
        self._row = row_of((left, 5), (self._terms, 5), (self._pictured, 3), on=self, spacing=SPACING)
        follow_language(self, self._show)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part: without room for all beside each other they stand in a column."""
        parts = [self._terms, self._pictured]
        wide = max((part.minimumSizeHint().width() for part in parts if not part.isHidden()), default=0)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        parts = [part for part in (self._terms, self._pictured) if not part.isHidden()]
        wanted = px(FORMULA) + sum(part.minimumSizeHint().width() + SPACING for part in parts)
        across, down = self._row.Direction.LeftToRight, self._row.Direction.TopToBottom
        self._row.setDirection(across if self.width() >= wanted else down)

    def choose(self, layer: str, unit: int) -> None:
        """Take another neuron; it is shown with the next scene."""
        self.neuron = (layer, unit)

    def set_scene(self, scene: Scene, layers: Sequence[LayerActivations]) -> None:
        """Show the neuron in another moment or with another image.

        Args:
            scene: Moment and image.
            layers: What each layer makes of the image.
        """
        self._scene, self._layers = scene, layers
        self._show()

    def _show(self) -> None:
        scene, layers = self._scene, self._layers
        if self.neuron is None or scene is None or scene.image is None or not layers:
            self._show_nothing()
            return
        from engine.insight.neuron import NoSumError, neuron_sum

        layer, unit = self.neuron
        try:
            found = neuron_sum(scene.model, scene.image, layer, unit)
        except NoSumError as error:
            self._show_nothing(translate_engine(error.cause))
            return
        except ModelError:  # another network, which has no such neuron
            self.neuron = None
            self._show_nothing()
            return
        self._found = found
        names = [item.layer for item in layers]
        place = names.index(layer)
        before = (names[place - 1], layers[place - 1].values.shape) if place else ("input", scene.image_shape)
        is_filter = found.position is not None
        self._title.setText(
            neuron_words.neuron_title(
                layer, unit, scene.classes, is_filter=is_filter, position=found.position
            )
        )
        self._formula.set_markup(neuron_words.formula(found, scene))
        self._terms.set_terms(
            [
                (neuron_words.place_words(found, term.place, scene, before), term)
                for term in found.largest(MOST_TERMS)
            ]
        )
        self._terms.setToolTip(
            ""
            if place
            else self.tr("The x of a feature is its number, brought to mean 0 and deviation 1 first.")
            if scene.features
            else self.tr("The x of a pixel is its grey, brought to mean 0 and deviation 1 first.")
        )
        self._terms.show()
        self._show_picture(found, scene, is_first=place == 0)

    def _show_picture(self, found: NeuronSum, scene: Scene, *, is_first: bool) -> None:
        self._pictured.setVisible(is_first and found.picture is not None)
        if is_first and found.picture is not None:
            values = found.picture.sum(axis=0)
            scale = float(abs(values).max())
            self._picture.set_map(values, scene.image, scale)
            self._scale.set_words(number_words(-scale), number_words(scale))
        self._turn()

    def _show_nothing(self, reason: str = "") -> None:
        self._found = None
        self._title.setText(self.tr("The sum in a neuron"))
        self._formula.setText(reason or self.tr("Click on a neuron to see how it adds up what it is given."))
        self._terms.hide()
        self._pictured.hide()

    def table(self) -> tuple[list[str], list[list[Any]]]:
        """Return the terms of the sum, all of them, the largest first."""
        header = ["input", "weight", "value", "product"]
        found = self._found
        if found is None:
            return header, []
        return header, [list(term) for term in found.largest(len(found.products))]
