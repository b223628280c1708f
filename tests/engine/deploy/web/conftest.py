from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.deploy.about import About
from engine.deploy.web.format import WEB
from tests.engine.deploy.networks import SHAPE, plain_named

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ABOUT = About(tuple("0123456789"), SHAPE, "12,7", 0.9812, 0.97)


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


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page from disk in a browser of its own settings; fails the test if the page has a fault."""
    contexts, faults = [], []

    def opening(content: bytes, *, may_complain: bool = False, **settings: object) -> Page:
        path = tmp_path / f"page {len(contexts)} 数字.html"
        path.write_bytes(content)
        context = browser.new_context(**{"viewport": {"width": 1024, "height": 600}, **settings})  # type: ignore[arg-type]
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
    assert faults == []
