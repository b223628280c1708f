"""The way back through the current run: the slider, examples with what the network takes each for, and its picture."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.data import datasets
from engine.data.examples import pick_examples
from engine.data.plane import is_plane
from engine.data.text.asked import shown_text
from engine.errors import NetSketchError
from engine.inputs.feature import is_same_input
from engine.inputs.registry import is_example, kind_of
from gui.stations.train.example_strip import ExampleStrip
from gui.stations.train.line_strip import LineStrip
from gui.stations.train.time_bar import END, TimeBar
from gui.tasks.own_turn import OwnTurn
from gui.tasks.repaint_budget import RepaintBudget
from gui.widgets.layouts import column_of, row_of
from gui.widgets.text.writes import writer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from PySide6.QtGui import QShowEvent

    from engine.config import NetworkConfig
    from engine.data.dataset import Dataset, Split
    from engine.inference import Recognizer
    from engine.training.moments import Moment
    from gui.bench.trained_model import TrainedModel
    from gui.widgets.network.diagram import NetworkDiagram
    from gui.widgets.text.writes import Writes
    from gui.workbench import Workbench

LIVE_SHARE = 0.015  # of the time while training
LIVE_LONGEST = 0.5  # seconds between two pictures then, however long one takes
PLANE_SIDE = 20  # places along an edge of what a unit answers over a plane
EXAMPLES = 40  # as many as the widest strip shows


class TimeMachine(QWidget):
    """Lets the person look at any moment of the run: pad, examples and the network's picture follow.

    Args:
        workbench: Whose run.
        diagram: The network's picture, which shows weights and activations of the moment.

    Signals:
        example_chosen: An example is to be tried on the pad (its image, ``(H, W)`` or ``(H, W, 3)`` uint8).
    """

    example_chosen = Signal(object)

    def __init__(self, workbench: Workbench, diagram: NetworkDiagram, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeMachine")
        self._workbench = workbench
        self._diagram = diagram
        self._budget = RepaintBudget(LIVE_SHARE, LIVE_LONGEST)
        self._stale = True
        self._half_shown = False  # of newer weights the examples are shown, the picture is not yet
        self._examples: Dataset | None = None
        self._writer: tuple[Recognizer, Writes] | None = None
        self._source: Dataset | None = None  # where they come from
        self._pictured: tuple[NetworkConfig, tuple[int, ...], tuple[str, ...]] | None = None
        self._drawing: NDArray[Any] | None = None
        self._soon = OwnTurn(self)  # after the pad's answer is painted
        self.bar = TimeBar(self)
        self.examples = ExampleStrip(self)
        self.lines = LineStrip(self)
        self.lines.hide()
        examples = row_of(self.examples, self.lines, margins=(0, 0, END, 0))
        column_of(self.bar, examples, on=self, margins=(END, 2, 0, 6), spacing=4)
        self._connect()
        self._show_data()
        self._show_moments()

    def _connect(self) -> None:
        self._soon.come.connect(self._on_soon_come)
        bench = self._workbench
        self.bar.moment_chosen.connect(self._on_bar_moment_chosen)
        self.bar.keep_requested.connect(self._on_bar_keep_requested)
        self.bar.branch_requested.connect(self._on_bar_branch_requested)
        self.examples.example_activated.connect(self._on_examples_example_activated)
        self.lines.example_activated.connect(self._on_examples_example_activated)
        bench.current_run.moments_changed.connect(self._show_moments)
        bench.current_model.viewed_changed.connect(self._on_current_model_viewed_changed)
        bench.weights_changed.connect(self._on_workbench_weights_changed)
        bench.model_changed.connect(self._on_workbench_model_changed)
        bench.model_changed.connect(self._show_kept)
        bench.current_model.viewed_changed.connect(self._show_kept)
        bench.run_started.connect(self._on_workbench_run_started)
        bench.run_finished.connect(self._on_workbench_run_finished)
        bench.state_changed.connect(self._catch_up)
        bench.data_changed.connect(self._show_data)

    def set_network(
        self, network: NetworkConfig, image_shape: tuple[int, ...], classes: tuple[str, ...]
    ) -> None:
        """Note which network the picture shows; the model's values are shown in it where it is that network's."""
        self._pictured = (network, image_shape, classes)
        if self.isVisible():
            self._show_weights(self._workbench.model)

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Show in the network's picture what it makes of what is on the pad; None for an empty one."""
        self._drawing = drawing
        self._soon.start()

    # What is heard

    @Slot()
    def _on_soon_come(self) -> None:
        """Show newer weights in two turns of the event loop, examples first; or only what they make of a drawing."""
        model = self._workbench.model
        if model is None or not (self._half_shown or self._may_show()):
            self._stale = True
            return
        with self._spending():
            if self._half_shown:
                self._half_shown = False
                self._show_weights(model)
            elif self._stale:
                self._stale, self._half_shown = False, True
                self._show_examples(model)
                self._soon.start()
            else:
                self._show_activations(model)

    @Slot(object)
    def _on_bar_moment_chosen(self, moment: Moment | None) -> None:
        try:
            self._workbench.actions.view(None if moment is None else moment.step)
        except NetSketchError as error:
            self._workbench.failed.emit(error, "")
            self.bar.go_newest()
            self._workbench.actions.view(None)

    @Slot(object)
    def _on_bar_keep_requested(self, moment: Moment) -> None:
        self._try(lambda: self._workbench.actions.keep(moment.step))

    @Slot(object)
    def _on_bar_branch_requested(self, moment: Moment) -> None:
        self._try(lambda: self._workbench.actions.branch(moment.step))

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except NetSketchError as error:
            self._workbench.failed.emit(error, "")

    @Slot(int)
    def _on_examples_example_activated(self, index: int) -> None:
        if self._examples is not None:
            self.example_chosen.emit(self._examples.images[index])

    @Slot()
    def _on_current_model_viewed_changed(self) -> None:
        """Follow where another part of the window has gone to."""
        viewed, moment = self._workbench.current_model.viewed, self.bar.moment()
        if viewed == (None if moment is None else moment.step):
            return
        if viewed is None:
            self.bar.go_newest()
        else:
            self.bar.go_to(viewed)

    @Slot()
    def _on_workbench_weights_changed(self) -> None:
        """Follow at once where the person moves through time, within a budget while training makes new weights."""
        if self._workbench.current_model.viewed is None and self._workbench.running:
            self._stale = True
            self._soon.start()
        elif self.isVisible():
            self._show_model()
        else:
            self._stale = True

    @Slot()
    def _on_workbench_model_changed(self) -> None:
        self._show_data()
        if self.isVisible():
            self._show_model()

    @Slot()
    def _on_workbench_run_started(self) -> None:
        self._budget.reset()
        self.bar.go_newest()
        self._show_moments()

    @Slot(object)
    def _on_workbench_run_finished(self, _event: object) -> None:
        self._show_moments()
        self._show_kept()
        self._catch_up()

    # What is shown

    def _may_show(self) -> bool:
        by_hand = self._workbench.current_model.viewed is not None or not self._workbench.running
        return self.isVisible() and (by_hand or self._budget.is_due(time.perf_counter()))

    @contextmanager
    def _spending(self) -> Iterator[None]:
        """Count what is done, and what the picture will take to be painted, as it took the last time."""
        started = time.perf_counter()
        yield
        self._budget.spent(started, time.perf_counter() + self._diagram.paint_seconds)

    @Slot()
    def _show_moments(self) -> None:
        history = self._workbench.history
        self.show_now()
        self.bar.set_moments(self._workbench.current_run.moments)
        self.bar.set_epochs(history.started.epochs if history.started is not None else 0)
        self.bar.set_best_epoch(history.best_epoch)

    @Slot()
    def _show_kept(self) -> None:
        """Say which moment is kept in place of the newest weights."""
        home = self._workbench.current_model.home
        self.bar.set_kept(None if home is None else home.step)

    def show_now(self) -> None:
        """Let the slider's end lie where the curves end."""
        history = self._workbench.history
        self.bar.set_now(int(history.steps[-1]) if len(history) else 0)

    @Slot()
    def _show_data(self) -> None:
        """Take examples from the images kept out of training."""
        split = self._own_data()
        if split is None:
            return
        source = split.validation if len(split.validation) else split.test
        if self._source is source:
            return
        self._source = source
        is_text = kind_of(source.image_shape).per_place
        self.lines.setVisible(is_text)
        if is_text:
            self._examples = source.subset(slice(EXAMPLES))
            self.examples.hide()
            self.lines.set_examples(self._examples)
            self._stale = True
            self._catch_up()
            return
        chosen = pick_examples(source, EXAMPLES) if len(source) else np.arange(0)
        self._examples = source.subset(chosen)
        self.examples.setVisible(not is_plane(source.features))  # the pad shows them where they lie
        found = self._examples
        self.examples.set_examples(found.images, found.labels, found.classes, found.features)
        self._stale = True
        self._catch_up()

    def _own_data(self) -> Split | None:
        """Return the present data, or those as divided for the model where the present ones share images with them.

        Of one data set divided anew, many of the images kept out of training are such that the model learnt from.
        """
        bench, own = self._workbench, self._workbench.own_data
        if bench.model is None or own is None:
            return bench.data
        names = bench.model.experiment.data.dataset, bench.experiment.data.dataset
        return own if datasets.share_images(*names) else bench.data

    @Slot()
    def _catch_up(self) -> None:
        if self._stale and self.isVisible():
            self._show_model()

    def _show_model(self) -> None:
        self._stale = self._half_shown = False
        model = self._workbench.model
        self._show_examples(model)
        self._show_weights(model)

    def _show_examples(self, model: TrainedModel | None) -> None:
        examples = self._examples
        fits = (
            model is not None
            and examples is not None
            and model.recognizer.classes == examples.classes
            and is_same_input(model.recognizer, examples)
        )
        if examples is not None and kind_of(examples.image_shape).per_place:
            self.lines.set_writer(self._writer_of(model) if fits and model is not None else None)
            by_hand = self._workbench.current_model.viewed is not None or not self._workbench.running
            self.lines.refresh(live=not by_hand)
        elif fits and model is not None and examples is not None:
            self.examples.set_probabilities(model.recognizer.probabilities(examples.images))
        else:
            self.examples.set_probabilities(None)

    def _writer_of(self, model: TrainedModel) -> Writes:
        """Return what writes with a model's weights of the moment; made once for each model."""
        recognizer = model.recognizer
        if self._writer is None or self._writer[0] is not recognizer:
            self._writer = (recognizer, writer_of(recognizer))
        return self._writer[1]

    def _show_weights(self, model: TrainedModel | None) -> None:
        """Let the picture show the current model, as long as it shows that very network."""
        if model is None or not self._is_pictured(model):
            self._diagram.set_weights(None)
            self._diagram.set_planes(None)
            self._diagram.set_activations(None)
            return
        from engine.inference.diagram_values import weights_between

        recognizer = model.recognizer
        self._diagram.set_weights(
            weights_between(model.experiment.network, recognizer.image_shape, recognizer.state)
        )
        self._show_planes(model)
        self._show_activations(model)

    def _show_planes(self, model: TrainedModel) -> None:
        """Let the picture show what each unit answers over a plane, where the network is told of places on one."""
        from engine.data.plane.ground import plane_of

        plane = plane_of(model.recognizer.features)
        if plane is None:
            self._diagram.set_planes(None)
            return
        from engine.inference.unit_planes import unit_planes

        self._diagram.set_planes(unit_planes(model.recognizer, plane.grid_rows(PLANE_SIDE), PLANE_SIDE))

    def _show_activations(self, model: TrainedModel) -> None:
        drawing, recognizer = self._drawing, model.recognizer
        if drawing is None or not is_example(drawing, recognizer.image_shape) or not self._is_pictured(model):
            self._diagram.set_activations(None)
            return
        from engine.inference.diagram_values import unit_means
        from engine.inference.step_values import step_values

        made = recognizer.activations(drawing)
        values = step_values(recognizer, drawing, made)
        if kind_of(
            recognizer.image_shape
        ).per_place:  # of the last character alone: there the next one is decided
            place = max(0, len(shown_text(drawing, recognizer.classes)) - 1)
            made = *(layer[:, place] for layer in made[:-1]), made[-1][place]
        self._diagram.set_activations(unit_means(made), drawing, values)

    def _is_pictured(self, model: TrainedModel) -> bool:
        recognizer = model.recognizer
        return self._pictured == (model.experiment.network, recognizer.image_shape, recognizer.classes)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while the page was hidden."""
        super().showEvent(event)
        self._budget.reset()
        self._show_model()
