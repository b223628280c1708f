"""A learner of which every process has one: each does its share of every batch, and all change their weights alike.

The first one is driven by a run as ever, and tells the others each thing before it does it; these do the same. All draw
the same chance, each for the whole batch, and take their own part of it; only an adversary has its own in each process.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from engine.config import Adversary
from engine.layers.modules import Dropout
from engine.layers.rows import Rows, rows_of
from engine.runtime import generator
from engine.training.learner import Learner
from engine.training.optimizers import Optimizer
from engine.training.ranks.norm import share_norms
from engine.training.ranks.refusals import check_shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.training.autograd_step import AutogradStep
    from engine.training.checkpoint import Checkpoint
    from engine.training.fast.dense_step import DenseStep
    from engine.training.ranks.ranks import Ranks

AT_ONCE = 64  # steps told in one message
SYSTEM = (
    1000  # what a process adds to a message where the system wants it to end; 1 where it was asked to stop
)


class Act(IntEnum):
    """What all do next."""

    END = 0
    BEGIN_EPOCH = 1
    STEPS = 2
    RESULTS = 3
    END_EPOCH = 4
    VALIDATE = 5


class SharedLearner(Learner):
    """Does its share of the work of a ``Learner``, whose arguments it takes.

    Args:
        experiment: Network, training settings, augmentation and seed; the same in all processes.
        data: Images to learn from and to validate on; likewise.
        device: Where it is done.
        ranks: The processes.
        options: What else a learner takes.

    Raises:
        TrainingError: As for a learner, and where such a training is not shared.
    """

    def __init__(
        self, experiment: Experiment, data: Split, device: torch.device, *, ranks: Ranks, **options: Any
    ) -> None:
        check_shared(experiment.training, ranks.world, len(data.train))
        self._ranks, self._leads, self._is_whole = ranks, False, True
        self._rows = Rows()
        super().__init__(experiment, data, device, **options)
        if self._augmenter is not None:
            self._augmenter.rows = self._rows
        for module in self._model.modules():
            if isinstance(module, Dropout):
                module.rows = self._rows
        ranks.hand(self.flat.weights)

    @contextmanager
    def leading(self) -> Iterator[None]:
        """Tell the others from now on what to do, and at the end that it is the end.

        Where an error breaks off what all are at, nobody could hear it; they notice that this process goes.
        """
        self._leads = self._ranks.leads
        try:
            yield
        finally:
            if self._leads and self._is_whole:
                self._tell(Act.END)
            self._leads = False

    def follow(self) -> None:
        """Do what the first process tells, to its end.

        Raises:
            LostRankError: If it does not come to an end.
        """
        while (message := self._hear())[0] != Act.END:
            act, first, count = (int(number) for number in message[:3])
            if act == Act.BEGIN_EPOCH:
                self.begin_epoch(first)
            elif act == Act.STEPS:
                rates, strengths = message[4:].view(2, -1)[:, :count].tolist()
                self.steps(first, rates, strengths)
            elif act == Act.RESULTS:
                self.results(first, count)
            elif act == Act.END_EPOCH:
                self.end_epoch()
            else:
                self.validate()

    # What a run asks for

    def begin_epoch(self, epoch: int | None = None) -> None:
        """Draw the images of the epoch that comes; see ``Learner.begin_epoch``."""
        with self._together(Act.BEGIN_EPOCH, 0 if epoch is None else epoch):
            super().begin_epoch(epoch)
            self._weigh()
            self._indices_of_step = self._own(self._indices_of_step)

    def steps(self, first: int, rates: Sequence[float], strengths: Sequence[float] = ()) -> None:
        """Do some steps, one for each rate; see ``Learner.steps``."""
        for start in range(0, len(rates), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            with self._together(Act.STEPS, first + start, len(rates[part]), (rates[part], strengths[part])):
                for place, rate in enumerate(rates[part], start=start):
                    self._do_step(first + place, rate, strengths[place : place + 1])

    def _do_step(self, number: int, rate: float, strength: Sequence[float]) -> None:
        share, rows = self._shares[number], self._rows
        rows.first, rows.last, rows.whole, rows.weight = share.first, share.last, share.whole, share.weight
        self._do_steps(number, [rate], strength)
        self._ranks.sum(self.flat.gradients.mul_(share.weight))
        self._optimizer.step(rate, self._config.gradient_clipping)
        if self._average is not None:
            self._average.take(number + 1)

    def results(self, start: int, stop: int) -> tuple[NDArray[np.float32], NDArray[Any]]:
        """Fetch what came of some steps in all processes; see ``Learner.results``."""
        with self._together(Act.RESULTS, start, stop):
            losses, correct = super().results(start, stop)
            weights = np.array([share.weight for share in self._shares[start:stop]])
            # Of a batch that each does as a whole, the first one counts what is right.
            counts = [
                self._ranks.leads or share.count < share.whole or self._ranks.world == 1
                for share in self._shares[start:stop]
            ]
            sums = self._ranks.sum(torch.from_numpy(np.stack([losses * weights, correct * counts])))
            return sums[0].numpy().astype(np.float32), sums[1].numpy().astype(self.counts_in)

    def end_epoch(self) -> None:
        """Note that all steps of the epoch are done, and go on from the same weights and buffers to the bit."""
        with self._together(Act.END_EPOCH):
            super().end_epoch()
            for numbers in (*self.flat.numbers, *([] if self._average is None else self._average.numbers)):
                self._ranks.hand(numbers)

    def validate(self) -> tuple[float, float] | None:
        """Measure mean cross-entropy and share right on all validation images; see ``Learner.validate``."""
        data = self._validation
        if data is None:
            return None
        with self._together(Act.VALIDATE):
            first, last = (
                len(data) * place // self._ranks.world for place in (self._ranks.rank, self._ranks.rank + 1)
            )
            sums = torch.zeros(2, dtype=torch.float64)
            if last > first:
                with self._answering():
                    sums = self._validated(data, first, last)
            loss, right = self._ranks.sum(sums).tolist()
        return loss / len(data), right / len(data)

    def restore(self, checkpoint: Checkpoint) -> None:
        """Go back to where a checkpoint was taken, whatever number of processes took it."""
        super().restore(checkpoint)
        self._draw_apart(checkpoint.step)

    # How a learner is built otherwise

    def _adapt(self, model: nn.Module) -> None:
        share_norms(model, self._ranks, self._rows)

    def _goes_by_hand(self, model: nn.Module, device: torch.device) -> bool:
        """Steps by hand draw for the images they are given; where chance has a part in them, autograd does them."""
        draws = any(isinstance(part, Dropout) and part.share > 0 for part in model.modules())
        return super()._goes_by_hand(model, device) and not draws and self._opponent is None

    def _may_be_recorded(self, device: torch.device, sizes: set[int]) -> bool:
        return False  # amid a step the gradients of all processes are added up

    def _stepping(
        self, kind: Callable[..., DenseStep | AutogradStep], sizes: set[int]
    ) -> DenseStep | AutogradStep:
        """Make what finds the gradients; the weights are changed once those of all processes are there."""
        ranks = self._ranks
        own = {rows_of(ranks.rank, ranks.world, size).count for size in sizes}
        self._draw_apart(0)
        return kind(self.flat, self._train, own, _Waiting(self._optimizer), clipping=0.0)

    def _make_room(self, sizes: Sequence[int]) -> None:
        super()._make_room(sizes)  # what others answer is never right here
        self._shares = [rows_of(self._ranks.rank, self._ranks.world, size) for size in sizes]
        self._answers_of_step = self._own(self._answers_of_step)
        self._labels_of_step = self._own(self._labels_of_step)

    def _weigh(self) -> None:
        """Let each process count by how much is asked of its examples, where that differs: in texts."""
        if not self._goal.per_place:
            return
        asked = self._goal.asked_of(self._labels).split(list(self._sizes))
        for share, counts in zip(self._shares, asked, strict=True):
            if share.count < share.whole:
                share.weight = float(counts[share.first : share.last].sum() / counts.sum().clamp(min=1))

    def _own(self, of_steps: Sequence[Tensor]) -> tuple[Tensor, ...]:
        return tuple(
            whole[rows.first : rows.last] for whole, rows in zip(of_steps, self._shares, strict=True)
        )

    def _draw_apart(self, step: int) -> None:
        """Let the adversary of each process but the first have its own chance from a step on."""
        if self._ranks.rank and self._config.adversary is not Adversary.OFF:
            purpose = f"adversary {self._ranks.rank} {step}"
            adversary = self._chance.adversary
            adversary.set_state(generator(self._config.seed, purpose, adversary.device).get_state())

    # Messages

    @contextmanager
    def _together(
        self, act: Act, first: int = 0, count: int = 0, numbers: tuple[Sequence[float], ...] = ()
    ) -> Iterator[None]:
        if self._leads:
            self._tell(act, first, count, numbers)
        self._is_whole = False
        yield
        self._is_whole = True

    def _tell(
        self, act: Act, first: int = 0, count: int = 0, numbers: tuple[Sequence[float], ...] = ()
    ) -> None:
        message = torch.zeros(4 + 2 * AT_ONCE, dtype=torch.float64)
        message[:3] = torch.tensor([act, first, count])
        for row, values in zip(message[4:].view(2, -1), numbers, strict=False):
            row[: len(values)] = torch.tensor(values, dtype=torch.float64)
        wishes = int(self._ranks.sum(message)[3])
        if wishes:
            self._ranks.heard(2 if wishes >= SYSTEM else 1)

    def _hear(self) -> Tensor:
        message = torch.zeros(4 + 2 * AT_ONCE, dtype=torch.float64)
        message[3] = (0, 1, SYSTEM)[self._ranks.asked()]
        return self._ranks.sum(message)


class _Waiting(Optimizer):
    """Stands where an optimiser is expected and leaves the weights as they are.

    Args:
        optimizer: The one that changes them.
    """

    def __init__(self, optimizer: Optimizer) -> None:
        self._kept = {}
        self.rule = optimizer.rule._replace(kind="none", held=[])
