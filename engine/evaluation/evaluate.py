"""Measure a model on a data set."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import Cancelled, DataError, ModelError
from engine.evaluation.report import Report
from engine.goals.registry import GOALS
from engine.inputs.registry import kind_holding
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.data.dataset import Dataset

BATCH_SIZE = 512  # of more, what layers make stays no longer at hand: convolutions take a third as long again


def evaluate(
    model: nn.Module,
    dataset: Dataset,
    *,
    batch_size: int = BATCH_SIZE,
    keep_probabilities: bool = False,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Run a model over a data set of classes and compare its answers with the labels.

    The model is in evaluation mode meanwhile and gets its own mode back; no random number is drawn. While another
    thread trains the model, evaluate a copy.

    Args:
        model: Takes what ``model_input`` gives on its own device, returns logits ``(B, classes)``.
        dataset: At least one image.
        batch_size: How many images go through at once at most, fewer where the model makes much of each; it does
            not change the result but for rounding.
        keep_probabilities: Whether the report shall hold the probabilities of every image.
        progress: Told what is done, and the share that is done.
        cancelled: Asked before each batch whether to give up.

    Raises:
        DataError: If there are no images.
        ModelError: If the model does not know as many classes as the data have.
        Cancelled: If ``cancelled`` says so.
    """
    from torch.nn import functional

    count, classes = len(dataset), len(dataset.classes)
    predictions = np.empty(count, dtype=np.int64)
    confidences = np.empty(count, dtype=np.float32)
    kept = np.empty((count, classes), dtype=np.float32) if keep_probabilities else None
    loss = 0.0
    for part, logits, labels in answered(
        model, dataset, batch_size=batch_size, progress=progress, cancelled=cancelled
    ):
        loss += functional.cross_entropy(logits, labels, reduction="none").double().sum().item()
        probabilities = logits.softmax(dim=1)  # (B, classes)
        highest, answers = probabilities.max(dim=1)
        predictions[part], confidences[part] = answers.cpu().numpy(), highest.cpu().numpy()
        if kept is not None:
            kept[part] = probabilities.cpu().numpy()
    wrong = np.flatnonzero(predictions != dataset.labels)
    pairs = dataset.labels * classes + predictions
    return Report(
        loss=loss / count,
        accuracy=(count - len(wrong)) / count,  # 1 - wrong / count may be a hair less than the gate it meets
        count=count,
        classes=dataset.classes,
        confusion=np.bincount(pairs, minlength=classes * classes).reshape(classes, classes).astype(np.int64),
        labels=dataset.labels,
        predictions=predictions,
        confidences=confidences,
        mistakes=wrong[np.argsort(-confidences[wrong], kind="stable")],
        probabilities=kept,
    )


def answered(
    model: nn.Module,
    dataset: Dataset,
    *,
    batch_size: int = BATCH_SIZE,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[tuple[slice, Tensor, Tensor]]:
    """Run a model over a data set of any goal, batch by batch; arguments as for ``evaluate``.

    Yields:
        Which examples, what the model gives for them ``(B, …)`` float32, and their labels ``(B, …)``, on its device.

    Raises:
        DataError: If there are no images.
        ModelError: If the model gives another number of answers than the data ask for.
        Cancelled: If ``cancelled`` says so.
    """
    import torch

    from engine.models.at_once import portions

    count, wanted = len(dataset), GOALS[dataset.goal].outputs(len(dataset.classes))
    if count == 0:
        raise DataError(
            "There are no examples to evaluate.", remedy="Choose a part of the data that is not empty."
        )
    device = device_of(model)
    with evaluating(model), torch.inference_mode():
        for part in portions(model, count, batch_size):
            if cancelled is not None and cancelled():
                raise Cancelled
            images = model_input(dataset.images[part]).to(device)  # (B, …)
            labels = torch.from_numpy(dataset.labels[part].copy()).to(device)  # (B, …)
            outputs = model(images).float()  # (B, …, outputs)
            if outputs.shape[:1] != labels.shape[:1] or outputs.shape[-1] != wanted:
                raise ModelError(
                    "The model does not fit the data “{name}”.",
                    cause="It tells {known} classes apart, the data have {classes}.",
                    remedy="Choose the data it was trained on.",
                    name=dataset.name,
                    known=outputs.shape[-1],
                    classes=wanted,
                )
            yield part, outputs, labels
            if progress is not None:
                progress(Phrase("Evaluating"), part.stop / count)


def model_input(images: NDArray[Any]) -> torch.Tensor:
    """Turn examples as a data set holds them into what a model takes.

    Args:
        images: ``(B, H, W)`` or ``(B, H, W, C)`` uint8, or ``(B, F)`` float32.

    Returns:
        ``(B, C, H, W)`` float32 in [0, 1], of numbers ``(B, F)``.
    """
    import torch

    kind = kind_holding(images)
    assert kind is not None, "they are of a data set"
    return torch.from_numpy(kind.floats(images))


def device_of(model: nn.Module) -> torch.device:
    """Return where a model computes."""
    import torch

    tensors = chain(model.parameters(), model.buffers())
    return next((tensor.device for tensor in tensors), torch.device("cpu"))


@contextmanager
def evaluating(model: nn.Module) -> Iterator[None]:
    """Bring every module into evaluation mode, and back into the mode that each of them had."""
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        yield
    finally:
        for module, training in modes:
            module.training = training
