"""The commands on captions that find pictures, and what their flags are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.app import ModelArgument
from engine.cli.arguments import path_to_read, path_to_write, words
from engine.cli.output import JsonFlag, Output, write_line
from engine.cli.speaking import Commands

captions_app = Commands(help="Train a model of sentences and pictures, find pictures for one, and read one.")


@captions_app.callback(invoke_without_command=True)
def _captions(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        write_line(context.get_help(), lines=True)


@captions_app.command(name="train")
def _train(
    out: Annotated[
        Path | None,
        typer.Option(
            parser=path_to_write,
            metavar="FILE",
            help="The file of the caption model; by default captions.safetensors.",
        ),
    ] = None,
    pictures: Annotated[
        str | None,
        typer.Option(
            parser=words,
            metavar="INTEGER",
            help="How many digits are drawn to learn from; by default 40,000.",
        ),
    ] = None,
    steps: Annotated[
        str | None,
        typer.Option(
            parser=words, metavar="INTEGER", help="How many batches are looked at; by default 1,200."
        ),
    ] = None,
    batch_size: Annotated[
        str | None,
        typer.Option(
            parser=words, metavar="INTEGER", help="Pictures and captions of a step; by default 128."
        ),
    ] = None,
    learning_rate: Annotated[
        str | None,
        typer.Option(parser=words, metavar="NUMBER", help="The highest learning rate; by default 0.008."),
    ] = None,
    seed: Annotated[
        str | None,
        typer.Option(
            parser=words,
            metavar="INTEGER",
            help="Decides pictures, captions and first weights; by default 0.",
        ),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Train on generated digits and what is true of them. Ctrl-C keeps what is learnt until then."""
    from engine.cli.captions import plan_of, train_captions

    given = {
        "pictures": pictures,
        "steps": steps,
        "batch_size": batch_size,
        "learning_rate": learning_rate,
        "seed": seed,
    }
    train_captions(plan_of(given), out or Path("captions"), Output(as_json=json))


@captions_app.command(name="find")
def _find(
    model: ModelArgument,
    caption: Annotated[
        str,
        typer.Argument(
            parser=words,
            metavar="CAPTION",
            help="A sentence, such as “a thick slanted three” or “又粗又斜的三”.",
            show_default=False,
        ),
    ],
    count: Annotated[str, typer.Option(parser=words, metavar="INTEGER", help="How many are told.")] = "5",
    data: Annotated[
        str,
        typer.Option(
            parser=words,
            metavar="NAME",
            help="Which pictures are searched: generated ones that nothing was learnt from, or the test images of a "
            "data set.",
        ),
    ] = "generated",
    json: JsonFlag = False,
) -> None:
    """Find the pictures that a sentence is likeliest of."""
    from engine.cli.captions import find_pictures

    find_pictures(model, caption, count, data, Output(as_json=json))


@captions_app.command(name="read")
def _read(
    model: ModelArgument,
    images: Annotated[
        list[Path],
        typer.Argument(
            parser=path_to_read, metavar="IMAGE...", help="Pictures of one digit each.", show_default=False
        ),
    ],
    json: JsonFlag = False,
) -> None:
    """Read pictures by the sentence that fits best."""
    from engine.cli.captions import read_pictures

    read_pictures(model, images, Output(as_json=json))
