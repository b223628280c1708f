"""The Understand station: what a network has learnt, what it does with an image, and why it answers as it does."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.errors import NetSketchError
from engine.goals.registry import GOALS
from engine.inputs.registry import is_example, kind_of
from gui.bench.own_split import held_out
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import px
from gui.look.words import joined, listed, translate_engine
from gui.stations.understand import registry
from gui.stations.understand.follow_button import FollowButton
from gui.stations.understand.followed import SLIDER, Followed
from gui.stations.understand.scene import Scene
from gui.tasks.repaint_budget import RepaintBudget
from gui.widgets.empty_page import EmptyPage
from gui.widgets.layouts import column_of
from gui.widgets.views.deck import ViewDeck

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QShowEvent
    from torch import nn

    from gui.bench.trained_model import TrainedModel
    from gui.stations.understand.view import View
    from gui.workbench import Workbench

LIVE_SHARE, LIVE_LONGEST = 0.02, 0.5  # of the time while training; seconds between two pictures at most

LEAST_WIDTH = 380  # pixels


class UnderstandPage(QWidget):
    """Views into the current model, of which only the one in sight computes anything.

    Args:
        workbench: Whose model.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        station_wanted: Another station is to be shown (its name).
        read_so_far: How far the drawing on the pad is read is to be shown there (ReadPart), or no more (None).
        example_chosen: An image is to be tried on the pad (``(H, W)`` uint8).
    """

    failed = Signal(object, str)
    station_wanted = Signal(str)
    read_so_far = Signal(object)
    example_chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("understandStation")
        self._workbench = workbench
        self.followed = Followed(workbench, self)
        self._budget = RepaintBudget(LIVE_SHARE, LIVE_LONGEST)
        self._drawing: NDArray[Any] | None = None
        self._copy: nn.Sequential | None = None  # of the current model; None where it has other weights since
        self._is_stale = True
        self._is_chosen = False  # or it turns to the first view that has something of the model
        self._painted = 0.0
        self._build_ui()
        self._connect()
        self._refresh()
        follow_language(self, self._refresh)

    def _build_ui(self) -> None:
        self.follow_button = FollowButton(self.followed, self)
        self._deck = ViewDeck(
            "understand",
            lambda: self.tr("What is shown of the network"),
            [kind(self._workbench, self) for kind in registry.VIEWS],
            self.follow_button,
            parent=self,
        )
        self.views, self.subject, self.save_button = (
            self._deck.views,
            self._deck.subject,
            self._deck.save_button,
        )
        self._instead = dressed(self._deck.words(), name="insteadOfView")
        self._empty = EmptyPage(
            "understand",
            lambda: self.tr("No network to look into yet"),
            lambda: self.tr(
                "Train a network or open one. Here you see what its neurons look for, what they make of your drawing, "
                "and why it answers as it does – while it learns, too."
            ),
            self,
        )
        self._coming = self._deck.words(
            lambda: self.tr("The network is on its way: it is looked into as soon as it trains.")
        )
        self._deck.add_page(self._empty)
        column_of(self._deck, on=self)

    def _connect(self) -> None:
        bench = self._workbench
        self._deck.chosen.connect(self.show_view)
        self.subject.example_changed.connect(self._refresh)
        self._empty.station_wanted.connect(self.station_wanted)
        for view in self.views.values():
            view.failed.connect(self.failed)
            view.moment_wanted.connect(self._on_view_moment_wanted)
            view.read_so_far.connect(self.read_so_far)
            view.example_chosen.connect(self.example_chosen)
        self.followed.changed.connect(self._on_followed_changed)
        bench.weights_changed.connect(self._on_weights_came)
        bench.current_model.newest_changed.connect(self._on_weights_came)
        bench.model_changed.connect(self._on_workbench_model_changed)
        bench.run_started.connect(self._on_workbench_run_started)
        bench.run_finished.connect(self._catch_up)
        bench.state_changed.connect(self._catch_up)
        bench.data_changed.connect(self._refresh)

    def minimumSizeHint(self) -> QSize:
        """Return the width in which a view can be read: the pad gives way to it where words are large."""
        return super().minimumSizeHint().expandedTo(QSize(px(LEAST_WIDTH), 0))

    # For the window

    @property
    def view(self) -> View:
        """The view that is chosen."""
        return self._deck.view

    @Slot(str)
    def show_view(self, name: str) -> None:
        """Turn to a view."""
        self._is_chosen = True
        self._deck.choose(name)
        self._budget.reset()
        self._painted = self.view.painting_seconds()
        self._refresh()

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Look at what the network makes of what is on the pad; None for an empty one."""
        if drawing is None and self._drawing is None:
            return
        self._drawing = drawing
        self._refresh()

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        self._deck.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while the page was hidden."""
        super().showEvent(event)
        self._refresh()

    # What is heard

    @Slot()
    def _on_followed_changed(self) -> None:
        """Follow at once where the person moves through time, within a budget while training makes new weights."""
        self._copy, self._is_stale = None, True
        self._follow()

    @Slot()
    def _on_weights_came(self) -> None:
        """Show what had to wait, even where these weights are not followed."""
        if self._is_stale:
            self._follow()

    def _follow(self) -> None:
        if self.isVisible() and (not self._is_live() or self._budget.is_due(time.perf_counter())):
            self._refresh()

    @Slot(int)
    def _on_view_moment_wanted(self, step: int) -> None:
        """Take the time slider to a moment, and look at it there."""
        try:
            self._workbench.actions.view(step)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        self.followed.choose(SLIDER)

    @Slot()
    def _on_workbench_model_changed(self) -> None:
        self._copy = None
        self._refresh()

    @Slot()
    def _on_workbench_run_started(self) -> None:
        self._budget.reset()

    # What is shown

    @Slot()
    def _catch_up(self) -> None:
        if self._is_stale or self._workbench.model is None:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Show the present moment and image in the view that is chosen, where somebody looks at it."""
        model = self._workbench.model
        self._is_stale = not self.isVisible()
        needs_model = self.view.needs_model
        for part in (self.subject, self.follow_button):
            part.setVisible(needs_model and model is not None)
        if not needs_model:
            self._deck.turn()
            if not self._is_stale:
                self.view.set_drawing(self._drawing)
            return
        if model is None:
            self._deck.turn(self._coming if self._workbench.running else self._empty)
        if model is None or self._is_stale:
            return
        started = time.perf_counter()
        try:
            scene = self._scene(model)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        self.subject.set_scene(scene)
        if not self._is_chosen:
            self._deck.choose(self._views_for(scene)[0].name)
        words = self._why_nothing(scene)
        self._instead.setText(words)
        self._deck.turn(self._instead if words else None)
        if not words:
            self.view.set_scene(scene)
        # Painting comes later in the event loop: what is counted here is that of the pictures before these.
        before, self._painted = self._painted, self.view.painting_seconds()
        self._budget.spent(started, time.perf_counter() + self._painted - before)

    def _why_nothing(self, scene: Scene) -> str:
        """Return why the view has nothing to show, in a sentence; nothing where it has what it needs."""
        view = self.view
        against = _against(view, scene)
        if against:
            return joined((against, self._others_words(scene)))
        if not view.needs_image or scene.image is not None:
            return ""
        if kind_of(scene.image_shape).per_place:
            return self.tr("Type something on the pad, and it is looked into here.")
        if scene.features:
            return self.tr("Nothing is on the pad, and there are no rows loaded that this network can take.")
        return self.tr("Put something on the pad, and it is looked into here.")

    def _others_words(self, scene: Scene) -> str:
        """Return which views have something to show."""
        names = (view.title() for view in self._views_for(scene))
        return self.tr("These have something to show: {views}.").format(views=listed(names))

    def _views_for(self, scene: Scene) -> list[View]:
        return [view for view in self.views.values() if view.needs_model and not _against(view, scene)]

    def _scene(self, trained: TrainedModel) -> Scene:
        from engine.insight.model import own_model

        look = self.followed.look(trained)
        self.follow_button.set_look(look)
        recognizer = look.recognizer
        state = recognizer.state
        shape, classes = recognizer.image_shape, recognizer.classes
        if self._copy is None:
            self._copy = own_model(
                trained.experiment, state, classes=len(classes), image_shape=shape, goal=recognizer.goal
            )
        examples = held_out(self._workbench.data, recognizer)
        self.subject.set_examples(examples)
        image, label = self._drawing, None
        is_drawing = is_example(image, shape)
        if not is_drawing:
            example = self.subject.example()
            image, label = example if example is not None else (None, None)
        answers = None if image is None else recognizer.probabilities(image[None])[0]
        per_place = kind_of(shape).per_place
        return Scene(
            model=self._copy,
            state=state,
            experiment=trained.experiment,
            classes=classes,
            image_shape=shape,
            step=look.step,
            moment=look.moment,
            image=image,
            label=label,
            is_drawing=is_drawing,
            probabilities=None if per_place else answers,
            following=answers if per_place else None,
            is_live=self._is_live(),
            examples=examples,
            features=recognizer.features,
            goal=recognizer.goal,
        )

    def _is_live(self) -> bool:
        """Whether training makes new weights that are shown as they come."""
        return self._workbench.running and self.followed.choice != SLIDER


def _against(view: View, scene: Scene) -> str:
    """Return why a view has nothing of a network: its inputs, what it is to give, or the network itself."""
    against = view.against(kind_of(scene.image_shape), GOALS[scene.goal])
    return translate_engine(against) if against else view.lacks(scene)
