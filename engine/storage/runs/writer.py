"""Writes a run to its folder on a thread of its own, so that training never waits for a disk."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.atomic import write_bytes, write_error
from engine.errors import NetSketchError, RunError
from engine.storage import checkpoint as checkpoint_file
from engine.storage import model_file
from engine.storage.runs.file import history as history_file
from engine.storage.runs.file import snapshots
from engine.storage.runs.restoring import Restorer
from engine.training.events import ModelSnapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import torch

    from engine.config import Experiment
    from engine.data.doubt.doubt import Doubt
    from engine.data.learnt import Learnt
    from engine.storage.model_file import SavedModel
    from engine.storage.runs.file.header import RunHeader
    from engine.storage.runs.file.lock import RunLock
    from engine.storage.runs.folder import RunFolder
    from engine.training.checkpoint import Checkpoint

WRITE_SECONDS = 0.5  # history goes out at most so often
RETRY_SECONDS = 2.0  # after the disk refused
LOOK_SECONDS = 2.0  # whether all is still there, where nothing is to be written
MOST_PENDING = 16  # snapshots until they are written at once
PENDING_BYTES = 64 * 2**20  # of snapshots held in memory while the disk is slow or full


@dataclass(frozen=True, slots=True, eq=False)
class SafePoint:
    """All that is written at once from time to time, so that little is lost if the program is killed.

    Attributes:
        state: The newest weights, or those that are kept at the end of the run.
        checkpoint: What the run is gone on with, or None if it cannot be.
        best_epoch: The best epoch so far, 0 for none.
        best_state: The weights after it, or None.
    """

    state: Mapping[str, torch.Tensor]
    checkpoint: Checkpoint | None
    best_epoch: int
    best_state: Mapping[str, torch.Tensor] | None


@dataclass(frozen=True, slots=True, eq=False)
class _Note:
    values: dict[str, Any]


def _bytes(state: Mapping[str, torch.Tensor]) -> int:
    return sum(tensor.nbytes for tensor in state.values())


class RunWriter:
    """Takes what a run tells and writes it, trying again where the disk refuses; it never raises.

    Args:
        run: The folder, which is there.
        experiment: The settings of the run, for its model files.
        header: What ``run.json`` says; the writer keeps it up to date from now on.
        lock: The lock of the run, which is held.
        snapshot_bytes: How much room the snapshots may take; beyond that some are given up.
        teacher: Of which the run has a copy; None without one.

    Attributes:
        learnt: Tells, on the writer's thread, what the model has learnt from.
        doubt: What tells which drawings are none of the model's classes; None until that is known.
        failure: Why the newest attempt to write failed, or None.
        checkpoint_wanted: Called on the writer's thread where files were taken away and are there again, but for those
            of a checkpoint and its models.
        restored: How often files that were taken away were written again.
    """

    def __init__(
        self,
        run: RunFolder,
        experiment: Experiment,
        header: RunHeader,
        lock: RunLock,
        snapshot_bytes: int,
        teacher: SavedModel | None = None,
    ) -> None:
        self.learnt: Callable[[], Learnt | None] = lambda: None
        self.doubt: Doubt | None = None
        self.failure: NetSketchError | None = None
        self.checkpoint_wanted: Callable[[], object] = lambda: None
        self.restored = 0
        self._run = run
        self._restorer = Restorer(run, experiment, lock, teacher)
        self._experiment = experiment
        self._header = header
        self._snapshot_bytes = snapshot_bytes
        self._tasks: queue.SimpleQueue[object] = queue.SimpleQueue()
        # What is not on the disk yet
        self._lines: list[str] = []
        self._snapshots: dict[int, ModelSnapshot] = {}
        self._safe_point: SafePoint | None = None
        self._header_is_new = False
        self._urgent = self._is_restoring = False
        # What is
        self._fresh: list[ModelSnapshot] = []  # by the newest attempt to write
        self._best_epoch = 0
        self._last_point: SafePoint | None = None
        self._sizes = {item.step: item for item in run.snapshots()}
        self._thread = threading.Thread(target=self._work, name=f"writes {run.id}", daemon=True)
        self._thread.start()

    # From the thread that trains

    def tell(self, line: dict[str, Any]) -> None:
        """Append a line to the history."""
        self._tasks.put(line)

    def keep_snapshot(self, snapshot: ModelSnapshot) -> None:
        """Keep weights for the way back through time; they must not change any more."""
        self._tasks.put(snapshot)

    def keep(self, point: SafePoint) -> None:
        """Write what the run is gone on with, and its model; of several that wait only the newest counts."""
        self._tasks.put(point)

    def note(self, **values: Any) -> None:
        """Put values into ``run.json``."""
        self._tasks.put(_Note(values))

    def note_later(self, values: Callable[[], dict[str, Any]]) -> None:
        """Put values into ``run.json`` that take a while to be worked out; that is done on the writer's thread."""
        self._tasks.put(values)

    def close(self, point: SafePoint | None = None) -> None:
        """Write what is left and end the thread; what the disk still refuses then is lost.

        Args:
            point: That of the end, for the case that its files were taken away.
        """
        self._last_point = point
        self._tasks.put(None)
        self._thread.join()

    # On the writer's own thread

    def _work(self) -> None:
        ended = is_lost = False
        due = 0.0
        self._restorer.begin()
        while not ended:
            try:
                wait = max(0.0, due - time.monotonic()) if self._has_work else LOOK_SECONDS
                ended = self._take(self._tasks.get(timeout=wait))
            except queue.Empty:  # a run that is paused tells nothing
                is_lost = not self._has_work and self._is_anything_lost()
            is_due = time.monotonic() >= due or (self._urgent and not self.failure)
            if ended or is_lost or (self._has_work and is_due):
                self._write()
                is_lost = False
                due = time.monotonic() + (RETRY_SECONDS if self.failure else WRITE_SECONDS)

    @property
    def _has_work(self) -> bool:
        return bool(self._lines or self._snapshots or self._safe_point or self._header_is_new)

    def _take(self, task: object) -> bool:
        """Note one thing to write; returns whether it was the last."""
        if task is None:
            return True
        if isinstance(task, ModelSnapshot):
            held = sum(_bytes(item.state) for item in self._snapshots.values())
            if not self._snapshots or held + _bytes(task.state) <= PENDING_BYTES:
                self._snapshots[task.step] = task
            self._urgent = self._urgent or len(self._snapshots) >= MOST_PENDING
        elif isinstance(task, SafePoint):
            self._safe_point = task
            self._urgent = True
        elif isinstance(task, dict):
            self._note(progress=self._header.progress.after(task))
            self._lines.append(history_file.to_text(task))
            self._urgent = self._urgent or task["event"] not in ("steps", "epoch")
        elif isinstance(task, _Note):
            self._note(**task.values)
        elif callable(task):
            self._note(**task())
        return False

    def _note(self, **values: Any) -> None:
        self._header = self._header.model_copy(update=values)
        self._header_is_new = True

    def _write(self) -> None:
        self._urgent = False
        try:
            self._write_all()
        except NetSketchError as error:
            self.failure = error
        except OSError as error:
            self.failure = write_error(self._run.path, error)
        except Exception as error:  # noqa: BLE001 - whatever it is, training must not end for it
            self.failure = RunError(
                "The run could not be written.",
                cause="{kind}: {reason}",
                remedy="Save the model to a file at the end.",
                kind=type(error).__name__,
                reason=str(error),
            )
        else:
            self.failure = None

    def _write_all(self) -> None:
        """Write whatever is not on the disk yet; the order lets the history never lag behind the checkpoint."""
        self._restore()
        safe_point, run = self._safe_point, self._run
        if self._lines:
            size = history_file.append(run.history_path, self._lines)
            self._restorer.note_lines(self._lines, size)
            self._lines.clear()
            self._note(progress=self._header.progress.model_copy(update={"history_bytes": size}))
        refused = (
            self._write_snapshots()
        )  # before the checkpoint: a run that is gone on with makes none of them again
        if safe_point is not None:
            try:
                self._write_safe_point(safe_point)
            except (NetSketchError, OSError):
                if not self._taken_back():
                    raise
                self._write_safe_point(safe_point)  # where room is short, the model is what counts
                refused = self._write_snapshots()
            self._safe_point = None
        if refused is not None:
            raise refused
        if self._header_is_new:
            write_bytes(run.header_path, self._header.to_json())
            self._header_is_new = False
            self._restorer.note(run.header_path)
        if self._is_restoring:
            self._is_restoring = False
            self.restored += 1
            self.checkpoint_wanted()

    def _is_anything_lost(self) -> bool:
        try:
            return bool(self._restorer.lost())
        except OSError:
            return True

    def _restore(self) -> None:
        """Write again what somebody took away, so that what follows finds it there."""
        lost = self._restorer.lost()
        if not lost:
            return
        self._restorer.restore(lost)
        self._is_restoring = self._header_is_new = True
        self._sizes = {item.step: item for item in self._run.snapshots()}
        self._best_epoch = 0
        if self._last_point is not None:
            self._safe_point = self._last_point

    def _write_snapshots(self) -> NetSketchError | OSError | None:
        """Write all that wait; those that the disk refuses go on waiting, and why is returned."""
        self._fresh.clear()
        try:
            for step, snapshot in list(self._snapshots.items()):
                self._write_snapshot(snapshot)
                self._fresh.append(self._snapshots.pop(step))
        except (NetSketchError, OSError) as error:
            return error
        return None

    def _taken_back(self) -> bool:
        """Give the room of the snapshots that were just written free again; returns whether there were any."""
        for snapshot in self._fresh:
            item = self._sizes.pop(snapshot.step, None)
            if item is not None:
                item.path.unlink(missing_ok=True)
                self._snapshots[snapshot.step] = snapshot
        return bool(self._fresh)

    def _write_snapshot(self, weights: ModelSnapshot) -> None:
        size = snapshots.save(self._run.path, weights.step, weights.epoch, weights.state)
        path = self._run.path / snapshots.FOLDER / snapshots.file_name(weights.step)
        self._sizes[weights.step] = snapshots.Snapshot(weights.step, path, size)
        excess = sum(item.size for item in self._sizes.values()) - self._snapshot_bytes
        if excess > 0:
            best = self._header.progress.best_step
            for item in snapshots.superfluous(sorted(self._sizes.values()), excess, {best}):
                item.path.unlink(missing_ok=True)
                del self._sizes[item.step]

    def _write_safe_point(self, point: SafePoint) -> None:
        if point.checkpoint is not None:
            about = {
                name: getattr(self._header, name)
                for name in ("device", "threads", "ranks", "precision", "fingerprint", "versions")
            }
            about["threads"] = (
                point.checkpoint.threads or about["threads"]
            )  # the header may be further already
            checkpoint_file.save(self._run.checkpoint_path, point.checkpoint, about)
            self._restorer.note(self._run.checkpoint_path)
        about_it = {
            "results": self._header.results.model_dump(exclude_none=True),
            "advice": self._header.advice,
        }
        self._write_model(self._run.model_path, point.state, **about_it)
        if point.best_state is not None and point.best_epoch != self._best_epoch:
            self._write_model(self._run.best_path, point.best_state)
            self._best_epoch = point.best_epoch

    def _write_model(self, path: Path, state: Mapping[str, torch.Tensor], **about_it: Any) -> None:
        model_file.save(
            path,
            experiment=self._experiment,
            classes=self._header.classes,
            state=state,
            image_shape=self._header.image_shape,
            features=self._header.features,
            goal=self._header.goal,
            learnt=self.learnt(),
            doubt=self.doubt,
            **about_it,
        )
        self._restorer.note(path)
