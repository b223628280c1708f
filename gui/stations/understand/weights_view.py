"""What the first layer looks for: its weights as pictures, and the neuron that was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import follow_size
from gui.look.words import layer_title, translate_engine
from gui.stations.understand.neuron_panel import NeuronPanel
from gui.stations.understand.scale_bar import ScaleBar
from gui.stations.understand.scene import number_words
from gui.stations.understand.tile_grid import TileGrid
from gui.stations.understand.view import View
from gui.widgets.label import Label
from gui.widgets.layouts import row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from engine.insight.weights import WeightTiles
    from gui.stations.understand.scene import Scene
    from gui.workbench import Workbench


class WeightsView(View):
    """Tiles of 28 × 28 weights, or the small filters of a convolution, with the sum in the chosen one."""

    name = "weights"

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._weights: WeightTiles | None = None
        self._heading = dressed(Label(self), role="heading")
        self._explanation = dressed(WholeLabel(self), role="muted")
        self._scale = ScaleBar(parent=self)
        self.grid = TileGrid(self)
        said(self.grid.setAccessibleName, lambda: self.tr("Weights of the first layer"))
        self._area = QScrollArea(self, widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self.grid)
        self._area.viewport().setAutoFillBackground(False)
        self.grid.setAutoFillBackground(False)
        self._area.viewport().installEventFilter(self)
        self.panel = NeuronPanel(self)
        follow_size(self.panel, lambda: self.panel.setFixedHeight(self.panel.fontMetrics().height() * 12))
        head = row_of(self._heading, (self._explanation, 1), self._scale, spacing=12)
        self.lay_out(head, self._area, self.panel)
        self.grid.tile_clicked.connect(self._on_grid_tile_clicked)
        follow_language(self, self._say_words)

    def title(self) -> str:
        return self.tr("Weights")

    def help_text(self) -> str:
        return self.tr("What each neuron of the first layer looks for")

    def against(self, kind: InputKind, goal: Goal) -> str:
        del goal
        return kind.no_weights

    def lacks(self, scene: Scene) -> str:
        from engine.insight.weights import NoPicturesError, first_layer_weights

        try:
            first_layer_weights(scene.model, scene.image_shape)
        except NoPicturesError as error:
            return translate_engine(error.cause)
        return ""

    def caption(self) -> str:
        if self._weights is None:
            return self.title()
        if self._in_colour:
            return self.tr("{layer}: the colours that each looks for, grey being 0").format(
                layer=layer_title(self._weights.layer)
            )
        words = self.tr("{layer}: weights from {low} (orange) to {high} (blue)")
        low, high = number_words(-self._weights.scale), number_words(self._weights.scale)
        return words.format(layer=layer_title(self._weights.layer), low=low, high=high)

    @property
    def _in_colour(self) -> bool:
        """Whether each pixel has a weight for red, green and blue."""
        return self._weights is not None and self._weights.tiles.ndim == 4

    def set_scene(self, scene: Scene) -> None:
        from engine.insight.weights import first_layer_weights

        self._scene, self._weights = scene, first_layer_weights(scene.model, scene.image_shape)
        self._say_words()
        self._scale.setVisible(not self._in_colour)
        scale = self._weights.scale
        self._scale.set_words(number_words(-scale), number_words(scale))
        self.grid.set_tiles(self._weights.tiles, scale)
        self._show_neuron()

    def _say_words(self) -> None:
        if self._scene is None or self._weights is None:
            return
        count, height, width = self._weights.tiles.shape[:3]
        is_filters = (height, width) != self._scene.image_shape[1:]
        words = self.tr("{count} filters of {height} × {width}") if is_filters else self.tr("{count} neurons")
        self._heading.setText(words.format(count=count, height=height, width=width))
        if self._in_colour:
            told = self.tr(
                "What is of the colours shown raises the sum, what is of the opposite ones lowers it."
            )
        elif is_filters:
            told = self.tr("What each filter looks for in the part of the image that it lies on.")
        else:
            told = self.tr("Ink on blue raises the neuron's sum, ink on orange lowers it.")
        self._explanation.setText(told)

    def _show_neuron(self) -> None:
        scene = self._scene
        if scene is None:
            return
        from engine.insight.activations import activations

        chosen = self.panel.neuron is not None and scene.image is not None
        layers = activations(scene.model, scene.image) if chosen and scene.image is not None else ()
        self.panel.set_scene(scene, layers)
        if self.panel.neuron is None:
            self.grid.select(-1)

    @Slot(int)
    def _on_grid_tile_clicked(self, index: int) -> None:
        if self._weights is not None:
            self.panel.choose(self._weights.layer, index)
            self._show_neuron()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the tiles be as large as the room allows."""
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self.grid.set_room(self._area.viewport().height())
        return super().eventFilter(watched, event)

    def figure(self) -> QWidget:
        return self.grid

    def table(self) -> tuple[list[str], list[list[Any]]]:
        names = ["red", "green", "blue"] if self._in_colour else ["weight"]
        header = ["unit", "row", "column", *names]
        if self._weights is None:
            return header, []
        tiles = self._weights.tiles
        rows: list[list[Any]] = [
            [*place, *map(float, np.atleast_1d(tiles[place]))] for place in np.ndindex(*tiles.shape[:3])
        ]
        return header, rows
