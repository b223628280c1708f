"""What some functions need, in one text."""

from __future__ import annotations

import numpy as np

from engine.deploy.script.gathering import gathered


def run(text: str, imports: list[str]) -> dict[str, object]:
    space: dict[str, object] = {"__name__": "gathered"}
    exec("from __future__ import annotations\n" + "\n".join(imports) + "\n" + text, space)  # noqa: S102
    return space


def test_only_what_is_needed_comes_along() -> None:
    imports, text = gathered([("engine.data.ink.resample", "resized")], {})

    assert imports == ["from functools import lru_cache", "import numpy as np"]
    assert "def resized" in text
    assert "def _between" in text
    assert "def coarser" not in text
    assert "TYPE_CHECKING" not in text
    assert "noqa" not in text
    image = np.arange(12, dtype=np.float32).reshape(3, 4)
    resized = run(text, imports)["resized"]
    assert callable(resized)
    np.testing.assert_array_equal(resized(image, 3, 2), [[0.5, 2.5], [4.5, 6.5], [8.5, 10.5]])


def test_like_names_of_two_modules_stay_two_things() -> None:
    """Both modules have a BLOCK and a COARSE of their own."""
    roots = [("engine.data.ink.segment", "COARSE"), ("engine.data.ink.paper", "ink_on_paper")]
    imports, text = gathered(roots, {})

    space = run(text, imports)

    values = {name: value for name, value in space.items() if name.split("_")[0] in ("COARSE", "BLOCK")}
    assert sorted(map(str, values.values())) == ["160", "16384", "64", "96"]
    assert space["COARSE"] != space["COARSE_2"]
