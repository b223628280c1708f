"""The network: pictures and sentences become vectors of one space, where what belongs together lies close.

Source: Radford et al. 2021, "Learning Transferable Visual Models From Natural Language Supervision", arXiv:2103.00020.
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.captions.words import CONCEPTS, FACETS
from engine.choices import Activation, Initialisation
from engine.layers.modules import Linear, convolution, linear
from engine.runtime import generator

SPACE = 48
LEFT = 4  # pixels on each side after three strides of 2
WORD_WIDTH, WIDER = 32, 64
HEADS = 2
FIRST_TEMPERATURE = 0.07
MOST_SCALE = 100.0
KAIMING = Initialisation.KAIMING
MEAN, DEVIATION = 0.13, 0.31  # of MNIST's pixels


class CaptionModel(nn.Module):
    """Two towers: three convolutions for pictures, a Transformer block for words, each with a plane into the space.

    Args:
        seed: Decides the first weights.
    """

    offsets: Tensor

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        numbers = generator(seed, "captions")
        self.convolutions = nn.ModuleList(
            convolution(before, after, 3, KAIMING, Activation.RELU, numbers, stride=2, padding=1)
            for before, after in pairwise((1, 16, 32, SPACE))
        )
        self.picture_plane = _plane(SPACE * LEFT * LEFT, SPACE, numbers)
        self.embedding = nn.Parameter(torch.randn(CONCEPTS + 1, WORD_WIDTH, generator=numbers))
        self.into, self.out = (
            _plane(WORD_WIDTH, 3 * WORD_WIDTH, numbers),
            _plane(WORD_WIDTH, WORD_WIDTH, numbers),
        )
        self.first_norm, self.second_norm = nn.LayerNorm(WORD_WIDTH), nn.LayerNorm(WORD_WIDTH)
        self.widen, self.narrow = _plane(WORD_WIDTH, WIDER, numbers), _plane(WIDER, WORD_WIDTH, numbers)
        self.word_plane = _plane(WORD_WIDTH, SPACE, numbers)
        self.log_scale = nn.Parameter(torch.tensor(1 / FIRST_TEMPERATURE).log())
        before = [sum(map(len, FACETS[:facet])) for facet in range(len(FACETS))]
        self.register_buffer("offsets", torch.tensor(before), persistent=False)

    def pictures(self, images: Tensor) -> Tensor:
        """Return where pictures lie.

        Args:
            images: ``(B, 28, 28)`` float in [0, 1].

        Returns:
            ``(B, SPACE)``, each of length 1.
        """
        planes = (images[:, None] - MEAN) / DEVIATION  # (B, 1, 28, 28)
        for layer in self.convolutions:
            planes = functional.relu(layer(planes))  # (B, SPACE, LEFT, LEFT) at last
        return functional.normalize(self.picture_plane(planes.flatten(1)), dim=1)

    def sentences(self, captions: Tensor) -> Tensor:
        """Return where captions lie, their words in no order.

        Args:
            captions: ``(B, 3)`` int64, none of them empty.

        Returns:
            ``(B, SPACE)``, each of length 1.
        """
        said = captions > 0  # (B, 3)
        words = self.embedding[torch.where(said, captions + self.offsets, 0)]  # (B, 3, WORD_WIDTH)
        words = words + self._attended(self.first_norm(words), said)
        words = words + self.narrow(functional.gelu(self.widen(self.second_norm(words))))
        weight = said.float()[..., None]
        mean = (words * weight).sum(1) / weight.sum(1)
        return functional.normalize(self.word_plane(mean), dim=1)

    def _attended(self, words: Tensor, said: Tensor) -> Tensor:
        """Let each of ``words (B, 3, WORD_WIDTH)`` look at those that are said."""
        count, steps, width = words.shape
        parts = self.into(words).view(count, steps, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(
            parts[0], parts[1], parts[2], attn_mask=said[:, None, None]
        )  # (B, HEADS, 3, WORD_WIDTH / HEADS)
        attended: Tensor = self.out(mixed.transpose(1, 2).reshape(count, steps, width))
        return attended

    @property
    def scale(self) -> Tensor:
        """By how much likeness is multiplied before the softmax: one over the learned temperature."""
        return self.log_scale.exp().clamp(max=MOST_SCALE)


def contrastive_loss(pictures: Tensor, sentences: Tensor, truth: Tensor, scale: Tensor) -> Tensor:
    """Return the symmetric cross-entropy of a batch; of several right answers each gets the same share.

    Args:
        pictures: ``(B, SPACE)``, each of length 1.
        sentences: ``(B, SPACE)``, likewise.
        truth: ``(B, B)`` bool, whether a sentence is true of a picture; each row and column has one that is.
        scale: One over the temperature.
    """
    likeness = scale * pictures @ sentences.T  # (B, B)
    right = truth.float()
    by_picture = right / right.sum(1, keepdim=True)
    by_sentence = right / right.sum(0, keepdim=True)
    finding = -(by_sentence * likeness.log_softmax(0)).sum() / len(right)
    reading = -(by_picture * likeness.log_softmax(1)).sum() / len(right)
    return (finding + reading) / 2


def _plane(inputs: int, outputs: int, numbers: torch.Generator) -> Linear:
    return linear(inputs, outputs, Initialisation.XAVIER, Activation.IDENTITY, numbers)
