"""The current run on disk, seen from the window: where it lies, the way back through it, and what begins next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.errors import NetSketchError, RunError
from engine.folders import runs_folder
from engine.training.events import EpochDone, ModelSnapshot
from engine.training.moments import Moment, MomentChoice
from gui.bench.training_job import Branch, Keeping

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import torch

    from engine.storage.runs.folder import RunFolder
    from engine.training.history import History

MOST_FRESH = 16  # snapshots in memory before it is looked whether the oldest are on the disk
FRESH_BYTES = 64 * 2**20
SAFE_SECONDS = 10.0
_HELD = (
    *("run", "write_error", "writing_ended", "_moments", "_fresh"),
    *("_choice", "_best_step", "_best", "_best_state", "_branch"),
)


class CurrentRun(QObject):
    """Knows the folder of the current run, and reads weights of the past from it.

    Signals:
        moments_changed: There are more moments to go back to, or another run's.
        branch_changed: The next run begins from other weights, or from random ones again.
        write_error_changed: The run cannot be written, or can be again (NetSketchError or None).
        best_changed: Another moment is the best of the run, or there is none.
    """

    moments_changed = Signal()
    branch_changed = Signal()
    write_error_changed = Signal(object)
    best_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._safe_seconds = SAFE_SECONDS
        self.run: RunFolder | None = None
        self.write_error: NetSketchError | None = None
        self.writing_ended = False
        self._moments: dict[int, Moment] = {}
        self._fresh: dict[int, dict[str, torch.Tensor]] = {}
        self._choice = MomentChoice(1)
        self._best_step = -1
        self._best: Moment | None = None
        self._best_state: dict[str, torch.Tensor] | None = None  # None while it is on the disk alone
        self._branch: Branch | None = None

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The moments of the current run whose weights are kept, by step."""
        return tuple(self._moments[step] for step in sorted(self._moments))

    @property
    def best(self) -> Moment | None:
        """The end of the epoch that did best in the current run, or None while there is none."""
        return self._best

    @property
    def kept(self) -> bool:
        """Whether the current run is on the disk, so that nothing is lost when the window closes."""
        return self.run is not None and self.write_error is None

    @property
    def branch(self) -> Branch | None:
        """The weights that the next run begins with, or None for random ones."""
        return self._branch

    def set_branch(self, branch: Branch | None) -> None:
        """Let the next run begin with these weights."""
        if branch is not self._branch:
            self._branch = branch
            self.branch_changed.emit()

    @Slot(object)
    def set_safe_seconds(self, seconds: float) -> None:
        """Say how much training of the runs that begin from now on may be lost if the program is killed."""
        self._safe_seconds = float(seconds)

    def keeping(self, preset: str, resume: RunFolder | None = None, epochs: int | None = None) -> Keeping:
        """Return how the run that is asked for is kept; a branch is used up once that has begun."""
        branch = None if resume is not None else self._branch
        return Keeping(runs_folder(), preset, self._safe_seconds, resume, epochs, branch)

    # What the run tells

    def begin(self) -> None:
        """Forget the run before, and the branch that waited for this one."""
        self.set_branch(None)
        self.run = None
        self._moments.clear()
        self._fresh.clear()
        self._choice = MomentChoice(1)
        self._set_best(None)
        self.set_write_error(None)
        self.moments_changed.emit()

    def put_aside(self) -> dict[str, Any]:
        """Return all that is known of the run, for ``put_back``."""
        held = {name: getattr(self, name) for name in _HELD}
        return held | {"_moments": dict(self._moments), "_fresh": dict(self._fresh)}

    def put_back(self, held: Mapping[str, Any]) -> None:
        """Know again what was put aside."""
        for name in _HELD:
            setattr(self, name, held[name])
        self._moments, self._fresh = dict(self._moments), dict(self._fresh)
        self.branch_changed.emit()
        self.best_changed.emit()
        self.write_error_changed.emit(self.write_error)
        self.moments_changed.emit()

    def opened(self, run: RunFolder, history: History, epochs: int) -> None:
        """Take the folder of the current run, with what is in it from before, and the epochs planned."""
        self.run = run
        self._choice = MomentChoice(epochs)
        started = history.started
        length = started.steps_per_epoch if started is not None else 0
        for item in run.snapshots():
            self._moments[item.step] = Moment(item.step, item.step // length if length else 0)
        if history.best_epoch:
            step = int(history.epoch_steps[history.epochs == history.best_epoch][-1])
            self._set_best(Moment(step, history.best_epoch))
        self.moments_changed.emit()

    def _set_best(self, best: Moment | None, state: dict[str, torch.Tensor] | None = None) -> None:
        is_other = best is not self._best
        self._best, self._best_state = best, state
        self._best_step = -1 if best is None else best.step
        if is_other:
            self.best_changed.emit()

    def set_write_error(self, error: NetSketchError | None, *, ended: bool = False) -> None:
        """Note that the run cannot be written at the moment, or can be again; for good where it has ``ended``."""
        if error is not self.write_error or (error is not None and ended):
            self.write_error, self.writing_ended = error, ended
            self.write_error_changed.emit(error)

    def note(self, event: EpochDone | ModelSnapshot) -> None:
        """Take an event of the current run in."""
        if isinstance(event, EpochDone):
            self._choice.note(event)
            if event.best:
                self._best_step = event.step
            return
        if event.step == self._best_step:  # the weights follow the epoch they are of
            self._set_best(Moment(event.step, event.epoch), event.state)
        if self.run is not None and self._choice.keeps(event):
            self._moments[event.step] = Moment(event.step, event.epoch)
            self._fresh[event.step] = event.state
            self._forget_written()
            self.moments_changed.emit()

    def add(self, moment: Moment, state: dict[str, torch.Tensor]) -> None:
        """Let a moment be gone back to, whatever else is kept of the run."""
        self._moments[moment.step] = moment
        self._fresh[moment.step] = state
        self.moments_changed.emit()

    def _forget_written(self) -> None:
        """Let weights go that can be read from the disk; where it is full, only so many can be held without it."""
        held = sum(tensor.nbytes for state in self._fresh.values() for tensor in state.values())
        for step in list(self._fresh)[: max(0, len(self._fresh) - MOST_FRESH)]:
            is_written = self.run is not None and self.run.has_snapshot(step)
            if is_written or held > FRESH_BYTES:
                held -= sum(tensor.nbytes for tensor in self._fresh.pop(step).values())
                if not is_written:
                    del self._moments[step]

    def finished(self) -> None:
        """Look again which moments are kept, once the run has ended and everything is written."""
        if self.run is None:
            return
        there = {item.step for item in self.run.snapshots()}
        if there:
            length = max((m.step // m.epoch for m in self._moments.values() if m.epoch), default=0)
            for step in there - self._moments.keys():
                self._moments[step] = Moment(step, step // length if length else 0)
            for step in self._moments.keys() - there - self._fresh.keys():
                del self._moments[step]
            self.moments_changed.emit()

    # The way back

    def weights(self, step: int) -> dict[str, torch.Tensor]:
        """Return the weights of the current run after ``step`` steps.

        Raises:
            RunError: If they are not kept.
        """
        if step in self._fresh:
            return self._fresh[step]
        if self.run is None:
            raise RunError("There is no run to go back through.", remedy="Train one first.")
        return self.run.weights(step)

    def best_weights(self) -> dict[str, torch.Tensor]:
        """Return the best weights of the current run.

        Raises:
            NetSketchError: If there are none or they cannot be read.
        """
        if self._best is None:
            raise RunError("There is no best epoch yet.", remedy="Wait for the end of the first one.")
        if self._best_state is None:
            from engine.storage import model_file

            step, run = self._best.step, self.run
            if run is None or step in self._fresh or run.has_snapshot(step):
                self._best_state = self.weights(step)
            else:
                self._best_state = model_file.load(run.best_path).state
        return self._best_state
