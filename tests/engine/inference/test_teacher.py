"""A teacher says what its model says, the same to the bit however it is asked; one that does not fit is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.data.learnt import Learnt
from engine.errors import Cancelled, TrainingError
from engine.inference import Recognizer, teacher
from engine.inference.teacher import ask_teacher, logits_of, misfit_of, path_of, teacher_problem
from engine.layers import Layer
from engine.models.build import build
from engine.storage import model_file
from tests.engine.layers.networks import OF_IMAGES, network_of

CLASSES = ("a", "b", "c", "d")


@pytest.fixture(scope="module")
def split() -> Split:
    chance = np.random.default_rng(0)

    def part(count: int) -> Dataset:
        images = chance.integers(256, size=(count, 6, 6)).astype(np.uint8)
        return Dataset("noise", images, chance.integers(4, size=count), CLASSES)

    return Split(part(40), part(10), part(10))


@pytest.fixture
def experiment() -> Experiment:
    return Experiment().with_(**{"network.hidden": "8", "training.threads": 1})


MakeTeacher = Callable[..., Path]


@pytest.fixture
def make_teacher(tmp_path: Path, experiment: Experiment) -> MakeTeacher:
    def make(
        settings: Experiment = experiment,
        classes: tuple[str, ...] = CLASSES,
        shape: tuple[int, int, int] = (1, 6, 6),
        learnt: Learnt | None = None,
    ) -> Path:
        path = tmp_path / "teacher.safetensors"
        state = build(settings.network, image_shape=shape, classes=len(classes), seed=5).state_dict()
        model_file.save(
            path,
            experiment=settings,
            classes=classes,
            state=state,
            image_shape=shape,
            learnt=learnt or Learnt(),
        )
        return path

    return make


def pupil_of(path: Path | str, experiment: Experiment) -> Experiment:
    return experiment.with_(**{"training.teacher": str(path)})


@pytest.mark.parametrize("kind", OF_IMAGES, ids=lambda kind: kind.kind_name())
def test_a_teacher_of_every_kind_says_what_its_model_says(
    kind: type[Layer], make_teacher: MakeTeacher, experiment: Experiment, split: Split
) -> None:
    path = make_teacher(experiment.with_(**{"network.hidden": network_of(kind).hidden}))

    asked = ask_teacher(pupil_of(path, experiment), split)

    assert asked is not None
    assert asked.logits.shape == (40, 4)
    expected = Recognizer.load(path).probabilities(split.train.images)
    found = torch.from_numpy(asked.logits).softmax(1).numpy()
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_without_a_teacher_nobody_is_asked(experiment: Experiment, split: Split) -> None:
    assert ask_teacher(experiment, split) is None


@pytest.mark.parametrize(
    "hidden", ["8", "conv3,8", ({"kind": "patches", "size": 3}, {"kind": "attention", "heads": 2})]
)
def test_answers_are_the_same_to_the_bit_whatever_the_threads(
    hidden: Any,
    make_teacher: MakeTeacher,
    experiment: Experiment,
    split: Split,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(teacher, "AT_ONCE", 7)
    saved = model_file.load(make_teacher(experiment.with_(**{"network.hidden": hidden})))
    before = torch.get_num_threads()
    found = []
    for own in (1, 2):
        torch.set_num_threads(own)
        for threads in (1, 3):
            config = experiment.with_(**{"training.threads": threads}).training
            found.append(logits_of(saved, split.train, config))
            assert torch.get_num_threads() == own
    torch.set_num_threads(before)
    for other in found[1:]:
        np.testing.assert_array_equal(found[0], other)


def test_it_tells_how_far_it_is_and_can_be_cancelled(
    make_teacher: MakeTeacher, experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(teacher, "AT_ONCE", 10)
    pupil = pupil_of(make_teacher(), experiment)
    told: list[tuple[str, float]] = []

    ask_teacher(pupil, split, progress=lambda words, share: told.append((str(words), share)))
    with pytest.raises(Cancelled):
        ask_teacher(pupil, split, cancelled=lambda: len(told) == 4)

    assert told[:4] == [("Asking the teacher", share) for share in (0.25, 0.5, 0.75, 1.0)]


def test_colours_are_asked_as_well(make_teacher: MakeTeacher, experiment: Experiment) -> None:
    images = np.random.default_rng(0).integers(256, size=(9, 6, 5, 3)).astype(np.uint8)
    data = Dataset("colours", images, np.arange(9) % 4, CLASSES)
    path = make_teacher(shape=(3, 6, 5))
    asked = ask_teacher(pupil_of(path, experiment), Split(data, data, data))
    assert asked is not None
    expected = Recognizer.load(path).probabilities(images)
    np.testing.assert_allclose(torch.from_numpy(asked.logits).softmax(1).numpy(), expected, atol=1e-6)


@pytest.mark.parametrize(
    ("shape", "classes", "words"),
    [
        ((1, 6, 5), CLASSES, "of the shape 1 × 6 × 5, and those here have 1 × 6 × 6"),
        ((3, 6, 6), CLASSES, "of the shape 3 × 6 × 6"),
        ((1, 6, 6), CLASSES[::-1], "in another order"),
        ((1, 6, 6), CLASSES[:3], "other classes apart: a, b, c, and here there are a, b, c, d"),
        ((1, 6, 6), (*CLASSES[:3], "x"), "other classes apart"),
        ((1, 6, 6), tuple(f"n{number}" for number in range(30)), "n11 and 18 more"),
    ],
)  # fmt: skip
def test_one_that_does_not_fit_is_refused(
    shape: tuple[int, int, int],
    classes: tuple[str, ...],
    words: str,
    make_teacher: MakeTeacher,
    experiment: Experiment,
    split: Split,
) -> None:
    path = make_teacher(classes=classes, shape=shape)

    with pytest.raises(TrainingError, match="cannot begin with this teacher") as caught:
        ask_teacher(pupil_of(path, experiment), split)

    assert words in caught.value.cause
    assert "Choose another model" in caught.value.remedy
    assert words in teacher_problem(str(path), split)
    assert teacher_problem(str(path)) == ""


def test_one_that_fits_has_no_problem(make_teacher: MakeTeacher, split: Split) -> None:
    path = make_teacher()
    assert teacher_problem(str(path), split) == ""
    assert misfit_of(model_file.describe(path), split.train) == ""


@pytest.mark.parametrize("content", [None, b"", b"{}" * 99])
def test_a_file_that_is_missing_or_damaged_is_refused(
    content: bytes | None, tmp_path: Path, experiment: Experiment, split: Split
) -> None:
    path = tmp_path / "teacher.safetensors"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(TrainingError, match="cannot begin with this teacher") as caught:
        ask_teacher(pupil_of(path, experiment), split)

    assert str(path) in caught.value.cause
    assert str(path) in teacher_problem(str(path))


@pytest.mark.parametrize("text", ["\0", "no\nsuch", "~", "x" * 4000, "/dev/zero", "."])
def test_odd_paths_are_refused_as_well(text: str, experiment: Experiment, split: Split) -> None:
    with pytest.raises(TrainingError, match="cannot begin with this teacher"):
        ask_teacher(pupil_of(text, experiment), split)
    assert teacher_problem(text)


def test_the_home_folder_may_be_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert path_of("~/model.safetensors") == tmp_path / "model.safetensors"
    assert path_of("~nobody-of-that-name/x") == Path("~nobody-of-that-name/x")


def test_answers_that_are_no_numbers_are_refused(
    make_teacher: MakeTeacher, experiment: Experiment, split: Split
) -> None:
    saved = model_file.load(make_teacher())
    huge = {name: tensor * (1e30 if "weight" in name else 1) for name, tensor in saved.state.items()}
    with pytest.raises(TrainingError) as caught:
        logits_of(replace(saved, state=huge), split.train, experiment.training)
    assert "infinite, or not a number" in caught.value.cause


def test_more_than_there_is_memory_for_is_refused(
    make_teacher: MakeTeacher, experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = model_file.load(make_teacher())
    monkeypatch.setattr("engine.runtime.available_memory", lambda: 1000)
    with pytest.raises(TrainingError, match="not enough memory"):
        logits_of(saved, split.train, experiment.training)
