"""Set NetSketch up and drive it; standard library only: `python3 dev.py run`, `python3 dev.py test` and so on.

Everything that is needed goes into `.venv` in this folder, in the versions of constraints.txt. A stamp in there says
what was installed, so a second call starts at once. The syntax stays old enough for an old Python to read the refusal.
"""

import sys

if __name__ == "__main__":
    import _signal  # type: ignore[import-not-found]  # signal itself takes a moment in which Ctrl-C would be a traceback

    _signal.signal(_signal.SIGINT, lambda number, _frame: sys.exit(128 + number))

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("NetSketch needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import contextlib
import ctypes.util
import hashlib
import importlib
import importlib.util
import io
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

import main as netsketch  # standard library only until it opens a face
from gui import display  # standard library only

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "netsketch-stamp.json"  # what is installed, written last
UNDER_WAY = VENV / "netsketch-installing"  # stands while pip works; left over, .venv is half-made
LOG = VENV / "netsketch-setup.log"

# PyTorch's own address of the builds for the processor alone, and what tells a build for NVIDIA's cards from them.
CPU_INDEX = "https://download.pytorch.org/whl/cpu"
CUDA_PARTS = ("nvidia-", "cuda-", "triton")
# Each is there where NVIDIA's driver is: as such, in a container, and in the Linux of a Windows.
CARD_SIGNS = ("/proc/driver/nvidia/version", "/dev/nvidiactl", "/usr/lib/wsl/lib/libcuda.so.1")
CHINESE_FONT = "fonts-wqy-microhei"  # small; `gui/look/font_package.py` names the same
PIP_INSTALL = (
    "-m pip install --no-input --progress-bar=off --disable-pip-version-check -c constraints.txt".split()
)
LOCK_HEADER = "# The versions NetSketch is tested with, for all platforms. Made by: python3 dev.py lock\n"
Step = tuple[str, Sequence[str | Path]]  # what is run, as a name and a command


class SetupError(Exception):
    """Set-up cannot go on; the message says why and what to do."""


def say(text: str) -> None:
    """Print one line of progress."""
    print(f"· {text}", flush=True)


def clean_environment(**extra: str) -> dict[str, str]:
    """Return this process's environment without what would lead the .venv's Python astray."""
    misleading = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__"}
    return {**{name: value for name, value in os.environ.items() if name not in misleading}, **extra}


def ask(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program silently; an exit code of 127 where there is none."""
    try:
        return subprocess.run(
            command, env=clean_environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace"
        )  # fmt: skip
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


# ---------------------------------------------------------------- the system's part


def root_prefix() -> list[str] | None:
    """Return what to put before a command to run it as root, or None where that needs a password."""
    if os.geteuid() == 0:
        return []
    return ["sudo"] if ask("sudo", "-n", "true").returncode == 0 else None


def install_packages(packages: Sequence[str], purpose: str) -> None:
    """Install system packages with apt where that is possible.

    Raises:
        SetupError: apt failed, or needs rights that this process has not; the message holds the command to type.
    """
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = f"sudo apt-get update && sudo {' '.join(install)}"
    prefix = root_prefix()
    if prefix is None:
        raise SetupError(f"{purpose} needs system packages that are not here. Please run:\n  {by_hand}")
    say(f"installing system packages: {' '.join(packages)}")
    ask(*prefix, "apt-get", "update")  # one source that fails need not matter
    done = ask(*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *install)
    if done.returncode != 0:
        reason = (done.stderr.strip() or done.stdout.strip()).splitlines()[-3:]
        lines = "\n  ".join([*reason, f"By hand: {by_hand}"])
        raise SetupError(f"{purpose} needs system packages; apt-get could not install them:\n  {lines}")


def ensure_qt_libraries(with_window: bool) -> None:
    """See to the shared libraries that Qt loads, before Qt fails for want of one."""
    if not sys.platform.startswith("linux"):
        return
    needed = display.needed_libraries(*(["xcb"] if with_window else []))
    missing = display.missing_libraries(needed)
    if missing and shutil.which("apt-get"):
        install_packages([needed[library].apt for library in missing], "Qt")
    elif missing:
        say(display.missing_sentence(missing))


def has_chinese_font() -> bool:
    """Tell whether a font has the signs of Chinese, as far as the system's list of fonts says."""
    return bool(ask("fc-list", ":lang=zh-cn", "family").stdout.strip())


def ensure_chinese_font() -> None:
    """Install a small font with Chinese signs where that is possible; the tests that look at them need one.

    The rest does not: the window says itself what is missing, and speaks English.
    """
    if not sys.platform.startswith("linux") or not shutil.which("apt-get") or has_chinese_font():
        return
    try:
        install_packages([CHINESE_FONT], "Chinese in the window")
    except SetupError as error:
        say(f"going on without a Chinese font. {error}")


def ensure_building_tools() -> None:
    """See to what PyInstaller looks for on Linux: what reads and strips programs, and Python as a library."""
    version = ".".join(map(str, sys.version_info[:2]))
    needed = {
        "binutils": shutil.which("objdump"),
        f"libpython{version}": ctypes.util.find_library(f"python{version}"),
    }
    missing = [name for name, there in needed.items() if there is None]
    if missing and shutil.which("apt-get"):
        install_packages(missing, "PyInstaller")


# ---------------------------------------------------------------- .venv


def fingerprint() -> str:
    """Return what decides about the content of .venv, as a hash."""
    parts = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def venv_version() -> str | None:
    """Return the version of .venv's Python, or None where it does not run, lacks pip or is too old."""
    code = "import sys, importlib.util as u; print(*sys.version_info[:2], u.find_spec('pip') is not None)"
    answer = re.fullmatch(r"3 (\d+) True\s*", ask(PYTHON, "-c", code).stdout)
    return f"3.{answer[1]}" if answer and int(answer[1]) >= 11 else None


def read_stamp() -> dict[str, object]:
    """Return what the last finished set-up wrote down; empty where there was none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_ready(tools: bool = False) -> bool:
    """Tell whether .venv holds exactly what it should, with the tools of whoever works on it if asked for."""
    stamp = read_stamp()
    if stamp.get("content") != fingerprint() or stamp.get("root") != str(ROOT) or UNDER_WAY.exists():
        return False
    return stamp.get("python") == venv_version() and bool(stamp.get("tools") or not tools)


def is_beyond_repair() -> bool:
    """Tell whether .venv must be made anew: broken, half-made, or moved here from another folder."""
    return venv_version() is None or UNDER_WAY.exists() or read_stamp().get("root", str(ROOT)) != str(ROOT)


def remove_venv() -> None:
    """Clear the place of .venv; a link goes, what it points to stays."""
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        say("the .venv here is broken or half-made: making it anew")
        try:
            shutil.rmtree(VENV)
        except OSError as error:
            raise SetupError(f"The old .venv cannot be removed; close what uses it: {error}") from None


def create_venv() -> None:
    """Make an empty .venv, in place of whatever stands there."""
    remove_venv()
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        if not shutil.which("apt-get"):
            raise SetupError(f"Python at {sys.executable} lacks the modules venv and ensurepip; add them.")
        install_packages([f"python3.{sys.version_info[1]}-venv"], "Python's venv module")
    say(f"making .venv with Python {sys.version.split()[0]}")
    base = getattr(sys, "_base_executable", "") or sys.executable  # not the Python of a .venv just removed
    made = ask(base, "-m", "venv", VENV)
    if made.returncode != 0:
        raise SetupError(f"Python could not make .venv:\n  {(made.stderr or made.stdout).strip()}")


def retell(line: str) -> str | None:
    """Return what a person wants to know of one line that pip prints, or None."""
    fetched = re.match(r"\s*(?:Downloading|Using cached) (\S+?)-(\d[^-]*)-\S+ \((\S+ [MG]B)\)", line)
    if fetched:
        return f"  {Path(fetched[1]).name} {fetched[2]} ({fetched[3]})"
    unpacking = re.match(r"Installing collected packages: (.*)", line)
    return f"  unpacking {unpacking[1].count(',') + 1} of them" if unpacking else None


def run_pip(*arguments: str | Path, log: IO[str]) -> int:
    """Run .venv's pip, retell what it does, write all it says into the log, and return its exit code."""
    command = [PYTHON, *PIP_INSTALL, *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, env=clean_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    ) as pip:  # fmt: skip
        for line in pip.stdout or ():
            log.write(line)
            told = retell(line)
            if told:
                say(told)
    return pip.returncode


def install(pip_arguments: Sequence[str], *, tools: bool = False, cuda: bool = False) -> None:
    """Install NetSketch into .venv, in the locked versions, and stamp it.

    Args:
        pip_arguments: What else pip is told.
        tools: Whether to install what tests and checks need, too.
        cuda: Whether to take PyTorch for NVIDIA's cards whether or not there is one.

    Raises:
        SetupError: pip failed; its last lines are in the message, all of them in the log.
    """
    tools = tools or bool(read_stamp().get("tools"))  # what is there is kept up to date
    say("installing the locked versions (the first time some hundred megabytes are fetched)")
    UNDER_WAY.touch()
    with LOG.open("w", encoding="utf-8") as log:
        if cuda and list(VENV.rglob("torch-*+cpu*.dist-info")):
            ask(PYTHON, "-m", "pip", "uninstall", "--yes", "torch")
        elif not cuda:
            take_small_torch(pip_arguments, log)
        code = run_pip("-e", ".[dev]" if tools else ".", *pip_arguments, log=log)
        if tools and code == 0:
            code = run_pip("--no-deps", *yardsticks(), *pip_arguments, log=log)
    UNDER_WAY.unlink()  # pip came to its end and left things whole, whether it succeeded or not
    if code != 0:
        said = LOG.read_text(encoding="utf-8").splitlines()
        reason = [line.strip() for line in said if "ERROR:" in line][-4:] or said[-8:]
        lines = "\n  ".join([*reason, f"All it said: {LOG}"])
        raise SetupError(f"pip could not install everything:\n  {lines}")
    stamp = {"content": fingerprint(), "root": str(ROOT), "python": venv_version(), "tools": tools}
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")


def yardsticks() -> list[str]:
    """Return what tests compare with and is installed by itself, as it asks for versions that would undo ours."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed: list[str] = project["dependency-groups"]["yardsticks"]
    return listed


# ---------------------------------------------------------------- PyTorch for the processor, or for a card


def take_small_torch(pip_arguments: Sequence[str], log: IO[str]) -> None:
    """Install PyTorch for the processor alone, where pip would take the large one for a card that is not here.

    Where pip finds the small one by itself, or is told where to look, nothing else is asked.
    """
    if not sys.platform.startswith("linux") or has_card() or names_a_source(pip_arguments):
        return
    version = cuda_version(
        ask(PYTHON, *PIP_INSTALL, "--dry-run", "--quiet", "--report=-", *pip_arguments, "torch")
    )
    if version is None:
        return
    say(f"no NVIDIA card answers here: taking torch {version} for the processor alone from {CPU_INDEX}")
    patience = ["--retries=1", "--timeout=15"]  # seconds; without it the larger build still does
    code = run_pip("--no-deps", f"--index-url={CPU_INDEX}", *patience, f"torch=={version}+cpu", log=log)
    if code == 0:
        say("  (the build for NVIDIA's cards: python3 dev.py setup --cuda)")
    else:
        say(
            "  it cannot be had there: going on with the large build for NVIDIA's cards, which runs without one too"
        )


def has_card(signs: Sequence[str] = CARD_SIGNS) -> bool:
    """Tell whether the driver of an NVIDIA card answers on this Linux."""
    return any(Path(sign).exists() for sign in signs)


def names_a_source(pip_arguments: Sequence[str]) -> bool:
    """Tell whether a person said where pip shall look, or to install anew what is there: then it is done as told."""
    told = (
        "-i",
        "-f",
        "-I",
        "--index",
        "--extra-index",
        "--no-index",
        "--find-links",
        "--force",
        "--ignore-installed",
    )
    return any(argument.startswith(told) for argument in pip_arguments)


def cuda_version(asked: subprocess.CompletedProcess[str]) -> str | None:
    """Return the version of PyTorch that pip would take for NVIDIA's cards; None where it takes none, or cannot say.

    Args:
        asked: Of `pip install --dry-run --report=-`; its output is a JSON object (pip's “installation report”).
    """
    try:
        items = [item["metadata"] for item in json.loads(asked.stdout)["install"]]
        found = {item["name"].lower(): item["version"] for item in items}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # pip is too old to tell, or failed: the installation itself will say why
    version, _, build = found.get("torch", "").partition("+")
    large = build.startswith("cu") or any(name.startswith(CUDA_PARTS) for name in found)
    return version if version and large else None


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one set-up work at a time in this folder; a second one waits. The system lifts the lock of the dead."""
    with (ROOT / "pyproject.toml").open("r+b") as file:
        if not try_lock(file):
            say("another set-up is at work in this folder: waiting for it")
            while not try_lock(file):
                time.sleep(0.5)
        yield


def try_lock(file: IO[bytes]) -> bool:
    """Take the lock, or say that somebody has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # a byte past the end: others can still read the file
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def set_up(pip_arguments: Sequence[str] = (), *, tools: bool = False, cuda: bool = False) -> None:
    """Make .venv what it should be; does nothing where it is."""
    asked = bool(pip_arguments or cuda)
    if not asked and is_ready(tools):
        compile_words()
        return
    with alone():
        if not asked and is_ready(tools):  # another process has just done it
            return
        start = time.monotonic()
        if is_beyond_repair():
            create_venv()
        install(pip_arguments, tools=tools, cuda=cuda)
        compile_words()
        say(f"set up in {time.monotonic() - start:.0f} s")


def compile_words() -> None:
    """Compile the translations that have changed, for a window that is started from this folder."""
    sources = set((ROOT / "resources" / "translations").glob("*.ts"))
    if any(stale(source) for source in sources if not source.name.endswith("_en.ts")):
        done = ask(PYTHON, ROOT / "resources" / "compile_words.py")
        if done.returncode != 0:
            raise SetupError(f"The translations could not be compiled:\n  {done.stderr.strip()}")


def stale(source: Path) -> bool:
    """Tell whether a translation was changed since it was compiled, or never was."""
    compiled = source.with_suffix(".qm")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


# ---------------------------------------------------------------- verbs


def call(*command: str | Path, **environment: str) -> int:
    """Run a program in the project's folder and return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=clean_environment(**environment)).returncode


def check_arguments(tool: str, arguments: Sequence[str]) -> None:
    """See that a tool takes these arguments before anything is set up for it; it tells what is wrong, or its help.

    Args:
        tool: Its file from the root, whose ``options`` need no more than the standard library.
        arguments: What it would be given.

    Raises:
        SystemExit: If it does not take them.
    """
    beside = str((ROOT / tool).parent)
    sys.path.insert(0, beside)
    try:
        importlib.import_module(Path(tool).stem).options(arguments)
    finally:
        sys.path.remove(beside)


def take_over(*command: str | Path) -> int:
    """Let a program take this one's place, so that it alone hears Ctrl-C; return its exit code where it cannot."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, clean_environment())
    return subprocess.run(command, env=clean_environment()).returncode


def lint_steps(fix: bool = False) -> list[Step]:
    """Return the checks that run nothing of the program."""
    return [
        ("ruff check", [BIN / "ruff", "check", "--quiet", *(["--fix"] if fix else [])]),
        ("ruff format", [BIN / "ruff", "format", "--quiet", *([] if fix else ["--check"])]),
        ("mypy", [BIN / "mypy", "--no-error-summary"]),
        ("import contracts", [BIN / "lint-imports", "--no-logo"]),
    ]


def run_steps(steps: Sequence[Step], **environment: str) -> int:
    """Run all steps, also after one failed; end with a line for each and return 1 if any failed."""
    results = []
    for name, command in steps:
        say(name)
        start = time.monotonic()
        code = call(*command, **environment)
        results.append((name, code, time.monotonic() - start))
    print()
    for name, code, seconds in results:
        print(f"  {name:<18}{'passed' if code == 0 else f'FAILED (exit code {code})'}  {seconds:.1f} s")
    return int(any(code for _, code, _ in results))


def run(arguments: Sequence[str]) -> int:
    """Open the window, or the command line, in the folder one is in: dev.py run [argument of main.py ...]."""
    window = netsketch.opens_window(arguments)
    program = f"{PYTHON.relative_to(ROOT)} main.py"
    problem = display.display_problem(arguments, program) if window else None
    if problem:
        raise SetupError(problem)
    ensure_qt_libraries(with_window=window and "DISPLAY" in os.environ)
    set_up()
    return take_over(PYTHON, ROOT / "main.py", *arguments)


def test_processes() -> int:
    """Return how many processes test at once: three on two cores, which two leave idle for a tenth of the time.

    Each waits for timers, threads and programs that tests start; from eight on the cores are enough.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(8, (3 * cores + 1) // 2)


def pytest_command(arguments: Sequence[str]) -> list[str | Path]:
    """Return how pytest is called: on all cores, but alone where its output or a debugger is wanted at once."""
    watched = {"-s", "--capture=no", "--pdb", "--trace"} & set(arguments)
    # Neighbours stay together, as what a module prepares is prepared once; who is done takes from another's end.
    spread = [] if watched else [f"--numprocesses={test_processes()}", "--dist=worksteal"]
    return [PYTHON, "-m", "pytest", *spread, *arguments]


@contextlib.contextmanager
def tests_compiled() -> "Iterator[subprocess.Popen[bytes] | None]":
    """Let a core that checks leave idle compile the tests of a fresh checkout, as each process of pytest else would."""
    if (ROOT / "tests" / "__pycache__").exists():
        yield None
        return
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "pytest",
        "--collect-only",
        "--quiet",
        "-p",
        "no:cacheprovider",
    ]
    environment = clean_environment(QT_QPA_PLATFORM="offscreen", PYTHONDONTWRITEBYTECODE="")
    nothing = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=nothing, stderr=nothing) as process:
        try:
            yield process
        finally:
            process.terminate()


def test(arguments: Sequence[str]) -> int:
    """Run all checks and tests, without a display: dev.py test [--quick | --nightly] [argument of pytest ...]."""
    ensure_qt_libraries(with_window=False)
    ensure_chinese_font()
    set_up(tools=True)
    quick, nightly = "--quick" in arguments, "--nightly" in arguments
    chosen = ["-m", "not slow", "--hypothesis-profile=quick"] if quick else []
    chosen += ["--hypothesis-profile=nightly"] if nightly else []
    rest = [argument for argument in arguments if argument not in ("--quick", "--nightly")]
    checks = lint_steps()[:2] if quick else lint_steps()
    with tests_compiled():
        checks_failed = run_steps(checks)
    # Bytecode is kept, whatever the surroundings say: all cores and every program that a test starts read the same.
    code = call(*pytest_command([*chosen, *rest]), QT_QPA_PLATFORM="offscreen", PYTHONDONTWRITEBYTECODE="")
    if quick:
        say(
            "left out: mypy, import contracts, tests marked slow, most made-up examples; all: python3 dev.py test"
        )
    if checks_failed:
        say("the tests apart, a check FAILED: see above")
    return int(bool(checks_failed or code))


def lint(arguments: Sequence[str]) -> int:
    """Run linters, type check and import contracts: dev.py lint [--fix]."""
    other = [argument for argument in arguments if argument != "--fix"]
    if other:
        raise SetupError(f"lint knows --fix alone, not {other[0]!r}.")
    set_up(tools=True)
    return run_steps(lint_steps(fix="--fix" in arguments))


def bench(arguments: Sequence[str]) -> int:
    """Measure every claim and write docs/benchmarks.md: dev.py bench [--only NAME ... [--keep]] [--quick]."""
    check_arguments("benchmarks/run_all.py", arguments)
    ensure_qt_libraries(with_window=False)
    set_up()
    return call(PYTHON, "benchmarks/run_all.py", *arguments, QT_QPA_PLATFORM="offscreen")


def pictures(arguments: Sequence[str]) -> int:
    """Take the pictures of the documentation: the real window, and the house as its imports draw it."""
    check_arguments("docs/tools/take_pictures.py", arguments)
    ensure_qt_libraries(with_window=False)
    set_up(tools=True)
    return run_steps(
        [
            ("window", [PYTHON, "docs/tools/take_pictures.py", *arguments]),
            ("house", [PYTHON, "docs/tools/draw_house.py"]),
        ],
        QT_QPA_PLATFORM="offscreen",
    )


def mutate(arguments: Sequence[str]) -> int:
    """Put small faults into a copy of the code and list those that no test finds: dev.py mutate [FILE ...]."""
    check_arguments("docs/tools/mutate.py", arguments)
    ensure_qt_libraries(with_window=False)
    set_up(tools=True)
    return call(PYTHON, "docs/tools/mutate.py", *arguments, QT_QPA_PLATFORM="offscreen")


def fuzz(arguments: Sequence[str]) -> int:
    """Open damaged and hostile files of each kind: dev.py fuzz [KIND ...] [--inputs N] [--minutes N] [--seed S]."""
    check_arguments("docs/tools/fuzz/options.py", arguments)
    ensure_qt_libraries(with_window=False)
    set_up(tools=True)
    signal.signal(signal.SIGINT, lambda number, frame: None)  # it ends by itself, with the table so far
    return call(PYTHON, "-m", "docs.tools.fuzz", *arguments, QT_QPA_PLATFORM="offscreen")


def soak(arguments: Sequence[str]) -> int:
    """Drive the real window for half an hour and see whether anything grows: dev.py soak [--minutes N] [--seed S]."""
    check_arguments("docs/tools/soak.py", arguments)
    ensure_qt_libraries(with_window=False)
    set_up(tools=True)
    return call(PYTHON, "-m", "docs.tools.soak", *arguments, QT_QPA_PLATFORM="offscreen")


def package(arguments: Sequence[str]) -> int:
    """Build a stand-alone program for this system, into dist/netsketch: dev.py package [--out FOLDER] [--cuda]."""
    check_arguments("docs/tools/package/options.py", arguments)
    ensure_qt_libraries(with_window=True)  # they go into it
    if sys.platform.startswith("linux"):
        ensure_building_tools()
    set_up()
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    code = call(PYTHON, *PIP_INSTALL, "--quiet", *extras["package"], *extras["tensorboard"])
    return code or call(PYTHON, "-m", "docs.tools.package", *arguments)


def setup(arguments: Sequence[str]) -> int:
    """Set up alone: dev.py setup [--cuda] [argument of pip ...]."""
    ensure_qt_libraries(with_window="DISPLAY" in os.environ)
    set_up([argument for argument in arguments if argument != "--cuda"], cuda="--cuda" in arguments)
    say(f"ready: {PYTHON.relative_to(ROOT)} main.py")
    return 0


def bare(arguments: Sequence[str]) -> int:
    """Prove set-up and tests from nothing, in a bare Debian made for it, as root: dev.py bare [--suite NAME]."""
    return subprocess.run([sys.executable, ROOT / "docs/tools/bare_system.py", *arguments]).returncode


def lock(arguments: Sequence[str]) -> int:
    """Work constraints.txt out anew; what is locked stays without --upgrade: dev.py lock [argument of uv ...]."""
    set_up()
    if call(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv") != 0:
        return 1
    target = ROOT / "constraints.txt"
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder, target.name)
        shutil.copy(target, new)
        options = "--universal --python-version=3.11 --all-extras --no-header --no-annotate --quiet".split()
        options += ["--no-emit-index-url", "--no-emit-find-links", f"--output-file={new}"]
        code = call(BIN / "uv", "pip", "compile", *options, *arguments, "pyproject.toml")
        if code == 0:
            target.write_text(LOCK_HEADER + new.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    return code


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    verb.__name__: verb
    for verb in (run, test, lint, bench, mutate, fuzz, soak, pictures, package, setup, bare, lock)
}


def main(argv: Sequence[str]) -> int:
    """Run one verb and return its exit code."""
    if not argv or argv[0] not in VERBS:
        lines = [f"  {name:<10}{(verb.__doc__ or '').strip()}" for name, verb in VERBS.items()]
        asked = bool(argv) and argv[0] in ("-h", "--help", "help")
        lines = ["usage: python3 dev.py VERB [argument ...]", "", *lines]
        print(*lines, sep="\n", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    signal.signal(signal.SIGINT, signal.default_int_handler)  # from here on it is caught below
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console of few letters must not stop the set-up
    try:
        return VERBS[argv[0]](argv[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
