"""Digits that MNIST has few of: ways of writing set by eye, each drawn in many hands by a pen of random width.

None of the paths is the generator's. To the fifty of `_hand.py` come styles that are met in other schools: slashed
zeros, ones with flag and foot, barred sevens, open fours, curled nines and some more. Each drawing of a style is turned
by up to 15°, leans, is pressed flat or narrow, trembles, and is drawn with a pen from thin to thick; a second set does
the same to the images of a data set.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from _hand import WAYS, Points, smooth, tremor
from numpy.typing import NDArray

from engine.config import AugmentationConfig
from engine.data.dataset import Dataset
from engine.data.ink import InkSteps, normalize_image, render_strokes
from engine.runtime import generator
from engine.training.augment import Augmenter

CLASSES = tuple("0123456789")
PAD = 280.0  # side in the unit of the strokes
TURN = 15.0  # degrees to either side
LEAN = 0.3  # a change of x for one of y, to either side, beside a usual one
USUAL_LEAN = 0.1
PRESSED = 0.22  # logarithm of the factor on the width, to either side
JITTER = 2.5  # deviation of each point in a box of 100
PENS = (1.6, 4.2)  # pixels of the 28×28 picture
IMAGE_PENS = 0.7  # pixels that strokes of an image are thickened or thinned by, at most

# As in `_hand.py`: a box of 100 × 100, strokes parted by "/"; by digit and style.
STYLES: dict[tuple[int, str], tuple[str, ...]] = {
    (0, "slashed"): (
        "50,3 24,16 14,50 24,84 50,97 76,84 86,50 76,16 50,3 / 80,10 52,48 22,90",
        "52,2 28,12 18,46 24,80 46,98 72,88 82,54 74,18 54,3 / 68,28 50,50 34,72",
        "48,4 26,20 20,56 30,88 52,96 74,78 78,42 68,12 46,4 / 96,-4 50,52 8,104",
    ),
    (0, "crossed the other way"): (
        "50,3 24,16 14,50 24,84 50,97 76,84 86,50 76,16 50,3 / 28,22 50,50 74,80",
    ),
    (1, "flag and foot"): (
        "26,28 40,16 54,3 / 54,3 54,50 54,97 / 28,97 54,97 80,97",
        "30,22 44,12 52,2 51,50 50,96 / 22,98 50,96 82,98",
    ),
    (1, "long flag"): (
        "14,52 34,30 58,3 / 58,3 57,50 56,98",
        "20,40 40,22 60,2 58,36 54,68 50,98",
    ),
    (2, "looped foot"): (
        "20,24 36,4 66,6 74,28 58,56 34,84 16,94 12,82 26,74 44,84 62,96 90,88",
    ),
    (2, "like a Z"): ("18,8 48,6 80,6 / 80,6 50,50 18,94 / 18,94 50,94 86,92",),
    (3, "flat top"): (
        "22,5 48,5 76,4 / 76,4 58,24 42,42 / 42,42 66,46 78,66 68,90 44,97 18,86",
    ),
    (4, "open"): (
        "24,4 22,28 20,54 46,56 82,54 / 68,20 66,58 64,98",
        "30,2 24,26 16,50 40,54 84,50 / 78,2 72,50 66,98",
        "22,6 20,36 28,54 48,52 68,38 / 72,4 70,50 68,98",
    ),
    (4, "closed"): (
        "60,3 38,32 14,66 / 14,66 50,66 90,66 / 60,3 60,50 60,98",
    ),
    (5, "roof apart"): (
        "34,10 31,26 29,44 50,38 70,48 76,70 60,92 38,97 20,88 / 38,2 58,3 82,1",
    ),
    (6, "straight back"): ("66,4 44,36 26,66 28,88 48,98 68,90 74,72 58,58 38,64 28,76",),
    (7, "barred"): (
        "18,8 48,8 82,6 / 82,6 62,50 44,98 / 34,52 54,50 78,48",
        "20,18 22,6 50,8 82,6 / 82,6 64,46 50,98 / 38,56 58,52 80,48",
        "16,6 50,6 84,8 / 84,8 58,50 38,98 / 36,46 60,50 82,54",
    ),
    (7, "with a hook"): ("18,26 20,6 48,8 82,5 / 82,5 62,48 48,98",),
    (8, "two rings"): (
        "50,46 32,36 30,16 50,4 70,16 68,36 50,46 / 50,46 26,60 26,86 50,97 74,86 74,60 50,46",
    ),
    (9, "curled"): (
        "72,22 54,4 32,12 28,34 46,46 66,36 73,20 74,50 68,80 50,97 28,90",
        "70,26 58,4 36,6 26,26 38,44 60,40 71,22 73,54 64,86 42,98 24,86 26,76",
        "74,16 52,2 32,16 34,38 54,44 72,28 / 74,16 76,50 66,86 42,98 22,88",
    ),
    (9, "straight stem"): ("72,20 52,4 30,14 30,38 52,46 72,26 / 73,6 72,50 71,98",),
}  # fmt: skip


@dataclass(frozen=True)
class StrangePens:
    """Many drawings of each way of writing.

    Attributes:
        images: ``(N, 28, 28)`` uint8, as the network sees them.
        labels: ``(N,)`` int64.
        styles: ``(N,)``, the name of each one's way of writing.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    styles: NDArray[np.str_]

    @property
    def dataset(self) -> Dataset:
        """The images and labels alone."""
        return Dataset("strange-pens", self.images, self.labels, CLASSES)


