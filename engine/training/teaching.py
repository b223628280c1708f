"""What a teacher adds to a step: the network is drawn towards the probabilities that another finds for the same images.

With logits z of the network, t of the teacher, temperature T and share a, the loss is a mean over the batch of
(1 − a) · cross-entropy(labels, z) + a · T² · KL(softmax(t / T) ‖ softmax(z / T)). Its gradient by the logits is
(1 − a) · that of the labels + a · T · (softmax(z / T) − softmax(t / T)) / B.

Source: Hinton, Vinyals and Dean 2015, "Distilling the Knowledge in a Neural Network", arXiv:1503.02531, section 2.
"""

# Without `from __future__ import annotations`: the script compiler looks at the types of the named tuple.
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

PORTION = 10_000  # images whose probabilities are worked out at once


class Taught(NamedTuple):
    """What a network learns from its teacher.

    Attributes:
        probabilities: ``(N, classes)`` float, what the teacher finds for each training image at the temperature; empty
            without a teacher.
        share: How much that counts, 0 to 1.
        temperature: What logits are divided by.
    """

    probabilities: Tensor
    share: float
    temperature: float


def taught_by(logits: Tensor, share: float, temperature: float) -> Taught:
    """Return what ``logits (N, classes)`` of a teacher teach."""
    found = torch.empty_like(logits)
    for part, place in zip(logits.split(PORTION), found.split(PORTION), strict=True):
        torch.softmax(part / temperature, 1, out=place)
    return Taught(found, share, temperature)


def untaught(like: Tensor) -> Taught:
    """Return what a network without a teacher learns from it: nothing; on the device of a tensor."""
    return Taught(like.new_empty(0, 0, dtype=torch.float32), 0.0, 1.0)


def taught_loss(loss: Tensor, logits: Tensor, wanted: Tensor, taught: Taught) -> Tensor:
    """Return the loss of a batch with a teacher.

    Args:
        loss: ``()``, that of the labels.
        logits: ``(B, classes)``, of the network.
        wanted: ``(B, classes)``, what the teacher finds probable.
        taught: How much that counts.
    """
    found = functional.log_softmax(logits / taught.temperature, 1)
    apart = functional.kl_div(found, wanted, reduction="batchmean")
    return (1 - taught.share) * loss + taught.share * taught.temperature**2 * apart


def draw_to_teacher(
    gradient: Tensor, logits: Tensor, wanted: Tensor, softened: Tensor, likely: Tensor, taught: Taught
) -> None:
    """Turn the gradient of the labels by the logits into that with a teacher, in place; read by the script compiler.

    Args:
        gradient: ``(B, classes)``.
        logits: ``(B, classes)``, of the network.
        wanted: ``(B, classes)``, what the teacher finds probable.
        softened: ``(B, classes)``, room for the logits by the temperature.
        likely: ``(B, classes)``, room for what the network finds probable then.
        taught: How much the teacher counts.
    """
    torch.mul(logits, 1.0 / taught.temperature, out=softened)
    torch.softmax(softened, 1, out=likely)
    pull = taught.share * taught.temperature / len(logits)
    gradient.mul_(1.0 - taught.share).add_(likely, alpha=pull).add_(wanted, alpha=-pull)
