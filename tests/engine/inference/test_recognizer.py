from __future__ import annotations

import subprocess
import sys
import threading
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from engine.config import Experiment
from engine.errors import DataError, ModelError, ModelFileError
from engine.inference import Recognizer
from engine.models.build import build
from engine.storage import model_file
from tests.engine.data.doubt.conftest import made

CLASSES = tuple("0123456789")
EXPERIMENT = Experiment().with_(
    **{"network.hidden": ({"size": 12, "dropout": 0.5}, {"size": 7}), "network.batch_norm": True}
)
IMAGES = np.random.default_rng(0).integers(0, 256, (5, 28, 28), dtype=np.uint8)


def model(seed: int) -> nn.Module:
    return build(EXPERIMENT.network, mean=0.2, deviation=0.4, seed=seed).eval()


def recognizer(seed: int = 1) -> Recognizer:
    return Recognizer(EXPERIMENT, CLASSES, model(seed).state_dict())


def expected(network: nn.Module, images: NDArray[np.uint8]) -> NDArray[np.float32]:
    with torch.inference_mode():
        return torch.softmax(network(torch.from_numpy(images / np.float32(255))[:, None]), dim=1).numpy()


def test_probabilities_are_those_of_the_model() -> None:
    found = recognizer().probabilities(IMAGES)

    assert found.shape == (5, 10)
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found, expected(model(1), IMAGES))
    np.testing.assert_allclose(found.sum(axis=1), 1, rtol=1e-5)


def test_one_image_may_come_alone() -> None:
    np.testing.assert_array_equal(recognizer().probabilities(IMAGES[3]), expected(model(1), IMAGES[3:4]))


def test_no_images_give_no_rows() -> None:
    assert recognizer().probabilities(IMAGES[:0]).shape == (0, 10)


def test_the_answer_belongs_to_the_caller() -> None:
    used = recognizer()
    first = used.probabilities(IMAGES)
    kept = first.copy()
    used.probabilities(255 - IMAGES)

    np.testing.assert_array_equal(first, kept)
    first[:] = 0  # writable, too


@pytest.mark.parametrize("images", [IMAGES[::2], IMAGES.transpose(0, 2, 1), np.asfortranarray(IMAGES)])
def test_images_may_lie_in_memory_as_they_like(images: NDArray[np.uint8]) -> None:
    images = images.view()
    images.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = recognizer().probabilities(images)

    np.testing.assert_allclose(found, expected(model(1), np.ascontiguousarray(images)), rtol=1e-5)


@pytest.mark.parametrize(
    "images",
    [
        IMAGES.astype(np.float32),
        IMAGES[:, :27],
        IMAGES[..., None],
        np.zeros(784, dtype=np.uint8),
        np.zeros(()),
    ],
)
def test_other_images_are_refused(images: NDArray[np.uint8]) -> None:
    with pytest.raises(DataError, match="do not fit the model"):
        recognizer().probabilities(images)


def test_a_model_for_colour_takes_colour() -> None:
    shape = (3, 4, 5)
    state = build(EXPERIMENT.network, image_shape=shape, classes=2).state_dict()
    used = Recognizer(EXPERIMENT, ("yes", "no"), state, image_shape=shape)

    assert used.probabilities(np.zeros((6, 4, 5, 3), dtype=np.uint8)).shape == (6, 2)
    assert used.probabilities(np.zeros((4, 5, 3), dtype=np.uint8)).shape == (1, 2)


def test_its_weights_are_its_own() -> None:
    trained = model(1)
    used = Recognizer(EXPERIMENT, CLASSES, trained.state_dict())
    before = used.probabilities(IMAGES)

    with torch.no_grad():
        for weights in trained.parameters():
            weights.add_(1)
    used.state["output.bias"].add_(1)

    np.testing.assert_array_equal(used.probabilities(IMAGES), before)


def test_update_takes_other_weights_over() -> None:
    used = recognizer(1)
    state = model(2).state_dict()
    used.update(state)
    state["output.bias"].add_(1)

    np.testing.assert_array_equal(used.probabilities(IMAGES), recognizer(2).probabilities(IMAGES))


