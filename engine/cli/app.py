"""The program of commands, to which the files beside this add theirs, and what several of them are asked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from engine.cli.arguments import argument, option, path_to_read
from engine.cli.speaking import Commands

SUCCESS, FAILURE = 0, 2

app = Commands(
    name="netsketch",
    help="Describe a network, train it, measure it and let it read examples, without the window.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PresetFlag = Annotated[str | None, option("NAME", "Start from this preset; `presets` lists them.")]
ExperimentFlag = Annotated[
    Path | None, option("FILE", "Start from this experiment, a JSON file.", parser=path_to_read)
]
ModelArgument = Annotated[Path, argument("MODEL", "A model file.", parser=path_to_read)]
DataFlag = Annotated[str | None, option("NAME", "The data set; by default the one it was trained on.")]
