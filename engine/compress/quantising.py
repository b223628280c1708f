"""Quantisation: weights become whole steps of scales, and so take two to eight bits instead of 32.

The model that is left holds the numbers which its codes stand for, as float32, so that it is one like any other: its
arithmetic is as before, and its bytes are less where codes are stored, as in an export. Weights are what has two axes
or more; biases, scales and shifts stay as they are, and learn alone while it is fine-tuned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.choices import Held
from engine.compress.method import Amount, Method, Shrunk
from engine.compress.rounding import FEWEST_BITS, GROUP, MOST_BITS, Codes, Grouping, rounded
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import torch

    from engine.storage.model_file import SavedModel


GROUPING_WORDS: Mapping[str, Phrase] = {
    Grouping.TENSOR: Phrase("all weights of an array"),
    Grouping.CHANNEL: Phrase("each unit or channel"),
    Grouping.GROUP: Phrase("each {count} weights", count=GROUP),
}


class Quantise(Method):
    """Rounds the weights to few bits.

    Args:
        per: Which weights share a scale.
    """

    name: ClassVar[str] = "quantise"
    title: ClassVar[Phrase] = Phrase("Quantise weights")
    help: ClassVar[Phrase] = Phrase(
        "Every weight becomes a whole number of steps, told in few bits. They take less room where they are "
        "stored so, as in exports; in here they are numbers like any other, and no faster."
    )
    amount: ClassVar[Amount] = Amount(
        Phrase("Bits"),
        Phrase("In how many bits each weight is told; as it was trained it has 32"),
        FEWEST_BITS,
        MOST_BITS,
        4,
        (8, 7, 6, 5, 4, 3, 2),
        is_share=False,
    )
    held: ClassVar[Held] = Held.WEIGHTS
    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {"per": tuple(Grouping)}
    choice_words: ClassVar[Mapping[str, tuple[Phrase, Mapping[str, Phrase]]]] = {
        "per": (Phrase("Weights that share a scale"), GROUPING_WORDS)
    }

    def __init__(self, per: Grouping | str = Grouping.GROUP) -> None:
        self.per = Grouping(per)

    @property
    def options(self) -> dict[str, str]:
        """Which weights share a scale."""
        return {"per": self.per.value}

    def shrink(self, saved: SavedModel, amount: float) -> Shrunk:
        """Return the model with its weights rounded to so many bits."""
        import torch

        state = {name: tensor.detach().clone() for name, tensor in saved.state.items()}
        for name, codes in self.codes(state, int(amount)):
            state[name] = torch.from_numpy(codes.unpacked()).to(state[name].dtype)
        return Shrunk(saved.experiment.network, state)

    def codes(self, state: Mapping[str, torch.Tensor], bits: int) -> Iterator[tuple[str, Codes]]:
        """Go through the weights of a state dict as codes, by their names."""
        from engine.layers.plain import floats
        from engine.models.parts import is_layer, is_matrix

        for name, tensor in sorted(state.items()):
            if is_layer(name.partition(".")[0]) and is_matrix(tensor):
                yield name, rounded(floats(tensor), bits, self.per)

    def size(self, state: dict[str, torch.Tensor], amount: float) -> int:
        """Return how many bytes codes, scales and all other numbers are, gzipped."""
        from engine.compress.size import gzipped
        from engine.layers.plain import floats

        codes = dict(self.codes(state, int(amount)))
        others = [
            floats(each)
            for name, each in sorted(state.items())
            if name not in codes and each.is_floating_point()
        ]
        packed = (part for each in codes.values() for part in (each.packed(), each.scales.tobytes()))
        return gzipped([*packed, *(each.tobytes() for each in others)])
