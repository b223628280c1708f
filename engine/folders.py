"""Where this program keeps and finds files: its own folder, and a read-only folder of data sets."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "NETSKETCH_HOME"
DATA_VARIABLE = "NETSKETCH_DATA"


def home_folder() -> Path:
    """Return the folder for runs, settings and downloads; it need not exist yet.

    ``NETSKETCH_HOME`` names it; without that it is the platform's own place for a program's data.
    """
    folder = _folder_in(HOME_VARIABLE)
    if folder is None:
        from platformdirs import user_data_path

        folder = user_data_path("netsketch", appauthor=False)
    return folder


def home_is_named() -> bool:
    """Return whether ``NETSKETCH_HOME`` says where everything goes, the layout of windows included."""
    return _folder_in(HOME_VARIABLE) is not None


def data_folder() -> Path | None:
    """Return the folder of data sets that is searched first and never written to, or None without one.

    ``NETSKETCH_DATA`` names it.
    """
    return _folder_in(DATA_VARIABLE)


def datasets_folder() -> Path:
    """Return the folder in which downloaded data sets are kept; it need not exist yet."""
    return home_folder() / "datasets"


def runs_folder() -> Path:
    """Return the folder with a folder for each run; it need not exist yet."""
    return home_folder() / "runs"


def _folder_in(variable: str) -> Path | None:
    text = os.environ.get(variable, "").strip()
    # os.path.expanduser leaves an unknown “~name” alone where Path.expanduser raises.
    return Path(os.path.abspath(os.path.expanduser(text))) if text else None  # noqa: PTH100, PTH111
