"""What several views of one drawing, whose answers are averaged, bring a trained model, and what they cost.

A view is the picture as it is, turned by 7° to either side, or leaning by 7° to either side. Asked are MNIST's test
images, the same turned, and the strange pens; the time is that of one drawing at a time, the views of it at once.

Run: python benchmarks/several_views.py [MODEL.safetensors]; the model that comes with the program if left out.
"""

from __future__ import annotations

import math
import sys
import time
from pathlib import Path

import numpy as np
import torch
from _measure import command_line, machine, mnist_is_here
from _strange_pens import strange_pens, turned_images
from numpy.typing import NDArray
from torch.nn import functional

from engine.data import datasets
from engine.inference import Recognizer

MODEL = Path(__file__).resolve().parents[1] / "resources" / "models" / "pen.safetensors"
ANGLE = 7.0  # degrees
AS_IT_IS = (0.0, 0.0)  # turned, leaning
TURNED = ((ANGLE, 0.0), (-ANGLE, 0.0))
LEANING = ((0.0, ANGLE), (0.0, -ANGLE))
VIEWS = {
    "as it is": (AS_IT_IS,),
    "turned as well": (AS_IT_IS, *TURNED),
    "leaning as well": (AS_IT_IS, *LEANING),
    "all five": (AS_IT_IS, *TURNED, *LEANING),
}
DRAWINGS = 300  # whose time is taken


def view(images: NDArray[np.uint8], turn: float, lean: float) -> NDArray[np.uint8]:
    """Return images ``(N, 28, 28)``, turned and leaning by some degrees."""
    if (turn, lean) == AS_IT_IS:
        return images
    angle, slope = math.radians(turn), math.tan(math.radians(lean))
    turned = torch.tensor([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    places = torch.cat([turned @ torch.tensor([[1.0, slope], [0.0, 1.0]]), torch.zeros(2, 1)], dim=1)
    pixels = torch.from_numpy(images.astype(np.float32)).unsqueeze(1)
    grid = functional.affine_grid(places.expand(len(images), 2, 3), list(pixels.shape), align_corners=False)
    found = functional.grid_sample(pixels, grid, align_corners=False)
    seen: NDArray[np.uint8] = found.round().to(torch.uint8)[:, 0].numpy()
    return seen


def answers(model: Recognizer, images: NDArray[np.uint8], turn: float, lean: float) -> NDArray[np.float32]:
    """Return the probabilities ``(N, classes)`` of one view of each image."""
    seen = view(images, turn, lean)
    return np.concatenate(
        [model.probabilities(seen[start : start + 1000]) for start in range(0, len(seen), 1000)]
    )


def milliseconds(
    model: Recognizer, images: NDArray[np.uint8], views: tuple[tuple[float, float], ...]
) -> float:
    """Return what one drawing takes, its views made and asked about together."""
    started = time.thread_time()
    for image in images[:DRAWINGS, None]:
        model.probabilities(np.concatenate([view(image, *one) for one in views])).mean(axis=0)
    return (time.thread_time() - started) / min(len(images), DRAWINGS) * 1000


def main() -> int:
    """Print the table."""
    parser = command_line(__doc__)
    parser.add_argument("model", nargs="?", type=Path, default=MODEL, help="a model file")
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    model, mnist = Recognizer.load(options.model), datasets.load("mnist", part="test")
    trials = (mnist, turned_images(mnist), strange_pens().dataset)
    found = [{one: answers(model, trial.images, *one) for one in VIEWS["all five"]} for trial in trials]
    print(f"{machine()}; one thread; {options.model.name}\n")
    print("| views of one drawing | MNIST test | turned | strange pens | milliseconds |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, views in VIEWS.items():
        shares = []
        for trial, of_view in zip(trials, found, strict=True):
            mean = np.mean([of_view[one] for one in views], axis=0)
            shares.append(f"{float((mean.argmax(axis=1) == trial.labels).mean()):.2%}")
        print(f"| {name} | {' | '.join(shares)} | {milliseconds(model, mnist.images, views):.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
