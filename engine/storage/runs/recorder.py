"""Keeps a run as it goes: passes its events on, and has what they tell written to its folder."""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from engine.atomic import write_error
from engine.data.learnt import Learnt, fingerprint
from engine.data.sources.paths import short_name
from engine.errors import NetSketchError
from engine.storage import model_file
from engine.storage.checkpoint import versions
from engine.storage.foreign_text import writable
from engine.storage.runs import resuming
from engine.storage.runs.file.experiment import write_experiment
from engine.storage.runs.file.header import Results, RunHeader
from engine.storage.runs.file.line import line_of
from engine.storage.runs.file.lock import RunLock
from engine.storage.runs.file.progress import FAILED, PAUSED
from engine.storage.runs.folder import RunFolder, make_folder
from engine.storage.runs.recording_status import RecordingStatus, RunWrittenAgain
from engine.storage.runs.writer import RunWriter, SafePoint
from engine.training.events import (
    CheckpointTaken,
    EpochDone,
    ModelSnapshot,
    StepsDone,
    ThreadsChanged,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.moments import MomentChoice
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.data.doubt.doubt import Doubt
    from engine.evaluation.advice import Advice
    from engine.storage.model_file import SavedModel
    from engine.training.checkpoint import Checkpoint
    from engine.training.control import TrainingControl
    from engine.training.events import TrainingEvent

SAFE_SECONDS = 10.0
ASK_SHARE = (
    0.8  # of that time until a checkpoint is asked for: it comes after a step, and is written in a while
)
SNAPSHOT_BYTES = 256 * 2**20
TAKEN_AWAY = Phrase(
    "Files of this run were deleted or moved while it was trained. They are written again; the weights of the past "
    "that were among them are gone."
)


class RunRecorder:
    """Records one run; to be used as a context, on the thread that trains.

    Made by ``create`` or ``resume``. Writing happens on a thread of its own, and a disk that is full or slow never
    stops the training: what it tells is held in memory and written as soon as that works.

    Args:
        run: The folder.
        experiment: The settings of the run.
        header: What its ``run.json`` says.
        lock: Its lock, which is held.
        safe_seconds: How much training may be lost if the program is killed, in seconds.
        snapshot_bytes: How much room the snapshots may take.
        teacher: Of which the run has a copy; None without one.

    Attributes:
        run: The folder of the run.
        experiment: Its settings.
        checkpoint: Where it is gone on from, or None where it begins.
        warnings: What the person should know before it goes on.
        before: What the weights it begins with have learnt from.
    """

    def __init__(
        self,
        run: RunFolder,
        experiment: Experiment,
        header: RunHeader,
        lock: RunLock,
        *,
        safe_seconds: float = SAFE_SECONDS,
        snapshot_bytes: int = SNAPSHOT_BYTES,
        teacher: SavedModel | None = None,
    ) -> None:
        self.run = run
        self.experiment = experiment
        self.checkpoint: Checkpoint | None = None
        self.warnings: tuple[Phrase, ...] = ()
        self.before = Learnt()
        self._lock = lock
        self._safe_seconds = safe_seconds
        self._held = self._has_moved = False
        self._end: SafePoint | None = None
        self._moments = MomentChoice(experiment.training.epochs)
        self._writer = RunWriter(run, experiment, header, lock, snapshot_bytes, teacher)
        self._failure_told = False
        self._restored_told = 0

    @classmethod
    def create(
        cls,
        experiment: Experiment,
        split: Split,
        *,
        runs: Path,
        preset: str = "",
        parent: tuple[str, int] | None = None,
        before: Learnt | None = None,
        teacher: SavedModel | None = None,
        sweep: str = "",
        **options: Any,
    ) -> Self:
        """Begin a new run.

        Args:
            experiment: Its settings.
            split: What it is trained on.
            runs: The folder of all runs.
            preset: Name of the preset it begins from; it names the run.
            parent: Id of the run it is branched from, and the step.
            before: What the weights it begins with have learnt from already.
            teacher: From which it learns; the run keeps a copy.
            sweep: Id of the sweep that it is a trial of, or an empty string.
            options: ``safe_seconds`` and ``snapshot_bytes``.

        Raises:
            NetSketchError: If its folder cannot be made.
        """
        try:
            run = make_folder(runs, preset or short_name(experiment.data.dataset))
        except OSError as error:
            raise write_error(runs, error) from error
        lock = RunLock(run.path)
        try:
            lock.acquire()
            write_experiment(run.path, experiment)
            if teacher is not None:  # after the settings, without which the folder is no run
                model_file.save_copy(run.teacher_path, teacher)
            header = RunHeader.begun(
                run.id,
                split,
                preset=preset,
                parent=parent,
                epochs=experiment.training.epochs,
                sweep=sweep,
            )
            recorder = cls(run, experiment, header, lock, teacher=teacher, **options)
        except BaseException:
            lock.release()
            shutil.rmtree(run.path, ignore_errors=True)  # nothing is in it that anybody could use
            raise
        recorder._tell_learnt(before or Learnt(), split)
        recorder._writer.note_later(lambda: {"fingerprint": fingerprint(split), "versions": versions()})
        return recorder

    @classmethod
    def resume(
        cls,
        run: RunFolder,
        split: Split,
        *,
        epochs: int | None = None,
        teacher: SavedModel | None = None,
        ranks: int = 1,
        **options: Any,
    ) -> Self:
        """Go on with a run that is not being trained.

        Args:
            run: Its folder.
            split: The data of its settings.
            epochs: Epochs planned from now on, where they shall be others.
            teacher: From which it learns; the run's copy is written again.
            ranks: Processes that share the work from now on.
            options: ``safe_seconds`` and ``snapshot_bytes``.

        Raises:
            RunError: If it is held elsewhere or damaged.
            NetSketchError: If it cannot be written to.
        """
        lock = RunLock(run.path)
        lock.acquire()
        try:
            run.sweep()
            experiment = run.experiment()
            saved = run.checkpoint()
            if saved is not None:
                resuming.check(run, saved.checkpoint, split)
            if epochs is not None and epochs != experiment.training.epochs:
                experiment = experiment.with_(**{"training.epochs": epochs})
                write_experiment(run.path, experiment)
            now = {"fingerprint": fingerprint(split), "versions": versions()}
            warnings = resuming.differences(saved, now, ranks) if saved is not None else ()
            done = saved.checkpoint.step if saved is not None else 0
            header = resuming.header_of(run, split, experiment, done)
            for item in run.snapshots():
                if item.step > done:
                    item.path.unlink(missing_ok=True)
            if teacher is not None:
                with suppress(NetSketchError):  # a disk that is full; the copy that is there stays
                    model_file.save_copy(run.teacher_path, teacher)
            recorder = cls(run, experiment, header, lock, teacher=teacher, **options)
        except OSError as error:
            lock.release()
            raise write_error(run.path, error) from error
        except BaseException:
            lock.release()
            raise
        recorder.checkpoint = None if saved is None else resuming.place_of(saved)
        recorder.warnings = warnings
        recorder._tell_learnt(resuming.learnt_before(run), split)
        recorder._writer.note(**now)
        return recorder

    def _tell_learnt(self, before: Learnt, split: Split) -> None:
        """Let the models say what they have learnt from; it takes a look at every image, which the writer does."""
        config = self.experiment.data
        self.before = before
        self._writer.learnt = cache(lambda: before.and_division(config, split.train))

    def follow(
        self, events: Iterator[TrainingEvent], control: TrainingControl
    ) -> Iterator[TrainingEvent | RecordingStatus | RunWrittenAgain]:
        """Pass the events of a training on and keep what they tell.

        Args:
            events: What ``train(…, control, resume=self.checkpoint)`` gives.
            control: The control it was given; checkpoints are asked for through it.
        """
        control.checkpoints_at_rest = True
        self._writer.checkpoint_wanted = control.request_checkpoint
        kept_at = time.monotonic()
        try:
            for event in events:
                self._take(event, control)
                yield event
                failure = self._writer.failure
                if (failure is not None) != self._failure_told:
                    self._failure_told = failure is not None
                    yield RecordingStatus(failure)
                yield from self.written_again()
                if isinstance(event, CheckpointTaken):
                    kept_at = time.monotonic()
                elif time.monotonic() - kept_at >= ASK_SHARE * self._safe_seconds:
                    kept_at = time.monotonic()
                    control.request_checkpoint()
        except NetSketchError as error:
            self._writer.tell(_now({"event": FAILED, "message": writable(error)}))
            raise

    def written_again(self) -> Iterator[RunWrittenAgain]:
        """Tell, once, that files which were taken away are there again; at last after ``close``."""
        if self._writer.restored != self._restored_told:
            self._restored_told = self._writer.restored
            yield RunWrittenAgain(TAKEN_AWAY)

    @property
    def learnt(self) -> Learnt | None:
        """What the model has learnt from."""
        return self._writer.learnt()

    def measured(
        self, results: dict[str, float], advice: Advice | None = None, doubt: Doubt | None = None
    ) -> None:
        """Note what was measured with the model at the end, such as ``test_accuracy``, what to try, and its doubt."""
        self._writer.doubt = doubt
        sentences = () if advice is None else tuple(map(str, advice.sentences))
        self._writer.note(results=Results.model_validate(results), advice=sentences)
        if self._end is not None:  # its file says them, too
            self._writer.keep(SafePoint(self._end.state, None, 0, None))

    def close(self) -> None:
        """Write what is left and let the run go."""
        self._writer.close(self._end)
        self._lock.release()

    @property
    def failure(self) -> NetSketchError | None:
        """Why the run is not on the disk as a whole; None where it is. Only after ``close`` is it the last word."""
        return self._writer.failure

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _take(self, event: TrainingEvent, control: TrainingControl) -> None:
        writer = self._writer
        if isinstance(event, StepsDone) and self._held:
            self._held = False
            writer.tell(_now({"event": "resumed", "step": event.first_step - 1}))
        if isinstance(event, StepsDone) and not self._has_moved:
            self._has_moved = True
            writer.note(results=Results(), advice=())  # those of an earlier end are of other weights
        line = line_of(event)
        if line is not None:
            writer.tell(line if isinstance(event, StepsDone) else _now(line))
        if isinstance(event, TrainingStarted):
            writer.note(
                device=event.device,
                threads=event.threads,
                ranks=event.ranks,
                precision=event.precision,
                parameters=event.parameters,
            )
        elif isinstance(event, ThreadsChanged):
            writer.note(threads=event.new)
        elif isinstance(event, EpochDone):
            self._moments.note(event)
        elif isinstance(event, ModelSnapshot):
            if self._moments.keeps(event):
                writer.keep_snapshot(event)
        elif isinstance(event, CheckpointTaken):
            point = event.checkpoint
            writer.keep(SafePoint(point.model, point, point.best_epoch, point.best_model))
            if control.paused and not self._held:
                self._held = True
                writer.tell(_now({"event": PAUSED, "step": point.step}))
        elif isinstance(event, TrainingFinished):
            if event.privacy_spent is not None:
                writer.note(results=Results(privacy_spent=event.privacy_spent))
            writer.keep_snapshot(ModelSnapshot(event.step, event.epoch, event.last_state))
            if event.kept_epoch:
                writer.keep_snapshot(ModelSnapshot(event.kept_step, event.kept_epoch, event.state))
            self._end = SafePoint(event.state, event.checkpoint, event.best_epoch, event.best_state)
            writer.keep(self._end)


def _now(line: dict[str, Any]) -> dict[str, Any]:
    return line | {"time": round(time.time(), 3)}
