"""A hundred kills at random moments, in real processes: every run ends as if nothing had happened."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[4] / "benchmarks" / "killed_runs.py"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
@pytest.mark.timeout(300)
def test_a_hundred_kills_change_nothing() -> None:
    command = [sys.executable, str(SCRIPT), "--kills", "100", "--seed", "0", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr
    tally = json.loads(done.stdout.splitlines()[-1])
    assert tally["kills"] == 100
    assert tally["between_checkpoints"] > 20  # the moments were spread over the runs
    assert tally["faults"] == tally["temporary_files"] == []
