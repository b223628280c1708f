"""The data sets by name: built in, found in a folder, and divided."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine import folders
from engine.config import DataConfig, VariationConfig
from engine.data import datasets
from engine.data.datasets import DatasetInfo, FileSource, is_available, load, load_split, names
from engine.data.sources.mnist import FASHION_MNIST, MNIST
from engine.errors import Cancelled, DataError

ROOT = Path(__file__).resolve().parents[3]
SMALL = DataConfig(generated_count=300)


def varied(**variation: float) -> DataConfig:
    return SMALL.model_copy(update={"variation": VariationConfig(**variation)})


@pytest.fixture
def tiny_set(tiny, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Register the tiny data set, whose files are to lie in the folder returned."""
    info = DatasetInfo("tiny", "Tiny", "Noise.", needs_download=True)
    monkeypatch.setitem(datasets._REGISTRY, "tiny", (info, FileSource(tiny.data_set())))
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    return tmp_path / "tiny"


def test_what_there_is() -> None:
    infos = names()
    assert [info.name for info in infos] == ["generated", "mnist", "both", "fashion-mnist", "my-digits"]
    assert [info.needs_download for info in infos] == [False, True, True, True, False]
    assert all(info.title and info.description.endswith(".") for info in infos)


def test_the_default_needs_nothing() -> None:
    assert is_available(DataConfig().dataset)


def test_unknown_name() -> None:
    assert not is_available("emnist")
    for ask in (lambda: load("emnist"), lambda: load_split(DataConfig(dataset="emnist"))):
        with pytest.raises(DataError, match="no data set “emnist”") as caught:
            ask()
        assert "fashion-mnist" in caught.value.remedy


def test_availability_follows_the_files(tiny, tiny_set: Path) -> None:
    assert not is_available("tiny")
    tiny.write(tiny_set)
    assert is_available("tiny")
    (tiny_set / "t10k-labels-idx1-ubyte.gz").unlink()
    assert not is_available("tiny")


def test_parts_of_a_published_set(tiny, tiny_set: Path) -> None:
    tiny.write(tiny_set)
    assert load("tiny").labels.tolist() == [0, 1, 1, 0, 1, 0]
    assert load("tiny", part="test").labels.tolist() == [1, 0, 1]
    whole = load("tiny", part="all")
    assert whole.labels.tolist() == [0, 1, 1, 0, 1, 0, 1, 0, 1]
    assert whole.images.shape == (9, 100, 80)
    with pytest.raises(DataError, match="no part “validation”"):
        load("tiny", part="validation")  # type: ignore[arg-type]


def test_what_is_loaded_belongs_to_the_caller(tiny, tiny_set: Path) -> None:
    tiny.write(tiny_set)
    config = DataConfig(dataset="tiny", validation_share=0)
    first = load("tiny"), load("tiny", part="test"), load("tiny", part="all")
    parts = load_split(config)
    for data in (*first, parts.train, parts.test):
        data.images[:] = 0
        data.labels[:] = 0
    assert load("tiny", part="all").images.any(axis=(1, 2)).all()
    assert load_split(config).test.labels.tolist() == [1, 0, 1]


def test_files_are_read_once_until_they_change(tiny, tiny_set: Path) -> None:
    tiny.write(tiny_set)
    told: list[str] = []

    def tell(words: str, _: float) -> None:
        told.append(words)

    load("tiny", progress=tell)
    assert set(told) == {"Reading Tiny"}
    told.clear()
    load_split(DataConfig(dataset="tiny", seed=1), progress=tell)
    assert told == []
    os.utime(tiny_set / "t10k-labels-idx1-ubyte.gz", ns=(0, 0))
    load("tiny", progress=tell)
    assert set(told) == {"Reading Tiny"}


def test_images_and_labels_that_do_not_belong_together(tiny, monkeypatch, tmp_path) -> None:
    swapped = type(tiny)(dict(zip(tiny.contents, [*tiny.contents.values()][::-1], strict=True)), {})
    info = DatasetInfo("tiny", "Tiny", "Noise.", needs_download=True)
    monkeypatch.setitem(datasets._REGISTRY, "tiny", (info, FileSource(swapped.data_set())))
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    swapped.write(tmp_path / "tiny")
    with pytest.raises(DataError, match="dimensions"):
        load("tiny")


def test_generated_digits() -> None:
    train, test = (load("generated", part=part, config=SMALL) for part in ("train", "test"))
    assert train.images.shape == (300, 28, 28)
    assert test.images.shape == (50, 28, 28)
    assert train.images.dtype == np.uint8
    assert train.classes == tuple("0123456789")
    seen = {image.tobytes() for image in train.images}
    assert not any(image.tobytes() in seen for image in test.images)


