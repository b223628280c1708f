"""What a run brings with it that is gone on with, and what may let it go on otherwise than it would have."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.choices import Precision
from engine.data.learnt import Learnt
from engine.errors import NetSketchError, RunError
from engine.inputs.registry import kind_of
from engine.runtime import usable_cores
from engine.storage import model_file
from engine.storage.runs.file import history as history_file
from engine.storage.runs.file.header import RunHeader, stored_header
from engine.storage.runs.file.progress import Progress
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.checkpoint import SavedCheckpoint
    from engine.storage.runs.folder import RunFolder
    from engine.training.checkpoint import Checkpoint


def check(run: RunFolder, checkpoint: Checkpoint, split: Split) -> None:
    """See that a run can be gone on with where it was.

    Args:
        run: Its folder.
        checkpoint: Where it was.
        split: The data that there are now.

    Raises:
        RunError: If its history contradicts the checkpoint, or its text has other characters now.
    """
    _check_place(run, checkpoint)
    _check_alphabet(run, split)


def place_of(saved: SavedCheckpoint) -> Checkpoint:
    """Return where a run goes on, in the manner in which it was done."""
    return replace(saved.checkpoint, threads=_threads(saved) or 0, precision=_precision(saved))


def _check_place(run: RunFolder, checkpoint: Checkpoint) -> None:
    """See that a checkpoint has done as many steps as its epochs have.

    Raises:
        RunError: If not, where every epoch of the run has had as many.
    """
    lengths = {line["steps_per_epoch"] for line in history_file.lines(run.history_path, event="started")}
    done = checkpoint.epoch * checkpoint.steps_per_epoch + checkpoint.position
    if lengths <= {checkpoint.steps_per_epoch} and checkpoint.step != done:
        raise RunError(
            "The run “{run}” cannot be gone on with.",
            cause="Its checkpoint says {step:,} steps, and its epochs make {done:,}.",
            remedy="Begin a new run with its settings; what it has come to stays as it is.",
            run=run.id,
            step=checkpoint.step,
            done=done,
        )


def _check_alphabet(run: RunFolder, split: Split) -> None:
    """See that each number of a text is still the character that it was: what was learnt is of those alone.

    Raises:
        RunError: If not.
    """
    if not kind_of(split.train.image_shape).per_place:
        return
    try:
        before = stored_header(run.path).classes
    except RunError:  # settings, history and checkpoint are what counts
        return
    if before and tuple(before) != split.classes:
        raise RunError(
            "The run “{run}” cannot be gone on with.",
            cause="Its text has other characters than the run was begun with.",
            remedy="Bring the text back as it was, or begin a new run with its settings.",
            run=run.id,
        )


def learnt_before(run: RunFolder) -> Learnt:
    """Return what a run that is gone on with has learnt from so far."""
    for path in (run.model_path, run.best_path):
        with suppress(NetSketchError):
            found = model_file.describe(path).learnt
            if found is not None:
                return found
    return Learnt()


def header_of(run: RunFolder, split: Split, experiment: Experiment, done: int) -> RunHeader:
    """Return what ``run.json`` says, its progress folded from the history anew, as far as ``done`` steps."""
    epochs = experiment.training.epochs
    header = RunHeader.begun(run.id, split, preset="", parent=None, epochs=epochs)
    of_data = {
        name: getattr(header, name) for name in ("classes", "goal", "image_shape", "features", "counts")
    }
    with suppress(RunError):  # settings, history and checkpoint are what counts
        stored = stored_header(run.path)
        told = {name: getattr(stored, name) for name in stored.model_fields_set}
        header = header.model_copy(update=told | of_data)  # the model is of the data that are there
    progress = Progress(epochs=epochs).after_all(history_file.lines(run.history_path), upto=done)
    return header.model_copy(update={"progress": progress})


def _threads(saved: SavedCheckpoint) -> int | None:
    """Return with how many threads a run goes on: those it had; None where this machine has fewer cores."""
    threads = saved.about.get("threads")
    if type(threads) is not int or threads < 1:
        return 0  # not known
    return threads if threads <= usable_cores() else None


def _precision(saved: SavedCheckpoint) -> str:
    """Return in which numbers a run's products were done; earlier programs knew float32 alone."""
    told = saved.about.get("precision")
    return Precision.BFLOAT16.value if told == Precision.BFLOAT16.value else Precision.FLOAT32.value


def differences(saved: SavedCheckpoint, now: dict[str, Any], ranks: int) -> tuple[Phrase, ...]:
    """Say what may let a run go on otherwise than it would have.

    Args:
        saved: Where it was, and what was noted then.
        now: ``fingerprint`` of the data and ``versions`` of libraries as they are today.
        ranks: Processes that share the work from now on.
    """
    found = []
    about = saved.about
    if about.get("versions") != now["versions"]:
        found.append(
            Phrase(
                "The run was begun with other versions of PyTorch, NumPy or Python; its numbers may differ from "
                "those of a run without a break."
            )
        )
    if _threads(saved) is None:
        found.append(
            Phrase(
                "The run was begun with more processor threads than this machine has; its numbers may differ from "
                "those of a run without a break."
            )
        )
    before = about.get("ranks", 1)  # earlier programs knew of one
    if type(before) is int and before != ranks:
        found.append(
            Phrase(
                "The run was trained by another number of processes so far ({before}, now {ranks}); its numbers may "
                "differ from those of a run without a break.",
                before=before,
                ranks=ranks,
            )
        )
    if about.get("fingerprint") and about["fingerprint"] != now["fingerprint"]:
        found.append(
            Phrase(
                "The examples are no longer those that the run was begun with; it goes on with those of today."
            )
        )
    return tuple(found)
