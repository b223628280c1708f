"""The command ``train``."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic import check_writable
from engine.cli.interrupt import Interrupt, Interrupted
from engine.cli.output import write_error
from engine.cli.progress import PreparationProgress, TrainingProgress
from engine.cli.ranks import PASSED_ON, check_meeting, gather
from engine.cli.training_end import TrainingEnd
from engine.data.learnt import Learnt, other_examples
from engine.errors import Cancelled, NetSketchError, RunError, TrainingError
from engine.evaluation.closing import Closing
from engine.file_names import free_path
from engine.folders import runs_folder
from engine.goals.registry import GOALS
from engine.inference.teacher import ask_teacher
from engine.language import error_words
from engine.runtime import usable_cores
from engine.storage import model_file
from engine.storage.leftovers import sweep_home
from engine.storage.runs.file.header import stored_header
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.recording_status import RecordingStatus, RunWrittenAgain
from engine.training.control import TrainingControl
from engine.training.events import EpochDone, FinishReason, TrainingFinished
from engine.training.manner import AS_IT_COMES, Manner
from engine.training.private.promise import SPENT, promise_of
from engine.training.private.refusals import check_private
from engine.training.ranks.place import LostRankError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from engine.cli.output import Output
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.data.doubt.doubt import Doubt
    from engine.evaluation.advice import Advice
    from engine.inference.teacher import Teaching
    from engine.storage.runs.folder import RunFolder
    from engine.training.ranks.meeting import Meeting
    from engine.training.ranks.ranks import Ranks

NOTHING_DONE = Phrase("Stopped before the first step; nothing was saved.")


def train_and_save(
    experiment: Experiment,
    out: Path | None,
    output: Output,
    *,
    preset: str = "",
    kept: bool = True,
    meeting: Meeting | None = None,
    manner: Manner = AS_IT_COMES,
    examples: str = "",
) -> None:
    """Train, measure on the test images, and save; the run is kept in the library, too.

    Args:
        experiment: What to train.
        out: The model file, with or without its ending; None for a free name here.
        output: Where to say how it goes.
        preset: Name of the preset it begins from, or an empty string.
        kept: Whether the run is kept.
        meeting: Where other processes wait to share the work; None for none.
        manner: How the run was done that is done again.
        examples: Fingerprint of those that it learnt from; an empty string where that is not known.

    Raises:
        TrainingError: If the loss became infinite or not a number; the last good weights are saved all the same.
        Cancelled: If Ctrl-C came before the first step.
        NetSketchError: If the data, the network or the model file cannot be had.
    """
    path = model_path(out)
    check_writable(path)
    experiment = experiment.begun_anew()

    def recorder(split: Split, teaching: Teaching | None) -> RunRecorder | None:
        output.warn(*other_examples(split, examples))
        teacher = None if teaching is None else teaching.saved
        try:
            if not kept:
                return None
            return RunRecorder.create(experiment, split, runs=runs_folder(), preset=preset, teacher=teacher)
        except NetSketchError as error:  # a disk that is full is no reason not to train
            write_error(Phrase("The run is not kept in the library."), error_words(error))
            return None

    _run(experiment, path, output, recorder, meeting=meeting, manner=manner)


def train_again(
    name: str, out: Path | None, output: Output, *, kept: bool = True, meeting: Meeting | None = None
) -> None:
    """Do a run of the library again as it was done, which gives the same numbers; as ``train_and_save``.

    Args:
        name: What the run is called.
        out: The model file; None for a free name here.
        output: Where to say how it goes.
        kept: Whether the new run is kept.
        meeting: Where other processes wait to share the work; None for none.

    Raises:
        RunError: If there is no such run, or it began with weights of another.
        NetSketchError: As ``train_and_save``.
    """
    library = RunLibrary()
    summary = library.find(name)
    if summary.parent:
        raise RunError(
            "The run “{run}” began with weights of another run, {parent}.",
            remedy="In the window, open that run and branch off where it did.",
            run=summary.name,
            parent=summary.parent,
        )
    run = library.open(summary.id)
    history = run.history()
    before = 1 if history.started is None else history.started.ranks
    now = 1 if meeting is None else meeting.place.world
    if before != now:
        output.warn(
            Phrase(
                "The run was trained by another number of processes ({before}, now {now}); its numbers may come out "
                "otherwise.",
                before=before,
                now=now,
            )
        )
    if any(threads > usable_cores() for _, threads in history.thread_course):
        output.warn(
            Phrase(
                "The run was done with more processor threads than this machine has; its numbers may come out "
                "otherwise."
            )
        )
    train_and_save(
        *(run.experiment(), out, output),
        preset=summary.preset,
        kept=kept,
        meeting=meeting,
        manner=history.manner,
        examples=stored_header(run.path).fingerprint,
    )


def resume_and_save(
    name: str, epochs: int | None, out: Path | None, output: Output, meeting: Meeting | None = None
) -> None:
    """Go on with a run of the library, as ``train_and_save``.

    Args:
        name: What the run is called.
        epochs: Epochs it shall have from now on, or None for as many as planned.
        out: A model file to write beside the one in the run's folder, or None for none.
        output: Where to say how it goes.
        meeting: Where other processes wait to share the work; None for none.

    Raises:
        RunError: If there is no such run, it is being trained, or it is finished and gets no more epochs.
        NetSketchError: As ``train_and_save``.
    """
    library = RunLibrary()
    summary = library.find(name)
    run = library.open(summary.id)
    experiment = run.experiment()
    if epochs is not None:
        experiment = experiment.with_(**{"training.epochs": epochs})
    path = model_file.with_suffix(out) if out is not None else None
    if path is not None:
        check_writable(path)

    def recorder(split: Split, teaching: Teaching | None) -> RunRecorder:
        teacher = None if teaching is None else teaching.saved
        found = RunRecorder.resume(
            run,
            split,
            epochs=experiment.training.epochs,
            teacher=teacher,
            ranks=1 if meeting is None else meeting.place.world,
        )
        output.warn(*found.warnings)
        return found

    _run(experiment, path, output, recorder, run, meeting)


def _run(
    experiment: Experiment,
    path: Path | None,
    output: Output,
    make_recorder: Callable[[Split, Teaching | None], RunRecorder | None],
    resumed: RunFolder | None = None,
    meeting: Meeting | None = None,
    manner: Manner = AS_IT_COMES,
) -> None:
    control = TrainingControl()
    check_meeting(experiment, meeting)
    with Interrupt(control.stop, control.suspend, again=PASSED_ON * (meeting is not None)) as interrupt:
        split, teaching = _prepared(experiment, resumed, output, interrupt)
        recorder = make_recorder(split, teaching)
        with _way_on(recorder), recorder or nullcontext():
            closing = Closing(experiment, split)
            logits = None if teaching is None else teaching.logits
            ranks = gather(meeting, experiment, split, recorder, logits, interrupt, output)
            finished, validation_accuracy = _train(
                experiment, split, control, output, recorder, closing, logits, ranks, manner
            )
            if interrupt() and finished.step == 0:
                raise Cancelled(NOTHING_DONE)
            if not interrupt.is_termination:
                _close(closing, finished, recorder)
            results = dict(closing.results)
        if validation_accuracy is not None:
            results["validation_accuracy"] = validation_accuracy
        if finished.privacy_spent is not None:
            results[SPENT] = finished.privacy_spent
        unsaved: NetSketchError | None = None
        if path is not None:
            if finished.reason is FinishReason.DIVERGED:
                path = free_path(path)  # do not let it take the place of a good model
            unsaved = _save(
                *(path, experiment, split, finished, results),
                *(_learnt(recorder, experiment, split), closing.advice, closing.doubt),
            )
            path = None if unsaved is not None else path
    if not interrupt():
        sweep_home()
    lost = _what_is_lost(recorder)
    run = None if recorder is None or lost is not None else recorder.run.id
    ended = TrainingEnd(experiment, split, finished, validation_accuracy, closing, path, run)
    ended.tell(output)
    if recorder is not None and lost is not None:
        write_error(
            Phrase("The run {run} is not in the library as a whole.", run=recorder.run.id), error_words(lost)
        )
    if unsaved is not None:
        raise unsaved
    if lost is not None and path is None:
        raise TrainingError(
            "What was trained is not on the disk.",
            cause=lost.cause or lost.what,
            remedy="Free some space, then train again.",
        )
    _raise_where_it_failed(finished, run, interrupt)


@contextmanager
def _way_on(recorder: RunRecorder | None) -> Iterator[None]:
    """Say how a run goes on that other processes have left."""
    try:
        yield
    except LostRankError as error:
        if recorder is None:
            raise
        raise LostRankError(
            error.what,
            cause=error.cause,
            remedy="`netsketch train --resume {run}` goes on from its last checkpoint.",
            run=recorder.run.id,
        ) from error


def _prepared(
    experiment: Experiment, resumed: RunFolder | None, output: Output, interrupt: Interrupt
) -> tuple[Split, Teaching | None]:
    """Load the data, and ask the teacher about them where there is one.

    Raises:
        Cancelled: If Ctrl-C came.
        NetSketchError: If the data or the teacher cannot be had.
    """
    from engine.data.datasets import load_split

    check_private(experiment, has_validation=experiment.data.validation_share > 0)
    with PreparationProgress(output) as progress:
        split = load_split(experiment.data, progress=progress, cancelled=interrupt)
        if resumed is None:
            promise_of(experiment.training, len(split.train))  # where it cannot be kept, there is no run
        teaching = ask_teacher(experiment, split, run=resumed, progress=progress, cancelled=interrupt)
    if interrupt():
        raise Cancelled(NOTHING_DONE)
    if teaching is not None:
        output.warn(*teaching.warnings)
    return split, teaching


def _close(closing: Closing, finished: TrainingFinished, recorder: RunRecorder | None) -> None:
    """Measure what came of it; who is too impatient for that keeps the model all the same."""
    with suppress(KeyboardInterrupt):
        closing.close(finished)
        closing.learn_doubt(finished)
    if recorder is not None:
        recorder.measured(dict(closing.results), closing.advice, closing.doubt)


def _save(
    path: Path,
    experiment: Experiment,
    split: Split,
    finished: TrainingFinished,
    results: dict[str, float],
    learnt: Learnt,
    advice: Advice | None,
    doubt: Doubt | None,
) -> NetSketchError | None:
    """Save the model; where that fails, return why: it is told at the end, with what came of the training before it."""
    try:
        model_file.save(
            path,
            experiment=experiment,
            classes=split.classes,
            state=finished.state,
            image_shape=split.train.image_shape,
            features=split.train.features,
            goal=split.goal,
            results=results,
            learnt=learnt,
            advice=() if advice is None else advice.sentences,
            doubt=doubt,
        )
    except NetSketchError as error:
        return error
    return None


def _what_is_lost(recorder: RunRecorder | None) -> NetSketchError | None:
    """Return why a run that has ended is not on the disk as a whole; say what was written again at its very end."""
    if recorder is None:
        return None
    for again in recorder.written_again():
        write_error(again.sentence)
    return recorder.failure


def _raise_where_it_failed(finished: TrainingFinished, run: str | None, interrupt: Interrupt) -> None:
    """Let the program fail where the training came to no end that anybody wished for."""
    if finished.reason is FinishReason.DIVERGED:
        raise TrainingError(finished.message or Phrase("The loss is no longer a number."))
    if finished.reason is FinishReason.SUSPENDED:
        words = Phrase("The training was broken off.")
        if run is not None:
            words = Phrase("Broken off; `netsketch train --resume {run}` goes on with it.", run=run)
        raise Interrupted(Cancelled(words), interrupt.number)


def _learnt(recorder: RunRecorder | None, experiment: Experiment, split: Split) -> Learnt:
    """Return what the model has learnt from, in earlier parts of its run as well."""
    told = None if recorder is None else recorder.learnt
    return Learnt().and_division(experiment.data, split.train) if told is None else told


def model_path(out: Path | None) -> Path:
    """Return the model file that was asked for, or else a free name here."""
    return model_file.with_suffix(out) if out is not None else free_path(Path("model.safetensors"))


def _train(
    experiment: Experiment,
    split: Split,
    control: TrainingControl,
    output: Output,
    recorder: RunRecorder | None,
    closing: Closing,
    teacher: NDArray[np.float32] | None,
    ranks: Ranks | None,
    manner: Manner,
) -> tuple[TrainingFinished, float | None]:
    """Train to the end; return how it ended, and the validation accuracy of the very weights it keeps."""
    from engine.training import train

    finished: TrainingFinished | None = None
    epochs: dict[int, EpochDone] = {}  # by step
    resume = None if recorder is None else recorder.checkpoint
    training = train(
        *(experiment, split, control, resume), teacher=teacher, measures=True, manner=manner, ranks=ranks
    )
    goal = GOALS[split.goal].fitted(split.train.labels)
    with TrainingProgress(output, experiment.training.batch_size, goal) as progress:
        for event in training if recorder is None else recorder.follow(training, control):
            if isinstance(event, RunWrittenAgain):
                write_error(event.sentence)
                continue
            if isinstance(event, RecordingStatus):
                if event.error is not None:
                    write_error(
                        Phrase("The run goes on, but is not being written."), error_words(event.error)
                    )
                continue
            progress.show(event)
            closing.add(event)
            if isinstance(event, EpochDone):
                epochs[event.step] = event
            elif isinstance(event, TrainingFinished):
                finished = event
    if finished is None:
        raise TrainingError("The training ended without a result.", remedy="Try again.")
    measured = epochs.get(finished.step_of_state)
    return finished, None if measured is None else measured.validation_accuracy
