"""A model leaves the program: written in a form, proved by running what was written, and kept only if both agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.atomic import check_writable, with_ending, write_bytes
from engine.deploy import reference
from engine.deploy.about import About
from engine.deploy.activations import COVERED, some_of, with_levels
from engine.deploy.operations import PlainNetwork, plain_network
from engine.deploy.proof import image_count, images_for, largest_difference, rounding_cost, scale_of
from engine.deploy.registry import FORMATS
from engine.deploy.stopping import stopping
from engine.deploy.weights import Activations, Rounding, Weights, activations_named, rounded, weights_named
from engine.errors import Cancelled, ExportError, NetSketchError
from engine.inference import Recognizer
from engine.models.size import numbers_per_image, work_per_image
from engine.storage import model_file
from engine.training.private.promise import SPENT
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.config import NetworkConfig
    from engine.deploy.export_format import ExportFormat
    from engine.storage.model_file import SavedModel

# Proving more takes too long, or too much memory.
MOST_WORK = 200_000_000  # multiply-adds for one image
MOST_NUMBERS = 1 << 26  # that are held of it at a time
MOST_CALLS = 4_000  # operations that follow each other, each step of a recurrence for itself
MOST_UNROUNDED = 100  # examples by which the operations are proved before their weights are rounded


@dataclass(frozen=True, slots=True)
class Exported:
    """What was exported.

    Attributes:
        format: The name of the form.
        path: Where it lies.
        size: Bytes of the file.
        max_difference: By how much its probabilities differ from the model's at most, of all classes and images.
        count: How many images that was tried with.
        about: What went along with it.
        weights: In what kind of numbers its weights are stored. Where they are rounded, ``max_difference`` is to the
            model with rounded weights, and ``rounding`` says how far that is from the model.
        activations: In what kind of numbers activations are multiplied; likewise.
    """

    format: str
    path: Path
    size: int
    max_difference: float
    count: int
    about: About
    weights: Weights = Weights.FLOAT32
    activations: Activations = Activations.FLOAT32

    @property
    def rounding(self) -> Rounding:
        """What rounding the weights cost: nothing where they are as they were."""
        return self.about.rounding or Rounding(self.weights, 0.0, 0, self.count, self.activations)

    @property
    def rounding_difference(self) -> float:
        """By how much rounding changes the probability of a class at most."""
        return self.rounding.difference

    @property
    def changed(self) -> int:
        """Of how many of ``count`` examples rounding changes which class is the likeliest."""
        return self.rounding.changed


def export(
    saved: SavedModel,
    path: Path,
    form: ExportFormat,
    *,
    weights: Weights = Weights.FLOAT32,
    activations: Activations = Activations.FLOAT32,
    training_images: Callable[[], NDArray[np.uint8]] | None = None,
    name: str = "",
    progress: Callable[[Phrase, float], None] = lambda _what, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write a model in a form, if that answers as the model does.

    Args:
        saved: The model.
        path: The file, replaced if it is there; without any ending it gets the form's.
        form: One of ``registry.FORMATS``.
        weights: In what kind of numbers its weights are stored.
        activations: In what kind of numbers activations are multiplied.
        training_images: Returns those that the model was trained on, ``(N, H, W)`` uint8 or ``(N, H, W, C)``; asked
            where activations are rounded, whose steps they decide.
        name: What a person calls the model; it goes along.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop; nothing is written then.

    Raises:
        ExportError: If the form cannot hold the model or such weights, these cannot be rounded so, or what was
            written does not answer as the model does.
        DataError: If the training images cannot be had.
        FileWriteError: If the file cannot be written.
        Cancelled: If ``cancelled`` said so.
    """
    weights, activations = (
        weights_named(weights),
        activations_named(activations),
    )  # a program may say them by name
    _check_kinds(form, weights, activations)
    target = target_of(path, form)
    check_writable(target)
    _check_is_no_model(target)
    network = network_of(saved)
    recognizer = Recognizer.of(saved)
    form = form.for_model(saved)
    obstacle = form.obstacle(network)
    if obstacle:
        raise ExportError("The model cannot be exported as “{name}”.", cause=obstacle, name=form.name)

    def step(what: Phrase, share: float) -> None:
        if cancelled():
            raise Cancelled
        progress(what, share)

    plain = network
    if activations is Activations.INT8:
        if SPENT in saved.results:
            raise ExportError(
                "Activations cannot be rounded.", cause=COVERED, remedy="Round the weights alone."
            )
        network = _with_levels(network, training_images, step, cancelled)
    step(Phrase("Preparing examples to compare answers by"), 0.0)
    runs = 1 if weights == Weights.FLOAT32 else 3  # to round, the operations are run twice more
    count = image_count(network, work_of(saved), runs)
    images = images_for(saved.image_shape, count, cancelled, saved.features)
    step(Phrase("Asking the model"), 0.2)
    wanted = recognizer.probabilities(images)
    _check_finite(wanted)
    scale = scale_of(saved)
    about = replace(About.of(saved), name=name)
    if weights is not Weights.FLOAT32:
        step(Phrase("Rounding the weights"), 0.35)
        # That the operations are the model's is proved before rounding could hide that they are not.
        some = slice(0, MOST_UNROUNDED)
        _check_agreement(wanted[some], reference.probabilities(plain, images[some]), form, scale)
        trained, wanted = wanted, reference.probabilities(rounded(network, weights), images)
        about = replace(about, rounding=rounding_cost(weights, activations, trained, wanted))
    step(Phrase("Asking what was exported"), 0.5)
    content = form.written(network, about, weights)
    try:
        with stopping(cancelled):
            found = form.answers(content, images)
    except (ExportError, OSError) as error:
        if cancelled():  # Ctrl-C reaches a compiler as well, which fails then
            raise Cancelled from error
        if isinstance(error, ExportError):
            raise
        raise ExportError(
            "The export could not be proved.",
            cause="The system says: {reason}.",
            remedy="See that there is room for temporary files, and try again.",
            reason=error.strerror or type(error).__name__,
        ) from error
    difference = _check_agreement(wanted, found, form, scale)
    step(Phrase("Writing the file"), 0.95)
    write_bytes(target, content)
    return Exported(form.name, target, len(content), difference, len(images), about, weights, activations)


