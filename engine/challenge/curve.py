"""How many images of a data set are still read right when each is changed by an attack of some strength."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import Cancelled, ConfigError, DataError
from engine.evaluation.interval import Interval, wilson_interval
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torch import Tensor, nn

    from engine.attacks.attack import Attack
    from engine.data.dataset import Dataset

BATCH_SIZE = 256
STEPS, MOST_STEPS = 20, 1000
COPIES = 2  # of what layers make of an image: gradients are asked for


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the curve.

    Attributes:
        strength: How far the attack went.
        accuracy: The share of images that are right before and after it, 0 to 1.
        count: Of how many.
    """

    strength: float
    accuracy: float
    count: int

    @property
    def interval(self) -> Interval:
        """Between which bounds the true share lies, with 95 % confidence."""
        return wilson_interval(round(self.accuracy * self.count), self.count)


def accuracy_curve(
    model: nn.Module,
    dataset: Dataset,
    attack: Attack,
    *,
    strengths: Sequence[float] | None = None,
    steps: int = STEPS,
    seed: int = 0,
    limit: int | None = None,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Point]:
    """Attack the images once for each strength; each point is told as soon as it is known.

    Images that are wrong as they are stay wrong, whatever an attack makes of them. A copy of the model is attacked,
    in evaluation mode. Random numbers depend on the seed and on the place of a batch alone: a point is the same
    whatever others are asked for.

    Args:
        model: Takes ``(B, C, H, W)`` float32 in [0, 1] on its own device, returns logits ``(B, classes)``.
        dataset: At least one image.
        attack: How the images are changed.
        strengths: How far; those of the attack by default. 0 leaves images as they are.
        steps: How many steps it takes, where it takes steps.
        seed: Of random numbers, and of which images are drawn where there is a ``limit``; 0 or more.
        limit: How many images to attack at most; all of them by default.
        progress: Told what is done, and the share that is done.
        cancelled: Asked now and then whether to give up.

    Raises:
        ConfigError: If the attack cannot go so far, or not by so many steps.
        DataError: If there are no images.
        ModelError: If the model does not know as many classes as the data have.
        Cancelled: If ``cancelled`` says so.
    """
    from engine.evaluation.evaluate import evaluate

    wanted = attack.strength.steps if strengths is None else tuple(strengths)
    for strength in wanted:
        attack.check(strength)
    check_steps(steps)
    part = drawn(dataset, limit, seed)
    if len(part) == 0:
        raise DataError(
            "There are no images to attack.", remedy="Choose a part of the data that is not empty."
        )
    attacked = still(model)
    right = evaluate(attacked, part, cancelled=cancelled)
    rest = np.flatnonzero(right.predictions == part.labels)  # whatever is wrong already stays wrong

    for number, strength in enumerate(wanted):

        def tell(share: float, before: int = number) -> None:
            if progress is not None:
                progress(Phrase("Attacking"), (before + share) / len(wanted))

        if strength == 0:
            kept = len(rest)
            tell(1.0)
        else:
            kept = _kept(attacked, part.subset(rest), attack, strength, steps, seed, tell, cancelled)
        yield Point(float(strength), kept / len(part), len(part))


def attacked_accuracy(
    model: nn.Module,
    dataset: Dataset,
    attack: Attack,
    strength: float,
    *,
    steps: int = STEPS,
    seed: int = 0,
    limit: int | None = None,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Point:
    """Attack the images with one strength; arguments and errors as for ``accuracy_curve``."""
    (point,) = accuracy_curve(
        model,
        dataset,
        attack,
        strengths=(strength,),
        steps=steps,
        seed=seed,
        limit=limit,
        progress=progress,
        cancelled=cancelled,
    )
    return point


def drawn(dataset: Dataset, limit: int | None, seed: int) -> Dataset:
    """Return so many of the images, drawn by chance and in their own order; all of them where there are no more."""
    if limit is None or limit >= len(dataset):
        return dataset
    places = np.random.default_rng(seed).permutation(len(dataset))[: max(0, limit)]
    return dataset.subset(np.sort(places))


def check_steps(steps: int) -> None:
    """See that an attack can take so many steps.

    Raises:
        ConfigError: If it cannot.
    """
    if not 1 <= steps <= MOST_STEPS:
        raise ConfigError(
            "{steps:,} steps are not possible.",
            remedy="Choose 1 to {most:,} of them.",
            steps=steps,
            most=MOST_STEPS,
        )


def still(model: nn.Module) -> nn.Module:
    """Return a copy that answers as the model does when nobody trains it, and collects no gradients of weights."""
    from copy import deepcopy

    return deepcopy(model).eval().requires_grad_(requires_grad=False)


def attacked_batches(
    model: nn.Module,
    part: Dataset,
    attack: Attack,
    strength: float,
    *,
    steps: int,
    seed: int,
    cancelled: Callable[[], bool] | None,
) -> Iterator[tuple[Tensor, Tensor, int]]:
    """Yield batch by batch the changed images ``(B, C, H, W)``, their labels ``(B,)``, and how many are done.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """
    import torch

    from engine.evaluation.evaluate import device_of, model_input
    from engine.models.at_once import portions

    device = device_of(model)
    for place in portions(model, len(part), BATCH_SIZE, copies=COPIES):
        if cancelled is not None and cancelled():
            raise Cancelled
        images = model_input(part.images[place]).to(device)  # (B, C, H, W)
        labels = torch.from_numpy(part.labels[place].copy()).to(device)  # (B,)
        generator = torch.Generator(device=device).manual_seed(_seed(seed, place.start))
        changed = attack.perturb(
            model, images, labels, strength, steps=steps, generator=generator, cancelled=cancelled
        )
        yield changed, labels, place.stop


def _kept(
    model: nn.Module,
    part: Dataset,
    attack: Attack,
    strength: float,
    steps: int,
    seed: int,
    tell: Callable[[float], None],
    cancelled: Callable[[], bool] | None,
) -> int:
    """Return how many images are right after the attack."""
    import torch

    kept = 0
    for changed, labels, done in attacked_batches(
        model, part, attack, strength, steps=steps, seed=seed, cancelled=cancelled
    ):
        with torch.inference_mode():
            kept += int((model(changed).argmax(dim=1) == labels).sum())
        tell(done / len(part))
    return kept


def _seed(*numbers: int) -> int:
    """Return one seed for several numbers, none like that of others."""
    return int(np.random.SeedSequence(numbers).generate_state(1)[0])
