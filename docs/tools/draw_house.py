"""Draws the picture of the house from its imports: what stands on what, in the window and in the engine.

python docs/tools/draw_house.py [--out FILE]

A box is a package or a module at the top of one; it stands as low as what it imports allows. An arrow is an import,
type hints included; where a longer way leads to the same box, it is left out. What each box is for is the first line
of its docstring, in the box's tooltip.
"""

from __future__ import annotations

import argparse
import ast
import math
import sys
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import grimp
import networkx as nx

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # started as a file, Python looks only beside it
PICTURE = ROOT / "docs" / "pictures" / "house.svg"
APART = {"gui.stations"}  # packages whose parts are drawn one by one

BOX_HEIGHT, GAP, RISE, MARGIN = 30, 14, 66, 24  # pixels
LETTER = 7.2  # width of a letter
STYLE = """
  .wall { fill: #f5f6f8; stroke: #c9ced6 } .box { fill: #ffffff; stroke: #5b6b82 }
  .way { fill: none; stroke: #8a97a8; stroke-width: 1.2 } .tip { fill: #8a97a8 }
  text { font: 13px sans-serif; fill: #1e2733 } .name { font-weight: bold; font-size: 15px }
  @media (prefers-color-scheme: dark) {
    .wall { fill: #1b2027; stroke: #39424e } .box { fill: #262d36; stroke: #8593a6 }
    .way { stroke: #6d7b8d } .tip { fill: #6d7b8d } text { fill: #dfe5ec }
  }
"""


class Box(NamedTuple):
    """A box of the picture, in pixels from the left top corner of its wall."""

    x: float
    y: float
    width: float


def imports_within(root: str) -> nx.DiGraph:
    """Return which box of a root package imports which; an edge leads from who imports to what is imported."""
    graph = grimp.build_graph(root, cache_dir=None)
    boxes: nx.DiGraph = nx.DiGraph()
    for module in graph.modules:
        if _box_of(module):
            boxes.add_node(_box_of(module))
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            here, there = _box_of(module), _box_of(imported)
            if here and there and here != there:
                boxes.add_edge(here, there)
    return boxes


def _box_of(module: str) -> str:
    parts = module.split(".")
    deep = 3 if ".".join(parts[:2]) in APART else 2
    return ".".join(parts[:deep]) if len(parts) >= deep else ""


def floors(boxes: nx.DiGraph) -> list[list[str]]:
    """Sort the boxes into floors, the highest first: each just above the highest that it stands on."""
    height: dict[str, int] = {}
    for box in reversed(list(nx.lexicographical_topological_sort(boxes))):
        height[box] = 1 + max((height[other] for other in boxes.successors(box)), default=-1)
    rail = {f"gui.stations.{name}": number for number, name in enumerate(_stations())}
    rows = [
        sorted((b for b in boxes if height[b] == level), key=lambda box: (rail.get(box, 0), box))
        for level in reversed(range(max(height.values()) + 1))
    ]
    for above, row in pairwise(rows):  # below what leans on them, where that is in sight
        place = {box: index / len(above) for index, box in enumerate(above)}
        row.sort(key=lambda box: _mean([place[b] for b in boxes.predecessors(box) if b in place]))
    return rows


def _stations() -> list[str]:
    """Return the names of the stations in the order of the rail."""
    from gui.window.registry import STATIONS

    return [station.name for station in STATIONS]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.5


def wall(root: str, title: str) -> tuple[list[str], float, float]:
    """Draw one root package; returns its SVG elements, its width and its height in pixels."""
    boxes = imports_within(root)
    rows = floors(boxes)
    widths = {box: LETTER * len(_name(box)) + 22 for box in boxes}
    needed = max(sum(widths[box] + GAP for box in row) for row in rows)
    width = max(needed, 1.25 * LETTER * len(title)) + 2 * MARGIN
    height = MARGIN + 26 + RISE * (len(rows) - 1) + BOX_HEIGHT + MARGIN
    placed: dict[str, Box] = {}
    for level, row in enumerate(rows):
        x = (width - sum(widths[box] + GAP for box in row) + GAP) / 2
        for box in row:
            placed[box] = Box(x, MARGIN + 26 + RISE * level, widths[box])
            x += widths[box] + GAP
    lines = [f'<rect class="wall" width="{width:.0f}" height="{height:.0f}" rx="8"/>']
    lines.append(f'<text class="name" x="{MARGIN}" y="{MARGIN + 6}">{escape(title)}</text>')
    for here, there in sorted(nx.transitive_reduction(boxes).edges):
        lines.append(_arrow(placed[here], placed[there]))
    for name, box in placed.items():
        middle = box.x + box.width / 2
        lines.append(
            f'<g><title>{escape(_purpose(name))}</title><rect class="box" x="{box.x:.0f}" y="{box.y:.0f}" '
            f'width="{box.width:.0f}" height="{BOX_HEIGHT}" rx="5"/>'
            f'<text x="{middle:.0f}" y="{box.y + 20:.0f}" text-anchor="middle">{_name(name)}</text></g>'
        )
    return lines, width, height


def _name(box: str) -> str:
    return box.rpartition(".")[2]


def _purpose(box: str) -> str:
    path = ROOT.joinpath(*box.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def _arrow(here: Box, there: Box) -> str:
    x, y = here.x + here.width / 2, here.y + BOX_HEIGHT
    to_x, to_y = there.x + there.width / 2, there.y - 6
    bend = min(RISE, (to_y - y) / 2) * (1 + 0.1 * math.log1p(abs(to_x - x) / 100))
    return (
        f'<path class="way" d="M{x:.0f} {y:.0f}C{x:.0f} {y + bend:.0f} {to_x:.0f} {to_y - bend:.0f} '
        f'{to_x:.0f} {to_y:.0f}"/><path class="tip" d="M{to_x - 4:.0f} {to_y - 1:.0f}h8l-4 7z"/>'
    )


def picture() -> str:
    """Return the whole picture as SVG."""
    window, window_width, window_height = wall("gui", "gui – the window")
    engine, engine_width, engine_height = wall("engine", "engine – the way of the data")
    apart = 70
    width, height = window_width + apart + engine_width, max(window_height, engine_height)
    across = f"M{window_width + 6:.0f} {height / 2:.0f}h{apart - 20}"
    size = f"{width + 16:.0f} {height + 16:.0f}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 {size}" width="{width + 16:.0f}">',
            f"<style>{STYLE}</style>",
            *window,
            f'<path class="way" style="stroke-width:3" d="{across}"/>',
            f'<path class="tip" d="M{window_width + apart - 16:.0f} {height / 2 - 7:.0f}v14l12 -7z"/>',
            f'<g transform="translate({window_width + apart:.0f} 0)">',
            *engine,
            "</g>",
            "</svg>",
            "",
        ]
    )


def main() -> None:
    """Write the picture."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=PICTURE)
    out = parser.parse_args().out
    out.write_text(picture(), encoding="utf-8", newline="\n")
    print(out)


if __name__ == "__main__":
    main()
