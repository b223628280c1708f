"""Each kind of layer as code: its first weights are drawn as this program's are, and its answers are the same."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.choices import Initialisation
from engine.config import Experiment
from engine.deploy.code.format import CODE
from engine.deploy.code.keras import keras_obstacle
from engine.deploy.code.pytorch import IMPORTS, NETWORK, TRAINING, Subject, pytorch_script
from engine.deploy.script.format import SCRIPT
from engine.errors import ExportError
from engine.models.build import build
from tests.engine.deploy.networks import HIDDEN, SHAPE, network_named, saved_as, shaken
from tests.engine.layers.throwaway_kinds import register


@pytest.mark.parametrize("initialisation", Initialisation)
@pytest.mark.parametrize("name", HIDDEN)
def test_first_weights_are_drawn_alike(name: str, initialisation: Initialisation) -> None:
    network = network_named(name).model_copy(update={"initialisation": initialisation})
    ours = build(network, seed=5)
    text = CODE.for_model(saved_as(network, ours)).script().decode()
    part = text[text.index(NETWORK) : text.index(TRAINING)]
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(5)
        theirs = SCRIPT.loaded(f"{IMPORTS}\n{part}".encode()).network

    kept = [value for key, value in ours.state_dict().items() if not key.startswith("normalize")]
    for wanted, found in zip(kept, theirs.state_dict().values(), strict=True):
        wanted, found = wanted.flatten().double(), found.flatten().double()
        assert wanted.shape == found.shape
        if len(wanted) == 1 or wanted.std() == 0 or wanted.unique().numel() == 2:  # biases, norms, counts
            assert torch.equal(wanted, found)
        elif len(wanted) > 300:
            assert abs(found.std() / wanted.std() - 1) < 3 / len(wanted) ** 0.5
            assert abs(found.abs().max() / wanted.abs().max() - 1) < 0.5


def test_colours(digits: NDArray[np.uint8]) -> None:
    network = network_named("conv even")
    model = shaken(network, shape=(3, 28, 20))
    saved = saved_as(network, model)
    saved = type(saved)(Experiment(network=network), saved.classes, (3, 28, 20), state=model.state_dict())
    form = CODE.for_model(saved)
    images = np.random.default_rng(1).integers(0, 256, (6, 28, 20, 3), np.uint8)

    found = form.answers(form.script(), images)

    pixels = torch.from_numpy(images).permute(0, 3, 1, 2) / 255
    with torch.inference_mode():
        wanted = model(pixels).softmax(dim=1).numpy()
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-5)
    assert SHAPE != saved.image_shape


def test_a_kind_that_says_no_code_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch)
    experiment = Experiment().with_(**{"network.hidden": "twin16,8"})
    with pytest.raises(ExportError, match="does not yet say how it is written in PyTorch"):
        pytorch_script(Subject(experiment))
    assert keras_obstacle(experiment) == "Keras' words are told of dense layers alone."
