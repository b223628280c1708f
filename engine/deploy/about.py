"""What an exported network says of itself: its classes, the images it takes, how good it was, what the gate says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.evaluation.gate import Outcome, outcome_of
from engine.goals.registry import CLASSES, GOALS
from engine.shares import figures_beside
from engine.storage.foreign_features import written_features
from engine.version import program_version
from engine.words import IN_PERCENT, Phrase

if TYPE_CHECKING:
    from engine.deploy.weights import Rounding
    from engine.inputs.feature import Feature
    from engine.storage.model_header import ModelDescription


@dataclass(frozen=True, slots=True)
class About:
    """What goes along with a network.

    Attributes:
        classes: The names of its classes in the order of its answers.
        image_shape: ``(C, H, W)`` of the images it takes, or ``(F,)``.
        layers: Its hidden layers in words.
        test_accuracy: Share of the test images that it read when it was trained; None where that is not known.
        gate: The accuracy that was asked for; 0 for none.
        rounding: What rounding its weights cost; None where they are as they were trained. ``test_accuracy`` and what
            the gate says were measured before.
        name: What a person calls the model; empty where nobody said.
        features: What each number is that it takes; of images none.
        goal: What it gives.
    """

    classes: tuple[str, ...]
    image_shape: tuple[int, ...]
    layers: str = ""
    test_accuracy: float | None = None
    gate: float = 0.0
    rounding: Rounding | None = None
    name: str = ""
    features: tuple[Feature, ...] = ()
    goal: str = CLASSES.name

    @classmethod
    def of(cls, saved: ModelDescription) -> About:
        """Return what a model file says."""
        network = saved.experiment.network
        return cls(
            saved.classes,
            saved.image_shape,
            ",".join(layer.summary for layer in network.hidden),
            saved.results.get("test_accuracy"),
            saved.experiment.evaluation.gate,
            features=saved.features,
            goal=saved.goal,
        )

    @property
    def verdict(self) -> Outcome | None:
        """What the gate says of the model; None where no gate is set, or nobody measured it."""
        if self.test_accuracy is None or self.gate == 0:
            return None
        return outcome_of(self.test_accuracy, self.gate)

    @property
    def sentence(self) -> Phrase:
        """Whether it passes, plainly."""
        if self.goal != CLASSES.name:
            return self._measure_sentence
        if self.test_accuracy is None:
            return Phrase("Not measured yet: nobody knows how many of the test examples this model reads.")
        accuracy, gate = (
            Phrase(IN_PERCENT, number=number) for number in figures_beside(self.test_accuracy, self.gate)
        )
        if self.verdict is Outcome.PASSED:
            return Phrase(
                "Passed: the model read {accuracy} of the test examples, the pass mark is {gate}.",
                accuracy=accuracy,
                gate=gate,
            )
        if self.verdict is Outcome.NOT_PASSED:
            return Phrase(
                "Not passed: the model read {accuracy} of the test examples, the pass mark is {gate}.",
                accuracy=accuracy,
                gate=gate,
            )
        return Phrase(
            "No pass mark is set. The model read {accuracy} of the test examples.", accuracy=accuracy
        )

    @property
    def _measure_sentence(self) -> Phrase:
        """The same where what is told of the test examples is no share of them."""
        if self.test_accuracy is None:
            return Phrase("Not measured yet: nobody knows what this model makes of the test examples.")
        accuracy, gate = (
            Phrase(IN_PERCENT, number=number) for number in figures_beside(self.test_accuracy, self.gate)
        )
        figures = {"measure": GOALS[self.goal].measure, "accuracy": accuracy, "gate": gate}
        if self.verdict is Outcome.PASSED:
            return Phrase(
                "Passed. {measure} (test examples): {accuracy}; the pass mark is {gate}.", **figures
            )
        if self.verdict is Outcome.NOT_PASSED:
            return Phrase(
                "Not passed. {measure} (test examples): {accuracy}; the pass mark is {gate}.",
                **figures,
            )
        return Phrase("No pass mark is set. {measure} (test examples): {accuracy}.", **figures)

    @property
    def record(self) -> dict[str, Any]:
        """All of it, as JSON holds it; what is not known is left out."""
        told: dict[str, Any] = {
            "made_by": f"NetSketch {program_version()}",
            "classes": list(self.classes),
            "image_shape": list(self.image_shape),
            "layers": self.layers,
        }
        if self.goal != CLASSES.name:
            told["goal"] = self.goal
        if self.features:
            told["features"] = written_features(self.features)
        if self.test_accuracy is not None:
            told["test_accuracy"] = self.test_accuracy
        if self.verdict is not None:
            told["gate"] = {"pass_mark": self.gate, "verdict": self.verdict.value}
        if self.rounding is not None:
            told["rounding"] = self.rounding.record
        if self.name:
            told["name"] = self.name
        return told
