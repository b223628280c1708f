"""Whatever writes is killed at random moments, in real processes; ``kill_writers.py`` does it as often as one likes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("kill_writers.py")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
@pytest.mark.timeout(200)
def test_a_few_kills_of_each_writer_lose_nothing() -> None:
    command = [sys.executable, str(SCRIPT), "--kills", "9", "--seed", "3", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    tally = json.loads(done.stdout)
    assert set(tally["kills"].values()) == {1}
    assert tally["faults"] == []
