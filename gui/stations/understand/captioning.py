"""The captions at hand: trained, opened and kept, beside the window where that takes time."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from engine.records import dataclass
from gui.bench.replacement import Replacement
from gui.tasks.worker import Progress
from gui.tasks.working import Working

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    from engine.captions.finding import Finder
    from engine.captions.model import CaptionModel
    from engine.captions.pictures import DescribedPictures
    from engine.captions.plan import Plan
    from engine.captions.plane import PlaneMap
    from engine.data.dataset import Dataset
    from gui.look.spoken import Words
    from gui.tasks.task import Job

SEARCHED = 5000  # generated digits that nothing was learnt from
MAPPED = 600  # of them, on the map
LEARNING_SHARE = 0.9  # of the time of a training; the rest makes the map


@dataclass(frozen=True, slots=True)
class Learning(Progress):
    """How far a training is.

    Attributes:
        seconds_left: Till the last step, at the pace so far; NaN where that is not known yet.
    """

    seconds_left: float = math.nan


@dataclass(frozen=True, slots=True, eq=False)
class Captions:
    """A caption model, and what it is shown with.

    Attributes:
        model: The model, which nobody changes.
        plan: How it was trained.
        step: Steps it has done; less than were planned where it was stopped.
        seconds: That took; 0 where it comes from a file.
        finder: Compares pictures and sentences.
        pictures: Generated digits that it has not seen.
        places: ``(N, SPACE)`` float32, where they lie.
        map: The first of them and ten sentences on a plane.
    """

    model: CaptionModel
    plan: Plan
    step: int
    seconds: float
    finder: Finder
    pictures: DescribedPictures
    places: NDArray[np.float32]
    map: PlaneMap


class Captioning(Working):
    """The captions at hand.

    Args:
        undo_stack: Where a change of them can be taken back.
        parent: Whom it belongs to.

    Signals:
        changed: Other captions are at hand, or work began or ended.
        progressed: How far it is (Progress).
        searched: The pictures of a data set are ready to be searched.
        failed: Something could not be done (NetSketchError, traceback or empty string).

    Attributes:
        captions: Those at hand; None before there are some.
    """

    changed = Signal()
    progressed = Signal(object)
    searched = Signal()
    failed = Signal(object, str)

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__("captions", parent)
        self._undo_stack = undo_stack
        self.captions: Captions | None = None
        self._other: tuple[Dataset, Captions, NDArray[np.float32]] | None = None
        self._task.progressed.connect(self.progressed)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self.changed)

    def train(self, plan: Plan) -> None:
        """Train captions anew; those at hand stay until there are others."""
        self._ask(partial(_train, plan), lambda: self.tr("train captions"))

    def open(self, path: Path) -> None:
        """Take captions from a file."""
        self._ask(partial(_open, path), lambda: self.tr("open captions"))

    def save(self, path: Path) -> None:
        """Write those at hand to a file.

        Raises:
            FileWriteError: If it cannot be written.
        """
        from engine.captions import file

        assert self.captions is not None, "it is offered where there are some"
        file.save(path, self.captions.model, self.captions.plan, self.captions.step)

    @Slot()
    def stop(self) -> None:
        """Stop learning, or laying out the map; what is learnt until now is kept, with a rough map of it."""
        self._task.cancel()

    def places_of(self, data: Dataset) -> NDArray[np.float32] | None:
        """Return where the images of a data set lie; None while that is worked out, of which ``searched`` tells."""
        captions, other = self.captions, self._other
        if captions is None:
            return None
        if other is not None and other[0] is data and other[1] is captions:
            return other[2]

        def take(places: NDArray[np.float32]) -> None:
            self._other = data, captions, places
            self.searched.emit()

        self._task.ask(lambda _job: captions.finder.places_of_pictures(data.images), take, kind="places")
        return None

    def _ask(self, work: object, text: Words) -> None:
        if not self.busy:
            self._task.ask(work, partial(self._take, text))  # type: ignore[arg-type]
            self.changed.emit()

    def _take(self, text: Words, captions: Captions) -> None:
        self._undo_stack.push(Replacement(text, self.captions, captions, self._show))

    def _show(self, captions: Captions | None) -> None:
        self.captions = captions
        self.changed.emit()


def _train(plan: Plan, job: Job) -> Captions:
    from engine.captions.training import Learnt, Trained, train
    from engine.words import Phrase

    trained: Trained | None = None
    first: Learnt | None = None
    for event in train(plan, job.cancelled):
        if isinstance(event, Trained):
            trained = event
        elif isinstance(event, Learnt):
            first = first or event  # what was before it went into the drawing of digits
            done = event.step - first.step
            left = (event.seconds - first.seconds) / done * (plan.steps - event.step) if done else math.nan
            words = Phrase("Step {step:,} of {steps:,}", step=event.step, steps=plan.steps)
            job.report(Learning(words, LEARNING_SHARE * event.step / plan.steps, left))
        else:
            job.progress(Phrase("Drawing digits"), 0.0)
    assert trained is not None, "a training ends with a model or an error"
    return _ready(trained.model, plan, trained.step, trained.seconds, job)


def _open(path: Path, job: Job) -> Captions:
    from engine.captions import file

    model, plan, step = file.load(path)
    return _ready(model, plan, step, 0.0, job)


def _ready(model: CaptionModel, plan: Plan, step: int, seconds: float, job: Job) -> Captions:
    """Return a model with the pictures that it is shown with; a stop leaves it with a rough map of them."""
    from engine.captions.finding import Finder
    from engine.captions.pictures import UNSEEN_START, described
    from engine.captions.plane import laid_out
    from engine.errors import Cancelled
    from engine.words import Phrase

    job.progress(Phrase("Making the map"), LEARNING_SHARE)
    finder = Finder(model)
    pictures = described(SEARCHED, start=UNSEEN_START)
    places = finder.places_of_pictures(pictures.images)
    digits = np.array([[0, 0, digit] for digit in range(1, 11)])
    both = places[:MAPPED], finder.places_of_sentences(digits)
    try:
        found = laid_out(
            *both,
            progress=lambda _text, share: job.progress(
                Phrase("Making the map"), LEARNING_SHARE + (1 - LEARNING_SHARE) * share
            ),
            cancelled=job.cancelled,
        )
    except Cancelled:
        found = laid_out(*both, roughly=True)
    return Captions(model, plan, step, seconds, finder, pictures, places, found)
