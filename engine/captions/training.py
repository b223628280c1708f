"""Trains a caption model: each step draws a caption for each picture of a batch and pulls those together that belong.

A caption says some of what is true of its picture, by chance. In a batch several captions may be the same, and a short
one is true of many pictures: whatever is true counts as right, and of several right answers each gets the same share
(``contrastive_loss``). Taking all but its own picture for wrong, as CLIP does among millions, would teach that a three
is no three.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.captions.model import CaptionModel, contrastive_loss
from engine.captions.pictures import described
from engine.captions.words import is_true
from engine.choices import OptimizerName
from engine.config import TrainingConfig
from engine.errors import TrainingError
from engine.training.flat import FlatModel
from engine.training.optimizers import Optimizer
from engine.training.schedules import one_cycle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from engine.captions.plan import Plan

SAID_SHARES = (0.7, 0.8, 0.9)  # how often thickness, slant and digit are said where they can be
WEIGHT_DECAY = 0.05
WARM_UP = 0.15  # of the steps
TOLD_SECONDS = 0.1  # from one event to the next, at least


@dataclass(frozen=True, slots=True)
class Drawing:
    """The pictures are being drawn."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """So far it has learnt.

    Attributes:
        step: Steps done.
        loss: Mean over the steps since the last event.
        seconds: Since the beginning.
    """

    step: int
    loss: float
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """The end.

    Attributes:
        model: The model, in whatever state it was when it was stopped.
        step: Steps done; fewer than were wished for where it was stopped.
        seconds: Since the beginning.
    """

    model: CaptionModel
    step: int
    seconds: float


def train(
    plan: Plan, stopped: Callable[[], bool] = lambda: False, *, held_out: NDArray[np.int64] | None = None
) -> Iterator[Drawing | Learnt | Trained]:
    """Train a caption model on generated digits; the same plan gives the same weights.

    Args:
        plan: How long, on what.
        stopped: Asked after each step whether to stop; what is learnt until then is kept.
        held_out: ``(M, 3)``: no picture is learnt from of which one of these captions is true.

    Raises:
        Cancelled: If it is stopped before there is anything to keep.
        TrainingError: If it comes to weights that are no numbers.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # a step is too little to share, and so the same bits come on every machine
    try:
        yield from _trained(plan, stopped, held_out)
    finally:
        torch.set_num_threads(threads)


def _trained(
    plan: Plan, stopped: Callable[[], bool], held_out: NDArray[np.int64] | None
) -> Iterator[Drawing | Learnt | Trained]:
    began = time.perf_counter()
    yield Drawing()
    data = described(plan.pictures, plan.seed, cancelled=stopped)
    if held_out is not None:
        data = data.without(held_out)
    model = CaptionModel(plan.seed)
    flat = FlatModel(model)
    config = TrainingConfig(optimizer=OptimizerName.ADAMW, weight_decay=WEIGHT_DECAY)
    optimizer = Optimizer(flat.weights, flat.gradients, config)
    rng = np.random.default_rng([plan.seed, 1])
    images = torch.from_numpy(data.images)
    told, told_step, losses, step = began, 0, 0.0, 0
    for step, chosen in enumerate(_batches(len(images), plan, rng), start=1):
        facts = data.facts[chosen]
        flat.gradients.zero_()
        losses += _step(model, images[torch.from_numpy(chosen)], facts, captions_of(facts, rng))
        optimizer.step(plan.learning_rate * one_cycle(step - 1, plan.steps, WARM_UP))
        now = time.perf_counter()
        if now - told >= TOLD_SECONDS or step == plan.steps:
            yield Learnt(step, losses / (step - told_step), now - began)
            told, told_step, losses = now, step, 0.0
        if stopped():
            break
    if not flat.finite:
        raise TrainingError(
            "The captions were not learnt.",
            cause="The weights are no numbers any more.",
            remedy="Choose a smaller learning rate.",
        )
    yield Trained(model.eval(), step, time.perf_counter() - began)


def captions_of(facts: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
    """Return a true caption for each picture, none of them empty.

    Args:
        facts: ``(B, 3)``, all that can be said of each.
        rng: Decides what is said.
    """
    captions = np.where(rng.random(facts.shape) < SAID_SHARES, facts, 0)
    captions[:, -1] = np.where((captions == 0).all(axis=1), facts[:, -1], captions[:, -1])
    return captions


def _batches(count: int, plan: Plan, rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """Yield the indices of a batch for each step, every picture once before any comes again."""
    size = min(plan.batch_size, count)
    order = np.zeros(0, np.int64)
    for _ in range(plan.steps):
        if len(order) < size:
            order = rng.permutation(count)
        yield order[:size]
        order = order[size:]


def _step(
    model: CaptionModel, images: torch.Tensor, facts: NDArray[np.int64], captions: NDArray[np.int64]
) -> float:
    """Find the gradients of a batch, and return its loss."""
    pictures = model.pictures(images.float() / 255)
    sentences = model.sentences(torch.from_numpy(captions))
    loss = contrastive_loss(pictures, sentences, torch.from_numpy(is_true(captions, facts)), model.scale)
    loss.backward()
    return float(loss.detach())
