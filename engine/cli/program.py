"""The commands, what their flags are, and how their errors become one line and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.attacks.registry import ATTACKS
from engine.cli.arguments import path_to_read, path_to_write, words
from engine.cli.arguments import port as port_number
from engine.cli.dataset_commands import datasets_app
from engine.cli.desktop_commands import desktop_app
from engine.cli.flags import (
    IN_ROUNDS,
    WithSettings,
    described_experiment,
    epochs_alone,
    given_in_vain,
    with_setting_flags,
)
from engine.cli.interrupt import CTRL_C, Interrupted
from engine.cli.output import (
    JsonFlag,
    Output,
    output_is_whole,
    silence_output,
    write_error,
    write_line,
)
from engine.cli.run_commands import runs_app
from engine.cli.speaking import Commands, SpokenGroup, usage_error
from engine.errors import Cancelled, NetSketchError
from engine.language import error_words, speak_as_asked
from engine.version import program_version
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

SUCCESS, FAILURE = 0, 2
# As ``engine/deploy/registry.py`` has them, which would take long to load here; a test holds both to each other.
FORMAT_NAMES = ("web", "script", "onnx", "c", "code")
WEIGHTS_NAMES = ("float32", "float16", "int8", "int4")  # as ``engine/deploy/weights.py`` has them
ACTIVATIONS_NAMES = ("float32", "int8")  # likewise
METHOD_NAMES = ("prune", "units", "quantise")  # as ``engine/compress/registry.py`` has them
GROUPING_NAMES = ("tensor", "channel", "group")  # as ``engine/compress/rounding.py`` has them
SHARES_NAMES = ("equal", "two-classes")  # as ``engine/challenge/schools.py`` has them

app = Commands(
    name="netsketch",
    help="Describe a network, train it, measure it and let it read images, without the window.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(datasets_app, name="datasets")
app.add_typer(runs_app, name="runs")
app.add_typer(desktop_app, name="desktop")

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
    if context.invoked_subcommand is None:
        write_line(context.get_help(), lines=True)


@app.command(name="train", cls=WithSettings)
@with_setting_flags
def _train(
    preset: PresetFlag = None,
    experiment: ExperimentFlag = None,
    out: Annotated[
        Path | None,
        typer.Option(
            parser=path_to_write,
            metavar="FILE",
            help="The model file; by default model.safetensors or the next free name.",
        ),
    ] = None,
    resume: Annotated[
        str | None,
        typer.Option(
            parser=words,
            metavar="NAME",
            help="Go on with this run; `runs` lists them. --epochs gives it more.",
        ),
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep/--no-keep", help="Keep the run, so that it can be gone on with later.")
    ] = True,
    json: JsonFlag = False,
    **settings: Any,
) -> None:
    """Train a network and save it. Ctrl-C stops and keeps the model."""
    from engine.cli.train import resume_and_save, train_and_save

    output = Output(as_json=json)
    if resume is not None:
        resume_and_save(resume, epochs_alone(preset, experiment, settings), out, output)
    else:
        described = described_experiment(preset, experiment, settings)
        output.warn(*given_in_vain(described, settings))
        train_and_save(described, out, output, preset=preset or "", kept=keep)


@app.command(name="learning-curve", cls=WithSettings)
@with_setting_flags
def _learning_curve(
    preset: PresetFlag = None,
    experiment: ExperimentFlag = None,
    fractions: Annotated[
        str,
        typer.Option(parser=words, metavar="PARTS", help="Which parts of the training images to learn from."),
    ] = "1/16,1/8,1/4,1/2,1",
    seeds: Annotated[
        str,
        typer.Option(
            parser=words,
            metavar="INTEGER",
            help="How many trainings each part gets (at least 1, at most 100).",
        ),
    ] = "2",
    json: JsonFlag = False,
    **settings: Any,
) -> None:
    """Train on ever more of the images, and say whether data or network is the limit."""
    from engine.cli.learning_curve import draw_learning_curve, parsed_seeds

    output = Output(as_json=json)
    described = described_experiment(preset, experiment, settings)
    output.warn(*given_in_vain(described, settings))
    draw_learning_curve(described, fractions, parsed_seeds(seeds), output)


@app.command(name="evaluate")
def _evaluate(
    model: ModelArgument,
    data: Annotated[
        str | None,
        typer.Option(
            parser=words, metavar="NAME", help="The data set; by default the one it was trained on."
        ),
    ] = None,
    part: Annotated[
        str, typer.Option(parser=words, metavar="train|validation|test", help="Which part of it.")
    ] = "test",
    json: JsonFlag = False,
) -> None:
    """Measure a model on a data set."""
    from engine.cli.evaluate import evaluate_file

    evaluate_file(model, data, part, Output(as_json=json))


@app.command(name="predict")
def _predict(
    model: ModelArgument,
    images: Annotated[
        list[Path],
        typer.Argument(
            parser=path_to_read, metavar="IMAGE...", help="Pictures of one digit each.", show_default=False
        ),
    ],
    json: JsonFlag = False,
) -> None:
    """Let a model read pictures."""
    from engine.cli.predict import predict_files

    if not predict_files(model, images, Output(as_json=json)):
        raise typer.Exit(FAILURE)


@app.command(name="export")
def _export(
    model: ModelArgument,
    format: Annotated[  # noqa: A002 - the flag's name
        str,
        typer.Option(parser=words, metavar="|".join(FORMAT_NAMES), help="In which form.", show_default=False),
    ],
    out: Annotated[
        Path,
        typer.Option(
            parser=path_to_write,
            metavar="FILE",
            help="The file; it is replaced if it is there.",
            show_default=False,
        ),
    ],
    weights: Annotated[
        str,
        typer.Option(
            parser=words,
            metavar="|".join(WEIGHTS_NAMES),
            help="In what kind of numbers to store the weights: fewer bits make it smaller, and say what they cost.",
        ),
    ] = WEIGHTS_NAMES[0],
    activations: Annotated[
        str,
        typer.Option(
            parser=words,
            metavar="|".join(ACTIVATIONS_NAMES),
            help="In what kind of numbers to multiply activations: int8, by steps that training images decide, makes "
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
    method: Annotated[
        str,
        typer.Option(parser=words, metavar="|".join(METHOD_NAMES), help="In which way.", show_default=False),
    ],
    amount: Annotated[
        str | None,
        typer.Option(
            parser=words,
            metavar="NUMBER",
            help="How much: of prune the share of weights that become 0, of units the share that is removed, of "
            "quantise the bits that are left; by default 0.8, 0.5 and 4.",
        ),
    ] = None,
    per: Annotated[
        str | None,
        typer.Option(
            parser=words,
            metavar="|".join(GROUPING_NAMES),
            help="Which weights share a scale, of quantise alone; by default group.",
        ),
    ] = None,
    finetune: Annotated[
        str | None,
        typer.Option(
            parser=words,
            metavar="INTEGER",
            help="Epochs of fine-tuning (at most 100); by default 2.",
        ),
    ] = None,
    data: Annotated[
        str | None,
        typer.Option(
            parser=words, metavar="NAME", help="The data set; by default the one it was trained on."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            parser=path_to_write,
            metavar="FILE",
            help="The file of the smaller model; by default its name with the method, or the next free one.",
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


@app.command(name="exposure")
def _exposure(
    model: ModelArgument,
    data: Annotated[
        str | None,
        typer.Option(
            parser=words, metavar="NAME", help="The data set; by default the one it was trained on."
        ),
    ] = None,
    count: Annotated[
        str | None,
        typer.Option(
            parser=words,
            metavar="INTEGER",
            help="Images of each kind, learnt and not learnt (at least 10, at most 20,000); by default 5,000.",
        ),
    ] = None,
    seed: Annotated[
        str | None,
        typer.Option(parser=words, metavar="INTEGER", help="Decides which images; by default 0."),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Say what a model betrays of the images it learnt from."""
    from engine.cli.exposure import expose_file

    expose_file(model, Output(as_json=json), data=data, count=count, seed=seed)


