"""One try: a model is made smaller by a method, fine-tuned, and measured as the original is."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.choices import Held, OptimizerName, Schedule
from engine.compress.latency import milliseconds
from engine.compress.size import packed_size
from engine.errors import Cancelled, ConfigError, ModelError, TrainingError
from engine.evaluation.belonging import check_belongs
from engine.evaluation.interval import Interval, wilson_interval
from engine.goals.registry import GOALS
from engine.training.control import TrainingControl
from engine.training.events import FinishReason, StepsDone, TrainingFinished, TrainingStarted
from engine.training.private.promise import NOT_PRIVATE, SPENT
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import torch

    from engine.compress.method import LayerShare, Method
    from engine.config import Experiment
    from engine.data.dataset import Dataset, Split
    from engine.storage.model_file import SavedModel
    from engine.training.events import TrainingEvent

    Follow = Callable[[Experiment, Iterator[TrainingEvent], TrainingControl], Iterable[object]]

MOST_EPOCHS, USUAL_EPOCHS = 100, 2  # of fine-tuning
ADAPTIVE = frozenset({OptimizerName.ADAM, OptimizerName.ADAMW, OptimizerName.RMSPROP})
MOST_RATE = 1000.0  # as ``engine/config/training.py`` bounds it
RATE = 3.0
"""The learning rate of fine-tuning to that of the training, where the optimiser makes steps of one size: there is much
to mend in few epochs, and the cosine takes it down to 0."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How many images of a part are read right.

    Attributes:
        right: So many.
        count: Of so many.
    """

    right: int
    count: int

    @property
    def accuracy(self) -> float:
        """The share, 0 to 1."""
        return self.right / self.count

    @property
    def interval(self) -> Interval:
        """Between which bounds the true share lies, with 95 % confidence."""
        return wilson_interval(self.right, self.count)


@dataclass(frozen=True, slots=True)
class Doing:
    """How far a try is.

    Attributes:
        text: What is being done.
        share: Of the whole try, 0 to 1.
    """

    text: Phrase
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What came of a try; of the original, ``method`` is empty.

    Attributes:
        method: By name.
        options: Of the method, by name.
        amount: Of it.
        finetune: Epochs of fine-tuning afterwards.
        saved: The model, an ordinary one.
        shares: What is left of each layer.
        validation: On the validation images; None where there are none.
        test: On the test images; None where it was not measured.
        size: Bytes of the weights, packed and gzipped.
        milliseconds: Of one drawing.
        seconds: That it took, measuring included.
        control: On the validation images: the same network trained from scratch for as many epochs as this one was
            fine-tuned; None where it is of the same shape as the original, or was not asked for.
    """

    method: str
    options: Mapping[str, str]
    amount: float
    finetune: int
    saved: SavedModel
    shares: tuple[LayerShare, ...]
    validation: Measure | None
    test: Measure | None
    size: int
    milliseconds: float
    seconds: float
    control: Measure | None = None


def original(
    saved: SavedModel, split: Split, *, test: bool = False, cancelled: Callable[[], bool] | None = None
) -> Trial:
    """Measure a model as it is.

    Args:
        saved: The model.
        split: The data it was trained on.
        test: Whether to measure it on the test images.
        cancelled: Asked now and then whether to give up.

    Raises:
        ModelError: If it does not fit the data.
        Cancelled: If ``cancelled`` says so.
    """
    started = time.perf_counter()
    check_belongs(saved, saved.classes, split)
    size = packed_size(saved.state)
    validation = measure(saved, split.validation, cancelled)
    tested = measure(saved, split.test, cancelled) if test else None
    took = milliseconds(saved)
    seconds = time.perf_counter() - started
    return Trial("", {}, 0.0, 0, saved, (), validation, tested, size, took, seconds)


def attempt(
    saved: SavedModel,
    method: Method,
    amount: float,
    split: Split,
    *,
    finetune: int = 0,
    test: bool = False,
    control: bool = True,
    cancelled: Callable[[], bool] | None = None,
    follow: Follow | None = None,
) -> Iterator[Doing | Trial]:
    """Make a model smaller and measure what is left; the last that is told is the ``Trial``.

    Args:
        saved: The model.
        method: How.
        amount: How much.
        split: The data it was trained on.
        finetune: Epochs of fine-tuning, ``MOST_EPOCHS`` at most; 0 for none.
        test: Whether to measure it on the test images.
        control: Whether to train the same network from scratch beside, where the method has such a control and there
            are epochs.
        cancelled: Asked with each event whether to give up.
        follow: Given the settings of fine-tuning, its events and its control, passes the events on, as
            ``RunRecorder.follow`` does.

    Raises:
        ConfigError: If there cannot be so much of it, or not so many epochs.
        ModelError: If the model cannot be made smaller so, or does not fit the data.
        TrainingError: If fine-tuning diverges.
        Cancelled: If ``cancelled`` says so.
    """
    started = time.perf_counter()
    method.check(amount)
    check_epochs(finetune)
    check_belongs(saved, saved.classes, split)
    obstacle = method.obstacle(saved)
    if obstacle:
        raise ModelError(
            "This model cannot be made smaller so.", cause=obstacle, remedy="Choose another method."
        )
    yield Doing(method.title, 0.0)
    shrunk = method.shrink(saved, amount)
    is_other = method.has_control and shrunk.network != saved.experiment.network
    controlled = control and is_other and finetune > 0 and len(split.validation) > 0
    parts = 1 + controlled
    experiment = saved.experiment.model_copy(update={"network": shrunk.network})
    state: Mapping[str, torch.Tensor] = shrunk.state
    if finetune:
        gentle = finetuning(experiment, method, finetune)
        for event in _trained(gentle, split, state, cancelled, follow):
            if isinstance(event, float):
                yield Doing(Phrase("Fine-tuning"), event / parts)
            else:
                state = event
    now = _made(saved, experiment, method, state, fine_tuned=finetune > 0, split=split)
    scratch: Measure | None = None
    if controlled:
        plain = finetuning(experiment, method, finetune, from_scratch=True)
        for event in _trained(plain, split, None, cancelled, None):
            if isinstance(event, float):
                yield Doing(Phrase("The same size from scratch"), (1 + event) / parts)
            else:
                scratch = measure(replace(now, state=dict(event)), split.validation, cancelled)
    yield Doing(Phrase("Measuring"), 1.0)
    validation = measure(now, split.validation, cancelled)
    tested = measure(now, split.test, cancelled) if test else None
    results = dict(now.results)
    if validation is not None:
        results["validation_accuracy"] = validation.accuracy
    if tested is not None:
        results["test_accuracy"] = tested.accuracy
    yield Trial(
        method.name,
        method.options,
        amount,
        finetune,
        replace(now, results=results),
        shrunk.shares,
        validation,
        tested,
        method.size(dict(state), amount),
        milliseconds(now),
        time.perf_counter() - started,
        scratch,
    )


