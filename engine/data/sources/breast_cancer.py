"""The Wisconsin (diagnostic) breast cancer measurements."""

from __future__ import annotations

from engine.data.sources.shipped_table import ShippedTable
from engine.data.sources.source import DatasetInfo

SOURCE = ShippedTable(
    DatasetInfo(
        "breast-cancer",
        "Breast cancer samples",
        "Thirty measurements of the cell nuclei in 569 samples, benign or malignant (UCI). "
        "For learning how networks learn, and no help in any diagnosis.",
        is_built_in=True,
        kind="numbers",
    )
)
