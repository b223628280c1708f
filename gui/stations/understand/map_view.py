"""The map of a hidden layer: which images it finds alike, and where the drawing falls among them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from engine.data.examples import pick_examples
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.words import layer_title, percent
from gui.stations.understand.cloud import Cloud
from gui.stations.understand.map_job import MapResult, make_map
from gui.stations.understand.view import View
from gui.tasks.task import Task
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fields.segments import Segments
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from gui.stations.understand.scene import Scene
    from gui.tasks.worker import Progress
    from gui.workbench import Workbench

MOST_POINTS = 2000


class MapView(View):
    """PCA follows the training; t-SNE is made when it is asked for, and stays as it is until it is asked for again."""

    name = "map"

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._source: Dataset | None = None
        self._examples: Dataset | None = None
        self._made_for: tuple[object, ...] = ()
        self.result: MapResult | None = None
        self._has_diverged = False
        self.task = Task("map", self)
        self._layer = dressed(ChoiceBox(self), name="mapLayer", accessible=lambda: self.tr("Layer"))
        self._layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.method = Segments(lambda: self.tr("How the map is made"), self)
        self.method.add("pca", "PCA", lambda: self.tr("The plane on which the points lie furthest apart"))
        self.method.add(
            "tsne",
            "t-SNE",
            lambda: self.tr(
                "Examples that are alike lie close together; it takes some seconds. A drawing is put between the "
                "examples most like it."
            ),
        )
        self._points = Segments(lambda: self.tr("How the points are drawn"), self)
        self._points.add("dots", lambda: self.tr("Dots"))
        self._points.add(
            "letters", lambda: self.tr("Letters"), lambda: self.tr("Each point as the name of its class")
        )
        self._again = dressed(QPushButton(self), text=lambda: self.tr("Make it again"))
        dressed(self._again, tip=lambda: self.tr("Make the map of the present weights"))
        self._bar = ProgressBar(self, textVisible=False)
        self._bar.setFixedWidth(140)
        self._bar.setRange(0, 100)
        self._cancel = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelMap")
        self._note = dressed(ShortLabel(self), role="muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cloud = Cloud(self)
        said(self.cloud.setAccessibleName, lambda: self.tr("Map of a hidden layer"))
        head = QHBoxLayout()
        head.setSpacing(8)
        for chooser in (self._layer, self.method, self._points):
            head.addWidget(chooser)
        head.addStretch(1)
        head.addWidget(self._note, 50)
        for part in (self._bar, self._cancel, self._again):
            head.addWidget(part)
        self.lay_out(head, self.cloud)
        self._show_busy(busy=False)
        self._connect()
        follow_language(self, self._say_words)

    def _say_words(self) -> None:
        for place in range(self._layer.count()):
            self._layer.setItemText(place, layer_title(self._layer.itemData(place)))
        self._show_marker()
        self._show_note()

    def _connect(self) -> None:
        self._layer.activated.connect(self._follow)
        self.method.chosen.connect(self._on_method_chosen)
        self._points.chosen.connect(self._on_points_chosen)
        self._again.clicked.connect(self._on_again_clicked)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self.task.progressed.connect(self._on_task_progressed)
        self.task.idle.connect(self._on_task_idle)
        self.task.failed.connect(self.failed)

    def title(self) -> str:
        return self.tr("Map")

    def help_text(self) -> str:
        return self.tr("Which examples a layer finds alike, and where the drawing falls")

    def against(self, kind: InputKind, goal: Goal) -> str:
        return kind.no_points or goal.no_classes

    def set_scene(self, scene: Scene) -> None:
        from engine.insight.activations import layer_names

        self._scene = scene
        if scene.examples is not self._source:
            self._source = scene.examples
            self._examples = None
            if scene.examples is not None:
                self._examples = scene.examples.subset(pick_examples(scene.examples, MOST_POINTS))
        names = layer_names(scene.model)
        if [self._layer.itemData(place) for place in range(self._layer.count())] != list(names):
            self._layer.clear()
            for name in names:
                self._layer.addItem(layer_title(name), name)
            self._layer.setCurrentIndex(max(0, len(names) - 2))  # the last hidden layer
            self._forget()
        if self._examples is None:
            self._forget()
            self._show_note()
            return
        result = self.result
        if result is not None and result.examples is not self._examples:
            self._forget()
        self._follow()
        self._show_marker()

    @Slot()
    def _follow(self) -> None:
        """Make a new map where the weights, the layer or the method are others; t-SNE only where there is none."""
        scene = self._scene
        if scene is None or self._examples is None:
            return
        wanted = (scene.model, self._layer.currentData(), self.method.value)
        is_same_kind = self._made_for[1:] == wanted[1:]
        if self._made_for != wanted and not (is_same_kind and self.method.value == "tsne"):
            self._make(anew=not is_same_kind)
        self._show_note()

    def _make(self, *, anew: bool) -> None:
        """Ask for a map of the present weights; of another kind at once, or else in turn."""
        scene, layer, method = self._scene, str(self._layer.currentData()), self.method.value
        assert scene is not None
        assert self._examples is not None
        if anew:
            self.task.give_up()
            self._bar.setValue(0)
            self._show_busy(busy=method == "tsne")
        self._made_for = (scene.model, layer, method)
        work = partial(make_map, scene, self._examples, layer, method, self.result)
        self.task.ask(work, self._take, calm=scene.is_live and not anew)

    def _take(self, result: MapResult | None) -> None:
        self.result, self._has_diverged = result, result is None
        if result is None:
            self.cloud.set_points(None, None)
            self._show_note()
            return
        self.cloud.set_points(result.examples, result.places)
        self._show_marker()
        self._show_note()

    def _forget(self) -> None:
        self.task.give_up()
        self.result, self._has_diverged = None, False
        self._made_for = ()
        self.cloud.set_points(None, None)
        self.cloud.set_marker(None)

    def _show_marker(self) -> None:
        scene, result = self._scene, self.result
        if scene is None or result is None or scene.image is None:
            self.cloud.set_marker(None)
            return
        words = self.tr("your drawing") if scene.is_drawing else self.tr("the example")
        if scene.is_drawing and scene.image.ndim == 3:
            words = self.tr("your picture")
        self.cloud.set_marker(result.place_of(scene.image), words)

    def _show_busy(self, *, busy: bool) -> None:
        for part in (self._bar, self._cancel):
            part.setVisible(busy)
        self._again.setVisible(not busy and self.method.value == "tsne")
        self._note.setVisible(not busy)

    def _show_note(self) -> None:
        result = self.result
        if self._scene is not None and self._examples is None:
            self._note.setText(self.no_images())
        elif self._has_diverged:
            self._note.setText(self.tr("The network has diverged: there are no numbers to make a map of."))
        if result is None:
            return
        count = QLocale().toString(len(result.places))
        if result.pca is not None:
            words = self.tr("{count} examples; the plane shows {share} of their differences")
            share = percent(float(result.pca.shares.sum()), 0)
            self._note.setText(words.format(count=count, share=share))
        else:
            words = self.tr("{count} examples, weights of step {step}")
            self._note.setText(words.format(count=count, step=QLocale().toString(result.step)))

    # What is heard

    @Slot(str)
    def _on_method_chosen(self, _method: str) -> None:
        self._show_busy(busy=False)
        self._follow()

    @Slot(str)
    def _on_points_chosen(self, points: str) -> None:
        self.cloud.set_letters(points == "letters")

    @Slot()
    def _on_again_clicked(self) -> None:
        if self._scene is not None and self._examples is not None:
            self._make(anew=True)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        """Give up, and go back to the map that is there, or to the quick one."""
        self.task.give_up()
        if self.result is None or self.result.method == "pca":
            self.method.set_value("pca")
            self._made_for = ()
        self._show_busy(busy=False)
        self._follow()

    @Slot(object)
    def _on_task_progressed(self, progress: Progress) -> None:
        self._bar.setValue(round(100 * progress.share))

    @Slot()
    def _on_task_idle(self) -> None:
        self._show_busy(busy=False)

    # Saving

    def figure(self) -> QWidget:
        return self.cloud

    def table(self) -> tuple[list[str], list[list[Any]]]:
        header = ["class", "x", "y"]
        result = self.result
        if result is None:
            return header, []
        classes, labels = result.examples.classes, result.examples.labels.tolist()
        rows: list[list[Any]] = [
            [classes[label], x, y] for label, (x, y) in zip(labels, result.places.tolist(), strict=True)
        ]
        return header, rows
