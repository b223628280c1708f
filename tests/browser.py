"""The real browser that pages are tried in: found in one place, one for all tests of a process."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)


def browser_path() -> str | None:
    """Return where a browser lies that can be driven; ``NETSKETCH_BROWSER`` says so first."""
    wanted = os.environ.get("NETSKETCH_BROWSER")
    return next(filter(None, map(shutil.which, (wanted,) if wanted else NAMES)), None)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start a browser without a window; a test that asks for it is skipped where there is none."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = browser_path()
    if path is None:
        pytest.skip("there is no browser (Debian's is the package chromium)")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0  # whom Chromium's own sandbox refuses
    arguments = [*QUIET, "--no-sandbox"] if is_root else [*QUIET]
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        try:
            yield browser
        finally:
            browser.close()
