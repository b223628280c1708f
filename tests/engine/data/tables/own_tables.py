"""Tables to read, written as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

FRUIT = """id,picked,colour,weight (g),sweet,fruit
a1,2024-05-01,red,150,0.8,apple
b7,2024-05-02,green,130.5,0.6,apple
c3,2024-05-03,red,,0.9,cherry
d4,2024-05-03,dark red,6,0.85,cherry
e5,2024-05-04,yellow,160,?,pear
f6,2024-05-05,green,171,0.7,pear
g2,2024-05-06,red,149,0.75,apple
h8,2024-05-07,,7,0.95,cherry
i9,2024-05-08,green,180,0.65,pear
j0,2024-05-09,red,8,heavy,cherry
k1,2024-05-10,green,165,0.7,
l2,2024-05-11,red,140,0.7,apple
"""


def written(path: Path, text: str) -> Path:
    """Write a table and return where it lies."""
    path.write_text(text, encoding="utf-8")
    return path


def two_clouds(path: Path, count: int = 120, *, header: str = "width,height,kind", sign: str = ",") -> Path:
    """Write points of two classes that lie apart, `count` in all, in turn."""
    generator = np.random.default_rng(0)
    lines = [header.replace(",", sign)] if header else []
    for number in range(count):
        kind = number % 2
        x, y = generator.normal(4 * kind, 1, 2).round(3)
        lines.append(sign.join([f"{x}", f"{y}", ("low", "high")[kind]]))
    return written(path, "\n".join([*lines, ""]))
