"""The page that a service shows, in a real browser: it reads what the pad reads, and asks nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.deploy.service.served import Served
from engine.deploy.service.service import Service
from tests.engine.deploy.networks import plain_named
from tests.engine.deploy.web.test_page import ABOUT, FOUR, Hand, assert_read_as_here

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_drawn_on_the_page_of_a_service(by: str, browser: Browser) -> None:
    service = Service(Served(plain_named("dense")[1], ABOUT, 256))
    service.start()
    context = browser.new_context(viewport={"width": 1024, "height": 600}, has_touch=True)
    page = context.new_page()
    faults: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(service.address)

    hand = Hand(page)
    session = context.new_cdp_session(page)
    for path in FOUR:
        if by == "mouse":
            hand.pull_mouse(path)
        else:
            hand.pull_finger(session, path)
    assert_read_as_here(page, hand.strokes)

    context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith("data:")] == [service.address]
    assert service.figures().refused == 0
    service.stop()
