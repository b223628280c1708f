from __future__ import annotations

import json
import subprocess
import sys
import threading

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from engine.data.dataset import Dataset
from engine.errors import Cancelled, DataError, ModelError
from engine.evaluation.evaluate import evaluate
from engine.evaluation.report import Report

CLASSES = ("a", "b", "c")


class FirstPixels(nn.Module):
    """Takes the first three pixels of an image for its logits, so that every answer is known beforehand."""

    def __init__(self, scale: float = 255.0) -> None:
        super().__init__()
        self.scale = scale
        self.batches: list[int] = []
        self.modes: list[bool] = []

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        assert torch.is_inference_mode_enabled()
        assert images.dtype == torch.float32
        assert images.ndim == 4
        self.batches.append(len(images))
        self.modes.append(self.training)
        return images.flatten(1)[:, :3] * self.scale


def dataset(logits: list[list[int]], labels: list[int]) -> Dataset:
    images = np.zeros((len(labels), 2, 2), dtype=np.uint8)
    images.reshape(len(labels), 4)[:, :3] = logits
    return Dataset("known", images, np.array(labels, dtype=np.int64), CLASSES)


KNOWN = dataset(
    #  right, wrong and sure, right, wrong and unsure, wrong and surest
    [[9, 0, 0], [0, 5, 0], [0, 9, 0], [1, 2, 1], [0, 7, 0]],
    [0, 0, 1, 0, 2],
)


def expected_probabilities(data: Dataset) -> NDArray[np.float64]:
    powers = np.exp(data.images.reshape(len(data), 4)[:, :3].astype(np.float64))
    return powers / powers.sum(axis=1, keepdims=True)


def test_figures_of_known_answers() -> None:
    report = evaluate(FirstPixels(), KNOWN)

    probabilities = expected_probabilities(KNOWN)
    assert report.count == 5
    assert report.accuracy == pytest.approx(0.4)
    assert report.loss == pytest.approx(-np.log(probabilities[range(5), KNOWN.labels]).mean(), rel=1e-6)
    assert report.confusion.tolist() == [[1, 2, 0], [0, 1, 0], [0, 1, 0]]
    assert report.confusion.dtype == np.int64
    assert report.predictions.tolist() == [0, 1, 1, 1, 1]
    np.testing.assert_allclose(report.confidences, probabilities.max(axis=1), rtol=1e-5)


def test_mistakes_come_with_the_surest_first() -> None:
    assert evaluate(FirstPixels(), KNOWN).mistakes.tolist() == [4, 1, 3]


def test_equal_mistakes_come_in_the_order_of_the_data() -> None:
    assert evaluate(FirstPixels(), dataset([[0, 5, 0]] * 4, [0, 1, 0, 2])).mistakes.tolist() == [0, 2, 3]


def test_recall_precision_and_f1() -> None:
    report = evaluate(FirstPixels(), KNOWN)

    np.testing.assert_allclose(report.recall, [1 / 3, 1, 0])
    np.testing.assert_allclose(report.precision, [1, 1 / 4, np.nan])
    np.testing.assert_allclose(report.f1, [1 / 2, 2 / 5, 0])


def test_a_class_without_images_has_no_recall() -> None:
    report = evaluate(FirstPixels(), dataset([[9, 0, 0]], [0]))

    np.testing.assert_allclose(report.recall, [1, np.nan, np.nan])
    np.testing.assert_allclose(report.f1, [1, np.nan, np.nan])


