"""The command ``predict``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.cli.output import write_error
from engine.cli.progress import percent
from engine.data.image_file import read_image
from engine.data.ink import SIZE, normalize_image
from engine.errors import DataError, ModelFileError, NetSketchError
from engine.storage import model_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.cli.output import Output
    from engine.inference import Recognizer


def predict_files(path: Path, images: Sequence[Path], output: Output) -> bool:
    """Let the model in ``path`` read pictures; one that cannot be read gets a line on standard error.

    Args:
        path: The model file.
        images: The pictures.
        output: Where to say what they show.

    Returns:
        Whether all of them were read.

    Raises:
        ModelFileError: If the model cannot be had, or takes no drawings.
    """
    if model_file.describe(path).image_shape != (1, SIZE, SIZE):
        raise ModelFileError(
            "The model “{path}” does not take drawings of {size}×{size} pixels.",
            remedy="Use a model trained on digits.",
            path=path,
            size=SIZE,
        )
    import torch

    from engine.inference import Recognizer

    torch.set_num_threads(1)  # one image is too little to share
    recognizer = Recognizer.load(path)
    all_read = True
    for image in images:
        try:
            probabilities = _probabilities(recognizer, image)
        except NetSketchError as error:
            text = str(error)
            write_error(f"netsketch: {text}" if str(image) in text else f"netsketch: {image}: {text}")
            all_read = False
        else:
            _tell(image, recognizer.classes, probabilities, output)
    return all_read


def _probabilities(recognizer: Recognizer, image: Path) -> NDArray[np.float32]:
    pixels = normalize_image(read_image(image))  # (28, 28)
    if not pixels.any():
        raise DataError(
            "“{image}” shows nothing.", remedy="Use a picture of one digit on plain paper.", image=image
        )
    probabilities: NDArray[np.float32] = recognizer.probabilities(pixels)[0]
    return probabilities


def _tell(image: Path, classes: tuple[str, ...], probabilities: NDArray[np.float32], output: Output) -> None:
    order = np.argsort(-probabilities, kind="stable")
    best = int(order[0])
    second = int(order[1]) if len(order) > 1 else None
    output.record(
        image=str(image),
        digit=classes[best],
        confidence=float(probabilities[best]),
        second=None if second is None else classes[second],
        second_confidence=None if second is None else float(probabilities[second]),
        probabilities={name: float(value) for name, value in zip(classes, probabilities, strict=True)},
    )
    text = f"{image}: {classes[best]}  {percent(probabilities[best])}"
    if second is not None:
        text += f"  (then {classes[second]}, {percent(probabilities[second])})"
    output.line(text)