@app.command(name="federate", cls=WithSettings)
@partial(with_setting_flags, flags=IN_ROUNDS)
def _federate(
    preset: PresetFlag = None,
    experiment: ExperimentFlag = None,
    schools: Annotated[
        str, typer.Option(parser=words, metavar="INTEGER", help="How many schools (at least 2, at most 100).")
    ] = "10",
    shares: Annotated[
        str,
        typer.Option(
            parser=words,
            metavar="|".join(SHARES_NAMES),
            help="How the images are divided: mixed, or two classes to each school.",
        ),
    ] = SHARES_NAMES[0],
    rounds: Annotated[
        str,
        typer.Option(parser=words, metavar="INTEGER", help="How often the average goes out and comes back."),
    ] = "15",
    local_epochs: Annotated[
        str, typer.Option(parser=words, metavar="INTEGER", help="Epochs that each school learns in a round.")
    ] = "1",
    images: Annotated[
        str,
        typer.Option(
            parser=words,
            metavar="INTEGER",
            help="How many images each school has at most; 0 for all of its share.",
        ),
    ] = "0",
    beside: Annotated[
        bool,
        typer.Option(
            "--beside/--no-beside",
            help="Train each school alone as well, and a network with all images, to compare.",
        ),
    ] = True,
    out: Annotated[
        Path | None,
        typer.Option(
            parser=path_to_write, metavar="FILE", help="The model file of the average; none by default."
        ),
    ] = None,
    json: JsonFlag = False,
    **settings: Any,
) -> None:
    """Train at schools whose images stay there: only weights travel, and are averaged."""
    from engine.cli.federate import federate, plan_of

    described = described_experiment(preset, experiment, settings)
    plan = plan_of(
        schools=schools,
        shares=shares,
        rounds=rounds,
        local_epochs=local_epochs,
        images=images,
        beside=beside,
        seed=described.training.seed,
    )
    output = Output(as_json=json)
    output.warn(*given_in_vain(described, settings))
    federate(described, plan, out, output)


