"""What is known of one data set, with as little as is needed for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from engine.data import datasets
from engine.data.sources import alone


@pytest.mark.parametrize(
    "name", [info.name for info in datasets.names()] + ["nothing", "download", "../x", ""]
)
def test_it_is_what_all_others_say(name: str) -> None:
    assert alone.info_of(name) == datasets.info_of(name)


@pytest.mark.parametrize(("name", "title"), [("generated", "Generated digits"), ("moons", "Two moons")])
def test_it_is_known_before_the_others_are(name: str, title: str) -> None:
    asked = f"print(alone.info_of({name!r}).title)"
    code = f"import sys\nfrom engine.data.sources import alone\n{asked}\nprint(alone.ALL in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [title, str(name != "generated")]
