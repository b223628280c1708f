"""What runs on the training thread: load the data, train, keep the run on disk, and measure the model at the end."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING

from engine.data.learnt import Learnt
from engine.errors import Cancelled, NetSketchError, RunError
from engine.records import dataclass
from engine.storage.runs.recording_status import RecordingStatus
from engine.training.events import FinishReason, TrainingFinished
from engine.training.manner import AS_IT_COMES, Manner
from engine.training.private.promise import promise_of
from engine.words import Phrase
from gui.tasks.worker import Post, Progress, Work

if TYPE_CHECKING:
    from pathlib import Path

    import torch

    from engine.config import DataConfig, Experiment
    from engine.data.dataset import Split
    from engine.data.doubt.doubt import Doubt
    from engine.evaluation.closing import Closing
    from engine.inference.teacher import Teaching
    from engine.storage.runs.folder import RunFolder
    from engine.storage.runs.recorder import RunRecorder
    from engine.training.control import TrainingControl
    from engine.training.history import History

MEASURED = (FinishReason.COMPLETED, FinishReason.EARLY_STOPPED, FinishReason.TARGET_REACHED)


@dataclass(frozen=True, slots=True)
class Branch:
    """Weights of a run from which another begins.

    Attributes:
        run: Id of that run.
        step: Steps it had done.
        state: The weights.
        learnt: What they have learnt from.
        classes: What they tell apart; of text the alphabet. Empty where that is not known.
    """

    run: str
    step: int
    state: dict[str, torch.Tensor]
    learnt: Learnt = field(default_factory=Learnt)
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a run is kept on disk.

    Attributes:
        runs: The folder of all runs.
        preset: Name of the preset it begins from, or an empty string.
        safe_seconds: How much training may be lost if the program is killed.
        resume: The run that is gone on with, or None for a new one.
        epochs: Epochs planned from now on for a run that is gone on with, or None for as many as before.
        branch: The weights that a new run begins with, or None for random ones.
        manner: How the run was done that is done again.
        examples: Fingerprint of those that it learnt from; empty where that is not known.
    """

    runs: Path
    preset: str
    safe_seconds: float
    resume: RunFolder | None = None
    epochs: int | None = None
    branch: Branch | None = None
    manner: Manner = AS_IT_COMES
    examples: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class DataLoaded:
    """The data of ``config`` are in memory."""

    config: DataConfig
    split: Split


@dataclass(frozen=True, slots=True, eq=False)
class RunOpened:
    """The run has its folder; training begins or goes on now.

    Attributes:
        run: The folder.
        experiment: The settings it is trained with.
        history: What it told before, empty for a new one.
        warnings: What the person should know.
        before: What the weights it begins with have learnt from.
    """

    run: RunFolder
    experiment: Experiment
    history: History
    warnings: tuple[Phrase, ...]
    before: Learnt


@dataclass(frozen=True, slots=True)
class RunNotKept:
    """The run goes on in memory only, as its folder cannot be made.

    Attributes:
        error: Why.
        warnings: What the person should know of it beside.
    """

    error: NetSketchError
    warnings: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class RunMeasured:
    """The model was measured on the test images.

    Attributes:
        results: ``test_accuracy``, ``test_loss`` and ``train_accuracy``.
        count: How many images that were.
        advice: What to try, in sentences.
    """

    results: dict[str, float]
    count: int
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class DoubtLearnt:
    """It is known which drawings are none of the model's classes."""

    doubt: Doubt


def training_job(
    experiment: Experiment, data: Split | None, control: TrainingControl, keeping: Keeping
) -> Work:
    """Load the data where they are not there yet, then train, post every event, and keep the run."""

    def job(post: Post) -> None:
        split = data
        if split is None:
            from engine.data.datasets import load_split

            def on_progress(text: str, share: float) -> None:
                post(Progress(text, share))

            split = load_split(experiment.data, progress=on_progress, cancelled=lambda: control.stopped)
            post(DataLoaded(experiment.data, split))
        if keeping.resume is None:
            promise_of(experiment.training, len(split.train))  # where it cannot be kept, there is no run
        post(Progress(Phrase("Loading PyTorch"), float("nan")))
        from engine.evaluation.closing import Closing
        from engine.training import train

        branch = keeping.branch
        if branch is not None:
            _check_alphabet(branch, split)
        start = None if branch is None else branch.state
        teaching = _asked(experiment, split, keeping, control, post)
        logits = None if teaching is None else teaching.logits
        begun = partial(train, start=start, teacher=logits, measures=True, manner=keeping.manner)
        recorder = _recorder(experiment, split, keeping, post, teaching)
        if isinstance(recorder, RunNotKept):
            post(recorder)
            closing = Closing(experiment, split)
            try:
                for event in begun(experiment, split, control):
                    post(event)
                    closing.add(event)
                    if (
                        isinstance(event, TrainingFinished)
                        and event.reason in MEASURED
                        and not control.stopped
                    ):
                        _measure(closing, event, control, post)
                        _doubt(closing, split, event, control, post)
            finally:
                post(RecordingStatus(recorder.error, ended=True))
            return
        closing = Closing(recorder.experiment, split)
        try:
            with recorder:
                training = begun(recorder.experiment, split, control, recorder.checkpoint)
                finished: TrainingFinished | None = None
                for told in recorder.follow(training, control):
                    post(told)
                    closing.add(told)
                    finished = told if isinstance(told, TrainingFinished) else finished
                if finished is not None and finished.reason in MEASURED and not control.stopped:
                    _measure(closing, finished, control, post)
                    _doubt(closing, split, finished, control, post)
                    if closing.results:
                        recorder.measured(closing.results, closing.advice, closing.doubt)
        finally:
            for again in recorder.written_again():
                post(again)
            post(RecordingStatus(recorder.failure, ended=True))

    return job


