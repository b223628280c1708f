"""The part of a script that changes training images against the network, where the settings have an adversary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.attacks.pgd import STRIDE
from engine.choices import Adversary
from engine.training.adversary import ONE_STRIDE
from engine.training.schedules import ADVERSARY_RISE

if TYPE_CHECKING:
    from engine.config import TrainingConfig


def attack_lines(config: TrainingConfig) -> list[str]:
    """Return the lines that make ``attacked``; none without an adversary."""
    if config.adversary is Adversary.OFF:
        return []
    many = config.adversary is Adversary.PGD
    steps, stride = (config.adversary_steps, STRIDE) if many else (1, ONE_STRIDE)
    return [
        "def attacked(images, labels, reach):",
        '    """Change images so that the network reads them wrong, no pixel by more than reach (of 255)."""',
        "    network.eval()",
        "    low, high = (images - reach).clamp(min=0), (images + reach).clamp(max=255)",
        "    images = (images + reach * (2 * torch.rand_like(images) - 1)).clamp(low, high)",
        f"    for _ in range({steps}):",
        "        images.requires_grad_()",
        "        loss = F.cross_entropy(network(prepared(images)), labels)",
        "        (gradient,) = torch.autograd.grad(loss, images)",
        f"        images = (images.detach() + {stride / steps:g} * reach * gradient.sign()).clamp(low, high)",
        "    network.train()",
        "    return images",
        "",
        "",
        f"growing = max(1, {config.epochs} * -(-len(x_train) // {config.batch_size}) / {1 / ADVERSARY_RISE:g})",
        "step = 0",
    ]


def attacking_lines(config: TrainingConfig, images: str) -> list[str]:
    """Return the lines that make ``images`` of a batch in the loop, attacked.

    Args:
        config: How they are attacked.
        images: What the images are without an adversary, as an expression.
    """
    lines = [
        "step += 1",
        f"reach = {255 * config.adversary_strength:g} * min(1, step / growing)",
        f"images = {images}.float()",
    ]
    if config.adversary_share == 1:
        return [*lines, "images = attacked(images, y_train[batch], reach)"]
    return [
        *lines,
        f"first = max(1, round({config.adversary_share:g} * len(batch)))",
        "images[:first] = attacked(images[:first], y_train[batch][:first], reach)",
    ]
