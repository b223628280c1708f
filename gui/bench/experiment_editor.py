"""The settings as they are edited: always valid, undoable, with problems kept beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from engine.config import (
    DataConfig,
    Experiment,
    Preset,
    first_preset,
    label_of,
    list_presets,
    preset,
    problem_sentence,
)
from engine.data import datasets
from engine.errors import ConfigError
from engine.inputs.picture import KIND as PICTURE
from engine.models.size import IMAGE_SHAPE, layer_problems
from engine.settings import Settings
from engine.training.kind_check import kind_problems
from engine.training.private.refusals import privacy_problems
from engine.words import Phrase
from gui.bench.replacement import Replacement
from gui.look.words import problem_text, translate_engine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QUndoStack

    from engine.settings import Problem
    from gui.look.spoken import Words

OF_PRESETS = {"validation_share", "train_count", "augmentation", "variation", "plane"}
"""Of the data, what some presets decide; it is as usual in the others, and not as the preset before had it."""


class ExperimentEditor(QObject):
    """Holds the experiment and changes it, one undoable command at a time.

    Args:
        undo_stack: Where changes can be undone.
        experiment: The settings at first; the first sound preset if left out.
        parent: Whom it belongs to.

    Signals:
        experiment_changed: The settings are others (old Experiment, new Experiment).
        problems_changed: What is wrong with what was typed (tuple of Problem).
        failed: A preset could not be taken, and nothing is changed (ConfigError).
    """

    experiment_changed = Signal(object, object)
    problems_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, undo_stack: QUndoStack, experiment: Experiment | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.undo_stack = undo_stack
        self._experiment = experiment or first_preset().experiment
        self._named: tuple[Experiment, object, str] | None = None
        self._begun_with = self.preset_name
        self._problems: dict[str, Problem] = {}
        self._image_shape: tuple[int, ...] = IMAGE_SHAPE
        self._times_used = 0

    def set_image_shape(self, shape: tuple[int, ...]) -> None:
        """Say which images ``(C, H, W)`` the layers are to fit from now on."""
        self._image_shape = tuple(shape)

    @property
    def experiment(self) -> Experiment:
        """The settings as edited now; always valid."""
        return self._experiment

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was typed and cannot be used."""
        return tuple(self._problems.values())

    @property
    def training_problems(self) -> tuple[Problem, ...]:
        """Why a training cannot begin with the settings and the data, each of which could be used."""
        config = self._experiment.data
        of_privacy = privacy_problems(self._experiment, has_validation=config.validation_share > 0)
        return of_privacy + kind_problems(self._experiment, self._image_shape)

    @property
    def problem_texts(self) -> dict[str, str]:
        """What is wrong, path to phrase, in the language of the window."""
        return {item.path: problem_text(item) for item in self.problems}

    @property
    def preset_name(self) -> str:
        """Name of the preset whose settings all these are, seeds and machine left open, or an empty string."""
        presets = list_presets()
        if self._named is None or self._named[0] is not self._experiment or self._named[1] is not presets:
            self._named = self._experiment, presets, preset_of(self._experiment)  # asked often for one change
        return self._named[2]

    @property
    def preset_at_work(self) -> str:
        """Name of the preset whose network and training these are, whichever data they learn from, or an empty string.

        Of several that are alike there, the one that was chosen last.
        """
        name = self._begun_with or self.preset_name
        if not name:
            return ""
        now, meant = _decided(self._experiment), _decided(preset(name).experiment)
        is_same = all(now[section] == meant[section] for section in ("network", "training"))
        return name if is_same else self.preset_name

    @property
    def changed_from(self) -> str:
        """Name of the preset that these settings were made from, where something is changed by now; else empty."""
        return self._begun_with if not self.preset_name else ""

    def edit(self, path: str, value: Any) -> bool:
        """Change one setting; an unusable value becomes a problem instead.

        Args:
            path: Dotted path, such as ``training.epochs``.
            value: The value as typed or chosen.

        Returns:
            Whether the value was usable.
        """
        others = {
            key: item
            for key, item in self._problems.items()
            if key != path and not key.startswith(f"{path}.")
        }
        try:
            changed = self._experiment.with_(**{path: value})
        except ConfigError as error:
            self._set_problems(others | {item.path: item for item in error.problems})
            return False
        if changed.network != self._experiment.network:
            misfits = layer_problems(changed.network, self._image_shape)
            if misfits:
                self._set_problems(others | {item.path: item for item in misfits})
                return False
        self._set_problems(others)
        label = label_of(path)
        key = _merge_key(path, self._experiment.get(path), changed.get(path))
        self._push(
            changed,
            lambda: self.tr("change {setting}").format(setting=translate_engine(label)),
            merge_key=key and f"{key} {self._times_used}",
        )
        return True

    def note_use(self) -> None:
        """Note that something begins with the settings as they are: undoing what is changed next leads back to them."""
        self._times_used += 1

    def forget_refused(self) -> None:
        """Take back what was typed and cannot be used: the settings are shown again as they are."""
        self._set_problems({})

    def replace(self, experiment: Experiment, text: Words, *, begun_with: str = "") -> None:
        """Take other settings as a whole, undoably, under the name ``text``.

        Args:
            experiment: The settings.
            text: What is undone.
            begun_with: Name of the preset that they were made from; one that is not in this program counts as none.
        """
        self._set_problems({})
        is_known = any(item.name == begun_with and item.is_sound for item in list_presets())
        self._push(experiment, text, begun_with=begun_with if is_known else "")

    @property
    def standing(self) -> tuple[Experiment, str]:
        """The settings, and the preset that was chosen last, for ``stand``."""
        return self._experiment, self._begun_with

    def stand(self, standing: tuple[Experiment, str]) -> None:
        """Show settings again as they stood; how that is undone is for the caller to say."""
        self._apply(standing)

    def apply_preset(self, name: str) -> None:
        """Take over what a preset decides.

        The data set stays where the preset names none, or none that is on this computer, and it is of the same kind.
        Of one that is damaged ``failed`` tells, and nothing changes.
        """
        try:
            title = preset(name).title
            self.set_up(name, {}, lambda: self.tr("preset “{title}”").format(title=translate_engine(title)))
        except ConfigError as error:
            self.failed.emit(error)

    def set_up(self, name: str, changes: Mapping[str, Any], text: Words) -> None:
        """Take over what a preset decides and then other settings, undone as one under the name ``text``.

        Args:
            name: Of the preset; empty for none.
            changes: Settings by their dotted paths.
            text: What is undone.

        Raises:
            ConfigError: If the settings cannot be; nothing changes then.
        """
        begun = self._from_preset(preset(name)) if name else self._experiment
        experiment = begun.with_(**changes)
        self._set_problems({})
        self._push(experiment, text, begun_with=name or None)

    def _from_preset(self, chosen: Preset) -> Experiment:
        """Return the settings that it decides, with the seeds and what else of the data no preset speaks of.

        Raises:
            ConfigError: If it is damaged.
        """
        meant, description = chosen.experiment, self._experiment.model_dump()
        description |= {"network": {}, "training": {}}
        usual = DataConfig().model_dump()
        description["data"] |= {name: usual[name] for name in OF_PRESETS}
        for section, changes in chosen.changes.items():
            description[section].update(changes)
        data = description["data"]
        if not datasets.is_available(data["dataset"]):
            data["dataset"] = self._experiment.data.dataset
        if _kind(data["dataset"]) != _kind(meant.data.dataset):
            data["dataset"] = DataConfig().dataset  # a preset for pictures is none for points or text
        return Experiment.model_validate(description)

    def mend_first(self) -> ConfigError | None:
        """Say what must be mended before training can start, or None where nothing need be."""
        problems = self.problems + self.training_problems
        if not problems:
            return None
        return ConfigError(
            "Training cannot start yet. {wrong}",
            problems=problems,
            remedy="Mend the marked settings, or undo the change.",
            wrong=Phrase.joined(map(problem_sentence, problems)),
        )

    def _push(
        self, experiment: Experiment, text: Words, *, begun_with: str | None = None, merge_key: str = ""
    ) -> None:
        before = self._experiment, self._begun_with
        after = experiment, self._begun_with if begun_with is None else begun_with
        if after != before:
            self.undo_stack.push(Replacement(text, before, after, self._apply, merge_key))

    def _apply(self, state: tuple[Experiment, str]) -> None:
        before = self._experiment
        self._experiment, self._begun_with = state
        self.experiment_changed.emit(before, self._experiment)
        self._set_problems(  # a field shows what its setting became, and no longer what was refused
            {
                path: problem
                for path, problem in self._problems.items()
                if _at(before, path) == _at(self._experiment, path)
            }
        )

    def _set_problems(self, problems: dict[str, Problem]) -> None:
        if problems != self._problems:
            self._problems = problems
            self.problems_changed.emit(self.problems)


