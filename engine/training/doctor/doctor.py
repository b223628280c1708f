"""The doctor: folds what a run tells and says what is wrong, naming causes and not what merely follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.goals.registry import CLASSES, GOALS
from engine.inputs.registry import INPUT_KINDS
from engine.training.doctor import course_rules
from engine.training.doctor.course import Course
from engine.training.doctor.data_check import check_data
from engine.training.doctor.findings import FindingKind
from engine.training.doctor.hardening_rules import masked_gradients
from engine.training.doctor.layer_rules import layer_findings
from engine.training.doctor.network_check import check_network

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.training.doctor.findings import Finding, LayerProbes

OF_LAYERS = (
    FindingKind.DEAD_UNITS,
    FindingKind.SATURATED_UNITS,
    FindingKind.VANISHING_GRADIENTS,
    FindingKind.VANISHING_OVER_STEPS,
    FindingKind.EXPLODING_GRADIENTS,
    FindingKind.ONE_CLASS,
    FindingKind.UNIFORM_ATTENTION,
    FindingKind.ONE_TOKEN_ATTENTION,
)
# What follows from a cause is not said beside it.
FOLLOWS = {
    FindingKind.DIVERGED: (FindingKind.RATE_TOO_HIGH, FindingKind.PLATEAU, FindingKind.OVERFITTING, *OF_LAYERS),
    FindingKind.RATE_TOO_HIGH: (FindingKind.PLATEAU, *OF_LAYERS),
    FindingKind.VANISHING_GRADIENTS: (
        FindingKind.RATE_TOO_LOW, FindingKind.PLATEAU, FindingKind.ONE_CLASS, FindingKind.DEAD_UNITS,
        FindingKind.VANISHING_OVER_STEPS,
    ),
    FindingKind.VANISHING_OVER_STEPS: (FindingKind.PLATEAU, FindingKind.ONE_CLASS),
    FindingKind.RATE_TOO_LOW: (FindingKind.PLATEAU, FindingKind.ONE_CLASS, FindingKind.VANISHING_OVER_STEPS),
    FindingKind.OVERFITTING: (FindingKind.PLATEAU,),
    FindingKind.MASKED_GRADIENTS: (FindingKind.OVERFITTING, FindingKind.PLATEAU),  # told of images hardly attacked
    FindingKind.DEAD_UNITS: (FindingKind.RATE_TOO_LOW, FindingKind.ONE_CLASS, FindingKind.PLATEAU),
    FindingKind.SATURATED_UNITS: (FindingKind.RATE_TOO_LOW,),  # units without a gradient hardly move
}  # fmt: skip


class Doctor:
    """Watches one run; a finding that no longer holds is dropped, as after the learning rate was mended.

    What is heard is noted in some microseconds, however long the run is; the rules are gone through when somebody asks
    what was found. Only a ``Probe`` works with the network, wherever it likes.

    Args:
        experiment: What is trained and how.
        data: On what, if known: it is checked as the run begins.
        classes: How many classes there are, where ``data`` is not given.
    """

    def __init__(self, experiment: Experiment, data: Split | None = None, *, classes: int = 10) -> None:
        can_vary = data is None or not INPUT_KINDS[data.train.kind].no_variation
        known = classes if data is None else len(data.classes)
        goal = CLASSES if data is None else GOALS[data.goal].fitted(data.train.labels)
        self._course = Course(experiment, known, can_vary=can_vary, goal=goal)
        self._at_first = check_network(experiment) + (() if data is None else check_data(experiment, data))
        self._findings: tuple[Finding, ...] = ()
        self._is_stale = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong now."""
        if self._is_stale:
            self._look()
        return self._findings

    def hear(self, event: object) -> None:
        """Take an event of the training in; what it shows is looked for when it is asked for."""
        self._is_stale = self._course.add(event) or self._is_stale

    def add(self, event: object) -> tuple[Finding, ...]:
        """Take an event of the training in, and look at once.

        Returns:
            What was found by it and did not hold before.
        """
        self.hear(event)
        return self._look() if self._is_stale else ()

    def add_probe(self, probes: LayerProbes) -> tuple[Finding, ...]:
        """Take a look at the layers in; an older one than was seen last is passed over.

        Returns:
            What was found by it and did not hold before.
        """
        before = self._course.probes
        if before is not None and probes.step < before.step:
            return ()
        self._course.probes = probes
        return self._look()

    def _look(self) -> tuple[Finding, ...]:
        self._is_stale = False
        found = [*self._at_first]
        for rule in (
            course_rules.diverged,
            course_rules.rate_too_high,
            course_rules.rate_too_low,
            course_rules.overfitting,
            course_rules.plateau,
            masked_gradients,
        ):
            finding = rule(self._course)
            if finding is not None:
                found.append(finding)
        if self._course.probes is not None:
            found.extend(layer_findings(self._course, self._course.probes))
        kinds = {finding.kind for finding in found}
        follows = {kind for cause in kinds for kind in FOLLOWS.get(cause, ())}
        before = {finding.key for finding in self._findings}
        self._findings = tuple(finding for finding in found if finding.kind not in follows)
        return tuple(finding for finding in self._findings if finding.key not in before)
