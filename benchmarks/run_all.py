"""Runs the benchmarks one after the other and writes what became of every claim to docs/benchmarks.md and both READMEs.

Each runs in a process of its own; one that fails or takes too long is told of in the table, and the rest go on. The
figures are kept in docs/benchmarks.json with their day and machine, and page and README are made from them. With
`--only` or `--quick` nothing is written but what `--out` asks for, as a part of the claims is no account of them;
`--only NAME --keep` puts new figures in the place of the older ones of that name, and `--page` makes page and README
anew from what is kept, measuring nothing.

Run: python3 dev.py bench [--only NAME ... [--keep]] [--quick] [--all] [--page] [--out FILE] [argument of it ...]
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from _claims import from_output
from _in_chinese import block as in_chinese
from _measure import ROOT, compiling_environment, images_at_hand, use_display
from _report import Outcome, from_kept, kept, machine_lines, page, readme_block, with_block

if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # started as a file, Python looks only beside it

from docs.tools.amounts import amount, file_to_write

FOLDER = Path(__file__).resolve().parent
PAGE, README, KEPT = ROOT / "docs" / "benchmarks.md", ROOT / "README.md", ROOT / "docs" / "benchmarks.json"
CHINESE = ROOT / "README.zh.md"
LIMIT = 900  # seconds for one benchmark
LINES = 12  # of what a failed one said last


@dataclass(frozen=True)
class Bench:
    """One benchmark as it is run here.

    Attributes:
        name: What it is called in the table; its file, unless ``file`` says so.
        arguments: What it is given.
        quick: What it is given with ``--quick``.
        file: Name of its file without ``.py``.
        claims: Whether it hands claims over, or its exit code says all.
    """

    name: str
    arguments: str = ""
    quick: str = "--rounds 1"
    file: str = ""
    claims: bool = True

    def command(self, folder: Path, *, quick: bool, more: Sequence[str] = ()) -> list[str]:
        """Return what is started."""
        given = (self.quick if quick else self.arguments).split()
        path = folder / f"{self.file or self.name}.py"
        return [sys.executable, str(path), *given, *more, *(["--json"] if self.claims else [])]


# Those of speed, memory and latency, in the order of the table.
BENCHES = (
    Bench("epoch_time", quick="--rounds 3"),
    Bench("epoch_time_cuda", "--device cuda", "--device cuda --rounds 3", file="epoch_time"),
    Bench("keras_fit"),
    Bench("cuda_graph", quick="--rounds 2"),
    Bench("widths_and_batches"),
    Bench("epoch_parts", quick="--rounds 3"),
    Bench("sequence_time", quick="--rounds 1 --images 2000"),
    Bench("conv_speed", quick="--rounds 1 --images 2000"),
    Bench("window_cost", "--rounds 4 --epochs 20", "--rounds 1 --epochs 10"),
    Bench("plane", quick="--rounds 2"),
    Bench("sweep_window", quick="--seconds 3"),
    Bench("long_history", quick="--rounds 3"),
    Bench("long_run_memory", quick="--rounds 1 --steps 200000"),
    Bench("start_time", quick="--rounds 2"),
    Bench("language_cost", quick="--rounds 1"),
    Bench("first_point"),
    Bench("generated_speed"),
    Bench("recognition_latency", quick="--rounds 10"),
    Bench("evaluation_time", quick="--rounds 3"),
    Bench("thread_choice"),
    Bench("service_load", quick="--rounds 1 --seconds 1 --bad 2000"),
)
# What else can be measured; these take long or ask for something else than speed.
OTHERS = tuple(
    Bench(path.stem, quick="", claims=False)
    for path in sorted(FOLDER.glob("[!_]*.py"))
    if path.stem not in {bench.file or bench.name for bench in BENCHES} | {"run_all"}
)


def run(bench: Bench, command: Sequence[str], limit: float) -> Outcome:
    """Run one benchmark to its end, or to the limit in seconds; nothing of it goes on after that."""
    started = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=compiling_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=os.name != "nt",  # so that its own processes end with it
    )
    trouble = ""
    about = tuple(machine_lines())  # how busy the machine is before
    try:
        told, said = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        _end(process)
        told, said = process.communicate()
        trouble = f"took longer than {limit:.0f} s and was ended"
    except BaseException:
        _end(process)
        raise
    claims, output = from_output(told)
    if not trouble and process.returncode and not any(claim.met is False for claim in claims):
        trouble = f"ended with exit code {process.returncode}"
    if trouble:
        output = "\n".join([output, *said.rstrip().splitlines()[-LINES:]]).strip()
    return Outcome(bench.name, tuple(claims), output, time.monotonic() - started, trouble, about)


def _end(process: subprocess.Popen[str]) -> None:
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def chosen(names: Sequence[str], *, everything: bool) -> list[Bench]:
    """Return the benchmarks of these names, or all of speed, or all there are.

    Raises:
        ValueError: If there is none of a name; the message lists those there are.
    """
    known = {bench.name: bench for bench in (*BENCHES, *OTHERS)}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise ValueError(f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(known)}.")
    if names:
        return [known[name] for name in names]
    return [*BENCHES, *(OTHERS if everything else ())]


def measure(
    benches: Sequence[Bench], *, quick: bool, more: Sequence[str], limit: float, folder: Path
) -> list[Outcome]:
    """Run benchmarks one after the other and say how far it is."""
    outcomes = []
    for number, bench in enumerate(benches, start=1):
        print(f"[{number}/{len(benches)}] {bench.name} …", flush=True)
        outcome = run(bench, bench.command(folder, quick=quick, more=more), limit)
        outcomes.append(outcome)
        for line in outcome.lines():
            print(f"    {line}", flush=True)
    return outcomes


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the arguments; where one makes no sense, it is told and that is the end."""
    parser = argparse.ArgumentParser(
        prog="dev.py bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these benchmarks alone")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--all", action="store_true", help="also those that are not about speed; hours")
    parser.add_argument(
        "--keep", action="store_true", help="with --only: put the figures into the page all the same"
    )
    parser.add_argument(
        "--page", action="store_true", help="make page and README from what is kept; measure nothing"
    )
    parser.add_argument("--limit", type=amount, default=LIMIT, help="seconds for one benchmark")
    parser.add_argument("--out", type=file_to_write, help="write the page there, and nothing else")
    found, more = parser.parse_known_args(arguments)
    try:
        found.benches = chosen(found.only, everything=found.all)
    except ValueError as error:
        parser.error(str(error))
    if more and len(found.benches) != 1:
        parser.error(f"{' '.join(more)} is for one benchmark: name it with --only.")
    found.more = more
    return found