def _check_alphabet(branch: Branch, split: Split) -> None:
    """See that each number of a text is the character that it was to the weights: what they know is of those alone.

    Raises:
        RunError: If not.
    """
    if split.train.alphabet and branch.classes and branch.classes != split.classes:
        raise RunError(
            "A run on this text cannot begin with the weights of another.",
            cause="Its characters are others than those that the weights were trained with.",
            remedy="Begin with random weights, or bring back the text that they learnt from.",
        )


def _asked(
    experiment: Experiment, split: Split, keeping: Keeping, control: TrainingControl, post: Post
) -> Teaching | None:
    """Ask the teacher, where there is one; a run that is gone on with has its own settings."""
    if keeping.resume is not None:
        experiment = keeping.resume.experiment()
    if not experiment.training.teacher:
        return None
    from engine.inference.teacher import ask_teacher

    def on_progress(text: str, share: float) -> None:
        post(Progress(text, share))

    def cancelled() -> bool:
        return control.stopped

    return ask_teacher(experiment, split, run=keeping.resume, progress=on_progress, cancelled=cancelled)


def _recorder(
    experiment: Experiment, split: Split, keeping: Keeping, post: Post, teaching: Teaching | None
) -> RunRecorder | RunNotKept:
    """Open the run on disk; a new one that cannot be made is trained all the same."""
    from engine.data.learnt import other_examples
    from engine.storage.runs.recorder import RunRecorder
    from engine.training.history import History

    teacher, warnings = (None, ()) if teaching is None else (teaching.saved, teaching.warnings)
    warnings = (*other_examples(split, keeping.examples), *warnings)
    if keeping.resume is not None:
        recorder = RunRecorder.resume(
            keeping.resume,
            split,
            epochs=keeping.epochs,
            teacher=teacher,
            safe_seconds=keeping.safe_seconds,
        )
        history = recorder.run.history()
    else:
        branch = keeping.branch
        try:
            recorder = RunRecorder.create(
                experiment,
                split,
                runs=keeping.runs,
                preset=keeping.preset,
                parent=None if branch is None else (branch.run, branch.step),
                before=None if branch is None else branch.learnt,
                teacher=teacher,
                safe_seconds=keeping.safe_seconds,
            )
        except NetSketchError as error:
            return RunNotKept(error, warnings)
        history = History()
    warnings = (*recorder.warnings, *warnings)
    post(RunOpened(recorder.run, recorder.experiment, history, warnings, recorder.before))
    return recorder


def _measure(closing: Closing, finished: TrainingFinished, control: TrainingControl, post: Post) -> None:
    """Measure the weights that are kept on the test images, unless the person has no patience for it."""
    post(Progress(Phrase("Measuring on the test examples"), float("nan")))
    with suppress(Cancelled):
        closing.close(finished, cancelled=lambda: control.stopped)
    if closing.report is not None:
        advice = () if closing.advice is None else closing.advice.sentences
        post(RunMeasured(closing.results, closing.report.count, advice))


def _doubt(
    closing: Closing, split: Split, finished: TrainingFinished, control: TrainingControl, post: Post
) -> None:
    """Learn which drawings are none of the classes, unless the person has no patience for it."""
    from engine.data.doubt.learning import can_be_learnt, known_doubt

    if can_be_learnt(split) and known_doubt(split) is None:
        post(Progress(Phrase("Learning what is none of the classes"), float("nan")))
    with suppress(Cancelled):
        closing.learn_doubt(finished, cancelled=lambda: control.stopped)
    if closing.doubt is not None:
        post(DoubtLearnt(closing.doubt))