def finetuning(
    experiment: Experiment, method: Method, epochs: int, *, from_scratch: bool = False
) -> Experiment:
    """Return the settings by which a network is trained on after a method, or from scratch beside it.

    Args:
        experiment: Of the smaller network.
        method: The method.
        epochs: How many.
        from_scratch: Whether the weights are drawn anew: then nothing is held.
    """
    rate = RATE if experiment.training.optimizer in ADAPTIVE else 1.0
    return experiment.with_(
        **{
            "training.epochs": epochs,
            "training.learning_rate": min(MOST_RATE, rate * experiment.training.learning_rate),
            "training.schedule": Schedule.COSINE,
            "training.warm_up": 0.0,
            "training.warm_up_steps": 0,
            "training.held": Held.NOTHING if from_scratch else held(experiment, method),
            "training.early_stopping": 0,
            "training.target_accuracy": 0.0,
            "training.teacher": "",  # who is asked where a run is begun, and not here
            **NOT_PRIVATE,  # which begins with random weights
        }
    )


def held(experiment: Experiment, method: Method) -> Held:
    """Return what stays as it is from now on: what the method wants, and what an earlier one wanted."""
    known = list(Held)
    return max(method.held, experiment.training.held, key=known.index)


def check_epochs(epochs: int) -> None:
    """See that a model can be fine-tuned for so many epochs.

    Raises:
        ConfigError: If it cannot.
    """
    if not 0 <= epochs <= MOST_EPOCHS:
        raise ConfigError(
            "Fine-tuning for {epochs:,} epochs is not possible.",
            remedy="Choose 0 to {most:,} of them.",
            epochs=epochs,
            most=MOST_EPOCHS,
        )


def measure(saved: SavedModel, part: Dataset, cancelled: Callable[[], bool] | None = None) -> Measure | None:
    """Return how many images of a part a model reads right; None where there are none.

    Raises:
        ModelError: If it tells no classes apart.
        Cancelled: If ``cancelled`` says so.
    """
    from engine.evaluation.evaluate import evaluate
    from engine.models.build import build_with

    if refusal := GOALS[saved.goal].no_compression:
        raise ModelError("The model cannot be made smaller.", cause=refusal)
    if len(part) == 0:
        return None
    model = build_with(
        saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=len(saved.classes)
    )
    report = evaluate(model, part, cancelled=cancelled)
    return Measure(report.count - len(report.mistakes), report.count)


def _trained(
    experiment: Experiment,
    split: Split,
    start: Mapping[str, torch.Tensor] | None,
    cancelled: Callable[[], bool] | None,
    follow: Follow | None,
) -> Iterator[float | dict[str, torch.Tensor]]:
    """Train; yield the share that is done now and then, and at last the weights."""
    from engine.training import train

    told = TrainingControl()
    events = train(experiment, split, told, start=start)
    steps = 1
    for event in events if follow is None else follow(experiment, events, told):
        if cancelled is not None and cancelled():
            told.stop()
        if isinstance(event, TrainingStarted):
            steps = event.epochs * event.steps_per_epoch
        elif isinstance(event, StepsDone):
            yield event.last_step / steps
        elif isinstance(event, TrainingFinished):
            if cancelled is not None and cancelled():
                raise Cancelled
            if event.reason is FinishReason.DIVERGED:
                raise TrainingError(
                    "Fine-tuning ends here, as it diverged.",
                    cause="The loss or a weight became infinite, or not a number.",
                    remedy="Lower the learning rate, or take less away.",
                )
            yield event.state


def _made(
    saved: SavedModel,
    experiment: Experiment,
    method: Method,
    state: Mapping[str, torch.Tensor],
    *,
    fine_tuned: bool,
    split: Split,
) -> SavedModel:
    """Return the smaller model as an ordinary one; what was measured and advised of the original counts no more.

    What it promised of its training images stands as long as they were not asked again.
    """
    learnt = saved.learnt
    if fine_tuned and learnt is not None:
        learnt = learnt.and_division(experiment.data, split.train)
    kept = experiment.with_(**{"training.held": held(experiment, method)})
    results = {name: value for name, value in saved.results.items() if name == SPENT and not fine_tuned}
    return replace(saved, experiment=kept, state=dict(state), results=results, learnt=learnt, advice=())
