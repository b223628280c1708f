"""A few pixels that may take any value: one after the other, each the best of those that the gradient recommends.

The gradient tells how much each pixel would do at most, which is a guess, as the jump is large. So the most promising
of them are tried, and the one that really does most is kept.

Source: the idea is that of Su et al. 2019, arXiv:1710.08864, which searches by evolution; the list of the most
promising pixels is the saliency of Papernot et al. 2016, arXiv:1511.07528.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.attacks.attack import Attack, Strength, Terms
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn

TRIED = 32  # pixels for each that is changed; with more it fools hardly more images, and takes longer


class FewPixels(Attack):
    """So many pixels, black or white whichever is worse."""

    name: ClassVar[str] = "few-pixels"
    title: ClassVar[Phrase] = Phrase("A few pixels")
    help: ClassVar[Phrase] = Phrase(
        "Changes so many pixels and no others, one after the other: each time the one that makes the answer worst."
    )
    strength: ClassVar[Strength] = Strength(
        Phrase("Pixels"),
        Phrase("How many pixels may change, each by as much as it likes"),
        64.0,
        10.0,
        (0.0, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0),
        is_whole=True,
    )

    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        """Return the images with at most ``strength`` pixels changed; it draws no random number."""
        import torch

        changed = images.clone()
        free = torch.ones(
            len(images), images.shape[2:].numel(), dtype=torch.bool, device=images.device
        )  # (B, HW) not yet changed
        for _ in range(min(int(strength), free.shape[1])):
            terms.heed()
            _change_one(model, changed, labels, terms.aims, free)
        return changed


def extremes(gradient: Tensor) -> Tensor:
    """Return the worst value of each pixel as the gradient guesses it: 1 where the loss rises with it, else 0."""
    return (gradient > 0).to(gradient.dtype)


def _change_one(model: nn.Module, changed: Tensor, labels: Tensor, aims: Tensor | None, free: Tensor) -> None:
    """Change one more pixel of each of ``changed (B, C, H, W)``, all channels of it, in place."""
    import torch

    from engine.attacks.gradient import rising, worse

    count, channels = changed.shape[:2]
    gradient = rising(model, changed, labels, aims)
    worst = extremes(gradient)
    gains = (gradient * (worst - changed)).sum(1).flatten(1).masked_fill_(~free, -torch.inf)  # (B, HW)
    places = gains.topk(min(TRIED, gains.shape[1])).indices  # (B, K)
    tried = changed.flatten(2).unsqueeze(1).repeat(1, places.shape[1], 1, 1)  # (B, K, C, HW)
    index = places[:, :, None, None].expand(-1, -1, channels, 1)
    values = worst.flatten(2).gather(2, places[:, None].expand(-1, channels, -1)).movedim(1, 2)  # (B, K, C)
    tried.scatter_(3, index, values.unsqueeze(3))
    losses = worse(
        model,
        tried.reshape(-1, *changed.shape[1:]),
        labels.repeat_interleave(places.shape[1]),
        None if aims is None else aims.repeat_interleave(places.shape[1]),
    ).reshape(places.shape)
    # What was changed before and is listed for want of others is not listed for its loss.
    losses.masked_fill_(~free.gather(1, places), -torch.inf)
    best = losses.argmax(1)
    rows = torch.arange(count, device=changed.device)
    changed.copy_(tried[rows, best].reshape(changed.shape))
    free[rows, places[rows, best]] = False
