"""From drawings and images to the 28×28 that the network sees."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PIL import Image, ImageDraw

from engine.data.ink import (
    SIZE,
    InkSteps,
    centre_of_mass,
    image_stages,
    normalize_image,
    render_many,
    render_polylines,
    render_strokes,
    scaled_and_centred,
    stages,
    step_texts,
)
from engine.data.ink import strokes as strokes_module
from engine.data.ink.resample import coarser
from engine.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALL_STEPS = [
    InkSteps(*(bool(bits >> place & 1) for place in range(5))) for bits in range(32)
]  # each step on and off in every company


def seven() -> list[np.ndarray]:
    return [
        np.array([[60.0, 50.0], [200.0, 45.0], [130.0, 240.0]]),
        np.array([[90.0, 140.0], [180.0, 138.0]]),
    ]


def curves(count: int, seed: int = 0) -> list[list[np.ndarray]]:
    random = np.random.default_rng(seed)
    drawings = []
    for _ in range(count):
        strokes = []
        for _ in range(random.integers(1, 4)):
            way = np.linspace(0, 3, random.integers(2, 60))[:, None]
            waves = random.normal(size=(3, 1, 2)) * 60
            strokes.append(140 + sum(wave * np.cos(number * way) for number, wave in enumerate(waves)))
        drawings.append(strokes)
    return drawings


def box(image: np.ndarray) -> tuple[int, int]:
    ink = image > 12  # a shimmer at round ends does not count
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return int(columns[-1] - columns[0] + 1), int(rows[-1] - rows[0] + 1)


class TestStrokes:
    def test_longer_side_is_twenty_pixels_and_the_mass_lies_at_pixel_fourteen(self) -> None:
        images = render_many(curves(200))
        longer = np.array([max(box(image)) for image in images])
        assert ((longer >= 20) & (longer <= 21)).all()
        assert (longer == 20).mean() > 0.9
        assert (
            np.abs(centre_of_mass(images) - 14).max() <= 0.75
        )  # half a pixel, unless ink would leave the frame
        assert (np.abs(centre_of_mass(images) - 14).max(axis=1) <= 0.5).mean() > 0.97

    def test_line_has_the_pen_width(self) -> None:
        image = render_strokes([[(0, 0), (0, 100)]], pen_width=2.5)
        assert image[10].sum() / 255 == pytest.approx(2.5, abs=0.02)
        wide = render_strokes([[(0, 0), (0, 100)]], pen_width=4)
        assert wide[12].sum() / 255 == pytest.approx(4, abs=0.02)

    @pytest.mark.parametrize(("scale", "right", "down"), [(0.01, 0, 0), (3, 1000, -40), (1e6, -1e9, 1e9)])
    def test_size_and_place_on_the_pad_do_not_matter(self, scale: float, right: float, down: float) -> None:
        moved = [stroke * scale + (right, down) for stroke in seven()]
        difference = render_strokes(moved).astype(int) - render_strokes(seven())
        assert np.abs(difference).max() <= 1

    def test_more_points_on_the_same_way_change_nothing(self) -> None:
        dense = [
            np.stack(
                [np.interp(np.linspace(0, len(s) - 1, 3001), np.arange(len(s)), s[:, a]) for a in (0, 1)],
                axis=1,
            )
            for s in seven()
        ]
        assert np.abs(render_strokes(dense).astype(int) - render_strokes(seven())).max() <= 3

    def test_aspect_is_kept(self) -> None:
        width, height = box(render_strokes([[(0, 0), (100, 0), (100, 50), (0, 50), (0, 0)]]))
        assert width == 20
        assert height == pytest.approx(2.5 + 17.5 / 2, abs=1)

    def test_dot_is_a_disc_in_the_middle(self) -> None:
        for dot in ([(7, 9)], [(7, 9), (7, 9)], [(7.0, 9.0)] * 50):
            image = render_strokes([dot])
            assert image.sum() / 255 == pytest.approx(np.pi * 1.25**2, rel=0.15)
            assert np.abs(centre_of_mass(image[None]) - 14).max() <= 0.5

    def test_tap_with_a_moving_hand_stays_a_dot(self) -> None:
        image = render_strokes([[(50, 50), (51, 50.5)]], pen_width_drawn=20)
        assert max(box(image)) <= 4

    def test_empty_drawings_are_black(self) -> None:
        for empty in ([], [[]], [np.empty((0, 2))]):
            assert render_strokes(empty).shape == (28, 28)
            assert not render_strokes(empty).any()
        assert render_many([]).shape == (0, 28, 28)
        mixed = render_many([[], seven(), [[]]])
        assert [bool(image.any()) for image in mixed] == [False, True, False]

    def test_many_at_once_are_the_same_as_one_by_one(self) -> None:
        drawings = curves(60)
        one_by_one = np.array([render_strokes(drawing) for drawing in drawings])
        assert (render_many(drawings) == one_by_one).all()

    def test_oracle(self) -> None:
        """Distance to each segment, pixel by pixel."""
        strokes = seven()
        image = render_strokes(strokes, steps=InkSteps(crop=False, mass_centre=False), canvas=(280, 280))
        middles = np.stack(np.meshgrid(np.arange(28) + 0.5, np.arange(28) + 0.5), axis=-1)
        distance = np.full((28, 28), np.inf)
        for stroke in strokes:
            for begin, end in zip(stroke[:-1] / 10, stroke[1:] / 10, strict=True):
                way = end - begin
                share = np.clip(((middles - begin) @ way) / (way @ way), 0, 1)
                distance = np.minimum(
                    distance, np.linalg.norm(middles - begin - share[..., None] * way, axis=-1)
                )
        expected = np.clip(1.25 - distance + 0.5, 0, 1)
        error = np.abs(image / 255 - expected)
        assert error.max() < 0.12
        assert error.mean() < 0.003


class TestSteps:
    def test_crop_off_shrinks_the_whole_pad(self) -> None:
        small = [stroke / 4 + 200 for stroke in seven()]
        image = render_strokes(small, steps=InkSteps(crop=False, mass_centre=False), canvas=(280, 280))
        assert max(box(image)) < 10
        assert not image[:18].any()

    def test_aspect_off_fills_the_square(self) -> None:
        assert box(render_strokes(seven(), steps=InkSteps(keep_aspect=False, mass_centre=False))) == (20, 20)

    def test_mass_off_centres_the_box(self) -> None:
        image = render_strokes([[(0, 0), (0, 100), (60, 100)]], steps=InkSteps(mass_centre=False))
        rows = np.flatnonzero((image > 12).any(axis=1))
        assert rows[0] == 4
        assert rows[-1] == 23
        assert centre_of_mass(image[None])[0, 1] > 15

    def test_pen_off_lets_the_pen_shrink_with_the_drawing(self) -> None:
        line = [np.array([[0.0, 0.0], [0.0, 180.0]])]
        thin = render_strokes(line, steps=InkSteps(pen=False), pen_width_drawn=20)
        assert thin[14].sum() / 255 == pytest.approx(2.0, abs=0.05)
        thick = render_strokes(line, steps=InkSteps(pen=False), pen_width_drawn=60)
        assert thick[14].sum() / 255 == pytest.approx(5.0, abs=0.1)

    def test_a_pen_that_nobody_knows_is_as_thick_for_its_drawing_as_the_networks_is(self) -> None:
        for size in (0.01, 1, 100):
            drawn = render_strokes([stroke * size for stroke in seven()], steps=InkSteps(pen=False))
            assert (drawn == render_strokes(seven())).all()

    def test_antialias_off_leaves_two_values(self) -> None:
        assert set(np.unique(render_strokes(seven(), steps=InkSteps(antialias=False)))) == {0, 255}

    def test_each_step_has_a_label_and_a_help(self) -> None:
        assert [text.name for text in step_texts()] == [
            "crop",
            "keep_aspect",
            "mass_centre",
            "pen",
            "antialias",
        ]
        assert all(text.label and text.help.endswith(".") for text in step_texts())

    @pytest.mark.parametrize("steps", ALL_STEPS)
    def test_last_stage_is_what_the_network_sees(self, steps: InkSteps) -> None:
        found = stages(seven(), steps=steps, canvas=(280, 280), pen_width_drawn=14)
        assert [stage.name for stage in found] == ["drawn", "cropped", "scaled", "centred"]
        rendered = render_strokes(seven(), steps=steps, canvas=(280, 280), pen_width_drawn=14)
        assert (found[-1].image == rendered).all()
        assert rendered.any()
        assert all(stage.image.dtype == np.uint8 and stage.label for stage in found)
        picture = np.full((90, 120), 255, np.uint8)
        picture[20:70, 50:56] = 10
        assert (image_stages(picture, steps=steps)[-1].image == normalize_image(picture, steps=steps)).all()

    @pytest.mark.parametrize("canvas", [None, (0, 0), (-5, 3), (np.nan, 2), (np.inf, 1)])
    def test_pad_without_a_size(self, canvas: tuple[float, float] | None) -> None:
        image = render_strokes(seven(), steps=InkSteps(crop=False), canvas=canvas)
        assert max(box(image)) >= 26  # the box around the ink stands for the pad

    def test_stages_of_an_empty_pad(self) -> None:
        assert not any(stage.image.any() for stage in stages([], canvas=(280, 280)))


class TestRobust:
    @pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
    def test_not_a_number_is_refused(self, value: float) -> None:
        with pytest.raises(DataError) as caught:
            render_strokes([[(0, 0), (1, value)]])
        assert caught.value.remedy

    @pytest.mark.parametrize("stroke", [[(1, 2, 3)], [1, 2, 3], "abc", [[1, 2], [3]], [(None, 1)], 5])
    def test_not_a_stroke_is_refused(self, stroke: object) -> None:
        with pytest.raises(DataError):
            render_strokes([stroke])  # type: ignore[list-item]

    @pytest.mark.parametrize("steps", ALL_STEPS)
    @pytest.mark.parametrize("far", [1e9, -1e9, 1e300, 1e-300])
    def test_far_and_near(self, steps: InkSteps, far: float) -> None:
        image = render_strokes([[(0, 0), (far, 5), (3, far)], [(far, far)]], steps=steps, canvas=(280, 280))
        assert image.shape == (28, 28)
        assert image.any()

    def test_line_across_the_pad_from_far_away(self) -> None:
        steps = InkSteps(crop=False, mass_centre=False)
        image = render_strokes([[(-1e9, 140), (1e9, 140)]], steps=steps, canvas=(280, 280))
        assert (image[13:15] == 255).all()
        assert not image[:10].any()

    def test_scribble_of_very_many_points(self) -> None:
        points = np.random.default_rng(0).uniform(0, 280, (200_000, 2))
        assert render_strokes([points]).mean() > 100

    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(
            hnp.arrays(
                np.float64,
                st.tuples(st.integers(0, 12), st.just(2)),
                elements=st.floats(allow_nan=False, allow_infinity=False),
            ),
            max_size=4,
        ),
        st.sampled_from(ALL_STEPS),
        st.floats(0.1, 30),
    )
    def test_any_finite_strokes_give_a_picture(
        self, strokes: list[np.ndarray], steps: InkSteps, pen_width: float
    ) -> None:
        image = render_strokes(
            strokes, steps=steps, pen_width=pen_width, canvas=(280, 200), pen_width_drawn=9
        )
        assert image.shape == (28, 28)
        assert image.dtype == np.uint8
        if steps.crop:
            assert image.any() == any(len(stroke) for stroke in strokes)


class TestPolylines:
    def test_same_as_strokes(self) -> None:
        way = np.linspace(0, 5, 96)
        points = np.stack([np.cos(way), 1.4 * np.sin(way * 1.3)], axis=1)
        quick = render_polylines(points[None], np.ones((1, 96), bool))[0]
        assert np.abs(quick.astype(int) - render_strokes([points])).max() <= 12

    def test_lifted_pen_paints_nothing(self) -> None:
        points = np.stack([np.zeros(60), np.arange(60.0)], axis=1)[None]
        down = np.ones((1, 60), bool)
        down[0, 20:40] = False
        image = render_polylines(points, down)[0]
        assert not image[14].any()
        assert image[8].any()
        assert not render_polylines(points, np.zeros((1, 60), bool)).any()

    @pytest.mark.parametrize("pen", [1.8, 2.5, 4.0])
    def test_a_pen_is_as_wide_as_it_is_pressed(self, pen: float) -> None:
        points = np.stack([np.zeros(96), np.linspace(0, 1, 96)], axis=1)[None]
        pressure = np.where(np.arange(96) < 48, 0.8, 1.3).astype(np.float32)[None]
        image = render_polylines(points, np.ones((1, 96), bool), pen_width=pen, pressure=pressure)[0]
        across = image.sum(axis=1) / 255
        inked = np.flatnonzero(across)
        above, below = across[inked[0] + 5], across[inked[-1] - 5]
        assert below / above == pytest.approx(1.3 / 0.8, rel=0.12)
        assert above == pytest.approx(0.8 * pen, abs=0.35)
        even = render_polylines(
            points, np.ones((1, 96), bool), pen_width=pen, pressure=np.ones_like(pressure)
        )
        assert (even == render_polylines(points, np.ones((1, 96), bool), pen_width=pen)).all()


def photograph(
    strokes: list[np.ndarray], *, dark: bool, shade: float, noise: float, size: int = 300
) -> np.ndarray:
    """Paint a digit on uneven, noisy paper: (size, size) uint8."""
    found = stages(strokes, canvas=(280, 280), pen_width_drawn=22)[0].image / 255
    ink = np.kron(found, np.ones((3, 3)))[:size, :size]
    paper = 0.95 - shade * np.linspace(0, 1, size)[None, :] * np.linspace(0.4, 1, size)[:, None]
    grey = paper * (1 - 0.8 * ink) if dark else 1 - paper * (1 - 0.8 * ink)
    grey = grey + np.random.default_rng(1).normal(0, noise, grey.shape)
    return (np.clip(grey, 0, 1) * 255).astype(np.uint8)


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    """Cosine of two pictures after the best shift by up to one pixel."""
    a = one.astype(float)
    return max(
        float(
            (a * (b := np.roll(other.astype(float), (dy, dx), (0, 1)))).sum()
            / np.sqrt((a**2).sum() * (b**2).sum())
        )
        for dy in (-1, 0, 1)
        for dx in (-1, 0, 1)
    )


class TestImages:
    @pytest.mark.parametrize("dark", [True, False])
    @pytest.mark.parametrize(("shade", "noise"), [(0, 0), (0, 0.03), (0.6, 0), (0.6, 0.02)])
    def test_photograph_looks_like_the_strokes(self, dark: bool, shade: float, noise: float) -> None:
        image = normalize_image(photograph(seven(), dark=dark, shade=shade, noise=noise))
        assert likeness(image, render_strokes(seven())) > 0.93

    def test_own_pictures_come_through_unchanged(self) -> None:
        for image in render_many(curves(50)):
            if max(box(image)) == 20 and np.abs(centre_of_mass(image[None]) - 14).max() < 0.5:
                assert (normalize_image(image) == image).all()
                assert (normalize_image(255 - image) == image).all()

    def test_colour_transparency_and_types_agree(self) -> None:
        grey = photograph(seven(), dark=True, shade=0, noise=0)
        expected = normalize_image(grey).astype(int)
        rgb = np.repeat(grey[:, :, None], 3, axis=2)
        ink = np.zeros((300, 300, 4), np.uint8)
        ink[:, :, 3] = (255 * (1 - grey / 242.0).clip(0, 1)).astype(np.uint8)
        white_ink = ink.copy()
        white_ink[:, :, :3] = 255
        for same in (
            rgb,
            grey / 255,
            grey.astype(np.float32),
            grey.astype(np.uint16) * 257,
            grey.astype(np.int64),
        ):
            assert np.abs(normalize_image(same) - expected).max() <= 2
        for transparent in (ink, white_ink, ink[:, :, [0, 3]]):
            assert likeness(normalize_image(transparent), expected) > 0.98

    def test_dust_far_from_the_digit_is_left_out(self) -> None:
        clean = photograph([stroke / 2 + 60 for stroke in seven()], dark=True, shade=0, noise=0)
        dusty = clean.copy()
        dusty[290:293, 5:8] = 20
        assert likeness(normalize_image(dusty), normalize_image(clean)) > 0.99

    def test_thick_and_thin_pens_are_brought_to_the_usual_width(self) -> None:
        for pen in (3, 12, 40):
            drawn = stages(seven(), canvas=(280, 280), pen_width_drawn=pen)[0].image
            large = 255 - np.kron(drawn, np.ones((4, 4), np.uint8))
            assert likeness(normalize_image(large), render_strokes(seven())) > 0.85

    @pytest.mark.parametrize("side", [100, 280, 600, 1000])
    @pytest.mark.parametrize("pen", [1, 2, 3])
    def test_a_hair_thin_pen_comes_out_as_black_as_any(self, pen: int, side: int) -> None:
        image = Image.new("L", (side, side), 255)
        path = [(0.15 * side, 0.15 * side), (0.85 * side, 0.18 * side), (0.4 * side, 0.9 * side)]
        ImageDraw.Draw(image).line(path, fill=0, width=pen)
        drawn = normalize_image(np.asarray(image))
        usual = render_strokes([np.array(path)])
        black, expected = (int((picture > 230).sum()) for picture in (drawn, usual))
        assert black > 0.6 * expected  # it was one pixel in thirty
        assert drawn.sum() == pytest.approx(float(usual.sum()), rel=0.2)

    @pytest.mark.parametrize("pen", [0.5, 2, 6, 10])
    def test_without_the_pen_step_a_thin_line_is_thin_and_not_grey(self, pen: float) -> None:
        bare = InkSteps(pen=False)
        assert render_strokes(seven(), steps=bare, pen_width_drawn=pen, canvas=(280, 280)).max() >= 230
        image = Image.new("L", (280, 280), 255)
        path = [tuple(point) for point in seven()[0].tolist()]
        ImageDraw.Draw(image).line(path, fill=0, width=max(round(pen), 1))
        assert normalize_image(np.asarray(image), steps=bare).max() >= 230

    def test_plain_pictures_are_empty(self) -> None:
        for value in (0, 128, 255):
            assert not normalize_image(np.full((50, 40), value, np.uint8)).any()
        assert not normalize_image(np.zeros((1, 1))).any()

    def test_edge_of_a_shadow_is_no_ink(self) -> None:
        grey = photograph(seven(), dark=True, shade=0, noise=0.02).astype(float)
        across = np.add.outer(0.4 * np.arange(300), np.arange(300))
        shadowed = np.where(across > 230, 0.6 * grey, grey).astype(np.uint8)
        assert likeness(normalize_image(shadowed), render_strokes(seven())) > 0.9

    def test_huge_picture(self) -> None:
        large = np.kron(photograph(seven(), dark=True, shade=0.3, noise=0), np.ones((8, 8), np.uint8))
        assert likeness(normalize_image(large), render_strokes(seven())) > 0.93

    @pytest.mark.parametrize(
        "image",
        [
            np.zeros((0, 5)),
            np.zeros(7),
            np.zeros((3, 3, 5)),
            np.full((4, 4), np.nan),
            np.array([["a", "b"]]),
            [[1, 2], [3]],
            np.zeros((2, 2), complex),
            None,
        ],
    )
    def test_no_image_is_refused(self, image: object) -> None:
        with pytest.raises(DataError) as caught:
            normalize_image(image)  # type: ignore[arg-type]
        assert caught.value.cause
        assert caught.value.remedy

    @settings(max_examples=40, deadline=None)
    @given(
        hnp.arrays(
            st.sampled_from([np.uint8, np.float32]),
            st.one_of(
                st.tuples(st.integers(1, 90), st.integers(1, 90)),
                st.tuples(st.integers(1, 40), st.integers(1, 40), st.integers(1, 4)),
            ),
            elements={"min_value": 0, "max_value": 1},
        ),
        st.sampled_from(ALL_STEPS),
    )
    def test_any_image_gives_a_picture(self, image: np.ndarray, steps: InkSteps) -> None:
        result = normalize_image(image, steps=steps)
        assert result.shape == (28, 28)
        assert result.dtype == np.uint8


@pytest.mark.mnist
def test_mnist_comes_through_unchanged() -> None:
    file = Path(os.environ["NETSKETCH_DATA"], "mnist", "t10k-images-idx3-ubyte.gz")
    images = np.frombuffer(gzip.decompress(file.read_bytes()), np.uint8, offset=16).reshape(-1, 28, 28)[:1500]
    prepared = np.array([normalize_image(image) for image in images])
    assert (prepared == images).all(axis=(1, 2)).mean() > 0.99
    assert np.abs(centre_of_mass(images) - 14).max() <= 0.51  # the convention that ink follows


def test_ink_imports_neither_torch_nor_qt() -> None:
    code = (
        "import sys, engine.data.ink, engine.data.generated; "
        "print([name for name in ('torch', 'PySide6', 'scipy', 'PIL') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("shape", [(2100, 2100), (2100, 2100, 3), (4100, 30), (30, 4100, 4)])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_a_coarser_picture_keeps_its_lightness(shape: tuple[int, ...], dtype: type[np.generic]) -> None:
    numbers = np.random.default_rng(0).integers(0, 255, shape).astype(dtype)
    small = coarser(numbers, 1024)
    assert small.dtype == dtype
    assert 1024 <= max(small.shape[:2]) < 2048 + 4
    assert small.shape[2:] == shape[2:]
    assert abs(float(small.mean()) - float(numbers.mean())) < 1
    assert coarser(small, 1100) is small


def test_the_networks_picture_is_not_painted_again_where_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {"canvas": (280, 280), "pen_width_drawn": 20}
    anew, sizes, paint = stages(seven(), **given), [], strokes_module._painted

    def noted(*arguments: Any) -> NDArray[np.uint8]:
        sizes.append((*arguments, SIZE)[3])
        return paint(*arguments)

    monkeypatch.setattr(strokes_module, "_painted", noted)
    seen = scaled_and_centred(seven(), **given)
    found = stages(seven(), seen=seen, **given)
    assert sizes == [SIZE, strokes_module.STAGE_SIZE, strokes_module.STAGE_SIZE]
    assert [stage.name for stage in found] == [stage.name for stage in anew]
    assert all((one.image == other.image).all() for one, other in zip(found, anew, strict=True))
    assert (seen[1] == render_strokes(seven(), **given)).all()
