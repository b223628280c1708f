"""What a private training promises: how much noise there is, what it spends, and when its budget is gone; no torch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from engine.errors import TrainingError
from engine.records import dataclass

if TYPE_CHECKING:
    from engine.config import TrainingConfig

SPENT = "privacy_spent"  # ε among what is known of a model; without it, nothing is promised of it
NOT_PRIVATE: dict[str, Any] = {"training.privacy_epsilon": 0.0, "training.privacy_noise": 0.0}  # settings
# With what a private training normalises pixels in [0, 1], as it may not ask its images: it leaves them as they are.
MEAN, DEVIATION = 0.0, 1.0


@dataclass(frozen=True, slots=True)
class Promise:
    """How little a model may depend on any one training image.

    Attributes:
        noise: σ, the deviation of the noise in lengths of ``clip``.
        clip: Longest gradient that an image gives.
        delta: δ, the probability for which nothing is promised.
        sampling_rate: q, the probability with which an image takes part in a step.
        steps_per_epoch: Steps in which every image is seen once on average.
        epsilon: Most that may be spent; 0 for no limit.
    """

    noise: float
    clip: float
    delta: float
    sampling_rate: float
    steps_per_epoch: int
    epsilon: float = 0.0

    def spent(self, steps: int) -> float:
        """Return ε after some steps."""
        from engine.training.private.accountant import spent

        return spent(self.noise, self.sampling_rate, steps, self.delta)

    def allows(self, steps: int) -> bool:
        """Tell whether so many steps stay within the budget."""
        return not self.epsilon or self.spent(steps) <= self.epsilon


def is_private(config: TrainingConfig) -> bool:
    """Tell whether a training is to be private: by a budget, by noise, or by both."""
    return bool(config.privacy_epsilon or config.privacy_noise)


def promise_of(config: TrainingConfig, count: int, *, noise: float = 0.0) -> Promise | None:
    """Return what a training promises about its images; None where it promises nothing.

    Args:
        config: Its settings.
        count: How many images there are; that number itself is no secret.
        noise: σ of a run that is gone on with; 0 for a new one, where it follows from the settings.

    Raises:
        TrainingError: If the budget cannot be kept.
    """
    if not is_private(config):
        return None
    count = max(1, count)
    rate, steps = min(1.0, config.batch_size / count), max(1, round(count / config.batch_size))
    epsilon, delta = config.privacy_epsilon, config.privacy_delta
    from engine.training.private.accountant import noise_for

    noise = noise or config.privacy_noise or noise_for(epsilon, rate, config.epochs * steps, delta)
    if math.isinf(noise):
        raise TrainingError(
            "No noise is strong enough for the privacy budget ε {epsilon:g}.",
            cause="There are {count:,} training examples and {epochs:,} epochs.",
            remedy="Allow a larger ε, use more examples, or train for fewer epochs.",
            epsilon=epsilon,
            count=count,
            epochs=config.epochs,
        )
    promise = Promise(noise, config.privacy_clip, delta, rate, steps, epsilon)
    if not promise.allows(steps):
        raise TrainingError(
            "The first epoch alone would spend more than the privacy budget.",
            cause="With noise {noise:g} it spends ε {spent:.3g}, and at most {epsilon:g} is allowed.",
            remedy="Use more noise, or 0 to have it worked out; or allow a larger ε.",
            noise=noise,
            spent=promise.spent(steps),
            epsilon=epsilon,
        )
    return promise
