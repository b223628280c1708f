"""Kinds of files that bring trouble to whoever reads them."""

from __future__ import annotations

import os
import time
from pathlib import Path

from docs.tools.fuzz.kind import Files, Kind
from engine.errors import DataError

MEGABYTE = 10**6


class Troubled(Kind):
    """A file that says what becomes of whoever reads it."""

    name = "troubled"

    def make(self) -> Files:
        return {"deed": b"take"}

    def spoilt(self, chance: object) -> Files:
        raise NotImplementedError

    def read(self, folder: Path) -> bool:
        deed = (folder / "deed").read_text()
        if deed == "tell":
            raise DataError("It is damaged.")
        if deed == "raise":
            raise RecursionError("too deep")
        if deed == "abort":
            os.abort()
        if deed == "hang":
            time.sleep(60)
        if deed == "grow":
            bytes(50 * MEGABYTE).replace(b"\0", b"x")
        if deed == "stray":
            (folder.parent / "outside").touch()
        return deed != "refuse"


class Hanging(Troubled):
    """One that never ends."""

    name = "hanging"

    def spoilt(self, chance: object) -> Files:
        return {"deed": b"hang"}


class Aborting(Troubled):
    """One that takes its process with it."""

    name = "aborting"

    def spoilt(self, chance: object) -> Files:
        return {"deed": b"abort"}
