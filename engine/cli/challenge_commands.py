"""The commands that put a model to the test, and what their flags are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from engine.attacks.registry import ATTACKS
from engine.cli.app import DataFlag, ModelArgument, app
from engine.cli.arguments import option, path_to_read
from engine.cli.output import JsonFlag, Output


@app.command(name="attack")
def _attack(
    model: ModelArgument,
    method: Annotated[str, option("|".join(ATTACKS), "In which way.")] = "pgd",
    epsilon: Annotated[
        str | None,
        option(
            "NUMBER[,NUMBER…]",
            "How far it may go, or several of that set off by commas: the most that a pixel may change, where "
            "white is 1; of pgd-l2 the distance, of few-pixels how many, of patch its side; by default 0.1, 2, 10 "
            "and 5.",
        ),
    ] = None,
    steps: Annotated[str | None, option("INTEGER", "Steps of each attack; by default 20.")] = None,
    starts: Annotated[
        str | None, option("INTEGER", "How often pgd-hard begins, at most; by default 20.", "--restarts")
    ] = None,
    seed: Annotated[str, option("INTEGER", "Decides all random numbers.")] = "0",
    data: DataFlag = None,
    limit: Annotated[
        str | None, option("COUNT", "How many test images, drawn by chance; by default all.")
    ] = None,
    second: Annotated[
        Path | None,
        option(
            "FILE",
            "Another model, which is shown the images changed against the first: do they fool it, too?",
            parser=path_to_read,
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


@app.command(name="exposure")
def _exposure(
    model: ModelArgument,
    data: DataFlag = None,
    count: Annotated[
        str | None,
        option(
            "INTEGER",
            "Images of each kind, learnt and not learnt (at least 10, at most 20,000); by default 5,000.",
        ),
    ] = None,
    seed: Annotated[str | None, option("INTEGER", "Decides which images; by default 0.")] = None,
    json: JsonFlag = False,
) -> None:
    """Say what a model betrays of the images it learnt from."""
    from engine.cli.exposure import expose_file

    expose_file(model, Output(as_json=json), data=data, count=count, seed=seed)
