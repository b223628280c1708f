"""Measure a model that goes on with text: all questions at once, and what it writes instead of a right answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.text.task import END
from engine.errors import Cancelled
from engine.evaluation.characters_report import CharactersReport, WrongAnswer, words_of
from engine.evaluation.evaluate import BATCH_SIZE, answered, device_of, evaluating
from engine.goals import characters
from engine.goals.characters import NOT_ASKED
from engine.models.at_once import portions

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.data.dataset import Dataset

MOST_WRITTEN = 1_000  # wrong answers that are written out


def evaluate_text(
    model: nn.Module,
    dataset: Dataset,
    *,
    keep_probabilities: bool = False,
    cancelled: Callable[[], bool] | None = None,
    **how: Any,
) -> CharactersReport:
    """Run a model over a data set of texts and hold what it finds likeliest against what comes; see ``evaluate``.

    Whether an answer is exact is found without writing it: given the right characters up to each place, the likeliest
    one is the right one. Those that are not exact are written, as a person would see them.
    """
    del keep_probabilities  # of every place there are too many
    goal = characters.GOAL.fitted(dataset.labels)
    count, length = dataset.labels.shape
    scores = np.empty(count, np.float32)
    right, asked = np.zeros(length, np.int64), np.zeros(length, np.int64)
    loss = 0.0
    for part, outputs, labels in answered(model, dataset, cancelled=cancelled, **how):
        scores[part] = goal.scores(outputs, labels).cpu().numpy()
        loss += float(goal.losses(outputs, labels).double().sum())
        is_asked, hit = _in_answers(labels, outputs.argmax(-1))
        right += hit
        asked += is_asked
    last = int(asked.nonzero()[0].max(initial=-1)) + 1
    with np.errstate(invalid="ignore"):
        shares = right[:last] / np.where(asked[:last] > 0, asked[:last], np.nan)
    wrong = np.flatnonzero(scores < 1) if not goal.is_prose else np.zeros(0, np.int64)
    chosen = wrong[:MOST_WRITTEN]
    told = [
        each
        for part in portions(model, len(chosen), BATCH_SIZE)
        for each in _written(model, dataset, chosen[part], cancelled)
    ]
    order = np.argsort([-each.confidence for each in told], kind="stable").astype(np.int64)
    mistakes = np.concatenate([wrong[:MOST_WRITTEN][order], wrong[MOST_WRITTEN:]])
    return CharactersReport(
        loss=loss / count,
        accuracy=float(scores.sum(dtype=np.float64)) / count,
        count=count,
        classes=dataset.classes,
        is_prose=goal.is_prose,
        scores=scores,
        places=shares,
        asked=asked[:last],
        mistakes=mistakes,
        wrong=tuple(told[place] for place in order.tolist()),
    )


def _in_answers(labels: Tensor, said: Tensor) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return of how many answers there is a first, a second … character, and how many of these are right, ``(T,)``."""
    import torch

    asked = labels != NOT_ASKED
    number = (asked.cumsum(1) - 1).clamp(min=0)  # which of the answer's characters it is
    length = labels.shape[1]
    counts = (
        torch.zeros(length, dtype=torch.int64, device=labels.device).index_add_(
            0, number.flatten(), found.flatten().long()
        )
        for found in (asked, asked & (said == labels))
    )
    first, second = (each.cpu().numpy() for each in counts)
    return first, second


def _written(
    model: nn.Module, dataset: Dataset, chosen: NDArray[np.int64], cancelled: Callable[[], bool] | None
) -> list[WrongAnswer]:
    """Write the answers to some questions, at least one, all of them character by character at once."""
    import torch

    labels = dataset.labels[chosen]
    length, end = labels.shape[1], dataset.classes.index(END) if END in dataset.classes else -1
    starts = (labels != NOT_ASKED).argmax(1)  # the last character of each question
    texts = torch.from_numpy(dataset.images[chosen].astype(np.float32))
    said = np.full((len(chosen), length), max(end, 0), np.int64)
    sure = np.ones(len(chosen))
    running = np.ones(len(chosen), bool)
    device = device_of(model)
    with evaluating(model), torch.inference_mode():
        for place in range(int(starts.min()), length):
            if cancelled is not None and cancelled():
                raise Cancelled
            logits = model(texts[:, : place + 1].to(device))[:, -1].float()
            shares, likeliest = (each.cpu().numpy() for each in logits.softmax(-1).max(-1))
            now = running & (starts <= place)
            said[now, place] = likeliest[now]
            sure[now] *= shares[now]
            running &= ~(now & (likeliest == end))
            if place + 1 < length:
                texts[now, place + 1] = torch.from_numpy(likeliest[now].astype(np.float32))
            if not running.any():
                break
    found = []
    for row, index in enumerate(chosen.tolist()):
        start = int(starts[row])
        asked = labels[row][labels[row] != NOT_ASKED]
        found.append(
            WrongAnswer(
                index,
                "".join(dataset.classes[place] for place in dataset.images[index][: start + 1].tolist()),
                words_of(asked, dataset.classes),
                words_of(said[row, start:], dataset.classes),
                float(sure[row]),
            )
        )
    return found
