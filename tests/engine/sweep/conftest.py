"""What tests of sweeps share: a small plan, and a PostgreSQL of their own."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.config import Experiment
from engine.sweep.plan import SweepPlan, Way
from engine.sweep.ranges import Range

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
PASSWORD = "s3cr3t-word"


def experiment(**changes: Any) -> Experiment:
    """Return a training that is done in a moment."""
    small = {
        "data.generated_count": 200,
        "network.hidden": "8",
        "training.batch_size": 32,
        "training.epochs": 1,
    }
    return Experiment().with_(**small | changes)


@pytest.fixture
def plan_of() -> Callable[..., SweepPlan]:
    """Return what makes a plan: ranges by path, what else it has by name, settings of training in ``settings``."""

    def make(
        ranges: dict[str, str] | None = None, settings: dict[str, Any] | None = None, **changes: Any
    ) -> SweepPlan:
        told = {"training.learning_rate": "1e-3:1e-1:log"} if ranges is None else ranges
        found = tuple(Range.parsed(path, text) for path, text in told.items())
        return SweepPlan(experiment(**settings or {}), found, **{"way": Way.RANDOM, "trials": 3} | changes)

    return make


def _found(name: str) -> str | None:
    for place in PLACES:
        if (place / name).is_file():
            return str(place / name)
    return shutil.which(name)


@pytest.fixture(scope="session")
def database() -> Iterator[str]:
    """Begin a PostgreSQL for these tests, and return an address with a password; skipped where there is none."""
    initdb, server = _found("initdb"), _found("postgres")
    if initdb is None or server is None:
        pytest.skip("PostgreSQL is not installed here")
    prefix: list[str] = []
    folder = Path(tempfile.mkdtemp(prefix="netsketch-sql-"))
    if os.geteuid() == 0:  # it refuses to be run by root
        try:
            person = pwd.getpwnam("postgres")
        except KeyError:
            pytest.skip("PostgreSQL is not run by root, and there is no user postgres")
        os.chown(folder, person.pw_uid, person.pw_gid)
        prefix = ["setpriv", f"--reuid={person.pw_uid}", f"--regid={person.pw_gid}", "--clear-groups"]
        if shutil.which(prefix[0]) is None:
            pytest.skip("PostgreSQL is not run by root, and setpriv is missing")
    word = folder / "word"
    word.write_text(PASSWORD, encoding="utf-8")
    word.chmod(0o644)
    make = [*prefix, initdb, "-D", str(folder / "data"), "-U", "person", "--no-sync", "-A", "scram-sha-256"]
    subprocess.run([*make, "--pwfile", str(word)], check=True, capture_output=True, cwd=folder)
    run = [*prefix, server, "-D", str(folder / "data"), "-k", str(folder), "-c", "listen_addresses="]
    process = subprocess.Popen([*run, "-F"], stderr=subprocess.PIPE, text=True, cwd=folder)
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if "ready to accept connections" in line:
                break
        yield f"postgresql+psycopg://person:{PASSWORD}@/postgres?host={folder}"
    finally:
        process.send_signal(signal.SIGINT)  # else it waits for whoever is still connected
        process.communicate()
        shutil.rmtree(folder, ignore_errors=True)
