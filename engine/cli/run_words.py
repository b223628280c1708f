"""A run in words, as the commands on runs say it: in a line, with all that is known, and as a JSON object."""

from __future__ import annotations

import shlex
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from engine.choices import Precision
from engine.cli.columns import cells, left
from engine.cli.progress import percent
from engine.config import CHOICE_LABELS, zero_of
from engine.data.goal_by_name import goal_by_name
from engine.goals.registry import CLASSES
from engine.language import kept, said
from engine.storage.runs.compare import changes_from_preset
from engine.storage.runs.status import RunStatus
from engine.training.thread_course import in_words
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.storage.runs.folder import RunFolder
    from engine.storage.runs.summary import RunSummary

TITLE_WIDTH = 8  # cells for what a line of a run's facts is about
UNITS = ("bytes", "KB", "MB", "GB", "TB")
NOTHING = Phrase("")
STATUS = {
    RunStatus.RUNNING: Phrase("running"),
    RunStatus.PAUSED: Phrase("paused"),
    RunStatus.INTERRUPTED: Phrase("interrupted"),
    RunStatus.STOPPED: Phrase("stopped"),
    RunStatus.DONE: Phrase("done"),
    RunStatus.DIVERGED: Phrase("diverged"),
    RunStatus.FAILED: Phrase("failed"),
}


def facts_of(run: RunSummary) -> dict[str, Any]:
    """Return what a run is and what became of it, as a JSON object has it."""
    return {
        "name": run.name,
        "id": run.id,
        "status": run.status.value,
        "resumable": run.resumable,
        "created": run.created.isoformat(),
        "preset": run.preset,
        "parent": run.parent,
        "goal": run.goal,
        "sweep": run.sweep,
        "colour": run.colour,
        "baseline": run.baseline,
        "epoch": run.epoch,
        "epochs": run.epochs,
        "step": run.step,
        "seconds": run.seconds,
        "best_epoch": run.best_epoch,
        "validation_accuracy": run.validation_accuracy,
        "accuracy_epoch": run.accuracy_epoch or None,
        "validation_loss": run.validation_loss,
        "robust_accuracy": run.robust_accuracy,
        "robust_epoch": run.robust_epoch or None,
        "kept_epoch": run.kept_epoch or None,
        "test_accuracy": run.test_accuracy,
        "privacy_spent": run.privacy_spent,
        "train_count": run.train_count,
        "parameters": run.parameters,
        "ranks": run.ranks,
        "threads": run.threads,
        "precision": run.precision or None,
        "message": run.message,
        "size": run.size,
        "changes": {item.path: item.values[1] for item in changes_from_preset(run)},
        "experiment": run.experiment.model_dump(mode="json"),
    }


def all_facts(run: RunSummary, folder: RunFolder, notes: str) -> dict[str, Any]:
    """Return all that is known of a run, as a JSON object has it.

    Args:
        run: The run.
        folder: Its folder.
        notes: What the person wrote about it.
    """
    snapshots = [item.step for item in folder.snapshots()]
    return facts_of(run) | {
        "path": str(folder.path),
        "files": _files(folder),
        "snapshots": snapshots,
        "notes": notes,
    }


def sheet(run: RunSummary, folder: RunFolder, notes: str) -> Iterator[str]:
    """Yield all that is known of a run, line by line, in the language spoken.

    Args:
        run: The run.
        folder: Its folder.
        notes: What the person wrote about it.
    """
    files, snapshots = _files(folder), folder.snapshots()
    begun = Phrase("{date:%Y-%m-%d %H:%M}", date=run.created.astimezone())
    if run.parent:
        begun = Phrase("{date}, branched from {parent}", date=begun, parent=run.parent)
    resume = (
        f"`netsketch train --resume {shlex.quote(run.name)}`" if run.resumable else Phrase("not possible")
    )
    lines = [
        (Phrase("id"), run.id if run.id != run.name else ""),
        (
            Phrase("state"),
            Phrase(
                "{status}, epoch {epoch} of {epochs}, {steps:,} steps, {seconds:.1f} s",
                status=STATUS[run.status],
                epoch=run.epoch,
                epochs=run.epochs,
                steps=run.step,
                seconds=run.seconds,
            ),
        ),
        (Phrase("message"), kept(run.message)),
        (Phrase("begun"), begun),
        (
            Phrase("data"),
            Phrase(
                "{data}, {count:,} training examples", data=run.experiment.data.dataset, count=run.train_count
            ),
        ),
        (
            Phrase("network"),
            Phrase("{network}, {count:,} parameters", network=_network(run), count=run.parameters),
        ),
        (Phrase("processes"), str(run.ranks) if run.ranks > 1 else ""),
        (Phrase("threads"), in_words(run.threads)),
        (
            Phrase("numerical precision"),
            Phrase(CHOICE_LABELS[Precision(run.precision)]) if run.precision else "",
        ),
        (Phrase("results"), _results(run, at_length=True)),
        (
            Phrase("weights"),
            Phrase("of epoch {epoch}, the best", epoch=run.kept_epoch) if run.kept_epoch else "",
        ),
        (Phrase("preset"), run.preset),
        (Phrase("sweep"), run.sweep),
        *(
            (
                Phrase("differs"),
                Phrase(
                    "{setting}: {value} (not {before})",
                    setting=Phrase(item.label),
                    value=value_words(item.values[1], item.path),
                    before=value_words(item.values[0], item.path),
                ),
            )
            for item in changes_from_preset(run)
        ),
        (Phrase("files"), Phrase("{size} in {path}", size=size_words(run.size), path=str(folder.path))),
        *(
            (NOTHING, Phrase("{file} {size}", file=file, size=size_words(size)))
            for file, size in files.items()
        ),
        (
            NOTHING,
            Phrase(
                "{count} snapshots {size}",
                count=len(snapshots),
                size=size_words(sum(item.size for item in snapshots)),
            )
            if snapshots
            else "",
        ),
        (Phrase("resume"), resume),
    ]
    notes_title = Phrase("notes")
    room = max(TITLE_WIDTH, *(cells(said(title)) for title, _ in lines), cells(said(notes_title)))
    yield run.name
    for title, text in lines:
        if text:
            yield f"  {left(said(title), room)} {said(text)}"
    for number, text in enumerate(notes.splitlines()):
        title = notes_title if number == 0 else NOTHING
        yield f"  {left(said(title), room)} {text}".rstrip()


