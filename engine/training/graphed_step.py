"""Steps on a graphics card as one call each: what a step starts there is recorded once for each size of batch.

A step of a small network is a hundred short kernels, and starting them takes longer than what they do. A CUDA graph
starts them all at once. All that it touches lies where it lay when it was recorded: indices, labels and the rate are
copied to places of their own, loss and answers from there. Chance is the run's own generator, registered with each
graph, so that every replay goes on in it as a step does.
What cannot be recorded, or does not agree with a step done call by call, is done call by call.

Source: PyTorch documentation, "CUDA semantics", section "CUDA Graphs" (whole-network capture, a warm-up on a side
stream, memory shared by graphs); ``torch.cuda.CUDAGraph.register_generator_state``.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import torch

from engine.training.autograd_step import AutogradStep
from engine.training.optimizers import prepare_gradients
from engine.training.rule_numbers import BETAS, EPSILON, SQUARES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torch import Tensor

    from engine.training.batches import ImageTensors
    from engine.training.flat import FlatModel
    from engine.training.optimizers import Optimizer, Rule

    Replay = Callable[[], object]

log = logging.getLogger(__name__)

MOST_SIZES = 4  # of batches: each has a graph of its own, and memory for all that lies between its layers
WARM_UPS = (
    3  # steps before the one that is recorded, in which libraries choose their ways and take their memory
)
NEAR = 0.1  # share of the way of a step that a replay may end from where the step ended: cards add up in any order


def can_be_recorded(device: torch.device, sizes: set[int], *, varies: bool, has_opponent: bool) -> bool:
    """Tell whether the steps of a training are ones that can be recorded.

    Args:
        device: Where they are done.
        sizes: The sizes of batch there will be.
        varies: Whether images are varied, for which the processor draws numbers in each step.
        has_opponent: Whether an adversary changes the images, which looks at what came of it.
    """
    return device.type == "cuda" and len(sizes) <= MOST_SIZES and not varies and not has_opponent


class GraphedStep(AutogradStep):
    """Steps of one network on one set of images.

    Args:
        dropout: Where all chance in a step comes from.
        settings: As all else, what an ``AutogradStep`` takes.
    """

    def __init__(
        self,
        flat: FlatModel,
        data: ImageTensors,
        sizes: set[int],
        optimizer: Optimizer,
        *,
        dropout: torch.Generator,
        **settings: Any,
    ) -> None:
        super().__init__(flat, data, sizes, optimizer, **settings)
        self._dropout = dropout
        self._card = Card()
        self._rate = torch.zeros((), device=flat.weights.device)
        self._places = {size: _Place.of(size, flat.weights.device) for size in sizes}
        self._replays: dict[int, Replay] = {}
        self._held: list[Tensor] = []
        self._is_off = False

    def run(
        self,
        indices: Sequence[Tensor],
        labels: Sequence[Tensor],
        losses: Sequence[Tensor],
        answers: Sequence[Tensor],
        rates: Sequence[float],
        strengths: Sequence[float] = (),
    ) -> None:
        """Do a step for each of ``rates``; arguments as for ``DenseStep.run``."""
        if [*map(id, self._optimizer.rule.held)] != [*map(id, self._held)]:
            self._replays.clear()  # other weights are held than when steps were recorded
        for step, rate in enumerate(rates):
            if self._is_off:
                rest = slice(step, None)
                super().run(indices[rest], labels[rest], losses[rest], answers[rest], rates[rest])
                return
            place = self._places[len(indices[step])]
            place.indices.copy_(indices[step])
            place.labels.copy_(labels[step])
            self._rate.fill_(rate)
            self._replay_at(place)()
            losses[step].copy_(place.loss)
            answers[step].copy_(place.answers)

    def _replay_at(self, place: _Place) -> Replay:
        """Return what does a step with what lies in a place; recorded where that is not done yet, and can be."""
        if (size := len(place.labels)) not in self._replays:
            step = partial(self._step_at, place)
            self._held = list(self._optimizer.rule.held)
            try:
                with self._unchanged():
                    replay = self._card.record(step, self._dropout)
                if not self._agree(place, step, replay):
                    raise RuntimeError("it ends elsewhere than the step")
                self._replays[size] = replay
            except (RuntimeError, AttributeError) as error:  # the latter of a PyTorch that cannot
                self._is_off = True
                self._replays.clear()
                reason = (str(error).splitlines() or [type(error).__name__])[0]
                log.warning(
                    "Steps on this card are done call by call, for one cannot be recorded: %s", reason
                )
                return step
        return self._replays[size]

    def _step_at(self, place: _Place) -> None:
        """Do a step with the images at ``place.indices``, at the rate that lies in ``self._rate``."""
        self.find_gradients(place.indices, place.labels, place.loss, place.answers)
        take_step_at(self._optimizer.rule, self._rate, self._clipping)

    def _agree(self, place: _Place, step: Callable[[], None], replay: Replay) -> bool:
        """Tell whether a step and its replay end in the same place."""
        before = self._flat.weights
        found = []
        for do in (step, replay):
            with self._unchanged():
                do()
                found.append((before.clone(), place.loss.clone()))
        (weights, loss), (replayed, its_loss) = found
        moved, apart = (weights - before).norm(), (replayed - weights).norm()
        return bool(apart <= NEAR * moved) and bool(torch.isclose(loss, its_loss, rtol=NEAR))

    @contextmanager
    def _unchanged(self) -> Iterator[None]:
        """Let steps be done that leave no trace but in their places."""
        model = self._flat.model
        tensors = [self._flat.weights, self._flat.gradients, *model.buffers()]
        tensors += self._optimizer.state_dict().values()
        kept, chance = [tensor.clone() for tensor in tensors], self._dropout.get_state()
        try:
            yield
        finally:
            for tensor, before in zip(tensors, kept, strict=True):
                tensor.copy_(before)
            self._dropout.set_state(chance)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where what a step takes and gives lies, of one size of batch.

    Attributes:
        indices: ``(B,)`` int64, of the images.
        labels: ``(B,)`` int64.
        loss: ``()``.
        answers: ``(B,)`` int64.
    """

    indices: Tensor
    labels: Tensor
    loss: Tensor
    answers: Tensor

    @classmethod
    def of(cls, size: int, device: torch.device) -> _Place:
        """Make room for a batch of some size."""
        whole = [torch.zeros(size, dtype=torch.int64, device=device) for _ in range(3)]
        return cls(whole[0], whole[1], torch.zeros((), device=device), whole[2])


