"""What attacked validation images show: whether a network that is being hardened withstands, or only seems to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.attacks.masking import verdict
from engine.config import Adversary
from engine.training.doctor.findings import Finding, FindingKind
from engine.training.events import ATTACKED_IMAGES
from engine.training.schedules import growing_epochs
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.training.doctor.course import Course

MANY_STEPS = 1000  # as ``engine/config/training.py`` bounds them


def masked_gradients(course: Course) -> Finding | None:
    """Find a network that has learnt to lead attacks astray, where it should withstand them.

    While the adversary grows the network does not know its whole strength yet, with which it is measured: it is asked
    after the first epoch that had all of it, or after the last.
    """
    last, training = course.last, course.experiment.training
    if last is None:
        return None
    pgd, fgsm, noise = last.robust_accuracy, last.fgsm_accuracy, last.noise_accuracy
    is_whole = last.epoch > growing_epochs(training) or last.epoch == training.epochs
    if pgd is None or fgsm is None or noise is None or not is_whole:
        return None
    found = verdict(
        strength=training.adversary_strength,
        fgsm=fgsm,
        pgd=pgd,
        noise=noise,
        count=min(ATTACKED_IMAGES, course.validation_count),
    )
    if found is None:
        return None
    remedy, changes = _against(course.experiment)
    return Finding(
        FindingKind.MASKED_GRADIENTS,
        Phrase("The network withstands less than it seems to."),
        found,
        remedy,
        changes,
        course.step,
    )


def _against(experiment: Experiment) -> tuple[Phrase, dict[str, Any]]:
    training = experiment.training
    if training.adversary is not Adversary.PGD:
        remedy = Phrase("Train against an adversary of many steps (PGD), which is not led astray so easily.")
        return remedy, {"training.adversary": Adversary.PGD}
    steps = 2 * training.adversary_steps
    if steps > MANY_STEPS:
        return Phrase("Train against a weaker adversary."), {}
    return Phrase("Let the adversary take {steps} steps.", steps=steps), {"training.adversary_steps": steps}
