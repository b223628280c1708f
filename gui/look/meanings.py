"""What the words of the window mean in the other languages that there are."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from gui.look.language import ENGLISH, PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping


def bare(text: str) -> str:
    """Return the words of a menu without the marks of letters, such as “(&O)”, and of a question that follows."""
    return re.sub(r"&(.)", r"\1", re.sub(r"\(&.\)", "", text)).removesuffix("…").strip()


def also_called(text: str) -> tuple[str, ...]:
    """Return what bare words of the window are in other languages, whichever of them they are in."""
    return tuple(_meanings().get(text, ()))


@cache
def _meanings() -> Mapping[str, set[str]]:
    """Read the translations that the window's languages were compiled from."""
    from xml.etree import ElementTree as ET

    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in Path(str(resources.files("resources") / "translations")).glob(f"{PREFIX}*.ts"):
        if file.stem == PREFIX + ENGLISH:
            continue
        for message in ET.parse(file).iter("message"):
            english, other = (bare(message.findtext(part) or "") for part in ("source", "translation"))
            if english and other:
                found[english].add(other)
                found[other].add(english)
    return found
