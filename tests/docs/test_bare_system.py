"""The bare Debian: what goes along, what stays behind, and how it is entered; none is made here."""

from __future__ import annotations

import os
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = runpy.run_path(str(Path(__file__).resolve().parents[2] / "docs" / "tools" / "bare_system.py"))
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")


@on_linux
def test_without_root_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert SCRIPT["main"]([]) == 2
    assert capsys.readouterr().err == (
        "This needs root, as it makes a system of its own: sudo python3 dev.py bare\n"
    )
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "mmdebstrap" else name)
    assert SCRIPT["main"]([]) == 2
    assert "apt-get install mmdebstrap" in capsys.readouterr().err


def test_settings_go_along_and_what_is_there_stays(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    (here / "deep").mkdir(parents=True)
    there.mkdir()
    (here / "deep" / "pip.conf").write_text("ours")
    (there / "kept").write_text("theirs")
    outside = tmp_path / "outside"
    outside.write_text("not to be written through a link")
    (there / "resolv.conf").symlink_to(outside)
    (here / "resolv.conf").write_text("ours")
    SCRIPT["copy_setting"](here, there)
    SCRIPT["copy_setting"](here / "nowhere", there / "nowhere")
    assert (there / "deep" / "pip.conf").read_text() == "ours"
    assert (there / "kept").read_text() == "theirs"
    assert (there / "resolv.conf").read_text() == "ours"
    assert outside.read_text() == "not to be written through a link"
    assert not (there / "nowhere").exists()


def test_this_systems_own_variables_stay_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "kept")
    for name in ("VIRTUAL_ENV", "PYTHONPATH", "DISPLAY", "XDG_RUNTIME_DIR", "NETSKETCH_HOME"):
        monkeypatch.setenv(name, "ours")
    inside = SCRIPT["environment"]()
    assert inside["PIP_INDEX_URL"] == "kept"
    assert inside["HOME"] == "/root"
    assert "ours" not in inside.values()


@on_linux
def test_mounts_are_made_in_a_space_of_their_own(tmp_path: Path) -> None:
    wheels = tmp_path / "my wheels"
    wheels.mkdir()
    command = SCRIPT["command_line"](tmp_path / "a b", ["bash", ".ci/run", "-k", "a b"], [wheels])
    assert command[:3] == ["unshare", "--mount", "--propagation=private"]
    script = command[-1]
    assert f"mount --bind -o ro {shlex.quote(str(wheels))}" in script
    checked = subprocess.run(["sh", "-n", "-c", script], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    assert "exec bash .ci/run -k" in script
