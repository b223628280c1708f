"""Attention that has collapsed: heads that look everywhere alike, or at one token whatever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.config import Initialisation
from engine.layers.attention import EVEN
from engine.training.doctor.course_rules import lowered
from engine.training.doctor.findings import Finding, FindingKind, label_of
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.training.doctor.course import Course
    from engine.training.doctor.findings import AttentionProbe, LayerProbe

AT_ONE = 0.95
"""Share of all looks that go to one token."""


def attention_findings(course: Course, layer: LayerProbe, step: int) -> Iterator[Finding]:
    """Yield what a layer's heads show, where all of them have come to the same.

    Args:
        course: The run so far.
        layer: What the layer did with some images.
        step: Steps done then.
    """
    seen = layer.attention
    if seen is None:
        return
    if min(seen.entropies) >= EVEN:
        yield _uniform(course, layer, seen, step)
    elif min(seen.favourites) >= AT_ONE:
        yield _at_one_token(course, layer, seen, step)


def _uniform(course: Course, layer: LayerProbe, seen: AttentionProbe, step: int) -> Finding:
    what = Phrase(
        "Attention of {layer} has become uniform: every token looks at all tokens alike, or nearly so, so that the "
        "layer can hardly tell them apart.",
        layer=label_of(layer),
    )
    evidence = Phrase(
        "Over {tokens:,} tokens its head has {share:.1%} of the largest entropy there is."
        if len(seen.entropies) == 1
        else "Over {tokens:,} tokens the sharpest of its {heads} heads has {share:.1%} of the largest entropy there "
        "is.",
        tokens=seen.tokens,
        heads=len(seen.entropies),
        share=min(seen.entropies),
    )
    if course.experiment.network.initialisation is Initialisation.NORMAL:
        remedy = Phrase("Begin with Kaiming's first weights: from small ones all questions are alike.")
        changes: dict[str, object] = {"network.initialisation": Initialisation.KAIMING}
        return Finding(
            FindingKind.UNIFORM_ATTENTION, what, evidence, remedy, changes, step, layer.name
        )  # fmt: skip
    lower = lowered(course.experiment, course.rate)
    remedy = Phrase("Lower the learning rate to {lower:g} and begin anew.", lower=lower)
    changes = {"training.learning_rate": lower}
    return Finding(FindingKind.UNIFORM_ATTENTION, what, evidence, remedy, changes, step, layer.name)


def _at_one_token(course: Course, layer: LayerProbe, seen: AttentionProbe, step: int) -> Finding:
    lower = lowered(course.experiment, course.rate)
    return Finding(
        FindingKind.ONE_TOKEN_ATTENTION,
        Phrase(
            "Attention of {layer} has collapsed to one token: whatever asks, it looks there and nowhere else.",
            layer=label_of(layer),
        ),
        Phrase(
            "In its head {share:.1%} of all looks at {tokens:,} tokens go to one of them."
            if len(seen.favourites) == 1
            else "In each of its {heads} heads at least {share:.1%} of all looks at {tokens:,} tokens go to one of "
            "them.",
            heads=len(seen.favourites),
            share=min(seen.favourites),
            tokens=seen.tokens,
        ),
        Phrase("Lower the learning rate to {lower:g} and begin anew.", lower=lower),
        {"training.learning_rate": lower},
        step,
        layer.name,
    )
