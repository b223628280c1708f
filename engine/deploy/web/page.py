"""The page: its files in ``resources/web`` and what is in it of one network, joined to one text, and parted again."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from engine.deploy.web.packing import Packed, as_json
from engine.shares import figures_beside

if TYPE_CHECKING:
    from engine.deploy.about import About

SCRIPTS = ("strokes.js", "grouping.js", "ink.js", "photo.js", "network.js", "words.js", "page.js")
PLACE = re.compile(r"\{\{(\w+)\}\}")


def page_of(network: Packed, about: About) -> str:
    """Return the page with a network in it.

    Nothing in it comes from elsewhere, and its policy holds it to that: no address may be asked for anything, and of
    scripts and styles only its own are run, which it names by what they are.
    """
    style, script = _file("page.css"), "\n".join(map(_file, SCRIPTS))
    parts = {
        "style": style,
        "styleHash": _hash_of(style),
        "script": script,
        "scriptHash": _hash_of(script),
        "about": as_json(about_of(about)),
        "network": network.told,
        "weights": network.weights,
    }
    # All at once: what looks like a place in the name of a class is none.
    return PLACE.sub(lambda place: parts[place[1]], _file("page.html"))


def about_of(about: About) -> dict[str, Any]:
    """Return what a page says of its network: what goes along with it, and its figures in percent as they are read."""
    told = about.record
    accuracy, mark = figures_beside(about.test_accuracy or 0.0, about.gate)
    return {
        "made_by": told["made_by"],
        "name": about.name,
        "classes": told["classes"],
        "layers": about.layers.replace(",", ", "),
        "accuracy": None if about.test_accuracy is None else accuracy,
        "mark": mark,
        "rounding": told.get("rounding"),
        "verdict": None if about.verdict is None else about.verdict.value,
    }


def packed_in(page: str) -> Packed:
    """Return the network that a page made by this program holds."""
    told, weights = (
        re.findall(rf'<script type="[\w/]+" id="{name}Data">([^<]*)</script>', page)
        for name in ("network", "weights")
    )
    return Packed(told[0], weights[0])


@cache
def _file(name: str) -> str:
    return (resources.files("resources") / "web" / name).read_text(encoding="utf-8")


def _hash_of(text: str) -> str:
    """Return how a policy names a script or a style: by what it is."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
