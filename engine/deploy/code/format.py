"""Writes the experiment of a model as a PyTorch script, proved with the model's weights in the script's network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.deploy.code.pytorch import IMPORTS, NETWORK, TRAINING, Subject, pytorch_script
from engine.deploy.export_format import ExportFormat
from engine.deploy.script.format import SCRIPT
from engine.deploy.weights import Weights
from engine.errors import ExportError
from engine.inputs.registry import kind_of
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from engine.deploy.about import About
    from engine.deploy.operations import PlainNetwork
    from engine.storage.model_file import SavedModel

AT_ONCE = 250  # images
COPIES = 4  # of what a layer makes of an image: attention as it is written out holds scores, shares, and both again


class CodeFormat(ExportFormat):
    """The experiment as a person would write it: it trains anew, and holds no weights.

    Args:
        saved: The model whose experiment is written; None where none is at hand yet.
    """

    name: ClassVar[str] = "code"
    title: ClassVar[Phrase] = Phrase("PyTorch code")
    use: ClassVar[Phrase] = Phrase(
        "The experiment as a readable script that trains such a network anew: a beginning for programs of your own."
    )
    ending: ClassVar[str] = ".py"
    not_held: ClassVar[Mapping[Weights, Phrase]] = dict.fromkeys(
        set(Weights) - {Weights.FLOAT32}, Phrase("The script trains anew and holds no weights.")
    )
    no_whole_numbers: ClassVar[Phrase] = Phrase("The script trains anew and holds no weights.")
    holds_weights: ClassVar[bool] = False

    def __init__(self, saved: SavedModel | None = None) -> None:
        self._saved = saved

    def for_model(self, saved: SavedModel) -> CodeFormat:
        """Return the form that writes this model's experiment."""
        return CodeFormat(saved)

    def obstacle(self, network: PlainNetwork) -> Phrase:
        """Return in a sentence which kind of layer is not written as code."""
        del network
        if self._saved is None:
            return Phrase("")
        try:
            pytorch_script(self._subject(self._saved))
        except ExportError as error:
            return error.cause
        return Phrase("")

    def written(self, network: PlainNetwork, about: About, weights: Weights = Weights.FLOAT32) -> bytes:
        """Return the script, as UTF-8."""
        del network, about, weights
        return self.script()

    def script(self) -> bytes:
        """Return the script of the model's experiment, as UTF-8."""
        assert self._saved is not None
        return pytorch_script(self._subject(self._saved)).encode()

    def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Build the script's network, as it stands there, put the model's weights in, and ask it."""
        import torch

        from engine.models.at_once import images_at_once
        from engine.models.build import build_with

        assert self._saved is not None
        saved = self._saved
        text = content.decode()
        part = text[text.index(f"\n{NETWORK}\n") : text.index(f"\n{TRAINING}\n")]
        with torch.random.fork_rng(devices=[]):  # of what draws first weights, for nothing
            module: Any = SCRIPT.loaded(f"{IMPORTS}\n{part}".encode())
        model = build_with(
            saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=len(saved.classes)
        )
        kept = model.state_dict()
        kind = kind_of(saved.image_shape)
        if not kind.per_place:  # characters have no mean
            module.mean, module.deviation = kept.pop("normalize.mean"), kept.pop("normalize.deviation")
        wanted = module.network.state_dict()
        module.network.load_state_dict(
            {
                name: tensor.reshape(wanted[name].shape)  # of filters that are a matrix here
                for name, tensor in zip(wanted, kept.values(), strict=True)
            }
        )
        arranged = kind.arranged(images)
        tensor = torch.from_numpy(
            np.ascontiguousarray(arranged.astype(np.int64) if kind.per_place else arranged)
        )
        batches = tensor.split(images_at_once(model, AT_ONCE, copies=COPIES))
        with torch.inference_mode():
            module.network.eval()
            found = [module.network(module.prepared(batch)).softmax(dim=-1).numpy() for batch in batches]
        return np.concatenate(found)

    @staticmethod
    def _subject(saved: SavedModel) -> Subject:
        return Subject(saved.experiment, saved.image_shape, len(saved.classes), saved.goal)


CODE = CodeFormat()
