"""Iris: Fisher's flowers, the table that nearly every book on learning begins with."""

from __future__ import annotations

from engine.data.sources.shipped_table import ShippedTable
from engine.data.sources.source import DatasetInfo

SOURCE = ShippedTable(
    DatasetInfo(
        "iris",
        "Iris flowers",
        "Length and width of sepals and petals of 150 flowers of three species (UCI). Two of the "
        "species lie close to each other.",
        is_built_in=True,
        kind="numbers",
    )
)
