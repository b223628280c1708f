"""What a person may decide where images are brought in; whatever is left open is found from the images themselves."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.importing.preparation import Preparation


@dataclass(frozen=True, slots=True)
class Choices:
    """How labelled images are read and brought to 28×28.

    Attributes:
        preparation: How images are brought to 28×28.
        value_range: The values of black and of white; a smaller white means dark ink on light paper.
        label_column: Of a table, the column in which the labels are: its name, ``first`` or ``last``.
        transposed: Whether rows and columns are exchanged in the files, as in EMNIST's.
    """

    preparation: Preparation = Preparation.AUTO
    value_range: tuple[float, float] | None = None
    label_column: str = ""
    transposed: bool = False
