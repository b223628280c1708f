"""A trained model: where it comes from, whether it is saved, and the network that recognises with it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from engine.data.learnt import Learnt
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import torch

    from engine.config import Experiment
    from engine.inference import Recognizer
    from engine.storage.model_file import SavedModel


@dataclass(slots=True, eq=False)
class TrainedModel:
    """A model of the window's own; training only ever hands copies of its weights over.

    Attributes:
        experiment: The settings it was made with.
        recognizer: The network that recognises with it.
        path: The file it was opened from or saved to, or None.
        saved: Whether the present weights are in that file.
        kept: Whether the present weights are in a run on the disk.
        step: Steps of training behind the present weights.
        results: What is known of it, such as ``validation_accuracy``.
        learnt: What it has learnt from.
        advice: What was said to try with it when it was trained, in English.
        is_shipped: Whether it is the one that comes with the program; it has no file of the person's.
    """

    experiment: Experiment
    recognizer: Recognizer
    path: Path | None = None
    saved: bool = False
    kept: bool = False
    step: int = 0
    results: dict[str, float] = field(default_factory=dict)
    learnt: Learnt = field(default_factory=Learnt)
    advice: tuple[str, ...] = ()
    is_shipped: bool = False

    @property
    def goal(self) -> str:
        """What it gives for an example, the name of a goal."""
        return self.recognizer.goal

    @property
    def unsaved(self) -> bool:
        """Whether there are trained weights in it that no file of the person's holds."""
        return not self.saved and self.step > 0

    def as_saved(self, state: Mapping[str, torch.Tensor] | None = None) -> SavedModel:
        """Return it as if it had been read from a file, for threads and for files.

        Args:
            state: Other weights of its network; a copy of the present ones by default.
        """
        from engine.storage.model_file import SavedModel

        recognizer = self.recognizer
        return SavedModel(
            self.experiment,
            recognizer.classes,
            recognizer.image_shape,
            dict(self.results),
            learnt=self.learnt,
            advice=self.advice,
            features=recognizer.features,
            goal=recognizer.goal,
            doubt=recognizer.doubt,
            state=recognizer.state if state is None else dict(state),
        )

    def is_from(self, experiment: Experiment) -> bool:
        """Whether ``experiment`` would make this model again; where it runs does not matter."""
        return _recipe(self.experiment) == _recipe(experiment)


def _recipe(experiment: Experiment) -> Experiment:
    return experiment.with_(**{"training.device": "auto", "training.threads": 0})
