"""Builds a stand-alone program for the system it runs on: `python3 dev.py package [--out FOLDER]`.

PyInstaller gathers what the program imports, after netsketch.spec and contents.py. Then the large libraries lose their
tables of symbols, the second face is made, and the program has to train a moment. What was there before is replaced
when all this went well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from docs.tools.package import contents
from docs.tools.package.options import options

RECIPE = Path(__file__).resolve().parent
MB = 1e6


def obstacle(cuda: bool) -> str | None:
    """Say in one sentence why no program is built here, or return None if it can be."""
    from torch.version import cuda as built_for

    if built_for is not None and not cuda:
        return (
            f"The PyTorch here is built for NVIDIA's cards (CUDA {built_for}), which makes a program of several "
            "gigabytes: add --cuda for that, or set up on a computer without a card."
        )
    return None


def gather(folder: Path) -> Path:
    """Let PyInstaller make the program in a folder, and return where it is."""
    environment = {**os.environ, "PYTHONHASHSEED": "1", "QT_QPA_PLATFORM": "offscreen"}  # the same each time
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    command += [f"--distpath={folder}", f"--workpath={contents.ROOT / 'build' / 'package'}"]
    subprocess.run([*command, str(RECIPE / "netsketch.spec")], cwd=contents.ROOT, env=environment, check=True)
    return folder / "netsketch"


def finish(program: Path) -> None:
    """Take what nobody reads out of the large libraries, and make the second face where it is a link."""
    inside = program / "_internal"
    strip = shutil.which("strip")
    for path in sorted(inside.rglob("*")) if strip and sys.platform != "win32" else ():
        if path.is_file() and not path.is_symlink() and contents.is_stripped(str(path.relative_to(inside))):
            what = "-x" if sys.platform == "darwin" else "--strip-unneeded"
            subprocess.run([strip, what, str(path)], check=True)
    first, second = (program / name for name in contents.FACES)
    if sys.platform.startswith("linux"):
        second.symlink_to(first.name)


def try_out(program: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Let the program train a moment: what it lacks is seen when it is needed."""
    model, home = folder / "tried.safetensors", folder / "home"
    command = [
        program / contents.FACES[0],
        "train",
        "--data=generated",
        "--generated-count=300",
        "--epochs=1",
    ]
    return subprocess.run(
        [*command, "--no-keep", f"--out={model}"],
        env={**os.environ, "NETSKETCH_HOME": str(home)},
        capture_output=True,
        text=True,
    )


def size_of(folder: Path) -> tuple[int, int]:
    """Return the bytes in a folder, and those that it takes on this disk; links count for themselves."""
    stats = [path.lstat() for path in (folder, *folder.rglob("*"))]
    return sum(stat.st_size for stat in stats), sum(getattr(stat, "st_blocks", 0) * 512 for stat in stats)


def put_in_place(made: Path, target: Path) -> None:
    """Let what was made take the place of what was there."""
    if target.exists():
        shutil.rmtree(target)
    shutil.move(made, target)


def main() -> int:
    """Build, and say what was built."""
    asked = options()
    problem = obstacle(asked.cuda)
    if problem:
        print(problem, file=sys.stderr)
        return 2
    start = time.monotonic()
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".package-", dir=asked.out.parent) as folder:
        try:
            program = gather(Path(folder))
            finish(program)
            tried = try_out(program, Path(folder))
        except subprocess.CalledProcessError as error:
            print(f"The program could not be built: {error}", file=sys.stderr)
            return 1
        if tried.returncode != 0:
            print(f"The program was built and does not train: {tried.stderr.strip()}", file=sys.stderr)
            return 1
        bundle = Path(folder) / "NetSketch.app"
        if bundle.exists():
            put_in_place(bundle, asked.out.parent / bundle.name)
        put_in_place(program, asked.out)
    inside, on_disk = size_of(asked.out)
    print(f"· the program is in {asked.out}: {inside / MB:,.0f} MB, {on_disk / MB:,.0f} MB on this disk")
    print(
        f"· built in {time.monotonic() - start:.0f} s; the folder may lie anywhere: {asked.out / 'netsketch-gui'}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
