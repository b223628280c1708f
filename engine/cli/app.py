"""The program of commands, to which the files beside this add theirs, and what several of them are asked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.arguments import path_to_read, words
from engine.cli.speaking import Commands

SUCCESS, FAILURE = 0, 2

app = Commands(
    name="netsketch",
    help="Describe a network, train it, measure it and let it read examples, without the window.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PresetFlag = Annotated[
    str | None,
    typer.Option(parser=words, metavar="NAME", help="Start from this preset; `presets` lists them."),
]
ExperimentFlag = Annotated[
    Path | None,
    typer.Option(parser=path_to_read, metavar="FILE", help="Start from this experiment, a JSON file."),
]
ModelArgument = Annotated[
    Path, typer.Argument(parser=path_to_read, metavar="MODEL", help="A model file.", show_default=False)
]
DataFlag = Annotated[
    str | None,
    typer.Option(parser=words, metavar="NAME", help="The data set; by default the one it was trained on."),
]
