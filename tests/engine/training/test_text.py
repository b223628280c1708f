"""Networks for texts are trained like all others: resumed to the bit, kept, opened, and measured by exact answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.errors import ModelFileError, NetSketchError, TrainingError
from engine.evaluation.characters_report import CharactersReport
from engine.evaluation.measure import measure
from engine.goals.registry import GOALS
from engine.inference import Recognizer
from engine.inference.writer import Writer
from engine.models.build import build, build_with
from engine.storage import model_file
from engine.storage.runs.file.header import stored_header
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder
from engine.training import EpochDone, TrainingControl, TrainingFinished, train
from engine.training.learner import Learner
from tests.engine.training.test_resume import assert_goes_on_to_the_bit
from tests.engine.training.texts import CLASSES, EXPERIMENT, WIDTH, backwards, prose

RECURRENT = EXPERIMENT.with_(**{"network.hidden": "embedding8,lstm12"})
LONGER = EXPERIMENT.with_(**{"training.epochs": 60})


def finished(experiment: Experiment, data: Split, **options: Any) -> TrainingFinished:
    *_, last = train(experiment, data, **options)
    assert isinstance(last, TrainingFinished)
    return last


def model_of(experiment: Experiment, state: dict[str, torch.Tensor]) -> torch.nn.Sequential:
    shape = (WIDTH, len(CLASSES))
    model = build_with(experiment.network, state, image_shape=shape, classes=len(CLASSES), goal="characters")
    return model.eval().requires_grad_(False)


@pytest.fixture(scope="module")
def learnt() -> dict[str, torch.Tensor]:
    return dict(finished(LONGER, backwards()).state)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"network.hidden": "embedding8,lstm12"},
        {
            "network.hidden": [
                {"kind": "embedding", "width": 8},
                {"kind": "attention", "heads": 2, "dropout": 0.2},
            ]
        },
        {"training.label_smoothing": 0.1, "training.gradient_clipping": 1.0},
    ],
)
def test_it_goes_on_to_the_bit(changes: dict[str, Any]) -> None:
    assert_goes_on_to_the_bit(EXPERIMENT.with_(**changes), backwards(), 7)


def test_a_step_sees_what_is_asked_alone() -> None:
    """The gradient is that of the loss as a person would write it, and of unasked places there is none."""
    data = backwards()
    learner = Learner(EXPERIMENT, data, torch.device("cpu"))
    model = build(
        EXPERIMENT.network,
        image_shape=data.train.image_shape,
        classes=len(CLASSES),
        seed=EXPERIMENT.training.seed,
        goal=GOALS["characters"],
    )
    learner.begin_epoch()
    close = learner.closely(0)
    chosen = close.indices.numpy()
    logits = model(torch.from_numpy(data.train.images[chosen].astype(np.float32))).log_softmax(-1)
    labels = data.train.labels[chosen]
    asked = [(row, place) for row, place in zip(*np.nonzero(labels >= 0), strict=True)]
    loss = -sum(logits[row, place, labels[row, place]] for row, place in asked) / len(asked)
    loss.backward()
    told, answers = torch.zeros(()), torch.zeros(len(chosen))
    close.step.find_gradients(close.indices, close.labels, told, answers)
    assert float(told) == pytest.approx(float(loss.detach()), rel=1e-5)
    for name, parameter in model.named_parameters():
        torch.testing.assert_close(learner.flat.gradient_of(name), parameter.grad, rtol=1e-4, atol=1e-6)


def test_the_text_before_decides_and_it_learns(learnt: dict[str, torch.Tensor]) -> None:
    report = measure(model_of(LONGER, learnt), backwards().test)
    assert isinstance(report, CharactersReport)
    assert report.accuracy == 1
    assert report.loss < 0.05
    assert report.places.tolist() == [1, 1, 1, 1]  # up to three letters, and the end
    assert not report.listed_wrong()
    assert report.accuracy in report.interval


@pytest.mark.parametrize("experiment", [EXPERIMENT, RECURRENT], ids=["attention", "lstm"])
def test_an_exact_answer_is_the_one_that_is_written_greedily(experiment: Experiment) -> None:
    data = backwards()
    model = model_of(experiment, finished(experiment, data).state)
    report = measure(model, data.test)
    assert isinstance(report, CharactersReport)
    writer, said = Writer(model, CLASSES, WIDTH), []
    wrong = {each.index: each for each in report.listed_wrong()}
    for index, (image, labels) in enumerate(zip(data.test.images, data.test.labels, strict=True)):
        first = int((labels >= 0).argmax())
        question = "".join(CLASSES[place] for place in image[: first + 1])
        answer = question[:-1][::-1]
        # what is written has room for as many characters as an example has
        written = "".join(writer.write(question, WIDTH - first, 0.0))
        said.append(written == answer)
        assert (report.scores[index] == 1) == said[-1]
        if index in wrong:
            assert (wrong[index].question, wrong[index].right, wrong[index].said) == (
                question,
                answer,
                written,
            )
    assert 0 < report.accuracy < 1 or experiment is RECURRENT
    assert report.accuracy == sum(said) / len(said)
    assert len(wrong) == len(report.mistakes) == len(said) - sum(said)
    assert [each.index for each in report.listed_wrong()] == report.mistakes.tolist()


def test_validation_tells_what_a_report_does() -> None:
    data = backwards()
    events = list(train(EXPERIMENT, data))
    told = [event for event in events if isinstance(event, EpochDone)][-1]
    report = measure(model_of(EXPERIMENT, events[-1].last_state), data.validation)
    assert told.validation_accuracy == pytest.approx(report.accuracy)
    assert told.validation_loss == pytest.approx(report.loss, rel=1e-5)


def test_of_prose_every_character_counts() -> None:
    data = Split(prose(), prose(8), prose(10))
    experiment = RECURRENT.with_(**{"training.epochs": 30})
    model = build_with(
        experiment.network,
        finished(experiment, data).state,
        image_shape=data.train.image_shape,
        classes=4,
        goal="characters",
    )
    report = measure(model.eval(), data.test)
    assert isinstance(report, CharactersReport)
    assert report.is_prose
    assert report.accuracy == 1
    assert not len(report.mistakes)
    assert "mistakes" not in report.to_dict()
    assert "".join(Writer(model, data.train.classes, 6).write("ab", 9, 0.0)) == "c abc abc"


def test_it_is_kept_and_writes_the_same(learnt: dict[str, torch.Tensor], tmp_path: Path) -> None:
    shape = (WIDTH, len(CLASSES))
    path = tmp_path / "words.safetensors"
    about: dict[str, Any] = {"experiment": LONGER, "classes": CLASSES, "image_shape": shape, "state": learnt}
    model_file.save(path, **about, goal="characters")
    saved = model_file.load(path)
    assert (saved.classes, saved.image_shape, saved.goal) == (CLASSES, shape, "characters")
    recognizer = Recognizer.load(path)
    writer = recognizer.ask(lambda model: Writer(model, recognizer.classes, recognizer.image_shape[0]))
    assert writer.answer("abc=").text == "cba"
    answers = recognizer.probabilities(backwards().test.images)
    assert answers.shape == (20, WIDTH, len(CLASSES))
    np.testing.assert_allclose(answers.sum(-1), 1, rtol=1e-5)


@pytest.mark.parametrize(
    "about",
    [
        {"goal": "classes"},
        {"classes": ("a", "b", "c", "d")},
        {"classes": ("a", "b", "c", "d", "d")},
        {"classes": ("a", "b", "c", "d", "ef")},
    ],
)
def test_a_file_that_contradicts_itself_is_refused(
    about: dict[str, Any], learnt: dict[str, torch.Tensor], tmp_path: Path
) -> None:
    path = tmp_path / "words.safetensors"
    whole = {
        "experiment": LONGER,
        "classes": CLASSES,
        "image_shape": (WIDTH, len(CLASSES)),
        "goal": "characters",
    }

    def there_and_back() -> None:
        model_file.save(path, **whole | about, state=learnt)
        model_file.load(path)

    with pytest.raises(ModelFileError):
        there_and_back()


def test_line_feeds_and_spaces_of_an_alphabet_come_back(tmp_path: Path) -> None:
    classes = ("\n", " ", "a", "\t", "字")
    model = build(RECURRENT.network, image_shape=(6, 5), classes=5)
    path = tmp_path / "prose.safetensors"
    model_file.save(
        path,
        experiment=RECURRENT,
        classes=classes,
        image_shape=(6, 5),
        goal="characters",
        state=model.state_dict(),
    )
    assert model_file.load(path).classes == classes


def test_a_run_keeps_what_it_is_of(tmp_path: Path) -> None:
    data = backwards()
    recorder = RunRecorder.create(EXPERIMENT, data, runs=tmp_path)
    with recorder:
        list(recorder.follow(train(EXPERIMENT, data), TrainingControl()))
    run = RunLibrary(tmp_path).open(recorder.run.id)
    header = stored_header(run.path)
    assert (header.goal, header.classes, header.image_shape) == ("characters", CLASSES, (WIDTH, len(CLASSES)))
    assert len(run.history().validation_accuracies) == 2
    description = model_file.describe(run.model_path)
    assert (description.goal, description.classes) == ("characters", CLASSES)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"training.adversary": "fgsm"}, "these data are text"),
        ({"training.privacy_noise": 1.0}, "switch privacy off"),
        ({"training.teacher": "m.safetensors"}, "of whole examples"),
        ({"network.hidden": "64"}, "one vector of the whole text"),
    ],
)
def test_what_cannot_be_done_with_text_is_said(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(NetSketchError) as caught:
        finished(EXPERIMENT.with_(**changes), backwards())
    assert words in str(caught.value)
    assert caught.value.remedy


def test_bfloat16_and_float32_learn_alike() -> None:
    try:
        rounded = finished(EXPERIMENT.with_(**{"training.precision": "bfloat16"}), backwards())
    except TrainingError:
        pytest.skip("this processor has no instructions for it")
    assert all(bool(tensor.isfinite().all()) for tensor in rounded.state.values())
