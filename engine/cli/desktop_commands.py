"""The commands that put the program into the menu of a desktop and take it away again."""

from __future__ import annotations

import typer

from engine.cli.output import JsonFlag, Output, write_line
from engine.cli.speaking import Commands

desktop_app = Commands(help="Put NetSketch into the menu of programs, and let it open its models (Linux).")


@desktop_app.callback(invoke_without_command=True)
def _desktop(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        write_line(context.get_help(), lines=True)


@desktop_app.command(name="install")
def _install(json: JsonFlag = False) -> None:
    """Write menu entry, icons and kind of file into your own folder; nobody else is concerned."""
    from engine.cli.desktop import install

    install(Output(as_json=json))


@desktop_app.command(name="remove")
def _remove(json: JsonFlag = False) -> None:
    """Take them away again."""
    from engine.cli.desktop import remove

    remove(Output(as_json=json))
