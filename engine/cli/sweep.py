"""What the command ``sweep`` does: begin a sweep, go on with one, list and show them."""

from __future__ import annotations

from dataclasses import asdict, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from engine.atomic import write_text
from engine.cli.columns import cells, left
from engine.cli.interrupt import Interrupt, Interrupted
from engine.cli.progress import PreparationProgress, percent
from engine.errors import Cancelled, ConfigError
from engine.language import error_words, kept, said
from engine.numbers import parse_number, parse_whole
from engine.storage.runs.file.label import checked_name
from engine.sweep.crew import MOST_WORKERS, Crew, CrewControl
from engine.sweep.library import SweepLibrary
from engine.sweep.plan import USUAL_TRIALS, Ending, Goal, SweepPlan, Way
from engine.sweep.prepare import prepare
from engine.sweep.ranges import Range, setting_label, value_words
from engine.sweep.sweep import STATUS_LABELS, Sweep, SweepHeader, best_of, write_header
from engine.sweep.trial import Trial, TrialState
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.cli.output import Output
    from engine.config import Experiment

Choice = TypeVar("Choice", bound=StrEnum)


def plan_of(
    experiment: Experiment,
    ranges: Sequence[str],
    *,
    way: str,
    goal: str,
    limit: str,
    ending: str,
    trials: str | None,
    minutes: str | None,
    seed: str,
    preset: str,
) -> SweepPlan:
    """Return the plan that flags describe, checked.

    Raises:
        ConfigError: If one of them is not usable.
    """
    plan = SweepPlan(
        experiment=experiment,
        ranges=tuple(map(_range, ranges)),
        goal=_choice(Goal, "goal", goal),
        limit=_number("limit", limit),
        way=_choice(Way, "way", way),
        ending=_choice(Ending, "ending", ending),
        trials=0 if trials is None else _whole("trials", trials),
        minutes=0.0 if minutes is None else _number("minutes", minutes),
        seed=_whole("sweep-seed", seed),
        preset=preset,
    )
    if trials is None and minutes is None and plan.way is not Way.GRID:
        plan = replace(plan, trials=USUAL_TRIALS)
    plan.check()
    return plan


def start_sweep(plan: SweepPlan, name: str, workers: str, storage: str | None, output: Output) -> None:
    """Begin a sweep and do it to its end, or until Ctrl-C pauses it.

    Args:
        plan: What it is to do, checked.
        name: What to call it, or an empty string.
        workers: How many, as it was written.
        storage: Address of a database, or None for this machine alone.
        output: Where to say how it goes.

    Raises:
        NetSketchError: If the data cannot be had, the sweep cannot be kept, or its workers fail.
        Cancelled: If Ctrl-C came; the sweep is paused then.
    """
    count = _workers(workers)
    with Interrupt(lambda: None) as interrupt:
        with PreparationProgress(output) as progress:
            plan = prepare(plan, progress=progress, cancelled=interrupt)
        if interrupt():
            raise Cancelled
    library = SweepLibrary()
    if storage is None:
        sweep = library.create(plan, name)
    else:
        from engine.sweep.shared_study import SharedStore, without_password

        shown = without_password(storage)
        if not name:
            raise ConfigError("A sweep in a database needs a name.", remedy="Give it one with --name.")
        name = checked_name(name)
        SharedStore.created(storage, name, plan).close()
        sweep = library.create(plan, name, storage=shown, study=name)
    _do(sweep, count, storage or "", output)


