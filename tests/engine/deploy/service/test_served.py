from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.config import Experiment
from engine.deploy.reference import probabilities
from engine.deploy.service.served import served, served_from
from engine.errors import Cancelled, NetSketchError, ServiceError
from engine.storage import model_file
from engine.storage.model_file import SavedModel
from tests.engine.deploy.networks import SHAPE, network_named, shaken

ROOT = Path(__file__).parents[4]


@pytest.fixture
def file_of(saved: SavedModel, tmp_path: Path) -> Callable[[], Path]:
    def write() -> Path:
        path = tmp_path / "digits.safetensors"
        model_file.save(
            path,
            experiment=saved.experiment,
            classes=saved.classes,
            state=saved.state,
            image_shape=saved.image_shape,
        )
        return path

    return write


def test_without_torch_in_this_process(file_of: Callable[[], Path]) -> None:
    code = (
        "import sys; from pathlib import Path; from engine.deploy.service.served import served_from;"
        "from engine.deploy.service.service import Service;"
        "model = served_from(Path(sys.argv[1])); service = Service(model); service.start(); service.stop();"
        "print(model.about.name, model.most_images, 'torch' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, file_of()], capture_output=True, text=True, cwd=ROOT, timeout=120
    )
    assert done.stdout.split() == ["digits", "256", "False"], done.stderr


def test_where_no_process_can_be_begun_it_is_made_here(
    file_of: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, digits: NDArray[np.uint8], saved: SavedModel
) -> None:
    path = file_of()
    wanted = probabilities(served(saved).network, digits)
    for place, value in (("executable", str(path)), ("frozen", True)):
        monkeypatch.setattr(sys, place, value, raising=False)
        np.testing.assert_array_equal(probabilities(served_from(path).network, digits), wanted)


def test_waiting_for_it_can_be_ended(file_of: Callable[[], Path]) -> None:
    with pytest.raises(Cancelled):
        served_from(file_of(), cancelled=lambda: True)


def test_one_that_would_answer_otherwise_is_not_served(
    saved: SavedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "engine.deploy.reference.probabilities",
        lambda network, images: probabilities(network, images) + np.float32(0.001),
    )
    with pytest.raises(ServiceError, match="would answer otherwise"):
        served(saved)


def test_weights_without_bounds_are_not_served(saved: SavedModel) -> None:
    state = {name: torch.full_like(tensor, 3e38) for name, tensor in saved.state.items()}
    with pytest.raises(NetSketchError, match="would answer otherwise"):
        served(SavedModel(saved.experiment, saved.classes, SHAPE, state=state))


def test_of_much_work_a_request_may_have_fewer_images() -> None:
    network = network_named("conv")
    shape = (3, 300, 300)
    state = shaken(network, shape=shape).state_dict()
    large = served(SavedModel(Experiment(network=network), tuple("0123456789"), shape, state=state))
    assert 1 <= large.most_images < 20
    assert large.form == (300, 300, 3)
    assert large.page().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("bound", ["MOST_WORK", "MOST_NUMBERS", "MOST_CALLS"])
def test_what_is_too_large_for_an_export_is_not_served_either(
    bound: str, saved: SavedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"engine.deploy.export.{bound}", 4)
    with pytest.raises(NetSketchError, match="too large to leave the program"):
        served(saved)
