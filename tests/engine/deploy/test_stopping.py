"""Programs that an export runs end with it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.deploy.stopping import run, stopping
from engine.errors import Cancelled


def python(text: str, given: bytes = b"", seconds: float = 60.0) -> tuple[int, bytes, bytes]:
    return run([sys.executable, "-c", text], given, folder=".", environment=dict(os.environ), seconds=seconds)


def is_alive(process: int) -> bool:
    """Tell whether a process runs; one that has ended and was not asked for its end does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_it_says_comes_back_all_of_it() -> None:
    content = os.urandom(1 << 20)
    echo = (
        "import sys, time; time.sleep(0.3); sys.stdout.buffer.write(sys.stdin.buffer.read()); sys.exit('w')"
    )
    assert python(echo, content) == (1, content, b"w\n")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are listed there")
def test_cancelled_it_ends_with_all_that_it_has_started(tmp_path: Path) -> None:
    started = time.monotonic()
    note = tmp_path / "child"
    inner = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    with stopping(lambda: note.exists() and bool(note.read_text())), pytest.raises(Cancelled):
        python(outer)
    assert time.monotonic() - started < 300
    child, until = int(note.read_text()), time.monotonic() + 60
    while is_alive(child) and time.monotonic() < until:
        pass
    assert not is_alive(child)


def test_what_takes_too_long_is_ended_and_what_is_not_there_is_told() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        python("import time; time.sleep(600)", seconds=0.3)
    with pytest.raises(OSError, match="no/such"):
        run(["/no/such/program"], b"", folder=".", environment={}, seconds=1)