class Card:
    """Records steps as CUDA graphs that share their memory: they are never done at the same time."""

    def __init__(self) -> None:
        self._pool: Any = None

    def record(self, step: Callable[[], None], chance: torch.Generator) -> Replay:
        """Do a step some times and record it; return what does it again, from the places that it was recorded with.

        Raises:
            RuntimeError: If the card, or a part of the network, does not let itself be recorded.
        """
        graph = torch.cuda.CUDAGraph()
        graph.register_generator_state(chance)
        side, here = torch.cuda.Stream(), torch.cuda.current_stream()
        side.wait_stream(here)
        with torch.cuda.stream(side):
            for _ in range(WARM_UPS):
                step()
            torch.cuda.synchronize()
            # Not by ``torch.cuda.graph``, which searches for garbage: that belongs to the window's thread alone.
            graph.capture_begin(pool=self._pool, capture_error_mode="thread_local")
            try:
                step()
            finally:
                graph.capture_end()
        here.wait_stream(side)
        self._pool = self._pool or graph.pool()
        return graph.replay


def take_step_at(rule: Rule, rate: Tensor, clipping: float) -> None:
    """Change the weights as ``take_step`` does, at a rate ``()`` that lies on their device and is never asked for."""
    prepare_gradients(rule, clipping)
    _apply_rule_at(rule, rate)
    if rule.held:
        torch.where(rule.held[1], rule.held[2], rule.weights[0], out=rule.weights[0])


def _apply_rule_at(rule: Rule, rate: Tensor) -> None:
    if rule.kind == "sgd":
        torch._fused_sgd_(
            rule.weights, rule.gradients, rule.first,
            weight_decay=rule.weight_decay, momentum=rule.momentum, lr=rate, dampening=0.0,
            nesterov=rule.nesterov, maximize=False, is_first_step=False,
        )  # fmt: skip
    elif rule.kind == "rmsprop":
        weights, gradients, square = rule.weights[0], rule.gradients[0], rule.second[0]
        if rule.weight_decay > 0:
            gradients.add_(weights, alpha=rule.weight_decay)
        square.mul_(SQUARES).addcmul_(gradients, gradients, value=1 - SQUARES)
        root = torch.sqrt(square, out=rule.first[0]).add_(EPSILON)
        weights.add_((gradients * -rate).div_(root))
    else:
        rule.done[0].add_(1)
        fused = torch._fused_adam_ if rule.kind == "adam" else torch._fused_adamw_
        fused(
            rule.weights, rule.gradients, rule.first, rule.second, [], rule.done,
            lr=rate, beta1=BETAS[0], beta2=BETAS[1], weight_decay=rule.weight_decay, eps=EPSILON,
            amsgrad=False, maximize=False,
        )  # fmt: skip
