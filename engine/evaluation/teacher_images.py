"""Which images a teacher has learnt from beside those that its pupil gets, and what that means for what is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.evaluation.learnt_images import digests_of, known_digests
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import DataConfig
    from engine.data.dataset import Split
    from engine.data.learnt import Learnt


def teacher_warnings(
    learnt: Learnt,
    split: Split,
    config: DataConfig,
    *,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Phrase, ...]:
    """Say what is to be known of a teacher that has learnt from other images than its pupil will.

    Args:
        learnt: What the teacher has learnt from.
        split: The data of the pupil.
        config: Their settings.
        progress: Told what is done and which share of it, where data must be loaded.
        cancelled: Asked now and then whether to stop.

    Raises:
        Cancelled: If ``cancelled`` said so.
    """
    at_hand = {config.images: split}
    known, is_known = known_digests(learnt, at_hand, progress=progress, cancelled=cancelled)
    found = []
    beyond = len(known.difference(digests_of(split.train)))
    if beyond > 0:
        found.append(
            Phrase(
                "The teacher learnt from {count:,} examples that are not among the {own:,} training examples here; "
                "what it knows from them it passes on.",
                count=beyond,
                own=len(split.train),
            )
        )
    measured = [part for part in (split.validation, split.test) if len(part)]
    seen = sum(digest in known for part in measured for digest in digests_of(part))
    if seen:
        found.append(
            Phrase(
                "The teacher learnt from {count:,} of the {total:,} validation and test examples: how the network "
                "reads those says little of others.",
                count=seen,
                total=sum(map(len, measured)),
            )
        )
    if not is_known:
        found.append(Phrase("Whether the teacher learnt from other examples as well is not known."))
    return tuple(found)
