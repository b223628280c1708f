"""All commands together, and how their errors become one line and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

# Each adds its commands to the program, which lists them in this order.
from engine.cli import training_commands, model_commands, challenge_commands  # isort: skip
from engine.cli.app import FAILURE, SUCCESS, app
from engine.cli.caption_commands import captions_app
from engine.cli.dataset_commands import datasets_app
from engine.cli.desktop_commands import desktop_app
from engine.cli.interrupt import CTRL_C, Interrupted
from engine.cli.lesson_commands import lesson_app
from engine.cli.output import output_is_whole, silence_output, write_error, write_line
from engine.cli.run_commands import runs_app
from engine.cli.speaking import SpokenGroup, usage_error
from engine.cli.sweep_commands import sweep_app
from engine.errors import Cancelled, NetSketchError
from engine.language import error_words, speak_as_asked
from engine.training.ranks.place import RankError, is_silent, refuse_several
from engine.version import program_version
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["app", "challenge_commands", "main", "model_commands", "spoken_app", "training_commands"]

app.add_typer(datasets_app, name="datasets")
app.add_typer(runs_app, name="runs")
app.add_typer(sweep_app, name="sweep")
app.add_typer(captions_app, name="captions")
app.add_typer(lesson_app, name="lesson")
app.add_typer(desktop_app, name="desktop")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return the exit code: 0, or 2 after one line on standard error, 130 after Ctrl-C.

    Args:
        argv: The arguments without the program's name; those of this process by default.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(
            AttributeError, ValueError
        ):  # a terminal that knows few letters shall not end a training
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    code = _run(list(sys.argv[1:] if argv is None else argv))
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        silence_output()
    return code if output_is_whole() else FAILURE


@cache
def spoken_app() -> SpokenGroup:
    """Return the commands as typer runs them, whose help can be said in other languages."""
    command = typer.main.get_command(app)
    assert isinstance(command, SpokenGroup), "`Commands` makes them so"
    return command


def _run(arguments: list[str]) -> int:
    command = spoken_app()
    try:
        speak_as_asked(arguments)
        code = command.main(arguments, prog_name="netsketch", standalone_mode=False)
    except Interrupted as error:
        return _fail(error_words(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _fail(error_words(Cancelled()), CTRL_C)
    except RankError as error:  # each process says for itself that it does not find the others
        write_error(error_words(error))
        return FAILURE
    except NetSketchError as error:
        return _fail(error_words(error))
    except SystemExit as end:  # typer ends so when nobody reads its help any more
        silence_output()
        return SUCCESS if isinstance(end.__context__, OSError) else FAILURE
    except BrokenPipeError:
        silence_output()
        return SUCCESS
    except MemoryError:
        return _fail(Phrase("There is not enough memory for this. Choose a smaller network or batch."))
    except Exception as error:  # noqa: BLE001 - a person gets a sentence, whatever happened
        return _fail(_sentence(error))
    if code == CTRL_C:  # typer makes a number of it
        return _fail(error_words(Cancelled()), CTRL_C)
    return code if isinstance(code, int) else SUCCESS


def _sentence(error: Exception) -> Phrase:
    usage = getattr(error, "format_message", None)
    if callable(usage):
        told = usage_error(str(usage()), getattr(error, "message", ""))
        if not told.endswith((".", "?", "!")):
            told = Phrase("{phrase}.", phrase=told)
        remedy = Phrase("`netsketch --help` lists the commands, `netsketch COMMAND --help` their flags.")
        return Phrase.joined((told, remedy))
    if os.environ.get("NETSKETCH_TRACEBACK"):
        trace = "".join(traceback.format_exception(error)).rstrip()
        print(visible(trace, lines=True), file=sys.stderr, flush=True)
    return Phrase(
        "Something went wrong that should not: {kind}: {error}. "
        "With NETSKETCH_TRACEBACK=1 in the environment it is told in full.",
        kind=type(error).__name__,
        error=str(error),
    )


def _fail(told: Phrase, code: int = FAILURE) -> int:
    if not is_silent():
        write_error(told)
    return code


@app.callback(invoke_without_command=True)
def _program(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    if version:
        write_line(f"NetSketch {program_version()}")
        raise typer.Exit
    if context.invoked_subcommand not in (None, "train"):
        refuse_several()
    if context.invoked_subcommand is None:
        write_line(context.get_help(), lines=True)
