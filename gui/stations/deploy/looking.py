"""Looks at a model before it leaves: what is said of it, which formats can hold it, and how large it would be."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.words import Phrase
from gui.tasks.working import Working

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.deploy.about import About
    from engine.deploy.export_format import ExportFormat, Footprint
    from engine.deploy.operations import PlainNetwork
    from engine.deploy.weights import Weights
    from engine.storage.model_file import SavedModel
    from gui.stations.deploy.subject import Source
    from gui.tasks.task import Job

MOST_ROUNDED = 5_000_000  # numbers that are rounded just to say how large they would be


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """What a format can make of a model.

    Attributes:
        obstacle: Why it cannot hold it; empty where it can.
        sizes: Bytes of the weights, by how they are stored, as far as that is known.
        footprints: What it takes of a small computer, likewise.
        not_rounded: Why activations cannot be rounded; empty where they can.
    """

    obstacle: Phrase
    sizes: Mapping[Weights, int]
    footprints: Mapping[Weights, Footprint]
    not_rounded: Phrase = field(default_factory=lambda: Phrase(""))


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """What was found of a model.

    Attributes:
        about: What goes along with it.
        parameters: How many numbers it has learnt.
        fingerprint: By which the model and what is said of it are known again.
        offers: By the name of the format.
    """

    about: About
    parameters: int
    fingerprint: str
    offers: Mapping[str, Offer]


class Looking(Working):
    """Looks at the newest model it was asked about.

    Signals:
        looked: What was found (Looked).
        failed: It could not be read (NetSketchError, traceback or empty string).
    """

    looked = Signal(object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__("looking", parent)
        self._task.failed.connect(self.failed)

    def ask(self, source: Source) -> None:
        """Look at a model; what was asked for before is forgotten."""
        self._task.give_up()
        self._task.ask(partial(look, source), self.looked.emit)


def look(source: Source, _job: Job) -> Looked:
    """Return what there is to say of a model.

    Raises:
        NetSketchError: If it cannot be read.
    """
    from engine.deploy.about import About
    from engine.deploy.export import network_of
    from engine.deploy.registry import FORMATS
    from engine.errors import ExportError
    from engine.models.size import parameter_count

    saved = source.load()
    parameters = parameter_count(saved.experiment.network, saved.image_shape, len(saved.classes))
    about, fingerprint = About.of(saved), fingerprint_of(saved)
    try:
        network = network_of(saved)
    except ExportError as error:  # for no format at all
        obstacle = error.cause or error.what
        return Looked(
            about, parameters, fingerprint, {form.name: Offer(obstacle, {}, {}) for form in FORMATS}
        )
    offers = {}
    for form in FORMATS:
        obstacle = form.for_model(saved).obstacle(network)
        kinds = form.weights if parameters <= MOST_ROUNDED else form.weights[:1]
        sizes, footprints = {}, {}
        for weights in () if obstacle or not form.holds_weights else kinds:
            found = _sizes(form, network, weights)
            if found is not None:
                sizes[weights] = found[0]
                if found[1] is not None:
                    footprints[weights] = found[1]
        offers[form.name] = Offer(obstacle, sizes, footprints, not_rounded(form, saved))
    return Looked(about, parameters, fingerprint, offers)


def not_rounded(form: ExportFormat, saved: SavedModel) -> Phrase:
    """Return why activations cannot be rounded: the form does not multiply such, or training images cannot be asked."""
    from engine.data import datasets
    from engine.deploy.activations import COVERED
    from engine.deploy.weights import Activations
    from engine.training.private.promise import SPENT
    from engine.words import Phrase

    if Activations.INT8 not in form.activations:
        return form.no_whole_numbers
    if SPENT in saved.results:
        return COVERED
    name = saved.experiment.data.dataset
    if datasets.is_available(name):
        return Phrase("")
    return Phrase(
        "Training examples decide the steps of activations, and “{name}” is not on this computer.", name=name
    )


def fingerprint_of(saved: SavedModel) -> str:
    """Return by what a model and what is said of it are known again."""
    from engine.deploy.about import About

    told = [saved.experiment.network.model_dump_json(), json.dumps(About.of(saved).record)]
    sum_of = hashlib.sha256("\n".join(told).encode())
    for name, tensor in sorted(saved.state.items()):
        sum_of.update(name.encode())
        sum_of.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return sum_of.hexdigest()


def _sizes(
    form: ExportFormat, network: PlainNetwork, weights: Weights
) -> tuple[int, Footprint | None] | None:
    """Return how large a network is, stored so, and what it takes; None where it cannot be."""
    from engine.deploy.weights import stored_size
    from engine.errors import ExportError

    try:
        return stored_size(network, weights), form.footprint(network, weights)
    except ExportError:  # told when it is exported so
        return None
