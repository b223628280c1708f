"""The picture of the house shows what the imports say."""

from __future__ import annotations

import networkx as nx
import pytest

from docs.tools.draw_house import PICTURE, floors, picture


def test_a_box_stands_just_above_what_it_imports() -> None:
    boxes = nx.DiGraph([("window", "bench"), ("bench", "look"), ("window", "look"), ("app", "window")])
    assert floors(boxes) == [["app"], ["window"], ["bench"], ["look"]]


def test_a_circle_has_no_picture() -> None:
    with pytest.raises(nx.NetworkXUnfeasible):
        floors(nx.DiGraph([("window", "bench"), ("bench", "window")]))


def test_the_picture_is_up_to_date() -> None:
    """Python docs/tools/draw_house.py brings it there."""
    assert PICTURE.read_text(encoding="utf-8") == picture(), "run python docs/tools/draw_house.py"
