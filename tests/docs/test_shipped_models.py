"""The models that come with the program are what docs/recognition.md and the command that made them say."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.config import load_preset
from engine.data import datasets
from engine.data.dataset import Split
from engine.data.generated.images import dataset
from engine.evaluation.evaluate import evaluate
from engine.models.build import build
from engine.storage import model_file
from resources import make_models

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from _no_digits import KINDS, no_digits

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "recognition.md").read_text(encoding="utf-8")
SECTION = TEXT.partition("## The model that comes with the program")[2].partition("\n## ")[0]
MOST_BYTES = 2_000_000
NAMES = sorted(make_models.SEEDS)


def told(what: str) -> float:
    """Return the share in the table of the section, in its line of that name."""
    return float(re.search(rf"^\| {what} \| ([\d.]+)%", SECTION, re.MULTILINE)[1])  # type: ignore[index]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_small_and_what_its_command_makes(name: str) -> None:
    path = make_models.FOLDER / f"{name}.safetensors"
    assert path.stat().st_size < MOST_BYTES
    saved = model_file.load(path)
    words = make_models.command(name)
    assert words[words.index("--preset") + 1] == name
    seed = int(words[words.index("--seed") + 1])
    assert saved.experiment == load_preset(name).with_(**{"training.seed": seed, "training.threads": 1})
    assert saved.doubt is not None
    assert saved.results["test_accuracy"] == pytest.approx(told("MNIST test") / 100, abs=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_it_names_no_place_of_the_machine_it_was_made_on(name: str) -> None:
    data = (make_models.FOLDER / f"{name}.safetensors").read_bytes()
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    for word in header["__metadata__"].values():
        assert not re.search(r"/\w+/|\\\\\w|://", word), word


@pytest.mark.mnist
def test_it_reads_what_the_page_says() -> None:
    saved = model_file.load(make_models.FOLDER / "pen.safetensors")
    model = build(saved.experiment.network)
    model.load_state_dict(saved.state)
    accuracy = evaluate(model, datasets.load("mnist", part="test")).accuracy
    assert accuracy == pytest.approx(told("MNIST test") / 100, abs=2e-4)


def test_what_is_told_of_it_is_its_seed_s_row() -> None:
    row = re.search(r"^\| pen \| both \|[^|]*\| ([\d.]+)%", TEXT, re.MULTILINE)
    assert row is not None
    assert float(row[1]) == told("MNIST test")


@pytest.mark.mnist
def test_it_knows_what_is_no_digit() -> None:
    doubt = model_file.describe(make_models.FOLDER / "pen.safetensors").doubt
    assert doubt is not None
    assert (doubt.doubts(datasets.load("mnist", part="test").images) > 1).mean() <= 0.02
    caught = [(doubt.doubts(no_digits(kind).images) > 1).mean() for kind in KINDS]
    assert np.mean(caught) >= 0.85
    assert min(caught) >= 0.8


def test_a_doubt_alone_is_learnt_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_models.FOLDER / "pen.safetensors"
    shutil.copy(path, tmp_path)
    before = model_file.load(path)
    digits = dataset(900)
    split = Split(digits.subset(slice(0, 600)), digits.subset(slice(600, 900)), digits.subset(slice(0, 1)))
    monkeypatch.setattr(make_models, "FOLDER", tmp_path)
    monkeypatch.setattr(datasets, "load_split", lambda config: split)

    assert make_models.main(["--doubts", "pen"]) == 0

    after = model_file.load(tmp_path / "pen.safetensors")
    assert after.experiment == before.experiment
    assert all(bool((after.state[name] == kept).all()) for name, kept in before.state.items())
    assert before.doubt is not None
    assert after.doubt is not None
    assert after.doubt.inner.shape == before.doubt.inner.shape
    assert after.doubt.to_text() != before.doubt.to_text()
