"""Models that go on with text leave the program as ONNX and as a script in PyTorch; other forms say why not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.deploy.export import export
from engine.deploy.onnx.evaluate import evaluated
from engine.deploy.onnx.model import OnnxModel
from engine.deploy.registry import FORMATS, format_named
from engine.deploy.service.served import served
from engine.deploy.weights import Weights
from engine.errors import ExportError, ServiceError
from engine.inference import Recognizer
from engine.models.build import build
from engine.storage.model_file import SavedModel
from tests.engine.training.texts import CLASSES, EXPERIMENT, WIDTH, backwards

SHAPE = (WIDTH, len(CLASSES))
WORDS = ("embedding8,attention2,attention2", "embedding8,lstm6,gru5", "lstm6", "none")


def saved(words: str) -> SavedModel:
    experiment = EXPERIMENT.with_(**{"network.hidden": words})
    model = build(experiment.network, image_shape=SHAPE, classes=len(CLASSES), seed=3)
    with torch.no_grad():
        for tensor in model.parameters():
            tensor.add_(torch.randn(tensor.shape, generator=torch.Generator().manual_seed(1)), alpha=0.3)
    return SavedModel(experiment, CLASSES, SHAPE, goal="characters", state=model.state_dict())


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("form", ["onnx", "code"])
def test_it_answers_as_in_here(words: str, form: str, tmp_path: Path) -> None:
    exported = export(saved(words), tmp_path / "model", format_named(form))
    assert exported.max_difference < 1e-5
    assert exported.count >= 10


def test_an_onnx_file_takes_places_in_the_alphabet(tmp_path: Path) -> None:
    model = saved(WORDS[0])
    path = export(model, tmp_path / "model", format_named("onnx")).path
    texts = backwards().test.images
    found, _ = evaluated(
        OnnxModel.from_bytes(path.read_bytes()), {"characters": texts.astype(np.int64)}, "probabilities"
    )
    np.testing.assert_allclose(found, Recognizer.of(model).probabilities(texts), atol=1e-5)


@pytest.mark.parametrize("weights", [Weights.FLOAT16, Weights.INT8])
def test_its_weights_are_rounded_like_others(weights: Weights, tmp_path: Path) -> None:
    exported = export(saved(WORDS[0]), tmp_path / "model", format_named("onnx"), weights=weights)
    assert 0 < exported.rounding_difference < 0.2
    assert 0 <= exported.changed <= exported.count


@pytest.mark.parametrize("form", [form.name for form in FORMATS if form.name not in ("onnx", "code")])
def test_other_forms_say_that_it_takes_text(form: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="takes text"):
        export(saved(WORDS[0]), tmp_path / "model", format_named(form))


def test_it_is_not_served() -> None:
    with pytest.raises(ServiceError, match="takes text"):
        served(saved(WORDS[0]))


def test_the_script_trains_such_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is run as it stands there, on the file that it asks for, and learns what it is to learn."""
    experiment = EXPERIMENT.with_(
        **{"training.epochs": 40, "data.dataset": "adding", "data.validation_share": 0.2}
    )
    model = saved(WORDS[0])
    model = SavedModel(experiment, CLASSES, SHAPE, goal="characters", state=model.state)
    data = backwards()
    np.savez(
        tmp_path / "adding.npz",
        images=np.concatenate([data.train.images, data.test.images]),
        labels=np.concatenate([data.train.labels, data.test.labels]),
        is_test=np.arange(60) >= 40,
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["script"])
    script = format_named("code").for_model(model).written(None, None).decode()  # type: ignore[arg-type]
    told: list[str] = []
    with torch.random.fork_rng(devices=[]):
        before = torch.get_num_threads()
        try:
            exec(compile(script, "script", "exec"), {"print": told.append, "__name__": "__main__"})  # noqa: S102
        finally:
            torch.set_num_threads(before)
    assert len(told) == 41
    assert float(told[-1].split()[2].rstrip("%")) > 60
