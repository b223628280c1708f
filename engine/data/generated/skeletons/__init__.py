"""The ways in which people write the ten digits."""

from engine.data.generated.skeletons.high_digits import HIGH_DIGITS
from engine.data.generated.skeletons.low_digits import LOW_DIGITS
from engine.data.generated.skeletons.skeleton import Skeleton

SKELETONS: tuple[Skeleton, ...] = LOW_DIGITS + HIGH_DIGITS
"""All of them; their order decides which one a random number chooses."""

__all__ = ["SKELETONS", "Skeleton"]
