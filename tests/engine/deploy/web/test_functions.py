"""The page's own functions, run by a real browser, beside the program's: the same pictures, the same answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.config import load_preset
from engine.data.ink import group_strokes, render_strokes
from engine.deploy.operations import PlainNetwork, plain_network
from engine.deploy.reference import probabilities
from engine.deploy.web.packing import packed
from engine.deploy.weights import Weights, rounded
from engine.layers.operations import Affine, Dense, Flatten, Pad, Shrink, Softmax
from gui.pad.strokes import on_paper, smoothed
from tests.engine.deploy.networks import HIDDEN, PRESETS, SHAPE, answers_of, plain_named, shaken
from tests.engine.deploy.web.drawings import SIDE, SPECIAL, Pull, pulls, side_by_side

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow  # a browser is started

PEN = 20.0
ASK = """(told, weights, images) => {
    const network = networkOf(JSON.parse(told), weights);
    return images.map((image) => Array.from(probabilitiesOf(network, image)));
}"""


def called(page: Page, function: str, *given: object) -> Any:
    """Return what a function of the page makes of lists and numbers; as JSON they come in a hundredth of the time."""
    return json.loads(
        page.evaluate(f"(given) => JSON.stringify(({function})(...JSON.parse(given)))", json.dumps(given))
    )


def strokes_of(drawing: list[Pull]) -> list[NDArray[np.float64]]:
    """Return the strokes that the pad makes of pulls."""
    return [part for pull in drawing for part in on_paper(smoothed(pull))]


def said_by(page: Page, network: PlainNetwork, images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return what the page computes of a network, for each image."""
    found = called(page, ASK, *packed(network), images.reshape(len(images), -1).tolist())
    return np.array(found, np.float32)


def pressed(pull: Pull) -> Pull:
    """Return a pull with the width of a pen that is pressed now more, now less."""
    return [[x, y, 20 + 12 * np.sin(0.7 * number)] for number, (x, y) in enumerate(pull)]


def test_pulls_become_the_strokes_of_the_pad(opened: Page) -> None:
    drawings = SPECIAL + pulls(60, seed=1) + pulls(60, seed=2, beyond=True)
    drawings += [[pressed(pull) for pull in drawing] for drawing in pulls(40, seed=6, beyond=True)]

    found = called(
        opened, "(drawings) => drawings.map((pulls) => pulls.map((pull) => strokesOf(pull)))", drawings
    )

    for drawing, parts_of_pulls in zip(drawings, found, strict=True):
        for pull, parts in zip(drawing, parts_of_pulls, strict=True):
            wanted = on_paper(smoothed(pull))
            assert len(parts) == len(wanted)
            for part, want in zip(parts, wanted, strict=True):
                np.testing.assert_allclose(np.array(part), want, rtol=0, atol=1e-9)


def test_pictures_are_the_same_bytes(opened: Page) -> None:
    drawings = [strokes_of(drawing) for drawing in SPECIAL + pulls(240, seed=3)]
    given = [[stroke.tolist() for stroke in drawing] for drawing in drawings]

    found = called(
        opened,
        "(drawings, pen) => drawings.map((strokes) => Array.from(pictureOf(strokes, pen)))",
        given,
        PEN,
    )

    wanted = [render_strokes(drawing, pen_width_drawn=PEN, canvas=(SIDE, SIDE)) for drawing in drawings]
    np.testing.assert_array_equal(np.array(found, np.uint8).reshape(-1, 28, 28), wanted)
    assert len({picture.tobytes() for picture in wanted}) > 200  # they are not all alike


def test_several_digits_are_parted_as_on_the_pad(opened: Page) -> None:
    drawings = [
        strokes_of(drawing) for drawing in SPECIAL + pulls(60, seed=4) + side_by_side(120, seed=5)
    ] + [[], [np.empty((0, 2))], [np.array([[9.0, 9.0]])] * 60]
    given = [[stroke.tolist() for stroke in drawing] for drawing in drawings]

    found = called(opened, "(drawings, pen) => drawings.map((strokes) => groupsOf(strokes, pen))", given, PEN)

    wanted = [group_strokes(drawing, pen_width=PEN) for drawing in drawings]
    assert found == wanted
    assert {1, 2, 3} <= {len(groups) for groups in wanted}


@pytest.mark.parametrize("name", HIDDEN)
def test_every_kind_of_layer(name: str, opened: Page, digits: NDArray[np.uint8]) -> None:
    model, plain = plain_named(name)

    np.testing.assert_allclose(
        said_by(opened, plain, digits[:10]), answers_of(model, digits[:10]), rtol=0, atol=1e-5
    )


@pytest.mark.parametrize("weights", list(Weights)[1:])
def test_rounded_weights(weights: Weights, opened: Page, digits: NDArray[np.uint8]) -> None:
    for name in ("conv", "lstm both", "attention"):
        _, plain = plain_named(name)

        found = called(opened, ASK, *packed(plain, weights), digits[:10].reshape(10, -1).tolist())

        wanted = probabilities(rounded(plain, weights), digits[:10])
        np.testing.assert_allclose(np.array(found), wanted, rtol=0, atol=1e-5)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset(name: str, opened: Page, digits: NDArray[np.uint8]) -> None:
    model = shaken(load_preset(name).network)
    with torch.inference_mode():
        plain = plain_network(model, SHAPE)

    np.testing.assert_allclose(
        said_by(opened, plain, digits[:3]), answers_of(model, digits[:3]), rtol=0, atol=1e-5
    )


def test_operations_that_no_layer_is_alone(opened: Page, digits: NDArray[np.uint8]) -> None:
    numbers = np.random.default_rng(4)
    one = np.ones(1, np.float32)
    weight = numbers.normal(size=(10, 15 * 15)).astype(np.float32)
    dense = Dense(weight, np.zeros(10, np.float32))
    operations = (Affine(one, -one, 2 * one), Pad(1, 2), Shrink(2, largest=True), Flatten(), dense, Softmax())
    plain = PlainNetwork(operations, SHAPE)

    np.testing.assert_allclose(
        said_by(opened, plain, digits), probabilities(plain, digits), rtol=0, atol=1e-5
    )


def test_numbers_of_16_bits(opened: Page) -> None:
    bits = np.arange(1 << 16, dtype=np.uint16)

    found = called(opened, "(bits) => bits.map((one) => String(halfOf(one)))", bits.tolist())

    np.testing.assert_array_equal(np.array(found, np.float64), bits.view(np.float16).astype(np.float64))
