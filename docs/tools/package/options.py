"""The arguments of `dev.py package`, with no more than the standard library."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the arguments; where one makes no sense, it is told and that is the end."""
    parser = argparse.ArgumentParser(
        prog="dev.py package", description="Build a stand-alone program for this system."
    )
    parser.add_argument(
        "--out", type=_folder, default=ROOT / "dist" / "netsketch", help="the folder to make (dist/netsketch)"
    )
    parser.add_argument(
        "--cuda",
        action="store_true",
        help="also where this PyTorch is built for NVIDIA's cards: some gigabytes more",
    )
    return parser.parse_args(arguments)


def _folder(text: str) -> Path:
    """Return a folder that can be made, or made anew: nothing else is there."""
    path = Path(text).absolute()
    if not text.strip() or path == path.parent:
        raise argparse.ArgumentTypeError(f"{text!r} names no folder")
    if path.is_symlink() or (path.exists() and not is_package(path)):
        raise argparse.ArgumentTypeError(f"{text!r} is there, and it is no package that could be made anew")
    return path


def is_package(path: Path) -> bool:
    """Tell whether a folder is what this tool made, or empty."""
    return path.is_dir() and ((path / "_internal").is_dir() or not any(path.iterdir()))
