"""Gradients that vanish over the steps of a recurrent layer: what is read first hardly counts for what is learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.choices import Returns, TokenPooling
from engine.layers import PoolLayer
from engine.layers.order import reads_characters
from engine.layers.recurrent import RecurrentLayer
from engine.training.doctor.findings import Finding, FindingKind, label_of
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.config import Experiment
    from engine.layers import Layer
    from engine.training.doctor.course import Course
    from engine.training.doctor.findings import LayerProbes

REACH = 0.01
"""Of the gradient at the last quarter of the steps, what the first must get; where a network learns, it is far more."""
SETTLED = 100
"""Steps after which a layer that learns has begun to keep what it reads."""


def steps_findings(course: Course, probes: LayerProbes) -> Iterator[Finding]:
    """Yield what the last of the layers shows over whose steps gradients vanish; those before it follow from it.

    Args:
        course: The run so far.
        probes: The layers after one of its steps, in a run that has not learnt yet.
    """
    if course.warms_up or probes.step - (course.step - course.steps) < SETTLED:
        return
    for layer in reversed(probes.layers):
        seen = layer.over_steps
        if seen is None or seen.reach >= REACH:
            continue
        remedy, changes = _against(course.experiment, layer.name)
        yield Finding(
            FindingKind.VANISHING_OVER_STEPS,
            Phrase(
                "Gradients vanish over the steps of {layer}: what it reads first hardly counts for what it learns.",
                layer=label_of(layer),
            ),
            Phrase(
                "Of its {steps:,} steps the first quarter gets {share:.1g} of the gradient that the last quarter gets.",
                steps=seen.steps,
                share=seen.reach,
            ),
            remedy,
            changes,
            probes.step,
            layer.name,
        )
        return


def _against(experiment: Experiment, name: str) -> tuple[Phrase, dict[str, object]]:
    """Return a pool behind the layer, which brings every step near the answer; else what makes the way shorter."""
    layers = experiment.network.hidden
    if reads_characters(layers):  # which are asked for at every place: a pool would leave none
        return Phrase(
            "Use attention layers, which reach every character in one step, or ask about shorter texts."
        ), {}
    place = int(name.rpartition("_")[2]) - 1
    pooled = _pooled(layers, place)
    if pooled is None:
        return Phrase("Read fewer and larger steps: larger patches, or whole rows of the image."), {}
    return (
        Phrase(
            "Take the mean over all its steps by a pool, so that each is near the answer, and begin anew."
        ),
        {"network.hidden": pooled},
    )


def _pooled(layers: Sequence[Layer], place: int) -> tuple[Layer, ...] | None:
    """Return the layers with the mean taken over the steps that a recurrent one gives on; None where it is taken."""
    layer = layers[place]
    assert isinstance(layer, RecurrentLayer)
    before, behind = layers[:place], layers[place + 1 :]
    last = place + 1 == len(layers) or not isinstance(behind[0], RecurrentLayer | PoolLayer)
    if last and layer.in_front_of(behind[0] if behind else None).returns is Returns.LAST_STATE:
        return (*before, layer.model_copy(update={"returns": Returns.AUTOMATIC}), PoolLayer(), *behind)
    if behind and isinstance(behind[0], PoolLayer) and behind[0].pooling is not TokenPooling.MEAN:
        mean = behind[0].model_copy(update={"pooling": TokenPooling.MEAN})
        return (*before, layer, mean, *behind[1:])
    return None
