"""The teacher of a run: read, checked against the data, and asked once about every training image."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import Cancelled, NetSketchError, TrainingError
from engine.goals.registry import GOALS
from engine.inputs.feature import names_of
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    import torch
    from numpy.typing import NDArray
    from torch import nn

    from engine.config import Experiment, TrainingConfig
    from engine.data.dataset import Dataset, Split
    from engine.storage.model_file import SavedModel
    from engine.storage.model_header import ModelDescription
    from engine.storage.runs.folder import RunFolder

    Progress = Callable[[str, float], None]
    IsCancelled = Callable[[], bool]

AT_ONCE = 500  # images
MOST_NAMED = 12  # classes or features in a sentence
FLOAT_BYTES = 4
OTHER_REMEDY = Phrase("Choose another model as the teacher, or train without one.")


@dataclass(frozen=True, slots=True, eq=False)
class Teaching:
    """What a teacher has to say.

    Attributes:
        saved: The teacher.
        logits: ``(N, classes)`` float32, what it says of each training image.
        warnings: What the person should know of it.
    """

    saved: SavedModel
    logits: NDArray[np.float32]
    warnings: tuple[Phrase, ...] = ()


def ask_teacher(
    experiment: Experiment,
    split: Split,
    *,
    run: RunFolder | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Teaching | None:
    """Return what the teacher of an experiment says of its training images; None where the settings name none.

    Args:
        experiment: The settings.
        split: Their data.
        run: The run that is gone on with, which has a copy of its teacher.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.

    Raises:
        TrainingError: If it cannot be read, does not fit the data, or cannot be held in memory.
        Cancelled: If ``cancelled`` said so.
    """
    if not experiment.training.teacher:
        return None
    from engine.evaluation.teacher_images import teacher_warnings

    saved, warnings = _read(experiment, run)
    misfit = misfit_of(saved, split.train)
    if misfit:
        raise _unusable(misfit)
    logits = logits_of(saved, split.train, experiment.training, progress=progress, cancelled=cancelled)
    learnt = saved.learnt
    if learnt is not None:
        warnings += teacher_warnings(learnt, split, experiment.data, progress=progress, cancelled=cancelled)
    return Teaching(saved, logits, warnings)


def teacher_problem(path: str, split: Split | None = None) -> Phrase:
    """Say why the model in a file cannot be a teacher, as far as its header tells; an empty phrase where it can.

    Args:
        path: The file, as a person gives it.
        split: The data it is to be a teacher for, where they are at hand.
    """
    from engine.storage import model_file

    try:
        described = model_file.describe(path_of(path))
    except NetSketchError as error:
        return error.what
    return Phrase("") if split is None else misfit_of(described, split.train)


def path_of(text: str) -> Path:
    """Return the path that a person gave as text; ``~`` is the home folder."""
    path = Path(text)
    with suppress(RuntimeError):  # nobody's home
        path = path.expanduser()
    return path


def misfit_of(teacher: ModelDescription, data: Dataset) -> Phrase:
    """Say in a sentence why a model cannot teach one of such data; an empty phrase where it can."""
    image_shape, classes = data.image_shape, data.classes
    refusal = GOALS[data.goal].no_teacher
    if refusal:
        return Phrase("The teacher {problem}.", problem=refusal)
    if teacher.image_shape != image_shape:
        return Phrase(
            "The teacher takes images of the shape {theirs}, and those here have {ours}.",
            theirs=" × ".join(map(str, teacher.image_shape)),
            ours=" × ".join(map(str, image_shape)),
        )
    theirs, ours = names_of(teacher.features), names_of(data.features)
    if theirs != ours:
        return Phrase(
            "The teacher takes the features {theirs}, and here there are {ours}.",
            theirs=_named(theirs),
            ours=_named(ours),
        )
    if teacher.classes == classes:
        return Phrase("")
    if sorted(teacher.classes) == sorted(classes):
        return Phrase("The teacher has the classes in another order.")
    return Phrase(
        "The teacher tells other classes apart: {theirs}, and here there are {ours}.",
        theirs=_named(teacher.classes),
        ours=_named(classes),
    )


def logits_of(
    saved: SavedModel,
    data: Dataset,
    config: TrainingConfig,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> NDArray[np.float32]:
    """Ask a model about images, as they are.

    Each portion is one thread's, so that the answers are the same to the bit however many there are.

    Args:
        saved: The model.
        data: The images.
        config: Where the arithmetic is done, and by how many threads.
        progress: Told what is done and which share of it.
        cancelled: Asked before each portion whether to stop.

    Returns:
        Its logits, ``(N, classes)`` float32.

    Raises:
        TrainingError: If they cannot be held in memory, or are no numbers.
        Cancelled: If ``cancelled`` said so.
    """
    from engine.models.at_once import portions
    from engine.models.build import build_with
    from engine.models.size import in_words, work_per_image
    from engine.runtime import available_memory, choose_device, choose_threads

    classes = len(saved.classes)
    needed, free = 2 * FLOAT_BYTES * len(data) * classes, available_memory()  # and as many probabilities
    if free is not None and needed > free:
        raise TrainingError(
            "There is not enough memory for what the teacher says: it takes {needed}, and {free} are free.",
            remedy="Use fewer training examples, or train without a teacher.",
            needed=in_words(needed),
            free=in_words(free),
        )
    network = saved.experiment.network
    work = AT_ONCE * work_per_image(network, saved.image_shape, classes)
    device = choose_device(config.device, work)
    model = build_with(network, saved.state, image_shape=saved.image_shape, classes=classes)
    model.eval().requires_grad_(False).to(device)
    logits = np.empty((len(data), classes), np.float32)
    parts = list(portions(model, len(data), AT_ONCE))
    threads = choose_threads(work, config.threads) if device.type == "cpu" else 1
    with closing(_answers(model, data, parts, threads, device)) as answers:
        for done, (part, found) in enumerate(answers, start=1):
            if cancelled is not None and cancelled():
                raise Cancelled
            logits[part] = found
            if progress is not None:
                progress(Phrase("Asking the teacher"), done / len(parts))
    if not np.isfinite(logits).all():
        raise _unusable(Phrase("What the teacher says is infinite, or not a number."))
    return logits


def _answers(
    model: nn.Module, data: Dataset, parts: list[slice], threads: int, device: torch.device
) -> Generator[tuple[slice, NDArray[np.float32]], None, None]:
    """Go through the portions, each with its logits; those that were not asked for any more are left out."""
    from concurrent.futures import ThreadPoolExecutor

    import torch

    from engine.evaluation.evaluate import model_input

    def answer(part: slice) -> NDArray[np.float32]:
        with torch.inference_mode():
            found: NDArray[np.float32] = (
                model(model_input(data.images[part]).to(device)).float().cpu().numpy()
            )
        return found

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    pool = ThreadPoolExecutor(threads, thread_name_prefix="teacher")
    try:
        yield from zip(parts, pool.map(answer, parts), strict=True)
    finally:
        pool.shutdown(cancel_futures=True)
        torch.set_num_threads(before)


def _read(experiment: Experiment, run: RunFolder | None) -> tuple[SavedModel, tuple[Phrase, ...]]:
    """Read a run's own copy of its teacher, else the file that the settings name, and say so."""
    from engine.storage import model_file

    if run is not None:
        with suppress(NetSketchError):
            return model_file.load(run.teacher_path), ()
    path = path_of(experiment.training.teacher)
    try:
        saved = model_file.load(path)
    except NetSketchError as error:
        raise _unusable(error.what) from error
    if run is None:
        return saved, ()
    warning = Phrase(
        "The run's copy of its teacher is gone or damaged; it goes on with the model that is now in “{path}”.",
        path=path,
    )
    return saved, (warning,)


def _unusable(cause: Phrase) -> TrainingError:
    return TrainingError("Training cannot begin with this teacher.", cause=cause, remedy=OTHER_REMEDY)


def _named(classes: tuple[str, ...]) -> Phrase:
    if len(classes) <= MOST_NAMED:
        return Phrase.listed(classes)
    return Phrase(
        "{names} and {count} more", names=Phrase.listed(classes[:MOST_NAMED]), count=len(classes) - MOST_NAMED
    )
