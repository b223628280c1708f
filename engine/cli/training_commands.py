"""The commands that train, and what their flags are."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.cli.app import ExperimentFlag, PresetFlag, app
from engine.cli.arguments import option, path_to_write
from engine.cli.flags import IN_ROUNDS, WithSettings, with_setting_flags
from engine.cli.given_flags import (
    described_experiment,
    epochs_alone,
    given_in_vain,
    refuse_settings,
    usual_preset,
)
from engine.cli.output import JsonFlag, Output
from engine.words import Phrase

# As ``engine/challenge/schools.py`` has them, which would take long to load here; a test holds both to each other.
SHARES_NAMES = ("equal", "two-classes")


@app.command(name="train", cls=WithSettings)
@with_setting_flags
def _train(
    preset: PresetFlag = None,
    experiment: ExperimentFlag = None,
    out: Annotated[
        Path | None,
        option(
            "FILE",
            "The model file; by default model.safetensors or the next free name.",
            parser=path_to_write,
        ),
    ] = None,
    resume: Annotated[
        str | None, option("NAME", "Go on with this run; `runs` lists them. --epochs gives it more.")
    ] = None,
    again: Annotated[
        str | None,
        option(
            "NAME",
            "Do this run again: its settings, and as many threads as it had, so that all its numbers come again.",
        ),
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep/--no-keep", help="Keep the run, so that it can be gone on with later.")
    ] = True,
    json: JsonFlag = False,
    **settings: Any,
) -> None:
    """Train a network and save it. Ctrl-C stops and keeps the model."""
    from engine.training.ranks.place import place_of

    place = place_of()
    if place is not None:  # its libraries have warnings of their own, which tell people nothing
        os.environ.setdefault("TORCH_CPP_LOG_LEVEL", "ERROR")
    if place is not None and place.rank:
        from engine.cli.ranks import take_part

        take_part(place)
        return
    from engine.cli.ranks import meeting_at
    from engine.cli.train import model_path, resume_and_save, train_again, train_and_save

    output = Output(as_json=json)
    if again is not None:
        refuse_settings(preset, experiment, resume, settings)
    with meeting_at(place) as meeting:
        if resume is not None:
            resume_and_save(resume, epochs_alone(preset, experiment, settings), out, output, meeting)
        elif meeting is not None and meeting.run:  # torchrun has begun anew
            resume_and_save(meeting.run, None, model_path(out), output, meeting)
        elif again is not None:
            train_again(again, out, output, kept=keep, meeting=meeting)
        else:
            if preset is None and experiment is None and (preset := usual_preset(settings)):
                output.warn(
                    Phrase(
                        "Text is learnt as by the preset {preset}; --hidden names other layers.",
                        preset=preset,
                    )
                )
            described = described_experiment(preset, experiment, settings)
            output.warn(*given_in_vain(described, settings))
            train_and_save(described, out, output, preset=preset or "", kept=keep, meeting=meeting)


@app.command(name="learning-curve", cls=WithSettings)
@with_setting_flags
def _learning_curve(
    preset: PresetFlag = None,
    experiment: ExperimentFlag = None,
    fractions: Annotated[
        str, option("PARTS", "Which parts of the training examples to learn from.")
    ] = "1/16,1/8,1/4,1/2,1",
    seeds: Annotated[
        str, option("INTEGER", "How many trainings each part gets (at least 1, at most 100).")
    ] = "2",
    json: JsonFlag = False,
    **settings: Any,
) -> None:
    """Train on ever more of the examples, and say whether data or network is the limit."""
    from engine.cli.learning_curve import draw_learning_curve, parsed_seeds

    output = Output(as_json=json)
    described = described_experiment(preset, experiment, settings)
    output.warn(*given_in_vain(described, settings))
    draw_learning_curve(described, fractions, parsed_seeds(seeds), output)


@app.command(name="federate", cls=WithSettings)
@partial(with_setting_flags, flags=IN_ROUNDS)
def _federate(
    preset: PresetFlag = None,
    experiment: ExperimentFlag = None,
    schools: Annotated[str, option("INTEGER", "How many schools (at least 2, at most 100).")] = "10",
    shares: Annotated[
        str,
        option("|".join(SHARES_NAMES), "How the images are divided: mixed, or two classes to each school."),
    ] = SHARES_NAMES[0],
    rounds: Annotated[str, option("INTEGER", "How often the average goes out and comes back.")] = "15",
    local_epochs: Annotated[str, option("INTEGER", "Epochs that each school learns in a round.")] = "1",
    images: Annotated[
        str, option("INTEGER", "How many images each school has at most; 0 for all of its share.")
    ] = "0",
    beside: Annotated[
        bool,
        typer.Option(
            "--beside/--no-beside",
            help="Train each school alone as well, and a network with all images, to compare.",
        ),
    ] = True,
    out: Annotated[
        Path | None, option("FILE", "The model file of the average; none by default.", parser=path_to_write)
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
