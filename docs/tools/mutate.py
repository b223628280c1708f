"""Puts small faults into a copy of the code, one at a time, and lists those that no test finds.

For each file the tests of the folder that mirrors its own run once, to see which of them reach which line; then each
fault is tried on those alone, or on all of the folder where none is known to reach it, and, where it lives so far, on
all tests of the part of the house that the file is in. A fault lives if all of them pass. The working tree is never
changed. Which faults are tried follows from the seed, so anyone can repeat a run.

Without a FILE the files of FILES are tried and docs/mutation.md is written; a living fault is no error of the program
by itself, but a question: which test should have said no?

Run: python3 dev.py mutate [FILE ...] [--count 12] [--seed 0] [--line N] [--tests PATH ...] [--out PAGE]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # started as a file, Python looks only beside it

from docs.tools.amounts import file_to_write, whole  # noqa: E402
from docs.tools.mutants import Mutant, lines, mutants  # noqa: E402

PAGE = ROOT / "docs" / "mutation.md"
# Where a fault tells a person something false: training, measuring, advice, reading of files, the pen's way to pixels.
FILES = (
    "engine/training/learner.py", "engine/training/chance.py", "engine/training/validation.py",
    "engine/training/loop.py", "engine/training/progress.py",
    "engine/training/schedules.py", "engine/training/batches.py", "engine/training/optimizers.py",
    "engine/training/checkpoint.py", "engine/training/fast/dense_step.py",
    "engine/training/doctor/course_rules.py", "engine/training/doctor/layer_rules.py",
    "engine/evaluation/evaluate.py", "engine/evaluation/gate.py", "engine/evaluation/comparison.py",
    "engine/evaluation/fine_tune.py", "engine/evaluation/learning_curve/",
    "engine/data/importing/", "engine/data/split.py", "engine/data/ink/",
)  # fmt: skip
SLACK = 30.0  # seconds that a run may take beyond five times what it took without a fault


@dataclass
class Verdicts:
    """What became of the faults of one file.

    Attributes:
        file: Its path from the root.
        known: How many faults it could have.
        tried: How many were tried.
        living: Those that no test found.
        outlasted: How many were found as the tests took too long.
    """

    file: str
    known: int
    tried: int = 0
    living: list[Mutant] = field(default_factory=list)
    outlasted: int = 0


# ---------------------------------------------------------------- the copy, and the tests in it


def copy_tree(target: Path) -> None:
    """Copy what git knows or would take, as it is now."""
    told = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in filter(None, told.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)


def mirrored(file: str, root: Path = ROOT) -> Path:
    """Return the folder of tests that mirrors a file's, from the root; the nearest one that is there."""
    folder = Path("tests", *Path(file).parent.parts)
    while not (root / folder).is_dir():
        folder = folder.parent
    return folder


def house_part(tests: str) -> str:
    """Return the folder of tests of a part of the house, such as tests/engine/training, for one within it."""
    return Path(*Path(tests).parts[:3]).as_posix()


def pytest(copy: Path, arguments: Sequence[str | Path], limit: float | None = None) -> int | None:
    """Run tests in the copy and return pytest's exit code; None where they took longer than the limit in seconds."""
    environment = os.environ | {"PYTHONPATH": str(copy), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *arguments]
    with subprocess.Popen(
        command, cwd=copy, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            return process.wait(limit)
        except BaseException as error:
            _end(process)
            if isinstance(error, subprocess.TimeoutExpired):
                return None
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a run of tests with all that it started."""
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, 9)


class Area:
    """The tests of one folder: that they pass, how long they take, and which of them reach a line.

    Raises:
        RuntimeError: They fail without any fault.
    """

    def __init__(self, copy: Path, tests: Sequence[str]) -> None:
        self.tests = tests
        self._copy = copy
        started = time.monotonic()
        code = pytest(
            copy, [*tests, "--cov=engine", "--cov=gui", "--cov-context=test", "--cov-report="], limit=1800
        )
        if code != 0:
            raise RuntimeError(
                f"The tests in {' '.join(tests)} do not pass without a fault (exit code {code})."
            )
        self.seconds = time.monotonic() - started
        import coverage  # here: the arguments are read without it

        self._data = coverage.CoverageData(str(copy / ".coverage"))
        self._data.read()

    def reaching(self, file: str, mutant: Mutant) -> list[str]:
        """Return the tests that reach a fault's lines, as pytest names them; none where it cannot be told."""
        by_line = self._data.contexts_by_lineno(str(self._copy / file))
        found = {context for line in lines(mutant) for context in by_line.get(line, ())}
        return sorted({context.rpartition("|")[0] for context in found if "|" in context})


# ---------------------------------------------------------------- the faults


def is_found(copy: Path, area: Area, file: str, mutant: Mutant) -> bool | None:
    """Tell whether a test says no to a fault; None where the tests took too long, which is a no as well."""
    path = copy / file
    whole = path.read_text(encoding="utf-8")
    path.write_text(mutant.source, encoding="utf-8")
    # Python goes by the second and the size; a fault may be of the same of both.
    for kept in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        kept.unlink()
    try:
        code = pytest(copy, area.reaching(file, mutant) or area.tests, limit=5 * area.seconds + SLACK)
        wider = [house_part(tests) for tests in area.tests]
        if code == 0 and wider != list(area.tests):
            code = pytest(copy, wider)
    finally:
        path.write_text(whole, encoding="utf-8")
    return None if code is None else code != 0


def chosen_mutants(file: str, count: int, seed: int, line: int | None = None) -> tuple[int, list[Mutant]]:
    """Return how many faults a file could have, and those that are tried."""
    every = mutants((ROOT / file).read_text(encoding="utf-8"))
    among = [mutant for mutant in every if line is None or line in lines(mutant)]
    sample = random.Random(f"{seed} {file}").sample(among, min(count, len(among)))
    return len(every), sorted(sample)


def files_of(named: Sequence[str]) -> list[str]:
    """Return the files that are meant: folders stand for the files in them.

    Raises:
        FileNotFoundError: There is none of that name.
    """
    found = []
    for name in named:
        path = ROOT / name
        if not path.exists():
            raise FileNotFoundError(f"There is no {name} here.")
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path.resolve()]
        found += [file.relative_to(ROOT).as_posix() for file in files]
    return [file for file in dict.fromkeys(found) if mutants((ROOT / file).read_text(encoding="utf-8"))]


