from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import load as from_bytes
from safetensors.torch import save as to_bytes

from engine.atomic import FileWriteError
from engine.config import Experiment
from engine.data.photo import DRAWN_SHAPE
from engine.errors import ModelFileError
from engine.models.build import build
from engine.storage import model_file, tensor_file
from engine.storage.model_file import SavedModel
from tests.engine.data.doubt.conftest import made

SHAPE = (1, 3, 3)
CLASSES = ("zero", "öne", "two")
EXPERIMENT = Experiment().with_(
    **{"network.hidden": "4,5", "network.batch_norm": True, "training.learning_rate": 0.1}
)
BATCH = torch.rand(7, *SHAPE, generator=torch.Generator().manual_seed(1))


def model(seed: int = 3, **changes: Any) -> torch.nn.Module:
    network = EXPERIMENT.with_(**changes).network
    return build(network, image_shape=SHAPE, classes=3, mean=0.25, deviation=0.5, seed=seed).eval()


def logits_of(saved: SavedModel) -> torch.Tensor:
    network = build(
        saved.experiment.network, image_shape=saved.image_shape, classes=len(saved.classes)
    ).eval()
    network.load_state_dict(saved.state)
    with torch.inference_mode():
        return network(BATCH)


def save(path: Path, **changes: Any) -> None:
    description = {
        "experiment": EXPERIMENT,
        "classes": CLASSES,
        "state": model().state_dict(),
        "image_shape": SHAPE,
    }
    model_file.save(path, **{**description, **changes})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "model.safetensors"
    save(file, results={"test_accuracy": 0.975, "validation_accuracy": 0.5})
    return file


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("whole") / "model.safetensors"
    save(file)
    return file.read_bytes()


def rewrite(path: Path, state: dict[str, torch.Tensor] | None = None, **metadata: str | None) -> None:
    """Make a file that says other things, with a checksum that agrees with them."""
    data = path.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    entries = json.loads(data[8 : 8 + length])["__metadata__"] | metadata
    entries = {name: value for name, value in entries.items() if value is not None}
    tensors = from_bytes(data) if state is None else state
    entries["checksum"] = tensor_file.checksum(entries, tensors)
    path.write_bytes(to_bytes(tensors, metadata=entries))


def refused(path: Path) -> str:
    with pytest.raises(ModelFileError) as caught:
        model_file.load(path)
    message = str(caught.value)
    assert "\n" not in message
    assert caught.value.remedy
    return message


def test_what_is_saved_comes_back(path: Path) -> None:
    saved = model_file.load(path)

    assert saved.experiment == EXPERIMENT
    assert saved.classes == CLASSES
    assert saved.image_shape == SHAPE
    assert saved.results == {"test_accuracy": 0.975, "validation_accuracy": 0.5}
    assert saved.created is not None
    assert saved.program_version


def test_the_logits_are_the_same_bit_for_bit(path: Path) -> None:
    with torch.inference_mode():
        expected = model()(BATCH)

    assert torch.equal(logits_of(model_file.load(path)), expected)


def test_the_model_may_be_trained_on_after_it_was_saved(tmp_path: Path) -> None:
    network = model()
    state = network.state_dict()
    save(tmp_path / "model.safetensors", state=state)

    with torch.no_grad():
        state["output.weight"].add_(1)

    loaded = model_file.load(tmp_path / "model.safetensors").state["output.weight"]
    assert torch.equal(loaded + 1, state["output.weight"])


def test_weights_that_share_memory_or_lie_crosswise_are_saved(tmp_path: Path) -> None:
    state = model().state_dict()
    expected = {name: tensor.clone() for name, tensor in state.items()}
    state["hidden_1.linear.weight"] = state["hidden_1.linear.weight"].T.contiguous().T
    state["hidden_2.norm.running_mean"] = state["hidden_2.linear.bias"]

    save(tmp_path / "model.safetensors", state=state)

    loaded = model_file.load(tmp_path / "model.safetensors").state
    assert torch.equal(loaded["hidden_1.linear.weight"], expected["hidden_1.linear.weight"])


