"""The page in a real browser: drawn on by mouse, finger and keys, opened from disk, without a network."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import expect

from engine.config import Experiment
from engine.data.ink import group_strokes, render_strokes
from engine.data.photo import picture_for
from engine.deploy.about import About
from engine.deploy.export import export
from engine.deploy.operations import PlainNetwork
from engine.deploy.reference import probabilities
from engine.deploy.web.format import WEB
from engine.deploy.weights import Rounding, Weights
from engine.inference import Recognizer
from engine.layers.operations import Dense, Flatten, Softmax
from engine.storage import model_file
from gui.pad.strokes import SIDE, on_paper, smoothed
from tests.engine.deploy.networks import SHAPE, coloured, network_named, plain_named, shaken
from tests.engine.deploy.web.hostile import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

    from engine.data.ink import Strokes

    Opening = Callable[..., Page]
    Path = list[tuple[int, int]]

pytestmark = pytest.mark.slow  # a browser is started

DIGITS = tuple("0123456789")
ABOUT = About(DIGITS, SHAPE, "12,7", 0.9812, 0.97)
FOUR: list[Path] = [[(60, 60), (55, 120), (60, 150), (110, 150)], [(100, 70), (98, 140), (96, 230)]]
TWO: Path = [(170, 90), (200, 70), (225, 90), (220, 130), (180, 190), (165, 225), (240, 225)]


def page_of(name: str = "dense", about: About = ABOUT, weights: Weights = Weights.FLOAT32) -> bytes:
    return WEB.written(plain_named(name)[1], about, weights)


class Hand:
    """Pulls a pen over the paper of a page, at whole pixels of the screen, and knows which strokes that are."""

    def __init__(self, page: Page) -> None:
        self.page = page
        area = page.locator("#pad").bounding_box()
        assert area is not None
        self.left, self.top, self.side = area["x"], area["y"], area["width"]
        assert area["height"] == pytest.approx(self.side)
        self.strokes: list[NDArray[np.float64]] = []

    def _on_screen(self, path: Path) -> list[tuple[float, float]]:
        """Return where the points of a path lie, and keep the strokes that the pad makes of it."""
        places = [
            (float(round(self.left + x * self.side / 280)), float(round(self.top + y * self.side / 280)))
            for x, y in path
        ]
        points = [((x - self.left) * SIDE / self.side, (y - self.top) * SIDE / self.side) for x, y in places]
        self.strokes += on_paper(smoothed(points))
        return places

    def pull_mouse(self, path: Path) -> None:
        first, *others = self._on_screen(path)
        self.page.mouse.move(*first)
        self.page.mouse.down()
        for place in others:
            self.page.mouse.move(*place)
        self.page.mouse.up()

    def pull_finger(self, session: CDPSession, path: Path) -> None:
        for number, (x, y) in enumerate(self._on_screen(path)):
            touch(session, "touchMove" if number else "touchStart", [(x, y)])
        touch(session, "touchEnd", [])


def touch(session: CDPSession, kind: str, places: list[tuple[float, float]]) -> None:
    points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def read_by(page: Page) -> list[dict[str, Any]]:
    """Return what the page makes of the drawing now, digit by digit, as it also shows it."""
    found: list[dict[str, Any]] = page.evaluate(
        "read().map(({picture, probabilities}) => ({picture: [...picture], probabilities: [...probabilities]}))"
    )
    return found


def assert_read_as_here(page: Page, strokes: Strokes, name: str = "dense") -> None:
    """The page sees the same bytes as the pad of the program, and its network says the same."""
    groups = group_strokes(strokes, pen_width=20.0)
    pictures = np.stack(
        [
            render_strokes([strokes[n] for n in group], pen_width_drawn=20.0, canvas=(SIDE, SIDE))
            for group in groups
        ]
    )
    found = read_by(page)

    assert len(found) == len(groups)
    np.testing.assert_array_equal([digit["picture"] for digit in found], pictures.reshape(len(groups), -1))
    wanted = probabilities(plain_named(name)[1], pictures)
    np.testing.assert_allclose([digit["probabilities"] for digit in found], wanted, rtol=0, atol=1e-5)
    best = [DIGITS[number] for number in wanted.argmax(axis=1)]
    expect(page.locator("#said")).to_contain_text(f"{best[0]}: ")
    assert page.locator(".reading b").all_inner_texts() == best
    assert page.locator("#bars .best bdi").inner_text() in best


def png_of(pixels: NDArray[np.uint8]) -> bytes:
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, "PNG")
    return content.getvalue()


class TestColours:
    """A network of pictures in colour is shown pictures."""

    SHAPE = (3, 20, 24)

    def page(self, open_page: Opening) -> tuple[Page, PlainNetwork]:
        network = coloured("conv", self.SHAPE)
        return open_page(WEB.written(network, About(DIGITS, self.SHAPE, "conv3"))), network

    def test_picture_that_is_chosen_is_read_in_its_colours(self, open_page: Opening) -> None:
        page, network = self.page(open_page)
        expect(page.locator("#placeholder")).to_have_text("Drop or paste a picture here, or draw")
        expect(page.locator("#title")).to_have_text("Show it a picture")
        pixels = np.random.default_rng(0).integers(0, 256, (90, 130, 3), dtype=np.uint8)
        photo = {"name": "photo.png", "mimeType": "image/png", "buffer": png_of(pixels)}

        page.locator("#file").set_input_files(photo)  # type: ignore[arg-type]

        expect(page.locator("#said")).to_contain_text(": ")
        [found] = read_by(page)
        wanted = picture_for(pixels, self.SHAPE)
        seen = np.array(found["picture"]).reshape(wanted.shape)
        assert np.abs(seen - wanted).max() <= 1  # halves are rounded otherwise
        [answer] = probabilities(network, seen.astype(np.uint8)[None])
        np.testing.assert_allclose(found["probabilities"], answer, atol=1e-5)
        assert page.locator("#seen").get_attribute("width") == "24"
        assert page.locator("#bars .best bdi").inner_text() == DIGITS[int(answer.argmax())]

    def test_it_is_taken_back_and_drawn_on(self, open_page: Opening) -> None:
        page, _ = self.page(open_page)
        pixels = np.full((40, 80, 3), (200, 30, 10), np.uint8)
        photo = {"name": "photo.png", "mimeType": "image/png", "buffer": png_of(pixels)}
        page.locator("#file").set_input_files(photo)  # type: ignore[arg-type]
        expect(page.locator("#clear")).to_be_enabled()
        [before] = read_by(page)
        assert before["picture"][:3] == [200, 30, 10]
        Hand(page).pull_mouse([(60, 140), (220, 140)])
        [drawn] = read_by(page)
        assert drawn["picture"][:3] == [200, 30, 10]  # none of the paper beside it
        assert 0 in drawn["picture"]
        page.locator("#undo").click()
        page.locator("#undo").click()
        assert read_by(page) == []
        expect(page.locator("#readings")).to_contain_text("There is no picture yet.")

    def test_what_is_no_picture_is_told(self, open_page: Opening) -> None:
        page, _ = self.page(open_page)
        nothing = {"name": "a.png", "mimeType": "image/png", "buffer": b"no picture"}
        page.locator("#file").set_input_files(nothing)  # type: ignore[arg-type]
        expect(page.locator("#readings")).to_contain_text("That is no picture")

    def test_dropped_picture_does_not_leave_the_page(self, open_page: Opening) -> None:
        page, _ = self.page(open_page)
        page.evaluate(
            """async () => {
                const canvas = document.createElement("canvas");
                canvas.width = canvas.height = 9;
                const brush = canvas.getContext("2d");
                brush.fillStyle = "rgb(0, 90, 200)";
                brush.fillRect(0, 0, 9, 9);
                const blob = await new Promise((done) => canvas.toBlob(done));
                const data = new DataTransfer();
                data.items.add(new File([blob], "p.png", { type: "image/png" }));
                document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
            }"""
        )
        expect(page.locator("#said")).to_contain_text(": ")
        assert read_by(page)[0]["picture"][:3] == [0, 90, 200]


def test_page_of_drawings_takes_no_pictures(open_page: Opening) -> None:
    expect(open_page(page_of()).locator("#choose")).to_be_hidden()


def test_drawn_by_mouse_it_reads_what_the_pad_reads(open_page: Opening) -> None:
    page = open_page(page_of())
    expect(page.locator("#said")).to_have_text("Nothing is drawn yet.")
    hand = Hand(page)

    for path in FOUR:
        hand.pull_mouse(path)

    assert_read_as_here(page, hand.strokes)
    assert page.locator("#placeholder").is_hidden()
    inked = page.evaluate(
        """paper.getContext("2d").getImageData(0, 0, paper.width, paper.height).data
            .filter((value, i) => i % 4 === 3 && value > 0).length"""
    )
    assert inked > 1000  # the strokes are seen


def test_drawn_by_finger_it_reads_what_the_pad_reads(open_page: Opening) -> None:
    page = open_page(page_of("conv"), viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    hand = Hand(page)

    session = page.context.new_cdp_session(page)
    for path in [*FOUR, TWO]:
        hand.pull_finger(session, path)

    assert len(group_strokes(hand.strokes, pen_width=20.0)) == 2
    assert_read_as_here(page, hand.strokes, "conv")
    assert page.evaluate("[scrollX, scrollY]") == [0, 0]  # the finger drew, and moved nothing
    assert page.locator(".reading[aria-pressed=true]").count() == 1
    page.locator(".reading").first.click()
    assert page.locator(".reading").first.get_attribute("aria-pressed") == "true"


def test_exported_by_the_program_it_answers_as_the_model(
    open_page: Opening, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.deploy.proof.MOST_IMAGES", 20)
    experiment = Experiment(network=network_named("attention"))
    state = shaken(experiment.network).state_dict()
    path = tmp_path / "mine.safetensors"
    model_file.save(path, experiment=experiment, classes=DIGITS, state=state, image_shape=SHAPE)
    exported = export(model_file.load(path), tmp_path / "digit", WEB, name="mine")
    page = open_page(exported.path.read_bytes())

    Hand(page).pull_mouse(TWO)

    assert exported.path.name == "digit.html"
    assert page.locator("#name").inner_text() == "mine"
    [digit] = read_by(page)
    picture = np.array(digit["picture"], np.uint8).reshape(28, 28)
    said = Recognizer(experiment, DIGITS, state, image_shape=SHAPE).probabilities(picture)
    np.testing.assert_allclose(digit["probabilities"], said[0], rtol=0, atol=1e-5)


POINTER = """({kind, x, y, more}) => paper.dispatchEvent(
    new PointerEvent(kind, {clientX: x, clientY: y, pointerId: 7, isPrimary: true, bubbles: true, ...more}))"""


def test_a_stylus_widens_the_pen_and_the_network_sees_an_even_one(open_page: Opening) -> None:
    page = open_page(page_of())
    hand = Hand(page)
    path = FOUR[0]

    for number, (x, y) in enumerate(hand._on_screen(path)):
        more = {"pointerType": "pen", "pressure": [0.1, 0.4, 0.7, 1.0][number]}
        kind = "pointermove" if number else "pointerdown"
        page.evaluate(POINTER, {"kind": kind, "x": x, "y": y, "more": more})
    page.evaluate(POINTER, {"kind": "pointerup", "x": x, "y": y, "more": {"pointerType": "pen"}})

    widths = page.evaluate("finished[0].map((point) => point[2])")
    np.testing.assert_allclose([widths[0], widths[-1]], [20 * (0.4 + 1.2 * 0.1), 20 * 1.6])
    assert_read_as_here(page, hand.strokes)
    shown = page.evaluate(
        """(() => {
            const side = paper.width / SIDE;
            const [x, y] = finished[0][finished[0].length - 1];
            const column = paper.getContext("2d").getImageData(Math.round((x - 8) * side), 0, 1, paper.height).data;
            return column.filter((value, i) => i % 4 === 3 && value > 127).length / side;
        })()"""
    )
    assert shown == pytest.approx(30, abs=4)  # as wide as it was pressed


@pytest.mark.parametrize("palm", [{"width": 130, "height": 60}, {"width": 20, "height": 20}])
def test_a_palm_draws_nothing(open_page: Opening, palm: dict[str, int]) -> None:
    """It is broad, or it lies there while a stylus hovers."""
    page = open_page(page_of())
    hand = Hand(page)
    place = {"x": hand.left + 60, "y": hand.top + 60}
    finger = {"pointerType": "touch", "pointerId": 9}
    page.evaluate(POINTER, {"kind": "pointerdown", **place, "more": {**finger, "width": 20, "height": 20}})
    assert page.evaluate("drawnStrokes().length") == 1
    if palm["width"] == 20:
        page.evaluate(POINTER, {"kind": "pointermove", **place, "more": {"pointerType": "pen"}})
    page.evaluate(POINTER, {"kind": "pointermove", **place, "more": {**finger, **palm}})
    assert page.evaluate("drawnStrokes().length") == 0  # what it drew is gone
    page.evaluate(POINTER, {"kind": "pointerdown", **place, "more": {**finger, **palm}})
    assert page.evaluate("drawnStrokes().length") == 0


def test_movements_that_the_browser_merged_all_count(open_page: Opening) -> None:
    page = open_page(page_of())
    hand = Hand(page)
    found = page.evaluate(
        """([left, top]) => {
            const at = (kind, x, y) =>
                new PointerEvent(kind, { clientX: left + x, clientY: top + y, pointerId: 7, bubbles: true });
            paper.dispatchEvent(at("pointerdown", 60, 60));
            const last = at("pointermove", 100, 100);
            last.getCoalescedEvents = () => [at("pointermove", 70, 65), at("pointermove", 90, 70), last];
            paper.dispatchEvent(last);
            return pull.points.length;
        }""",
        [hand.left, hand.top],
    )
    assert found == 4


def test_a_second_finger_and_what_the_system_takes_away_draw_nothing(open_page: Opening) -> None:
    page = open_page(page_of(), has_touch=True)
    hand = Hand(page)
    session = page.context.new_cdp_session(page)
    a, b = (hand.left + 60.0, hand.top + 60.0), (hand.left + 200.0, hand.top + 60.0)
    touch(session, "touchStart", [a])
    touch(session, "touchStart", [a, b])
    touch(session, "touchMove", [(a[0], a[1] + 50), (b[0], b[1] + 50)])
    touch(session, "touchEnd", [])
    assert page.evaluate("finished.length") == 1
    assert page.evaluate(
        "finished[0].every(([x]) => Math.abs(x - finished[0][0][0]) < 1e-9)"
    )  # the first one's

    touch(session, "touchStart", [b])
    touch(session, "touchCancel", [])
    assert page.evaluate("[finished.length, pull]") == [1, None]

    page.mouse.move(*a)
    page.mouse.down(button="right")  # nor does another button of the mouse
    page.mouse.up(button="right")
    assert page.evaluate("finished.length") == 1


def test_by_keys_alone(open_page: Opening) -> None:
    page = open_page(page_of())
    hand = Hand(page)
    for path in FOUR:
        hand.pull_mouse(path)
    undo, clear = page.locator("#undo"), page.locator("#clear")

    page.keyboard.press("Control+z")
    assert page.evaluate("finished.length") == 1
    page.keyboard.press("Delete")
    assert page.evaluate("finished.length") == 0
    assert clear.is_disabled()
    page.keyboard.press("Control+z")  # also what was cleared comes back
    assert page.evaluate("finished.length") == 1
    undo.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("[finished.length, past.length]") == [0, 0]
    assert undo.is_disabled()
    assert page.evaluate("document.activeElement.id") == "pad"  # and not nowhere, as the button is off
    expect(page.locator("#said")).to_have_text("Nothing is drawn yet.")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "language"
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"

    page.mouse.move(hand.left + 50, hand.top + 50)
    page.mouse.down()
    page.mouse.move(hand.left + 90, hand.top + 90)
    page.keyboard.press("Escape")  # drops the stroke under way
    page.mouse.up()
    assert page.evaluate("finished.length") == 0


def test_nothing_leaves_the_page(open_page: Opening) -> None:
    page = open_page(page_of(), may_complain=True)
    asked: list[str] = []
    got: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfinished", lambda request: got.append(request.url))
    page.reload()
    Hand(page).pull_mouse(TWO)
    read_by(page)
    page.locator("#language").click()
    assert [url.split(":")[0] for url in asked if not url.startswith("data:")] == ["file"]

    # Whatever got in could not ask anybody, nor run a line.
    stopped = page.evaluate(
        """async () => {
            const stopped = [];
            document.addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
            new Image().src = "https://example.org/picture.png";
            await fetch("https://example.org").catch(() => {});
            await new Promise((resolve) => setTimeout(resolve));
            return [...new Set(stopped)].sort();
        }"""
    )
    assert stopped == ["connect-src", "img-src", "script-src-elem"]
    assert page.evaluate("window.hacked") is None
    assert [url for url in got if not url.startswith(("file:", "data:"))] == []


def test_hostile_names_are_names(open_page: Opening) -> None:
    for some in (HOSTILE[:12], HOSTILE * 3):
        dense = Dense(np.zeros((len(some), 784), np.float32), np.zeros(len(some), np.float32))
        network = PlainNetwork((Flatten(), dense, Softmax()), SHAPE)
        page = open_page(
            WEB.written(network, About(tuple(some), SHAPE, "<b>")), viewport={"width": 360, "height": 740}
        )
        Hand(page).pull_mouse(TWO)

        found = page.evaluate(  # each is the answer once
            """() => CLASSES.map((name, row) => {
                const probabilities = new Float32Array(CLASSES.length).map((_, i) => i === row);
                digits = [{ strokes: finished, picture: new Uint8Array(784), probabilities }];
                show();
                say();
                const shown = document.querySelector(".reading b").textContent;
                const best = document.querySelector("#bars .best bdi").textContent;
                const said = part("said").textContent.startsWith(`${name}: 100`);
                return [shown === name, best === name, said, document.documentElement.scrollWidth];
            })"""
        )

        assert found == [[True, True, True, 360]] * len(some)
        assert page.evaluate("window.hacked") is None
        assert page.locator("#bars li").count() == (12 if len(some) == 12 else 10)
        assert page.locator("b b, img, #bars script").count() == 0
        assert page.locator("#shownOf").is_visible() == (len(some) > 12)


def test_both_looks_follow_the_system(open_page: Opening) -> None:
    page = open_page(page_of(), color_scheme="light")
    light = page.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(paper).color]"
    )
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(paper).color]"
    )

    assert light == ["rgb(244, 245, 248)", "rgb(27, 32, 41)"]
    assert dark == ["rgb(26, 29, 35)", "rgb(231, 234, 240)"]


@pytest.mark.parametrize(
    ("locale", "tag", "title"),
    [
        ("en-GB", "en", "Draw a digit"),
        ("zh-CN", "zh-Hans", "画一个数字"),
        ("zh-Hant-TW", "en", "Draw a digit"),
        ("de-DE", "en", "Draw a digit"),
    ],
)
def test_it_speaks_the_language_of_the_browser(open_page: Opening, locale: str, tag: str, title: str) -> None:
    page = open_page(page_of(), locale=locale)

    assert page.evaluate("document.documentElement.lang") == tag
    assert page.locator("h1").inner_text() == title
    assert not page.evaluate("document.body.innerText").count("{")


def test_what_the_gate_says_is_said(open_page: Opening) -> None:
    passed = open_page(page_of())
    assert passed.locator("#quality").inner_text() == (
        "passed: it read 98.12\u00a0% of the test images, 97\u00a0% was asked for"
    )
    assert passed.locator("#failed").is_hidden()
    assert [passed.title(), passed.locator("#name").inner_text()] == ["Draw a digit", ""]

    failed = open_page(page_of(about=About(DIGITS, SHAPE, "8", 0.8123, 0.97, name="<i>mine</i>")))
    assert failed.locator("#failed").inner_text() == (
        "Take care: this network did not pass. "
        "It read 81.23\u00a0% of the test images, and 97\u00a0% was asked for."
    )
    assert failed.locator("#quality").is_hidden()  # once is enough
    assert [failed.title(), failed.locator("#name").inner_text()] == [
        "Draw a digit · <i>mine</i>",
        "<i>mine</i>",
    ]

    unknown = open_page(page_of(about=About(DIGITS, SHAPE)))
    assert unknown.locator("#quality").inner_text() == "how well it reads was not measured"

    small = open_page(
        page_of(about=About(DIGITS, SHAPE, "8", 0.9, 0.0, Rounding(Weights.INT8, 0.02, 3, 2000)))
    )
    assert small.locator("#quality").inner_text() == "reads 90.00\u00a0% of the test images"
    assert (
        small.locator("#made")
        .inner_text()
        .endswith("weights of 8 bits, which changed 3 of 2000 answers when they were rounded")
    )


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_widest_share_stays_in_its_column(open_page: Opening, width: int) -> None:
    page = open_page(page_of())
    page.set_viewport_size({"width": width, "height": 800})
    over = page.evaluate(
        """() => [...document.querySelectorAll("#bars li")].map((row) => {
          row.classList.add("best");
          const share = row.lastChild;
          share.textContent = "99.9\\u00a0%";
          return share.scrollWidth - share.clientWidth;
        })"""
    )
    assert over == [0] * len(DIGITS)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_an_answer_that_is_no_number_is_told(open_page: Opening) -> None:
    dense = Dense(np.full((10, 784), np.inf, np.float32), np.zeros(10, np.float32))
    page = open_page(WEB.written(PlainNetwork((Flatten(), dense, Softmax()), SHAPE), ABOUT))
    Hand(page).pull_mouse(TWO)

    expect(page.locator("#said")).to_have_text("The network's answer is not a number.")
    assert page.locator("#readings").inner_text() == "The network's answer is not a number."
    assert page.locator("#bars .best").count() == 0
