"""Which package brings a font with the signs of Simplified Chinese, on the systems whose packages we know."""

from __future__ import annotations

import shlex
from pathlib import Path

RELEASE = (Path("/etc/os-release"), Path("/usr/lib/os-release"))  # the first that is there counts
PACKAGES = {
    "debian": "fonts-wqy-microhei",
    "ubuntu": "fonts-wqy-microhei",
    "fedora": "wqy-microhei-fonts",
    "arch": "wqy-microhei",
    "rhel": "",  # it and its relatives call themselves like Fedora, too, and have not all of its packages
}
"""The small one, about 2 MB, by what a system calls itself or what it is like."""


def font_package() -> str:
    """Return the package to install on this system; nothing where we do not know one, or where there are none."""
    for path in RELEASE:
        try:
            return package_of(path.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
    return ""


def package_of(release: str) -> str:
    """Return the package of the system that a file ``os-release`` describes, or an empty string.

    Args:
        release: Its text; what names the system itself counts before what it is like, the nearest first.
    """
    told = dict(line.strip().partition("=")[::2] for line in release.splitlines())
    names = f"{_bare(told.get('ID', ''))} {_bare(told.get('ID_LIKE', ''))}".casefold().split()
    return next((PACKAGES[name] for name in names if name in PACKAGES), "")


def _bare(value: str) -> str:
    """Return a value of the file without its quotes."""
    try:
        return " ".join(shlex.split(value))
    except ValueError:  # a quote that is not closed
        return value.strip("\"'")