def test_probabilities_are_kept_on_request() -> None:
    assert evaluate(FirstPixels(), KNOWN).probabilities is None

    kept = evaluate(FirstPixels(), KNOWN, keep_probabilities=True, batch_size=2).probabilities

    assert kept is not None
    assert kept.dtype == np.float32
    np.testing.assert_allclose(kept, expected_probabilities(KNOWN), rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("batch_size", [1, 2, 5, 100])
def test_the_batch_size_does_not_change_the_report(batch_size: int) -> None:
    model = FirstPixels()
    report = evaluate(model, KNOWN, batch_size=batch_size)

    assert sum(model.batches) == 5
    assert max(model.batches) == min(batch_size, 5)
    assert report.loss == pytest.approx(evaluate(FirstPixels(), KNOWN).loss)
    assert report.mistakes.tolist() == [4, 1, 3]


def test_colour_images_come_channels_first() -> None:
    images = np.arange(2 * 4 * 5 * 3, dtype=np.uint8).reshape(2, 4, 5, 3)
    seen = []

    class Look(nn.Module):
        def forward(self, pixels: torch.Tensor) -> torch.Tensor:
            seen.append(pixels)
            return pixels[:, :, 0, 0]

    evaluate(Look(), Dataset("colour", images, np.zeros(2, dtype=np.int64), CLASSES))

    np.testing.assert_allclose(seen[0].numpy(), images.transpose(0, 3, 1, 2) / 255, rtol=1e-6)


def test_each_module_gets_its_own_mode_back() -> None:
    model = nn.Sequential(FirstPixels(), nn.Dropout(), nn.BatchNorm1d(3)).train()
    model[2].eval()
    first = model[0]

    evaluate(model, KNOWN)

    assert first.modes == [False]
    assert [model.training, first.training, model[1].training, model[2].training] == [True, True, True, False]


def test_the_mode_comes_back_after_a_failure_too() -> None:
    model = FirstPixels().train()

    with pytest.raises(Cancelled):
        evaluate(model, KNOWN, cancelled=lambda: True)

    assert model.training
    assert model.batches == []


def test_batch_statistics_and_random_numbers_are_left_alone() -> None:
    model = nn.Sequential(FirstPixels(), nn.Dropout(0.5), nn.BatchNorm1d(3)).train()
    torch.manual_seed(5)
    before = torch.get_rng_state()

    first, second = evaluate(model, KNOWN), evaluate(model, KNOWN)

    assert torch.equal(torch.get_rng_state(), before)
    assert first.loss == second.loss
    assert int(model[2].num_batches_tracked) == 0


def test_copies_can_be_evaluated_at_once() -> None:
    reports: list[Report] = []
    threads = [
        threading.Thread(target=lambda: reports.append(evaluate(FirstPixels(), KNOWN, batch_size=1)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [report.accuracy for report in reports] == [pytest.approx(0.4)] * 4


def test_it_tells_how_far_it_is_and_can_be_given_up() -> None:
    told: list[float] = []

    with pytest.raises(Cancelled):
        evaluate(
            FirstPixels(), KNOWN, batch_size=2,
            progress=lambda words, share: told.append(share), cancelled=lambda: len(told) == 2,
        )  # fmt: skip

    assert told == [pytest.approx(0.4), pytest.approx(0.8)]


def test_no_images_are_an_error() -> None:
    with pytest.raises(DataError, match="no examples"):
        evaluate(FirstPixels(), KNOWN.subset(slice(0)))


def test_a_model_of_other_classes_is_an_error() -> None:
    four = Dataset("four", KNOWN.images, KNOWN.labels, ("a", "b", "c", "d"))

    with pytest.raises(ModelError, match="tells 3 classes apart, the data have 4"):
        evaluate(FirstPixels(), four)


def test_a_report_goes_into_json() -> None:
    description = json.loads(json.dumps(evaluate(FirstPixels(), KNOWN).to_dict(), allow_nan=False))

    assert description["accuracy"] == pytest.approx(0.4)
    assert description["count"] == 5
    assert description["precision"] == [1.0, 0.25, None]
    assert description["confusion"] == [[1, 2, 0], [0, 1, 0], [0, 1, 0]]


def test_a_broken_model_gives_a_report_all_the_same() -> None:
    description = evaluate(FirstPixels(scale=float("nan")), KNOWN).to_dict()

    assert description["loss"] is None
    assert json.dumps(description, allow_nan=False)


def test_torch_is_loaded_only_when_it_is_called() -> None:
    code = "import sys; from engine.evaluation.evaluate import evaluate; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
