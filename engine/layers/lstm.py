"""The LSTM: a recurrent layer whose gates decide what is written into its cell, kept there and read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from engine.layers.recurrent import RecurrentLayer
from engine.words import Phrase

if TYPE_CHECKING:
    from torch import Tensor, nn


class LstmLayer(RecurrentLayer):
    """One layer of long short-term memory.

    Source: Hochreiter and Schmidhuber 1997, Neural Computation 9:1735.
    """

    kind: Literal["lstm"] = "lstm"

    title: ClassVar[str] = Phrase("LSTM")
    plural: ClassVar[str] = Phrase("LSTM layers")
    add_name: ClassVar[str] = Phrase("Add LSTM layer")
    add_help: ClassVar[str] = Phrase(
        "Add a recurrent layer that reads the image row by row, and remembers by three gates and a cell"
    )
    word: ClassVar[str] = "lstm"
    word_help: ClassVar[str] = Phrase(
        "lstm64,32 for an LSTM that reads the image row by row, bilstm64 both ways"
    )
    gates: ClassVar[int] = 4
    gate_names: ClassVar[tuple[str, ...]] = (
        Phrase("input gate i"),
        Phrase("forget gate f"),
        Phrase("candidate g"),
        Phrase("output gate o"),
    )
    kept: ClassVar[int] = 17  # measured: what PyTorch's kernel lays by
    forget_gate: ClassVar[int | None] = 1  # input, forget, candidate, output
    code_name: ClassVar[str] = "LSTM"
    code_given: ClassVar[str] = "_, (state, _)"

    def formula(self) -> str:
        """Return the gates i, f and o, the candidate g, the cell c and the state h."""
        return Phrase(
            "i, f, o = σ(W x + U h + b), g = tanh(W x + U h + b)\nc ← f · c + i · g, h ← o · tanh(c)"
        )

    @classmethod
    def gate_values(cls, read: Tensor, before: Tensor) -> tuple[Tensor, Tensor]:
        """Return the sums of the gates, and their values: σ, of the candidate tanh."""
        sums = read + before
        values = sums.sigmoid()
        values[2] = sums[2].tanh()
        return sums, values

    @classmethod
    def core(cls, features: int, units: int, *, both: bool) -> nn.LSTM:
        """Return PyTorch's module, without weights."""
        from engine.layers.recurrence import Lstm

        return Lstm(features, units, batch_first=True, bidirectional=both)
