"""The commands on sweeps, and what their flags are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from engine.cli.app import ExperimentFlag, PresetFlag
from engine.cli.arguments import argument, option, path_to_read, path_to_write
from engine.cli.flags import GroupWithSettings, with_setting_flags
from engine.cli.given_flags import described_experiment, given_in_vain
from engine.cli.output import JsonFlag, Output
from engine.cli.speaking import Commands

# As ``engine/sweep/plan.py`` has them, which would take a while to load here; a test holds both to each other.
GOAL_NAMES = ("accuracy", "loss", "accuracy_in_seconds", "accuracy_in_parameters")
WAY_NAMES = ("grid", "random", "tpe")
FIXED = ("way", "goal", "limit", "ending", "sweep_seed", "name")  # of a sweep once it is begun
ENDING_NAMES = ("never", "median", "halving")

sweep_app = Commands(
    help="Find out which settings are best: train with many of them, each a run in the library."
)

NameArgument = Annotated[str, argument("NAME", "The sweep's id or name; `sweep list` lists them.")]
StorageFlag = Annotated[
    str | None,
    option(
        "ADDRESS",
        "A PostgreSQL database that several machines share, such as postgresql+psycopg://me@host/database; "
        "PGPASSWORD or a file .pgpass has the password.",
    ),
]


@sweep_app.callback(cls=GroupWithSettings, invoke_without_command=True)
@with_setting_flags
def _sweep(
    context: typer.Context,
    preset: PresetFlag = None,
    experiment: ExperimentFlag = None,
    ranges: Annotated[
        list[str] | None,
        option(
            "SETTING=RANGE",
            "A setting that varies, and what it may be: a list such as training.batch_size=32,128,512 or a span "
            "such as training.learning_rate=1e-4:1e-1:log. Once for each. Beside the settings of an experiment there "
            "are network.layers, network.units and layer.dropout.",
            "--set",
        ),
    ] = None,
    way: Annotated[str, option("|".join(WAY_NAMES), "How the next values are chosen.")] = "tpe",
    goal: Annotated[
        str, option("|".join(GOAL_NAMES), "What is looked for, on the validation examples.")
    ] = "accuracy",
    limit: Annotated[
        str, option("NUMBER", "Seconds of training or parameters, for a goal with a limit.")
    ] = "0",
    ending: Annotated[
        str, option("|".join(ENDING_NAMES), "Which trials are ended early, as hopeless.")
    ] = "never",
    trials: Annotated[
        str | None, option("INTEGER", "How many trials; by default 20, and all points of a grid.")
    ] = None,
    minutes: Annotated[str | None, option("NUMBER", "How long it may take, over all.")] = None,
    workers: Annotated[
        str, option("INTEGER", "How many trainings at once; 0 for one less than there are cores.")
    ] = "0",
    sweep_seed: Annotated[
        str, option("INTEGER", "Decides which values are chosen; one worker chooses them again.")
    ] = "0",
    name: Annotated[str, option("NAME", "What to call the sweep.")] = "",
    storage: StorageFlag = None,
    resume: Annotated[
        str | None,
        option(
            "NAME", "Go on with this sweep; `sweep list` lists them. --trials and --minutes give it more."
        ),
    ] = None,
    json: JsonFlag = False,
    **settings: Any,
) -> None:
    if context.invoked_subcommand is not None:
        return
    from engine.cli.sweep import plan_of, resume_sweep, start_sweep

    output = Output(as_json=json)
    if resume is not None:
        in_vain = [preset, experiment, ranges, *settings.values()]
        sources = {flag: context.get_parameter_source(flag) for flag in FIXED}
        in_vain += [flag for flag, source in sources.items() if source and source.name == "COMMANDLINE"]
        resume_sweep(
            resume,
            trials,
            minutes,
            workers,
            storage,
            output,
            in_vain=any(each is not None for each in in_vain),
        )
        return
    described = described_experiment(preset, experiment, settings)
    plan = plan_of(
        described,
        ranges or [],
        way=way,
        goal=goal,
        limit=limit,
        ending=ending,
        trials=trials,
        minutes=minutes,
        seed=sweep_seed,
        preset=preset or "",
    )
    output.warn(*given_in_vain(described, settings))
    start_sweep(plan, name, workers, storage, output)


@sweep_app.command(name="list")
def _list(json: JsonFlag = False) -> None:
    """List the sweeps of this machine, each with its best trial."""
    from engine.cli.sweep import list_sweeps

    list_sweeps(Output(as_json=json))


@sweep_app.command(name="show")
def _show(
    name: NameArgument,
    csv: Annotated[
        Path | None, option("FILE", "Write the trials into a table, too.", parser=path_to_write)
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Say what became of each trial, and how much each setting decides."""
    from engine.cli.sweep import show_sweep

    show_sweep(name, csv, Output(as_json=json))


@sweep_app.command(name="worker")
def _worker(
    study: Annotated[str, option("NAME", "The sweep's name in the database.")] = "",
    storage: StorageFlag = None,
    folder: Annotated[
        Path | None, option("FOLDER", "A sweep's folder.", parser=path_to_read, hidden=True)
    ] = None,
    runs: Annotated[
        Path | None, option("FOLDER", "The folder of runs.", parser=path_to_write, hidden=True)
    ] = None,
    steered: Annotated[
        bool, typer.Option("--steered", help="Heed words on standard input.", hidden=True)
    ] = False,
    json: JsonFlag = False,
) -> None:
    """Do trials of a sweep that several machines share, until none is left. Ctrl-C leaves its trial to others."""
    from engine.cli.sweep_worker import work_on

    work_on(study, storage, folder, runs, Output(as_json=json), steered=steered)
