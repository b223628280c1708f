"""The built-in digits."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from pydantic import ValidationError

from engine.config import VariationConfig
from engine.data import generated
from engine.data.generated import SKELETONS, generate, labels_of
from engine.data.generated.counters import normal, random_words, uniform
from engine.data.generated.drawing import (
    MOST_POINTS,
    MOST_POSES,
    MOST_STROKES,
    OF_DIGITS,
    REACH,
    draw,
    with_room,
    within_reach,
)
from engine.data.generated.grain import ROUGHEST, grain_of
from engine.data.generated.paths import SAMPLES, path_models
from engine.data.ink import centre_of_mass
from engine.errors import Cancelled, DataError


def test_image_follows_from_seed_and_index_alone() -> None:
    images, labels = generate(400, seed=3)
    later, later_labels = generate(150, seed=3, start=250)
    assert (later == images[250:]).all()
    assert (later_labels == labels[250:]).all()
    for index in range(0, 400, 23):
        image, label = generate(1, seed=3, start=index)
        assert (image[0] == images[index]).all()
        assert label[0] == labels[index]


def test_far_index_and_large_seed() -> None:
    images, _ = generate(3, seed=2**40 + 1, start=10**12)
    assert images.any(axis=(1, 2)).all()


def test_seeds_differ() -> None:
    one, other = generate(50, seed=0)[0], generate(50, seed=1)[0]
    assert not (one == other).all(axis=(1, 2)).any()
    assert not (labels_of(np.arange(200), 0) == labels_of(np.arange(200), 1)).all()


def test_labels_are_balanced_and_shuffled() -> None:
    _, labels = generate(1005)
    counts = np.bincount(labels, minlength=10)
    assert counts.max() - counts.min() <= 1
    assert not (labels[:100].reshape(10, 10) == np.arange(10)).all(axis=1).any()
    assert labels.dtype == np.int64


def test_images_are_like_mnists() -> None:
    images, _ = generate(600)
    assert images.shape == (600, 28, 28)
    assert images.dtype == np.uint8
    assert (images.max(axis=(1, 2)) > 200).mean() > 0.99
    rows, columns = images.any(axis=2).sum(axis=1), images.any(axis=1).sum(axis=1)
    assert (np.abs(np.maximum(rows, columns) - 20) <= 2).all()
    assert np.median(np.abs(centre_of_mass(images) - 14)) < 0.5
    assert len(np.unique(images, axis=0)) == 600


def test_a_plain_reader_tells_them_apart() -> None:
    """Nearest class mean, trained and tested on different images."""
    images, labels = generate(3000, seed=5)
    pixels = images.reshape(-1, 784) / 255.0
    means = np.stack([pixels[:2000][labels[:2000] == digit].mean(axis=0) for digit in range(10)])
    guesses = ((pixels[2000:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    assert (guesses == labels[2000:]).mean() > 0.55  # chance is 0.1


def test_without_variation_only_the_poses_of_the_commonest_style_remain() -> None:
    none = VariationConfig(**dict.fromkeys(VariationConfig.model_fields, 0.0))
    images, labels = generate(60, variation=none)
    for digit in range(10):
        own = images[labels == digit]
        assert (own == own[0]).all()


@pytest.mark.parametrize("name", list(VariationConfig.model_fields))
def test_each_variation_does_something(name: str) -> None:
    usual = generate(200)[0]
    assert (generate(200, variation=VariationConfig(**{name: 0.0}))[0] != usual).any()
    wild = generate(200, variation=VariationConfig(**{name: 3.0}))[0]
    assert wild.any(axis=(1, 2)).all()


def test_roughness_frays_edges_and_leaves_size_and_ink() -> None:
    smooth, rough = (
        generate(500, variation=VariationConfig(roughness=roughness))[0].astype(int) for roughness in (0, 2)
    )
    assert rough.mean() == pytest.approx(smooth.mean(), rel=0.1)
    for axis in (1, 2):
        sizes = [images.any(axis=axis).sum(axis=1) for images in (smooth, rough)]
        assert np.mean(sizes[1]) == pytest.approx(np.mean(sizes[0]), abs=0.5), "pixels"

    def fraying(images: NDArray[np.int64]) -> float:
        """Say how far pixels differ from the two above and below, beside how far from one of them."""
        bend = np.abs(2 * images[:, 1:-1] - images[:, 2:] - images[:, :-2]).sum()
        return float(bend / np.abs(images[:, 1:] - images[:, :-1]).sum())

    assert fraying(rough) > 1.1 * fraying(smooth)


def test_grain_is_as_strong_as_asked_and_each_picture_has_its_own() -> None:
    amount, place = np.full(300, 1, np.float32), np.linspace(0, 0.999, 300, dtype=np.float32)
    grain = grain_of(amount, place, 2.0)
    assert grain is not None
    assert grain.shape == (300, 28, 28)
    assert grain.std() == pytest.approx(2 * ROUGHEST, rel=0.05)
    assert abs(grain.mean()) < 0.02
    neighbours = np.corrcoef(grain[:, :, 1:].ravel(), grain[:, :, :-1].ravel())[0, 1]
    assert 0.2 < neighbours < 0.7, "ragged in patches, not pixel by pixel"
    assert abs(np.corrcoef(grain[0].ravel(), grain[1].ravel())[0, 1]) < 0.2
    half = grain_of(amount / 2, place, 2.0)
    assert half is not None
    np.testing.assert_allclose(half, grain / 2, rtol=1e-6)
    assert grain_of(amount, place, 0.0) is None


def test_nobody_is_unusual_in_everything() -> None:
    usual, far = np.full((1, 6), 0.9, np.float32), np.full((1, 6), 2.0, np.float32)
    np.testing.assert_allclose(within_reach(usual), usual, rtol=1e-6)
    held = within_reach(far)
    assert REACH < np.linalg.norm(held) < np.linalg.norm(far) - 1
    np.testing.assert_allclose(held / held[:, :1], 1, rtol=1e-6)  # in the same direction
    alone = np.array([[2.5, 0, 0, 0, 0, 0]], np.float32)
    np.testing.assert_allclose(within_reach(alone), alone, rtol=1e-6)


def test_a_bold_pen_leaves_room_in_a_ring_and_not_in_a_line() -> None:
    way = np.linspace(0, 2 * np.pi, SAMPLES)
    ring = np.stack([0.2 * np.sin(way), 0.5 * np.cos(way)], axis=1)
    line = np.stack([0 * way, way / (2 * np.pi)], axis=1)
    points, down = np.stack([ring, line]).astype(np.float32), np.ones((2, SAMPLES), bool)
    bold = with_room(points, down, np.array([5.0, 5.0], np.float32))
    assert bold[0] < 4
    assert bold[1] == pytest.approx(5)
    np.testing.assert_allclose(with_room(points, down, np.array([1.2, 1.2], np.float32)), 1.2, rtol=1e-5)


def test_pens_are_pressed_unevenly_and_without_variation_evenly() -> None:
    digits, indices = np.arange(300) % 10, np.arange(300)
    usual = draw(digits, 0, indices, VariationConfig()).pressure
    assert usual.shape == (300, SAMPLES)
    assert 0.03 < usual.std(axis=1).mean() < 0.3
    assert usual.mean() == pytest.approx(1, abs=0.03)
    even = draw(digits, 0, indices, VariationConfig(pen=0))
    assert (even.pressure == 1).all()
    assert even.pen_width.max() < 2.6


def test_each_digit_leans_in_its_own_way_and_without_slant_none_does() -> None:
    digits, indices = np.repeat(np.arange(10), 200), np.arange(2000)
    usual = draw(digits, 0, indices, VariationConfig()).lean.reshape(10, 200).mean(axis=1)
    upright = draw(digits, 0, indices, VariationConfig(slant=0)).lean.reshape(10, 200).mean(axis=1)
    assert np.abs(upright).max() < 0.05
    assert np.corrcoef(usual, [lean for lean, _, _ in OF_DIGITS])[0, 1] > 0.8


def test_variations_have_words_and_bounds() -> None:
    for name, info in VariationConfig.model_fields.items():
        assert info.label, name
        assert info.help, name
    with pytest.raises(ValidationError):
        VariationConfig(slant=-1)
    with pytest.raises(ValidationError):
        VariationConfig(warp=float("nan"))


@pytest.mark.slow
def test_progress_and_cancel() -> None:
    seen: list[tuple[int, int]] = []
    generate(5000, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (5000, 5000)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    seen.clear()
    with pytest.raises(Cancelled):
        generate(
            50_000, progress=lambda done, total: seen.append((done, total)), cancelled=lambda: len(seen) >= 1
        )
    assert len(seen) == 1


def test_nothing_and_less_than_nothing() -> None:
    images, labels = generate(0)
    assert images.shape == (0, 28, 28)
    assert labels.shape == (0,)
    with pytest.raises(DataError):
        generate(-1)
    with pytest.raises(DataError):
        generate(1, start=-5)


def test_dataset() -> None:
    data = generated.dataset(30, seed=2)
    assert data.name == "generated"
    assert data.classes == tuple("0123456789")
    assert (data.images == generate(30, seed=2)[0]).all()


class TestSkeletons:
    def test_every_digit_has_several_ways(self) -> None:
        ways = [sum(skeleton.digit == digit for skeleton in SKELETONS) for digit in range(10)]
        assert min(ways) >= 6
        names = [(skeleton.digit, skeleton.name) for skeleton in SKELETONS]
        assert len(set(names)) == len(names)

    @pytest.mark.parametrize(
        "model", path_models(), ids=lambda model: f"{model.skeleton.digit} {model.skeleton.name}"
    )
    def test_path_goes_through_the_points(self, model: generated.paths.PathModel) -> None:
        assert len(model.stroke) <= MOST_POINTS
        assert model.stroke[-1] < MOST_STROKES
        assert len(model.poses) <= MOST_POSES
        assert model.pen_down.sum() == SAMPLES - model.stroke[-1]
        np.testing.assert_allclose(model.sharp.sum(axis=1), 1, atol=1e-4)  # moving all points moves the path
        np.testing.assert_allclose(model.rounded.sum(axis=1), 1, atol=1e-4)
        mean = model.poses.mean(axis=0)
        path = (model.sharp @ mean)[model.pen_down]
        nearest = np.linalg.norm(path[None] - mean[:, None], axis=2).min(axis=1)
        assert nearest.max() < 0.06
        for pose in model.poses:  # and stays near the digit
            assert np.abs(model.sharp @ pose).max() < 1.0

    def test_poses_of_a_skeleton_have_the_same_form(self) -> None:
        for skeleton in SKELETONS:
            forms = {tuple(len(stroke.split(",")) for stroke in pose) for pose in skeleton.poses}
            corners = {
                tuple("^" in point for stroke in pose for point in stroke.split(","))
                for pose in skeleton.poses
            }
            assert len(forms) == len(corners) == 1, skeleton.name


class TestCounters:
    def test_uniform_and_normal(self) -> None:
        words = random_words(7, np.arange(2000), 50)
        even, bell = uniform(words), normal(words)
        assert even.min() >= 0
        assert even.max() < 1
        assert even.mean() == pytest.approx(0.5, abs=0.005)
        assert bell.mean() == pytest.approx(0, abs=0.01)
        assert bell.std() == pytest.approx(1, abs=0.01)
        assert np.abs(np.corrcoef(even[:, :8].T) - np.eye(8)).max() < 0.1
        assert np.abs(np.corrcoef(even[:-1, 0], even[1:, 0])[0, 1]) < 0.1

    def test_streams_and_indices_differ(self) -> None:
        indices = np.arange(1000)
        assert not (random_words(0, indices, 3, stream=1) == random_words(0, indices, 3, stream=2)).any()
        assert len(np.unique(random_words(0, indices, 3))) == 3000
        negative = random_words(-5, indices, 1)
        assert not (negative == random_words(5, indices, 1)).any()
