"""The smallest change of one image that fools a model, as far as an attack finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor, nn

    from engine.attacks.attack import Attack

HALVINGS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Smallest:
    """What was found.

    Attributes:
        strength: The smallest strength tried that fools the model; 0 where the image does so as it is.
        changed: ``(1, C, H, W)`` float32 in [0, 1], the changed image.
        answer: Index of the class that it is taken for.
    """

    strength: float
    changed: Tensor
    answer: int


def smallest_change(
    model: nn.Module,
    image: Tensor,
    label: int,
    attack: Attack,
    *,
    aim: int | None = None,
    steps: int = 20,
    seed: int = 0,
    halvings: int = HALVINGS,
    cancelled: Callable[[], bool] | None = None,
) -> Smallest | None:
    """Halve the strength between one that fools the model and one that does not, again and again.

    Nobody can promise that there is nothing smaller: another attack, or another start, may find it.

    Args:
        model: In evaluation mode, its weights not asked for gradients.
        image: ``(1, C, H, W)`` float32 in [0, 1].
        label: The class that the answer is to get away from.
        attack: How the image is changed.
        aim: The class that the answer is to become; None for any but ``label``.
        steps: How many steps each try takes, where the attack takes steps.
        seed: Of random numbers; each try begins at the same place, further or nearer.
        halvings: How often at most; fewer where the strength is a whole number.
        cancelled: Asked now and then whether to give up.

    Returns:
        What was found; None where not even the greatest strength fools the model.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """

    def tried(strength: float) -> Smallest | None:
        return _fooled(model, image, label, attack, strength, aim, steps, seed, cancelled)

    limits = attack.strength
    best, low, high = tried(0.0), 0.0, limits.usual
    if best is not None:
        return best
    while (best := tried(high)) is None:
        if high >= limits.high:
            return None
        low, high = high, min(2 * high, limits.high)
    for _ in range(halvings):
        middle = (low + high) / 2
        if limits.is_whole:
            middle = float(int(middle))
            if middle == low:
                break
        found = tried(middle)
        if found is None:
            low = middle
        else:
            best, high = found, middle
    return best


def _fooled(
    model: nn.Module,
    image: Tensor,
    label: int,
    attack: Attack,
    strength: float,
    aim: int | None,
    steps: int,
    seed: int,
    cancelled: Callable[[], bool] | None,
) -> Smallest | None:
    import torch

    changed = image
    if strength > 0:
        changed = attack.perturb(
            model,
            image,
            torch.tensor([label], device=image.device),
            strength,
            aims=None if aim is None else torch.tensor([aim], device=image.device),
            steps=steps,
            generator=torch.Generator(image.device).manual_seed(seed),
            cancelled=cancelled,
        )
    with torch.inference_mode():
        answer = int(model(changed).argmax())
    if answer == label if aim is None else answer != aim:
        return None
    return Smallest(strength, changed, answer)
