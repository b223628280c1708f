"""A service for numbers takes rows as JSON or as bytes, and no pictures."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import numpy as np
import pytest

from engine.config import Experiment
from engine.deploy.service.bodies import JSON, RAW, asked, most_bytes
from engine.deploy.service.request import Refusal
from engine.deploy.service.served import Served, served, served_from
from engine.deploy.service.served import main as program
from engine.deploy.service.service import Service
from engine.inference import Recognizer
from engine.models.build import build
from engine.storage import model_file
from engine.storage.model_file import SavedModel
from tests.engine.data.sources.petals import petals

PETALS = petals(12)
ROWS = PETALS.images[:3]


@pytest.fixture(scope="module")
def saved() -> SavedModel:
    experiment = Experiment().with_(**{"network.hidden": (4,)})
    mean, deviation = PETALS.images.mean(0).tolist(), PETALS.images.std(0).tolist()
    model = build(experiment.network, image_shape=(5,), classes=3, mean=mean, deviation=deviation)
    return SavedModel(experiment, PETALS.classes, (5,), features=PETALS.features, state=model.state_dict())


@pytest.fixture(scope="module")
def model(saved: SavedModel) -> Served:
    return served(saved, "petals")


def body(**values: Any) -> bytes:
    return json.dumps(values).encode()


def test_rows_are_read_as_they_are_sent(model: Served) -> None:
    one = asked(JSON, body(row=ROWS[0].tolist()), model)
    np.testing.assert_array_equal(one.images, ROWS[:1])
    assert not one.several
    many = asked(JSON, body(rows=ROWS.tolist()), model)
    np.testing.assert_array_equal(many.images, ROWS)
    raw = asked(RAW, ROWS.astype("<f4").tobytes(), model)
    np.testing.assert_array_equal(raw.images, ROWS)
    assert raw.images.dtype == np.float32


@pytest.mark.parametrize(
    "sent",
    [
        body(row=[1, 2]),
        body(row=[1, 2, 3, 4, "5"]),
        body(row=[1, 2, 3, 4, True]),
        body(row=[1, 2, 3, 4, 1e300]),
        body(rows=[]),
        body(rows=3),
        body(pixels=[[1]]),
        b'{"row": [1, 2, 3, 4, NaN]}',
    ],
)
def test_what_is_no_row_is_refused(sent: bytes, model: Served) -> None:
    with pytest.raises(Refusal):
        asked(JSON, sent, model)


def test_bytes_that_are_no_numbers_are_refused(model: Served) -> None:
    for sent in (ROWS.tobytes()[:-1], np.full((1, 5), np.nan, "<f4").tobytes(), b""):
        with pytest.raises(Refusal):
            asked(RAW, sent, model)
    with pytest.raises(Refusal, match="no pictures, but rows of 5 numbers"):
        most_bytes("image/png", model)


def told_here(path: Path, _cancelled: object) -> bytes:
    """Return what the process beside a service prints: that it is begun is seen in test_served and test_serve."""
    with redirect_stdout(StringIO()) as said:
        assert program(str(path)) == 0
    return said.getvalue().encode()


def test_it_answers_as_the_model_does(
    saved: SavedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.deploy.service.served._by_another_process", told_here)
    path = tmp_path / "petals.safetensors"
    model_file.save_copy(path, saved)
    service = Service(lambda: served_from(path), host="127.0.0.1", port=0)
    service.start()
    try:
        request = Request(f"{service.address}predict", body(rows=ROWS.tolist()), {"Content-Type": JSON})
        with urlopen(request, timeout=20) as answer:
            found = json.load(answer)["answers"]
        with urlopen(f"{service.address}health", timeout=20) as answer:
            health = json.load(answer)
        with pytest.raises(HTTPError):
            urlopen(service.address, timeout=20)  # there is no page to draw on
    finally:
        service.stop()
    wanted = Recognizer.of(saved).probabilities(ROWS)
    for row, shares in zip(found, wanted, strict=True):
        assert list(row["probabilities"].values()) == pytest.approx(shares.tolist(), abs=1e-5)
    assert health["row"] == [5]
    assert [each["name"] for each in health["features"]] == [each.name for each in PETALS.features]
