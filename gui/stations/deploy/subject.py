"""Which model leaves: that at hand, the newest or the best of the run, a kept run's, or a file's."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine import file_names
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import torch

    from engine.config import Experiment
    from engine.storage.model_file import SavedModel
    from engine.storage.runs.summary import RunSummary
    from gui.bench.trained_model import TrainedModel
    from gui.workbench import Workbench

UNFIT = re.compile(r"\W+")


class Kind(StrEnum):
    """Where a model is taken from."""

    AT_HAND = "at_hand"
    NEWEST = "newest"
    BEST = "best"
    RUN = "run"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Choice:
    """A model that can be chosen.

    Attributes:
        kind: Where it is taken from.
        run: Id of the kept run.
        which: ``best`` or ``last`` weights of the kept run.
        path: The file.
    """

    kind: Kind
    run: str = ""
    which: str = ""
    path: Path | None = None


AT_HAND, NEWEST, BEST = Choice(Kind.AT_HAND), Choice(Kind.NEWEST), Choice(Kind.BEST)


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A model as a thread takes it.

    Attributes:
        name: What a person calls it.
        file_name: What its files are called at first, without an ending; a name that programs can import.
        load: Returns it; reads a file where it is in one.
    """

    name: str
    file_name: str
    load: Callable[[], SavedModel]

    @property
    def title(self) -> str:
        """What others are told it is called: a file without its ending."""
        return self.name.removesuffix(".safetensors")


