"""Which image a model holds for the surest of a class: pixels that climb until the answer could hardly be surer.

A model that small changes fool finds what looks like noise to us; one that was hardened has to hold out for strokes.

Source: Engstrom et al. 2019, arXiv:1906.00945, who climb on hardened models in this way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torch import Tensor, nn

STEPS = 200
STRIDE = 0.5  # of a step, the root of the sum of all squared changes; 1 is one pixel from black to white
FADING = 0.01  # of each pixel a step: what does not help goes black
SHIFT = (
    1  # pixels by which the image is moved at most before each look, so that no pixel counts for itself alone
)
GREY, SPREAD = 0.5, 0.05  # where it begins: around the middle, by so much to either side
EVERY = 4  # steps from one picture to the next


@dataclass(frozen=True, slots=True, eq=False)
class Inversion:
    """How far the images are.

    Attributes:
        step: Steps taken.
        steps: Steps in all.
        images: ``(K, C, H, W)`` float32 in [0, 1], one for each class.
        probabilities: ``(K,)`` float32, how sure the model is of that class.
    """

    step: int
    steps: int
    images: Tensor
    probabilities: Tensor


def invert(
    model: nn.Module,
    image_shape: tuple[int, ...],
    classes: Sequence[int],
    *,
    steps: int = STEPS,
    seed: int = 0,
    helped: bool = True,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Inversion]:
    """Climb from grey with a trace of noise towards each class, and tell of it on the way.

    What rises is how far the class lies ahead of the best other one (``margin``), whose slope does not vanish where the
    model is sure already. With help, ink that brings nothing fades, and the image is moved a little before each look,
    so that lines form rather than specks. All of that is the same for every model, and nothing knows what an image of
    the class looks like: what is seen is the model's own.

    Args:
        model: In evaluation mode, its weights not asked for gradients.
        image_shape: ``(C, H, W)`` of the images it takes.
        classes: Indices of the classes.
        steps: How many steps.
        seed: Of the noise that it begins with, and of the moves; which other classes there are makes no difference.
        helped: Whether ink fades and the image is moved; else each pixel goes for itself.
        cancelled: Asked before each step whether to give up.

    Yields:
        The beginning, each few steps, and the end.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """
    import torch

    from engine.attacks.gradient import rising

    wanted = torch.tensor(list(classes), dtype=torch.int64)
    start, moves = (torch.Generator().manual_seed(seed) for _ in range(2))
    noise = torch.rand((max(classes, default=0) + 1, *image_shape), generator=start)[
        wanted
    ]  # each class has its own
    images = noise.mul_(2).sub_(1).mul_(SPREAD).add_(GREY)
    for step in range(steps + 1):
        if cancelled is not None and cancelled():
            raise Cancelled
        if step % EVERY == 0 or step == steps:
            with torch.inference_mode():
                shares = model(images).softmax(1)
            sure = shares[torch.arange(len(wanted)), wanted].clone()
            yield Inversion(step, steps, images.clone(), sure)
        if step < steps:
            reach = SHIFT if helped else 0
            down, across = torch.randint(-reach, reach + 1, (2,), generator=moves).tolist()
            moved = images.roll((down, across), (2, 3))
            slope = rising(model, moved, wanted, wanted, margin=True).roll((-down, -across), (2, 3))
            size = slope.flatten(1).norm(dim=1).clamp_(min=1e-12).view(-1, 1, 1, 1)
            images = images.add(slope / size, alpha=STRIDE).sub_(FADING if helped else 0.0).clamp_(0, 1)