def test_a_mixture_learns_from_both_and_is_tested_with_the_first(
    tiny, tiny_set: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = FileSource(tiny.data_set())
    mixed = datasets.MixedSource("mixed", first, first)
    info = DatasetInfo("mixed", "Mixed", "Noise.", needs_download=True)
    monkeypatch.setitem(datasets._REGISTRY, "mixed", (info, mixed))
    assert not is_available("mixed")
    tiny.write(tiny_set)
    assert is_available("mixed")
    once, twice = load("tiny"), load("mixed")
    assert twice.name == "mixed"
    assert twice.labels.tolist() == [*once.labels, *once.labels]
    assert np.array_equal(twice.images[6:], once.images)
    assert np.array_equal(load("mixed", part="test").images, load("tiny", part="test").images)


@pytest.mark.mnist
def test_both_holds_mnist_and_generated_digits() -> None:
    both = load("both", config=SMALL)
    assert len(both) == 60_300
    assert np.array_equal(both.images[:60_000], load("mnist").images)
    assert np.array_equal(both.images[60_000:], load("generated", config=SMALL).images)
    assert len(load("both", part="test", config=SMALL)) == 10_000


def test_generated_test_images_stay_when_the_number_changes() -> None:
    more = DataConfig(generated_count=600)
    few, many = (load("generated", part="test", config=config).images for config in (SMALL, more))
    assert np.array_equal(many[: len(few)], few)


def test_generated_digits_are_kept_in_memory(monkeypatch) -> None:
    drawn: list[int] = []
    draw = datasets.generated.dataset

    def counting(count: int, *args, **options):
        drawn.append(count)
        return draw(count, *args, **options)

    monkeypatch.setattr(datasets.generated, "dataset", counting)
    load_split(SMALL)
    load_split(SMALL.model_copy(update={"validation_share": 0.3, "train_count": 20}))
    assert drawn == [300, 50]
    for seed in (1, 2):
        load_split(DataConfig(generated_count=300, seed=seed))
    assert len(datasets._memory) == datasets.KEPT_IN_MEMORY
    load_split(SMALL)
    assert drawn == [300, 50] * 4


def test_variations_make_other_digits_of_the_same_labels() -> None:
    usual, wild = load("generated", config=SMALL), load("generated", config=varied(slant=3))
    assert (usual.labels == wild.labels).all()
    assert (usual.images != wild.images).any(axis=(1, 2)).mean() > 0.9
    assert (load("generated", config=SMALL).images == usual.images).all()
    straight = varied(**dict.fromkeys(VariationConfig.model_fields, 0.0))
    test = load("generated", part="test", config=straight)
    assert len(np.unique(test.images, axis=0)) <= 10


def test_drawn_digits_are_where_the_registry_says() -> None:
    assert [info.name for info in names() if info.has_drawn_digits] == ["generated", "both"]


def test_split_of_generated_digits() -> None:
    parts = load_split(DataConfig(generated_count=300, validation_share=0.2))
    assert (len(parts.train), len(parts.validation), len(parts.test)) == (240, 60, 50)
    again = load_split(DataConfig(generated_count=300, validation_share=0.2))
    assert np.array_equal(parts.train.images, again.train.images)
    other = load_split(DataConfig(generated_count=300, validation_share=0.2, seed=1))
    assert not np.array_equal(parts.train.images, other.train.images)


def test_drawing_tells_how_far_it_is_and_can_be_cancelled() -> None:
    told: list[tuple[str, float]] = []
    load_split(DataConfig(generated_count=5000), progress=lambda *args: told.append(args))
    shares = [share for _, share in told]
    assert {words for words, _ in told} == {"Drawing digits"}
    assert shares == sorted(shares)
    assert shares[-1] == 1
    with pytest.raises(Cancelled):
        load_split(DataConfig(generated_count=6000), cancelled=lambda: True)
    assert len(datasets._memory) == 1


def test_more_digits_than_fit_are_refused_at_once() -> None:
    with pytest.raises(DataError, match="do not fit into memory") as caught:
        load_split(DataConfig(generated_count=10**12))
    assert "GB" in caught.value.cause


def test_folders_follow_the_environment(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("NETSKETCH_HOME", str(tmp_path / "here"))
    assert folders.home_folder() == tmp_path / "here"
    assert folders.datasets_folder() == tmp_path / "here" / "datasets"
    monkeypatch.setenv("NETSKETCH_HOME", "~/there")
    assert folders.home_folder() == Path.home() / "there"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETSKETCH_DATA", "relative")
    assert folders.data_folder() == tmp_path / "relative"
    monkeypatch.setenv("NETSKETCH_DATA", " ")
    assert folders.data_folder() is None
    monkeypatch.delenv("NETSKETCH_HOME")
    assert folders.home_folder().is_absolute()
    assert "netsketch" in folders.home_folder().parts


def test_only_downloads_load_pooch() -> None:
    code = "import engine.data.datasets, sys; print(*sorted({'torch', 'pooch', 'requests', 'PIL'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.strip() == "", run.stderr


def test_published_sets_are_complete() -> None:
    for images in (MNIST, FASHION_MNIST):
        files = images.files
        assert [file.size for file in files.files] == [47_040_016, 60_008, 7_840_016, 10_008]
        assert all(len(bytes.fromhex(file.sha256)) == 32 for file in files.files)
        assert len(files.mirrors) >= 3
        assert all(mirror.startswith("https://") and mirror.endswith("/") for mirror in files.mirrors)
        assert len(images.classes) == 10
    assert len({file.sha256 for images in (MNIST, FASHION_MNIST) for file in images.files.files}) == 8


@pytest.mark.mnist
def test_real_mnist() -> None:
    assert is_available("mnist")
    parts = load_split(DataConfig(dataset="mnist"))
    assert (len(parts.train), len(parts.validation), len(parts.test)) == (54_000, 6_000, 10_000)
    train = load("mnist")
    assert train.images.shape == (60_000, 28, 28)
    assert train.labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert train.class_counts().sum() == 60_000
    assert train.images.mean() / 255 == pytest.approx(0.1307, abs=1e-4)
    assert load("mnist", part="test").labels[:5].tolist() == [7, 2, 1, 0, 4]
