"""The training doctor in the window: hears the run, looks into its layers now and then, and keeps what it finds."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.training.doctor.findings import FindingKind
from engine.training.doctor.probe_series import ProbeSeries
from engine.training.events import EpochDone, ModelSnapshot, TrainingFinished, TrainingStarted
from gui.tasks.task import Task

if TYPE_CHECKING:
    import torch

    from engine.config import Experiment
    from engine.data.dataset import Dataset
    from engine.training.doctor.doctor import Doctor
    from engine.training.doctor.findings import Finding, LayerProbes
    from engine.training.doctor.probe import Probe
    from gui.bench.trainer import Trainer
    from gui.tasks.task import Job

SHOW_EVERY = 200  # milliseconds; the numbers of a finding change with every event
PROBE_EVERY = 2.0  # seconds between looks into the layers within an epoch
LEAST_BETWEEN = 0.5  # seconds between any two of them, but for the last
DATA_KINDS = (FindingKind.IMBALANCED, FindingKind.TOO_FEW_IMAGES, FindingKind.BATCH_TOO_LARGE)


class _Patient:
    """A network in training and the images it learns from."""

    def __init__(self, experiment: Experiment, data: Dataset) -> None:
        self._experiment = experiment
        self._data = data
        self._probe: Probe | None = None  # made by the thread that uses it

    def look(self, state: dict[str, torch.Tensor], step: int, _job: Job) -> LayerProbes:
        """Look into the layers with these weights."""
        from engine.training.doctor.probe import Probe

        if self._probe is None:
            self._probe = Probe(self._experiment, self._data)
        return self._probe.measure(state, step)


class DoctorWatch(QObject):
    """Knows what is wrong with the current run, or with the data of the next.

    What a run tells costs microseconds here; the look into its layers takes some milliseconds on a thread of its own,
    with a model of its own.

    Args:
        trainer: Whose runs it hears.

    Signals:
        findings_changed: There are other findings.
        probed: The layers were looked into (LayerProbes).
        series_changed: There is another look in ``series``, or it is another run's, or there will be no more.
    """

    findings_changed = Signal()
    probed = Signal(object)
    series_changed = Signal()

    def __init__(self, trainer: Trainer) -> None:
        super().__init__(trainer)
        self._trainer = trainer
        self._doctor: Doctor | None = None
        self._of_data: tuple[Finding, ...] = ()
        self._shown: tuple[Finding, ...] = ()
        self._patient: _Patient | None = None
        self._series = ProbeSeries()
        self._series_before = "", self._series  # of which run, for one that goes on
        self._is_blind = False
        self._probed_at = self._added_at = 0.0
        self._epoch_step = -1
        self._is_ended = False
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_EVERY)
        self._show_timer.timeout.connect(self._show)
        self._task = Task("doctor", self)
        self._task.failed.connect(self._on_task_failed)
        trainer.training_event.connect(self._on_trainer_training_event)
        trainer.run_started.connect(self._on_trainer_run_started)
        trainer.current_model.changed.connect(self._on_current_model_changed)
        trainer.editor.experiment_changed.connect(self._on_settings_or_data_changed)
        trainer.loader.changed.connect(self._on_settings_or_data_changed)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong and not mended in the settings yet, the gravest first."""
        return self._shown

    @property
    def has_heard(self) -> bool:
        """Whether it has heard the current run; one that was opened from the disk has told it nothing."""
        return self._doctor is not None

    @property
    def series(self) -> ProbeSeries:
        """What the looks into the layers of the current run have shown, and empty for a model from a file."""
        return self._series

    @property
    def is_blind(self) -> bool:
        """Whether the layers of the current run cannot be looked into."""
        return self._is_blind

    def mend(self, finding: Finding) -> None:
        """Do what a finding advises: change the settings, undoably; the learning rate counts at once."""
        editor = self._trainer.editor
        editor.replace(editor.experiment.with_(**finding.changes), lambda: self.tr("the doctor's advice"))

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._is_ended = True
        self._show_timer.stop()
        self._task.shutdown()

    @Slot()
    def _show(self) -> None:
        """Keep what holds and is not mended by the settings as they are now."""
        found: dict[object, Finding] = {}
        if self._doctor is not None:
            found = {item.key: item for item in self._doctor.findings}
        if not self._trainer.running:  # of the data, those of the next run count
            found = {key: item for key, item in found.items() if item.kind not in DATA_KINDS}
            found |= {item.key: item for item in self._of_data}
        experiment = self._trainer.editor.experiment
        shown = tuple(item for item in found.values() if not _is_mended(item.changes, experiment))
        if shown != self._shown:
            self._shown = shown
            self.findings_changed.emit()

    # The look into the layers

    def _consider(self, state: dict[str, torch.Tensor], step: int, *, is_last: bool = False) -> None:
        """Look into these weights if it is time for that."""
        since = time.monotonic() - self._probed_at
        is_due = since >= PROBE_EVERY or (step == self._epoch_step and since >= LEAST_BETWEEN)
        if self._patient is not None and (is_last or (is_due and not self._task.busy)):
            self._probed_at = time.monotonic()
            self._task.ask(partial(self._patient.look, state, step), self._take)

    def _set_patient(self, patient: _Patient | None) -> None:
        """Look into the layers of another network from now on, or of none."""
        self._patient = patient
        self._task.give_up()

    def _take(self, probes: LayerProbes) -> None:
        if self._doctor is not None:
            self._doctor.add_probe(probes)
            self._series.add(probes)
            self.probed.emit(probes)
            self.series_changed.emit()
            self._show()

    @Slot()
    def _on_task_failed(self) -> None:
        self._patient = None  # such a network cannot be looked into; the doctor does without
        self._is_blind = True
        self.series_changed.emit()

    # What is heard

    @Slot(object)
    def _on_trainer_training_event(self, event: object) -> None:
        if isinstance(event, TrainingStarted):
            self._begin(event)
        if self._doctor is None:
            return
        if isinstance(event, EpochDone):
            self._epoch_step = event.step
        if isinstance(event, ModelSnapshot):
            self._add_snapshot(event)
            self._consider(event.state, event.step)
        else:
            self._doctor.hear(event)
            if isinstance(event, TrainingFinished):
                self._consider(event.last_state, event.step, is_last=True)
                self._show()
            elif not self._show_timer.isActive() and not self._is_ended:
                self._show_timer.start()

    def _add_snapshot(self, snapshot: ModelSnapshot) -> None:
        """Let the doctor see how far the weights went: from the first ones, now and then, and at last to the end.

        What is found when a run is over must not depend on how fast it went: its end tells it in any case.
        """
        now = time.monotonic()
        if self._doctor is not None and (self._added_at == 0 or now - self._added_at >= LEAST_BETWEEN):
            self._added_at = now
            self._doctor.hear(snapshot)

    def _begin(self, event: TrainingStarted) -> None:
        current_model = self._trainer.current_model
        experiment, data = current_model.run_experiment, current_model.run_data
        if experiment is None or data is None:
            return
        from engine.training.doctor.doctor import Doctor

        self._doctor = Doctor(experiment, data)
        self._set_patient(_Patient(experiment, data.train))
        self._probed_at = self._added_at = 0.0  # the first weights are looked into at once
        self._epoch_step = -1
        run, before = self._series_before
        if event.first_step and run == self._run_id():  # the run goes on
            before.forget_after(event.first_step)
            self._set_series(before)
        self._series_before = self._run_id(), self._series

    def _run_id(self) -> str:
        run = self._trainer.current_run.run
        return "" if run is None else run.id

    def _set_series(self, series: ProbeSeries) -> None:
        if series is not self._series:
            self._series = series
            self.series_changed.emit()

    @Slot()
    def _on_trainer_run_started(self) -> None:
        self._doctor = None  # of the run before
        self._set_patient(None)
        self._is_blind = False
        self._set_series(ProbeSeries())
        self._show()

    @Slot()
    def _on_current_model_changed(self) -> None:
        if self._trainer.current_model.model is not None and not self._trainer.current_model.is_of_run:
            self._set_patient(None)
            self._is_blind = False
            self._set_series(ProbeSeries())

    @Slot()
    def _on_settings_or_data_changed(self) -> None:
        data, experiment = self._trainer.loader.split, self._trainer.editor.experiment
        self._of_data = ()
        if data is not None:
            from engine.training.doctor.data_check import check_data
            from engine.training.doctor.network_check import check_network

            self._of_data = (*check_network(experiment), *check_data(experiment, data))
        self._show()


def _is_mended(changes: dict[str, Any], experiment: Experiment) -> bool:
    """Tell whether the settings are already as a finding advises."""
    return bool(changes) and experiment.with_(**changes) == experiment
