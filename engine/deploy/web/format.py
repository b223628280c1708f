"""Writes a network as one web page, and runs what was written to compare: the network that it holds, in NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from engine.data.ink import SIZE
from engine.data.photo import takes_pictures
from engine.deploy.export_format import ExportFormat
from engine.deploy.reference import probabilities
from engine.deploy.web.packing import packed, unpacked
from engine.deploy.web.page import packed_in, page_of
from engine.deploy.weights import Weights
from engine.inputs.registry import kind_of
from engine.words import Phrase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.deploy.about import About
    from engine.deploy.operations import PlainNetwork

MOST_WEIGHTS = 10_000_000  # a page of 53 MB; browsers of telephones hold little more


class WebFormat(ExportFormat):
    """One page of HTML."""

    name: ClassVar[str] = "web"
    title: ClassVar[Phrase] = Phrase("Web page")
    use: ClassVar[Phrase] = Phrase(
        "One file to give away: whoever opens it in a browser draws, or shows it a picture where it takes colours, and "
        "the network answers, without internet."
    )
    ending: ClassVar[str] = ".html"
    weights: ClassVar[tuple[Weights, ...]] = tuple(Weights)

    def obstacle(self, network: PlainNetwork) -> Phrase:
        """Return why a network makes no page: it takes nothing that can be put there, or is too large for a phone."""
        kind = kind_of(network.image_shape)
        if kind.has_features:
            return Phrase(
                "It takes numbers, and a page is drawn on. The Python script, the C source and ONNX take rows of "
                "numbers."
            )
        if kind.no_drawing:
            return Phrase(kind.no_drawing)
        if not takes_pictures(network.image_shape):
            return Phrase(
                "It takes images of shape {shape}, and on the page one draws in {size}×{size} pixels, or shows a "
                "picture in three colours.",
                shape=network.image_shape,
                size=SIZE,
            )
        count = sum(array.size for array in network.arrays())
        if count > MOST_WEIGHTS:
            return Phrase(
                "It has {count:,} weights, and a page is written of at most {most:,}.",
                count=count,
                most=MOST_WEIGHTS,
            )
        return Phrase("")

    def written(self, network: PlainNetwork, about: About, weights: Weights = Weights.FLOAT32) -> bytes:
        """Return the page, as UTF-8."""
        return page_of(packed(network, weights), about).encode()

    def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Run the network that the page holds: its operations and numbers, unpacked from the text.

        That the page's own lines compute the same of them is not tried here, where there may be no browser.
        """
        return probabilities(unpacked(packed_in(content.decode())), images)


WEB = WebFormat()
