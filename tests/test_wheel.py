"""What a wheel would hold, by setuptools' own list: every module, every resource, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
LISTED = """
import json, warnings
warnings.simplefilter("ignore")
from setuptools import Distribution
wheel = Distribution({"script_name": "setup.py"})
wheel.parse_config_files()
build = wheel.get_command_obj("build_py")
build.ensure_finalized()
cut = len(build.build_lib) + 1
print(json.dumps([path[cut:].replace("\\\\", "/") for path in build.get_outputs(include_bytecode=False)]))
"""


def test_a_wheel_holds_every_module_and_every_resource() -> None:
    pytest.importorskip("setuptools")
    told = subprocess.run(
        [sys.executable, "-c", LISTED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    held = set(json.loads(told.stdout.splitlines()[-1]))
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    ours = {
        name
        for name in listed.stdout.splitlines()
        if name.startswith(("engine/", "gui/", "resources/")) and (ROOT / name).exists()
    }
    assert ours <= held
    assert "main.py" in held
    compiled = {name for name in held if name.endswith(".qm")}  # of what is there, for git knows them not
    assert {PurePosixPath(name).parent for name in compiled} <= {PurePosixPath("resources/translations")}
    tops = {PurePosixPath(name).parts[0] for name in held}
    assert tops == {"engine", "gui", "resources", "main.py"}, "docs, tests and benchmarks stay at home"
