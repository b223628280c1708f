"""Pruning of single weights: those nearest to 0, of all layers together, become 0.

A layer at a time would be far worse: layers differ in how much they can spare. Weights are what has two axes or more,
so what patches add for each place is among them, and biases, scales and shifts are not. Of equal ones those of earlier
layers go first.

Source: Han et al. 2015, arXiv:1506.02626, for pruning by size and fine-tuning with the zeros held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.choices import Held
from engine.compress.method import Amount, LayerShare, Method, Shrunk
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.storage.model_file import SavedModel


class Pruning(Method):
    """Sets the smallest weights to 0 and keeps them there."""

    name: ClassVar[str] = "prune"
    title: ClassVar[Phrase] = Phrase("Prune weights")
    help: ClassVar[Phrase] = Phrase(
        "The weights nearest to 0, of all layers together, become 0 and stay so. The file gets smaller once it is "
        "packed; the arithmetic gets no faster, for a zero is multiplied like any other number."
    )
    amount: ClassVar[Amount] = Amount(
        Phrase("Sparsity"),
        Phrase("Which share of the weights becomes 0"),
        0.0,
        0.99,
        0.8,
        (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98),
    )
    held: ClassVar[Held] = Held.ZEROS

    def shrink(self, saved: SavedModel, amount: float) -> Shrunk:
        """Return the model with that share of its weights at 0."""
        import torch

        from engine.models.build import build_with
        from engine.models.parts import layers, weights_of

        model = build_with(
            saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=len(saved.classes)
        )
        found = [(name, weights_of(part)) for name, part, _ in layers(model)]
        sizes = torch.cat([weights.detach().abs().flatten() for _, each in found for weights in each])
        count = round(amount * len(sizes))
        if count:
            limit = sizes.kthvalue(count).values  # sorting them all would take eight times as long
            gone = sizes < limit
            equal = (sizes == limit).nonzero().flatten()
            gone[equal[: count - int(gone.sum())]] = True
            start = 0
            with torch.no_grad():
                for _, each in found:
                    for weights in each:
                        stop = start + weights.numel()
                        weights.masked_fill_(gone[start:stop].view(weights.shape), 0.0)
                        start = stop
        shares = tuple(
            LayerShare(name, sum(int(w.count_nonzero()) for w in each), sum(w.numel() for w in each))
            for name, each in found
            if each
        )
        state = {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}
        return Shrunk(saved.experiment.network, state, shares)
