"""Proves that set-up and tests work from nothing: in a bare Debian made for it, with this clone's committed state.

A minimal system (Python, certificates and git, nothing else) is made in a temporary folder, the repository is cloned
into it, and `.ci/run` runs there, as on a computer that never saw NetSketch. How this computer reaches its package
registries (settings of apt and pip, certificates, name server) goes along. What is mounted for it is seen by that
process alone and goes with it; the folder is removed at the end.

Run: sudo python3 dev.py bare [--suite bookworm|trixie|forky] [--bind FOLDER] [--keep] [-- COMMAND ...]
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = Path("/netsketch")  # of the clone, as the bare system sees it
COMMAND = ("bash", ".ci/run")
# How this computer reaches apt and pip, as far as it is written into files; what is not there is passed over.
SETTINGS = (
    "/etc/apt/apt.conf.d", "/etc/apt/auth.conf", "/etc/apt/auth.conf.d", "/etc/pip.conf", "/etc/xdg/pip",
    "~/.config/pip", "~/.pip", "/etc/ssl/certs", "/usr/local/share/ca-certificates", "/etc/resolv.conf", "/etc/hosts",
)  # fmt: skip
# What belongs to the caller's own system and would lead programs astray in the other one.
LEFT_BEHIND = (
    "VIRTUAL_ENV",
    "PYTHON",
    "XDG_",
    "TMP",
    "TEMP",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "QT_",
    "NETSKETCH_",
)
MOUNTS = "mount --rbind /dev {0}/dev && mount --rbind /sys {0}/sys && mount -t proc proc {0}/proc"


def obstacle() -> str | None:
    """Say in one sentence why this cannot be done here, or return None if it can."""
    if not sys.platform.startswith("linux"):
        return "A bare Debian can be made on Linux alone."
    if os.geteuid() != 0:
        return "This needs root, as it makes a system of its own: sudo python3 dev.py bare"
    missing = [name for name in ("mmdebstrap", "git", "unshare", "chroot") if not shutil.which(name)]
    return f"This needs {', '.join(missing)}: apt-get install mmdebstrap git util-linux" if missing else None


def make_system(folder: Path, suite: str, apt_options: Sequence[str]) -> None:
    """Make a minimal Debian in a folder, with this computer's ways to its registries.

    Raises:
        subprocess.CalledProcessError: mmdebstrap failed, and has said why.
    """
    given = [f"--aptopt={option}" for option in apt_options]
    include = "--include=python3,ca-certificates,git"
    subprocess.run(["mmdebstrap", "--quiet", "--variant=minbase", include, *given, suite, folder], check=True)
    for setting in SETTINGS:
        copy_setting(Path(setting).expanduser(), folder / setting.replace("~", "root").lstrip("/"))


def copy_setting(source: Path, target: Path) -> None:
    """Copy a file, or what is in a folder beside what is there already; links as what they lead to."""
    if source.is_dir():
        for part in source.iterdir():
            copy_setting(part, target / part.name)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)  # a link would be followed
        shutil.copy(source, target)


def environment() -> dict[str, str]:
    """Return this process's variables for the bare system, less what belongs to this one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LEFT_BEHIND)}
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return {**kept, "HOME": "/root", "PATH": path, "LC_ALL": "C.UTF-8"}


def command_line(folder: Path, command: Sequence[str], binds: Sequence[Path]) -> list[str]:
    """Return what runs a command in the bare system, in a space of mounts of its own."""
    place = shlex.quote(str(folder))
    steps = [MOUNTS.format(place)]
    for bind in binds:
        there = shlex.quote(f"{folder}{bind.resolve()}")
        steps.append(f"mkdir -p {there} && mount --bind -o ro {shlex.quote(str(bind.resolve()))} {there}")
    inside = f"cd {HOME} && exec {shlex.join(command)}"
    steps.append(f"exec chroot {place} sh -c {shlex.quote(inside)}")
    return ["unshare", "--mount", "--propagation=private", "sh", "-c", " && ".join(steps)]


def size(folder: Path) -> int:
    """Return the bytes of the files in a folder, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the system, run the command there, clear away; the exit code is the command's."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--suite", default="trixie", help="bookworm has Python 3.11, trixie 3.13, forky 3.14")
    parser.add_argument("--bind", action="append", default=[], type=Path, metavar="FOLDER",
                        help="a folder of this computer that is to be seen there, such as one of wheels")  # fmt: skip
    parser.add_argument("--apt-option", action="append", default=[], metavar="OPTION",
                        help="for apt there, such as 'Acquire::Check-Valid-Until \"false\"'")  # fmt: skip
    parser.add_argument(
        "--keep", action="store_true", help="leave the system where it was made, and say where"
    )
    parser.add_argument(
        "command", nargs="*", help=f"what runs in the clone; {shlex.join(COMMAND)} by default"
    )
    options = parser.parse_args(arguments)
    reason = obstacle()
    if reason:
        print(reason, file=sys.stderr)
        return 2
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="netsketch-bare-"))
    try:
        make_system(folder, options.suite, options.apt_option)
        clone = folder / HOME.relative_to("/")
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, clone], check=True)
        made = time.monotonic() - started
        print(f"· a bare {options.suite} made in {made:.0f} s, {size(folder) / 1e6:.0f} MB", flush=True)
        run = command_line(folder, options.command or COMMAND, options.bind)
        code = subprocess.run(run, env=environment()).returncode
        venv = size(clone / ".venv") / 1e6
        print(
            f"· exit code {code} after {time.monotonic() - started:.0f} s in all; .venv holds {venv:,.0f} MB"
        )
        return code
    except subprocess.CalledProcessError as error:
        print(f"{error.cmd[0]} failed with exit code {error.returncode}.", file=sys.stderr)
        return 2
    finally:
        if options.keep:
            print(f"· kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
