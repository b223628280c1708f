"""Pruning of whole units and channels: those that count least are really removed, and a smaller network is left.

Source: Li et al. 2017, arXiv:1608.08710, for leaving out filters by the size of their weights; Liu et al. 2019,
arXiv:1810.05270, for the same size from scratch as what it is to be compared with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.compress.cuts import cuts
from engine.compress.method import Amount, LayerShare, Method, Shrunk
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.storage.model_file import SavedModel


class Units(Method):
    """Cuts the units off that count least, of each layer that can spare any the same share."""

    name: ClassVar[str] = "units"
    title: ClassVar[Phrase] = Phrase("Remove units")
    help: ClassVar[Phrase] = Phrase(
        "In each layer the units, or channels, with the smallest weights are removed, with all that hangs on them. A "
        "smaller network is left, with less to compute. Where attention adds to what a layer gives, all of it stays."
    )
    amount: ClassVar[Amount] = Amount(
        Phrase("Units removed"),
        Phrase("Which share of the units, or channels, of each layer is removed"),
        0.0,
        0.95,
        0.5,
        (0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9),
    )
    has_control: ClassVar[bool] = True

    def obstacle(self, saved: SavedModel) -> Phrase:
        """Return why no layer can spare any unit; an empty phrase where one can."""
        hidden = cuts(saved.experiment.network, saved.image_shape)[:-1]
        if not hidden:
            return Phrase("It has no hidden layer, and so no units but those of its classes.")
        if not all(part.obstacle for part in hidden):
            return Phrase("")
        first = hidden[0]
        return Phrase(
            "None of its layers can spare a unit. Of hidden layer 1: {reason}", reason=first.obstacle
        )

    def shrink(self, saved: SavedModel, amount: float) -> Shrunk:
        """Return the smaller network, which computes what the large one does without the units that are gone."""
        from engine.compress.cutting import chosen, cut

        network = saved.experiment.network
        parts = cuts(network, saved.image_shape)
        kept = chosen(parts, saved.state, amount)
        hidden = [
            layer if part.obstacle else layer.model_copy(update={part.setting: part.left(amount)})
            for layer, part in zip(network.hidden, parts[:-1], strict=True)
        ]
        shares = tuple(
            LayerShare(part.name, len(kept[part.name]), part.units, part.obstacle)
            for part in parts
            if part.name in kept
        )
        smaller = network.model_copy(update={"hidden": tuple(hidden)})
        return Shrunk(smaller, cut(parts, saved.state, kept), shares)
