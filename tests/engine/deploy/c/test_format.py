"""The C source: compiled as strictly as there is, it answers as the model does."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.config import NetworkConfig
from engine.deploy.about import About
from engine.deploy.c.format import C
from engine.deploy.c.source import literal, number, source_of
from engine.deploy.export_format import Footprint
from engine.deploy.operations import PlainNetwork, plain_network
from engine.errors import ExportError
from engine.goals.registry import GOALS
from engine.inputs.feature import features_of
from engine.layers.operations import Dense, Flatten, Softmax
from engine.models.build import build
from tests.engine.deploy.networks import SHAPE, STRICT, answers_of, plain_named, shaken

ABOUT = About(tuple("0123456789"), SHAPE, "12", 0.98, 0.97)
needs_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")


@needs_compiler
def test_colours() -> None:
    shape = (3, 20, 24)
    hidden: list[Any] = [
        {"kind": "conv", "channels": 4},
        {"kind": "patches", "size": 3, "width": 6},
        {"kind": "pool"},
    ]
    model = shaken(NetworkConfig(hidden=hidden), shape=shape, classes=3)
    images = np.random.default_rng(1).integers(0, 256, (5, 20, 24, 3), np.uint8)

    content = C.written(plain_network(model, shape), About(("a", "b", "c"), shape))

    np.testing.assert_allclose(C.answers(content, images), answers_of(model, images), rtol=0, atol=1e-5)


@needs_compiler
def test_in_a_program_of_ones_own(tmp_path: Path, digits: NDArray[np.uint8]) -> None:
    """Names of classes are data whatever is in them, and what is known of it is JSON."""
    names = ('"', "\\", "??/", "\n", "数字", "%s", "*/", "7", "8", "9")
    about = About(names, SHAPE, "12", 0.98, 0.99)
    model, plain = plain_named("dense")
    (tmp_path / "digit.c").write_bytes(C.written(plain, about))
    (tmp_path / "own.c").write_text(
        "#include <stdio.h>\n"
        "extern const char *const digit_classes[]; extern const char digit_about[];\n"
        "void digit_probabilities(const unsigned char *, float *);\n"
        "int main(void) { unsigned char image[784]; float p[10]; int i;\n"
        "  if (fread(image, 1, 784, stdin) != 784) return 1;\n"
        "  digit_probabilities(image, p); puts(digit_about);\n"
        '  for (i = 0; i < 10; i++) printf("%s%c%.9g%c", digit_classes[i], 1, (double)p[i], 2);\n'
        "  return 0; }\n",
        encoding="utf-8",
    )
    subprocess.run(
        ["cc", *STRICT, "digit.c", "own.c", "-o", "own", "-lm"], cwd=tmp_path, check=True, timeout=60
    )

    done = subprocess.run([tmp_path / "own"], input=digits[0].tobytes(), capture_output=True, timeout=60)

    said, shares = done.stdout.decode().split("\n", 1)
    pairs = [part.split("\x01") for part in shares.split("\x02")[:-1]]
    assert tuple(name for name, _ in pairs) == names
    np.testing.assert_allclose(
        [float(share) for _, share in pairs], answers_of(model, digits[:1])[0], atol=1e-5
    )
    assert json.loads(said)["gate"] == {"pass_mark": 0.99, "verdict": "not_passed"}


@needs_compiler
def test_rows_of_numbers(tmp_path: Path) -> None:
    """A program of one's own gives features as they are measured, and finds their names beside them."""
    rows = np.random.default_rng(2).normal(0, 300, (7, 3)).astype(np.float32)
    rows[0] = [3e38, 1e-30, -0.1]
    network, mean, deviation = NetworkConfig(hidden=[6, 5]), [5.0, -2.0, 0.0], [90.0, 300.0, 7.0]
    model = build(network, image_shape=(3,), classes=2, seed=4, mean=mean, deviation=deviation)
    with torch.inference_mode():
        plain = plain_network(model.eval(), (3,))
    about = About(("a", "b"), (3,), features=features_of(rows, ["long", 'ti"ck', "数"]))
    content = C.written(plain, about)

    assert C.obstacle(plain) == ""
    np.testing.assert_allclose(C.answers(content, rows), answers_of(model, rows), rtol=0, atol=1e-5)
    (tmp_path / "numbers.c").write_bytes(content)
    (tmp_path / "own.c").write_text(
        "#include <stdio.h>\n"
        "extern const char *const numbers_features[], *const numbers_classes[];\n"
        "void numbers_probabilities(const float *, float *);\n"
        "int main(void) { float row[3] = {1, 2, 3}, p[2]; int i; numbers_probabilities(row, p);\n"
        "  for (i = 0; i < 3; i++) puts(numbers_features[i]);\n"
        '  printf("%s %.9g", numbers_classes[0], (double)p[0]); return 0; }\n',
        encoding="utf-8",
    )
    subprocess.run(
        ["cc", *STRICT, "numbers.c", "own.c", "-o", "own", "-lm"], cwd=tmp_path, check=True, timeout=60
    )
    done = subprocess.run([tmp_path / "own"], capture_output=True, timeout=60, encoding="utf-8")
    *names, last = done.stdout.splitlines()
    assert names == ["long", 'ti"ck', "数"]
    assert float(last.removeprefix("a ")) == pytest.approx(
        answers_of(model, np.array([[1, 2, 3]], np.float32))[0, 0], abs=1e-5
    )


