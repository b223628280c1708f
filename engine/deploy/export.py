"""A model leaves the program: written in a form, proved by running what was written, and kept only if both agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.atomic import check_writable, with_ending, write_bytes
from engine.deploy.about import About
from engine.deploy.operations import PlainNetwork, plain_network
from engine.deploy.proof import image_count, images_for, largest_difference
from engine.errors import ExportError
from engine.inference import Recognizer
from engine.models.size import numbers_per_image, work_per_image
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.deploy.export_format import ExportFormat
    from engine.storage.model_file import SavedModel

# Proving more takes too long, or too much memory.
MOST_WORK = 200_000_000  # multiply-adds for one image
MOST_NUMBERS = 1 << 26  # that are held of it at a time
MOST_CALLS = 4_000  # operations that follow each other, each step of a recurrence for itself


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
    """

    format: str
    path: Path
    size: int
    max_difference: float
    count: int
    about: About


def export(
    saved: SavedModel,
    path: Path,
    form: ExportFormat,
    *,
    progress: Callable[[Phrase, float], None] = lambda _what, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write a model in a form, if that answers as the model does.

    Args:
        saved: The model.
        path: The file, replaced if it is there; without any ending it gets the form's.
        form: One of ``registry.FORMATS``.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop; nothing is written then.

    Raises:
        ExportError: If the form cannot hold the model, or what was written does not answer as the model does.
        FileWriteError: If the file cannot be written.
        Cancelled: If ``cancelled`` said so.
    """
    target = target_of(path, form)
    check_writable(target)
    work = _checked_work(saved)
    recognizer = Recognizer(saved.experiment, saved.classes, saved.state, image_shape=saved.image_shape)
    network = plain_form(saved)
    _check_numbers(network.numbers_per_image)
    if network.calls > MOST_CALLS:
        cause = Phrase(
            "It takes {count:,} steps one after the other, and {most:,} are the most.",
            count=network.calls,
            most=MOST_CALLS,
        )
        raise _too_large(cause)
    obstacle = form.obstacle(network)
    if obstacle:
        raise ExportError("The model cannot be exported as “{name}”.", cause=obstacle, name=form.name)
    progress(Phrase("Preparing digits to compare answers by"), 0.0)
    images = images_for(saved.image_shape, image_count(network, work), cancelled)
    progress(Phrase("Asking the model"), 0.2)
    wanted = recognizer.probabilities(images)
    progress(Phrase("Asking what was exported"), 0.5)
    about = About.of(saved)
    content = form.written(network, about)
    difference = largest_difference(wanted, form.answers(content, images))
    if not difference <= form.limit:  # nor is it where it is no number
        raise ExportError(
            "Nothing was exported: as “{name}” the model would answer otherwise.",
            cause="Of {count:,} drawings, probabilities differ by up to {difference:.3g}, and {limit:.3g} is allowed.",
            remedy="Train the model again, with a lower learning rate if its weights are very large.",
            name=form.name,
            count=len(images),
            difference=difference,
            limit=form.limit,
        )
    progress(Phrase("Writing the file"), 0.95)
    write_bytes(target, content)
    return Exported(form.name, target, len(content), difference, len(images), about)


def target_of(path: Path, form: ExportFormat) -> Path:
    """Return the file that a path stands for: without any ending it gets the form's."""
    return path if path.suffix else with_ending(path, form.ending)


def plain_form(saved: SavedModel) -> PlainNetwork:
    """Return a model's network as plain operations.

    Raises:
        ExportError: If a layer of it does not say what it computes.
    """
    import torch

    from engine.models.build import build_with

    model = build_with(
        saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=len(saved.classes)
    )
    with torch.inference_mode():
        return plain_network(model.eval(), saved.image_shape)


def _checked_work(saved: SavedModel) -> int:
    """Return the multiply-adds for one image, of which there are not too many, before anything is built."""
    sizes = (saved.experiment.network, saved.image_shape, len(saved.classes))
    work = work_per_image(*sizes)
    if work > MOST_WORK:
        cause = Phrase(
            "It does {count:,} multiplications for one image, and {most:,} are the most.",
            count=work,
            most=MOST_WORK,
        )
        raise _too_large(cause)
    _check_numbers(numbers_per_image(*sizes))
    return work


def _check_numbers(count: int) -> None:
    if count > MOST_NUMBERS:
        cause = Phrase(
            "It holds {count:,} numbers of one image at a time, and {most:,} are the most.",
            count=count,
            most=MOST_NUMBERS,
        )
        raise _too_large(cause)


def _too_large(cause: Phrase) -> ExportError:
    return ExportError(
        "The model is too large to be exported.", cause=cause, remedy="Use fewer or smaller layers."
    )
