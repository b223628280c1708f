"""The training doctor in the window: hears the run, looks into its layers now and then, and keeps what it finds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.training.doctor import Doctor, FindingKind, LayerProbes, ProbeSeries, check_data
from engine.training.events import EpochDone, ModelSnapshot, TrainingFinished, TrainingStarted
from gui.tasks.worker import BackgroundThread, JobFailed

if TYPE_CHECKING:
    import torch

    from engine.config import Experiment
    from engine.data.dataset import Dataset
    from engine.training.doctor import Finding, Probe
    from gui.tasks.worker import Job, Post
    from gui.workbench import Workbench

SHOW_EVERY = 200  # milliseconds; the numbers of a finding change with every event
PROBE_EVERY = 2.0  # seconds between looks into the layers within an epoch
LEAST_BETWEEN = 0.5  # seconds between any two of them, but for the last
DATA_KINDS = (FindingKind.IMBALANCED, FindingKind.TOO_FEW_IMAGES, FindingKind.BATCH_TOO_LARGE)


@dataclass(slots=True, eq=False)
class _Patient:
    """A network in training and the images it learns from; the probe is made by the thread that uses it."""

    experiment: Experiment
    data: Dataset
    probe: Probe | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Probed:
    patient: _Patient
    probes: LayerProbes


def _probe_job(patient: _Patient, state: dict[str, torch.Tensor], step: int) -> Job:
    def job(post: Post) -> None:
        from engine.training.doctor import Probe

        if patient.probe is None:
            patient.probe = Probe(patient.experiment, patient.data)
        post(_Probed(patient, patient.probe.measure(state, step)))

    return job


class DoctorWatch(QObject):
    """Knows what is wrong with the present run, or with the data of the next.

    What a run tells costs microseconds here; the look into its layers takes some milliseconds on a thread of its own,
    with a model of its own.

    Args:
        workbench: Whose runs it hears.

    Signals:
        findings_changed: There are other findings.
        probed: The layers were looked into (LayerProbes).
        series_changed: There is another look in ``series``, or it is another run's, or there will be no more.
    """

    findings_changed = Signal()
    probed = Signal(object)
    series_changed = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._doctor: Doctor | None = None
        self._of_data: tuple[Finding, ...] = ()
        self._shown: tuple[Finding, ...] = ()
        self._patient: _Patient | None = None
        self._series = ProbeSeries()
        self._series_before = "", self._series  # of which run, for one that goes on
        self._is_blind = False
        self._probed_at = 0.0
        self._epoch_step = -1
        self._waiting: tuple[dict[str, torch.Tensor], int] | None = None
        self._is_ended = False
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_EVERY)
        self._show_timer.timeout.connect(self._show)
        self._thread = BackgroundThread("doctor", self)
        self._thread.finished.connect(self._on_thread_finished)
        workbench.training_event.connect(self._on_workbench_training_event)
        workbench.run_started.connect(self._on_workbench_run_started)
        workbench.model_changed.connect(self._on_workbench_model_changed)
        workbench.experiment_changed.connect(self._on_workbench_changed)
        workbench.data_changed.connect(self._on_workbench_changed)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong and not mended in the settings yet, the gravest first."""
        return self._shown

    @property
    def series(self) -> ProbeSeries:
        """What the looks into the layers of the present run have shown, and empty for a model from a file."""
        return self._series

    @property
    def is_blind(self) -> bool:
        """Whether the layers of the present run cannot be looked into."""
        return self._is_blind

    def mend(self, finding: Finding) -> None:
        """Do what a finding advises: change the settings, undoably; the learning rate counts at once."""
        editor = self._workbench.editor
        editor.replace(editor.experiment.with_(**finding.changes), self.tr("the doctor's advice"))

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._is_ended = True
        self._waiting = None
        self._show_timer.stop()
        self._thread.shutdown()

    @Slot()
    def _show(self) -> None:
        """Keep what holds and is not mended by the settings as they are now."""
        found: dict[object, Finding] = {}
        if self._doctor is not None:
            found = {item.key: item for item in self._doctor.findings}
        if not self._workbench.running:  # of the data, those of the next run count
            found = {key: item for key, item in found.items() if item.kind not in DATA_KINDS}
            found |= {item.key: item for item in self._of_data}
        experiment = self._workbench.experiment
        shown = tuple(item for item in found.values() if not _is_mended(item.changes, experiment))
        if shown != self._shown:
            self._shown = shown
            self.findings_changed.emit()

    # The look into the layers

    def _consider(self, state: dict[str, torch.Tensor], step: int, *, is_last: bool = False) -> None:
        """Look into these weights if it is time for that."""
        since = time.monotonic() - self._probed_at
        is_due = since >= PROBE_EVERY or (step == self._epoch_step and since >= LEAST_BETWEEN)
        if not is_last and (not is_due or self._thread.busy):
            return
        self._waiting = (state, step)
        self._look()

    def _look(self) -> None:
        if self._waiting is None or self._patient is None or self._thread.busy or self._is_ended:
            return
        (state, step), self._waiting = self._waiting, None
        self._probed_at = time.monotonic()
        self._thread.start(_probe_job(self._patient, state, step))

    @Slot()
    def _on_thread_finished(self) -> None:
        for message in self._thread.messages():
            if isinstance(message, JobFailed):
                self._patient = None  # such a network cannot be looked into; the doctor does without
                self._is_blind = True
                self.series_changed.emit()
            elif isinstance(message, _Probed) and message.patient is self._patient and self._doctor:
                self._doctor.add_probe(message.probes)
                self._series.add(message.probes)
                self.probed.emit(message.probes)
                self.series_changed.emit()
                self._show()
        self._look()

    # What is heard

    @Slot(object)
    def _on_workbench_training_event(self, event: object) -> None:
        if isinstance(event, TrainingStarted):
            self._begin(event)
        if self._doctor is None:
            return
        if isinstance(event, EpochDone):
            self._epoch_step = event.step
        if isinstance(event, ModelSnapshot):
            self._consider(event.state, event.step)
        else:
            self._doctor.add(event)
            if isinstance(event, TrainingFinished):
                self._consider(event.state, event.step, is_last=True)
                self._show()
            elif not self._show_timer.isActive() and not self._is_ended:
                self._show_timer.start()

    def _begin(self, event: TrainingStarted) -> None:
        current_model = self._workbench.current_model
        experiment, data = current_model.run_experiment, current_model.run_data
        if experiment is None or data is None:
            return
        self._doctor = Doctor(experiment, data)
        self._patient, self._waiting = _Patient(experiment, data.train), None
        self._probed_at, self._epoch_step = 0.0, -1  # the first weights are looked into at once
        run, before = self._series_before
        if event.first_step and run == self._run_id():  # the run goes on
            before.forget_after(event.first_step)
            self._set_series(before)
        self._series_before = self._run_id(), self._series

    def _run_id(self) -> str:
        run = self._workbench.current_run.run
        return "" if run is None else run.id

    def _set_series(self, series: ProbeSeries) -> None:
        if series is not self._series:
            self._series = series
            self.series_changed.emit()

    @Slot()
    def _on_workbench_run_started(self) -> None:
        self._patient = None  # of the run before
        self._is_blind = False
        self._set_series(ProbeSeries())

    @Slot()
    def _on_workbench_model_changed(self) -> None:
        if self._workbench.model is not None and not self._workbench.current_model.is_of_run:
            self._patient = None
            self._is_blind = False
            self._set_series(ProbeSeries())

    @Slot()
    def _on_workbench_changed(self) -> None:
        data = self._workbench.data
        self._of_data = () if data is None else check_data(self._workbench.experiment, data)
        self._show()


def _is_mended(changes: dict[str, Any], experiment: Experiment) -> bool:
    """Tell whether the settings are already as a finding advises."""
    return bool(changes) and experiment.with_(**changes) == experiment
