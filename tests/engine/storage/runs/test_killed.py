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
    commands = [
        [sys.executable, str(SCRIPT), "--kills", "50", "--seed", str(seed), "--json"] for seed in (0, 1)
    ]
    processes = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for command in commands
    ]
    try:
        for process in processes:
            output, errors = process.communicate(timeout=280)
            assert process.returncode == 0, output + errors
            tally = json.loads(output.splitlines()[-1])
            assert tally["kills"] == 50
            assert tally["between_checkpoints"] > 10  # the moments were spread over the runs
            assert tally["faults"] == tally["temporary_files"] == []
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()
            process.communicate()  # closes its pipes, too
