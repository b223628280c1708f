"""What every layer makes of the image, the strongest connections, and the sum in a chosen neuron."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import follow_size
from gui.look.words import joined
from gui.stations.understand.layers_picture import LayersPicture
from gui.stations.understand.neuron_panel import NeuronPanel
from gui.stations.understand.scale_bar import ScaleBar
from gui.stations.understand.view import View
from gui.widgets.layouts import row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from engine.insight.activations import LayerActivations
    from engine.insight.connections import Connections
    from gui.stations.understand.scene import Scene
    from gui.workbench import Workbench

LINKS = 16  # shown into each layer


class ActivationsView(View):
    """The network at work on one image, from left to right."""

    name = "activations"
    needs_image = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._layers: tuple[LayerActivations, ...] = ()
        self._links: tuple[Connections, ...] = ()
        self._words = dressed(WholeLabel(self), role="muted", name="activationsWords")
        scale = ScaleBar(lambda: self.tr("below 0"), lambda: self.tr("above 0"), self)
        self.picture = LayersPicture(self)
        said(self.picture.setAccessibleName, lambda: self.tr("Activations"))
        self.panel = NeuronPanel(self)
        follow_size(self.panel, lambda: self.panel.setFixedHeight(self.panel.fontMetrics().height() * 12))
        head = row_of((self._words, 1), scale)
        self.lay_out(head, self.picture, self.panel)
        self.picture.unit_clicked.connect(self._on_picture_unit_clicked)
        follow_language(self, self._say_words)

    def title(self) -> str:
        return self.tr("Activations")

    def help_text(self) -> str:
        return self.tr("What every layer makes of the image")

    def against(self, kind: InputKind, goal: Goal) -> str:
        del goal
        return kind.no_activations

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        if scene.image is None:
            return
        from engine.insight.activations import activations
        from engine.insight.connections import strongest_connections

        self._layers = activations(scene.model, scene.image)
        self._links = strongest_connections(scene.model, scene.image, LINKS)
        self._show_neuron()
        self.picture.choose(self.panel.neuron)
        self.picture.set_values(scene, self._layers, self._links)
        self._say_words()

    def _say_words(self) -> None:
        lines = [self.tr("Lines are the connections that count most for this example.")]
        if len(self._links) < len(self._layers):
            lines.append(self.tr("Where none lead to a layer, a click on one of its neurons says why."))
        if any(item.values.ndim == 2 for item in self._layers):
            lines.append(
                self.tr("A striped square is a neuron over all steps or tokens, the first at the top.")
            )
        self._words.setText(joined(lines))

    def _show_neuron(self) -> None:
        if self._scene is not None:
            self.panel.set_scene(self._scene, self._layers)

    @Slot(str, int)
    def _on_picture_unit_clicked(self, layer: str, unit: int) -> None:
        self.panel.choose(layer, unit)
        self._show_neuron()

    def table(self) -> tuple[list[str], list[list[Any]]]:
        rows: list[list[Any]] = []
        for item in self._layers:
            sums, values = item.sums, item.values
            flat = values.reshape(len(values), -1)
            for unit in range(len(values)):
                total: Any = "" if sums is None else float(sums[unit].max())
                rows.append([item.layer, unit, total, float(flat[unit].max()), float(flat[unit].mean())])
        return ["layer", "unit", "sum", "activation", "mean"], rows
