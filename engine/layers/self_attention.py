"""Attention, by hand: every token asks all tokens, and takes from each as much as that answers.

A token's question (query) is compared with what every token offers (key); from the likenesses come shares that add up
to 1, and by these shares the tokens' contents (values) are mixed. Several heads do so side by side, each with questions
of its own:

    head = softmax(Q Kᵀ / √d) V

Source: Vaswani et al. 2017, arXiv:1706.03762; Xiong et al. 2020, arXiv:2002.04745, for the norm that comes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.choices import Activation
from engine.layers.first_weights import ADDED, SOFT
from engine.layers.modules import Dropout, linear

if TYPE_CHECKING:
    from engine.choices import Initialisation


def shares(query: Tensor, key: Tensor, *, looks_back: bool = False) -> Tensor:
    """Return softmax(Q Kᵀ / √d): how much those who ask take from each token, ``(…, asking, tokens)``.

    Args:
        query: ``(…, asking, d)``.
        key: ``(…, tokens, d)``.
        looks_back: Whether each, all of them asking, takes from itself and those before it alone.
    """
    scores: Tensor = query @ key.transpose(-2, -1) / query.shape[-1] ** 0.5
    if looks_back:
        scores = scores.masked_fill(later_ones(scores.shape[-1], scores.device), -torch.inf)
    return scores.softmax(dim=-1)


def later_ones(tokens: int, device: torch.device) -> Tensor:
    """Return which tokens come later than the one that asks, ``(asking, tokens)`` bool."""
    return torch.ones(tokens, tokens, dtype=torch.bool, device=device).triu(1)


class SelfAttention(nn.Module):
    """Several heads of attention, and a matrix that puts together what they found.

    Args:
        width: Numbers in a token.
        heads: How many; they divide the width.
        initialisation: How first weights are drawn.
        generator: Where they come from.
        looks_back: Whether a token looks at itself and those before it alone.
    """

    def __init__(
        self,
        width: int,
        heads: int,
        initialisation: Initialisation,
        generator: torch.Generator,
        *,
        looks_back: bool = False,
    ) -> None:
        super().__init__()
        self.heads, self.looks_back = heads, looks_back
        self.query_key_value = linear(width, 3 * width, initialisation, Activation.IDENTITY, generator, SOFT)
        self.output = linear(width, width, initialisation, Activation.IDENTITY, generator, ADDED)

    def forward(self, tokens: Tensor) -> Tensor:
        """Let ``tokens (B, tokens, width)`` look at each other; PyTorch's kernel keeps no table of who looks where."""
        query, key, value = self.split(tokens)
        mixed = functional.scaled_dot_product_attention(
            query, key, value, is_causal=self.looks_back
        )  # (B, heads, tokens, size)
        return self.output(mixed.transpose(1, 2).flatten(2))  # type: ignore[no-any-return]

    def split(self, tokens: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return query, key and value of each head, ``(B, heads, tokens, size)``."""
        query, key, value = self.query_key_value(tokens).unflatten(2, (3, self.heads, -1)).unbind(2)
        return query.transpose(1, 2), key.transpose(1, 2), value.transpose(1, 2)

    def weights(self, tokens: Tensor) -> Tensor:
        """Return how much each token takes from each, ``(B, heads, tokens, tokens)``; a row adds up to 1."""
        query, key, _ = self.split(tokens)
        return shares(query, key, looks_back=self.looks_back)


class Block(nn.Module):
    """Attention and a small network for each token, each added to what comes in, each behind a norm of its own.

    Args:
        width: Numbers in a token.
        heads: Of attention.
        inner: Numbers between the two matrices of the small network.
        dropout: The share of what each adds that is switched off while training.
        initialisation: How first weights are drawn.
        generator: Where they come from.
        looks_back: Whether a token looks at itself and those before it alone.
    """

    def __init__(
        self,
        width: int,
        heads: int,
        inner: int,
        dropout: float,
        initialisation: Initialisation,
        generator: torch.Generator,
        *,
        looks_back: bool = False,
    ) -> None:
        super().__init__()
        self.norm_1 = nn.LayerNorm(width)
        self.attention = SelfAttention(width, heads, initialisation, generator, looks_back=looks_back)
        self.norm_2 = nn.LayerNorm(width)
        self.expand = linear(width, inner, initialisation, Activation.GELU, generator, SOFT)
        self.contract = linear(inner, width, initialisation, Activation.IDENTITY, generator, ADDED)
        self.dropout_1, self.dropout_2 = (Dropout(dropout) if dropout else nn.Identity() for _ in range(2))

    def forward(self, tokens: Tensor) -> Tensor:
        """Return the tokens after a look at each other and a thought of their own, ``(B, tokens, width)``."""
        looked = tokens + self.dropout_1(self.attention(self.norm_1(tokens)))
        thought = self.contract(functional.gelu(self.expand(self.norm_2(looked))))
        return looked + self.dropout_2(thought)  # type: ignore[no-any-return]

    def split(self, tokens: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return query, key and value of each head, ``(B, heads, tokens, size)``."""
        return self.attention.split(self.norm_1(tokens))
