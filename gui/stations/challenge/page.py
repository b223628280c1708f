"""The Challenge station: how little it takes to fool the model at hand, and what it gives away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.data.photo import takes_colours
from engine.errors import NetSketchError
from engine.goals.registry import GOALS
from engine.inputs.registry import is_example, kind_of
from gui.bench.own_split import held_out
from gui.look.spoken import follow_language
from gui.look.text_size import px
from gui.look.words import told, translate_engine
from gui.stations.challenge import registry
from gui.stations.challenge.scene import Scene
from gui.stations.challenge.subject import Subject
from gui.widgets.empty_page import EmptyPage
from gui.widgets.layouts import column_of
from gui.widgets.views.deck import ViewDeck

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QHideEvent, QShowEvent

    from gui.stations.challenge.view import View
    from gui.tasks.worker import Progress
    from gui.workbench import Workbench

LEAST_WIDTH = 380  # pixels


class ChallengePage(QWidget):
    """Ways to put the model at hand to the test, of which only the one in sight computes anything.

    Args:
        workbench: Whose model and data.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        notice_raised: Something is to be told above the page (Notice).
        station_wanted: Another station is to be shown (its name).
        achieved: Something was done that a lesson may wait for (Deed).
    """

    failed = Signal(object, str)
    notice_raised = Signal(object)
    station_wanted = Signal(str)
    achieved = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("challengeStation")
        self._workbench = workbench
        self._drawing: NDArray[Any] | None = None
        self._at_work: View | None = None  # the view that was shown last
        self._subject = Subject(workbench, self)
        self._build_ui()
        self._connect()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        self._deck = ViewDeck(
            "challenge",
            lambda: self.tr("How the network is challenged"),
            [kind(self._workbench, self) for kind in registry.VIEWS],
            parent=self,
        )
        self.views, self.subject, self.save_button = (
            self._deck.views,
            self._deck.subject,
            self._deck.save_button,
        )
        self._empty = EmptyPage(
            "challenge",
            lambda: self.tr("No network to challenge yet"),
            lambda: self.tr(
                "Train a network or open one. Here you see how little it takes to fool it, what helps against that, "
                "and what it gives away of the images that it learnt from."
            ),
            self,
        )
        self._deck.add_page(self._empty)
        self._words = self._deck.words()
        self._words.setObjectName("challengeWords")
        column_of(self._deck, on=self)

    def _connect(self) -> None:
        self._deck.chosen.connect(self.show_view)
        self.subject.example_changed.connect(self._refresh)
        self._empty.station_wanted.connect(self.station_wanted)
        for view in self.views.values():
            view.failed.connect(self.failed)
            view.notice_raised.connect(self.notice_raised)
            view.station_wanted.connect(self.station_wanted)
            view.achieved.connect(self.achieved)
        self._subject.changed.connect(self._refresh)
        self._subject.progressed.connect(self._on_subject_progressed)
        self._subject.failed.connect(self.failed)

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
        self._deck.choose(name)
        self._refresh()

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Put what is on the pad to the test; None for an empty one."""
        if drawing is None and self._drawing is None:
            return
        self._drawing = drawing
        self._refresh()

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        self._subject.shutdown()
        self._deck.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while the page was hidden."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """End what nobody sees."""
        super().hideEvent(event)
        self._leave(None)

    # What is shown

    @Slot()
    def _refresh(self) -> None:
        """Show what is at hand in the view that is chosen, or why there is nothing; only where somebody looks."""
        if not self.isVisible():
            return
        try:
            scene = self._scene()
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        view = self.view
        self.subject.set_scene(scene)
        self.subject.setVisible(view.needs_image and scene.challenged is not None)
        instead = self._instead(scene)
        self._leave(view if instead is None else None)
        self._deck.turn(instead)
        if instead is None:
            view.set_scene(scene)

    def _say_words(self) -> None:
        """Say anew why there is nothing to show; a page that nobody sees says it when it is shown."""
        self._words.setText("")
        self._refresh()

    def _leave(self, for_view: View | None) -> None:
        """Let the view before end what it does, where it is in sight no more."""
        before, self._at_work = self._at_work, for_view
        if before is not None and before is not for_view:
            before.give_up()

    def _scene(self) -> Scene:
        bench, view = self._workbench, self.view
        challenged = self._subject.challenged()
        if challenged is None or bench.model is None:
            self.subject.set_examples(None)
            return Scene(data=bench.data, is_training=bench.running)
        recognizer = bench.model.recognizer
        shape = challenged.saved.image_shape
        split = self._subject.split(challenged, is_needed=view.needs_split and not bench.running)
        self.subject.set_examples(held_out(split or bench.data, challenged.saved))
        image, label = self._drawing, None
        is_drawing = is_example(image, shape)
        if not is_drawing:
            image, label = self.subject.example() or (None, None)
        return Scene(
            challenged=challenged,
            image=image,
            label=label,
            is_drawing=is_drawing,
            probabilities=None if image is None else recognizer.probabilities(image[None])[0],
            own_split=split,
            data=bench.data,
            is_training=bench.running,
        )

    def _instead(self, scene: Scene) -> QWidget | None:
        """Return what stands in the place of the view, or None where it has what it needs."""
        view = self.view
        if view.needs_model and scene.challenged is None and not scene.is_training:
            return self._empty
        words = self._why_nothing(scene)
        self._words.setText(words)
        return self._words if words else None

    def _why_nothing(self, scene: Scene) -> str:
        """Return why the view has nothing to show, in a sentence; nothing where it has all it needs."""
        view, loader = self.view, self._workbench.loader
        if (against := self._against(scene)) != "":
            return translate_engine(against)
        if view.needs_model and scene.challenged is None:
            return self.tr("The network is on its way: it can be challenged as soon as it trains.")
        if view.needs_model and scene.is_training and not view.follows_training:
            return self.tr("A network is learning now. When it has ended, it can be challenged here.")
        if view.needs_split and scene.own_split is None:
            error = self._subject.error
            return told(error) if error is not None else self.tr("The examples are being loaded …")
        if view.needs_data and scene.data is None:
            if loader.loading:
                return self.tr("The examples are being loaded …")
            return self.tr("The images are not on this computer. Bring them in on the page Data.")
        if view.needs_image and scene.image is None:
            if takes_colours(scene.image_shape):
                return self.tr("Drop a picture on the pad, and it is challenged here.")
            return self.tr("Draw something on the pad, and it is challenged here.")
        return ""

    def _against(self, scene: Scene) -> str:
        """Return why the view has nothing to show of what the model at hand, or where it needs none the data, are."""
        view = self.view
        if view.needs_model:
            saved = None if scene.challenged is None else scene.saved
            return "" if saved is None else view.against(kind_of(saved.image_shape), GOALS[saved.goal])
        train = None if scene.data is None else scene.data.train
        return "" if train is None else view.against(kind_of(train.image_shape), GOALS[train.goal])

    @Slot(object)
    def _on_subject_progressed(self, progress: Progress) -> None:
        if self._words.isVisible():
            self._words.setText(translate_engine(progress.text) or self._words.text())
