"""The command ``attack``."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from engine.attacks.many_starts import STARTS, ManyStarts
from engine.attacks.registry import attack_named
from engine.cli.fitting import check_belongs
from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress, percent
from engine.data.datasets import load_split
from engine.errors import ConfigError, ModelError
from engine.goals.registry import GOALS
from engine.inputs.registry import kind_of
from engine.language import said
from engine.numbers import parse_number, parse_whole
from engine.storage import model_file
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from torch import nn

    from engine.attacks.attack import Attack
    from engine.challenge.carried import Carried
    from engine.challenge.curve import Point
    from engine.cli.output import Output
    from engine.data.dataset import Dataset
    from engine.storage.model_file import SavedModel

MOST_STRENGTHS = 100
MOST_STARTS = 1000
MOST_SEED = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for.

    Attributes:
        attack: How images are changed.
        strengths: How far.
        steps: How many steps an attack takes; None where it takes none.
        starts: How often it begins at most; None where it begins once.
        seed: Of random numbers, and of which images are drawn.
        limit: How many images at most; None for all.
    """

    attack: Attack
    strengths: tuple[float, ...]
    steps: int | None
    starts: int | None
    seed: int
    limit: int | None


def attack_file(
    path: Path,
    method: str,
    output: Output,
    *,
    epsilon: str | None = None,
    steps: str | None = None,
    starts: str | None = None,
    seed: str = "0",
    data: str | None = None,
    limit: str | None = None,
    second: Path | None = None,
) -> None:
    """Attack test images and say how many of them the model in ``path`` still reads right.

    Args:
        path: The model file.
        method: Name of the attack.
        output: Where to say it; each strength is told as soon as it is known.
        epsilon: How far, one number or several; what is usual of the attack by default.
        steps: How many steps; 20 by default.
        starts: How often it begins at most, where it begins more than once.
        seed: Of random numbers.
        data: Name of the data set, or None for the one it was trained on.
        limit: How many images, or None for all.
        second: The file of another model, which is shown the images changed against the first; None for none.

    Raises:
        Cancelled: If Ctrl-C came.
        NetSketchError: If the model or the data cannot be had, or a flag is wrong.
    """
    plan, idle = parsed_plan(method, epsilon, steps, starts, seed, limit)
    for file in filter(None, (path, second)):
        described = model_file.describe(file)  # before data are fetched
        refusal = kind_of(described.image_shape).no_attack or GOALS[described.goal].no_attack
        if refusal:
            raise ModelError("The model “{path}” cannot be attacked.", cause=refusal, path=file)
    output.warn(*idle)
    import torch

    from engine.challenge.carried import carried_over
    from engine.challenge.curve import BATCH_SIZE, STEPS
    from engine.models.size import work_per_image
    from engine.runtime import choose_threads

    saved = model_file.load(path)
    other = None if second is None else model_file.load(second)
    config = saved.experiment.data
    if data is not None:
        config = saved.experiment.with_(**{"data.dataset": data}).data
    classes = len(saved.classes)
    clean: Point | None = None
    told: list[str] = []
    with Interrupt(lambda: None) as interrupt:
        try:
            with PreparationProgress(output) as progress:
                dataset = load_split(config, progress=progress, cancelled=interrupt).test
                for each in filter(None, (saved, other)):
                    check_belongs(each, dataset, config.dataset)
                work = work_per_image(saved.experiment.network, saved.image_shape, classes) * BATCH_SIZE
                torch.set_num_threads(choose_threads(work, saved.experiment.training.threads))
                model = _model_of(saved)
                for point, seconds in _points(model, dataset, plan, progress, interrupt):
                    if clean is None:
                        clean = point
                        told.append(_clean_line(point, config.dataset))
                        continue
                    told.append(_line(plan.attack, point, seconds))
                    carried = None
                    if other is not None and second is not None:
                        carried = carried_over(
                            model, _model_of(other), dataset, plan.attack, point.strength,
                            steps=plan.steps or STEPS, seed=plan.seed, limit=plan.limit, cancelled=interrupt,
                        )  # fmt: skip
                        told.append(f"  {said(_carried_line(carried, second))}")
                    _record(output, path, config.dataset, plan, clean, point, seconds, second, carried)
        finally:  # what is known is worth telling, also where the rest was broken off
            for line in told:
                output.line(line)
    if plan.attack.name == "fgsm":
        output.line(
            Phrase(
                "What withstands one step may fall to many: --method pgd shows it. One step proves nothing."
            )
        )


