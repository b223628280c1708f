"""What can be said of the network before a run begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.layers import AttentionLayer, PatchesLayer, PoolLayer
from engine.training.doctor.findings import Finding, FindingKind
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment


def check_network(experiment: Experiment) -> tuple[Finding, ...]:
    """Return what keeps the network from learning well, whatever it learns from."""
    found = _no_positions(experiment)
    return () if found is None else (found,)


def _no_positions(experiment: Experiment) -> Finding | None:
    """Patches that are pooled, and looked at by attention alone before, leave no trace of where they lay."""
    layers = experiment.network.hidden
    for place, layer in enumerate(layers):
        if not isinstance(layer, PatchesLayer) or layer.positions:
            continue
        reader = next((item for item in layers[place + 1 :] if not isinstance(item, AttentionLayer)), None)
        if isinstance(reader, PoolLayer):
            changed = (*layers[:place], layer.model_copy(update={"positions": True}), *layers[place + 1 :])
            return Finding(
                FindingKind.NO_POSITIONS,
                Phrase("The network cannot know where a patch was: to it an image is a heap of patches."),
                Phrase(
                    "Hidden layer {number} leaves positions out, and attention and pool do not depend on the order of "
                    "tokens.",
                    number=place + 1,
                ),
                Phrase("Switch the positions of the patches on and begin anew."),
                {"network.hidden": changed},
                layer=f"hidden_{place + 1}",
            )
    return None
