"""One training run: when to tell, when to hold, when to end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.config import Adversary
from engine.training import schedules
from engine.training.checkpoint import Checkpoint
from engine.training.events import (
    CheckpointTaken,
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    StepTraced,
    TrainingFinished,
)
from engine.training.moments import is_early, steps_to_early
from engine.training.step_trace import Place, Rate
from engine.training.stopwatch import Stopwatch
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.config import TrainingConfig
    from engine.training.control import TrainingControl
    from engine.training.events import TrainingEvent
    from engine.training.learner import Learner
    from engine.training.threads import StepThreads

FLUSH_SECONDS = 1 / 30
STRETCH_MARGIN = 1.05  # a stretch that ends just before something is due is followed by one of a step or two
SNAPSHOT_SECONDS = 1 / 10
SNAPSHOT_SHARE = 0.02  # of the time at most goes into snapshots while training runs


class Diverged(Exception):
    """A loss or a weight is infinite or not a number."""

    def __init__(self, step: int) -> None:
        super().__init__(step)
        self.step = step


class Run:
    """One run: where it is, what was found and not yet told, and the best and the last good weights.

    Args:
        learner: Does the arithmetic.
        config: When to end, and the learning rate.
        control: Through which others stop, pause and step it.
        clock: Seconds from any beginning.
        threads: How many of the processor's do the steps.
    """

    def __init__(
        self,
        learner: Learner,
        config: TrainingConfig,
        control: TrainingControl,
        clock: Callable[[], float],
        threads: StepThreads,
    ) -> None:
        self._learner = learner
        self._config = config
        self._control = control
        self._clock = clock
        self._threads = threads
        self._stopwatch = Stopwatch(clock)
        self._steps_per_epoch = learner.steps_per_epoch
        # Where the run is
        self._step = self._epoch = self._position = 0
        self._rate = self._config.learning_rate
        # What was found in the epoch under way, and how much of that is collected from the device
        self._losses = np.zeros(self._steps_per_epoch, np.float32)
        self._correct = np.zeros(self._steps_per_epoch, learner.counts_in)
        self._collected = 0
        self._collected_at = 0.0  # seconds of training
        # What is collected and not yet told
        self._untold: list[tuple[NDArray[np.float32], NDArray[np.float32]]] = []
        self._rates: list[float] = []
        self._pending: list[TrainingEvent] = []
        self._next_flush = self._next_snapshot = -math.inf
        self._step_seconds = math.inf  # what one of the last steps took
        self._rested_at = -1  # step of the last checkpoint taken because the run was held
        # Weights to keep
        self._good = ModelSnapshot(0, 0, self._learner.flat.copy())
        self._best: dict[str, Tensor] | None = None
        self._best_epoch, self._best_loss = 0, math.inf
        self._growing_epochs = schedules.growing_epochs(config)

    def restore(self, checkpoint: Checkpoint) -> None:
        """Go back to where a checkpoint was taken."""
        self._learner.restore(checkpoint)
        self._step, self._epoch, self._position = checkpoint.step, checkpoint.epoch, checkpoint.position
        self._rate, self._stopwatch.seconds = checkpoint.learning_rate, checkpoint.seconds
        self._losses[: self._position] = checkpoint.epoch_losses
        self._correct[: self._position] = checkpoint.epoch_correct
        self._collected = self._position
        self._best, self._best_epoch = checkpoint.best_model, checkpoint.best_epoch
        self._best_loss = checkpoint.best_loss
        self._good = ModelSnapshot(self._step, self._epoch, self._learner.answering_state())

    @property
    def step(self) -> int:
        """Steps done."""
        return self._step

    @property
    def learning_rate(self) -> float:
        """Base learning rate of the next step."""
        return self._rate

    def events(self) -> Iterator[TrainingEvent]:
        """Train; whatever is told passes through here, and the clock stands while others have the word."""
        for event in self._events():
            self._stopwatch.stop()
            yield event
            self._stopwatch.start()

    def _events(self) -> Iterator[TrainingEvent]:
        yield self._good
        reason, message = None, ""
        try:
            while reason is None:
                yield from self._heed()
                reason, message = self._go_on()
                if is_early(self._step):
                    self._take_snapshot()
                if reason is None and self._clock() >= self._next_flush:
                    self._snapshot_if_due()
                    yield from self._flush()
            self._take_snapshot()
        except Diverged as found:
            reason = FinishReason.DIVERGED
            message = Phrase(
                "The loss or a weight became infinite, or not a number, in step {step:,}; the weights of step "
                "{kept:,} are kept. Lower the learning rate (it is {rate:g}), or limit the gradients with gradient "
                "clipping.",
                step=found.step,
                kept=self._good.step,
                rate=self._rate,
            )
        yield from self._flush()
        yield self._finished(reason, message)

    @property
    def _measure(self) -> Phrase:
        """What the best epoch is the best by, and what early stopping looks at."""
        return Phrase("validation loss") if self._learner.validates else Phrase("training loss")

    @property
    def _privacy_spent(self) -> float | None:
        promise = self._learner.promise
        return None if promise is None else promise.spent(self._step)

    # One stretch after another

    def _go_on(self) -> tuple[FinishReason | None, str]:
        """Do steps until there is something to tell or to heed, or the epoch ends; say whether the run has ended."""
        if self._control.stopped:
            return FinishReason.SUSPENDED if self._control.suspended else FinishReason.STOPPED, ""
        if self._epoch >= self._config.epochs:
            return FinishReason.COMPLETED, ""
        if self._learner.between_epochs:
            promise = self._learner.promise
            if promise is not None and not promise.allows(self._step + self._steps_per_epoch):
                return FinishReason.COMPLETED, Phrase(
                    "The privacy budget is spent: ε {spent:.3g} of {epsilon:g}, and another epoch would pass it.",
                    spent=promise.spent(self._step),
                    epsilon=promise.epsilon,
                )
            self._learner.begin_epoch(self._epoch)
        change = self._threads.known_change(self._step + 1)
        if change is not None:
            self._pending.append(change)
        started, before, is_single = self._clock(), self._step, self._control.single_step
        self._do_steps()
        self._collect()
        took = self._clock() - started
        self._step_seconds = took / (self._step - before)
        if not is_single:
            self._threads.note(took, self._step - before)
        if self._position == self._steps_per_epoch:
            return self._end_epoch()
        return None, ""

    def _do_steps(self) -> None:
        rates = [
            self._rate * schedules.factor(self._config, self._step + number, self._steps_per_epoch)
            for number in range(self._stretch())
        ]
        strengths = self._strengths(len(rates))
        if len(rates) == 1 and self._control.single_step and self._control.traces_steps:
            self._trace_step(rates[0], strengths)
        else:
            self._learner.steps(self._position, rates, strengths)
        self._rates += rates
        self._step += len(rates)
        self._position += len(rates)
        self._control.step_done(epoch_ended=False)

    def _trace_step(self, rate: float, strengths: list[float]) -> None:
        """Do one step and have all its numbers told."""
        from engine.training.microscope.tracing import trace_step

        place = Place(self._step + 1, self._epoch + 1, self._position, self._steps_per_epoch)
        trace = trace_step(self._learner, place, Rate(self._rate, rate), strengths)
        if trace is not None:
            self._pending.append(StepTraced(trace))

    def _strengths(self, count: int) -> list[float]:
        """Return how much an adversary may change a pixel in each of the next steps; empty without one."""
        if self._config.adversary is Adversary.OFF:
            return []
        return [
            schedules.adversary_strength(self._config, self._step + number, self._steps_per_epoch)
            for number in range(count)
        ]

    def _stretch(self) -> int:
        """Return how many steps to do before the next look at the clock and at what is asked for.

        As many as fit in before something is due to be told, by what the last ones took; not past the end of the
        epoch or a moment that is kept.
        """
        if self._control.single_step:
            return 1
        left = max(0.0, self._next_flush - self._clock())
        fitting = left / self._step_seconds if self._step_seconds > 0 else math.inf
        most = min(self._steps_per_epoch - self._position, steps_to_early(self._step))
        to_change = self._threads.steps_to_change(self._step)
        most = most if to_change is None else min(most, to_change)
        return max(1, min(most, math.ceil(min(fitting * STRETCH_MARGIN, 1e6))))

    def _collect(self) -> None:
        """Fetch what the last steps found.

        Raises:
            Diverged: If a loss is not finite; the steps before it are kept to be told.
        """
        start, stop = self._collected, self._position
        losses, correct = self._learner.results(start, stop)
        self._losses[start:stop], self._correct[start:stop] = losses, correct
        self._collected = stop
        self._collected_at = self._stopwatch.elapsed()
        sizes = self._learner.sizes[:stop]
        accuracies = (correct / sizes[start:].clip(min=1)).astype(np.float32)
        if not sizes.all():  # a step without images tells what the one before it told
            seen = np.maximum.accumulate(np.where(sizes > 0, np.arange(stop), 0))[start:]
            losses = self._losses[seen]
            accuracies = (self._correct[seen] / sizes[seen].clip(min=1)).astype(np.float32)
        bad = np.flatnonzero(~np.isfinite(losses))
        good = int(bad[0]) if len(bad) else len(losses)
        if good:
            self._untold.append((losses[:good], accuracies[:good]))
        if len(bad):
            self._step += good - len(losses)
            raise Diverged(self._step + 1)

    def _end_epoch(self) -> tuple[FinishReason | None, str]:
        self._learner.end_epoch()
        self._epoch += 1
        self._position = self._collected = 0
        self._take_snapshot()
        validation = self._learner.validate()
        if validation is not None and not math.isfinite(validation[0]):
            raise Diverged(self._step)
        attacked = self._learner.withstand()
        sizes = self._learner.sizes
        train_loss = float(
            np.average(self._losses.astype(np.float64), weights=sizes if sizes.any() else None)
        )
        train_accuracy = self._correct.sum().item() / max(1, int(sizes.sum()))
        loss, accuracy = validation or (train_loss, train_accuracy)
        # Of epochs that met an adversary before it had its strength none is kept for the sake of a lower loss.
        best = loss < self._best_loss or self._best_epoch <= self._growing_epochs
        if best:
            self._best, self._best_epoch, self._best_loss = self._good.state, self._epoch, loss
        done = EpochDone(
            epoch=self._epoch,
            step=self._step,
            train_loss=train_loss,
            train_accuracy=train_accuracy,
            validation_loss=validation[0] if validation else None,
            validation_accuracy=validation[1] if validation else None,
            learning_rate=self._rates[-1] if self._rates else self._rate,
            seconds=self._stopwatch.elapsed(),
            best=best,
            privacy_spent=self._privacy_spent,
            robust_accuracy=attacked.accuracy if attacked else None,
            fgsm_accuracy=attacked.fgsm_accuracy if attacked else None,
            noise_accuracy=attacked.noise_accuracy if attacked else None,
        )
        self._pending.insert(len(self._pending) - 1, done)  # before the snapshot of its weights
        self._control.step_done(epoch_ended=True)
        ended = self._reason_to_end(accuracy)
        if ended[0] is None and self._epoch < self._config.epochs:
            change = self._threads.eased(self._step + 1)
            if change is not None:
                self._pending.append(change)
        return ended

    def _reason_to_end(self, accuracy: float) -> tuple[FinishReason | None, str]:
        config, goal = self._config, self._learner.goal
        is_whole = self._epoch > self._growing_epochs
        if config.target_accuracy and accuracy >= config.target_accuracy and is_whole:
            return (
                FinishReason.TARGET_REACHED,
                Phrase(
                    "The {measure} reached {accuracy:.1%} after epoch {epoch}.",
                    measure=goal.measure_of_validation
                    if self._learner.validates
                    else goal.measure_of_training,
                    accuracy=accuracy,
                    epoch=self._epoch,
                ),
            )
        if config.early_stopping and self._epoch - self._best_epoch >= config.early_stopping:
            return FinishReason.EARLY_STOPPED, Phrase(
                "The {measure} has not improved for {epochs} epochs; the best was epoch {best}.",
                measure=self._measure,
                epochs=config.early_stopping,
                best=self._best_epoch,
            )
        return None, ""

    def _heed(self) -> Iterator[TrainingEvent]:
        """Do what was asked through the control; return once training may go on or shall stop."""
        control = self._control
        while control.attention_wanted:
            rate = control.take_learning_rate()
            if rate is not None and rate != self._rate:
                self._pending.append(LearningRateChanged(self._step + 1, self._rate, rate))
                self._rate = rate
            if control.take_checkpoint_request():
                self._pending.append(CheckpointTaken(self._checkpoint()))
            if control.stopped or not control.paused:
                return
            self._take_snapshot()
            if control.checkpoints_at_rest and self._rested_at != self._step:
                self._pending.append(CheckpointTaken(self._checkpoint()))
                self._rested_at = self._step
            yield from self._flush()
            self._stopwatch.stop()
            control.wait()
            self._stopwatch.start()

    # What is told

    def _flush(self) -> Iterator[TrainingEvent]:
        """Tell all that was found, steps first."""
        if self._untold:
            losses, accuracies = (np.concatenate(parts) for parts in zip(*self._untold, strict=True))
            rates = np.array(self._rates[: len(losses)], np.float32)
            first = self._step - len(losses) + 1
            epoch = self._epoch + (1 if self._position else 0)
            self._untold, self._rates = [], []
            yield StepsDone(first, losses, accuracies, rates, epoch, self._collected_at)
        pending, self._pending = self._pending, []
        yield from pending
        self._next_flush = self._clock() + FLUSH_SECONDS

    def _snapshot_if_due(self) -> None:
        started = self._clock()
        if started >= self._next_snapshot:
            self._take_snapshot()
            ended = self._clock()
            self._next_snapshot = ended + max(SNAPSHOT_SECONDS, (ended - started) / SNAPSHOT_SHARE)

    def _take_snapshot(self) -> None:
        """Copy the weights and have the copy told, unless that was done after this very step.

        Raises:
            Diverged: If they are not finite.
        """
        if (self._good.step, self._good.epoch) == (self._step, self._epoch):
            return
        if not self._learner.flat.finite:
            raise Diverged(self._step)
        self._good = ModelSnapshot(self._step, self._epoch, self._learner.answering_state())
        self._pending.append(self._good)

    def _checkpoint(self) -> Checkpoint:
        states, promise = self._learner.states(), self._learner.promise
        return Checkpoint(
            step=self._step,
            epoch=self._epoch,
            position=self._position,
            steps_per_epoch=self._steps_per_epoch,
            seconds=self._stopwatch.elapsed(),
            learning_rate=self._rate,
            model=self._learner.flat.copy(),
            optimizer=states.optimizer,
            order_state=states.order,
            dropout_state=states.chance.dropout,
            augmentation_state=states.chance.augmentation,
            adversary_state=states.chance.adversary,
            epoch_losses=self._losses[: self._position].copy(),
            epoch_correct=self._correct[: self._position].copy(),
            best_epoch=self._best_epoch,
            best_loss=self._best_loss,
            best_model=self._best,
            noise_state=states.chance.noise,
            noise=0.0 if promise is None else promise.noise,
            threads=self._threads.number,
            step_limit=self._threads.limit,
            threads_to_come=self._threads.to_come,
            precision=self._learner.precision,
            average=self._learner.average_state(),
            averaged=self._learner.averaged,
        )

    def _finished(self, reason: FinishReason, message: str) -> TrainingFinished:
        diverged = reason is FinishReason.DIVERGED
        best = self._best if self._keeps_best(reason) else None
        return TrainingFinished(
            reason=reason,
            step=self._good.step,
            epoch=self._good.epoch,
            seconds=self._stopwatch.elapsed(),
            state=self._good.state if best is None else best,
            message=message,
            best_epoch=self._best_epoch,
            best_state=self._best,
            checkpoint=None if diverged else self._checkpoint(),
            kept_epoch=0 if best is None else self._best_epoch,
            kept_step=0 if best is None else self._best_epoch * self._steps_per_epoch,
            privacy_spent=self._privacy_spent,
        )

    def _keeps_best(self, reason: FinishReason) -> bool:
        """Tell whether the weights to keep are those of an earlier epoch than the last.

        The weights that reached a target are those that were wanted, and those of a run that was stopped are the ones
        that the person saw.
        """
        ended = reason in (FinishReason.EARLY_STOPPED, FinishReason.COMPLETED)
        wanted = self._config.keep_best and self._config.early_stopping
        return bool(ended and wanted) and self._best_epoch < self._good.epoch
