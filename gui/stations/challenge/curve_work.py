"""What measures how accuracy falls with the strength of attacks: one model after the other, beside the window."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.attacks.registry import attack_named
from engine.errors import Cancelled, DataError, NetSketchError
from gui.tasks.working import Working

if TYPE_CHECKING:
    from torch import nn

    from engine.challenge.curve import Point
    from engine.config import DataConfig
    from engine.data.dataset import Dataset, Split
    from engine.storage.model_file import SavedModel
    from gui.tasks.task import Job
    from gui.tasks.worker import Progress

MOST_CURVES = 300  # kept; of more, the oldest go


@dataclass(frozen=True, slots=True)
class CurveKey:
    """What a curve is known by.

    Attributes:
        model: The key of its entrant.
        attack: By name.
        steps: That the attack takes; 0 where it takes none.
        limit: How many images were attacked at most; 0 for all.
    """

    model: str
    attack: str
    steps: int
    limit: int


@dataclass(frozen=True, slots=True, eq=False)
class Entrant:
    """A model that is attacked.

    Attributes:
        key: Another one where the weights are others.
        name: What the person calls it; empty for the model at hand.
        source: The model, or the file it is in.
    """

    key: str
    name: str
    source: SavedModel | Path


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """What is to be measured of one model.

    Attributes:
        entrant: The model.
        attacks: By name, in this order.
        steps: Of each that takes steps.
        limit: How many images to attack at most; 0 for all.
        split: Whose test images.
        config: What the data are.
    """

    entrant: Entrant
    attacks: tuple[str, ...]
    steps: int
    limit: int
    split: Split
    config: DataConfig

    def curves(self) -> tuple[CurveKey, ...]:
        """Return what its curves are known by."""
        return tuple(curve_key(self.entrant, name, self.steps, self.limit) for name in self.attacks)


@dataclass(frozen=True, slots=True, eq=False)
class Doing:
    """What is being measured.

    Attributes:
        entrant: The model.
        attack: By name.
    """

    entrant: Entrant
    attack: str


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    key: CurveKey
    point: Point


@dataclass(frozen=True, slots=True, eq=False)
class _Learnt:
    key: tuple[str, int]
    sentence: str


@dataclass(frozen=True, slots=True, eq=False)
class _Refused:
    entrant: Entrant
    error: NetSketchError


def curve_key(entrant: Entrant, attack: str, steps: int, limit: int) -> CurveKey:
    """Return what a curve is known by."""
    return CurveKey(entrant.key, attack, steps if attack_named(attack).has_steps else 0, limit)


def hand_key(saved: SavedModel) -> str:
    """Return the key of the model at hand: the same for the same weights, as of one that was undone and done again."""
    found = blake2b(repr(saved.experiment.network).encode())
    for name, weights in saved.state.items():
        found.update(name.encode())
        found.update(weights.contiguous().numpy().tobytes())
    return f"hand {found.hexdigest()}"


class CurveWork(Working):
    """Measures what is wished for in the order of wishing, and keeps what it has found.

    Signals:
        changed: There is another point, or work began or ended.
        doing: What is measured now (Doing).
        progressed: How far the model under way is (Progress).
        refused: A model cannot be measured on these images (Entrant, NetSketchError).
        failed: Something went wrong that nobody expected (NetSketchError, traceback).
    """

    changed = Signal()
    doing = Signal(object)
    progressed = Signal(object)
    refused = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("attack-curves", parent)
        self._curves: OrderedDict[CurveKey, dict[float, Point]] = OrderedDict()
        self._learnt: dict[tuple[str, int], str] = {}
        self._task.reported.connect(self._on_task_reported)
        self._task.progressed.connect(self._on_task_progressed)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self.changed)

    def points(self, key: CurveKey) -> dict[float, Point]:
        """Return what is known of a curve, by strength."""
        return dict(sorted(self._curves.get(key, {}).items()))

    def learnt(self, entrant: Entrant, limit: int) -> str:
        """Return what is to be said of a model that may have learnt from the images, in the engine's words."""
        return self._learnt.get((entrant.key, limit), "")

    def is_whole(self, wish: Wish) -> bool:
        """Whether all that is wished for is known."""
        return not _missing(wish, self._curves)

    def measure(self, wish: Wish) -> None:
        """Measure what is not known yet, after what is under way."""
        if not self.is_whole(wish):
            self._task.ask(partial(_measure, wish, self._curves), kind=wish.entrant.key)
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop; what was found so far stays."""
        self._task.cancel()

    def give_up(self) -> None:
        """Stop, and tell nothing more of it."""
        self._task.give_up()

    def forget(self) -> None:
        """Know nothing any more, as the images are others."""
        self.give_up()
        self._curves.clear()
        self._learnt.clear()
        self.changed.emit()

    @Slot(object)
    def _on_task_reported(self, told: Doing | _Found | _Learnt | _Refused) -> None:
        if isinstance(told, Doing):
            self.doing.emit(told)
        elif isinstance(told, _Refused):
            self.refused.emit(told.entrant, told.error)
        elif isinstance(told, _Learnt):
            self._learnt[told.key] = told.sentence
            self.changed.emit()
        else:
            self._curves.setdefault(told.key, {})[told.point.strength] = told.point
            self._curves.move_to_end(told.key)
            while len(self._curves) > MOST_CURVES:
                self._curves.popitem(last=False)
            self.changed.emit()

    @Slot(object)
    def _on_task_progressed(self, progress: Progress) -> None:
        self.progressed.emit(progress)


Known = Mapping[CurveKey, Mapping[float, "Point"]]


def _missing(wish: Wish, known: Known) -> list[tuple[CurveKey, tuple[float, ...]]]:
    """Return which strengths of which curves are not known."""
    found = []
    for key in wish.curves():
        steps = attack_named(key.attack).strength.steps
        rest = tuple(strength for strength in steps if strength not in known.get(key, {}))
        if rest:
            found.append((key, rest))
    return found


def _measure(wish: Wish, known: Known, job: Job) -> None:
    """Measure what is missing by the time that this begins: what was being measured when it was asked for is not."""
    from engine.challenge.curve import accuracy_curve, drawn

    missing, limit = _missing(wish, known), wish.limit or None
    if not missing:
        return
    try:
        saved = _saved(wish)
        model = _built(saved)
        for number, (key, strengths) in enumerate(missing):
            job.report(Doing(wish.entrant, key.attack))

            def tell(text: str, share: float, before: int = number) -> None:
                job.progress(text, (before + share) / len(missing))

            for point in accuracy_curve(
                model,
                wish.split.test,
                attack_named(key.attack),
                strengths=strengths,
                steps=wish.steps,
                limit=limit,
                progress=tell,
                cancelled=job.cancelled,
            ):
                job.report(_Found(key, point))
        sentence = _learnt(saved, wish, drawn(wish.split.test, limit, 0), job)
        job.report(_Learnt((wish.entrant.key, wish.limit), sentence))
    except Cancelled:
        raise
    except NetSketchError as error:
        job.report(_Refused(wish.entrant, error))


def _saved(wish: Wish) -> SavedModel:
    """Return the model of a wish, where it takes the images.

    Raises:
        NetSketchError: If it does not, or its file is gone or damaged.
    """
    from engine.storage import model_file

    entrant, images = wish.entrant, wish.split.test
    saved = model_file.load(entrant.source) if isinstance(entrant.source, Path) else entrant.source
    if saved.image_shape != images.image_shape or saved.classes != images.classes:
        raise DataError(
            "“{name}” cannot be compared on “{images}”.",
            cause="It was trained on images of another size or with other classes.",
            remedy="Choose a run that was trained on the same kind of examples.",
            name=entrant.name,
            images=images.name,
        )
    return saved


def _built(saved: SavedModel) -> nn.Module:
    from engine.insight.model import own_model

    shape, classes = saved.image_shape, len(saved.classes)
    return own_model(saved.experiment, saved.state, classes=classes, image_shape=shape)


def _learnt(saved: SavedModel, wish: Wish, images: Dataset, job: Job) -> str:
    from engine.data.learnt import Learnt
    from engine.evaluation.learnt_images import learnt_images

    learnt = saved.learnt or Learnt.assumed(saved.experiment.data)
    at_hand = {wish.config: wish.split}
    return learnt_images(learnt, images, at_hand, cancelled=job.cancelled).sentence
