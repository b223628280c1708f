"""CSV files: any sign between the columns, the label first or last, bytes or fractions."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import datasets
from engine.data.imported_sets import import_set
from engine.data.importing.preparation import Preparation
from tests.engine.data.own_images import sample


@pytest.mark.parametrize("header", ["label", "first", "last", "none"])
@pytest.mark.parametrize("sign", [",", ";"])
def test_csv(tmp_path: Path, header: str, sign: str) -> None:
    data = sample()
    lines = []
    if header != "none":
        names = [f"pixel{n}" for n in range(784)]
        lines.append(sign.join([*names, "class"] if header == "last" else ["label", *names]))
    for image, label in zip(data.images, data.labels, strict=True):
        cells = [str(value) for value in image.ravel()]
        name = data.classes[label]
        lines.append(sign.join([*cells, name] if header == "last" else [name, *cells]))
    lines.insert(3, "7,nonsense")
    lines.insert(5, sign.join(["7", *["1"] * 783]))
    path = tmp_path / "table.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    report = import_set(path)
    assert report.count == 12
    assert len(report.rejected) == 2
    assert report.preparation is Preparation.KEEP
    whole = datasets.load("table", part="all")
    assert {image.tobytes() for image in whole.images} == {image.tobytes() for image in data.images}


def test_csv_of_fractions(tmp_path: Path) -> None:
    data = sample()
    path = tmp_path / "t.csv"
    rows = [f"{label}.0," + ",".join(f"{value / 255:.4f}" for value in image.ravel())
            for image, label in zip(data.images, data.labels, strict=True)]  # fmt: skip
    path.write_text("\n".join(rows))
    import_set(path)
    whole = datasets.load("t", part="all")
    assert whole.classes == tuple("0123456789")
    assert whole.images.max() == 255