@needs_compiler
def test_a_model_that_gives_a_number_gives_it() -> None:
    rows = np.random.default_rng(3).normal(0, 30, (9, 2)).astype(np.float32)
    goal = GOALS["number"]
    model = build(NetworkConfig(hidden=[4]), image_shape=(2,), classes=1, seed=1, goal=goal).eval()
    with torch.inference_mode():
        plain = plain_network(model, (2,))
        wanted = goal.answers(model(torch.from_numpy(rows))).numpy()
    about = About(("price",), (2,), features=features_of(rows, ["a", "b"]), goal="number")
    content = C.written(plain, about)
    np.testing.assert_allclose(C.answers(content, rows), wanted, rtol=1e-5, atol=1e-4)
    assert b"void numbers_answer(const float row[" in content
    assert b"probab" not in content


def test_flash_and_ram_are_told() -> None:
    _, plain = plain_named("dense")  # 784-12-64-7-10, and three numbers for the pixels
    source = source_of(plain)
    assert source is not None
    weights = 3 + 784 * 12 + 12 + 12 * 64 + 64 + 64 * 7 + 7 + 7 * 10 + 10
    assert source.footprint == C.footprint(plain) == Footprint(4 * weights, 4 * 2 * 784)
    text = C.written(plain, ABOUT).decode()
    assert (
        f"Weights: {4 * weights} bytes of flash. Numbers while it runs: {4 * 2 * 784} bytes of RAM." in text
    )


def test_numbers_come_back() -> None:
    values = np.array([0, 1, -3, 0.1, 1e-30, 3.4e38, 1 / 3, 16777217], np.float32)
    said = [number(value) for value in values.tolist()]
    np.testing.assert_array_equal(np.array([text.rstrip("f") for text in said], np.float32), values)
    assert said[:3] == ["0.0f", "1.0f", "-3.0f"]
    assert [number(value) for value in (np.nan, np.inf, -np.inf)] == ["NAN", "INFINITY", "-INFINITY"]


@needs_compiler
def test_weights_that_are_no_numbers_compile(digits: NDArray[np.uint8]) -> None:
    """Nothing comes of them, but the compiler has nothing to say."""
    weight, bias = np.zeros((10, 784), np.float32), np.zeros(10, np.float32)
    weight[0, 0], weight[1, 0], bias[1] = np.inf, -np.inf, np.nan
    plain = PlainNetwork((Flatten(), Dense(weight, bias), Softmax()), SHAPE)
    assert np.isnan(C.answers(C.written(plain, ABOUT), digits)).all()


def test_literals() -> None:
    assert literal('a"b\\?\n') == r'"a\042b\134\077\012"'
    assert literal("é") == r'"\303\251"'


def test_many_weights_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    _, plain = plain_named("dense")
    assert C.obstacle(plain) == ""
    monkeypatch.setattr("engine.deploy.c.format.MOST_WEIGHTS", 100)
    assert "weights, and source is written of at most 100" in C.obstacle(plain)


def test_without_a_compiler_nothing_is_believed(
    monkeypatch: pytest.MonkeyPatch, digits: NDArray[np.uint8]
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ExportError, match="no C compiler to prove"):
        C.answers(b"", digits)


@needs_compiler
def test_what_does_not_compile_is_one_error(digits: NDArray[np.uint8]) -> None:
    with pytest.raises(ExportError, match="could not be proved"):
        C.answers(b"int main(void) { return x; }", digits)
    with pytest.raises(ExportError, match="could not be proved"):
        C.answers(b"int main(void) { int unused; return 0; }", digits)


@needs_compiler
@pytest.mark.parametrize(
    ("source", "why"),
    [
        (b"int main(void) { return x; }", "The compiler says"),
        (b"int main(void) { return 3; }", "Compiled, it does not answer: it ended with the code 3"),
    ],
)
def test_who_failed_is_said(source: bytes, why: str, digits: NDArray[np.uint8]) -> None:
    with pytest.raises(ExportError, match=why):
        C.answers(source, digits)


@needs_compiler
def test_what_takes_too_long_is_said_as_such(
    monkeypatch: pytest.MonkeyPatch, digits: NDArray[np.uint8]
) -> None:
    monkeypatch.setattr("engine.deploy.c.format.SECONDS", 1e-6)
    with pytest.raises(ExportError, match="took longer"):
        C.answers(b"int main(void) { return 0; }", digits)