def resume_sweep(
    name: str,
    trials: str | None,
    minutes: str | None,
    workers: str,
    storage: str | None,
    output: Output,
    *,
    in_vain: bool,
) -> None:
    """Go on with a sweep of this machine.

    Args:
        name: Its id or name.
        trials: How many trials it is to have from now on, or None.
        minutes: How many minutes it may take from now on, those before counted in, or None.
        workers: How many, as it was written.
        storage: Address of its database with the password, where it is needed.
        output: Where to say how it goes.
        in_vain: Whether settings were given, which cannot be changed any more.

    Raises:
        ConfigError: If there is no such sweep, or a flag cannot be heeded.
        NetSketchError: If its workers fail.
        Cancelled: If Ctrl-C came; the sweep is paused then.
    """
    if in_vain:
        raise ConfigError(
            "A sweep goes on with the settings it was begun with; only --trials, --minutes and --workers change.",
            remedy="Leave the others out, or begin a new sweep.",
        )
    library = SweepLibrary()
    sweep = library.find(name)
    if trials is not None or minutes is not None:
        if sweep.is_shared:
            raise ConfigError(
                "The plan of a sweep in a database is for all machines.",
                remedy="Begin a new sweep in its place.",
            )
        plan = replace(
            sweep.plan,
            trials=sweep.plan.trials if trials is None else _whole("trials", trials),
            minutes=sweep.plan.minutes if minutes is None else _number("minutes", minutes),
        )
        plan.check()
        write_header(sweep.folder, SweepHeader(sweep.name, sweep.created, plan))
        sweep = library.open(sweep.id)
    _do(sweep, _workers(workers), storage or "", output)


def list_sweeps(output: Output) -> None:
    """Say of each sweep in a line what it is and what became of it, the newest first."""
    library = SweepLibrary()
    sweeps = library.sweeps()
    width = max((cells(item.id) for item in sweeps), default=0)
    room = max(cells(said(words)) for words in STATUS_LABELS.values())
    for item in sweeps:
        output.record(
            id=item.id,
            name=item.name,
            created=item.created.isoformat(),
            status=item.status.value,
            done=item.done,
            trials=item.trials,
            best=None if item.best is None else _facts(item.best),
            storage=item.storage,
        )
        done = (
            Phrase("{done} of {trials} trials", done=item.done, trials=item.trials)
            if item.trials
            else Phrase("{done} trials", done=item.done)
        )
        parts = [left(item.id, width), left(said(STATUS_LABELS[item.status]), room), said(done)]
        plan = library.open(item.id).plan
        parts += [said(_goal(plan, item.best))] if item.best is not None else []
        parts += [item.name] if item.name != item.id else []
        output.line("  ".join(parts))
    for name, error in library.unreadable:
        output.record(id=name, status="unreadable", message=str(error))
        output.line(Phrase("not readable: {sentence}", sentence=error_words(error)))
    if not sweeps and not library.unreadable:
        output.line(Phrase("There are no sweeps yet."))


def show_sweep(name: str, table: Path | None, output: Output) -> None:
    """Say what became of each trial of a sweep, and how much each setting decides.

    Args:
        name: Its id or name.
        table: A file to write the trials into as CSV, or None.
        output: Where to say it.

    Raises:
        ConfigError: If there is no such sweep, or it is damaged.
        FileWriteError: If the table cannot be written.
    """
    sweep = SweepLibrary().find(name)
    trials = sweep.trials()
    for trial in trials:
        _tell(sweep.plan, trial, output)
    for path, share in sweep.importance():
        output.record(event="importance", setting=path, share=share)
        output.line(
            Phrase(
                "{setting}: {share:.0%} of what decides whether a trial is among the best.",
                setting=setting_label(path),
                share=share,
            )
        )
    if table is not None:
        write_text(table, sweep.csv())
        output.line(Phrase("Saved to {path}.", path=str(table)))
    _tell_best(sweep, output)


