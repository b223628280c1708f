"""What training tells whoever listens: frozen, typed events, never dicts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

    from engine.training.checkpoint import Checkpoint
    from engine.training.step_trace import StepTrace

ATTACKED_IMAGES = 1000
"""Of the validation images so many are attacked at most after an epoch, where there is an adversary."""


class FinishReason(StrEnum):
    """Why a run ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    SUSPENDED = "suspended"  # ended for now, to be gone on with
    EARLY_STOPPED = "early_stopped"
    TARGET_REACHED = "target_reached"
    DIVERGED = "diverged"


@dataclass(frozen=True, slots=True)
class TrainingStarted:
    """The model is built and the first step is next.

    Attributes:
        epochs: Epochs planned.
        steps_per_epoch: Steps (batches) in one epoch.
        train_count: Training images.
        validation_count: Validation images.
        parameters: Number of trained numbers in the model.
        device: Device of the model, such as ``cpu``.
        threads: Processor threads the first step to come uses.
        first_step: Steps already done before, when resumed.
        learning_rate: Base learning rate of the first step to come, or None where nobody said.
        privacy_noise: σ of a private training; None of another.
        privacy_epsilon: ε that it may spend; None without a limit.
        ranks: Processes that share the work.
        precision: In which numbers the products of a step are done, ``float32`` or ``bfloat16``.
        precision_before: The same before, of a run that is gone on with or done again as it was done; else empty.
    """

    epochs: int
    steps_per_epoch: int
    train_count: int
    validation_count: int
    parameters: int
    device: str
    threads: int
    first_step: int = 0
    learning_rate: float | None = None
    privacy_noise: float | None = None
    privacy_epsilon: float | None = None
    ranks: int = 1
    precision: str = "float32"
    precision_before: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class StepsDone:
    """One or more steps are done; at most 30 of these a second.

    Attributes:
        first_step: Number of the first step in this event, counted from 1 over the whole run.
        losses: ``(K,)`` float32, mean cross-entropy of each step's batch before the step. Label smoothing is left out
            of it, as out of the validation loss, so that the two can be compared; dropout, augmentation and the changes
            of an adversary are in it.
        accuracies: ``(K,)`` float32, share of each step's batch that was right before the step.
        learning_rates: ``(K,)`` float32, learning rate of each step.
        epoch: Epoch of the last step in here, counted from 1.
        seconds: Seconds spent in training so far, pauses left out.
    """

    first_step: int
    losses: NDArray[np.float32]
    accuracies: NDArray[np.float32]
    learning_rates: NDArray[np.float32]
    epoch: int
    seconds: float

    @property
    def last_step(self) -> int:
        """Number of the last step in this event."""
        return self.first_step + len(self.losses) - 1


@dataclass(frozen=True, slots=True)
class EpochDone:
    """An epoch is done and validated.

    Attributes:
        epoch: Its number, counted from 1.
        step: Number of its last step.
        train_loss: Mean loss over the epoch's training images, as they were seen: while the weights changed, and with
            dropout, augmentation and the changes of an adversary where there are any.
        train_accuracy: Share of the epoch's training images that were right, as they were seen.
        validation_loss: Mean loss on the validation images after the epoch, or None without validation.
        validation_accuracy: Share of the validation images that are right, or None without validation.
        learning_rate: Learning rate of the epoch's last step.
        seconds: Seconds spent in training so far, pauses left out.
        best: Whether this is the best epoch so far (lowest validation loss, else training loss); while an adversary
            grows, the newest is.
        privacy_spent: ε of a private training so far; None of another.
        robust_accuracy: Share of at most 1,000 validation images that are right after an attack of ten steps at the
            whole strength of the run's adversary; None without one, or without validation.
        fgsm_accuracy: The same after an attack of one step.
        noise_accuracy: The same with random noise.
    """

    epoch: int
    step: int
    train_loss: float
    train_accuracy: float
    validation_loss: float | None
    validation_accuracy: float | None
    learning_rate: float
    seconds: float
    best: bool
    privacy_spent: float | None = None
    robust_accuracy: float | None = None
    fgsm_accuracy: float | None = None
    noise_accuracy: float | None = None


@dataclass(frozen=True, slots=True)
class LearningRateChanged:
    """The person changed the learning rate while training ran.

    Attributes:
        step: The first step taken with the new rate.
        old: Base learning rate before.
        new: Base learning rate from now on.
    """

    step: int
    old: float
    new: float


@dataclass(frozen=True, slots=True)
class ThreadsChanged:
    """From now on another number of threads does the steps: other work slows them, or did so in the run done again.

    Attributes:
        step: The first step done by them.
        old: Threads before.
        new: Threads from now on.
    """

    step: int
    old: int
    new: int


@dataclass(frozen=True, slots=True, eq=False)
class ModelSnapshot:
    """A copy of the weights that training no longer touches.

    Attributes:
        step: Steps done when it was taken; 0 is the untrained model.
        epoch: Epochs finished when it was taken.
        state: The model's state dict, copied to the CPU.
    """

    step: int
    epoch: int
    state: dict[str, torch.Tensor]


@dataclass(frozen=True, slots=True, eq=False)
class CheckpointTaken:
    """All that is needed to go on from here later, asked for through ``TrainingControl``.

    Attributes:
        checkpoint: What ``train(…, resume=checkpoint)`` takes.
    """

    checkpoint: Checkpoint


@dataclass(frozen=True, slots=True, eq=False)
class StepTraced:
    """A step that was asked for alone, with all its numbers; only where ``TrainingControl`` says so.

    Attributes:
        trace: What went through the network, back, and into its weights.
    """

    trace: StepTrace


@dataclass(frozen=True, slots=True, eq=False)
class TrainingFinished:
    """The run has ended, with the weights to keep.

    Attributes:
        reason: Why it ended.
        step: Steps done.
        epoch: Epochs finished.
        seconds: Seconds spent in training, pauses left out.
        state: State dict to keep, copied to the CPU: the last weights, the last good ones if it diverged, or those of
            the best epoch where ``kept_epoch`` says so.
        message: For a person: a sentence on what happened and what to do, empty where nothing need be said.
        best_epoch: The epoch marked best, counted from 1; 0 if none was finished.
        best_state: State dict after that epoch, copied to the CPU, or None if no epoch was finished.
        checkpoint: What resumes the run from its last weights, also with more epochs; None if it diverged.
        kept_epoch: The epoch whose weights ``state`` are where these are not the last ones; 0 where they are.
        kept_step: The last step of that epoch; 0 where the last weights are kept.
        privacy_spent: ε of a private training, of all its steps; None of another.
    """

    reason: FinishReason
    step: int
    epoch: int
    seconds: float
    state: dict[str, torch.Tensor]
    message: str = ""
    best_epoch: int = 0
    best_state: dict[str, torch.Tensor] | None = None
    checkpoint: Checkpoint | None = None
    kept_epoch: int = 0
    kept_step: int = 0
    privacy_spent: float | None = None

    @property
    def step_of_state(self) -> int:
        """Steps behind ``state``."""
        return self.kept_step or self.step

    @property
    def last_state(self) -> dict[str, torch.Tensor]:
        """The weights after ``step``, also where those of an earlier epoch are kept."""
        return self.checkpoint.model if self.kept_epoch and self.checkpoint is not None else self.state


TrainingEvent = (
    TrainingStarted
    | StepsDone
    | EpochDone
    | LearningRateChanged
    | ThreadsChanged
    | ModelSnapshot
    | CheckpointTaken
    | StepTraced
    | TrainingFinished
)
