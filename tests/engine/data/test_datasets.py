"""The data sets by name: built in, found in a folder, and divided."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine import folders
from engine.config import DataConfig
from engine.data import datasets, generated
from engine.data.datasets import is_available, load, load_split, names
from engine.data.sources import registry
from engine.errors import DataError

ROOT = Path(__file__).resolve().parents[3]
SMALL = DataConfig(generated_count=300)


@pytest.fixture
def tiny_set(tiny, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Register the tiny data set, whose files are to lie in the folder returned."""
    monkeypatch.setattr(registry, "SOURCES", [*registry.SOURCES, tiny.data_set()])
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    return tmp_path / "tiny"


def test_what_there_is() -> None:
    infos = names()
    published = ["fashion-mnist", "emnist-letters", "emnist-balanced", "cifar10"]
    made = [
        "article-example",
        "iris",
        "breast-cancer",
        "gaussians",
        "circles",
        "xor",
        "moons",
        "spiral",
        *("slope", "hills", "points"),
        *("adding", "reversing", "sorting", "dates", "grammar-en", "grammar-zh"),
    ]
    assert [info.name for info in infos] == ["generated", "mnist", "both", *published, "my-digits", *made]
    assert [info.name for info in infos if not info.needs_download] == ["generated", "my-digits", *made]
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


def test_which_sets_may_share_images() -> None:
    assert datasets.share_images("mnist", "mnist")
    assert datasets.share_images("both", "mnist")
    assert datasets.share_images("generated", "both")
    assert not datasets.share_images("generated", "mnist")
    assert not datasets.share_images("both", "fashion-mnist")
    assert datasets.share_images("gone", "gone")


def test_generated_digits_are_kept_in_memory(monkeypatch) -> None:
    drawn: list[int] = []
    draw = generated.dataset

    def counting(count: int, *args, **options):
        drawn.append(count)
        return draw(count, *args, **options)

    monkeypatch.setattr(generated, "dataset", counting)
    load_split(SMALL)
    load_split(SMALL.model_copy(update={"validation_share": 0.3, "train_count": 20}))
    assert drawn == [300, 50]
    for seed in (1, 2):
        load_split(DataConfig(generated_count=300, seed=seed))
    assert len(datasets._memory) == datasets.KEPT_IN_MEMORY
    load_split(SMALL)
    assert drawn == [300, 50] * 4


def test_drawn_digits_are_where_the_registry_says() -> None:
    assert [info.name for info in names() if info.has_drawn_digits] == ["generated", "both"]


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