def main() -> int:
    """Run, print and write; the exit code says whether a claim is not met or a benchmark failed."""
    told = options()
    if told.page:
        _publish(from_kept(KEPT.read_text(encoding="utf-8")))
        return 0
    images_at_hand()
    use_display()
    print(*machine_lines(), sep="\n", flush=True)
    started = time.monotonic()
    outcomes = measure(told.benches, quick=told.quick, more=told.more, limit=told.limit, folder=FOLDER)
    seconds = time.monotonic() - started
    print(f"\n{len(told.benches)} benchmarks in {seconds / 60:.1f} minutes")
    whole = not (told.only or told.quick)
    if told.out:
        _write(told.out, page(outcomes))
    elif whole:
        _publish(outcomes)
    elif told.keep and not told.quick:
        _publish(with_newer(from_kept(KEPT.read_text(encoding="utf-8")), outcomes))
    bad = any(outcome.trouble or any(claim.met is False for claim in outcome.claims) for outcome in outcomes)
    return int(bad)


def with_newer(older: Sequence[Outcome], newer: Sequence[Outcome]) -> list[Outcome]:
    """Return outcomes with those measured anew in the place of theirs; what is new comes last."""
    by_name = {outcome.name: outcome for outcome in (*older, *newer)}
    return list(by_name.values())


def _publish(outcomes: Sequence[Outcome]) -> None:
    _write(KEPT, kept(outcomes))
    _write(PAGE, page(outcomes))
    block = readme_block(outcomes)
    _write(README, with_block(README.read_text(encoding="utf-8"), block))
    _write(CHINESE, with_block(CHINESE.read_text(encoding="utf-8"), in_chinese(block.splitlines())))


def _write(path: Path, text: str) -> None:
    from engine.atomic import write_text

    write_text(path, text)
    print(f"written: {path.name}")


if __name__ == "__main__":
    sys.exit(main())
