"""What a look at the layers shows: units that do nothing, gradients that fade or swell, and one answer for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.config import Activation
from engine.training.doctor.attention_rules import attention_findings
from engine.training.doctor.course_rules import ADAPTIVE, ENOUGH_STEPS, USUAL_RATE, lowered
from engine.training.doctor.findings import Finding, FindingKind, label_of
from engine.training.doctor.steps_rules import steps_findings
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.config import Experiment
    from engine.training.doctor.course import Course
    from engine.training.doctor.findings import LayerProbe, LayerProbes

DEAD_SHARE = 0.5
FAST = 5
"""A learning rate so many times the usual one is apt to kill units."""
SATURATED_SHARE = 0.6
FADED = 1e-3
"""The gradient of a weight in the first layer to that in the last."""
SWOLLEN = 1e3
LONG = 1e3
"""Length of a layer's gradient."""
UNLEARNT = 0.5
"""Gradients matter while the loss is above this share of guessing's; of what is learnt little is left to tell."""
ONE_ANSWER, OF_ITS_CLASS = 0.98, 0.9


def layer_findings(course: Course, probes: LayerProbes) -> Iterator[Finding]:
    """Yield what the layers show, once the first steps have settled.

    Args:
        course: The run so far.
        probes: The layers after one of its steps.
    """
    steps = probes.step - (course.step - course.steps)  # with the learning rate that is used now
    if steps < ENOUGH_STEPS:
        return
    learns = probes.loss < UNLEARNT * course.chance
    for layer in probes.layers:
        if layer.dead >= DEAD_SHARE:
            yield _dead(course, layer, probes.step)
        if (
            layer.saturated >= SATURATED_SHARE and not learns
        ):  # sure units of a network that learns do no harm
            yield _saturated(course.experiment, layer, probes.step)
        yield from attention_findings(course, layer, probes.step)
    if not learns and len(probes.layers) > 1:
        yield from _gradients(course, probes)
        yield from steps_findings(course, probes)
    most = int(probes.answers.argmax())
    if probes.answers[most] >= ONE_ANSWER and probes.labels[most] < OF_ITS_CLASS:
        yield _one_class(course, probes, most)


def _dead(course: Course, layer: LayerProbe, step: int) -> Finding:
    remedy, changes = _against_dead_units(course)
    return Finding(
        FindingKind.DEAD_UNITS,
        Phrase(
            "Many units of {layer} are dead: they give 0 for every example and cannot learn any more.",
            layer=label_of(layer),
        ),
        Phrase("{share:.0%} of its {units:,} units.", share=layer.dead, units=layer.units),
        remedy,
        changes,
        step,
        layer.name,
    )


def _against_dead_units(course: Course) -> tuple[Phrase, dict[str, object]]:
    """Return a lower rate where it is far above the usual one, which is what kills units; else another activation."""
    experiment = course.experiment
    if experiment.training.optimizer in ADAPTIVE and course.rate > FAST * USUAL_RATE:
        lower = lowered(experiment, course.rate)
        return Phrase("Lower the learning rate to {lower:g} and begin anew.", lower=lower), {
            "training.learning_rate": lower
        }
    return (
        Phrase("Use leaky ReLU in the hidden layers, or a lower learning rate."),
        _with_activation(experiment, Activation.LEAKY_RELU),
    )


def _saturated(experiment: Experiment, layer: LayerProbe, step: int) -> Finding:
    return Finding(
        FindingKind.SATURATED_UNITS,
        Phrase(
            "Units of {layer} are saturated: at the flat ends of their activation they hardly learn.",
            layer=label_of(layer),
        ),
        Phrase("{share:.0%} of the values of its {units:,} units.", share=layer.saturated, units=layer.units),
        Phrase("Switch batch normalisation on, which keeps the sums small.")
        if not experiment.network.batch_norm
        else Phrase("Use ReLU in the hidden layers."),
        {"network.batch_norm": True}
        if not experiment.network.batch_norm
        else _with_activation(experiment, Activation.RELU),
        step,
        layer.name,
    )


def _gradients(course: Course, probes: LayerProbes) -> Iterator[Finding]:
    first, last = probes.layers[0], probes.layers[-1]
    longest = max(probes.layers, key=lambda layer: layer.gradient_norm)
    dead = any(
        layer.dead >= DEAD_SHARE for layer in probes.layers
    )  # no gradient goes through those, by themselves
    ratio = first.gradient_size / last.gradient_size if last.gradient_size > 0 else 1.0
    if ratio < FADED and not dead:
        remedy, changes = _against_vanishing(course.experiment)
        yield Finding(
            FindingKind.VANISHING_GRADIENTS,
            Phrase("Gradients vanish on their way back: the first layers learn next to nothing."),
            Phrase(
                "The gradient of a weight of {first} is {small:.2g} on average, of one of {last} {large:.2g}.",
                first=label_of(first),
                last=label_of(last),
                small=first.gradient_size,
                large=last.gradient_size,
            ),
            remedy,
            changes,
            probes.step,
        )
    elif ratio > SWOLLEN or longest.gradient_norm > LONG:
        remedy, changes = _against_exploding(course)
        yield Finding(
            FindingKind.EXPLODING_GRADIENTS,
            Phrase("Gradients explode on their way back: a step may throw the weights anywhere."),
            Phrase(
                "The gradient of {layer} has a length of {norm:.3g}.",
                layer=label_of(longest),
                norm=longest.gradient_norm,
            ),
            remedy,
            changes,
            probes.step,
        )


def _against_exploding(course: Course) -> tuple[Phrase, dict[str, object]]:
    """Return a bound of the gradients, or a lower rate where they are bound already."""
    if 0 < course.experiment.training.gradient_clipping <= 1:
        lower = lowered(course.experiment, course.rate)
        remedy = Phrase("Lower the learning rate to {lower:g} and begin anew.", lower=lower)
        return remedy, {"training.learning_rate": lower}
    return Phrase("Limit the gradients to a length of 1."), {"training.gradient_clipping": 1.0}


def _against_vanishing(experiment: Experiment) -> tuple[Phrase, dict[str, object]]:
    """Return first weights that let gradients through, and what else helps where layers have it to be chosen."""
    changes: dict[str, object] = {"network.initialisation": "kaiming"}
    remedy = Phrase("Use Kaiming's first weights, or fewer layers.")
    if any(layer.function is not None for layer in experiment.network.hidden):  # recurrent ones have none
        remedy = Phrase("Use ReLU with Kaiming's first weights and batch normalisation, or fewer layers.")
        changes |= _with_activation(experiment, Activation.RELU) | {"network.batch_norm": True}
    if experiment.with_(**changes).network == experiment.network:
        return Phrase("Use fewer layers."), {}
    return remedy, changes


def _one_class(course: Course, probes: LayerProbes, answer: int) -> Finding:
    lower = course.rate / 10
    return Finding(
        FindingKind.ONE_CLASS,
        Phrase("The network gives the same answer to nearly every example."),
        Phrase(
            "{share:.0%} of the images tried get the answer number {number}; they are of {classes} classes.",
            number=answer + 1,
            share=float(probes.answers[answer]),
            classes=int((probes.labels > 0).sum()),
        ),
        Phrase("Lower the learning rate to {lower:.1g} and begin anew.", lower=lower),
        {"training.learning_rate": float(f"{lower:.1g}")},
        probes.step,
    )


def _with_activation(experiment: Experiment, activation: Activation) -> dict[str, object]:
    layers = tuple(layer.with_activation(activation) for layer in experiment.network.hidden)
    return {"network.hidden": layers}
