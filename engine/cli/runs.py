"""What the commands on runs do: list, show, rename, delete, restore, export and import."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from engine.cli.columns import cells, left
from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress
from engine.cli.run_words import all_facts, facts_of, line_of, sheet, size_words, value_words
from engine.errors import RunError
from engine.language import error_words, said
from engine.storage.runs.compare import differing_trials
from engine.storage.runs.disk_use import folder_size
from engine.storage.runs.library import BIN_DAYS, RunLibrary
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.cli.output import Output

LONGEST_NAME = 40  # letters of a name for which the columns make room
LOGS = "logs"  # the folder that TensorBoard's own guides take


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
        facts, line = facts_of(run), f"{left(run.name, width)}  {line_of(run)}".rstrip()
        if sweep is not None:
            facts["differs"] = {item.path: item.values[place] for item in differing}
            tried = (
                Phrase(
                    "{setting} {value}",
                    setting=Phrase(item.label),
                    value=value_words(item.values[place], item.path),
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
    output.record(**all_facts(run, folder, notes))
    for line in sheet(run, folder, notes):
        output.line(line)


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
    output.line(
        Phrase("{name} is in {path}, {size}.", name=run.name, path=str(target), size=size_words(size))
    )


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
    output.record(**facts_of(run))
    output.line(Phrase("{name} is here: {facts}", name=run.name, facts=line_of(run)))


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
