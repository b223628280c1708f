"""The commands on runs, and what their flags are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.arguments import argument, option, path_to_read, place_to_write
from engine.cli.output import JsonFlag, Output
from engine.cli.speaking import Commands
from engine.words import Phrase

# As ``engine/storage/runs/exporting/registry.py`` has them, which would take long to load here; a test holds both.
RUN_FORMAT_NAMES = ("zip", "csv", "tensorboard")

runs_app = Commands(
    help="List the runs, look at one, rename, delete and restore them, take one out or bring one in."
)

NameArgument = Annotated[str, argument("NAME", "The run's name or id; `runs` lists them.")]
NamesArgument = Annotated[list[str], argument("NAME...", "Names or ids of runs.")]


@runs_app.callback(invoke_without_command=True)
def _runs(context: typer.Context, json: JsonFlag = False) -> None:
    if context.invoked_subcommand is None:
        from engine.cli.runs import list_runs

        list_runs(Output(as_json=json))


@runs_app.command(name="list")
def _list(
    sweep: Annotated[str | None, option("NAME", "Only the trials of this sweep, by its id.")] = None,
    json: JsonFlag = False,
) -> None:
    """List the runs, or those of a sweep."""
    from engine.cli.runs import list_runs

    list_runs(Output(as_json=json), sweep=sweep)


@runs_app.command(name="show")
def _show(name: NameArgument, json: JsonFlag = False) -> None:
    """Say what is known of a run: its results, its settings, its files and notes."""
    from engine.cli.runs import show_run

    show_run(name, Output(as_json=json))


@runs_app.command(name="rename")
def _rename(
    name: NameArgument,
    new: Annotated[str, argument("NEW", "What to call it.")],
    json: JsonFlag = False,
) -> None:
    """Give a run another name."""
    from engine.cli.runs import rename_run

    rename_run(name, new, Output(as_json=json))


@runs_app.command(name="delete")
def _delete(names: NamesArgument, json: JsonFlag = False) -> None:
    """Move runs into the bin, from where `runs restore` brings them back."""
    from engine.cli.runs import delete_runs

    delete_runs(names, Output(as_json=json))


@runs_app.command(name="restore")
def _restore(names: NamesArgument, json: JsonFlag = False) -> None:
    """Bring deleted runs back from the bin."""
    from engine.cli.runs import restore_runs

    restore_runs(names, Output(as_json=json))


@runs_app.command(name="export")
def _export(
    name: NameArgument,
    file: Annotated[Path | None, argument("[FILE]", "The same as --out.", parser=place_to_write)] = None,
    form: Annotated[str, option("|".join(RUN_FORMAT_NAMES), "In which form.", "--format")] = "zip",
    out: Annotated[
        Path | None,
        option(
            "PATH",
            "The file, its ending is added; for tensorboard the folder of logs, in which the run gets a folder. "
            "By default the run's name, here, and the folder logs.",
            parser=place_to_write,
        ),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Write a run into a file: all of it (zip), a table of its curves (csv), or logs for TensorBoard."""
    from engine.cli.runs import export_to

    if file is not None and out is not None:
        raise typer.BadParameter(Phrase("The file is named twice: once is enough."))
    export_to(name, out if file is None else file, form, Output(as_json=json))


@runs_app.command(name="import")
def _import(
    file: Annotated[Path, argument("FILE", "A zip file that `runs export` wrote.", parser=path_to_read)],
    json: JsonFlag = False,
) -> None:
    """Bring in a run from a zip file, with every file in it checked."""
    from engine.cli.runs import import_from

    import_from(file, Output(as_json=json))
