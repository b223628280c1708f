"""The script: one file that reads pictures as the program does, run by itself in a Python that knows nothing of us."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.data.image_file import read_image
from engine.data.ink import image_digits, normalize_image
from engine.deploy.about import About
from engine.deploy.operations import PlainNetwork
from engine.deploy.script.format import SCRIPT
from tests.engine.deploy.networks import coloured, plain_named

ABOUT = About(tuple("0123456789"), (1, 28, 28), "12", 0.98, 0.97)


@pytest.fixture(scope="module")
def plain() -> PlainNetwork:
    return plain_named("conv")[1]


@pytest.fixture(scope="module")
def script(plain: PlainNetwork, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("script") / "digit.py"
    path.write_bytes(SCRIPT.written(plain, ABOUT))
    return path


def run(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script where neither this program nor PyTorch is found, and where every warning is an error."""
    blocked = "import sys; sys.modules.update(torch=None, PIL=None, engine=None); import runpy; "
    blocked += "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["PYTHONIOENCODING"] = "utf-8"
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", blocked, script.name, *arguments],
        cwd=script.parent,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def test_it_reads_pictures_as_the_program_does(
    script: Path, plain: PlainNetwork, digits: NDArray[np.uint8]
) -> None:
    pictures = []
    for number in range(3):
        picture = Image.fromarray(255 - digits[number]).resize((140, 120), Image.Resampling.BICUBIC)
        picture.save(script.parent / f"{number}.png")
        pictures.append(script.parent / f"{number}.png")
    row = Image.new("L", (460, 140), 255)
    for place, path in enumerate(pictures):
        with Image.open(path) as picture:
            row.paste(picture, (10 + 150 * place, 10))
    row.save(script.parent / "row.png")

    done = run(script, "--json", *(path.name for path in pictures), "row.png")

    assert done.stderr == ""
    records = [json.loads(line) for line in done.stdout.splitlines()]
    from engine.deploy.reference import probabilities

    for record in records:
        expected = [
            digit.stages[-1].image for digit in image_digits(read_image(script.parent / record["image"]))
        ]
        shares = probabilities(plain, np.stack(expected))
        assert record["classes"] == [ABOUT.classes[share.argmax()] for share in shares]
        for found, share in zip(record["probabilities"], shares, strict=True):
            assert [found[name] for name in ABOUT.classes] == pytest.approx(share.tolist(), abs=1e-6)
            assert list(found.values()) == sorted(found.values(), reverse=True)
    assert len(records[-1]["classes"]) == 3


def test_it_prepares_drawings_byte_by_byte_as_the_program_does(
    plain: PlainNetwork, digits: NDArray[np.uint8]
) -> None:
    loaded = SCRIPT.loaded(SCRIPT.written(plain, ABOUT))
    numbers = np.random.default_rng(2)
    for number, digit in enumerate(digits[:12]):
        side = int(numbers.integers(30, 300))
        grey = np.asarray(Image.fromarray(digit).resize((side, side), Image.Resampling.BICUBIC))
        lit = 255 - grey * (0.5 + 0.4 * numbers.random()) - numbers.normal(0, 3 * (number % 3), grey.shape)
        image = lit.clip(0, 255).astype(np.uint8)
        image = np.stack([image, image, image // 2], axis=2) if number % 2 else image
        np.testing.assert_array_equal(loaded.normalize_image(image), normalize_image(image))


def test_for_a_person(script: Path, digits: NDArray[np.uint8]) -> None:
    Image.fromarray(digits[0]).save(script.parent / "small.png")

    done = run(script, "small.png")

    first, second = done.stdout.splitlines()
    assert first.startswith("small.png: ")
    assert second.count("%") == 10
    assert second.split()[0] == first.split()[-1]
    assert done.returncode == 0


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"nothing of the kind", None])
def test_a_bad_picture_is_one_clear_line(script: Path, content: bytes | None) -> None:
    path = script.parent / "bad.png"
    path.unlink(missing_ok=True)
    if content is not None:
        path.write_bytes(content)

    done = run(script, "bad.png")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("digit.py: “bad.png” ")
    assert done.stderr.count("\n") == 1


def test_paper_without_ink(script: Path) -> None:
    Image.new("L", (60, 60), 255).save(script.parent / "blank.png")
    assert "“blank.png” shows nothing" in run(script, "blank.png").stderr


def test_it_tells_what_it_is(script: Path) -> None:
    assert json.loads(run(script, "--about").stdout) == ABOUT.record
    assert ABOUT.record["gate"] == {"pass_mark": 0.97, "verdict": "passed"}
    assert "usage" in run(script).stderr
    assert run(script).returncode == 2
    assert run(script, "--help").returncode == 0


@pytest.mark.parametrize(
    "name", ['"', "\\", "'''", '"""', "\n", "{0}", "</script>", "数字", "\x1b[31m", "%s", "\udcff"]
)
def test_names_of_classes_are_data(name: str, plain: PlainNetwork, digits: NDArray[np.uint8]) -> None:
    about = About((name, *"123456789"), (1, 28, 28), name)

    loaded = SCRIPT.loaded(SCRIPT.written(plain, about))

    assert loaded.ABOUT == about.record
    assert loaded.CLASSES[0] == name


def test_network_of_pictures_in_colour_reads_all_of_a_picture(tmp_path: Path) -> None:
    from engine.data.photo import picture_for
    from engine.deploy.reference import probabilities

    shape = (3, 20, 24)
    network = coloured("conv", shape)
    script = tmp_path / "colour.py"
    about = About(ABOUT.classes, shape, "conv3")
    script.write_bytes(SCRIPT.written(network, about))
    text = script.read_text(encoding="utf-8")
    assert "def normalize_image" not in text
    assert "images (N, 20, 24, 3) uint8" in text
    pixels = np.random.default_rng(0).integers(0, 256, (90, 130, 4), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")

    done = run(script, "--json", "photo.png")

    assert done.stderr == ""
    record = json.loads(done.stdout)
    [wanted] = probabilities(network, picture_for(pixels, shape)[None])
    [found] = record["probabilities"]
    assert [found[name] for name in about.classes] == pytest.approx(wanted.tolist(), abs=1e-6)


def test_images_of_another_form_are_refused(plain: PlainNetwork) -> None:
    loaded = SCRIPT.loaded(SCRIPT.written(plain, ABOUT))
    with pytest.raises(ValueError, match="uint8"):
        loaded.probabilities(np.zeros((2, 28, 28)))
    assert loaded.probabilities(np.zeros((0, 28, 28), np.uint8)).shape == (0, 10)
