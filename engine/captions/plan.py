"""How a caption model is trained: every setting once, with its bounds."""

from __future__ import annotations

from engine.choices import MAX_SEED
from engine.settings import Settings, setting


class Plan(Settings):
    """A training of captions on generated digits."""

    pictures: int = setting(
        40_000, ge=100, le=200_000, label="Pictures", help="How many digits are drawn to learn from.",
    )  # fmt: skip
    steps: int = setting(
        1200, ge=1, le=100_000, label="Steps", help="How many batches are looked at.",
    )  # fmt: skip
    batch_size: int = setting(
        128, ge=2, le=2048, label="Batch size", help="Pictures, and as many captions, that are told apart in a step.",
    )  # fmt: skip
    learning_rate: float = setting(
        8e-3, gt=0, le=1, label="Learning rate", help="The highest; it rises first and falls to nothing.",
    )  # fmt: skip
    seed: int = setting(
        0, ge=0, le=MAX_SEED, label="Seed", help="Decides pictures, captions and first weights.",
    )  # fmt: skip
