"""What tells drawings of a model's kind from others: a small network of whole numbers, and a limit."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from engine.data.doubt.directions import FEATURES, FORMER, features
from engine.data.doubt.verdict import best_parting
from engine.foreign_bytes import json_of
from engine.records import dataclass

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_HIDDEN = 256
MOST_TEXT = 2**20  # letters
MOST_SIZE = 1e4  # of a bias, a scale or a limit, in nats
MOST_ODDS = 20.0  # logarithm


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """How strange a drawing is to what a model has learnt from.

    Attributes:
        inner: ``(FEATURES, hidden)`` int8, in steps of ``inner_steps``; of an earlier program ``(FORMER, hidden)``.
        inner_steps: ``(hidden,)`` float32.
        inner_bias: ``(hidden,)`` float32.
        outer: ``(hidden, classes + 1)`` int8, in steps of ``outer_steps``; the last output is what is none of them.
        outer_steps: ``(classes + 1,)`` float32.
        outer_bias: ``(classes + 1,)`` float32.
        limit: Logarithm of the odds of being none at which a drawing is one too strange.
        refused: Which share of the validation drawings that it was chosen on is stranger than that.
    """

    inner: NDArray[np.int8]
    inner_steps: NDArray[np.float32]
    inner_bias: NDArray[np.float32]
    outer: NDArray[np.int8]
    outer_steps: NDArray[np.float32]
    outer_bias: NDArray[np.float32]
    limit: float
    refused: float

    @property
    def classes(self) -> int:
        """How many classes it knows."""
        return len(self.outer_bias) - 1

    def odds(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the logarithm of the odds that each drawing is none of the classes.

        Args:
            images: ``(N, 28, 28)`` uint8.

        Returns:
            ``(N,)`` float32.
        """
        hidden = features(images, len(self.inner)) @ (self.inner * self.inner_steps) + self.inner_bias
        found = np.maximum(hidden, 0) @ (self.outer * self.outer_steps) + self.outer_bias  # (N, classes + 1)
        known, none = found[:, :-1], found[:, -1]
        most = known.max(axis=1, initial=-np.inf)
        odds: NDArray[np.float32] = none - most - np.log(np.exp(known - most[:, None]).sum(axis=1))
        return odds

    def doubts(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return by how many times the odds exceed those at the limit; above 1 a drawing is none of the classes.

        Args:
            images: ``(N, 28, 28)`` uint8.

        Returns:
            ``(N,)`` float32.
        """
        doubts: NDArray[np.float32] = np.exp(np.clip(self.odds(images) - self.limit, -MOST_ODDS, MOST_ODDS))
        return doubts.astype(np.float32)

    def best_parting(self, views: NDArray[np.uint8]) -> int | None:
        """Return which way to part a drawing in two makes digits of what is none, or None for none.

        Args:
            views: ``(1 + 2 ways, 28, 28)`` uint8: all as one digit, then for each way the left one and the right one.
        """
        whole, *parts = self.doubts(views).tolist()
        return best_parting(whole, np.array(parts).reshape(-1, 2))

    # As text, for the header of a model

    def to_text(self) -> str:
        """Return it as JSON, some 35 kB for ten classes."""
        return json.dumps(
            {
                "inner": _packed(self.inner),
                "outer": _packed(self.outer),
                **{name: getattr(self, name).tolist() for name in _ROWS},
                "limit": self.limit,
                "refused": self.refused,
            }
        )

    @classmethod
    def of_text(cls, text: str, classes: int) -> Self | None:
        """Read what ``to_text`` wrote; None for anything else, which then claims nothing.

        Args:
            text: What a file says.
            classes: How many the model has.
        """
        if len(text) > MOST_TEXT:
            return None
        try:
            found = json_of(text)
            rows = {name: _row(found[name]) for name in _ROWS}
            hidden = len(rows["inner_bias"])
            limit, refused = (_number(found[name]) for name in ("limit", "refused"))
            doubt = cls(
                inner=_unpacked(found["inner"], (-1, hidden)),
                outer=_unpacked(found["outer"], (hidden, classes + 1)),
                limit=limit,
                refused=refused,
                **rows,
            )
        except (KeyError, TypeError, ValueError):
            return None
        fits = 0 < hidden <= MOST_HIDDEN and 0 <= refused <= 1 and len(doubt.inner) in (FEATURES, FORMER)
        fits = fits and len(doubt.inner_steps) == hidden
        fits = fits and len(doubt.outer_steps) == len(doubt.outer_bias) == classes + 1
        return doubt if fits else None


_ROWS = "inner_steps", "inner_bias", "outer_steps", "outer_bias"


def _packed(numbers: NDArray[np.int8]) -> str:
    return base64.b85encode(np.ascontiguousarray(numbers).tobytes()).decode("ascii")


def _unpacked(text: object, shape: tuple[int, int]) -> NDArray[np.int8]:
    if not isinstance(text, str):
        raise TypeError("no text")
    return np.frombuffer(base64.b85decode(text), np.int8).reshape(shape)


def _row(value: object) -> NDArray[np.float32]:
    if not isinstance(value, list):
        raise TypeError("no row")
    return np.array([_number(each) for each in value], np.float32)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("no number")
    if (
        not abs(value) <= MOST_SIZE
    ):  # neither is what is no number, and a whole number of 400 digits is no float
        raise ValueError("no number of this size")
    return float(value)
