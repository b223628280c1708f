"""The arithmetic of training: a step, an epoch's order, validation; it knows no clock, no event and no pause."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from engine.choices import Precision
from engine.errors import TrainingError
from engine.goals.registry import GOALS
from engine.layers.modules import use_generator
from engine.models.build import build
from engine.models.size import check_fits
from engine.runtime import generator
from engine.training.adversary import as_it_answers, opponent_of
from engine.training.augment import Augmenter
from engine.training.autograd_step import AutogradStep
from engine.training.averaging import Average
from engine.training.batches import ImageTensors
from engine.training.chance import Chance, ChanceStates
from engine.training.fast.dense_step import DenseStep
from engine.training.flat import FlatModel
from engine.training.graphed_step import GraphedStep, can_be_recorded
from engine.training.held import held_weights
from engine.training.optimizers import Optimizer
from engine.training.order import ByChance, Shuffled
from engine.training.plain_statistics import measure_plain
from engine.training.private.private_step import PrivateStep
from engine.training.private.promise import DEVIATION, MEAN, promise_of
from engine.training.refusals import check_teacher, checked_batches, not_of_these_settings
from engine.training.robustness import Robustness, robustness
from engine.training.teaching import taught_by
from engine.training.validation import validation_sums

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.goals.goal import Goal
    from engine.training.checkpoint import Checkpoint
    from engine.training.optimizers import Rule
    from engine.training.order import Order
    from engine.training.teaching import Taught

ROUNDING = 1e-3  # of sums of scores, each 1 at most


@dataclass(frozen=True, slots=True)
class LearnerStates:
    """Copies, on the CPU, of what goes on between two steps beside the weights.

    Attributes:
        optimizer: The optimiser's tensors by name.
        order: State of the generator of the images' order, before the epoch under way was drawn.
        chance: Those of the other generators.
    """

    optimizer: dict[str, Tensor]
    order: Tensor
    chance: ChanceStates


@dataclass(frozen=True, slots=True, eq=False)
class CloseStep:
    """A step as it is looked at closely.

    Attributes:
        step: What finds its gradients.
        indices: ``(B,)`` int64, its images.
        labels: ``(B, …)``, their labels.
        taught: What a teacher says of all training images; None without one.
        rule: How gradients become new weights.
    """

    step: AutogradStep
    indices: Tensor
    labels: Tensor
    taught: Taught | None
    rule: Rule


class Learner:
    """A model, its data and its optimiser, on one device.

    Nothing in a step waits for the device: losses and answers stay there until ``results`` fetches them.

    Args:
        experiment: Network, training settings, augmentation and seed.
        data: Images to learn from and to validate on.
        device: Where it is done.
        by_hand: Whether plain dense networks take their gradients from ``DenseStep`` rather than from autograd.
        teacher: ``(N, classes)`` float32, the logits of a teacher for the training images; None without one.
        noise: σ of a private run that is gone on with; 0 lets it follow from the settings.
        rounded: Whether the products of a step are done in bfloat16.

    Raises:
        TrainingError: If there are too few images, ``teacher`` is not what the settings ask for, or the training cannot
            be private as the settings want it.
        ModelError: If the network does not fit in memory.

    Attributes:
        steps_per_epoch: Steps in one epoch.
        between_epochs: Whether the order of the next epoch is yet to be drawn.
        flat: The model and its weights as one vector.
        promise: What a private training promises; None where it promises nothing.
        precision: In which numbers products are done, ``float32`` or ``bfloat16``.
        clipping: Longest gradient; 0 for no limit.
        label_smoothing: Share of certainty spread over all classes.
    """

    def __init__(
        self,
        experiment: Experiment,
        data: Split,
        device: torch.device,
        *,
        by_hand: bool = True,
        teacher: NDArray[np.float32] | None = None,
        noise: float = 0.0,
        rounded: bool = False,
    ) -> None:
        config = experiment.training
        self._config = config
        self.clipping, self.label_smoothing = config.gradient_clipping, config.label_smoothing
        self.precision = (Precision.BFLOAT16 if rounded else Precision.FLOAT32).value
        check_teacher(config, data, teacher)
        check_fits(
            experiment.network, data.train.image_shape, len(data.classes), config, images=len(data.train)
        )
        count = len(data.train)
        sizes = checked_batches(experiment, count)
        self.promise = promise_of(config, count, noise=noise)
        order = generator(config.seed, "order")
        self._order: Order = Shuffled(count, sizes, order)
        if self.promise is not None:
            self._order = ByChance(count, self.promise.sampling_rate, self.promise.steps_per_epoch, order)
        self.steps_per_epoch = self._order.steps
        if why := GOALS[data.goal].why_not(data.train.labels):
            raise TrainingError("These data cannot be learnt.", cause=why)
        self._goal = GOALS[data.goal].fitted(data.train.labels)
        # Its validation is measured by the spread of its own targets, not by that of those it learns from.
        self._goal_of_validation = self._goal.fitted(data.validation.labels)
        self._train = ImageTensors(data.train, device)
        self._validation = ImageTensors(data.validation, device) if len(data.validation) else None
        if self.promise is None:
            mean, deviation = self._train.statistics()
        else:
            mean, deviation = [MEAN] * data.train.image_shape[0], [DEVIATION] * data.train.image_shape[0]
        model = build(
            experiment.network,
            image_shape=data.train.image_shape,
            classes=len(data.classes),
            mean=mean,
            deviation=deviation,
            seed=config.seed,
            goal=self._goal,
        )
        self._adapt(model)
        self.flat = FlatModel(model.to(device).train())
        self._model = model
        self._average = Average(self.flat, config, self.steps_per_epoch) if config.averaging else None
        self._optimizer = Optimizer(self.flat.weights, self.flat.gradients, config)
        self._chance = chance = Chance(config, device)
        use_generator(model, chance.dropout)
        varied, shape = experiment.data.augmentation, data.train.image_shape
        varies = varied.enabled and not self._train.kind.no_variation
        augmenter = Augmenter(varied, shape, chance.augmentation, device) if varies else None
        self._augmenter = augmenter
        self._taught = taught = None
        if teacher is not None:
            logits = torch.from_numpy(teacher).to(device)
            self._taught = taught = taught_by(logits, config.teacher_share, config.teacher_temperature)
        self._opponent = opponent_of(config, chance.adversary)
        dense = by_hand and self._goal.goes_by_hand and self._goes_by_hand(model, device)
        self._autocast = partial(torch.autocast, device.type, torch.bfloat16, enabled=rounded)
        kind: Callable[..., DenseStep | AutogradStep] = partial(
            AutogradStep, rounding=self._autocast, goal=self._goal
        )
        if self.promise is not None:
            kind = partial(PrivateStep, dropout=chance.dropout, promise=self.promise, noise=chance.noise)
        elif dense:
            kind = partial(DenseStep, dropout=chance.dropout, rounded=max(sizes) if rounded else 0)
        elif self._goal.goes_by_hand and self._may_be_recorded(device, set(sizes)):
            kind = partial(GraphedStep, rounding=self._autocast, dropout=chance.dropout)
        options: dict[str, Any] = {
            "label_smoothing": config.label_smoothing,
            "augmenter": augmenter,
            "taught": taught,
        }
        if self._opponent is not None:
            options["opponent"] = self._opponent
        self._step = self._stepping(partial(kind, **options), set(sizes))
        if isinstance(self._step, DenseStep) and not self._step.rounds:
            self.precision = Precision.FLOAT32.value
        self._closely: Callable[..., AutogradStep] = partial(AutogradStep, goal=self._goal, **options)
        self._losses = torch.zeros(self.steps_per_epoch, device=device)
        self._loss_of_step = self._losses.unbind()
        self._make_room(sizes)
        self._order_state = self._order.generator.get_state()
        self.between_epochs = True

    # What a learner that shares the work does otherwise

    def leading(self) -> AbstractContextManager[None]:
        """Return the context in which a run makes use of it."""
        return nullcontext()

    def _adapt(self, model: nn.Module) -> None:
        """Change what a network does while it is trained."""

    def _goes_by_hand(self, model: nn.Module, device: torch.device) -> bool:
        return DenseStep.applies_to(model, device)

    def _may_be_recorded(self, device: torch.device, sizes: set[int]) -> bool:
        varies = self._augmenter is not None
        return can_be_recorded(device, sizes, varies=varies, has_opponent=self._opponent is not None)

    def _stepping(
        self, kind: Callable[..., DenseStep | AutogradStep], sizes: set[int]
    ) -> DenseStep | AutogradStep:
        """Make what does the steps on batches of some sizes."""
        return kind(
            *(self.flat, self._train, sizes, self._optimizer), clipping=self._config.gradient_clipping
        )

    # From step to step

    def begin_epoch(self, epoch: int | None = None) -> None:
        """Draw the images of the epoch that comes.

        Args:
            epoch: Its number in the run, counted from 0; None for one of which no trace stays.
        """
        if self._average is not None:
            self._average.begin_epoch(epoch)
        self._order_state = self._order.generator.get_state()
        self.between_epochs = False
        indices, sizes = self._order.draw()
        if sizes is not self._sizes:
            self._make_room(sizes)
        indices = indices.to(self._losses.device)
        torch.index_select(self._train.labels, 0, indices, out=self._labels)
        self._indices_of_step = indices.split(sizes)

    def _make_room(self, sizes: Sequence[int]) -> None:
        """Have a place for the labels and answers of steps of these sizes."""
        self._sizes, self._bounds = sizes, np.cumsum([0, *sizes])
        self._counts = np.diff(self._bounds)
        count, labels = int(self._bounds[-1]), self._train.labels
        self._answers = self._goal.room(count, labels.device)
        self._labels = labels.new_empty((count, *labels.shape[1:]))  # in the epoch's order
        self._answers_of_step, self._labels_of_step = self._answers.split(sizes), self._labels.split(sizes)

    def steps(self, first: int, rates: Sequence[float], strengths: Sequence[float] = ()) -> None:
        """Do some steps, one for each rate.

        Args:
            first: The first one's place in the epoch, from 0.
            rates: How far each goes.
            strengths: How much an adversary may change a pixel in each; not looked at without one.
        """
        if self._average is None:
            self._do_steps(first, rates, strengths)
            return
        for part in self._average.stretches(first, len(rates)):
            self._do_steps(first + part.start, rates[part], strengths[part])
            self._average.take(first + part.stop)

    def _do_steps(self, first: int, rates: Sequence[float], strengths: Sequence[float]) -> None:
        part = slice(first, first + len(rates))
        indices, labels = self._indices_of_step[part], self._labels_of_step[part]
        losses, answers = self._loss_of_step[part], self._answers_of_step[part]
        self._step.run(indices, labels, losses, answers, rates, strengths)

    def closely(self, place: int) -> CloseStep:
        """Return what finds the same gradients of a step by autograd, whoever finds them otherwise.

        Args:
            place: Its place in the epoch, from 0.
        """
        indices, labels = self._indices_of_step[place], self._labels_of_step[place]
        given = self.flat, self._train, {max(1, len(indices))}, self._optimizer
        step = self._closely(*given, rounding=self.rounding)
        return CloseStep(step, indices, labels, self._taught, self._optimizer.rule)

    def rounding(self) -> AbstractContextManager[object]:
        """Return the context in which autograd rounds what the run's own steps do."""
        if isinstance(self._step, DenseStep):
            return self._step.by_autograd(self._model)
        return self._autocast()

    def end_epoch(self) -> None:
        """Note that all steps of the epoch are done, and measure what batch normalisation answers with, at wish."""
        self.between_epochs = True
        if self._config.plain_statistics:
            measure_plain(self._model, self._train)
            if self._average is not None:
                self._average.change(partial(measure_plain, self._model, self._train))

    def results(self, start: int, stop: int) -> tuple[NDArray[np.float32], NDArray[Any]]:
        """Fetch what came of some steps of the epoch under way; waits for the device.

        Args:
            start: The first step's place in the epoch.
            stop: One past the last.

        Returns:
            Mean losses ``(stop - start,)`` as they are told, label smoothing left out, and how many images were right:
            int64, or float64 sums of scores where these are no plain counts.
        """
        if start == stop:
            return np.empty(0, np.float32), np.empty(0, self.counts_in)
        losses = self._losses[start:stop].to("cpu", copy=True).numpy()
        first, last = int(self._bounds[start]), int(self._bounds[stop])
        right = self._goal.rightness(self._answers[first:last], self._labels[first:last]).cpu().numpy()
        sums = np.concatenate([[0], np.cumsum(right)])  # a step may have seen no image
        correct = np.diff(sums[self._bounds[start : stop + 1] - first])
        return losses, correct

    @property
    def counts_in(self) -> np.dtype[Any]:
        """The type of numbers in which it is told how many images were right."""
        return np.dtype(np.int64 if self._goal.is_counted else np.float64)

    @property
    def goal(self) -> Goal:
        """What the network is to give, as it is measured on the training images."""
        return self._goal

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many images each step of the epoch drawn last sees, ``(steps_per_epoch,)``."""
        return self._counts

    @property
    def validates(self) -> bool:
        """Whether there are validation images."""
        return self._validation is not None

    def validate(self) -> tuple[float, float] | None:
        """Measure mean loss and share right on the validation images, or None where there are none."""
        data = self._validation
        if data is None:
            return None
        with self._answering():
            loss, right = self._validated(data, 0, len(data)).tolist()
        return loss / len(data), right / len(data)

    def _validated(self, data: ImageTensors, first: int, last: int) -> Tensor:
        return validation_sums(self._model, data, self._goal_of_validation, first, last)

    def withstand(self) -> Robustness | None:
        """Measure what share of attacked validation images is right; None without an adversary, or without images."""
        if self._opponent is None or self._validation is None:
            return None
        with self._answering():
            as_it_answers(self._model)
            found = robustness(self._model, self._validation, self._config)
        self._model.train()
        return found

    def _answering(self) -> AbstractContextManager[None]:
        """Let the model have the weights that it answers with: their mean, once there is one."""
        return nullcontext() if self._average is None else self._average.in_place()

    def answering_state(self) -> dict[str, Tensor]:
        """Return the state dict that the model answers with, copied to the CPU: that of the mean, once there is one."""
        return self.average_state() or self.flat.copy()

    def average_state(self) -> dict[str, Tensor] | None:
        """Return the state dict of the mean of the weights, copied to the CPU; None where there is none."""
        return None if self._average is None else self._average.copy()

    @property
    def averaged(self) -> int:
        """Of how many moments that is the mean."""
        return 0 if self._average is None else self._average.count

    def states(self) -> LearnerStates:
        """Copy what a checkpoint needs beside the weights."""
        return LearnerStates(
            {name: tensor.to("cpu", copy=True) for name, tensor in self._optimizer.state_dict().items()},
            self._order.generator.get_state() if self.between_epochs else self._order_state,
            self._chance.states(),
        )

    @contextmanager
    def thrown_away(self) -> Iterator[None]:
        """Let steps be done that leave no trace: weights, optimiser and all chance are as before; between epochs."""
        order = self.states().order
        with self.undone():
            self.begin_epoch()
            try:
                yield
            finally:
                self.end_epoch()
                self._order.generator.set_state(order)

    @contextmanager
    def undone(self, dropout: Tensor | None = None) -> Iterator[LearnerStates]:
        """Let weights, optimiser and all chance but that of the order be as before at the end; amid an epoch too.

        Args:
            dropout: State of the generator of dropout meanwhile; None for that of the moment.

        Yields:
            How everything is at the beginning.
        """
        model, states = self.flat.copy(), self.states()
        if dropout is not None:
            self._chance.dropout.set_state(dropout)
        try:
            yield states
        finally:
            self.flat.load(model)
            self.flat.gradients.zero_()
            self._optimizer.load_state_dict(states.optimizer)
            self._chance.set_states(states.chance)

    def begin_with(self, state: Mapping[str, Tensor]) -> None:
        """Take other weights before the first step.

        Raises:
            TrainingError: If they belong to another network.
        """
        try:
            self.flat.load(state)
        except RuntimeError as error:
            raise TrainingError(
                "These weights do not belong to this network.",
                remedy="Train on with the network that the model was made with.",
            ) from error
        self._hold()
        self._step.read_normalization()

    def _hold(self) -> None:
        """Leave as they are now those weights that the settings say."""
        held = held_weights(self.flat, self._config.held)
        if held is not None:
            self._optimizer.hold(held)

    def restore(self, checkpoint: Checkpoint) -> None:
        """Go back to where a checkpoint was taken.

        Raises:
            TrainingError: If it belongs to another network, optimiser or amount of data.
        """
        try:
            if checkpoint.contradictions:
                raise ValueError(f"impossible: {checkpoint.contradictions}")
            if checkpoint.position and checkpoint.steps_per_epoch != self.steps_per_epoch:
                raise ValueError("amid an epoch of another length")
            if (checkpoint.noise_state is None) is not (self.promise is None):
                raise ValueError("private, or not")
            if self._average is not None:
                self._average.restore(checkpoint)
            self.flat.load(checkpoint.model)
            self._step.read_normalization()
            if "held" in checkpoint.optimizer:
                self._hold()
            self._optimizer.load_state_dict(checkpoint.optimizer)
            self._order.generator.set_state(checkpoint.order_state)
            if checkpoint.position:
                self.begin_epoch(checkpoint.epoch)
                if checkpoint.epoch_correct.dtype != self.counts_in:
                    raise ValueError("of another goal")
                if (checkpoint.epoch_correct > self.sizes[: checkpoint.position] + ROUNDING).any():
                    raise ValueError("more images right than there were")
            self._chance.set_states(
                ChanceStates(
                    checkpoint.dropout_state,
                    checkpoint.augmentation_state,
                    checkpoint.noise_state,
                    checkpoint.adversary_state,
                )
            )
        except (RuntimeError, KeyError, TypeError, ValueError) as error:
            raise not_of_these_settings() from error
