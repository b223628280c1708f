"""What the heads of one attention layer do with an image: who looks where, and the sum of one token, step by step.

    head = softmax(Q Kᵀ / √d) V

Source: Vaswani et al. 2017, arXiv:1706.03762.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.errors import ModelError
from engine.layers.self_attention import shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from torch import Tensor

AT_ONCE = (
    2**15
)  # shares that are computed at a time: no table of all pairs is needed, and these stay in the cache
LEAST_SHARE = 1e-38  # of which there is a logarithm


@dataclass(frozen=True, slots=True, eq=False)
class HeadSum:
    """What one token takes in one head, softmax(q · k / √d) v, taken apart.

    Attributes:
        query: ``(d,)`` float32: q, what the token asks.
        keys: ``(tokens, d)`` float32: k, what each token answers to.
        values: ``(tokens, d)`` float32: v, what each token would give.
        dots: ``(tokens,)`` float32: q · k, the sum of the d products of query and key.
        scores: ``(tokens,)`` float32: the same, divided by √d.
        shares: ``(tokens,)`` float32: what softmax makes of them, above 0; they add up to 1.
        result: ``(d,)`` float32: the values, each times its share, added up.
    """

    query: NDArray[np.float32]
    keys: NDArray[np.float32]
    values: NDArray[np.float32]
    dots: NDArray[np.float32]
    scores: NDArray[np.float32]
    shares: NDArray[np.float32]
    result: NDArray[np.float32]

    @property
    def size(self) -> int:
        """The d of the formula: how many numbers query, key and value have."""
        return len(self.query)

    @property
    def spread(self) -> float:
        """At about how many tokens it looks: 1 at one alone, as many as there are at all alike."""
        taken = self.shares.astype(np.float64)
        return float(np.exp(-(taken * np.log(np.where(taken > 0, taken, 1))).sum()))

    def most(self, count: int) -> tuple[int, ...]:
        """Return the tokens from which most is taken, the first of them first."""
        return tuple(np.argsort(-self.shares, kind="stable")[:count].tolist())


@dataclass(frozen=True, slots=True, eq=False)
class LayerAttention:
    """How the heads of one layer look.

    Attributes:
        layer: Its name.
        entropies: ``(heads,)`` float32: how evenly a head looks, 0 at one token each time, 1 at all alike.
        flow: ``(tokens,)`` float32: what the answer has of each token that comes into the layer; adds up to 1.
    """

    layer: str
    entropies: NDArray[np.float32]
    flow: NDArray[np.float32]
    _query: Tensor  # (heads, tokens, d), as are the next two
    _key: Tensor
    _value: Tensor

    @property
    def heads(self) -> int:
        """How many there are."""
        return len(self._query)

    @property
    def spreads(self) -> NDArray[np.float32]:
        """At about how many tokens each head looks, ``(heads,)``: 1 at one each time, or at all that there are."""
        spreads: NDArray[np.float32] = self._query.shape[1] ** self.entropies
        return spreads

    @property
    def weights(self) -> NDArray[np.float32]:
        """How much a token (row) takes from each, ``(heads, tokens, tokens)`` float32; a row adds up to 1."""
        return shares(self._query, self._key).float().numpy().copy()

    def of(self, token: int) -> NDArray[np.float32]:
        """Return how much a token takes from each in every head, ``(heads, tokens)`` float32.

        Raises:
            ModelError: If there is no such token.
        """
        self._check(0, token)
        return shares(self._query[:, token : token + 1], self._key)[:, 0].float().numpy().copy()

    def head_sum(self, head: int, token: int) -> HeadSum:
        """Take apart what a token takes in a head, both counted from 0.

        Raises:
            ModelError: If there is no such head, or no such token.
        """
        self._check(head, token)
        query, key, value = self._query[head, token], self._key[head], self._value[head]
        dots = key @ query
        taken = shares(query[None], key)[0]
        found = (query, key, value, dots, dots / len(query) ** 0.5, taken, taken @ value)
        return HeadSum(*(tensor.float().numpy().copy() for tensor in found))

    def _check(self, head: int, token: int) -> None:
        if not 0 <= head < self.heads:
            raise ModelError("The layer has no head {head}.", head=head)
        if not 0 <= token < self._query.shape[1]:
            raise ModelError("The layer has no token {token}.", token=token)


def look_back(
    layer: str, query_key_value: tuple[Tensor, Tensor, Tensor], flow: Tensor
) -> tuple[LayerAttention, Tensor]:
    """Sum up the heads of a layer, and follow what the answer is made of back through it.

    Args:
        layer: Its name.
        query_key_value: Of the one image, each ``(1, heads, tokens, d)``.
        flow: ``(tokens,)``: what the answer has of each token that the layer gives.

    Returns:
        The heads, and what the answer has of each token that comes into the layer: half of it by itself, half by what
        the heads, on average, bring.
    """
    query, key, value = (tensor[0] for tensor in query_key_value)
    heads, tokens = query.shape[:2]
    entropies, brought = torch.zeros(heads), torch.zeros(tokens)
    for rows, part in _portions(query, key):
        # As torch.xlogy has it, in half the time: what is 0 adds 0.
        entropies -= (part * part.clamp_min(LEAST_SHARE).log()).sum(dim=(1, 2))
        brought += flow[rows] @ part.mean(dim=0)
    largest = float(np.log(tokens)) or 1.0
    entropies = (entropies / tokens / largest).clamp(0, 1)
    before = (flow + brought) / 2
    return (
        LayerAttention(
            layer, entropies.numpy(), before.numpy().copy(), query.clone(), key.clone(), value.clone()
        ),
        before,
    )


def _portions(query: Tensor, key: Tensor) -> Iterator[tuple[slice, Tensor]]:
    """Go through who looks where, some tokens at a time: which, and ``(heads, those, tokens)``."""
    heads, tokens = query.shape[:2]
    step = max(1, AT_ONCE // (heads * tokens))
    for start in range(0, tokens, step):
        rows = slice(start, start + step)
        yield rows, shares(query[:, rows], key)
