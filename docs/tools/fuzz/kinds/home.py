"""What a person keeps in the program's own folder: imported sets, My Digits, and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz import sound
from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.kinds.data_files import npz

if TYPE_CHECKING:
    from pathlib import Path


class ImportedSet(Kind):
    """A data set that was brought in."""

    name = "imported-set"
    modules = ("engine.data.imported_sets", "engine.data.npz_file")

    def make(self) -> Files:
        """Twelve images, a quarter of them to test with."""
        data = sound.drawings()
        return {
            "datasets-of-ones-own/rows/images.npz": npz(
                {
                    "images": data.images,
                    "labels": data.labels,
                    "test": np.arange(12) % 4 == 3,
                    "same": np.arange(12),
                    "classes": np.array(data.classes),
                    "title": np.array("Rows"),
                }
            )
        }

    def read(self, folder: Path) -> bool:
        """List the sets, as every start does, and load it."""
        from engine.data.imported_sets import imported_sets, load_parts

        (listed,) = imported_sets()
        assert listed.name == "rows"
        str(listed)
        train, test = load_parts("rows")
        assert len(train) + len(test) == listed.count
        return True


class Drawings(Kind):
    """My Digits."""

    name = "my-digits"
    modules = ("engine.data.kept_drawing", "engine.data.my_digits")

    def make(self) -> Files:
        """Drawings as strokes and as an image, one of them called something else, one deleted."""
        from base64 import b64encode

        image = b64encode(sound.drawings().images[0].tobytes()).decode()
        strokes = [[[10, 10], [20.5, 30], [15, 60]], [[5, 5]]]
        added = [
            {"do": "add", "id": f"{number:016x}", "label": str(number % 2), "created": "2026-01-01T00:00:00Z",
             "kept_back": number == 3, "pen": 20.0, "strokes": strokes}
            for number in range(4)
        ]  # fmt: skip
        lines = [
            *added,
            {"do": "add", "id": "a", "label": "1", "created": "2026-01-01T00:00:00Z", "image": image},
            {"do": "relabel", "id": f"{1:016x}", "label": "7", "kept_back": False},
            {"do": "delete", "id": f"{2:016x}", "kept_back": False, "more": True},
            {"do": "restore", "id": f"{2:016x}", "kept_back": False},
        ]
        return {"my-digits/digits.jsonl": b"".join(sound.json_line(line) for line in lines)}

    def read(self, folder: Path) -> bool:
        """List, render and divide the drawings, and add one."""
        from engine.data.my_digits import MyDigits

        mine = MyDigits(folder / "my-digits")
        entries = mine.entries()
        str([(entry.label, entry.created) for entry in entries])
        data = mine.dataset()
        assert len(data) == len(entries)
        train, test = mine.parts()
        assert len(train) + len(test) == len(entries)
        mine.stamp()
        skipped = mine.skipped
        mine.add([[(1, 2), (3, 4)]], "5")
        assert len(MyDigits(folder / "my-digits").entries()) == len(entries) + 1
        return not skipped


class PointsOfOnesOwn(Kind):
    """Points that a person has put down on the plane."""

    name = "points"
    modules = ("engine.data.plane.own_points",)

    def make(self) -> Files:
        """Eight points of two classes, one of them carried elsewhere, one deleted."""
        put = [
            {"do": "put", "id": f"a{number}", "x": number / 2, "y": -1.25, "label": "AB"[number % 2],
             "test": number == 3}
            for number in range(8)
        ]  # fmt: skip
        lines = [*put, put[1] | {"x": -3, "y": 5.5}, {"do": "delete", "id": "a2"}]
        return {"points/points.jsonl": b"".join(map(sound.json_line, lines))}

    def read(self, folder: Path) -> bool:
        """List and divide them, and add one."""
        from engine.data.plane.own_points import OwnPoints

        mine = OwnPoints(folder / "points")
        entries = mine.entries()
        str([(point.label, point.x) for point in entries])
        classes, train, test = mine.parts()
        assert len(train[0]) + len(test[0]) == len(entries)
        assert len(classes) >= 2
        mine.stamp()
        mine.add([(1, 2, "B")])
        assert len(OwnPoints(folder / "points").entries()) == len(entries) + 1
        return len(entries) == 7


class MarkedImages(Kind):
    """Images marked as mislabelled."""

    name = "marks"
    modules = ("engine.evaluation.marks",)

    def make(self) -> Files:
        """Three marks, one taken back."""
        marks = [
            {"do": do, "dataset": "rows", "image": f"{number:032x}", "label": "1", "should_be": "7",
             "created": "2026-01-01T00:00:00Z"}
            for do, number in (("mark", 0), ("mark", 1), ("unmark", 0), ("mark", 2))
        ]  # fmt: skip
        return {"marks/mislabelled.jsonl": b"".join(map(sound.json_line, marks))}

    def read(self, folder: Path) -> bool:
        """List them, ask about a data set, and mark an image."""
        from engine.evaluation.marks import Marks

        path = folder / "marks" / "mislabelled.jsonl"
        marks = Marks(path)
        known = marks.entries()
        str(known)
        data = sound.drawings()
        marks.is_marked(data.name, data.images[0], data.classes[data.labels[0]])
        marks.add("rows", data.images[0], "1")
        assert len(Marks(path).entries()) >= len(known)
        return True


class KnownFiles(Kind):
    """Where tables lie that were read from their files."""

    name = "known-files"
    modules = ("engine.data.sources.known_files",)

    def make(self) -> Files:
        """Three tables."""
        found = {f"{name}.csv": f"/tmp/{name}.csv" for name in ("one", "two", "three")}
        return {"files.json": sound.json_line(found)}

    def read(self, folder: Path) -> bool:
        """Look for a table, and remember one."""
        from engine.data.sources.known_files import found_again, known_files, remember

        known = known_files()
        (folder / "mine.csv").write_text("a,b\n", encoding="utf-8")
        remember(folder / "mine.csv")
        assert found_again("mine.csv", folder / "nowhere") == str(folder / "mine.csv")
        return len(known) == 3
