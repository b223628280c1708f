"""What the commands on runs do: list, show, rename, delete, restore, export and import."""

from __future__ import annotations

import shlex
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.choices import Precision
from engine.cli.columns import cells, left
from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress, percent
from engine.config import CHOICE_LABELS, zero_of
from engine.data.goal_by_name import goal_by_name
from engine.errors import RunError
from engine.goals.registry import CLASSES
from engine.language import error_words, kept, said
from engine.storage.runs.compare import changes_from_preset, differing_trials
from engine.storage.runs.disk_use import folder_size
from engine.storage.runs.library import BIN_DAYS, RunLibrary
from engine.storage.runs.status import RunStatus
from engine.training.thread_course import in_words
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.cli.output import Output
    from engine.storage.runs.folder import RunFolder
    from engine.storage.runs.summary import RunSummary

LONGEST_NAME = 40  # letters of a name for which the columns make room
LOGS = "logs"  # the folder that TensorBoard's own guides take
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


def list_runs(output: Output, *, sweep: str | None = None) -> None:
    """Say of each run in a line what it is and what became of it, the newest first; of a trial, what it tries as well.

    Args:
        output: Where to say it.
        sweep: Only the trials of this sweep; None for all runs.

    Raises:
        RunError: If the folder of runs cannot be read.
    """
    library = RunLibrary()
    runs = [run for run in library.summaries() if sweep is None or run.sweep == sweep]
    width = min(LONGEST_NAME, max((cells(run.name) for run in runs), default=0))
    differing = [] if sweep is None else differing_trials([run.experiment for run in runs])
    for place, run in enumerate(runs):
        facts, line = _facts(run), f"{left(run.name, width)}  {_line(run)}".rstrip()
        if sweep is not None:
            facts["differs"] = {item.path: item.values[place] for item in differing}
            tried = (
                Phrase(
                    "{setting} {value}",
                    setting=Phrase(item.label),
                    value=_value(item.values[place], item.path),
                )
                for item in differing
            )
            line = f"{line}  {said(Phrase.joined(tried, ', '))}".rstrip()
        output.record(**facts)
        output.line(line)
    for run_id, error in library.unreadable:
        output.record(name=run_id, id=run_id, status="unreadable", message=str(error))
        output.line(Phrase("not readable: {sentence}", sentence=error_words(error)))
    if not runs and sweep is not None:
        output.line(Phrase("There are no runs of the sweep {sweep}.", sweep=sweep))
    elif not runs and not library.unreadable:
        output.line(Phrase("There are no runs yet."))


def show_run(name: str, output: Output) -> None:
    """Say all that is known of a run.

    Raises:
        RunError: If there is none, or it is damaged.
    """
    library = RunLibrary()
    run = library.find(name)
    folder, notes = library.open(run.id), library.notes(run.id)
    changes = changes_from_preset(run)
    snapshots = folder.snapshots()
    files = _files(folder)
    output.record(
        **_facts(run),
        path=str(folder.path),
        files=files,
        snapshots=[item.step for item in snapshots],
        notes=notes,
    )
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
        (Phrase("results"), _results_with_epochs(run)),
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
                    value=_value(item.values[1], item.path),
                    before=_value(item.values[0], item.path),
                ),
            )
            for item in changes
        ),
        (Phrase("files"), Phrase("{size} in {path}", size=_bytes(run.size), path=str(folder.path))),
        *((NOTHING, Phrase("{file} {size}", file=file, size=_bytes(size))) for file, size in files.items()),
        (
            NOTHING,
            Phrase(
                "{count} snapshots {size}",
                count=len(snapshots),
                size=_bytes(sum(item.size for item in snapshots)),
            )
            if snapshots
            else "",
        ),
        (Phrase("resume"), resume),
    ]
    notes_title = Phrase("notes")
    room = max(TITLE_WIDTH, *(cells(said(title)) for title, _ in lines), cells(said(notes_title)))
    output.line(run.name)
    for title, text in lines:
        if text:
            output.line(f"  {left(said(title), room)} {said(text)}")
    for number, text in enumerate(notes.splitlines()):
        title = notes_title if number == 0 else NOTHING
        output.line(f"  {left(said(title), room)} {text}".rstrip())


def rename_run(name: str, new: str, output: Output) -> None:
    """Give a run another name.

    Raises:
        RunError: If there is no such run, or the name cannot be given.
    """
    library = RunLibrary()
    run = library.find(name)
    library.rename(run.id, new)
    run = library.get(run.id)
    output.record(name=run.name, id=run.id)
    output.line(Phrase("{before} is called {name} now.", before=name, name=run.name))


def delete_runs(names: Sequence[str], output: Output) -> None:
    """Move runs into the bin and say how they come back.

    Raises:
        RunError: If one is not there or is being trained; none is deleted then.
    """
    library = RunLibrary()
    runs = {run.id: run for run in map(library.find, names)}
    library.delete(*runs)
    library.expire()
    for run in runs.values():
        output.record(name=run.name, id=run.id, deleted=True)
    called = " ".join(shlex.quote(run.name) for run in runs.values())
    output.line(
        Phrase(
            "Deleted. For {days:.0f} days `netsketch runs restore {runs}` brings back what it was.",
            days=BIN_DAYS,
            runs=called,
        )
    )


