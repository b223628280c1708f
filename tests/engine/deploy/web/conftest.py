from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.deploy.about import About
from engine.deploy.web.format import WEB
from tests.engine.deploy.networks import SHAPE, plain_named

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

ABOUT = About(tuple("0123456789"), SHAPE, "12,7", 0.9812, 0.97)
VIEWPORT: ViewportSize = {"width": 1024, "height": 600}


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that stays open, for all that only asks its functions."""
    path = tmp_path_factory.mktemp("page") / "digit.html"
    path.write_bytes(WEB.written(plain_named("dense")[1], ABOUT))
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert faults == []


class PlainPage:
    """A page of the browser's own settings that tests follow each other in, each with a document of its own.

    A page anew, with the process that shows it, takes ten times as long as another document in one that is there.
    """

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(viewport=VIEWPORT)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def left(self) -> list[str]:
        """Return the faults of a test, and leave nothing of it: its document, its mouse, how wide it made the page."""
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")  # by then all that its document said has come
        self.page.set_viewport_size(VIEWPORT)
        faults, self.faults[:] = self.faults[:], []
        return faults


@pytest.fixture(scope="module")
def plain_page(browser: Browser) -> Iterator[PlainPage]:
    plain = PlainPage(browser)
    yield plain
    plain.context.close()


@pytest.fixture
def open_page(browser: Browser, plain_page: PlainPage, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page from disk, in place of the one before or in a browser of its own settings; it may have no fault."""
    contexts, faults = [], []
    number = count()

    def opening(content: bytes, *, may_complain: bool = False, **settings: object) -> Page:
        path = tmp_path / f"page {next(number)} 数字.html"
        path.write_bytes(content)
        if not may_complain and not settings:
            plain_page.page.goto(path.as_uri())
            return plain_page.page
        context = browser.new_context(**{"viewport": VIEWPORT, **settings})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        if not may_complain:  # of what its policy forbids
            page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.goto(path.as_uri())
        return page

    yield opening
    for context in contexts:
        context.close()
    faults += plain_page.left()
    assert faults == []
