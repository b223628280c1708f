from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.errors import ConfigError
from engine.sweep import network_drive
from engine.sweep.network_drive import check_is_local, share_of

MOUNTS = """\
22 1 8:1 / / rw - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/far\\040away rw shared:1 - nfs4 server:/export rw
31 22 0:41 / /mnt/far\\040away/near rw - tmpfs tmpfs rw
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked otherwise")


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/me", ""),
        ("/mnt/far away/sweeps", "nfs4"),
        ("/mnt/far awayx", ""),
        ("/mnt/far away/near/x", ""),
    ],
)
def test_a_share_is_known_by_what_is_mounted(tmp_path: Path, folder: str, kind: str) -> None:
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf-8")
    assert share_of(Path(folder), tmp_path / "mounts") == kind


def test_it_is_refused_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_is_local(tmp_path)
    monkeypatch.setattr(network_drive, "share_of", lambda _folder: "nfs4")
    with pytest.raises(ConfigError, match="network share"):
        check_is_local(tmp_path)
