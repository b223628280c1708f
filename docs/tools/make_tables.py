"""Makes the tables in resources/tables anew, of numbers in scikit-learn: ``python docs/tools/make_tables.py``.

Both are of the UCI Machine Learning Repository; resources/tables/sources.txt names their makers. scikit-learn is a
dependency of the tests alone, so that the tables lie in the program as they came out of it.
"""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "tables"
MEASURES = (
    "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave points",
    "symmetry", "fractal dimension",
)  # fmt: skip
TABLES = {
    "iris": ("iris.csv", ("sepal length", "sepal width", "petal length", "petal width"), "species"),
    "breast-cancer": (
        "breast_cancer.csv",
        (
            *(f"mean {name}" for name in MEASURES),
            *(f"{name} error" for name in MEASURES),
            *(f"worst {name}" for name in MEASURES),
        ),
        "diagnosis",
    ),
}


def table(file: str, names: tuple[str, ...], label: str) -> list[list[str]]:
    """Return a table of scikit-learn's with a header, its classes called by their names.

    Args:
        file: What it is called there.
        names: Of its features.
        label: What the column of the classes is to be called.
    """
    text = (resources.files("sklearn.datasets.data") / file).read_text(encoding="utf-8")
    (_, _, *classes), *rows = csv.reader(text.splitlines())
    assert all(len(row) == len(names) + 1 for row in rows)
    return [[*names, label], *([*row[:-1], classes[int(row[-1])]] for row in rows)]


def main() -> None:
    """Write the tables."""
    for name, (file, names, label) in TABLES.items():
        with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(table(file, names, label))


if __name__ == "__main__":
    main()
