"""Tables of features: as they are brought in, and as they are kept."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.kinds.data_files import PLACE, npz

if TYPE_CHECKING:
    from pathlib import Path


class FeatureTable(Kind):
    """A CSV file of numbers, words, days and gaps."""

    name = "table"
    modules = ("engine.data.tables.reading", "engine.data.importing.table")
    place = "fruit.csv"

    def make(self) -> Files:
        """Forty rows of three classes."""
        generator = np.random.default_rng(0)
        text = io.StringIO()
        text.write("id,picked,colour,weight,length,fruit\n")
        for number in range(40):
            colour = ("red", "green", "yellow", "")[number % 4]
            weight = "?" if number == 5 else f"{generator.normal(150, 40):.1f}"
            fruit = ("apple", "cherry", "pear")[number % 3]
            text.write(f"a{number},2026-01-{number % 28 + 1:02},{colour},{weight},{number / 7:.3f},{fruit}\n")
        return {f"{PLACE}/{self.place}": text.getvalue().encode()}

    def read(self, folder: Path) -> bool:
        """Look into it, make rows of it as the window does, keep them as a set, and load it."""
        from engine.data.import_set import keep_table
        from engine.data.imported_sets import imported_sets, load_parts
        from engine.data.tables.reading import holds_features, open_table

        path = folder / PLACE / self.place
        holds_features(path)
        made = open_table(path).made()
        for each in (*made.rejected[:20], *made.notes):
            str(each)
        report = keep_table(path, made)
        sets = {each.name: each for each in imported_sets()}
        train, test = load_parts(report.name)
        assert sets[report.name].count == report.count == len(train) + len(test)
        assert len(train.features) == len(made.features)
        return True


class KeptTable(Kind):
    """A table that was brought in."""

    name = "kept-table"
    modules = ("engine.data.imported_sets", "engine.data.npz_file")

    def make(self) -> Files:
        """Twelve rows of a number and a category."""
        rows = np.column_stack([np.arange(12) / 3, np.arange(12) % 2, 1 - np.arange(12) % 2])
        arrays = {
            "images": rows.astype(np.float32),
            "labels": np.arange(12) % 3,
            "test": np.arange(12) % 4 == 3,
            "same": np.arange(12),
            "classes": np.array(("apple", "cherry", "pear")),
            "title": np.array("Fruit"),
            "features": np.array(("width", "ripe = yes", "ripe = no")),
            "columns": np.array(("", "ripe", "ripe")),
            "figures": np.array([(0, 3.7, 2, 0, 1), (0, 1, 1, 1, 0), (0, 1, 0, 1, 0)], np.float64),
        }
        return {"datasets-of-ones-own/fruit/images.npz": npz(arrays)}

    def read(self, folder: Path) -> bool:
        """List the sets, as every start does, and load it."""
        from engine.data.imported_sets import imported_sets, load_parts
        from engine.inputs.entries import entries_of, usual_row

        (listed,) = imported_sets()
        assert listed.name == "fruit"
        str(listed)
        train, test = load_parts("fruit")
        assert len(train) + len(test) == listed.count
        assert len(usual_row(train.features)) == len(train.features)
        entries_of(train.features)
        return True
