"""What stands in an exported page, and what is proved of it, without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.deploy.about import About
from engine.deploy.operations import PlainNetwork, arrays_of
from engine.deploy.reference import probabilities
from engine.deploy.web.format import WEB
from engine.deploy.web.packing import packed, unpacked
from engine.deploy.web.page import SCRIPTS, about_of, packed_in
from engine.deploy.weights import Weights, rounded
from engine.layers.operations import Flatten, Operation, Softmax
from tests.engine.deploy.networks import HIDDEN, SHAPE, plain_named
from tests.engine.deploy.web.hostile import HOSTILE

ABOUT = About(tuple("0123456789"), SHAPE, "12,7", 0.9812, 0.97)
FILES = Path(__file__).parents[4] / "resources" / "web"


class Parts(HTMLParser):
    """Collects the elements of a page and the text in its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = dict(attrs).get("id") or tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[self.inside] = self.texts.get(self.inside, "") + data


def written(name: str = "dense", about: About = ABOUT, weights: Weights = Weights.FLOAT32) -> str:
    return WEB.written(plain_named(name)[1], about, weights).decode()


def test_only_its_own_lines_are_run_and_nothing_is_fetched() -> None:
    page = written()
    parts = Parts(page)

    [policy] = [each["content"] for _, each in parts.tags if each.get("http-equiv")]
    for kind, text in (("script", parts.texts["script"]), ("style", parts.texts["style"])):
        named = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{named}'" in str(policy)
    assert str(policy).startswith("default-src 'none'; ")
    assert "unsafe" not in str(policy)
    attributes = {name for _, each in parts.tags for name in each}
    assert (
        not {name for name in attributes if name.startswith("on")} | {"style", "src", "action"} & attributes
    )
    assert [each["href"][:5] for _, each in parts.tags if each.get("href")] == ["data:"]  # type: ignore[index]
    assert not re.findall(r"https?://(?!www\.w3\.org)", page)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_classes_cannot_leave_their_place(name: str) -> None:
    about = About((name, "{{script}}", "b"), SHAPE, "</script><b>", 0.5, 0.9)

    page = WEB.written(plain_named("none")[1], about).decode()

    plain, harmless = Parts(page), Parts(written())
    assert [tag for tag, _ in plain.tags] == [tag for tag, _ in harmless.tags]
    assert plain.texts["script"] == harmless.texts["script"]
    told = json.loads(plain.texts["aboutData"])
    assert told["classes"] == [name, "{{script}}", "b"]
    assert told["layers"] == "</script><b>"


def test_the_files_are_joined_as_they_are() -> None:
    script = Parts(written()).texts["script"]

    assert re.match(r'(//.*\n|\n)*"use strict";', script)
    for name in SCRIPTS:
        assert (FILES / name).read_text(encoding="utf-8") in script
    assert {path.name for path in FILES.glob("*.js")} == set(SCRIPTS)
    assert not re.search(r"</?script|<!--", script, re.IGNORECASE)  # either would end it early, or not at all


def test_every_operation_has_its_lines() -> None:
    lines = (FILES / "network.js").read_text(encoding="utf-8")

    known = set(re.findall(r"^  (\w+),$", lines[lines.index("const OPERATIONS") :], re.MULTILINE))
    assert known | {"branch", "join", "levels", "look"} == {kind.name for kind in Operation.__subclasses__()}


def test_every_language_says_everything() -> None:
    lines = (FILES / "words.js").read_text(encoding="utf-8")
    english, chinese = (
        dict(re.findall(r'^    (\w+):\s*"(.*)",$', part, re.MULTILINE))
        for part in re.split(r"^  zh: \{$", lines, flags=re.MULTILINE)
    )

    assert list(english) == list(chinese)
    assert len(english) > 20
    for key, text in english.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", chinese[key])), key


@pytest.mark.parametrize("weights", Weights)
@pytest.mark.parametrize("name", HIDDEN)
def test_a_network_is_unpacked_as_it_was(name: str, weights: Weights) -> None:
    _, plain = plain_named(name)

    found = unpacked(packed_in(written(name, weights=weights)))

    wanted = rounded(plain, weights)
    assert found.image_shape == wanted.image_shape
    for one, other in zip(found.operations, wanted.operations, strict=True):
        assert type(one) is type(other)
        for mine, its in zip(arrays_of(one), arrays_of(other), strict=True):
            np.testing.assert_array_equal(mine, its)
        assert repr(one.arguments()) == repr(other.arguments())


def test_the_proof_is_of_what_was_written(digits: NDArray[np.uint8]) -> None:
    """Another number in the file is another answer."""
    _, plain = plain_named("dense")
    page = written()
    told, weights = packed_in(page)
    numbers = bytearray(base64.b64decode(weights))
    numbers[-4:] = np.float32(9).tobytes()  # the bias of the last class
    other = page.replace(weights, base64.b64encode(numbers).decode())

    wanted = probabilities(plain, digits)

    np.testing.assert_allclose(WEB.answers(page.encode(), digits), wanted, rtol=0, atol=1e-6)
    assert np.abs(WEB.answers(other.encode(), digits) - wanted).max() > 0.1
    assert told == packed(plain).told


def test_what_makes_no_page_has_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    _, plain = plain_named("none")
    assert not WEB.obstacle(plain)
    monkeypatch.setattr("engine.deploy.web.format.MOST_WEIGHTS", 7850)
    assert WEB.obstacle(plain) == "It has 7,853 weights, and a page is written of at most 7,850."

    obstacle = WEB.obstacle(PlainNetwork((Flatten(), Softmax()), (1, 32, 32)))
    assert obstacle == (
        "It takes images of shape (1, 32, 32), and on the page one draws in 28×28 pixels, or shows a picture in "
        "three colours."
    )
    assert not WEB.obstacle(PlainNetwork((Flatten(), Softmax()), (3, 32, 32)))


@pytest.mark.parametrize(
    ("accuracy", "mark", "shown", "verdict"),
    [
        (0.9812, 0.97, "98.12", "passed"),
        (0.96996, 0.97, "96.996", "not_passed"),
        (0.9700, 0.97, "97.00", "passed"),
        (0.99999, 0.0, "99.99", None),
        (1.0, 0.999, "100.00", "passed"),
        (0.0, 0.5, "0.00", "not_passed"),
        (None, 0.97, None, None),
    ],
)
def test_figures_are_on_the_side_of_the_mark_that_the_verdict_is(
    accuracy: float | None, mark: float, shown: str | None, verdict: str | None
) -> None:
    told = about_of(About(("a",), SHAPE, "", accuracy, mark))

    assert (told["accuracy"], told["verdict"]) == (shown, verdict)