def strange_pens(hands: int = 30, *, steps: InkSteps = InkSteps(), seed: int = 11) -> StrangePens:  # noqa: B008
    """Draw every way of writing ``hands`` times; the same drawings every time, whatever ``steps`` are taken.

    With all steps, the pen's width in the picture is random; without the step ``pen`` it is the same pen on the pad.
    """
    random = np.random.default_rng(seed)
    ways = [(digit, f"{digit} by hand, way {number}", way)
            for digit, found in WAYS.items() for number, way in enumerate(found, start=1)]  # fmt: skip
    ways += [(digit, f"{digit} {name}", way) for (digit, name), found in STYLES.items() for way in found]
    images, labels, styles = [], [], []
    for digit, style, way in ways:
        for _ in range(hands):
            strokes, size = drawn(way, random)
            pen = float(random.uniform(*PENS))
            images.append(
                render_strokes(
                    strokes,
                    steps=steps,
                    pen_width=pen,
                    pen_width_drawn=pen * size / 17.5,
                    canvas=(PAD, PAD),
                )
            )
            labels.append(digit)
            styles.append(style)
    return StrangePens(np.stack(images), np.array(labels, np.int64), np.array(styles))


def drawn(way: str, random: np.random.Generator) -> tuple[list[Points], float]:
    """Draw a way of writing somewhere on the pad; return the strokes and the height in their unit."""
    size = float(random.uniform(0.3, 0.7) * PAD)
    angle = math.radians(random.uniform(-TURN, TURN))
    lean = USUAL_LEAN + random.uniform(-LEAN, LEAN)
    wide = math.exp(random.uniform(-PRESSED, PRESSED))
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    shape = turn @ np.array([[wide, -lean], [0.0, 1.0]]) * size / 100
    place = random.uniform(0.38, 0.62, 2) * PAD
    strokes = []
    for stroke in way.split("/"):
        given = np.array([[float(part) for part in point.split(",")] for point in stroke.split()])
        given = given + random.normal(0, JITTER, given.shape)
        curve = smooth(given)
        strokes.append((curve + tremor(curve, random) - 50) @ shape.T + place)
    return strokes, size


def turned_images(dataset: Dataset, *, seed: int = 11) -> Dataset:
    """Turn, lean, press, thicken and thin every image, and prepare it again as a drawing; always alike."""
    config = AugmentationConfig(
        enabled=True, rotation=TURN, scale=0.2, shear=12, shift=0, thickness=IMAGE_PENS, elastic=0
    )
    varier = Augmenter(config, dataset.image_shape, generator(seed, "strange pens"))
    raw = torch.from_numpy(dataset.images.reshape(len(dataset), -1))
    varied = torch.cat([varier(part).clone() for part in raw.split(1000)])[:, 0]
    images = np.stack([normalize_image(image) for image in varied.mul(255).round().to(torch.uint8).numpy()])
    return Dataset("turned", images, dataset.labels, dataset.classes)
