"""Machines that are network namespaces of this one, with a cable between them; Linux and root only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

ADDRESSES = ("10.211.77.1", "10.211.77.2")


@contextmanager
def two_machines() -> Iterator[tuple[str, str] | None]:
    """Make two namespaces and take them away again; None where this system makes none."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("ip") is None:
        yield None
        return
    number = os.getpid() % 10**6
    names = (f"netsketch-{number}-1", f"netsketch-{number}-2")
    ends = (f"ns{number}x1", f"ns{number}x2")
    steps = [
        *(("netns", "add", name) for name in names),
        (
            "link",
            "add",
            ends[0],
            "netns",
            names[0],
            "type",
            "veth",
            "peer",
            "name",
            ends[1],
            "netns",
            names[1],
        ),
        *(
            ("-n", name, "addr", "add", f"{address}/24", "dev", end)
            for name, address, end in zip(names, ADDRESSES, ends, strict=True)
        ),
        *(("-n", name, "link", "set", end, "up") for name, end in zip(names, ends, strict=True)),
        *(("-n", name, "link", "set", "lo", "up") for name in names),
    ]
    try:
        yield names if all(_ip(*step) for step in steps) else None
    finally:
        for name in names:
            _ip("netns", "del", name)


def switch_off(machine: str) -> None:
    """End every process of a machine at once, as when its power goes."""
    told = subprocess.run(["ip", "netns", "pids", machine], capture_output=True, text=True, check=True)
    for number in told.stdout.split():
        os.kill(int(number), 9)


def _ip(*arguments: str) -> bool:
    return subprocess.run(["ip", *arguments], capture_output=True, check=False).returncode == 0