def _at(experiment: Experiment, path: str) -> Any:
    """Return the value at the path of a problem; of one within a layer, all layers."""
    value: Any = experiment
    for name in path.split("."):
        value = getattr(value, name, value)
    return value


def _merge_key(path: str, before: Any, after: Any) -> str:
    """Return what changes that follow each other are to have alike to be undone as one; empty where they never are.

    A layer that is added, moved or taken out is a step of its own. Only one setting of one layer goes on changing, as
    while somebody turns a wheel.
    """
    if not isinstance(before, tuple):
        return path
    if not all(isinstance(layer, Settings) for layer in (*before, *after)):  # such as chosen features
        return ""
    if [type(layer) for layer in before] != [type(layer) for layer in after]:
        return ""
    found = [
        f"{path}.{place}.{name}"
        for place, (old, new) in enumerate(zip(before, after, strict=True))
        for name in type(old).model_fields
        if getattr(old, name) != getattr(new, name)
    ]
    return found[0] if len(found) == 1 else ""


def preset_of(experiment: Experiment) -> str:
    """Return the name of the preset whose settings all these are, seeds and machine left open, or an empty string."""
    now = _decided(experiment)
    sound = (item for item in list_presets() if item.is_sound)
    return next((item.name for item in sound if _decided(item.experiment) == now), "")


@lru_cache(maxsize=64)  # with every change of a setting it is asked of each preset
def _decided(experiment: Experiment) -> dict[str, Any]:
    """Return what a preset decides: all but the seeds, where it runs, and what is asked of the model afterwards."""
    settings = experiment.model_dump()
    del settings["evaluation"], settings["data"]["seed"]
    for name in ("seed", "device", "threads"):
        del settings["training"][name]
    return settings


def _kind(name: str) -> str:
    """Return the kind of input of a data set; of one that is not known, pictures."""
    info = datasets.info_of(name)
    return PICTURE.name if info is None else info.kind