@app.command(name="attack")
def _attack(
    model: ModelArgument,
    method: Annotated[
        str, typer.Option(parser=words, metavar="|".join(ATTACKS), help="In which way.")
    ] = "pgd",
    epsilon: Annotated[
        str | None,
        typer.Option(
            parser=words,
            metavar="NUMBER[,NUMBER…]",
            help="How far it may go, or several of that set off by commas: the most that a pixel may change, where "
            "white is 1; of pgd-l2 the distance, of few-pixels how many, of patch its side; by default 0.1, 2, 10 "
            "and 5.",
        ),
    ] = None,
    steps: Annotated[
        str | None,
        typer.Option(parser=words, metavar="INTEGER", help="Steps of each attack; by default 20."),
    ] = None,
    starts: Annotated[
        str | None,
        typer.Option(
            "--restarts",
            parser=words,
            metavar="INTEGER",
            help="How often pgd-hard begins, at most; by default 20.",
        ),
    ] = None,
    seed: Annotated[
        str, typer.Option(parser=words, metavar="INTEGER", help="Decides all random numbers.")
    ] = "0",
    data: Annotated[
        str | None,
        typer.Option(
            parser=words, metavar="NAME", help="The data set; by default the one it was trained on."
        ),
    ] = None,
    limit: Annotated[
        str | None,
        typer.Option(
            parser=words, metavar="COUNT", help="How many test images, drawn by chance; by default all."
        ),
    ] = None,
    second: Annotated[
        Path | None,
        typer.Option(
            parser=path_to_read,
            metavar="FILE",
            help="Another model, which is shown the images changed against the first: do they fool it, too?",
        ),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Change the test images so that a model errs, and count what it still reads."""
    from engine.cli.attack import attack_file

    output = Output(as_json=json)
    attack_file(
        model,
        method,
        output,
        epsilon=epsilon,
        steps=steps,
        starts=starts,
        seed=seed,
        data=data,
        limit=limit,
        second=second,
    )


@app.command(name="serve")
def _serve(
    model: ModelArgument,
    port: Annotated[
        int, typer.Option(parser=port_number, metavar="INTEGER", help="The port; 0 takes one that is free.")
    ] = 8765,
    host: Annotated[
        str,
        typer.Option(
            parser=words,
            metavar="ADDRESS",
            help="The address to answer at; 0.0.0.0 lets in whoever reaches this machine.",
        ),
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
