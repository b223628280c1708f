"""Images of one's own as data sets: every form, any size, what is damaged, and the way back from an export."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.config import DataConfig
from engine.data import datasets, ink
from engine.data.dataset import Dataset
from engine.data.exporting import ExportKind, export, folder_name
from engine.data.idx import write_idx
from engine.data.imported_sets import import_set, imported_sets, remove_set
from engine.data.importing.images import find_images, is_image_source
from engine.data.importing.preparation import Preparation
from engine.errors import Cancelled, DataError

SEVEN = [np.array([[60.0, 60.0], [200.0, 58.0], [120.0, 230.0]])]
ONE = [np.array([[140.0, 40.0], [138.0, 240.0]])]


def paper(strokes: list, side: int = 120) -> np.ndarray:
    """Dark ink on light paper, the ink in a corner."""
    sheet = np.full((side, side + 30, 3), 240, np.uint8)
    picture = ink.render_strokes(strokes)
    sheet[5 : 5 + 56, 20 : 20 + 56] -= (np.kron(picture, np.ones((2, 2))) * 0.8).astype(np.uint8)[:, :, None]
    return sheet


def folder_of(root: Path, counts: dict[str, int]) -> Path:
    for label, count in counts.items():
        (root / label).mkdir(parents=True)
        for number in range(count):
            Image.fromarray(paper(SEVEN if number % 2 else ONE, 100 + number)).save(
                root / label / f"{number}.png"
            )
    return root


def sample(count: int = 12, classes: tuple[str, ...] = ("1", "7")) -> Dataset:
    labels = (np.arange(count) % len(classes)).astype(np.int64)
    images = np.stack([ink.render_strokes(ONE if label == 0 else SEVEN) for label in labels])
    return Dataset("sample", images, labels, classes)


def test_a_folder_with_a_folder_a_class(tmp_path: Path) -> None:
    root = folder_of(tmp_path / "My signs", {"stop": 6, "go & look": 6})
    report = import_set(root)
    assert (report.name, report.title, report.count) == ("my-signs", "My signs", 12)
    assert report.classes == ("go & look", "stop")
    assert report.preparation is Preparation.INK
    assert report.rejected == ()
    assert datasets.is_available("my-signs")
    info = next(info for info in datasets.names() if info.name == "my-signs")
    assert info.title == "My signs"
    parts = datasets.load_split(DataConfig(dataset="my-signs", validation_share=0.2))
    assert [len(part) for part in (parts.train, parts.validation, parts.test)] == [8, 2, 2]
    assert parts.test.class_counts().tolist() == [1, 1]
    whole = datasets.load("my-signs", part="all")
    assert whole.images.shape == (12, 28, 28)
    middle = ink.centre_of_mass(whole.images)
    assert np.abs(middle - 14).max() < 1.5


def test_what_cannot_be_read_is_listed_and_the_rest_used(tmp_path: Path) -> None:
    root = folder_of(tmp_path / "mixed", {"a": 3, "b": 3})
    (root / "a" / "notes.txt").write_text("no picture")
    (root / "b" / "torn.png").write_bytes((root / "b" / "0.png").read_bytes()[:90])
    Image.new("L", (30, 30), 255).save(root / "b" / "blank.png")
    (root / "loose.png").write_bytes((root / "b" / "0.png").read_bytes())
    (root / "a" / ".hidden").write_text("not looked at")
    (root / ("x" * 80)).mkdir()
    report = import_set(root)
    assert report.count == 6
    rejected = {Path(item.name).name: item.why for item in report.rejected}
    assert set(rejected) == {"notes.txt", "torn.png", "blank.png", "loose.png", "x" * 80}
    assert rejected["blank.png"] == "Nothing is drawn on it."
    assert all(why.endswith(".") for why in rejected.values())


def test_test_folders_are_tested_with(tmp_path: Path) -> None:
    folder_of(tmp_path / "set" / "train", {"a": 4, "b": 4})
    folder_of(tmp_path / "set" / "test", {"a": 1, "b": 2})
    import_set(tmp_path / "set")
    assert datasets.load("set").class_counts().tolist() == [4, 4]
    assert datasets.load("set", part="test").class_counts().tolist() == [1, 2]


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


@pytest.mark.parametrize("form", ["bytes", "floats", "flat", "channel first", "colour", "words"])
def test_npz(tmp_path: Path, form: str) -> None:
    data = sample()
    images, labels = data.images, data.labels
    arrays = {
        "bytes": {"images": images, "labels": labels, "classes": np.array(["1", "7"])},
        "floats": {"x": images / 255, "y": labels.astype(float)},
        "flat": {"data": images.reshape(12, -1), "target": labels},
        "channel first": {"images": images[:, None], "labels": labels},
        "colour": {"images": np.repeat(images[..., None], 3, 3), "labels": labels},
        "words": {"images": images, "labels": np.array(["1", "7"])[labels]},
    }[form]
    np.savez(tmp_path / "a.npz", **arrays)
    import_set(tmp_path / "a.npz")
    whole = datasets.load("a", part="all")
    assert len(whole) == 12
    if form != "colour":
        assert {image.tobytes() for image in whole.images} == {image.tobytes() for image in images}
    if form in ("bytes", "words"):
        assert [whole.classes[label] for label in np.unique(whole.labels)] == ["1", "7"]


def test_npz_in_parts(tmp_path: Path) -> None:
    data = sample()
    np.savez(
        tmp_path / "k.npz",
        x_train=data.images[:8],
        y_train=data.labels[:8],
        x_test=data.images[8:],
        y_test=data.labels[8:],
    )
    import_set(tmp_path / "k.npz")
    assert len(datasets.load("k")) == 8
    assert len(datasets.load("k", part="test")) == 4


def test_objects_in_npz_are_never_unpickled(tmp_path: Path) -> None:
    bad = np.array([{"a": 1}, None], dtype=object)
    np.savez(tmp_path / "evil.npz", images=bad, labels=bad)
    with pytest.raises(DataError, match="Python objects"):
        import_set(tmp_path / "evil.npz")


@pytest.mark.parametrize("given_name", ["d-images-idx3-ubyte", "d-labels-idx1-ubyte.gz", "."])
def test_idx_pair(tmp_path: Path, given_name: str) -> None:
    data = sample()
    (tmp_path / "d-images-idx3-ubyte").write_bytes(write_idx(data.images))
    (tmp_path / "d-labels-idx1-ubyte.gz").write_bytes(write_idx(data.labels.astype(np.uint8), packed=True))
    report = import_set(tmp_path / given_name, name="Pair")
    assert report.count == 12


def test_idx_without_its_other_half(tmp_path: Path) -> None:
    (tmp_path / "d-images-idx3-ubyte").write_bytes(write_idx(sample().images))
    with pytest.raises(DataError, match="d-labels-idx1-ubyte"):
        import_set(tmp_path / "d-images-idx3-ubyte")


@pytest.mark.parametrize(
    "name", ["missing.npz", "text.doc", "empty", "torn.npz", "short-images-idx3-ubyte", "b.csv"]
)
def test_what_is_no_images(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.doc").write_text("text")
    (tmp_path / "torn.npz").write_bytes(b"PK\x03\x04 torn")
    (tmp_path / "short-images-idx3-ubyte").write_bytes(b"\0\0\x08")
    (tmp_path / "short-labels-idx1-ubyte").write_bytes(b"\0\0\x08")
    (tmp_path / "b.csv").write_bytes(b"\0\xff,\n\n")
    with pytest.raises(DataError):
        import_set(tmp_path / name)
    assert imported_sets() == ()


def test_one_class_is_no_data_set(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="one class only"):
        import_set(folder_of(tmp_path / "one", {"a": 3}))


def test_photographs_are_scaled_and_not_taken_for_ink(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    for label in ("cat", "dog"):
        (tmp_path / "pets" / label).mkdir(parents=True)
        for number in range(3):
            coarse = random.integers(0, 255, (6, 9, 3), dtype=np.uint8)
            Image.fromarray(coarse).resize((90, 60), Image.Resampling.BICUBIC).save(
                tmp_path / "pets" / label / f"{number}.jpg"
            )
    report = import_set(tmp_path / "pets")
    assert report.preparation is Preparation.SCALE
    image = datasets.load("pets", part="all").images[0]
    assert (image[10:18] != image[10, 0]).mean() > 0.8  # it fills the width


def test_black_on_white_is_turned(tmp_path: Path) -> None:
    data = sample()
    np.savez(tmp_path / "w.npz", images=255 - data.images, labels=data.labels)
    assert import_set(tmp_path / "w.npz").preparation is Preparation.INK
    whole = datasets.load("w", part="all")
    far = np.abs(whole.images[0].astype(int) - data.images[whole.labels[0]])
    assert far.max() <= 2


def test_names(tmp_path: Path) -> None:
    np.savez(tmp_path / "mnist.npz", images=sample().images, labels=sample().labels)
    taken = {info.name for info in datasets.names()}
    assert import_set(tmp_path / "mnist.npz", taken=taken).name == "mnist-2"
    assert import_set(tmp_path / "mnist.npz", taken=taken).name == "mnist-3"
    with pytest.raises(DataError, match="a data set “mnist” already"):
        import_set(tmp_path / "mnist.npz", name="MNIST", taken=taken)
    assert import_set(tmp_path / "mnist.npz", name="Ωmega / 1").name == "mega-1"
    assert [own.name for own in imported_sets()] == ["mega-1", "mnist-2", "mnist-3"]
    assert [own.title for own in imported_sets()] == ["Ωmega / 1", "mnist 2", "mnist 3"]
    remove_set("mega-1")
    assert not datasets.is_available("mega-1")
    with pytest.raises(DataError):
        remove_set("../my-digits")


def test_cancelled_imports_leave_nothing(tmp_path: Path) -> None:
    root = folder_of(tmp_path / "c", {"a": 3, "b": 3})
    with pytest.raises(Cancelled):
        import_set(root, cancelled=lambda: True)
    assert imported_sets() == ()


def test_a_damaged_set_is_listed_and_explained(tmp_path: Path, isolated_home: Path) -> None:
    np.savez(tmp_path / "d.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "d.npz")
    path = next(isolated_home.rglob("images.npz"))
    path.write_bytes(path.read_bytes()[:200])
    assert [own.name for own in imported_sets()] == ["d"]
    with pytest.raises(DataError, match="missing or damaged"):
        datasets.load("d")


@pytest.mark.parametrize("kind", list(ExportKind))
def test_an_export_can_be_brought_in_again(tmp_path: Path, kind: ExportKind) -> None:
    data = sample(10, ("Ω/..", "7"))
    target = tmp_path / "out" / {"csv": "x.csv", "npz": "x.npz"}.get(kind, "x")
    written = export(data, target, kind)
    assert all(path.exists() for path in written)
    import_set(written[0], name="back")
    whole = datasets.load("back", part="all")
    assert sorted(whole.classes[label] for label in whole.labels) == sorted(
        data.classes[label] for label in data.labels
    )
    assert {image.tobytes() for image in whole.images} == {image.tobytes() for image in data.images}


def test_exports_overwrite_no_folder_and_leave_nothing_when_cancelled(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(DataError, match="already"):
        export(sample(), tmp_path / "there", ExportKind.PNG)
    with pytest.raises(Cancelled):
        export(sample(), tmp_path / "new", ExportKind.PNG, cancelled=lambda: True)
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    with pytest.raises(DataError, match="no images"):
        export(sample().subset(slice(0, 0)), tmp_path / "x.csv", ExportKind.CSV)


@given(st.text(min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=60)
def test_folder_names_are_safe_and_can_be_undone(label: str) -> None:
    from urllib.parse import unquote

    name = folder_name(label)
    assert not set(name) & set('/\\:*?"<>|\0')
    assert name not in (".", "..")
    assert unquote(name) == label


def test_what_may_be_dropped(tmp_path: Path) -> None:
    assert is_image_source(tmp_path)
    for name in ("a.csv", "a.NPZ", "train-images-idx3-ubyte", "train-images.idx3-ubyte.gz"):
        assert is_image_source(Path(name))
    for name in ("a.png", "model.safetensors", "x.json", "idx.txt"):
        assert not is_image_source(Path(name))
    with pytest.raises(DataError, match="no such file"):
        find_images(tmp_path / "nothing")