def line_of(run: RunSummary) -> str:
    """Return what a run is and what became of it in a row, in the language spoken."""
    parts: list[str] = [
        left(said(STATUS[run.status]), max(cells(said(words)) for words in STATUS.values())),
        f"{run.created.astimezone():%Y-%m-%d %H:%M}",
        f"{run.experiment.data.dataset} {said(_network(run))}",
        Phrase("epoch {epoch}/{epochs}", epoch=run.epoch, epochs=run.epochs),
        _results(run),
        Phrase("{seconds:.1f} s", seconds=run.seconds),
    ]
    return "  ".join(said(part) for part in parts if part)


def _measured(run: RunSummary, figure: float) -> str:
    """Return what a run came to on some examples: a share that is right, or its goal's measure by name."""
    goal = goal_by_name(run.goal, run.experiment.data.dataset)
    if goal is CLASSES:
        return percent(figure)
    return Phrase("{measure} {figure}", measure=goal.measure, figure=percent(figure))


def _results(run: RunSummary, *, at_length: bool = False) -> Phrase:
    """Return the results; at length each best figure with the epoch that reached it, and what is rarely asked for."""
    found: list[tuple[Phrase, int]] = []  # with the epoch; 0 where none is told
    if run.validation_accuracy is not None:
        figure = _measured(run, run.validation_accuracy)
        found.append((Phrase("validation {figure}", figure=figure), run.accuracy_epoch))
    if at_length and run.validation_loss is not None:
        found.append((Phrase("lowest loss {loss:.4f}", loss=run.validation_loss), run.best_epoch))
    if run.robust_accuracy is not None:
        found.append((Phrase("attacked {figure}", figure=percent(run.robust_accuracy)), run.robust_epoch))
    if run.test_accuracy is not None:
        found.append((Phrase("test {figure}", figure=_measured(run, run.test_accuracy)), 0))
    if at_length and run.privacy_spent is not None:
        found.append((Phrase("ε {spent:.3g}", spent=run.privacy_spent), 0))
    told = (
        Phrase("{result} at epoch {epoch}", result=result, epoch=epoch) if at_length and epoch else result
        for result, epoch in found
    )
    return Phrase.joined(told, ", ")


def _network(run: RunSummary) -> str:
    return run.experiment.network.summary or Phrase("no hidden layer")


def value_words(value: object, path: str) -> str:
    """Return what a setting is."""
    if isinstance(value, bool):
        return Phrase("on") if value else Phrase("off")
    if value == 0 and zero_of(path):
        return Phrase(zero_of(path))
    if isinstance(value, tuple):
        return Phrase.joined([value_words(each, path) for each in value], ", ")
    return (
        number_words(value, 6)
        if isinstance(value, float)
        else value.value
        if isinstance(value, StrEnum)
        else str(value)
    )


def _files(folder: RunFolder) -> dict[str, int]:
    """Return the sizes of the run's own files, by name; snapshots and what is hidden left out."""
    found = sorted(path for path in folder.path.iterdir() if path.is_file() and path.stat().st_size)
    return {path.name: path.stat().st_size for path in found if not path.name.startswith(".")}


def size_words(size: int) -> Phrase:
    """Return how much room something takes; ``size`` in bytes."""
    power = 0
    while size >= 1000 ** (power + 1) and power < len(UNITS) - 1:
        power += 1
    if not power:
        return Phrase("{count} bytes", count=size)
    return Phrase("{size} {unit}", size=f"{size / 1000**power:.1f}", unit=UNITS[power])
