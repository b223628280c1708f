"""Two machines train together by torchrun, and the second one is switched off: the first goes on from the checkpoint.

The machines are network namespaces of this one, with a cable between them (Linux, root, iproute2). The first holds
the rendezvous and lets one machine be enough (`--nnodes 1:2`); `--max-restarts` has it begin anew with whoever is left.
Told are the seconds from the end of the second machine to the first epoch without it.

Run: sudo python benchmarks/two_machines.py [--epochs 800]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _machines import ADDRESSES, switch_off, two_machines
from _measure import ROOT, command_line, machine

PORT = 29_400
LONGEST = 300.0  # seconds for the whole


def started(name: str, number: int, home: Path, epochs: int) -> subprocess.Popen[str]:
    """Start torchrun on one of the machines, each with a home of its own."""
    meeting = [
        *("--nnodes", "1:2", "--nproc-per-node", "1", "--max-restarts", "3", "--rdzv-id", "together"),
        *("--rdzv-backend", "c10d", "--rdzv-endpoint", f"{ADDRESSES[0]}:{PORT}"),
        *("--rdzv-conf", f"is_host={1 - number},last_call_timeout=5", "--local-addr", ADDRESSES[number]),
    ]
    training = [
        *("train", "--data", "generated", "--generated-count", "2000", "--hidden", "64", "--threads", "1"),
        *("--epochs", str(epochs), "--out", str(home / "model.safetensors"), "--json"),
    ]
    return subprocess.Popen(
        [
            *("ip", "netns", "exec", name, sys.executable, "-m", "torch.distributed.run", *meeting),
            *(str(ROOT / "main.py"), *training),
        ],
        env=os.environ | {"NETSKETCH_HOME": str(home), "OMP_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if number else None,
        text=True,
    )


def main() -> int:
    """Do it and tell."""
    parser = command_line(__doc__)
    parser.add_argument("--epochs", type=int, default=800)
    options = parser.parse_args()
    with two_machines() as names, tempfile.TemporaryDirectory() as folder:
        if names is None:
            print(
                "This system makes no network namespaces: Linux, root and iproute2 are needed.",
                file=sys.stderr,
            )
            return 1
        print(f"two namespaces, one process each; {machine()}\n", flush=True)
        homes = [Path(folder, str(number)) for number in range(2)]
        for home in homes:
            home.mkdir()
        first, second = (
            started(name, number, homes[number], options.epochs) for number, name in enumerate(names)
        )
        off, begun, is_told = 0.0, [], False
        try:
            assert first.stdout is not None
            for line in first.stdout:
                record = json.loads(line)
                if record["event"] == "started":
                    begun.append(record)
                    print(f"processes: {record['ranks']}, from step {record['first_step']:,} on", flush=True)
                elif record["event"] == "finished":
                    print(
                        f"{record['reason']} after {record['steps']:,} steps, run {record['run']}", flush=True
                    )
                elif not off and next(homes[0].rglob("checkpoint*"), None) is not None:
                    switch_off(names[1])
                    off = time.monotonic()
                elif len(begun) > 1 and not is_told:
                    is_told = True
                    print(f"{time.monotonic() - off:.1f} s after the end of the second machine", flush=True)
            return first.wait(LONGEST)
        finally:
            for name in names:
                switch_off(name)
            for each in (first, second):
                each.wait()


if __name__ == "__main__":
    sys.exit(main())