def test_describe_tells_the_header_without_torch(path: Path) -> None:
    code = (
        "import sys; from engine.storage import model_file; d = model_file.describe(sys.argv[1]);"
        "print([layer.size for layer in d.experiment.network.hidden], 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[4, 5] False"


def test_results_that_are_no_numbers_are_left_out(tmp_path: Path) -> None:
    save(tmp_path / "model.safetensors", results={"loss": float("nan"), "accuracy": 0.5})

    assert model_file.load(tmp_path / "model.safetensors").results == {"accuracy": 0.5}


def test_the_header_is_readable_by_others(path: Path) -> None:
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()

    assert metadata["format_version"] == "1"
    assert json.loads(metadata["classes"]) == list(CLASSES)
    assert Experiment.model_validate_json(metadata["experiment"]) == EXPERIMENT


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_broken_weights_are_not_saved_over_good_ones(path: Path, value: float) -> None:
    before = path.read_bytes()
    state = {name: tensor.clone() for name, tensor in model().state_dict().items()}
    state["output.bias"][1] = value

    with pytest.raises(ModelFileError, match="not finite"):
        save(path, state=state)

    assert path.read_bytes() == before


def test_weights_of_another_network_are_not_saved(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="another form"):
        save(tmp_path / "model.safetensors", state=model(**{"network.hidden": "4,6"}).state_dict())

    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_said_when_saving(tmp_path: Path) -> None:
    with pytest.raises(FileWriteError, match="The folder does not exist"):
        save(tmp_path / "missing" / "model.safetensors")


def test_a_missing_file(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "missing.safetensors")


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.safetensors").touch()

    assert "is empty" in refused(tmp_path / "empty.safetensors")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"PK\x03\x04" + bytes(100),
        b"x",
        b"hello, this is a letter to a friend",
        struct.pack("<Q", 2**63) + b"{}",
        struct.pack("<Q", 2) + b"{}",
        struct.pack("<Q", 2) + b"[]",
        struct.pack("<Q", 19) + b'{"__metadata__":{}}',
    ],
)
def test_files_of_other_programs(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "foreign.safetensors").write_bytes(data)

    assert "is not a model of NetSketch" in refused(tmp_path / "foreign.safetensors")


@pytest.mark.parametrize("metadata", [None, {"format": "pt"}, {"experiment": "{}"}])
def test_safetensors_of_others(tmp_path: Path, metadata: dict[str, str] | None) -> None:
    file = tmp_path / "foreign.safetensors"
    file.write_bytes(to_bytes({"weight": torch.zeros(3)}, metadata=metadata))

    assert "does not say of which network" in refused(file)


@pytest.mark.parametrize(
    "header", [b"{" * 10_000, b"{" + b"\xff" * 9, b'{"a":' + b"9" * 9_999 + b"}", b'{"a": 1']
)
def test_a_header_that_is_no_json(tmp_path: Path, header: bytes) -> None:
    (tmp_path / "model.safetensors").write_bytes(struct.pack("<Q", len(header)) + header)

    assert "Its header cannot be read" in refused(tmp_path / "model.safetensors")


def test_a_header_said_to_be_longer_than_the_file(path: Path) -> None:
    path.write_bytes(struct.pack("<Q", 1_000_000) + path.read_bytes()[8:])

    assert "Its end is missing" in refused(path)


def test_a_newer_format(path: Path) -> None:
    rewrite(path, format_version="2", program_version="9.0", experiment="{what is this}")

    message = refused(path)

    assert "newer NetSketch" in message
    assert "program 9.0" in message


@pytest.mark.parametrize("version", ["", "0", "-1", "one", "²", "1" * 5000, None])
def test_a_format_version_that_is_none(path: Path, version: str | None) -> None:
    rewrite(path, format_version=version)

    assert "which version" in refused(path)


def test_unknown_settings_are_named_and_point_to_a_newer_program(path: Path) -> None:
    description = json.loads(EXPERIMENT.model_dump_json())
    description["training"]["patience"] = 3
    rewrite(path, experiment=json.dumps(description))

    message = refused(path)

    assert "training.patience is not a setting of this program" in message
    assert "newer" in message


def test_a_setting_out_of_bounds(path: Path) -> None:
    description = json.loads(EXPERIMENT.model_dump_json())
    description["training"]["epochs"] = -3
    rewrite(path, experiment=json.dumps(description))

    assert "Epochs must be at least 1" in refused(path)


@pytest.mark.parametrize(
    "metadata",
    [
        {"experiment": None},
        {"experiment": "no JSON"},
        {"experiment": "[]"},
        {"classes": "{}"},
        {"classes": "[]"},
        {"classes": "[1, 2, 3]"},
        {"classes": '["a", "b"]'},
        {"classes": "[" * 100_000},
        {"image_shape": "[1, 28]"},
        {"image_shape": "[1, 28, -28]"},
        {"image_shape": "[1, 28, 28.0]"},
        {"image_shape": "[true, true, true]"},
        {"image_shape": "[1, 60000, 60000]"},
        {"results": '{"accuracy": "good"}'},
        {"results": '{"accuracy": NaN}'},
        {"results": "[]"},
        {"checksum": "0"},
    ],
)
def test_a_header_that_lies(path: Path, metadata: dict[str, str | None]) -> None:
    rewrite(path, **metadata)
    if "checksum" in metadata:
        data = path.read_bytes()
        start = data.index(b'"checksum":"') + len(b'"checksum":"')
        path.write_bytes(data[:start] + b"0" * 64 + data[start + 64 :])

    refused(path)


@pytest.mark.parametrize("hidden", ["4", "4,5,6", "5,4", "10000000,10000000", ",".join(["1"] * 300), "none"])
def test_a_network_that_the_weights_are_not_of(path: Path, hidden: str) -> None:
    sizes = "" if hidden == "none" else hidden
    rewrite(path, experiment=EXPERIMENT.with_(**{"network.hidden": sizes}).model_dump_json())

    assert "weights" in refused(path)


