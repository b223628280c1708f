"""A model leaves the program: proved, kept only if it agrees, and never half."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.config import Experiment, NetworkConfig
from engine.deploy.about import About
from engine.deploy.activations import with_levels
from engine.deploy.c.format import C
from engine.deploy.code.format import CODE
from engine.deploy.export import export, plain_form, target_of
from engine.deploy.export_format import ExportFormat
from engine.deploy.onnx.format import ONNX
from engine.deploy.operations import PlainNetwork
from engine.deploy.proof import image_count, images_for, largest_difference
from engine.deploy.reference import probabilities
from engine.deploy.registry import FORMATS, format_named
from engine.deploy.script.format import SCRIPT
from engine.deploy.weights import Activations, Weights, rounded
from engine.errors import Cancelled, DataError, ExportError, NetSketchError
from engine.evaluation.gate import Outcome
from engine.storage import model_file
from engine.storage.model_file import SavedModel
from engine.training.private.promise import SPENT
from engine.words import Phrase
from tests.engine.deploy.networks import SHAPE, plain_named, shaken


class Plain(ExportFormat):
    """Keeps nothing, and answers by the plain operations; ``wrong`` is added to each answer."""

    name: ClassVar[str] = "plain"
    title: ClassVar[Phrase] = Phrase("Plain")
    use: ClassVar[Phrase] = Phrase("For tests.")
    ending: ClassVar[str] = ".plain"
    weights: ClassVar[tuple[Weights, ...]] = (Weights.FLOAT32, Weights.INT8)
    activations: ClassVar[tuple[Activations, ...]] = tuple(Activations)

    def __init__(self, wrong: float = 0.0) -> None:
        self.wrong = wrong

    def written(self, network: PlainNetwork, about: About, weights: Weights = Weights.FLOAT32) -> bytes:
        self.network = rounded(network, weights)
        return repr(about.record).encode()

    def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        assert content
        return probabilities(self.network, images) + np.float32(self.wrong)


def saved(path: Path, hidden: Any = (8,), **changes: Any) -> SavedModel:
    shape, classes = changes.pop("shape", (1, 28, 28)), changes.pop("classes", tuple("0123456789"))
    experiment = Experiment().model_copy(update={"network": NetworkConfig(hidden=hidden)})
    model = shaken(experiment.network, shape=shape, classes=len(classes))
    experiment = experiment.with_(**{"evaluation.gate": changes.pop("gate", 0.0)})
    what = {"experiment": experiment, "classes": classes, "image_shape": shape, **changes}
    model_file.save(path, state=model.state_dict(), **what)
    return model_file.load(path)


@pytest.fixture
def model(tmp_path: Path) -> SavedModel:
    return saved(tmp_path / "model.safetensors")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.deploy.proof.MOST_IMAGES", 60)


def test_it_is_proved_and_kept(model: SavedModel, tmp_path: Path) -> None:
    done = export(model, tmp_path / "out.plain", Plain())

    assert done.count == 60
    assert 0 <= done.max_difference < 1e-5
    assert done.size == done.path.stat().st_size
    assert done.format == "plain"


@pytest.mark.parametrize("wrong", [2e-4, -2e-4, float("nan"), float("inf")])
def test_what_answers_otherwise_is_not_kept(model: SavedModel, tmp_path: Path, wrong: float) -> None:
    path = tmp_path / "out.plain"
    path.write_bytes(b"of before")

    with pytest.raises(
        ExportError, match=r"Nothing was exported: as “plain” the model would answer otherwise"
    ):
        export(model, path, Plain(wrong))

    assert path.read_bytes() == b"of before"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["model.safetensors", "out.plain"]


def test_the_difference_told_is_the_largest(model: SavedModel, tmp_path: Path) -> None:
    done = export(model, tmp_path / "out", Plain(5e-5))

    assert done.max_difference == pytest.approx(5e-5, abs=2e-6)
    assert done.path == tmp_path / "out.plain"


def test_largest_difference() -> None:
    zeros = np.zeros((2, 3), np.float32)
    other = zeros.copy()
    other[1, 2] = -0.25
    assert largest_difference(zeros, other) == 0.25
    assert np.isnan(largest_difference(zeros, zeros[:1]))
    assert np.isnan(largest_difference(zeros, other * np.float32(np.nan)))


def test_images_are_the_same_each_time_and_of_the_models_form() -> None:
    first, second = (images_for((1, 28, 28), 30, lambda: False) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert first.shape == (30, 28, 28)
    assert images_for((3, 32, 20), 30, lambda: False).shape == (30, 32, 20, 3)
    assert images_for((1, 5, 7), 30, lambda: False).shape == (30, 5, 7)


def test_of_much_work_there_are_fewer_images(monkeypatch: pytest.MonkeyPatch) -> None:
    _, plain = plain_named("lstm")
    assert image_count(plain, 1000) == 60
    assert image_count(plain, 10**10) == 10
    assert image_count(plain, 18_000_000_000 // 40 - 16 * plain.handled) == 40
    assert image_count(plain, 18_000_000_000 // 40 - 16 * plain.handled, 3) == 13
    monkeypatch.setattr("engine.deploy.proof.MOST_ANSWERS", 10 * 31)
    assert image_count(plain, 1000) == 31
    monkeypatch.setattr("engine.deploy.proof.MOST_PIXELS", 28 * 28 * 25)
    assert image_count(plain, 1000) == 25
    assert plain.calls == 28 + 4  # a recurrence of so many steps, and what is before and behind it
    monkeypatch.setattr("engine.deploy.proof.MOST_CALLS", plain.calls)
    monkeypatch.setattr("engine.deploy.reference.AT_ONCE", 15 * plain.numbers_per_image)
    assert image_count(plain, 1000) == 15


def test_asked_to_stop_at_any_step(model: SavedModel, tmp_path: Path) -> None:
    """Whenever that is: nothing is written."""
    steps: list[str] = []
    export(
        model, tmp_path / "all", Plain(), weights=Weights.INT8, progress=lambda what, _: steps.append(what)
    )
    (tmp_path / "all.plain").unlink()
    assert len(steps) == len(set(steps)) > 3
    for last in [*steps[:-1], ""]:
        told: list[str] = []
        with pytest.raises(Cancelled):
            export(
                model,
                tmp_path / "out",
                Plain(),
                weights=Weights.INT8,
                progress=lambda what, _, told=told: told.append(what),  # type: ignore[misc]
                cancelled=lambda last=last, told=told: not last or last in told,  # type: ignore[misc]
            )
        assert told == (steps[: steps.index(last) + 1] if last else [])
        assert [each.name for each in tmp_path.iterdir()] == ["model.safetensors"]


def test_rounded_weights_say_what_they_cost(model: SavedModel, tmp_path: Path) -> None:
    """What is written is held to the rounded network; how far that is from the model is told beside."""
    done = export(model, tmp_path / "out", Plain(), weights=Weights.INT8)

    assert done.weights is Weights.INT8
    assert done.max_difference == 0
    network, images = plain_form(model), images_for(SHAPE, 60, lambda: False)
    ours, small = (probabilities(each, images) for each in (network, rounded(network, Weights.INT8)))
    assert done.rounding_difference == pytest.approx(np.abs(ours - small).max(), abs=1e-6)
    assert 1e-4 < done.rounding_difference < 0.2
    assert done.changed == (ours.argmax(axis=1) != small.argmax(axis=1)).sum()
    assert done.about.record["rounding"] == {
        "weights": "int8",
        "largest_difference": done.rounding_difference,
        "changed": done.changed,
        "count": 60,
    }

    whole = export(model, tmp_path / "out", Plain())
    assert (whole.weights, whole.rounding_difference, whole.changed) == (Weights.FLOAT32, 0, 0)
    assert "rounding" not in whole.about.record


BOTH: dict[str, Any] = {"weights": Weights.INT8, "activations": Activations.INT8}


def test_rounded_activations_say_what_they_cost(
    model: SavedModel, tmp_path: Path, digits: NDArray[np.uint8]
) -> None:
    done = export(model, tmp_path / "out", Plain(), training_images=lambda: digits, **BOTH)

    assert (done.weights, done.activations) == (Weights.INT8, Activations.INT8)
    assert done.max_difference == 0
    network, images = plain_form(model), images_for(SHAPE, 60, lambda: False)
    both = rounded(with_levels(network, digits), Weights.INT8)
    ours, small = (probabilities(each, images) for each in (network, both))
    assert done.rounding_difference == pytest.approx(np.abs(ours - small).max(), abs=1e-6)
    weights_alone = export(model, tmp_path / "out", Plain(), weights=Weights.INT8)
    assert done.rounding_difference != weights_alone.rounding_difference
    assert done.about.record["rounding"]["activations"] == "int8"
    assert "activations" not in weights_alone.about.record["rounding"]


def test_steps_of_activations_are_told_and_can_be_stopped(model: SavedModel, tmp_path: Path) -> None:
    images = images_for(SHAPE, 30, lambda: False)
    steps: list[str] = []

    def told(what: str, _share: float) -> None:
        steps.append(what)

    export(model, tmp_path / "out", Plain(), training_images=lambda: images, progress=told, **BOTH)
    assert steps[:2] == ["Reading training examples", "Finding the range of activations"]
    for count in range(1, 4):
        asked = iter(range(count))
        with pytest.raises(Cancelled):
            export(
                model,
                tmp_path / "other",
                Plain(),
                training_images=lambda: images,
                cancelled=lambda asked=asked: next(asked, None) is None,  # type: ignore[misc]
                **BOTH,
            )
    assert not (tmp_path / "other.plain").exists()


def test_no_export_but_code_holds_the_seed(model: SavedModel) -> None:
    seed = 1_234_567_891  # by which the noise of a private training can be drawn again
    seeded = replace(model, experiment=model.experiment.with_(**{"training.seed": seed}))
    network, about = plain_form(seeded), About.of(seeded)
    holding = [
        form.name
        for form in FORMATS
        if str(seed).encode() in form.for_model(seeded).written(network, about, Weights.FLOAT32)
    ]
    assert holding == [CODE.name]


def test_activations_that_cannot_be_rounded(model: SavedModel, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"need weights as int8\. Only products of two such"):
        export(model, tmp_path / "out", Plain(), activations=Activations.INT8)
    with pytest.raises(ExportError, match="without training examples"):
        export(model, tmp_path / "out", Plain(), **BOTH)
    private = replace(model, results={SPENT: 1.0})
    with pytest.raises(ExportError, match="does not cover that"):
        export(private, tmp_path / "out", Plain(), training_images=lambda: pytest.fail("asked"), **BOTH)

    def gone() -> NDArray[np.uint8]:
        raise DataError("The data is gone.")

    with pytest.raises(DataError, match="is gone"):
        export(model, tmp_path / "out", Plain(), training_images=gone, **BOTH)
    for form in FORMATS:
        if Activations.INT8 not in form.activations:
            with pytest.raises(
                ExportError, match=f"cannot multiply activations as int8. {form.no_whole_numbers}"
            ):
                export(model, tmp_path / "out", form, activations=Activations.INT8)
    assert [each.name for each in tmp_path.iterdir()] == ["model.safetensors"]


def test_what_answers_otherwise_is_not_hidden_by_rounding(model: SavedModel, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="would answer otherwise"):
        export(model, tmp_path / "out", Plain(wrong=2e-4), weights=Weights.INT8)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("engine.deploy.export.plain_form", lambda _: plain_named("dense")[1])
        with pytest.raises(ExportError, match="would answer otherwise"):
            export(model, tmp_path / "out", Plain(), weights=Weights.INT8)


def test_weights_may_be_said_by_name(model: SavedModel, tmp_path: Path) -> None:
    name: Any
    for name in ("float32", "int8"):
        by_name, by_kind = (
            export(model, tmp_path / "out", Plain(), weights=each) for each in (name, Weights(name))
        )
        assert by_name.weights is by_kind.weights
        assert by_name.rounding == by_kind.rounding
    name = "int3"
    with pytest.raises(ExportError, match="cannot be stored as “int3”"):
        export(model, tmp_path / "out", Plain(), weights=name)


def test_weights_that_a_format_cannot_hold(model: SavedModel, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"“plain” cannot hold weights as float16. It can: float32, int8\."):
        export(model, tmp_path / "out", Plain(), weights=Weights.FLOAT16)
    assert [each.name for each in tmp_path.iterdir()] == ["model.safetensors"]


def test_asked_to_stop_while_it_is_proved(model: SavedModel, tmp_path: Path) -> None:
    """Ctrl-C ends a compiler, too, whose failure is no error then."""

    class Interrupted(Plain):
        stopped = False

        def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
            self.stopped = True
            raise ExportError("The compiler was ended.")

    form = Interrupted()
    with pytest.raises(Cancelled):
        export(model, tmp_path / "out", form, cancelled=lambda: form.stopped)
    with pytest.raises(ExportError, match="was ended"):
        export(model, tmp_path / "out", form)


def test_no_room_to_prove_it(model: SavedModel, tmp_path: Path) -> None:
    class Full(Plain):
        def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(
        ExportError, match=r"could not be proved. The system says: No space left on device\. See"
    ):
        export(model, tmp_path / "out", Full())
    assert [each.name for each in tmp_path.iterdir()] == ["model.safetensors"]


@pytest.mark.parametrize("name", ["model.safetensors", "other.safetensors", "link.plain"])
def test_no_model_is_replaced(name: str, model: SavedModel, tmp_path: Path) -> None:
    """Neither the exported one nor another, whatever they are called."""
    kept = (tmp_path / "model.safetensors").read_bytes()
    (tmp_path / "other.safetensors").write_bytes(kept)
    (tmp_path / "link.plain").hardlink_to(tmp_path / "model.safetensors")
    with pytest.raises(ExportError, match="is a model and would be lost"):
        export(model, tmp_path / name, Plain())
    assert (tmp_path / name).read_bytes() == kept


def test_no_folder(model: SavedModel, tmp_path: Path) -> None:
    with pytest.raises(NetSketchError, match="folder does not exist"):
        export(model, tmp_path / "missing" / "out.plain", Plain())


@pytest.mark.parametrize(
    ("bound", "why"),
    [("MOST_WORK", "multiplications"), ("MOST_NUMBERS", "numbers of one example"), ("MOST_CALLS", "steps")],
)
def test_a_network_too_large_to_be_proved(
    bound: str, why: str, model: SavedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"engine.deploy.export.{bound}", 4)
    with pytest.raises(ExportError, match=f"too large to leave the program.*{why}.* 4 are the most"):
        export(model, tmp_path / "out.plain", Plain())


@pytest.mark.parametrize(
    ("gate", "accuracy", "verdict"),
    [
        (0.9, 0.9, Outcome.PASSED),
        (0.9, 0.89, Outcome.NOT_PASSED),
        (0.0, 0.89, None),
        (0.9, None, None),
    ],
)
def test_what_the_gate_says_goes_along(
    gate: float, accuracy: float | None, verdict: Outcome | None, tmp_path: Path
) -> None:
    results = {} if accuracy is None else {"test_accuracy": accuracy}
    about = About.of(saved(tmp_path / "model.safetensors", gate=gate, results=results))

    assert about.verdict is verdict
    told = about.record.get("gate")
    assert told == (None if verdict is None else {"pass_mark": gate, "verdict": verdict.value})
    assert about.record.get("test_accuracy") == accuracy
    assert about.layers == "8"


def test_formats_are_found_by_name() -> None:
    for form in FORMATS:
        assert format_named(form.name) is form
        assert form.ending.startswith(".")
        assert form.title
        assert form.use.endswith(".")
    with pytest.raises(ExportError, match=r"cannot be exported as “tea”.*Formats are: web, script"):
        format_named("tea")


def test_script_of_other_images_says_why_not(tmp_path: Path) -> None:
    model = saved(tmp_path / "model.safetensors", shape=(1, 32, 32), classes=("a", "b"))
    with pytest.raises(ExportError, match=r"takes images of shape \(1, 32, 32\)"):
        export(model, tmp_path / "out.py", format_named("script"))


def test_weights_that_make_no_numbers(model: SavedModel, tmp_path: Path) -> None:
    """A file may hold weights so large that nothing comes of them: then nothing is kept."""
    state = {
        name: tensor * 1e30 if name.startswith("hidden") else tensor * 1e10
        for name, tensor in model.state.items()
    }
    with pytest.raises(
        ExportError, match=r"the model does not answer.*60 examples.*no numbers for \d+ of them"
    ):
        export(replace(model, state=state), tmp_path / "out.plain", Plain())
    assert not (tmp_path / "out.plain").exists()


@pytest.mark.parametrize(("name", "form", "becomes"), [
    ("digit", ONNX, "digit.onnx"), ("digit.onnx", ONNX, "digit.onnx"), ("digit.txt", SCRIPT, "digit.txt"),
    ("digit.py", CODE, "digit.py"), ("digit.py", SCRIPT, "digit.py"), ("digit.v1", C, "digit.v1"),
    ("digit.c", ONNX, ""), ("digit.C", ONNX, ""), ("digit.py", C, ""), ("digit.html", CODE, ""),
])  # fmt: skip
def test_no_file_is_taken_for_one_of_another_form(name: str, form: ExportFormat, becomes: str) -> None:
    if becomes:
        assert target_of(Path(name), form) == Path(becomes)
    else:
        with pytest.raises(
            ExportError, match=f"{name}.*would be taken for something else.*end in {form.ending}"
        ):
            target_of(Path(name), form)
