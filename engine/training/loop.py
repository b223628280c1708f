"""Training as a generator of events: when to tell, when to hold, when to end."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.errors import TrainingError
from engine.models.size import parameter_count, work_per_image
from engine.runtime import choose_device, choose_threads
from engine.training import schedules
from engine.training.checkpoint import Checkpoint
from engine.training.control import TrainingControl
from engine.training.events import (
    CheckpointTaken,
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.learner import Learner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.training.events import TrainingEvent

FLUSH_SECONDS = 1 / 30
SNAPSHOT_SECONDS = 1 / 10
SNAPSHOT_SHARE = 0.02  # of the time at most goes into snapshots while training runs


def train(
    experiment: Experiment,
    data: Split,
    control: TrainingControl | None = None,
    resume: Checkpoint | None = None,
    *,
    clock: Callable[[], float] = time.perf_counter,
) -> Iterator[TrainingEvent]:
    """Train a network and tell what happens, event by event.

    Begins with ``TrainingStarted`` and a snapshot of the untrained model, ends with ``TrainingFinished``. Between
    them lie at most 30 ``StepsDone`` a second, an ``EpochDone`` for every epoch, and snapshots: at most ten a second,
    one at each epoch's end, and one before a pause. Nothing runs while the consumer does not ask for more.

    The same seed, device and number of threads give the same numbers to the bit, whenever events are asked for and
    whatever else draws random numbers. Where batch normalisation is used, a last batch of one image joins the batch
    before it, for a single image has no deviation.

    Args:
        experiment: What to train and how.
        data: What to train on; ``test`` is left alone.
        control: Through which others stop, pause and step it.
        resume: Where to go on from, instead of from the beginning.
        clock: Seconds from any beginning.

    Raises:
        TrainingError: If the device is missing, there are too few images, memory runs out, or ``resume`` does not fit.
        ModelError: If the network does not fit in memory.
    """
    work = _work(experiment, data)
    device = choose_device(experiment.training.device, work)
    threads_before = torch.get_num_threads()
    threads = choose_threads(work, experiment.training.threads)
    torch.set_num_threads(threads)
    try:
        run = _Run(experiment, data, control or TrainingControl(), device, threads, clock)
        if resume is not None:
            run.restore(resume)
        yield from run.events()
    except (MemoryError, RuntimeError) as error:
        if not _is_out_of_memory(error):
            raise
        raise TrainingError(
            "There is not enough memory for this training.",
            cause="The network, its batch and the data need more than is free.",
            remedy="Use a smaller batch size, fewer or smaller layers, or fewer images.",
        ) from error
    finally:
        torch.set_num_threads(threads_before)


class _Diverged(Exception):
    """A loss or a weight is infinite or not a number."""

    def __init__(self, step: int) -> None:
        super().__init__(step)
        self.step = step


class _Run:
    """One run: where it is, what was found and not yet told, and the best and the last good weights."""

    def __init__(
        self,
        experiment: Experiment,
        data: Split,
        control: TrainingControl,
        device: torch.device,
        threads: int,
        clock: Callable[[], float],
    ) -> None:
        self._config = experiment.training
        self._control = control
        self._clock = clock
        self._learner = Learner(experiment, data, device)
        self._steps_per_epoch = self._learner.steps_per_epoch
        self._train_count, self._validation_count = len(data.train), len(data.validation)
        self._parameters = parameter_count(experiment.network, data.train.image_shape, len(data.classes))
        self._device, self._threads = str(device), threads
        # Where the run is
        self._step = self._epoch = self._position = 0
        self._rate = self._config.learning_rate
        self._seconds = 0.0  # until the clock was last started
        self._clock_started: float | None = None
        # What was found in the epoch under way, and how much of that is collected from the device
        self._losses = np.zeros(self._steps_per_epoch, np.float32)
        self._correct = np.zeros(self._steps_per_epoch, np.int64)
        self._collected = 0
        self._collected_at = 0.0  # seconds of training
        # What is collected and not yet told
        self._untold: list[tuple[NDArray[np.float32], NDArray[np.float32]]] = []
        self._rates: list[float] = []
        self._pending: list[TrainingEvent] = []
        self._next_flush = self._next_snapshot = -math.inf
        # Weights to keep
        self._good = ModelSnapshot(0, 0, self._learner.flat.copy())
        self._told_snapshot: ModelSnapshot | None = None
        self._best: dict[str, Tensor] | None = None
        self._best_epoch, self._best_loss = 0, math.inf

    def restore(self, checkpoint: Checkpoint) -> None:
        """Go back to where a checkpoint was taken."""
        self._learner.restore(checkpoint)
        self._step, self._epoch, self._position = checkpoint.step, checkpoint.epoch, checkpoint.position
        self._rate, self._seconds = checkpoint.learning_rate, checkpoint.seconds
        self._losses[: self._position] = checkpoint.epoch_losses
        self._correct[: self._position] = checkpoint.epoch_correct
        self._collected = self._position
        self._best, self._best_epoch = checkpoint.best_model, checkpoint.best_epoch
        self._best_loss = checkpoint.best_loss
        self._good = ModelSnapshot(self._step, self._epoch, self._learner.flat.copy())

    def events(self) -> Iterator[TrainingEvent]:
        """Train; whatever is told passes through here, and the clock stands while others have the word."""
        for event in self._events():
            self._stop_clock()
            yield event
            self._start_clock()

    def _events(self) -> Iterator[TrainingEvent]:
        yield TrainingStarted(
            epochs=self._config.epochs,
            steps_per_epoch=self._steps_per_epoch,
            train_count=self._train_count,
            validation_count=self._validation_count,
            parameters=self._parameters,
            device=self._device,
            threads=self._threads,
            first_step=self._step,
        )
        yield self._good
        self._told_snapshot = self._good
        self._start_clock()
        reason, message = None, ""
        try:
            while reason is None:
                yield from self._heed()
                reason, message = self._go_on()
                if reason is None and self._clock() >= self._next_flush:
                    self._snapshot_if_due()
                    yield from self._flush()
            self._take_snapshot()
        except _Diverged as found:
            reason = FinishReason.DIVERGED
            message = (
                f"The loss or the weights became infinite in step {found.step:,}; the weights of step "
                f"{self._good.step:,} are kept. Lower the learning rate (it is {self._rate:g}), or limit the "
                "gradients with gradient clipping."
            )
        yield from self._flush()
        yield self._finished(reason, message)

    # One stretch after another

    def _go_on(self) -> tuple[FinishReason | None, str]:
        """Do steps until there is something to tell or to heed, or the epoch ends; say whether the run has ended."""
        if self._control.stopped:
            return FinishReason.STOPPED, ""
        if self._epoch >= self._config.epochs:
            return FinishReason.COMPLETED, ""
        if self._learner.between_epochs:
            self._learner.begin_epoch()
        self._do_steps()
        self._collect()
        if self._position == self._steps_per_epoch:
            return self._end_epoch()
        return None, ""

    def _do_steps(self) -> None:
        config, control, learner = self._config, self._control, self._learner
        for position in range(self._position, self._steps_per_epoch):
            rate = self._rate * schedules.factor(config, self._step, self._steps_per_epoch)
            learner.step(position, rate)
            self._rates.append(rate)
            self._step += 1
            self._position = position + 1
            control.step_done(epoch_ended=False)
            if control.attention_wanted or self._clock() >= self._next_flush:
                return

    def _collect(self) -> None:
        """Fetch what the last steps found.

        Raises:
            _Diverged: If a loss is not finite; the steps before it are kept to be told.
        """
        start, stop = self._collected, self._position
        losses, correct = self._learner.results(start, stop)
        self._losses[start:stop], self._correct[start:stop] = losses, correct
        self._collected = stop
        self._collected_at = self._elapsed()
        accuracies = (correct / self._learner.sizes[start:stop]).astype(np.float32)
        bad = np.flatnonzero(~np.isfinite(losses))
        good = int(bad[0]) if len(bad) else len(losses)
        if good:
            self._untold.append((losses[:good], accuracies[:good]))
        if len(bad):
            self._step += good - len(losses)
            raise _Diverged(self._step + 1)

    def _end_epoch(self) -> tuple[FinishReason | None, str]:
        self._learner.end_epoch()
        self._epoch += 1
        self._position = self._collected = 0
        self._take_snapshot()
        validation = self._learner.validate()
        if validation is not None and not math.isfinite(validation[0]):
            raise _Diverged(self._step)
        sizes = self._learner.sizes
        train_loss = float(np.average(self._losses.astype(np.float64), weights=sizes))
        train_accuracy = float(self._correct.sum() / sizes.sum())
        loss, accuracy = validation or (train_loss, train_accuracy)
        best = loss < self._best_loss
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
            seconds=self._elapsed(),
            best=best,
        )
        self._pending.insert(len(self._pending) - 1, done)  # before the snapshot of its weights
        self._control.step_done(epoch_ended=True)
        return self._reason_to_end(accuracy)

    def _reason_to_end(self, accuracy: float) -> tuple[FinishReason | None, str]:
        config = self._config
        if config.target_accuracy and accuracy >= config.target_accuracy:
            return (
                FinishReason.TARGET_REACHED,
                f"The accuracy reached {accuracy:.1%} after epoch {self._epoch}.",
            )
        if config.early_stopping and self._epoch - self._best_epoch >= config.early_stopping:
            return FinishReason.EARLY_STOPPED, (
                f"The loss has not improved for {config.early_stopping} epochs; the best was epoch "
                f"{self._best_epoch}."
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
            yield from self._flush()
            self._stop_clock()
            control.wait()
            self._start_clock()

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
            _Diverged: If they are not finite.
        """
        if (self._good.step, self._good.epoch) == (self._step, self._epoch):
            return
        if not self._learner.flat.finite:
            raise _Diverged(self._step)
        self._good = ModelSnapshot(self._step, self._epoch, self._learner.flat.copy())
        self._pending.append(self._good)

    def _checkpoint(self) -> Checkpoint:
        optimizer, order_state, dropout_state = self._learner.tensors()
        return Checkpoint(
            step=self._step,
            epoch=self._epoch,
            position=self._position,
            steps_per_epoch=self._steps_per_epoch,
            seconds=self._elapsed(),
            learning_rate=self._rate,
            model=self._learner.flat.copy(),
            optimizer=optimizer,
            order_state=order_state,
            dropout_state=dropout_state,
            epoch_losses=self._losses[: self._position].copy(),
            epoch_correct=self._correct[: self._position].copy(),
            best_epoch=self._best_epoch,
            best_loss=self._best_loss,
            best_model=self._best,
        )

    def _finished(self, reason: FinishReason, message: str) -> TrainingFinished:
        diverged = reason is FinishReason.DIVERGED
        return TrainingFinished(
            reason=reason,
            step=self._good.step,
            epoch=self._good.epoch,
            seconds=self._elapsed(),
            state=self._good.state,
            message=message,
            best_epoch=self._best_epoch,
            best_state=self._best,
            checkpoint=None if diverged else self._checkpoint(),
        )

    # Time

    def _start_clock(self) -> None:
        if self._clock_started is None:
            self._clock_started = self._clock()

    def _stop_clock(self) -> None:
        if self._clock_started is not None:
            self._seconds += self._clock() - self._clock_started
            self._clock_started = None

    def _elapsed(self) -> float:
        running = 0.0 if self._clock_started is None else self._clock() - self._clock_started
        return self._seconds + running


def _work(experiment: Experiment, data: Split) -> int:
    """Multiply-adds in the forward pass of one step."""
    batch = min(experiment.training.batch_size, len(data.train))
    return batch * work_per_image(experiment.network, data.train.image_shape, len(data.classes))


def _is_out_of_memory(error: Exception) -> bool:
    words = ("not enough memory", "out of memory", "can't allocate memory")
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or any(
        word in str(error) for word in words
    )
