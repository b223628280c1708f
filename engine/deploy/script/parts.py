"""The parts of an exported script that are written for it alone; what is between them is copied from the program."""

from __future__ import annotations

IMPORT = "import "
NUMPY = "import numpy as np"
NEEDED = ("import base64", "import io", "import json", "import sys", "from functools import lru_cache", NUMPY)

HEAD = '''\
#!/usr/bin/env python3
"""Reads pictures of what it was taught, with NumPy alone: python {file} picture.png

Made by NetSketch: the network, its weights, and the preparation of drawings are all in here. In a program of your own,

{use}

Python 3.10 and NumPy 1.24 or newer will do.
"""

from __future__ import annotations

'''

USE_OF_DRAWINGS = """\
    probabilities(images)  takes images (N, 28, 28) uint8, ink 255 on 0, and returns (N, classes) float32;
    normalize_image(image) makes such an image of any picture of one digit, as an array."""
USE_OF_COLOURS = """\
    probabilities(images)  takes images (N, {form}) uint8, red, green, blue, and returns (N, classes) float32;
    picture_for(image, ({shape})) makes such an image of any picture, as an array."""

HEAD_OF_NUMBERS = '''\
#!/usr/bin/env python3
"""Tells classes apart by numbers, as it was taught, with NumPy alone: python {file} 5.1,3.5,1.4,0.2

Made by NetSketch: the network and its weights are in here. In a program of your own,

    probabilities(rows)  takes rows (N, {features}) of numbers and returns (N, classes) float32.

Python 3.10 and NumPy 1.24 or newer will do.
"""

from __future__ import annotations

'''

STAND_INS = '''
ABOUT = json.loads({about})
CLASSES = ABOUT["classes"]


class Phrase(str):
    """Words with places for values, filled."""

    def __new__(cls, template, /, **values):
        return super().__new__(cls, template.format(**values) if values else template)


class DataError(Exception):
    """A picture cannot be read."""

    def __init__(self, what, *, cause="", remedy="", **values):
        parts = [part.format(**values) if values else part for part in (what, cause, remedy)]
        super().__init__(" ".join(filter(None, parts)))


'''

NETWORK = '''

# The network


def probabilities(images):
    """Return how probable each class is: images (N, {form}) uint8 in, (N, classes) float32 out."""
    images = np.asarray(images)
    if images.dtype != np.uint8 or images.shape[1:] != ({form}):
        raise ValueError("images are to be (N, {form}) uint8")
    with np.errstate(all="ignore"):
        made = [network(images[start : start + {portion}]) for start in range(0, len(images), {portion})]
    return np.concatenate(made) if made else np.zeros((0, len(CLASSES)), np.float32)


def network(images):
    """Take images (N, {form}) through the network."""
    w = weights()
    x = {first}.astype(np.float32) / np.float32(255)
{steps}
    return x


'''

NETWORK_OF_NUMBERS = '''

# The network


def probabilities(rows):
    """Return how probable each class is: rows (N, {features}) in, (N, classes) float32 out."""
    rows = np.asarray(rows, dtype=np.float32)
    if rows.ndim != 2 or rows.shape[1] != {features}:
        raise ValueError("rows are to be (N, {features}) numbers")
    with np.errstate(all="ignore"):
        made = [network(rows[start : start + {portion}]) for start in range(0, len(rows), {portion})]
    return np.concatenate(made) if made else np.zeros((0, len(CLASSES)), np.float32)


def network(x):
    """Take rows (N, {features}) through the network."""
    w = weights()
{steps}
    return x


'''

REST = '''@lru_cache(maxsize=1)
def weights():
    """Return the arrays of weights, in the order in which the network uses them."""
    content = io.BytesIO(base64.b64decode(WEIGHTS))
    return [read_array(content, "{kind}" if len(shape) > 1 else "float32", shape) for shape in SHAPES]


SHAPES = {shapes}
WEIGHTS = """
{weights}
"""

if __name__ == "__main__":
    sys.exit(main(sys.argv, ABOUT, probabilities{views}))
'''