def restore_runs(names: Sequence[str], output: Output) -> None:
    """Bring runs back from the bin.

    Raises:
        RunError: If one is not there; none is restored then.
    """
    library = RunLibrary()
    ids = dict.fromkeys(_deleted_id(library, name) for name in names)
    for run_id in library.restore(*ids):
        run = library.get(run_id)
        output.record(name=run.name, id=run.id, restored=True)
        output.line(Phrase("{name} is back.", name=run.name))


def export_to(name: str, path: Path | None, form_name: str, output: Output) -> None:
    """Write a run in one of the forms in which runs leave the program.

    Args:
        name: The run's name or id.
        path: The file, or the folder of logs; None for the usual one in the folder one is in.
        form_name: The form.
        output: Where to say what was written.

    Raises:
        RunError: If there is no such run.
        ExportError: If there is no such form, or something is missing for it.
        FileWriteError: If it cannot be written.
        Cancelled: If Ctrl-C was pressed.
    """
    from engine.storage.runs.exporting.registry import run_format_named

    form = run_format_named(form_name)
    library = RunLibrary()
    run = library.find(name)
    folder = library.open(run.id)
    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        if form.ending:
            target = form.place(run, Path()) if path is None else form.completed(path)
            form.write(folder, target, progress=progress, cancelled=interrupt)
        else:
            logs = path or Path(LOGS)
            (target,) = form.write_all([(run, folder)], logs, progress=progress, cancelled=interrupt)
    size = folder_size(target) if target.is_dir() else target.stat().st_size
    output.record(name=run.name, id=run.id, path=str(target), bytes=size, size=size, format=form.name)
    output.line(Phrase("{name} is in {path}, {size}.", name=run.name, path=str(target), size=_bytes(size)))


def import_from(file: Path, output: Output) -> None:
    """Bring in a run from a zip file.

    Raises:
        RunError: If it is none, or damaged.
        Cancelled: If Ctrl-C was pressed.
    """
    from engine.storage.runs.archive import import_run

    library = RunLibrary()
    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        run_id = import_run(file, library, progress=progress, cancelled=interrupt)
    run = library.get(run_id)
    output.record(**_facts(run))
    output.line(Phrase("{name} is here: {facts}", name=run.name, facts=_line(run)))


def _facts(run: RunSummary) -> dict[str, Any]:
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


def _line(run: RunSummary) -> str:
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


def _results(run: RunSummary) -> Phrase:
    found = []
    if run.validation_accuracy is not None:
        found.append(Phrase("validation {figure}", figure=_measured(run, run.validation_accuracy)))
    if run.robust_accuracy is not None:
        found.append(Phrase("attacked {figure}", figure=percent(run.robust_accuracy)))
    if run.test_accuracy is not None:
        found.append(Phrase("test {figure}", figure=_measured(run, run.test_accuracy)))
    return Phrase.joined(found, ", ")


def _results_with_epochs(run: RunSummary) -> Phrase:
    """Return the results, each best figure with the epoch that reached it."""
    found = []
    if run.validation_accuracy is not None:
        best = Phrase("validation {figure}", figure=_measured(run, run.validation_accuracy))
        found.append(_reached(best, run.accuracy_epoch) if run.accuracy_epoch else best)
    if run.validation_loss is not None:
        found.append(_reached(Phrase("lowest loss {loss:.4f}", loss=run.validation_loss), run.best_epoch))
    if run.robust_accuracy is not None:
        attacked = Phrase("attacked {figure}", figure=percent(run.robust_accuracy))
        found.append(_reached(attacked, run.robust_epoch) if run.robust_epoch else attacked)
    if run.test_accuracy is not None:
        found.append(Phrase("test {figure}", figure=_measured(run, run.test_accuracy)))
    if run.privacy_spent is not None:
        found.append(Phrase("ε {spent:.3g}", spent=run.privacy_spent))
    return Phrase.joined(found, ", ")


def _reached(result: Phrase, epoch: int) -> Phrase:
    return Phrase("{result} at epoch {epoch}", result=result, epoch=epoch)


def _network(run: RunSummary) -> str:
    return run.experiment.network.summary or Phrase("no hidden layer")


def _value(value: object, path: str) -> str:
    if isinstance(value, bool):
        return Phrase("on") if value else Phrase("off")
    if value == 0 and zero_of(path):
        return Phrase(zero_of(path))
    if isinstance(value, tuple):
        return Phrase.joined([_value(each, path) for each in value], ", ")
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


def _bytes(size: int) -> Phrase:
    power = 0
    while size >= 1000 ** (power + 1) and power < len(UNITS) - 1:
        power += 1
    if not power:
        return Phrase("{count} bytes", count=size)
    return Phrase("{size} {unit}", size=f"{size / 1000**power:.1f}", unit=UNITS[power])


def _deleted_id(library: RunLibrary, name: str) -> str:
    deleted = library.deleted()
    for found in (
        [run_id for run_id, called in deleted if called == name],
        [run_id for run_id, _ in deleted if run_id == name],
    ):
        if found:
            return found[0]
    names = dict.fromkeys(called for _, called in deleted)
    there = Phrase.joined(names, ", ") if names else Phrase("nothing")
    raise RunError(
        "There is no run “{run}” in the bin.", remedy="In the bin is: {there}.", run=name, there=there
    )