def test_a_network_that_no_computer_could_hold(path: Path) -> None:
    experiment = EXPERIMENT.with_(**{"network.hidden": "1000000000,1000000000"})
    rewrite(path, experiment=experiment.model_dump_json())

    assert "numbers of one image, and 67,108,864 are the most" in refused(path)


@pytest.mark.parametrize(
    "change",
    [
        {"output.bias": torch.tensor([0.0, float("nan"), 0.0])},
        {"hidden_1.norm.running_var": torch.full((4,), float("inf"))},
        {"output.bias": torch.zeros(3, dtype=torch.float64)},
        {"output.bias": torch.zeros(3, dtype=torch.int32)},
        {"output.bias": torch.zeros(1, 3)},
        {"output.bias": torch.zeros(4)},
        {"output.bias": torch.zeros(0)},
        {"another": torch.zeros(3)},
    ],
)
def test_weights_that_do_not_fit(path: Path, change: dict[str, torch.Tensor]) -> None:
    rewrite(path, state=model_file.load(path).state | change)

    assert "weights" in refused(path)


def test_a_missing_weight(path: Path) -> None:
    state = model_file.load(path).state
    del state["normalize.mean"]
    rewrite(path, state=state)

    assert "normalize.mean" in refused(path)


def test_a_giant_file_is_refused_before_it_is_read(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(2**40)  # sparse: a terabyte to whoever reads it

    assert "does not hold the weights" in refused(path)


def test_one_flipped_bit_of_a_weight_is_found(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    path.write_bytes(data)

    assert "not those that were saved" in refused(path)


@pytest.mark.slow
@given(data=st.data())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_damage_gives_a_sound_model_or_one_clear_error(
    whole: bytes, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    damaged = damaged[: data.draw(st.integers(0, len(damaged)) | st.just(len(damaged)))]
    file = tmp_path_factory.getbasetemp() / "damaged.safetensors"
    file.write_bytes(damaged)

    try:
        saved = model_file.load(file)
    except ModelFileError:
        return

    assert logits_of(saved).isfinite().all()
    assert saved.classes == CLASSES


@given(rest=st.binary(max_size=200), length=st.integers(0, 250))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_any_bytes_give_one_clear_error(
    rest: bytes, length: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.safetensors"
    file.write_bytes(struct.pack("<Q", length) + rest)

    with pytest.raises(ModelFileError):
        model_file.load(file)


def test_a_file_one_may_not_read(path: Path) -> None:
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root and Windows may read anything")

    assert "cannot be read" in refused(path)


@pytest.mark.parametrize(
    ("given_path", "expected"),
    [
        ("a", "a.safetensors"),
        ("a.b", "a.b.safetensors"),
        ("a.safetensors", "a.safetensors"),
        ("A.SAFETENSORS",) * 2,
    ],
)
def test_the_ending_is_added_where_it_is_missing(given_path: str, expected: str) -> None:
    assert model_file.with_suffix(given_path) == Path(expected)


def save_drawn(path: Path, shape: tuple[int, ...] = DRAWN_SHAPE, **changes: Any) -> None:
    """Save a model of pictures, of drawings as they are prepared for MNIST's where nothing else is said."""
    state = build(EXPERIMENT.network, image_shape=shape, classes=len(CLASSES)).state_dict()
    save(path, state=state, image_shape=shape, **changes)


def test_a_doubt_is_kept_with_the_model(path: Path) -> None:
    doubt = made(len(CLASSES))
    save_drawn(path, doubt=doubt)

    saved = model_file.load(path)
    model_file.save_copy(path, saved)
    again = model_file.describe(path).doubt

    assert saved.doubt is not None
    assert again is not None
    assert again.to_text() == saved.doubt.to_text() == doubt.to_text()


@pytest.mark.parametrize("text", [None, "no doubt", made(len(CLASSES) + 1).to_text()])
def test_a_model_without_a_doubt_claims_nothing(path: Path, text: str | None) -> None:
    save_drawn(path)

    rewrite(path, doubt=text)
    assert model_file.load(path).doubt is None


def test_a_doubt_about_other_classes_is_left_out(path: Path) -> None:
    save_drawn(path, doubt=made(len(CLASSES) + 1))

    assert b"outer_bias" not in path.read_bytes()


@pytest.mark.parametrize("shape", [(3, 28, 28), (1, 32, 32)])
def test_a_doubt_of_a_model_that_takes_no_drawings_is_left_out(path: Path, shape: tuple[int, ...]) -> None:
    doubt = made(len(CLASSES))
    save_drawn(path, shape, doubt=doubt)
    assert b"outer_bias" not in path.read_bytes()

    rewrite(path, doubt=doubt.to_text())
    assert model_file.load(path).doubt is None
