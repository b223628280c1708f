"""The examples of docs/serving.md are run as they stand, against a service that is up."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.data.generated import generate
from engine.deploy.service import bodies, connection, desk, service
from engine.deploy.service.served import Served
from tests.engine.deploy.networks import SHAPE, plain_named

PAGE = (Path(__file__).parents[2] / "docs" / "serving.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
CURLS = [
    line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines() if line.startswith("curl")
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    from engine.deploy.about import About

    about = About(tuple("0123456789"), SHAPE, "12,7", 0.98, 0.97)
    running = service.Service(Served(plain_named("dense")[1], about, 256))
    running.start()
    yield running.address
    running.stop()


@pytest.mark.parametrize("line", CURLS)
def test_curl(line: str, address: str, tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("there is no curl")
    image = generate(1, seed=5)[0][0]
    Image.fromarray(255 - np.pad(image, 30)).save(tmp_path / "picture.png")
    (tmp_path / "pixels.json").write_text(json.dumps({"pixels": image.tolist()}))
    done = subprocess.run(
        shlex.split(line.replace("http://127.0.0.1:8765/", address)),
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
    )
    told = json.loads(done.stdout)
    assert "error" not in told
    if "predict" in line:
        assert {"class", "probability", "probabilities", "ms"} <= set(told)


def test_python(address: str) -> None:
    code = next(text for kind, text in BLOCKS if kind == "python")
    names: dict[str, object] = {"images": generate(3, seed=5)[0]}
    exec(code.replace("http://127.0.0.1:8765/", address), names)  # noqa: S102
    assert len(names["answers"]) == 3  # type: ignore[arg-type]


def test_the_recipe_is_python_with_nothing_left_open() -> None:
    code = next(text for kind, text in BLOCKS if kind == "python" and text.startswith("# serve.py"))
    compile(code, "serve.py", "exec")


def test_limits_are_those_of_the_code() -> None:
    assert f"{bodies.MOST_BYTES >> 20} MiB, {bodies.MOST_PIXELS // 10**6} million pixels" in PAGE
    assert f"{bodies.MOST_JSON >> 20} MiB, 256 images" in PAGE
    assert f"within {service.PATIENCE:.0f} seconds" in PAGE
    assert f"{desk.MOST_CONNECTIONS} connections" in PAGE
    for path in desk.METHODS:
        assert path == "/favicon.ico" or f" {path}`" in PAGE
    for kind in bodies.PICTURES:
        assert kind.partition("/")[2] in PAGE or kind == "image/jpg"
    assert connection.IDLE > service.PATIENCE
