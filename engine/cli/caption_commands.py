"""The commands on captions that find pictures, and what their flags are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.app import ModelArgument
from engine.cli.arguments import argument, option, path_to_read, path_to_write
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
        option(
            "FILE", "The file of the caption model; by default captions.safetensors.", parser=path_to_write
        ),
    ] = None,
    pictures: Annotated[
        str | None, option("INTEGER", "How many digits are drawn to learn from; by default 40,000.")
    ] = None,
    steps: Annotated[
        str | None, option("INTEGER", "How many batches are looked at; by default 1,200.")
    ] = None,
    batch_size: Annotated[
        str | None, option("INTEGER", "Pictures and captions of a step; by default 128.")
    ] = None,
    learning_rate: Annotated[
        str | None, option("NUMBER", "The highest learning rate; by default 0.008.")
    ] = None,
    seed: Annotated[
        str | None, option("INTEGER", "Decides pictures, captions and first weights; by default 0.")
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
        str, argument("CAPTION", "A sentence, such as “a thick slanted three” or “又粗又斜的三”.")
    ],
    count: Annotated[str, option("INTEGER", "How many are told.")] = "5",
    data: Annotated[
        str,
        option(
            "NAME",
            "Which pictures are searched: generated ones that nothing was learnt from, or the test images of a "
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
    images: Annotated[list[Path], argument("IMAGE...", "Pictures of one digit each.", parser=path_to_read)],
    json: JsonFlag = False,
) -> None:
    """Read pictures by the sentence that fits best."""
    from engine.cli.captions import read_pictures

    read_pictures(model, images, Output(as_json=json))
