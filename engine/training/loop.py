"""Training as a generator of events."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import torch

from engine.choices import Precision
from engine.errors import TrainingError
from engine.goals.registry import GOALS
from engine.models.size import parameter_count, work_per_image
from engine.runtime import choose_device
from engine.training.control import TrainingControl
from engine.training.events import TrainingStarted
from engine.training.kind_check import check_kind
from engine.training.learner import Learner
from engine.training.manner import AS_IT_COMES, Manner
from engine.training.precision import choose_precision
from engine.training.private.promise import is_private
from engine.training.private.refusals import begins_with_weights, check_private
from engine.training.refusals import not_of_these_settings
from engine.training.run import Run
from engine.training.threads import known_threads, measured_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.training.checkpoint import Checkpoint
    from engine.training.events import TrainingEvent
    from engine.training.ranks.ranks import Ranks


def train(
    experiment: Experiment,
    data: Split,
    control: TrainingControl | None = None,
    resume: Checkpoint | None = None,
    *,
    start: Mapping[str, Tensor] | None = None,
    teacher: NDArray[np.float32] | None = None,
    measures: bool = False,
    manner: Manner = AS_IT_COMES,
    clock: Callable[[], float] = time.perf_counter,
    ranks: Ranks | None = None,
) -> Iterator[TrainingEvent]:
    """Train a network and tell what happens, event by event.

    Begins with ``TrainingStarted`` and a snapshot of the untrained model, ends with ``TrainingFinished``. Between
    them lie at most 30 ``StepsDone`` a second, an ``EpochDone`` for every epoch, and snapshots: at most ten a second,
    one at each epoch's end, one before a pause, and one after the first, second, fourth, eighth … step, for a network
    learns most in its first steps. Nothing runs while the consumer does not ask for more.

    The same seed, device and number of threads give the same numbers to the bit, whenever events are asked for and
    whatever else draws random numbers. Where batch normalisation is used, a last batch of one image joins the batch
    before it, for a single image has no deviation.

    Args:
        experiment: What to train and how.
        data: What to train on; ``test`` is left alone.
        control: Through which others stop, pause and step it.
        resume: Where to go on from, instead of from the beginning.
        start: Weights to begin with, a state dict of the same network, instead of random ones.
        teacher: ``(N, classes)`` float32, what the teacher of the settings says of the training images, as logits;
            None where they name none.
        measures: Whether the number of threads is measured where the settings leave it open, which may come out
            otherwise the next time; else it follows from the work of a step.
        manner: How a run was done that is done again with the same settings; it then gives the same numbers.
        clock: Seconds from any beginning.
        ranks: The processes that share the work, of which this is the first; None where it trains alone.

    Raises:
        TrainingError: If the device is missing, there are too few images, memory runs out, or ``resume`` or ``start``
            does not fit, there is no such teacher's answer where the settings name one, or the kind of input does not
            allow what they ask for.
        ModelError: If the network does not fit in memory.
    """
    control = control or TrainingControl()
    check_private(experiment, has_validation=len(data.validation) > 0)
    check_kind(experiment, data.train.image_shape, data.goal)
    work = work_of_a_step(experiment, data)
    parameters = parameter_count(experiment.network, data.train.image_shape, len(data.classes))
    if resume is not None and parameters > sum(tensor.numel() for tensor in resume.model.values()):
        raise not_of_these_settings()  # before memory is taken for weights that are not there
    device = choose_device(experiment.training.device, 0 if is_private(experiment.training) else work)
    if ranks is not None:
        device = ranks.agree_on_device(device)
    threads_before = torch.get_num_threads()
    on_processor = measures and device.type == "cpu"
    threads = known_threads(
        experiment.training, resume, manner.threads, work, measures=on_processor, is_shared=ranks is not None
    )
    torch.set_num_threads(1 if threads is None else threads.number)
    try:
        noise = 0.0 if resume is None else resume.noise
        open_ = "" if ranks is None else Precision.FLOAT32.value  # processors of other machines may be others
        is_open = experiment.training.precision is Precision.AUTO
        before = manner.precision if resume is None else resume.precision
        by_hand = GOALS[data.goal].goes_by_hand
        precision = choose_precision(
            experiment, data.train.image_shape, work, device, before or open_, by_hand=by_hand
        )
        rounded = precision is Precision.BFLOAT16
        if ranks is not None:
            ranks.agree(rounded)
        learner = _kind(ranks)(experiment, data, device, teacher=teacher, noise=noise, rounded=rounded)
        promise = learner.promise
        if promise is not None and start is not None and resume is None:
            raise begins_with_weights()
        if start is not None:
            learner.begin_with(start)
        if threads is None:
            to_come = experiment.training.epochs * learner.steps_per_epoch
            to_come -= 0 if resume is None else resume.step
            threads = measured_threads(
                *(learner, experiment.training, to_come, work, clock), stopped=lambda: control.stopped
            )
            torch.set_num_threads(threads.number)
        run = Run(learner, experiment.training, control, clock, threads)
        if resume is not None:
            run.restore(resume)
        yield TrainingStarted(
            epochs=experiment.training.epochs,
            steps_per_epoch=learner.steps_per_epoch,
            train_count=len(data.train),
            validation_count=len(data.validation),
            parameters=parameters,
            device=device.type,
            threads=threads.number,
            first_step=run.step,
            learning_rate=run.learning_rate,
            privacy_noise=None if promise is None else promise.noise,
            privacy_epsilon=None if promise is None else promise.epsilon or None,
            ranks=1 if ranks is None else ranks.world,
            precision=learner.precision,
            precision_before=before if is_open else "",
        )
        with learner.leading():
            yield from run.events()
    except (MemoryError, RuntimeError) as error:
        if not _is_out_of_memory(error):
            raise
        raise TrainingError(
            "There is not enough memory for this training.",
            cause="The network, its batch and the data need more than is free.",
            remedy="Use a smaller batch size, fewer or smaller layers, or fewer examples.",
        ) from error
    finally:
        torch.set_num_threads(threads_before)


def _kind(ranks: Ranks | None) -> Callable[..., Learner]:
    """Return what makes the learner."""
    if ranks is None:
        return Learner
    from engine.training.ranks.learner import SharedLearner

    return partial(SharedLearner, ranks=ranks)


def work_of_a_step(experiment: Experiment, data: Split) -> int:
    """Multiply-adds in the forward pass of one step."""
    batch = min(experiment.training.batch_size, len(data.train))
    return batch * work_per_image(experiment.network, data.train.image_shape, len(data.classes))


def _is_out_of_memory(error: Exception) -> bool:
    words = ("not enough memory", "out of memory", "can't allocate memory")
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or any(
        word in str(error) for word in words
    )
