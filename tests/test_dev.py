"""Set-up: what is looked for beforehand, when .venv counts as ready, and how failure is told."""

from __future__ import annotations

import ast
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import hypothesis
import pytest

import dev

ROOT = dev.ROOT
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the files that set-up reads, where it may make a .venv."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "gui").mkdir()
    for name in (
        "dev.py",
        "main.py",
        "pyproject.toml",
        "constraints.txt",
        "gui/__init__.py",
        "gui/display.py",
    ):
        shutil.copy(ROOT / name, folder / name)
    places = {"ROOT": folder}
    for name in ("VENV", "BIN", "PYTHON", "STAMP", "UNDER_WAY", "LOG"):
        places[name] = folder / getattr(dev, name).relative_to(ROOT)
    for name, path in places.items():
        monkeypatch.setattr(dev, name, path)
    return folder


def make_venv(folder: Path) -> None:
    """Make a .venv in a moment: a Python and something called pip."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    site = next((folder / ".venv").rglob("site-packages"))
    (site / "pip.py").touch()


def stamp(**more: object) -> None:
    content = {"content": dev.fingerprint(), "root": str(dev.ROOT), "python": dev.venv_version()}
    dev.STAMP.write_text(dev.json.dumps(content | more))


def test_an_old_python_can_read_the_refusal() -> None:
    source = (ROOT / "dev.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    run = subprocess.run(
        [sys.executable, "-c", "import sys; sys.version_info = (3, 8, 2); import dev"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr == "NetSketch needs Python 3.11 or newer; this is Python 3.8.\n"


def test_usage_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    told = capsys.readouterr().out
    verbs = (
        "run",
        "test",
        "lint",
        "bench",
        "mutate",
        "fuzz",
        "soak",
        "pictures",
        "package",
        "setup",
        "bare",
        "lock",
    )
    assert all(f"  {verb} " in told for verb in verbs)
    assert dev.main([]) == 2
    assert dev.main(["tset"]) == 2
    assert "usage" in capsys.readouterr().err


class TestReadiness:
    def test_without_venv(self, project: Path) -> None:
        assert not dev.is_ready()
        assert dev.is_beyond_repair()

    def test_stamped(self, project: Path) -> None:
        make_venv(project)
        assert not dev.is_ready()
        assert not dev.is_beyond_repair()
        stamp()
        assert dev.is_ready()

    def test_the_window_needs_no_tools_and_tests_do(self, project: Path) -> None:
        make_venv(project)
        stamp(tools=False)
        assert dev.is_ready()
        assert not dev.is_ready(tools=True)
        stamp(tools=True)
        assert dev.is_ready()
        assert dev.is_ready(tools=True)

    @pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
    def test_changed_requirements_need_an_installation(self, project: Path, name: str) -> None:
        make_venv(project)
        stamp()
        with (project / name).open("a") as file:
            file.write("# changed\n")
        assert not dev.is_ready()
        assert not dev.is_beyond_repair()

    def test_installation_broken_off(self, project: Path) -> None:
        make_venv(project)
        stamp()
        dev.UNDER_WAY.touch()
        assert not dev.is_ready()
        assert dev.is_beyond_repair()

    def test_python_that_does_not_run(self, project: Path) -> None:
        make_venv(project)
        stamp()
        dev.PYTHON.unlink()
        dev.PYTHON.write_bytes(b"")
        assert not dev.is_ready()
        assert dev.is_beyond_repair()

    def test_folder_that_was_moved(self, project: Path) -> None:
        make_venv(project)
        stamp()
        dev.STAMP.write_text(dev.STAMP.read_text().replace(str(project), str(project / "elsewhere")))
        assert not dev.is_ready()
        assert dev.is_beyond_repair()

    def test_damaged_stamp(self, project: Path) -> None:
        make_venv(project)
        dev.STAMP.write_text("{")
        assert not dev.is_ready()
        assert not dev.is_beyond_repair()

    def test_nothing_is_done_where_all_is_ready(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        make_venv(project)
        stamp()
        dev.set_up()
        assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_venv_is_made_in_place_of_a_broken_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".venv").mkdir()
    (project / ".venv" / "rest").touch()
    dev.create_venv()
    assert dev.venv_version() == f"3.{sys.version_info[1]}"
    assert not (project / ".venv" / "rest").exists()
    assert "anew" in capsys.readouterr().out
    # pip that fails is told about with its own words, and leaves no stamp
    with pytest.raises(dev.SetupError, match=r"pip could not install(.|\n)*No matching distribution"):
        dev.install(["--no-index", "--find-links", str(project)])
    assert not dev.STAMP.exists()
    assert not dev.UNDER_WAY.exists()


def test_link_to_a_venv_elsewhere_is_not_emptied(project: Path) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").touch()
    try:
        dev.VENV.symlink_to(elsewhere, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    dev.remove_venv()
    assert not dev.VENV.exists()
    assert (elsewhere / "precious").exists()


def test_tests_of_a_fresh_checkout_are_compiled_meanwhile(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    tests = project / "tests"
    tests.mkdir()
    (tests / "test_it.py").write_text("def test_it() -> None:\n    assert True\n")
    with dev.tests_compiled() as process:
        assert process is not None
        assert process.wait(60) == 0
    assert list(tests.glob("__pycache__/test_it*.pyc"))
    with dev.tests_compiled() as process:
        assert process is None


def report(*items: tuple[str, str]) -> subprocess.CompletedProcess[str]:
    """What pip answers that would install these, by name and version."""
    install = [{"metadata": {"name": name, "version": version}} for name, version in items]
    return subprocess.CompletedProcess([], 0, dev.json.dumps({"version": "1", "install": install}))


CUDA = report(("filelock", "4.0"), ("nvidia-cublas", "13.1"), ("torch", "2.13.0"), ("triton", "3.7.1"))
PLAIN = report(("torch", "2.13.0"), ("numpy", "2.5.5"))


@pytest.mark.parametrize(
    ("answer", "version"),
    [
        (CUDA, "2.13.0"),
        (report(("torch", "2.13.0+cu130")), "2.13.0"),
        (report(("Torch", "2.14.0"), ("cuda-bindings", "13.5")), "2.14.0"),
        (PLAIN, None),
        (report(("torch", "2.13.0+cpu")), None),
        (report(("triton", "3.7.1")), None),
        (report(), None),
        (subprocess.CompletedProcess([], 2, "", "no such option: --report"), None),
        (subprocess.CompletedProcess([], 0, "{}"), None),
        (subprocess.CompletedProcess([], 0, '{"install": [{}]}'), None),
    ],
)
def test_what_pip_would_take_is_read_from_its_report(
    answer: subprocess.CompletedProcess[str], version: str | None
) -> None:
    assert dev.cuda_version(answer) == version


@on_linux
class TestSmallTorch:
    """Which PyTorch is taken, by what pip answers and whether there is a card."""

    @pytest.fixture
    def pip(self, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
        """A pip that answers and ends as told, and notes how it is called."""
        pip: dict[str, object] = {"answer": CUDA, "code": 0, "asked": [], "run": []}
        monkeypatch.setattr(dev, "has_card", lambda: False)
        monkeypatch.setattr(dev, "ask", lambda *command: pip["asked"].append(command) or pip["answer"])
        monkeypatch.setattr(dev, "run_pip", lambda *given, log: pip["run"].append(given) or pip["code"])
        return pip

    def test_no_card_and_a_build_for_one(self, pip: dict, capsys: pytest.CaptureFixture[str]) -> None:
        dev.take_small_torch([], io.StringIO())
        (command,) = pip["run"]
        assert command[:2] == ("--no-deps", f"--index-url={dev.CPU_INDEX}")
        assert command[-1] == "torch==2.13.0+cpu"
        told = capsys.readouterr().out
        assert "no NVIDIA card" in told
        assert "setup --cuda" in told

    def test_address_that_cannot_be_reached(self, pip: dict, capsys: pytest.CaptureFixture[str]) -> None:
        pip["code"] = 1
        dev.take_small_torch([], io.StringIO())
        assert "cannot be had there: going on" in capsys.readouterr().out

    @pytest.mark.parametrize("answer", [PLAIN, report(), subprocess.CompletedProcess([], 2, "", "failed")])
    def test_small_one_found_by_itself_or_unknown_asks_nothing_outside(
        self, pip: dict, capsys: pytest.CaptureFixture[str], answer: subprocess.CompletedProcess[str]
    ) -> None:
        pip["answer"] = answer
        dev.take_small_torch([], io.StringIO())
        assert len(pip["asked"]) == 1
        assert not any(dev.CPU_INDEX in str(word) for word in pip["asked"][0])
        assert pip["run"] == []
        assert capsys.readouterr().out == ""

    def test_card(self, pip: dict, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(dev, "has_card", lambda: True)
        dev.take_small_torch([], io.StringIO())
        assert pip["asked"] == pip["run"] == []

    @pytest.mark.parametrize(
        "said", ["--extra-index-url", "--index-url=x", "-i", "-f", "--find-links=w", "--force-reinstall"]
    )
    def test_a_person_who_names_a_source_is_obeyed(self, pip: dict, said: str) -> None:
        dev.take_small_torch([said, "ADDRESS"], io.StringIO())
        assert pip["asked"] == pip["run"] == []

    def test_other_arguments_go_along(self, pip: dict) -> None:
        dev.take_small_torch(["--proxy=there"], io.StringIO())
        assert "--proxy=there" in pip["asked"][0]

    def test_signs_of_a_card(self, tmp_path: Path) -> None:
        signs = [str(tmp_path / "version"), str(tmp_path / "nvidiactl")]
        assert not dev.has_card(signs)
        Path(signs[1]).touch()
        assert dev.has_card(signs)


@pytest.mark.parametrize(
    ("tools", "cuda", "target"),
    [(False, False, "."), (True, False, ".[dev]"), (False, True, ".")],
)
def test_only_what_is_needed_is_installed(
    project: Path, monkeypatch: pytest.MonkeyPatch, tools: bool, cuda: bool, target: str
) -> None:
    make_venv(project)
    calls: list[object] = []
    monkeypatch.setattr(dev, "take_small_torch", lambda arguments, log: calls.append("small torch"))
    monkeypatch.setattr(dev, "run_pip", lambda *arguments, log: calls.append(arguments) or 0)
    dev.set_up(tools=tools, cuda=cuda)
    beside = [("--no-deps", *dev.yardsticks())] if tools else []
    assert calls == [*([] if cuda else ["small torch"]), ("-e", target), *beside]
    assert dev.is_ready()
    assert dev.is_ready(tools=True) is tools
    dev.set_up(["--upgrade"])  # tools that are there stay, and stay up to date
    assert calls[-1 - len(beside)] == ("-e", target, "--upgrade")
    assert calls[len(calls) - len(beside) :] == [(*each, "--upgrade") for each in beside]


def test_what_is_installed_without_its_dependencies_is_of_one_version() -> None:
    assert {name.partition("==")[0] for name in dev.yardsticks()} == {"dp-accounting", "torchattacks"}
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", each) for each in dev.yardsticks())


def test_a_yardstick_that_cannot_be_had_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_venv(project)
    monkeypatch.setattr(dev, "take_small_torch", lambda arguments, log: None)
    monkeypatch.setattr(dev, "run_pip", lambda *arguments, log: int(arguments[0] == "--no-deps"))
    with pytest.raises(dev.SetupError):
        dev.install([], tools=True)
    assert not dev.is_ready()


@pytest.mark.parametrize("build", ["2.13.0+cpu", "2.13.0"])
def test_the_small_torch_makes_way_for_the_one_that_is_asked_for(
    project: Path, monkeypatch: pytest.MonkeyPatch, build: str
) -> None:
    make_venv(project)
    site = next((project / ".venv").rglob("site-packages"))
    (site / f"torch-{build}.dist-info").mkdir()
    version = dev.venv_version()
    monkeypatch.setattr(dev, "venv_version", lambda: version)
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(dev, "ask", lambda *command: asked.append(command))
    monkeypatch.setattr(dev, "run_pip", lambda *arguments, log: 0)
    dev.install([], cuda=True)
    assert [command[-3:] for command in asked] == [("uninstall", "--yes", "torch")] * (build == "2.13.0+cpu")


def test_only_one_set_up_at_a_time(project: Path) -> None:
    with dev.alone(), (project / "pyproject.toml").open("r+b") as second:
        assert not dev.try_lock(second)
    with (project / "pyproject.toml").open("r+b") as third:
        assert dev.try_lock(third)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "  Downloading torch-2.13.0-cp311-cp311-manylinux_2_28_x86_64.whl (834.1 MB)",
            "torch 2.13.0 (834.1 MB)",
        ),
        ("Using cached numpy-2.4.6-cp311-cp311-win_amd64.whl (15.2 MB)", "numpy 2.4.6 (15.2 MB)"),
        ("Installing collected packages: a, b, c", "unpacking 3 of them"),
        ("  Downloading idna-3.20-py3-none-any.whl (70 kB)", None),
        ("Requirement already satisfied: numpy>=2.2", None),
    ],
)
def test_pip_is_retold(line: str, told: str | None) -> None:
    assert (dev.retell(line) or "").strip() == (told or "")


@on_linux
class TestSystemLibraries:
    def test_command_to_type_where_rights_are_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(dev, "root_prefix", lambda: None)
        with pytest.raises(dev.SetupError) as refused:
            dev.install_packages(["libgl1", "libegl1"], "Qt")
        command = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libegl1"
        assert command in str(refused.value)

    @pytest.mark.parametrize(
        ("fonts", "asked"), [("WenQuanYi Micro Hei\n", []), ("", [["fonts-wqy-microhei"]])]
    )
    def test_the_tests_get_a_chinese_font_where_none_is(
        self, monkeypatch: pytest.MonkeyPatch, fonts: str, asked: list[list[str]]
    ) -> None:
        installed: list[list[str]] = []
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(dev, "ask", lambda *command: subprocess.CompletedProcess(command, 0, fonts, ""))
        monkeypatch.setattr(dev, "install_packages", lambda packages, purpose: installed.append(packages))
        dev.ensure_chinese_font()
        assert installed == asked

    def test_without_rights_to_a_font_the_tests_go_on_and_say_how_to_get_it(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(dev, "has_chinese_font", lambda: False)
        monkeypatch.setattr(dev, "root_prefix", lambda: None)
        dev.ensure_chinese_font()
        assert "apt-get install -y --no-install-recommends fonts-wqy-microhei" in capsys.readouterr().out

    def test_the_window_names_the_font_that_is_installed(self) -> None:
        from gui.look.font_package import PACKAGES

        assert dev.CHINESE_FONT == PACKAGES["debian"]

    @pytest.mark.parametrize(
        "arguments",
        [
            "soak --minutes nan",
            "fuzz csv nothing",
            "mutate no/file.py",
            "bench --only nothing",
            "pictures --size 3",
            "lint -x",
            "package --onefile",
            "package --out docs",
        ],
    )
    def test_arguments_are_checked_before_anything_is_set_up(self, arguments: str) -> None:
        """With the standard library alone, as where nothing is installed yet."""
        code = (
            "import sys, dev; dev.ensure_qt_libraries = dev.set_up = None; sys.exit(dev.main(sys.argv[1:]))"
        )
        run = subprocess.run(
            [sys.executable, "-S", "-c", code, *arguments.split()], cwd=ROOT, capture_output=True, text=True
        )
        assert (run.returncode, run.stdout) == (2, "")
        assert arguments.split()[-1] in run.stderr.splitlines()[-1]

    def test_no_display_is_said_in_one_line_before_anything_is_set_up(self, project: Path) -> None:
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        run = subprocess.run(
            [sys.executable, "dev.py", "run"], cwd=project, env=environment, capture_output=True, text=True
        )
        assert run.returncode == 2
        assert run.stdout == ""
        assert len(run.stderr.splitlines()) == 1
        assert f"{dev.PYTHON.relative_to(project)} main.py train" in run.stderr
        assert "xvfb-run" in run.stderr
        assert not (project / ".venv").exists()


def test_translations_are_compiled_when_they_have_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def ask(*command: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(dev, "ask", ask)
    folder = project / "resources" / "translations"
    folder.mkdir(parents=True)
    (folder / "netsketch_en.ts").touch()
    dev.compile_words()
    assert not asked
    (folder / "netsketch_zh_CN.ts").touch()
    dev.compile_words()
    assert len(asked) == 1
    (folder / "netsketch_zh_CN.qm").touch()
    os.utime(folder / "netsketch_zh_CN.ts", ns=(0, 0))
    dev.compile_words()
    assert len(asked) == 1


@pytest.mark.skipif(os.name == "nt", reason="a program cannot take another's place there")
def test_the_program_takes_the_place_of_dev_and_hears_its_signals() -> None:
    code = "import dev, sys; dev.take_over(sys.executable, '-c', 'import os; print(os.getpid())')"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=dev.ROOT, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.communicate()[0] == f"{run.pid}\n"


def test_steps_all_run_and_any_failure_counts(capfd: pytest.CaptureFixture[str]) -> None:
    good, bad = [sys.executable, "-c", "print('ran')"], [sys.executable, "-c", "raise SystemExit(3)"]
    assert dev.run_steps([("first", bad), ("second", good)]) == 1
    told = capfd.readouterr().out
    assert "ran" in told
    assert re.search(r"first +FAILED \(exit code 3\)", told)
    assert re.search(r"second +passed", told)
    assert dev.run_steps([("second", good)]) == 0


def test_tests_run_on_all_cores_but_where_one_looks_on() -> None:
    assert f"--numprocesses={dev.test_processes()}" in dev.pytest_command(["-k", "pad"])
    for looking_on in ("-s", "--capture=no", "--pdb", "--trace"):
        assert dev.pytest_command([looking_on]) == [dev.PYTHON, "-m", "pytest", looking_on]


@pytest.mark.parametrize(("cores", "processes"), [(1, 2), (2, 3), (4, 6), (64, 8)])
def test_more_processes_test_than_there_are_cores_as_each_waits_now_and_then(
    monkeypatch: pytest.MonkeyPatch, cores: int, processes: int
) -> None:
    monkeypatch.setattr(dev.os, "sched_getaffinity", lambda _process: set(range(cores)), raising=False)
    monkeypatch.setattr(dev.os, "cpu_count", lambda: cores)

    assert dev.test_processes() == processes


@pytest.mark.parametrize(("lint_code", "tests_code"), [(0, 0), (1, 0), (0, 5), (1, 1)])
def test_the_tests_run_whatever_the_linters_say_and_either_failure_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lint_code: int, tests_code: int
) -> None:
    calls = []
    for name in ("ensure_qt_libraries", "ensure_chinese_font", "set_up"):
        monkeypatch.setattr(dev, name, lambda **_: None)
    monkeypatch.setattr(
        dev, "run_steps", lambda steps: calls.append([name for name, _ in steps]) or lint_code
    )
    monkeypatch.setattr(dev, "call", lambda *command, **_: calls.append(command) or tests_code)
    assert dev.test(["tests/gui"]) == int(bool(lint_code or tests_code))
    assert ("FAILED" in capsys.readouterr().out) == bool(lint_code)
    assert calls[0] == ["ruff check", "ruff format", "mypy", "import contracts"]
    assert calls[1][-1] == "tests/gui"


def test_quick_leaves_out_what_is_slow_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = []
    for name in ("ensure_qt_libraries", "ensure_chinese_font", "set_up"):
        monkeypatch.setattr(dev, name, lambda **_: None)
    monkeypatch.setattr(dev, "run_steps", lambda steps: calls.append([name for name, _ in steps]) or 0)
    monkeypatch.setattr(dev, "call", lambda *command, **_: calls.append(command) or 0)
    assert dev.test(["--quick", "-k", "pad"]) == 0
    assert calls[0] == ["ruff check", "ruff format"]
    assert calls[1][-5:] == ("-m", "not slow", "--hypothesis-profile=quick", "-k", "pad")
    assert re.search("left out: mypy.*slow.*dev.py test$", capsys.readouterr().out)


def test_nightly_searches_anew_for_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    for name in ("ensure_qt_libraries", "ensure_chinese_font", "set_up"):
        monkeypatch.setattr(dev, name, lambda **_: None)
    monkeypatch.setattr(dev, "run_steps", lambda steps: 0)
    monkeypatch.setattr(dev, "call", lambda *command, **_: calls.append(command) or 0)
    assert dev.test(["--nightly", "-k", "pad"]) == 0
    assert calls[0][-3:] == ("--hypothesis-profile=nightly", "-k", "pad")
    ordinary, nightly = (hypothesis.settings.get_profile(name) for name in ("netsketch", "nightly"))
    assert ordinary.derandomize
    assert not nightly.derandomize
    assert nightly.max_examples > ordinary.max_examples
    assert nightly.print_blob


def test_surroundings_do_not_lead_the_venv_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    environment = dev.clean_environment(QT_QPA_PLATFORM="offscreen")
    assert "PYTHONPATH" not in environment
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert environment["PATH"] == os.environ["PATH"]


class TestConstraints:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]

    def test_serve_every_platform(self) -> None:
        assert not [line for line in self.lines if not re.match(r"[a-z0-9-]+==[0-9a-z.]+( ;|$)", line)]
        assert not re.search(r"://|--|\+|@", self.text.replace("python3 dev.py", ""))

    def test_hold_every_direct_requirement(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
        names = {re.match(r"[\w-]+", item)[0].lower().replace("_", "-") for item in wanted}  # type: ignore[index]
        assert names <= {line.partition("==")[0] for line in self.lines}

    def test_hold_the_versions_found_sound(self) -> None:
        assert {"torch==2.13.0", "pyside6-essentials==6.11.3", "pyqtgraph==0.14.0"} <= set(self.lines)