def _check_kinds(form: ExportFormat, weights: Weights, activations: Activations) -> None:
    """Raise where a form cannot hold numbers of these kinds."""
    if weights not in form.weights:
        raise ExportError(
            "“{name}” cannot hold weights as {weights}.",
            cause=form.not_held.get(weights, Phrase("")),
            remedy="It can: {known}.",
            name=form.name,
            weights=weights.value,
            known=Phrase.listed(form.weights),
        )
    if activations not in form.activations:
        raise ExportError(
            "“{name}” cannot multiply activations as {activations}.",
            cause=form.no_whole_numbers,
            remedy="It can: {known}.",
            name=form.name,
            activations=activations.value,
            known=Phrase.listed(form.activations),
        )
    if activations is Activations.INT8 and weights is not Weights.INT8:
        raise ExportError(
            "Activations as int8 need weights as int8.",
            cause="Only products of two such numbers are products of whole numbers.",
            remedy="Store weights as int8, too.",
        )


def _with_levels(
    network: PlainNetwork,
    training_images: Callable[[], NDArray[np.uint8]] | None,
    step: Callable[[Phrase, float], None],
    cancelled: Callable[[], bool],
) -> PlainNetwork:
    """Return a network that rounds activations, by steps that training images decide."""
    if training_images is None:
        raise ExportError("Activations cannot be rounded without training examples.")
    step(Phrase("Reading training examples"), 0.0)
    images = training_images()
    step(Phrase("Finding the range of activations"), 0.0)
    return with_levels(network, some_of(images), cancelled)


def _check_is_no_model(target: Path) -> None:
    """Raise where a model lies there, this one or another: what was trained is not replaced by what is made of it."""
    if not target.is_file():
        return
    try:
        model_file.describe(target)
    except NetSketchError:
        return
    raise ExportError("“{path}” is a model and would be lost.", remedy="Choose another file.", path=target)


