"""The package with a Chinese font, by the texts that systems describe themselves with."""

from pathlib import Path

import pytest

from gui.look import font_package

DEBIAN = """PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
NAME="Debian GNU/Linux"
VERSION_ID="13"
ID=debian
HOME_URL="https://www.debian.org/"
"""


@pytest.mark.parametrize(
    ("release", "package"),
    [
        (DEBIAN, "fonts-wqy-microhei"),
        ('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', "fonts-wqy-microhei"),
        ('NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', "fonts-wqy-microhei"),
        ('NAME="Fedora Linux"\nVERSION_ID=43\nID=fedora\n', "wqy-microhei-fonts"),
        ('NAME="Arch Linux"\nID=arch\nBUILD_ID=rolling\n', "wqy-microhei"),
        ("NAME='Manjaro Linux'\nID=manjaro\nID_LIKE='arch'\n", "wqy-microhei"),
        ('NAME="Red Hat Enterprise Linux"\nID="rhel"\nID_LIKE="fedora"\n', ""),
        ('NAME="CentOS Stream"\nID="centos"\nID_LIKE="rhel fedora"\n', ""),
        ('NAME="openSUSE Tumbleweed"\nID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', ""),
        ("# nothing\n\nID_LIKE\n=\n", ""),
        ('ID="debian\n', "fonts-wqy-microhei"),
        ("", ""),
    ],
)
def test_the_package_of_a_system(release: str, package: str) -> None:
    assert font_package.package_of(release) == package


def test_the_first_file_that_is_there_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = tmp_path / "etc", tmp_path / "usr"
    monkeypatch.setattr(font_package, "RELEASE", files)
    assert font_package.font_package() == ""  # as on Windows and macOS
    files[1].write_text("ID=arch\n", encoding="utf-8")
    assert font_package.font_package() == "wqy-microhei"
    files[0].write_text(DEBIAN, encoding="utf-8")
    assert font_package.font_package() == "fonts-wqy-microhei"