def test_weights_of_another_network_are_refused_whole() -> None:
    used = recognizer()
    before = used.probabilities(IMAGES)
    state = model(2).state_dict()
    state["output.bias"] = torch.zeros(1)  # would fit by broadcasting

    with pytest.raises(ModelError, match="do not belong"):
        used.update(state)
    with pytest.raises(ModelError, match="do not belong"):
        used.update({})

    np.testing.assert_array_equal(used.probabilities(IMAGES), before)


def test_it_says_what_it_is() -> None:
    used = recognizer()

    assert used.experiment == EXPERIMENT
    assert used.classes == CLASSES
    assert used.image_shape == (1, 28, 28)
    assert used.state.keys() == model(1).state_dict().keys()


def test_a_saved_model_recognises_the_same_to_the_bit(tmp_path: Path) -> None:
    used = recognizer()
    model_file.save(
        tmp_path / "model.safetensors",
        experiment=used.experiment,
        classes=used.classes,
        state=used.state,
        image_shape=used.image_shape,
    )

    loaded = Recognizer.load(tmp_path / "model.safetensors")

    np.testing.assert_array_equal(loaded.probabilities(IMAGES), used.probabilities(IMAGES))


def test_what_is_no_model_is_not_loaded(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError):
        Recognizer.load(tmp_path / "missing.safetensors")


def test_neither_threads_nor_random_numbers_nor_gradients_are_touched() -> None:
    threads, random_state = torch.get_num_threads(), torch.get_rng_state()

    used = recognizer()
    used.update(model(2).state_dict())
    used.probabilities(IMAGES)

    assert torch.get_num_threads() == threads
    assert torch.equal(torch.get_rng_state(), random_state)
    assert torch.is_grad_enabled()
    assert not any(tensor.requires_grad for tensor in used.state.values())


def test_while_weights_change_every_answer_is_of_one_state() -> None:
    used = recognizer(1)
    states = [model(seed).state_dict() for seed in (1, 2)]
    answers = [recognizer(seed).probabilities(IMAGES[:1]).tobytes() for seed in (1, 2)]
    done = threading.Event()
    found: set[bytes] = set()

    def ask() -> None:
        while not done.is_set():
            found.add(used.probabilities(IMAGES[:1]).tobytes())

    askers = [threading.Thread(target=ask) for _ in range(2)]
    for asker in askers:
        asker.start()
    for turn in range(300):
        used.update(states[turn % 2])
    done.set()
    for asker in askers:
        asker.join()

    assert found <= set(answers)
    assert found


@pytest.mark.slow
def test_torch_is_loaded_only_with_the_recognizer() -> None:
    code = """
import os, sys
import engine.inference
print("torch" in sys.modules, flush=True)
class Asked:
    def find_spec(self, name, *_):
        if name == "torch":  # it takes two seconds, and that it is asked for is all that matters
            print("asked", flush=True)
            os._exit(0)
sys.meta_path.insert(0, Asked())
engine.inference.Recognizer
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "asked"]


def test_other_names_are_still_unknown() -> None:
    import engine.inference

    with pytest.raises(AttributeError, match="Recogniser"):
        engine.inference.Recogniser  # noqa: B018


def test_it_doubts_what_its_doubt_does() -> None:
    used = recognizer()
    assert used.doubts(IMAGES).tolist() == [0.0] * len(IMAGES), "nothing is claimed"

    used.doubt = made(len(CLASSES))
    np.testing.assert_array_equal(used.doubts(IMAGES), used.doubt.doubts(IMAGES))
    assert used.doubts(IMAGES[0]).shape == (1,)
    with pytest.raises(DataError):
        used.doubts(IMAGES[:, :5])


def test_a_doubt_comes_with_the_model_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    model_file.save(
        path,
        experiment=EXPERIMENT,
        classes=CLASSES,
        state=model(1).state_dict(),
        image_shape=(1, 28, 28),
        doubt=made(len(CLASSES)),
    )

    np.testing.assert_array_equal(Recognizer.load(path).doubts(IMAGES), made(len(CLASSES)).doubts(IMAGES))