def try_files(files: Sequence[str], options: argparse.Namespace) -> list[Verdicts]:
    """Try the faults of some files, in a copy, and say how it goes."""
    found: list[Verdicts] = []
    areas: dict[tuple[str, ...], Area] = {}
    with tempfile.TemporaryDirectory(prefix="netsketch-mutants-") as folder:
        copy = Path(folder).resolve()
        copy_tree(copy)
        for file in files:
            known, sample = chosen_mutants(file, options.count, options.seed, options.line)
            tests = tuple(options.tests or [mirrored(file).as_posix()])
            if tests not in areas:
                print(f"· {' '.join(tests)} without a fault …", flush=True)
                areas[tests] = Area(copy, tests)
            verdicts = Verdicts(file, known)
            for mutant in sample:
                is_dead = is_found(copy, areas[tests], file, mutant)
                verdicts.tried += 1
                verdicts.outlasted += is_dead is None
                if is_dead is False:
                    verdicts.living.append(mutant)
                    print(f"  lives: {file}:{mutant.line} {mutant}", flush=True)
            print(f"· {file}: {len(verdicts.living)} of {verdicts.tried} live", flush=True)
            found.append(verdicts)
    return found


# ---------------------------------------------------------------- the page


def page(found: Sequence[Verdicts], options: argparse.Namespace, minutes: float, commit: str) -> str:
    """Return docs/mutation.md.

    Args:
        found: What became of the faults, file by file.
        options: How many were tried, and their seed.
        minutes: How long it took.
        commit: What was tried; the lines are those of that commit.
    """
    tried, living = sum(one.tried for one in found), sum(len(one.living) for one in found)
    introduction = (
        "Written by `python3 dev.py mutate`. A small fault (another comparison, sign, number or condition, a statement "
        "left out) is put into a copy of the code, and the tests of the file's part of the house are run, those "
        "that reach the line first; a fault lives if all of them pass. Not each that lives wants a test: some change "
        "nothing that can be seen, such as a limit of time or memory. Each is a question all the same."
    )
    sums = (
        f"At most {options.count} faults a file, chosen by the seed {options.seed}: {tried} tried, {living} live. "
        f"It took {minutes:.0f} minutes, at commit {commit}, whose lines these are. "
        f"One again: `python3 dev.py mutate FILE --line N --count 100`."
    )
    head = ["| file | could have | tried | live |", "| --- | ---: | ---: | ---: |"]
    rows = [f"| `{one.file}` | {one.known} | {one.tried} | {len(one.living)} |" for one in found]
    parts = [
        "# Which small faults the tests find",
        introduction,
        sums,
        "\n".join([*head, *rows]),
        "## Living",
    ]
    for one in found:
        if one.living:
            rows = [
                f"- {mutant.function or 'the top'}, line {mutant.line}: {mutant}" for mutant in one.living
            ]
            parts.append("\n".join([f"`{one.file}`", "", *rows]))
    return "\n\n".join(parts if living else [*parts, "None."]) + "\n"


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the arguments; where one makes no sense, it is told and that is the end."""
    parser = argparse.ArgumentParser(
        prog="dev.py mutate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a file or folder of engine/ or gui/")
    parser.add_argument("--count", type=whole, default=12, help="of faults at most in each file")
    parser.add_argument("--seed", type=whole, default=0, help="decides which of them")
    parser.add_argument("--line", type=whole, help="only those on this line")
    parser.add_argument("--tests", nargs="+", help="these tests instead of those of the mirrored folder")
    parser.add_argument("--out", type=file_to_write, help="write the page there")
    found = parser.parse_args(arguments)
    try:
        files_of(found.files)
    except (RuntimeError, FileNotFoundError) as error:
        parser.error(str(error))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the faults and list those that live; the exit code says whether it could be done."""
    told = options(arguments)
    started = time.monotonic()
    try:
        found = try_files(files_of(told.files or FILES), told)
    except (RuntimeError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 2
    minutes = (time.monotonic() - started) / 60
    out = told.out or (None if told.files else PAGE)
    if out:
        asked = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True
        )
        text = page(found, told, minutes, asked.stdout.strip() or "unknown")
        out.write_text(text, encoding="utf-8", newline="\n")
    tried, living = sum(one.tried for one in found), sum(len(one.living) for one in found)
    print(f"\n{tried} faults tried, {living} live, {minutes:.0f} minutes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