def _do(sweep: Sweep, workers: int, storage: str, output: Output) -> None:
    crew = Crew(sweep, workers, storage=storage)
    told: set[int] = set()
    for trial in sweep.trials():
        if trial.counts or trial.state is TrialState.LOST:
            told.add(trial.number)
    control = CrewControl()

    def tell() -> None:
        trials = sweep.trials()
        for trial in trials:
            ended = trial.counts or trial.state is TrialState.LOST
            if ended and trial.number not in told:
                told.add(trial.number)
                before = [other for other in trials if other.number in told]
                _tell(sweep.plan, trial, output, is_best=best_of(sweep.plan, before) == trial)

    output.record(
        event="sweep",
        id=sweep.id,
        name=sweep.name,
        trials=sweep.plan.budget,
        workers=crew.workers,
        done=len(told),
    )
    output.line(Phrase("Sweep {id}, {workers} at once. Ctrl-C pauses it.", id=sweep.id, workers=crew.workers))
    with Interrupt(control.suspend) as interrupt:
        crew.run(control, tell)
        if interrupt():
            again = f"`netsketch sweep --resume {sweep.id}`"
            words = Phrase("Paused; {command} goes on with it.", command=again)
            raise Interrupted(Cancelled(words), interrupt.number)
    _tell_best(sweep, output)


def _tell(plan: SweepPlan, trial: Trial, output: Output, *, is_best: bool = False) -> None:
    output.record(event="trial", **_facts(trial))
    parts: list[str] = [Phrase("Trial {number}", number=trial.ordinal)]
    if trial.state is not TrialState.DONE:
        parts.append(trial.state_words)
    if trial.goal is not None:
        parts.append(_goal(plan, trial))
    if is_best:
        parts.append(Phrase("the best so far"))
    parts.append(_values(trial))
    if trial.failure:
        parts.append(kept(trial.failure))
    output.line("  ".join(said(part) for part in parts))


def _tell_best(sweep: Sweep, output: Output) -> None:
    best = sweep.best()
    output.record(event="best", sweep=sweep.id, **({"number": None} if best is None else _facts(best)))
    if best is None:
        output.line(Phrase("No trial has come to a result."))
        return
    output.line(
        Phrase(
            "Best: trial {number}, {goal}; {values}.",
            number=best.ordinal,
            goal=_goal(sweep.plan, best),
            values=_values(best),
        )
    )
    if best.run:
        output.line(Phrase("Kept as the run {run}.", run=best.run))


def _facts(trial: Trial) -> dict[str, Any]:
    began = None if trial.began is None else trial.began.isoformat()
    return asdict(trial) | {"state": trial.state.value, "began": began}


def _goal(plan: SweepPlan, trial: Trial) -> Phrase:
    goal = trial.goal or 0.0
    figure = f"{goal:.4f}" if plan.goal is Goal.LOSS else percent(goal)
    return Phrase("{goal} {figure}", goal=plan.goal_label, figure=figure)


def _values(trial: Trial) -> Phrase:
    return Phrase.joined(
        (
            Phrase("{setting} {value}", setting=setting_label(path), value=value_words(value))
            for path, value in trial.values.items()
        ),
        ", ",
    )


def _range(text: str) -> Range:
    path, equals, values = text.partition("=")
    if not equals:
        raise ConfigError(
            "“{text}” does not say what a setting may be.",
            remedy="Write --set SETTING=RANGE, such as --set training.batch_size=32,128.",
            text=text[:100],
        )
    return Range.parsed(path.strip(), values.strip())


def _choice(kind: type[Choice], flag: str, text: str) -> Choice:
    try:
        return kind(text.strip().lower().replace("-", "_"))
    except ValueError:
        raise ConfigError(
            "--{flag} cannot be “{text}”.",
            remedy="It is one of {known}.",
            flag=flag,
            text=text[:60],
            known=Phrase.listed(choice.value for choice in kind),
        ) from None


def _workers(text: str) -> int:
    count = _whole("workers", text)
    if not 0 <= count <= MOST_WORKERS:
        raise ConfigError("A machine has 1 to {most} workers.", most=MOST_WORKERS)
    return count


def _whole(flag: str, text: str) -> int:
    number = parse_whole(text)
    if number is None:
        raise ConfigError("--{flag} needs a whole number, and “{text}” is none.", flag=flag, text=text[:60])
    return number


def _number(flag: str, text: str) -> float:
    number = parse_number(text)
    if number is None:
        raise ConfigError("--{flag} needs a number, and “{text}” is none.", flag=flag, text=text[:60])
    return number
