"""Writes a network as an ONNX file, and runs it to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.deploy.export_format import ExportFormat
from engine.deploy.onnx.evaluate import evaluated
from engine.deploy.onnx.graph import KNOWN, graph_of
from engine.deploy.onnx.model import OnnxModel, notes_of
from engine.deploy.weights import Activations, Weights
from engine.layers.operations import Softmax
from engine.version import program_version
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.deploy.about import About
    from engine.deploy.operations import PlainNetwork

AT_ONCE = 1 << 23  # numbers that nodes make of the images that go through together


class OnnxFormat(ExportFormat):
    """One ONNX file."""

    name: ClassVar[str] = "onnx"
    title: ClassVar[Phrase] = Phrase("ONNX file")
    use: ClassVar[Phrase] = Phrase(
        "For runtimes and servers of every kind: on phones, in browsers, on graphics cards."
    )
    ending: ClassVar[str] = ".onnx"
    weights: ClassVar[tuple[Weights, ...]] = tuple(Weights)
    activations: ClassVar[tuple[Activations, ...]] = tuple(Activations)

    def obstacle(self, network: PlainNetwork) -> Phrase:
        """Return which operation there is no node for."""
        for operation in network.operations:
            if operation.name not in KNOWN and not isinstance(operation, Softmax):
                return Phrase("ONNX has no node for its operation “{name}”.", name=operation.name)
        return Phrase("")

    def written(self, network: PlainNetwork, about: About, weights: Weights = Weights.FLOAT32) -> bytes:
        """Return the file's content."""
        model = graph_of(network, weights)
        model.notes.update(notes_of(about.record))
        return model.to_bytes(producer="NetSketch", version=program_version())

    def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Run the nodes that the file holds."""
        model = OnnxModel.from_bytes(content)
        answers = []
        answer = model.nodes[-1].outputs[0]  # probabilities, or the number
        start, size = 0, 1  # one image first, to see how many numbers are held of it
        while start < len(images):
            some = images[start : start + size]
            with np.errstate(all="ignore"):
                given = {"images": some, "numbers": some, "characters": some}
                shares, held = evaluated(model, given, answer)
            answers.append(shares.astype(np.float32))
            start += size
            size = max(1, min(256, AT_ONCE * len(some) // held))
        return np.concatenate(answers)


ONNX = OnnxFormat()
