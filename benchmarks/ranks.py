"""What several processes gain: the milliseconds of a step of a dense and of a convolutional network by 1 and by 2.

Each training is a command of its own, `train` started by torchrun as a person starts it, with one thread a process, in
turns. What is measured is the time of the run's own record, without the start. Where all cores are busy otherwise, two
processes wait for each other and for the cores: measure on a quiet machine.

Run: python benchmarks/ranks.py [--rounds 3] [--processes 1 2] [--images 10000]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from _measure import ROOT, command_line, in_turns, machine

FLOATS = ("--precision", "float32")  # as several processes do; one alone would take bfloat16 by itself
NETWORKS = {
    "dense, 784-64-64-10, batch 256": ("--preset", "article", "--batch-size", "256"),
    "dense, 784-512-256-10, batch 1,024": ("--hidden", "512,256", "--batch-size", "1024"),
    "convolutions (preset cnn), batch 128": ("--preset", "cnn", "--batch-size", "128", *FLOATS),
    "convolutions (preset cnn), batch 512": ("--preset", "cnn", "--batch-size", "512", *FLOATS),
}
STEPS = 60  # at least, in each training


def a_step(flags: tuple[str, ...], processes: int, images: int, home: Path) -> float:
    """Return the milliseconds of a step of one training by so many processes."""
    size = int(flags[flags.index("--batch-size") + 1])
    epochs = -(-STEPS * size // images)
    command = [
        *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)),
        *(str(ROOT / "main.py"), "train", *flags, "--data", "generated", "--generated-count", str(images)),
        *("--epochs", str(epochs), "--threads", "1", "--validation-share", "0.01", "--no-keep", "--json"),
        *("--out", str(home / "model.safetensors")),
    ]
    told = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"NETSKETCH_HOME": str(home), "OMP_NUM_THREADS": "1"},
    ).stdout
    records = [json.loads(line) for line in told.splitlines()]
    end = next(record for record in records if record["event"] == "finished")
    return float(end["seconds"] / end["steps"] * 1e3)


def main() -> int:
    """Measure and tell."""
    parser = command_line(__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--images", type=int, default=10_000)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument(
        "--networks", nargs="+", default=list(NETWORKS), help="those whose name holds one of these"
    )
    options = parser.parse_args()
    chosen = {
        name: flags for name, flags in NETWORKS.items() if any(word in name for word in options.networks)
    }
    print(f"{options.rounds} rounds, one thread a process; {machine()}\n")
    print("| network | processes | ms a step, median | from | to | times as fast |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for name, flags in chosen.items():
            ways = {
                str(count): partial(a_step, flags, count, options.images, Path(folder))
                for count in options.processes
            }
            found = in_turns(ways, options.rounds, warm_up=0)
            first = statistics.median(found[str(options.processes[0])])
            for count, figures in found.items():
                middle = statistics.median(figures)
                print(
                    f"| {name} | {count} | {middle:.2f} | {min(figures):.2f} | {max(figures):.2f} "
                    f"| {first / middle:.2f} |",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
