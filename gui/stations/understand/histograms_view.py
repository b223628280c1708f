"""Weights and gradients by layer, now and over the run, with the moment marked that is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engine.data.examples import pick_examples
from engine.errors import NetSketchError
from engine.models.parts import hidden_name
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.words import joined, layer_title, listed
from gui.stations.understand.histogram_picture import HistogramPicture
from gui.stations.understand.view import View
from gui.tasks.task import Task
from gui.widgets.fields.segments import Segments
from gui.widgets.layouts import row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor

    from engine.data.dataset import Dataset
    from engine.insight.histograms import Histogram
    from gui.stations.understand.scene import Scene
    from gui.tasks.task import Job
    from gui.workbench import Workbench

IMAGES = 256  # on whose mean loss the gradients are taken
MOST_MOMENTS = 60  # shown of a long run


class HistogramsView(View):
    """Asks for one moment after the other while it is in sight, and keeps what it has found.

    Gradients that the doctor has counted while the network learnt need not be asked for.

    Args:
        workbench: Whose model is shown, which moments there are of it, and what its doctor has seen.
        parent: The widget it belongs to.
    """

    name = "histograms"

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._current_run, self._current_model = workbench.current_run, workbench.current_model
        self._doctor = workbench.doctor
        self._scene: Scene | None = None
        self._images: Dataset | None = None
        self._source: Dataset | None = None
        self._run: object = None
        self._found: dict[tuple[str, int], tuple[Histogram, ...]] = {}
        self._missing: set[tuple[str, int]] = set()  # moments whose weights are not kept any more
        self._now: tuple[Histogram, ...] = ()
        self._now_of: tuple[str, int] = ("", -1)
        self._drawn: tuple[object, ...] = ()
        self.task = Task("histograms", self)
        self.kind = Segments(lambda: self.tr("What is counted"), self)
        self.kind.add("weights", lambda: self.tr("Weights"))
        self.kind.add(
            "gradients",
            lambda: self.tr("Gradients"),
            lambda: self.tr(
                "Gradients: how strongly training would change each weight, measured on 256 examples, training "
                "examples where there are any"
            ),
        )
        self._words = dressed(WholeLabel(self), role="muted", name="histogramWords")
        self.picture = HistogramPicture(self)
        said(self.picture.setAccessibleName, lambda: self.tr("Histograms by layer"))
        area = QScrollArea(self, widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.picture)
        area.viewport().setAutoFillBackground(False)
        self.picture.setAutoFillBackground(False)
        head = row_of(self.kind, (self._words, 1), spacing=12)
        self.lay_out(head, area)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.task.idle.connect(self._on_task_idle)
        self.task.failed.connect(self.failed)
        self.picture.moment_chosen.connect(self.moment_wanted)
        self._current_run.moments_changed.connect(self._on_current_run_moments_changed)
        self._doctor.series_changed.connect(self._on_doctor_series_changed)
        follow_language(self, self._say_words)

    def title(self) -> str:
        return self.tr("Histograms")

    def help_text(self) -> str:
        return self.tr("How weights and gradients are distributed, layer by layer")

    def _say_words(self) -> None:
        self._explain()
        if self._scene is not None:
            self._drawn = ()
            self._show()

    def set_scene(self, scene: Scene) -> None:
        from engine.insight.histograms import weight_histograms

        self._scene = scene
        self._choose_images(scene)
        if self.kind.value == "weights":
            self._now = weight_histograms(scene.state)
            self._now_of = ("weights", scene.step)
        elif self._now_of[0] != "gradients":
            self._now = ()
        self._show()
        self._next()

    def _choose_images(self, scene: Scene) -> None:
        """Take the images that the doctor tries a run with, or examples for a network from a file."""
        split = self._current_model.run_data if self._current_model.is_of_run else None
        source = scene.examples if split is None else split.train
        if source is self._source:
            return
        from engine.training.doctor.probe import probe_images

        self._source, self._images = source, None
        if split is not None:
            self._images = probe_images(split.train)
        elif source is not None:
            self._images = source.subset(pick_examples(source, IMAGES))

    def _probed(self) -> dict[int, tuple[Histogram, ...]]:
        """Return what the doctor has counted of the gradients, by step."""
        looks = {
            probes.step: tuple(layer.gradients for layer in probes.layers if layer.gradients is not None)
            for probes in self._doctor.series
        }
        return {step: found for step, found in looks.items() if found}

    def _moments(self, probed: Mapping[int, object]) -> list[int]:
        """Return the steps that are shown: all there are, or as many spread over the run, its ends among them."""
        if not self._current_model.is_of_run:
            return []
        steps = sorted({moment.step for moment in self._current_run.moments} | probed.keys())
        if len(steps) > MOST_MOMENTS:
            places = np.unique(np.linspace(0, len(steps) - 1, MOST_MOMENTS).round().astype(int))
            steps = [steps[place] for place in places.tolist()]
        return steps

    def _show(self) -> None:
        if self._current_run.run is not self._run:
            self._run = self._current_run.run
            self._found.clear()
            self._missing.clear()
            self._drawn = ()
        kind = self.kind.value
        probed = self._probed() if kind == "gradients" else {}
        moments = {
            step: found
            for step in self._moments(probed)
            if (found := probed.get(step) or self._found.get((kind, step))) is not None
        }
        if not self._current_model.is_of_run:
            words = self.tr(
                "This network comes from a file; what happened while it was trained is in its run."
            )
        elif kind == "gradients" and self._images is None:
            words = self.no_images()
        else:
            words = self.tr("The moments of the run appear here.")
        self._explain()
        self.picture.set_now(self._now)
        drawn = (kind, *moments, words)
        if drawn != self._drawn:
            self._drawn = drawn
            self.picture.set_moments(moments, self._labels(list(moments)), words)
        self.picture.set_kept([moment.step for moment in self._current_run.moments] if moments else [])
        self.picture.set_step(None if self._scene is None else self._scene.moment)

    def _explain(self) -> None:
        """Say what the blue means, and which layers have nothing to be counted."""
        lines = [self.tr("The stronger the blue, the more of a layer's numbers lie there.")]
        hidden = () if self._scene is None else self._scene.experiment.network.hidden
        counted = {item.layer for item in self._now}
        names = (hidden_name(number) for number in range(1, len(hidden) + 1))
        bare = [layer_title(name) for name in names if name not in counted]
        if self._now and bare:
            lines.append(self.tr("Without weights: {layers}.").format(layers=listed(bare)))
        self._words.setText(joined(lines))

    def _labels(self, steps: list[int]) -> dict[int, str]:
        """Return what is written under the moments: the start, and the first one at or after the end of each epoch."""
        number, before = QLocale().toString, 0
        ends = [(moment.step, moment.epoch) for moment in self._current_run.moments]
        labels = {}
        for step in steps:
            epoch = max((epoch for end, epoch in ends if end <= step), default=0)
            if step == 0:
                labels[0] = self.tr("start")
            elif epoch > before:
                labels[step] = self.tr("epoch {number}").format(number=number(epoch))
            before = epoch
        return labels

    def _next(self) -> None:
        """Ask for the next moment that is not known; one at a time, so that nobody waits for many."""
        scene = self._scene
        if scene is None or self.task.under_way or not self.isVisible():
            return
        if self.task.busy and scene.is_live:
            return
        kind = self.kind.value
        if kind == "gradients" and self._images is None:
            return
        if kind == "gradients" and self._now_of != (kind, scene.step):
            self._now_of = (kind, scene.step)
            self._ask(scene, kind, None, scene.state)
            return
        probed = self._probed() if kind == "gradients" else {}
        for step in self._moments(probed):
            if step in probed or (kind, step) in self._found or (kind, step) in self._missing:
                continue
            try:
                state = self._current_run.weights(step)
            except NetSketchError:
                self._missing.add((kind, step))
                continue
            self._ask(scene, kind, step, state)
            return

    def _ask(self, scene: Scene, kind: str, step: int | None, state: Mapping[str, Tensor]) -> None:
        """Have one moment counted; a step of None stands for the present one."""
        images = self._images if kind == "gradients" else None
        work = partial(_count, scene, images, state)
        self.task.ask(work, partial(self._take, self._run, kind, step), calm=scene.is_live)

    def _take(self, run: object, kind: str, step: int | None, found: tuple[Histogram, ...]) -> None:
        if step is not None and run is self._run:
            self._found[kind, step] = found
        elif step is None and kind == self.kind.value:
            self._now = found

    # What is heard

    @Slot(str)
    def _on_kind_chosen(self, _kind: str) -> None:
        if self._scene is not None:
            self._now_of = ("", -1)
            self.set_scene(self._scene)

    @Slot()
    def _on_task_idle(self) -> None:
        if self.isVisible():
            self._show()
            self._next()

    @Slot()
    def _on_current_run_moments_changed(self) -> None:
        if self.isVisible():
            self._next()

    @Slot()
    def _on_doctor_series_changed(self) -> None:
        if self.isVisible() and self.kind.value == "gradients" and self._scene is not None:
            self._show()

    # Saving

    def figure(self) -> QWidget:
        return self.picture

    def table(self) -> tuple[list[str], list[list[Any]]]:
        header = ["kind", "layer", "step", "from", "to", "count"]
        scene, kind = self._scene, self.kind.value
        moments = {step: found for (of, step), found in self._found.items() if of == kind}
        if kind == "gradients" and self._current_model.is_of_run:
            moments |= self._probed()
        if scene is not None and self._now:
            moments[scene.step] = self._now
        rows: list[list[Any]] = [
            [kind, item.layer, step, item.edges[place], item.edges[place + 1], int(count)]
            for step, found in sorted(moments.items())
            for item in found
            for place, count in enumerate(item.counts)
        ]
        return header, rows


def _count(
    scene: Scene, images: Dataset | None, state: Mapping[str, Tensor], _job: Job
) -> tuple[Histogram, ...]:
    """Count the weights of a moment, or the gradients of the mean loss of images."""
    from engine.insight.histograms import gradient_histograms, weight_histograms
    from engine.insight.model import own_model

    if images is None:
        return weight_histograms(state)
    model = own_model(
        scene.experiment,
        state,
        classes=len(scene.classes),
        image_shape=scene.image_shape,
        goal=scene.goal,
    )
    smoothing = scene.experiment.training.label_smoothing
    return gradient_histograms(model, images.images, images.labels, label_smoothing=smoothing)
