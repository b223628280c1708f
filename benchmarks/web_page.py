"""The web page beside the program: the same bytes of 2,000 drawings, the same answers, and how long one takes.

Digits by strange pens (`_strange_pens.py`) are drawn on the pad's 280 pixels; a real browser brings each to 28×28 by
the page's own lines, the program by its own, and both are compared byte for byte. Then the network of each preset,
untrained but shaken so that no number is as it began, is written as a page with weights of each kind, opened from disk,
and asked 100 of these pictures: bytes, the largest difference to PyTorch (with rounded weights to the rounded network),
and the milliseconds of an answer and of the preparation before it, each the least of 25 means: whatever else the
machine does adds to them.

Run: python benchmarks/web_page.py [--drawings 2000] [--presets article,cnn]
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # what finds the browser lies among the tests

import numpy as np
import torch
from _hand import WAYS
from _measure import command_line, machine
from _strange_pens import CLASSES, STYLES, drawn

from engine.config import load_preset
from engine.data.ink import render_many
from engine.deploy.about import About
from engine.deploy.operations import plain_network
from engine.deploy.reference import probabilities
from engine.deploy.web.format import WEB
from engine.deploy.weights import Weights, rounded
from tests.browser import browser_path, open_browser
from tests.engine.deploy.networks import SHAPE, answers_of, shaken

PRESETS = "article,lstm,transformer,hybrid,cnn,pen"
PEN, SIDE = 20.0, 280.0
ASKED = 100
LEAST = """(given, work) => {
    const means = Array.from({ length: 25 }, (_, turn) => {
        const some = given.slice(turn * given.length / 25, (turn + 1) * given.length / 25);
        const start = performance.now();
        some.forEach(work);
        return (performance.now() - start) / some.length;
    });
    return Math.min(...means);
}"""
PREPARE = """(given) => {
    const drawings = JSON.parse(given);
    const made = drawings.map((strokes) => pictureOf(strokes, 20));
    return JSON.stringify([leastOf(drawings, (one) => pictureOf(one, 20)), made.map((one) => Array.from(one))]);
}"""
ANSWER = """(given) => {
    const pictures = JSON.parse(given);
    const made = pictures.map((picture) => Array.from(probabilitiesOf(NETWORK, picture)));
    return JSON.stringify([leastOf(pictures, (one) => probabilitiesOf(NETWORK, one)), made]);
}"""


def main() -> int:
    """Compare and print; return 1 where a picture is not the same or an answer differs by more than 1e-5."""
    parser = command_line(__doc__)
    parser.add_argument("--drawings", type=int, default=2000)
    parser.add_argument("--presets", default=PRESETS)
    options = parser.parse_args()
    if browser_path() is None:
        print("There is no browser here (Debian's is the package chromium).", file=sys.stderr)
        return 2
    print(machine())
    torch.set_num_threads(1)
    random = np.random.default_rng(16)
    ways = [way for found in (*WAYS.values(), *STYLES.values()) for way in found]
    drawings = [drawn(ways[number % len(ways)], random)[0] for number in range(options.drawings)]
    pictures = render_many(drawings, pen_width_drawn=PEN, canvas=(SIDE, SIDE))
    worst = 0.0
    with open_browser() as browser, tempfile.TemporaryDirectory() as folder:
        page, path = browser.new_page(), Path(folder, "page.html")
        for number, name in enumerate(options.presets.split(",")):
            experiment = load_preset(name).network
            model = shaken(experiment)
            with torch.inference_mode():
                plain = plain_network(model, SHAPE)
            about = About(CLASSES, SHAPE, ",".join(layer.summary for layer in experiment.hidden))
            for weights in WEB.weights:
                content = WEB.written(plain, about, weights)
                path.write_bytes(content)
                page.goto(path.as_uri())
                page.evaluate(f"() => {{ globalThis.leastOf = {LEAST}; }}")
                if number == 0 and weights is Weights.FLOAT32:
                    given = json.dumps([[stroke.tolist() for stroke in drawing] for drawing in drawings])
                    took, made = json.loads(page.evaluate(PREPARE, given))
                    same = (np.array(made, np.uint8).reshape(pictures.shape) == pictures).all(axis=(1, 2))
                    print(f"{same.sum():,} of {len(same):,} pictures are the same bytes; {took:.2f} ms each")
                some = pictures[:ASKED]
                took, made = json.loads(
                    page.evaluate(ANSWER, json.dumps(some.reshape(len(some), -1).tolist()))
                )
                wanted = answers_of(model, some)
                if weights is not Weights.FLOAT32:
                    wanted = probabilities(rounded(plain, weights), some)
                difference = float(np.abs(np.array(made) - wanted).max())
                worst = max(worst, difference)
                print(f"{name:12} {weights:8} {len(content):9,} bytes  {difference:.1e}  {took:6.2f} ms")
    return 0 if same.all() and worst <= 1e-5 else 1


if __name__ == "__main__":
    sys.exit(main())
