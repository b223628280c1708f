"""What is said to be no digit: how many of MNIST's test images, and how many of six hundred drawings that are none.

Beside what is in use, the doubt that is learnt from the data, stand measures of the network itself, each with a limit
that refuses the same share of the validation images. And of pairs of digits that touch, how many are parted.

    python benchmarks/no_digit.py --models article.safetensors cnn.safetensors
    python benchmarks/no_digit.py --data mnist both generated
    python benchmarks/no_digit.py --data mnist --drawings 600 --seed 11 --doubts-only
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import torch
from _measure import command_line, mnist_is_here
from _no_digits import KINDS, no_digits
from _strange_pens import PAD, strange_pens
from _touching import PEN, pairs, singles
from numpy.typing import NDArray

from engine.config import DataConfig
from engine.data import datasets
from engine.data.dataset import Split
from engine.data.doubt.doubt import Doubt
from engine.data.doubt.learning import MOST, REFUSED, asked_about, learn_doubt
from engine.data.doubt.verdict import best_parting
from engine.data.ink import group_strokes, partings, render_strokes
from engine.inference import Recognizer
from engine.inference.pixels import batch_of, pixels_of

Score = Callable[[NDArray[np.uint8]], NDArray[np.floating]]
FITTED = 6000  # validation images that distances are measured to
NEAREST = 10
SHRUNK = 1e-3  # of the mean variance, added to each

HEAD = "| | MNIST test | strange pens | " + " | ".join(KINDS) + " | mean |"


def line(
    name: str, refused: Callable[[NDArray[np.uint8]], NDArray[np.bool_]], images: list[NDArray[np.uint8]]
) -> str:
    """Return a row: what share of each set is refused."""
    shares = [float(refused(each).mean()) for each in images]
    others = float(np.mean(shares[2:]))
    return (
        f"| {name} | {shares[0]:.1%} | {shares[1]:.1%} | "
        + " | ".join(f"{share:.0%}" for share in [*shares[2:], others])
        + " |"
    )


def strange(doubts: Score, images: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Whether each image is said to be none."""
    return doubts(images) > 1


def at_limit(score: Score, validation: NDArray[np.uint8], share: float) -> Callable[..., NDArray[np.bool_]]:
    """Return what refuses that share of the validation images by a score."""
    limit = float(np.quantile(score(validation), 1 - share))
    return lambda images: score(images) > limit


def network_scores(model: Recognizer, split: Split) -> dict[str, Score]:
    """Return the measures that a network itself gives, the stranger the higher."""

    def both(images: NDArray[np.uint8]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return what the last hidden layer gives, and the logits."""

        def forward(network: torch.nn.Sequential) -> tuple[torch.Tensor, torch.Tensor]:
            found, given = [], []
            for part in torch.from_numpy(pixels_of(batch_of(images, model.image_shape))).split(500):
                hidden = network[:-1](part)
                found.append(hidden.flatten(1))
                given.append(network[-1](hidden))
            return torch.cat(found), torch.cat(given)

        hidden, logits = model.ask(forward)
        return hidden.double().numpy(), logits.double().numpy()

    def energy(logits: NDArray[np.float64]) -> NDArray[np.float64]:
        most = logits.max(axis=1)
        return -(most + np.log(np.exp(logits - most[:, None]).sum(axis=1)))

    known, labels = split.validation.images[:FITTED], split.validation.labels[:FITTED]
    hidden = both(known)[0]
    means = np.stack([hidden[labels == number].mean(axis=0) for number in range(len(split.classes))])
    spread = np.cov((hidden - means[labels]).T)
    precision = np.linalg.inv(spread + SHRUNK * np.trace(spread) / len(spread) * np.eye(len(spread)))
    directions = hidden / np.maximum(np.linalg.norm(hidden, axis=1, keepdims=True), 1e-9)

    def distance(images: NDArray[np.uint8]) -> NDArray[np.float64]:
        away = both(images)[0][:, None] - means
        return np.einsum("nci,ij,ncj->nc", away, precision, away, optimize=True).min(axis=1)

    def nearest(images: NDArray[np.uint8]) -> NDArray[np.float64]:
        found = both(images)[0]
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        return -np.sort(found @ directions.T, axis=1)[:, -NEAREST]

    return {
        "largest probability": lambda images: -model.probabilities(images).max(axis=1),
        "energy": lambda images: energy(both(images)[1]),
        "distance to the class means": distance,
        "nearest validation images": nearest,
    }


def parted(doubt: Doubt, strokes: list[NDArray[np.float64]]) -> bool:
    """Whether a drawing is read as two digits or more."""
    if len(group_strokes(strokes, pen_width=PEN)) > 1:
        return True
    ways = partings(strokes)
    if not ways:
        return False
    drawings = [strokes, *([strokes[number] for number in part] for way in ways for part in way)]
    views = np.stack([render_strokes(some, pen_width_drawn=PEN, canvas=(PAD, PAD)) for some in drawings])
    whole, *parts = doubt.doubts(views).tolist()
    return best_parting(whole, np.array(parts).reshape(-1, 2)) is not None


def main() -> int:
    """Print the tables that are asked for."""
    parser = command_line(__doc__)
    parser.add_argument("--data", nargs="*", default=["mnist"], help="learn a doubt from these data sets")
    parser.add_argument(
        "--models", nargs="*", default=[], type=Path, help="model files, with the network's measures"
    )
    parser.add_argument("--most", type=int, default=MOST, help="training drawings a doubt learns from")
    parser.add_argument("--refused", type=float, default=REFUSED, help="share of the validation drawings")
    parser.add_argument("--drawings", type=int, default=100, help="of each kind that is none")
    parser.add_argument("--seed", type=int, default=3, help="of these drawings")
    parser.add_argument("--doubts-only", action="store_true", help="neither the networks' measures nor pairs")
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    images = [datasets.load("mnist", part="test").images, strange_pens().images]
    images += [no_digits(kind, options.drawings, seed=options.seed).images for kind in KINDS]
    print(HEAD)
    print("| --- |" + " ---: |" * (len(KINDS) + 3))
    for name in options.data:
        split = datasets.load_split(DataConfig(dataset=name))
        started = time.process_time()
        doubt = learn_doubt(split, most=options.most, refused=options.refused, anew=True)
        seconds = time.process_time() - started
        assert doubt is not None, "there are enough drawings"
        refuses = partial(strange, doubt.doubts)
        print(
            line(f"learnt from `{name}`, {seconds:.1f} CPU s", refuses, images),
            flush=True,
        )
        if options.doubts_only:
            continue
        some_pairs, some_singles = pairs(300), singles(2280)
        two = np.mean([parted(doubt, pair.strokes) for pair in some_pairs])
        wrong = np.mean([parted(doubt, strokes) for _, strokes in some_singles])
        before = np.mean([len(group_strokes(pair.strokes, pen_width=PEN)) > 1 for pair in some_pairs])
        print(
            f"pairs parted {two:.1%} ({before:.1%} by their places alone), single digits parted {wrong:.2%}"
        )
    for path in options.models:
        model = Recognizer.load(path)
        split = datasets.load_split(model.experiment.data)
        if model.doubt is not None:
            print(line(f"`{path.stem}`, its doubt", partial(strange, model.doubts), images), flush=True)
        if options.doubts_only:
            continue
        share = REFUSED if model.doubt is None else model.doubt.refused
        for name, score in network_scores(model, split).items():
            known = asked_about(split.validation)
            row = line(f"`{path.stem}`, {name}", at_limit(score, known, share), images)
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