class Subjects(QObject):
    """Knows the models that can be chosen, and which one is.

    Args:
        workbench: Whose models.
        parent: Whom it belongs to.

    Signals:
        changed: Another model is chosen, or others can be, or something else is known of it.
    """

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = workbench
        self._choice = AT_HAND
        current = workbench.current_model
        for signal in (
            workbench.model_changed, workbench.experiment_changed, workbench.state_changed, workbench.run_finished,
            current.viewed_changed, workbench.current_run.best_changed, workbench.catalogue.changed,
            workbench.counsel.changed,
        ):  # fmt: skip
            signal.connect(self._on_something_changed)

    @property
    def choice(self) -> Choice:
        """The one that is chosen; what is at hand where that is there no more."""
        return self._choice if self._is_there(self._choice) else AT_HAND

    def choose(self, choice: Choice) -> None:
        """Let another model leave from now on."""
        if choice != self._choice:
            self._choice = choice
            self.changed.emit()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen of the bench, and the file that is chosen."""
        found = [each for each in (AT_HAND, NEWEST, BEST) if self._is_there(each)]
        return (*found, self._choice) if self._choice.kind is Kind.FILE else tuple(found)

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """The kept runs, the newest first: each has finished an epoch, and is not the one at hand."""
        return tuple(run for run in self._bench.catalogue.summaries if run.step > 0 and not run.here)

    def choose_run(self, run: RunSummary, which: str = "last") -> None:
        """Choose weights of a kept run: ``last``, of which its accuracy was measured, or ``best``."""
        has_best = self._bench.catalogue.model_path(run.id, "best").exists()
        self.choose(Choice(Kind.RUN, run=run.id, which=which if has_best else "last"))

    @property
    def has_model(self) -> bool:
        """Whether there is any that is chosen."""
        return self.choice.kind in (Kind.RUN, Kind.FILE) or self._bench.model is not None

    @property
    def is_at_hand(self) -> bool:
        """Whether the one that is chosen is that of pad and Evaluate."""
        return self.choice == AT_HAND

    @property
    def path(self) -> Path | None:
        """The file of a model that is not on the bench, to be opened there; else None."""
        choice = self.choice
        if choice.kind is Kind.RUN:
            return self._bench.catalogue.model_path(choice.run, choice.which)
        return choice.path

    def title(self, choice: Choice) -> str:
        """Return what a model is called in a list."""
        bench = self._bench
        if choice.kind is Kind.RUN:
            run = bench.catalogue.get(choice.run)
            form = self.tr("{name}, best weights")
            if choice.which != "best":
                form = self.tr("{name}, final weights")
            return form.replace("{name}", choice.run if run is None else run.name)
        if choice.path is not None:
            return file_names.model_name(choice.path)
        if choice == BEST and bench.current_run.best is not None:
            return self.tr("Best epoch: {epoch}").format(epoch=bench.current_run.best.epoch)
        model = bench.model
        if choice == AT_HAND and model is None:
            return self.tr("No model yet")
        if choice == AT_HAND and bench.moment_at_hand:
            return self.tr("At the slider: {moment}").format(moment=bench.moment_at_hand)
        if choice == AT_HAND and model is not None and model.path and not bench.current_model.is_of_run:
            return file_names.model_name(model.path)
        return self.tr("Newest weights")

    def source(self) -> Source | None:
        """Return the model that is chosen, as it is now; None where there is none.

        Raises:
            NetSketchError: If its weights cannot be read.
        """
        choice, bench, model = self.choice, self._bench, self._bench.model
        path = self.path
        if path is not None:
            name = self.title(choice)
            run = bench.catalogue.get(choice.run)
            stem = path.stem if run is None else run.name
            measured = bench.catalogue.model_path(choice.run) if choice.which == "best" else None
            return Source(name, _fit(stem), partial(_load, path, measured))
        if model is None:
            return None
        state, results, step = self._weights(choice, model)
        experiment = model.experiment.with_(**{"evaluation.gate": bench.experiment.evaluation.gate})
        parts = [experiment.data.dataset, experiment.network.summary or "linear"]
        name = self._name_of_bench(choice)
        if choice != NEWEST and bench.current_model.viewed is not None:
            parts.append(str(step))
        return Source(name, _fit("_".join(parts)), partial(_saved, model, experiment, state, results))

    def _name_of_bench(self, choice: Choice) -> str:
        """Return what the person calls a model of the bench: its file, or its run with the moment of it."""
        bench, model = self._bench, self._bench.model
        run = bench.current_run.run
        if model is not None and model.path is not None and not bench.current_model.is_of_run:
            return file_names.model_name(model.path)
        summary = None if run is None else bench.catalogue.get(run.id)
        name = self.tr("untitled") if run is None else run.id if summary is None else summary.name
        moment = self.title(choice) if choice == BEST else bench.moment_at_hand if choice == AT_HAND else ""
        return self.tr("{name}, {moment}").format(name=name, moment=moment) if moment else name

    def _weights(
        self, choice: Choice, model: TrainedModel
    ) -> tuple[Mapping[str, torch.Tensor], Mapping[str, float], int]:
        """Return weights of the bench, what is known of them, and their step."""
        bench = self._bench
        current, best = bench.current_model, bench.current_run.best
        newest = current.newest_weights
        if choice == NEWEST and newest is not None:
            return newest.state, newest.results, newest.step
        if choice == BEST and best is not None and best.step != model.step:
            known = [each for each in (current.home, newest) if each is not None and each.step == best.step]
            return bench.current_run.best_weights(), known[0].results if known else {}, best.step
        results = dict(model.results)
        measured = bench.counsel.measured_accuracy
        if "test_accuracy" not in results and measured is not None:
            results["test_accuracy"] = measured
        return model.recognizer.state, results, model.step

    def _is_there(self, choice: Choice) -> bool:
        bench = self._bench
        if choice == NEWEST:
            return bench.model is not None and bench.current_model.newest is not None
        if choice == BEST:
            is_of_run = bench.current_model.is_of_run and bench.current_run.best is not None
            return is_of_run and bench.model is not None
        if choice.kind is Kind.RUN:
            return bench.catalogue.get(choice.run) is not None
        return True

    @Slot()
    def _on_something_changed(self) -> None:
        self.changed.emit()


def _fit(title: str) -> str:
    """Return a name that a program can import: letters, digits and underscores, none of the digits in front."""
    name = UNFIT.sub("_", title).strip("_").lower()[:60].strip("_")
    return name if name and not name[0].isdecimal() else "_".join(filter(None, ("model", name)))


def _load(path: Path, measured: Path | None) -> SavedModel:
    """Read a model; what was measured of the weights in another file counts for it where they are the same."""
    import torch

    from engine.errors import NetSketchError
    from engine.storage import model_file

    saved = model_file.load(path)
    if measured is None:
        return saved
    try:
        other = model_file.load(measured)
    except NetSketchError:  # nothing was measured then
        return saved
    is_same = saved.state.keys() == other.state.keys() and all(
        torch.equal(tensor, other.state[name]) for name, tensor in saved.state.items()
    )
    return replace(saved, results=other.results) if is_same else saved


def _saved(
    model: TrainedModel,
    experiment: Experiment,
    state: Mapping[str, torch.Tensor],
    results: Mapping[str, float],
) -> SavedModel:
    """Return a model of the bench with other weights, and what is known of these."""
    return replace(model.as_saved(state), experiment=experiment, results=dict(results))
