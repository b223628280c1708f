"""The commands on lessons: which there are, and what is wrong with one that somebody writes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.arguments import argument, path_to_read
from engine.cli.output import JsonFlag, Output, write_line
from engine.cli.speaking import Commands

lesson_app = Commands(help="List the lessons of the window, or check one of your own.")


@lesson_app.callback(invoke_without_command=True)
def _lessons(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        write_line(context.get_help(), lines=True)


@lesson_app.command(name="list")
def _list(json: JsonFlag = False) -> None:
    """List the lessons that come with the program."""
    from engine.cli.lessons import list_lessons

    list_lessons(Output(as_json=json))


@lesson_app.command(name="check")
def _check(
    paths: Annotated[list[Path], argument("PATH", "A lesson, or a folder of them.", parser=path_to_read)],
    json: JsonFlag = False,
) -> None:
    """Say what is wrong with lessons, line by line."""
    from engine.cli.lessons import check_lessons

    check_lessons(paths, Output(as_json=json))