def _check_finite(answers: NDArray[np.float32]) -> None:
    """Raise where the model itself gives answers that are no numbers: there is nothing to compare with."""
    wrong = len(answers) - int(np.isfinite(answers.reshape(len(answers), -1)).all(axis=1).sum())
    if wrong:
        raise ExportError(
            "Nothing was exported: the model does not answer.",
            cause="Asked about {count:,} examples, it gives no numbers for {wrong:,} of them.",
            remedy="Train the model again, with a lower learning rate if its weights are very large.",
            count=len(answers),
            wrong=wrong,
        )


def _check_agreement(
    wanted: NDArray[np.float32], found: NDArray[np.float32], form: ExportFormat, scale: float
) -> float:
    """Return by how much two answers differ, which is little beside the scale that they are on."""
    difference = largest_difference(wanted, found)
    if not difference <= form.limit * scale:  # nor is it where it is no number
        raise ExportError(
            "Nothing was exported: as “{name}” the model would answer otherwise.",
            cause="Of {count:,} examples, probabilities differ by up to {difference:.3g}, and {limit:.3g} is allowed.",
            remedy="Train the model again, with a lower learning rate if its weights are very large.",
            name=form.name,
            count=len(wanted),
            difference=difference,
            limit=form.limit * scale,
        )
    return difference


def target_of(path: Path, form: ExportFormat) -> Path:
    """Return the file that a path stands for: without any ending it gets the form's.

    Raises:
        ExportError: If it ends as another form's files do: whoever opens it would take it for one of them.
    """
    if not path.suffix:
        return with_ending(path, form.ending)
    others = [other for other in FORMATS if other.ending == path.suffix.lower() != form.ending]
    if others:
        raise ExportError(
            "“{path}” would be taken for something else.",
            cause="Files that end so are of the form “{other}”, and “{form}” is to be written.",
            remedy="Let its name end in {ending}, or leave the ending out.",
            path=path.name,
            other=others[0].title,
            form=form.title,
            ending=form.ending,
        )
    return path


def network_of(saved: SavedModel) -> PlainNetwork:
    """Return the network of a model as plain operations, if it is not too large to be proved in any form.

    Raises:
        ExportError: If it is too large, or a layer of it does not say what it computes.
    """
    work = work_of(saved)  # before anything is built
    if work > MOST_WORK:
        cause = Phrase(
            "It does {count:,} multiplications for one example, and {most:,} are the most.",
            count=work,
            most=MOST_WORK,
        )
        raise _too_large(cause)
    _check_numbers(numbers_per_image(*_sizes(saved)))
    network = plain_form(saved)
    _check_numbers(network.numbers_per_image)
    if network.calls > MOST_CALLS:
        cause = Phrase(
            "It takes {count:,} steps one after the other, and {most:,} are the most.",
            count=network.calls,
            most=MOST_CALLS,
        )
        raise _too_large(cause)
    return network


def work_of(saved: SavedModel) -> int:
    """Return the multiply-adds of a model for one image."""
    return work_per_image(*_sizes(saved))


def plain_form(saved: SavedModel) -> PlainNetwork:
    """Return a model's network as plain operations.

    Raises:
        ExportError: If a layer of it does not say what it computes.
    """
    import torch

    from engine.models.build import build_with

    model = build_with(
        saved.experiment.network,
        saved.state,
        image_shape=saved.image_shape,
        classes=len(saved.classes),
        goal=saved.goal,
    )
    with torch.inference_mode():
        return plain_network(model.eval(), saved.image_shape)


def _sizes(saved: SavedModel) -> tuple[NetworkConfig, tuple[int, ...], int]:
    return saved.experiment.network, saved.image_shape, len(saved.classes)


def _check_numbers(count: int) -> None:
    if count > MOST_NUMBERS:
        cause = Phrase(
            "It holds {count:,} numbers of one example at a time, and {most:,} are the most.",
            count=count,
            most=MOST_NUMBERS,
        )
        raise _too_large(cause)


def _too_large(cause: Phrase) -> ExportError:
    return ExportError(
        "The model is too large to leave the program.", cause=cause, remedy="Use fewer or smaller layers."
    )
