"""The commands on a model file, and what their flags are; and the list of presets, from which models come."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.app import FAILURE, DataFlag, ModelArgument, app
from engine.cli.arguments import argument, option, path_to_write
from engine.cli.arguments import port as port_number
from engine.cli.output import JsonFlag, Output

# As ``engine/deploy/registry.py`` has them, which would take long to load here; a test holds both to each other.
FORMAT_NAMES = ("web", "script", "onnx", "c", "code")
WEIGHTS_NAMES = ("float32", "float16", "int8", "int4")  # as ``engine/deploy/weights.py`` has them
ACTIVATIONS_NAMES = ("float32", "int8")  # likewise
METHOD_NAMES = ("prune", "units", "quantise")  # as ``engine/compress/registry.py`` has them
GROUPING_NAMES = ("tensor", "channel", "group")  # as ``engine/compress/rounding.py`` has them


@app.command(name="evaluate")
def _evaluate(
    model: ModelArgument,
    data: DataFlag = None,
    part: Annotated[str, option("train|validation|test", "Which part of it.")] = "test",
    json: JsonFlag = False,
) -> None:
    """Measure a model on a data set."""
    from engine.cli.evaluate import evaluate_file

    evaluate_file(model, data, part, Output(as_json=json))


@app.command(name="predict")
def _predict(
    model: ModelArgument,
    examples: Annotated[
        list[str],
        argument(
            "IMAGE...",
            "Pictures of what it was taught; for a model that takes numbers rows such as 5.1,3.5,1.4,0.2 (one "
            "that begins with a minus sign behind “--”), for one that goes on with text questions such as 12+34=.",
        ),
    ],
    json: JsonFlag = False,
) -> None:
    """Let a model read pictures, rows of numbers or questions."""
    from engine.cli.predict import predict_files

    if not predict_files(model, examples, Output(as_json=json)):
        raise typer.Exit(FAILURE)


@app.command(name="generate")
def _generate(
    model: ModelArgument,
    prompt: Annotated[str, option("TEXT", "What it goes on with; “\\n” ends a line.", show_default=False)],
    count: Annotated[str, option("INTEGER", "How many characters at most; an answer ends before.")] = "200",
    temperature: Annotated[
        str,
        option(
            "NUMBER",
            "How freely it chooses: 0 takes the likeliest character each time, 1 each as often as it is probable.",
        ),
    ] = "0.8",
    seed: Annotated[str, option("INTEGER", "Decides what is chosen; the same seed, the same text.")] = "0",
    json: JsonFlag = False,
) -> None:
    """Let a model go on with a text, character by character."""
    from engine.cli.generate import generate_text

    generate_text(model, prompt, Output(as_json=json), count=count, temperature=temperature, seed=seed)


@app.command(name="export")
def _export(
    model: ModelArgument,
    format: Annotated[  # noqa: A002 - the flag's name
        str,
        option("|".join(FORMAT_NAMES), "In which form.", show_default=False),
    ],
    out: Annotated[
        Path,
        option("FILE", "The file; it is replaced if it is there.", parser=path_to_write, show_default=False),
    ],
    weights: Annotated[
        str,
        option(
            "|".join(WEIGHTS_NAMES),
            "In what kind of numbers to store the weights: fewer bits make it smaller, and say what they cost.",
        ),
    ] = WEIGHTS_NAMES[0],
    activations: Annotated[
        str,
        option(
            "|".join(ACTIVATIONS_NAMES),
            "In what kind of numbers to multiply activations: int8, by steps that training images decide, makes "
            "large dense layers of an ONNX file faster.",
        ),
    ] = ACTIVATIONS_NAMES[0],
    json: JsonFlag = False,
) -> None:
    """Let a model leave the program, proved to answer as it does in here."""
    from engine.cli.export import export_file

    export_file(model, format, out, Output(as_json=json), weights=weights, activations=activations)


@app.command(name="compress")
def _compress(
    model: ModelArgument,
    method: Annotated[str, option("|".join(METHOD_NAMES), "In which way.", show_default=False)],
    amount: Annotated[
        str | None,
        option(
            "NUMBER",
            "How much: of prune the share of weights that become 0, of units the share that is removed, of "
            "quantise the bits that are left; by default 0.8, 0.5 and 4.",
        ),
    ] = None,
    per: Annotated[
        str | None,
        option("|".join(GROUPING_NAMES), "Which weights share a scale, of quantise alone; by default group."),
    ] = None,
    finetune: Annotated[
        str | None, option("INTEGER", "Epochs of fine-tuning (at most 100); by default 2.")
    ] = None,
    data: DataFlag = None,
    out: Annotated[
        Path | None,
        option(
            "FILE",
            "The file of the smaller model; by default its name with the method, or the next free one.",
            parser=path_to_write,
        ),
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep/--no-keep", help="Keep fine-tuning as a run, to be compared with others.")
    ] = True,
    json: JsonFlag = False,
) -> None:
    """Make a model smaller, and measure what that costs. Ctrl-C leaves nothing."""
    from engine.cli.compress import compress_file

    output = Output(as_json=json)
    compress_file(
        model, method, output, amount=amount, per=per, finetune=finetune, data=data, out=out, kept=keep
    )


@app.command(name="serve")
def _serve(
    model: ModelArgument,
    port: Annotated[int, option("INTEGER", "The port; 0 takes one that is free.", parser=port_number)] = 8765,
    host: Annotated[
        str, option("ADDRESS", "The address to answer at; 0.0.0.0 lets in whoever reaches this machine.")
    ] = "127.0.0.1",
    json: JsonFlag = False,
) -> None:
    """Let a model answer over HTTP: pictures go in, JSON comes out. Ctrl-C ends it."""
    from engine.cli.serve import serve_file

    serve_file(model, host, port, Output(as_json=json))


@app.command(name="presets")
def _presets(json: JsonFlag = False) -> None:
    """List the presets."""
    from engine.cli.lists import list_all_presets

    list_all_presets(Output(as_json=json))
