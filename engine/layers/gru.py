"""The GRU: a recurrent layer with fewer gates than the LSTM, and no cell beside its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from engine.layers.recurrent import RecurrentLayer
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn


class GruLayer(RecurrentLayer):
    """One layer of gated recurrent units.

    Source: Cho et al. 2014, arXiv:1406.1078.
    """

    kind: Literal["gru"] = "gru"

    title: ClassVar[str] = Phrase("GRU")
    plural: ClassVar[str] = Phrase("GRU layers")
    add_name: ClassVar[str] = Phrase("Add GRU layer")
    add_help: ClassVar[str] = Phrase(
        "Add a recurrent layer that reads the image row by row, and remembers by two gates"
    )
    word: ClassVar[str] = "gru"
    word_help: ClassVar[str] = Phrase("gru64,32 for a GRU")
    gates: ClassVar[int] = 3
    gate_names: ClassVar[tuple[str, ...]] = (
        Phrase("reset gate r"),
        Phrase("update gate z"),
        Phrase("candidate n"),
    )
    kept: ClassVar[int] = 7  # measured: what PyTorch's kernel lays by
    code_name: ClassVar[str] = "GRU"
    code_given: ClassVar[str] = "_, state"

    def formula(self) -> str:
        """Return the gates r and z, the candidate n and the state h."""
        return Phrase("r, z = σ(W x + U h + b), n = tanh(W x + b + r · (U h + b))\nh ← (1 − z) · n + z · h")

    @classmethod
    def gate_values(cls, read: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
        """Return the sums of the gates, and their values: σ, of the candidate tanh, which forgets by the reset gate."""
        sums = read + before
        values = sums.sigmoid()
        sums[2] = read[2] + values[0] * before[2]
        values[2] = sums[2].tanh()
        return sums, values

    @classmethod
    def core(cls, features: int, units: int, *, both: bool) -> nn.GRU:
        """Return PyTorch's module, without weights."""
        from engine.layers.recurrence import Gru

        return Gru(features, units, batch_first=True, bidirectional=both)
