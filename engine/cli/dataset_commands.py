"""The commands on data sets, and what their flags are."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.cli.arguments import argument, option, path_to_read, path_to_write
from engine.cli.flags import DRAWN, WithSettings, with_setting_flags
from engine.cli.given_flags import described_experiment
from engine.cli.output import JsonFlag, Output
from engine.cli.speaking import Commands
from engine.data.importing.choices import Choices
from engine.data.importing.preparation import Preparation
from engine.words import Phrase

datasets_app = Commands(
    help="List the data sets, fetch one, make one of your own images, or write one to files."
)


class _WithForms(WithSettings):
    """Says in its help which forms there are; asked of the registries only when somebody wants to know."""

    def phrase(self, text: str) -> Phrase:
        """Return words of the help as a phrase."""
        from engine.data.exporting.registry import FORMATS
        from engine.data.importing.registry import forms

        written = (Phrase("{name} ({title})", name=form.name, title=Phrase(form.title)) for form in FORMATS)
        if "{read}" in text:
            return Phrase(text, read=forms())
        if "{written}" in text:
            return Phrase(text, written=Phrase.joined(written, ", "))
        return super().phrase(text)


@datasets_app.callback(invoke_without_command=True)
def _datasets(context: typer.Context, json: JsonFlag = False) -> None:
    if context.invoked_subcommand is None:
        from engine.cli.lists import list_all_datasets

        list_all_datasets(Output(as_json=json))


@datasets_app.command(name="import", cls=_WithForms)
def _import(
    path: Annotated[Path, argument("PATH", "What to make it of: {read}.", parser=path_to_read)],
    name: Annotated[str, option("NAME", "What to call it; by default as the folder or file is called.")] = "",
    how: Annotated[
        Preparation,
        typer.Option(
            "--as",
            help="How pictures come to 28×28: as ink (cropped, centred), scaled as they are, or found by itself.",
        ),
    ] = Preparation.AUTO,
    value_range: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="BLACK WHITE",
            help="Which values are black and white, as 0 16; 255 0 where the ink is dark. By default it is found.",
            show_default=False,
        ),
    ] = None,
    label_column: Annotated[
        str,
        option(
            "COLUMN",
            "In which column of a table the labels are: first, last, or its name. By default it is found.",
            show_default=False,
        ),
    ] = "",
    transpose: Annotated[
        bool, typer.Option("--transpose", help="Exchange rows and columns, which EMNIST's files need.")
    ] = False,
    json: JsonFlag = False,
) -> None:
    """Make a data set of images of your own, or of a table of features."""
    from engine.cli.lists import import_dataset, parsed_range

    choices = Choices(how, parsed_range(value_range), label_column, transpose)
    import_dataset(path, name, choices, Output(as_json=json))


@datasets_app.command(name="fetch")
def _fetch(
    name: Annotated[str, argument("NAME", "The data set, such as mnist.")],
    json: JsonFlag = False,
) -> None:
    """Fetch a data set, so that it is there without a network."""
    from engine.cli.lists import fetch_dataset

    fetch_dataset(name, Output(as_json=json))


@datasets_app.command(name="export", cls=_WithForms)
@partial(with_setting_flags, flags=DRAWN)
def _export(
    name: Annotated[str, argument("NAME", "The data set, such as my-digits.")],
    path: Annotated[Path, argument("PATH", "The file or the new folder to write.", parser=path_to_write)],
    form: Annotated[str, option("FORMAT", "In which form: {written}.", "--format")] = "npz",
    json: JsonFlag = False,
    **settings: Any,
) -> None:
    """Write all images of a data set to files that other programs read."""
    from engine.cli.lists import export_dataset

    config = described_experiment(None, None, settings).data
    export_dataset(name, path, form, Output(as_json=json), config)