def parsed_plan(
    method: str, epsilon: str | None, steps: str | None, starts: str | None, seed: str, limit: str | None
) -> tuple[Plan, tuple[Phrase, ...]]:
    """Return what the flags ask for, and what is said of those that change nothing.

    Raises:
        ConfigError: If one of them is wrong.
    """
    from engine.challenge.curve import STEPS, check_steps

    attack = attack_named(method)
    idle = []
    if starts is not None and not isinstance(attack, ManyStarts):
        idle.append(Phrase("--restarts changes nothing here: only pgd-hard begins more than once."))
    if steps is not None and not attack.has_steps:
        idle.append(Phrase("--steps changes nothing here: “{attack}” takes none.", attack=attack.title))
    count = STEPS if steps is None else parsed_count(steps)
    check_steps(count)
    often = STARTS if starts is None else parsed_count(starts)
    if not 1 <= often <= MOST_STARTS:
        raise ConfigError(
            "{starts:,} starts are not possible.",
            remedy="Choose 1 to {most:,} of them.",
            starts=often,
            most=MOST_STARTS,
        )
    if isinstance(attack, ManyStarts):
        attack = ManyStarts(often)
    strengths = (attack.strength.usual,) if epsilon is None else parsed_strengths(epsilon, attack)
    for strength in strengths:
        attack.check(strength)
    number = parsed_count(seed)
    if not 0 <= number <= MOST_SEED:
        raise ConfigError("“{text}” is no seed.", remedy="Give a whole number from 0 on.", text=seed)
    most = None if limit is None else parsed_count(limit)
    if most is not None and most < 1:
        raise ConfigError(
            "“{text}” is no number of images.", remedy="Give a whole number from 1 on.", text=limit
        )
    plan = Plan(
        attack,
        strengths,
        steps=count if attack.has_steps else None,
        starts=often if isinstance(attack, ManyStarts) else None,
        seed=number,
        limit=most,
    )
    return plan, tuple(idle)


def parsed_strengths(text: str, attack: Attack) -> tuple[float, ...]:
    """Read how far an attack may go, such as ``0.1`` or ``0.05,0.1,0.2``; ``0,1`` alone is a tenth.

    Raises:
        ConfigError: If it is no such list, or an endless one.
    """
    alone = None if attack.strength.is_whole else parse_number(text)
    numbers = [parse_number(part) for part in text.split(",")] if alone is None else [alone]
    found = tuple(number for number in numbers if number is not None)
    if len(found) < len(numbers):
        raise ConfigError(
            "“{text}” is no strength.",
            remedy="Give a number, such as 0.1, or several set off by commas.",
            text=text,
        )
    if len(found) > MOST_STRENGTHS:
        raise ConfigError(
            "{count:,} strengths are too many.",
            remedy="Give {most:,} at most.",
            count=len(found),
            most=MOST_STRENGTHS,
        )
    return found


def parsed_count(text: str) -> int:
    """Read a whole number.

    Raises:
        ConfigError: If it is none.
    """
    count = parse_whole(text)
    if count is None:
        raise ConfigError("“{text}” is no whole number.", remedy="Give one, such as 20.", text=text)
    return count


def _model_of(saved: SavedModel) -> nn.Module:
    from engine.models.build import build_with

    return build_with(
        saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=len(saved.classes)
    )


def _points(
    model: nn.Module, dataset: Dataset, plan: Plan, progress: PreparationProgress, interrupt: Interrupt
) -> Iterator[tuple[Point, float]]:
    """Yield how the images are read as they are, then after each attack, and how many seconds that took."""
    from engine.challenge.curve import STEPS, accuracy_curve

    since = time.monotonic()
    for point in accuracy_curve(
        model,
        dataset,
        plan.attack,
        strengths=(0.0, *plan.strengths),
        steps=plan.steps or STEPS,
        seed=plan.seed,
        limit=plan.limit,
        progress=progress,
        cancelled=interrupt,
    ):
        now = time.monotonic()
        yield point, now - since
        since = now


def _record(
    output: Output,
    path: Path,
    data: str,
    plan: Plan,
    clean: Point,
    point: Point,
    seconds: float,
    second: Path | None,
    carried: Carried | None,
) -> None:
    also = {} if carried is None else asdict(carried)
    output.record(
        model=str(path),
        data=data,
        method=plan.attack.name,
        epsilon=point.strength,
        steps=plan.steps,
        restarts=plan.starts,
        seed=plan.seed,
        accuracy=point.accuracy,
        clean_accuracy=clean.accuracy,
        count=point.count,
        interval={"low": point.interval.low, "high": point.interval.high},
        seconds=seconds,
        second=None if second is None else str(second),
        **{name: also.get(name) for name in ("right", "fooled", "carried")},
    )


def _clean_line(point: Point, data: str) -> Phrase:
    return Phrase(
        "As they are, {accuracy} of {count:,} images are read right ({data}, test).",
        accuracy=percent(point.accuracy),
        count=point.count,
        data=data,
    )


def _carried_line(carried: Carried, second: Path) -> Phrase:
    if not carried.fooled:
        return Phrase(
            "None of the images that both read right fools it, so none is left to show to {second}.",
            second=second.name,
        )
    return Phrase(
        "Of {right:,} images that both read right {fooled:,} fool it, and {share} of these fool {second}, too.",
        right=carried.right,
        fooled=carried.fooled,
        share=percent(carried.share),
        second=second.name,
    )


def _line(attack: Attack, point: Point, seconds: float) -> Phrase:
    return Phrase(
        "{attack}, {strength:g}: {accuracy} are still read right, with 95\u00a0% confidence between {low} and {high} "
        "({seconds:.1f} s).",
        attack=attack.title,
        strength=point.strength,
        accuracy=percent(point.accuracy),
        low=percent(point.interval.low),
        high=percent(point.interval.high),
        seconds=seconds,
    )
