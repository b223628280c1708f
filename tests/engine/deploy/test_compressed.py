"""Models that were made smaller leave the program as they are, in every form, as float32 and in few bits."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from engine.compress.method import Method
from engine.compress.pruning import Pruning
from engine.compress.quantising import Quantise
from engine.compress.units import Units
from engine.config import Experiment, NetworkConfig
from engine.data import datasets
from engine.deploy.about import About
from engine.deploy.export import plain_form
from engine.deploy.reference import probabilities
from engine.deploy.registry import FORMATS
from engine.deploy.weights import Weights, rounded
from engine.storage.model_file import SavedModel
from engine.training import TrainingFinished, train

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.deploy.export_format import ExportFormat

NETWORKS: dict[str, list[object]] = {
    "article": [12, 12],
    "wide": [48, 24],
    "cnn": [{"kind": "conv", "channels": 6, "batch_norm": True}, {"kind": "conv", "channels": 8}, 12],
    "lstm": [{"kind": "lstm", "units": 10}],
    "transformer": [
        {"kind": "patches", "width": 16, "size": 7},
        {"kind": "attention", "heads": 2},
        {"kind": "pool"},
    ],
}
WAYS: dict[str, tuple[Method, float]] = {
    "zeros": (Pruning(), 0.8),
    "units": (Units(), 0.5),
    "4 bits by group": (Quantise("group"), 4),
    "8 bits by channel": (Quantise("channel"), 8),
    "3 bits by tensor": (Quantise("tensor"), 3),
}
STORED_SO = {"4 bits by group": Weights.INT4, "8 bits by channel": Weights.INT8}


@pytest.fixture(scope="module", params=NETWORKS)
def trained(request: pytest.FixtureRequest) -> SavedModel:
    """Return a small network after one epoch on 200 generated digits."""
    torch.set_num_threads(1)
    experiment = Experiment(network=NetworkConfig(hidden=NETWORKS[request.param])).with_(  # type: ignore[arg-type]
        **{
            "data.generated_count": 200,
            "training.epochs": 1,
            "training.batch_size": 20,
            "training.threads": 1,
        }
    )
    data = datasets.load_split(experiment.data)
    *_, last = train(experiment, data)
    assert isinstance(last, TrainingFinished)
    return SavedModel(experiment, data.classes, data.test.image_shape, state=dict(last.state))


def smaller(saved: SavedModel, way: str) -> SavedModel:
    method, amount = WAYS[way]
    if method.obstacle(saved):
        pytest.skip(method.obstacle(saved))
    shrunk = method.shrink(saved, amount)
    experiment = saved.experiment.model_copy(update={"network": shrunk.network})
    return replace(saved, experiment=experiment, state=shrunk.state)


@pytest.mark.usefixtures("quick_compiler")
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("way", WAYS)
def test_it_leaves_as_it_is(
    trained: SavedModel, way: str, form: ExportFormat, digits: NDArray[np.uint8]
) -> None:
    if form.name == "c" and shutil.which("cc") is None:
        pytest.skip("there is no C compiler")
    saved = smaller(trained, way)
    network, form = plain_form(saved), form.for_model(saved)
    inside = probabilities(network, digits)
    for weights in {Weights.FLOAT32, STORED_SO.get(way, Weights.INT4)} & set(form.weights):
        found = form.answers(form.written(network, About.of(saved), weights), digits)

        np.testing.assert_allclose(found, probabilities(rounded(network, weights), digits), rtol=0, atol=1e-5)
        if weights is STORED_SO.get(
            way, Weights.FLOAT32
        ):  # its numbers are those that are stored: nothing is lost
            np.testing.assert_allclose(found, inside, rtol=0, atol=1e-5)
            assert (found.argmax(axis=1) == inside.argmax(axis=1)).all()


@pytest.mark.parametrize("way", STORED_SO)
def test_a_quantised_model_is_stored_to_the_last_bit(trained: SavedModel, way: str) -> None:
    network = plain_form(smaller(trained, way))
    for before, after in zip(network.arrays(), rounded(network, STORED_SO[way]).arrays(), strict=True):
        np.testing.assert_array_equal(before, after)
