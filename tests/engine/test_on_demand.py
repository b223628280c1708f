"""Packages load a part when it is asked for, and know their parts."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

PACKAGES = ("engine.data.ink", "engine.inference")


@pytest.mark.parametrize("name", [*PACKAGES, "engine.config", "engine.layers"])
def test_all_that_a_package_names_is_there(name: str) -> None:
    package = import_module(name)
    for part in package.__all__:
        assert getattr(package, part) is not None
    with pytest.raises(AttributeError, match=f"'{name}' has no attribute 'no_such_part'"):
        package.no_such_part  # noqa: B018


def test_nothing_of_a_package_is_loaded_before_it_is_asked_for() -> None:
    code = f"""
import sys
import {", ".join(PACKAGES)}
own = {PACKAGES!r}
print(sorted(name for name in sys.modules if name.startswith(own) and name not in own))
from engine.data.ink import SIZE
print(SIZE, "engine.data.ink.frame" in sys.modules, "engine.data.ink.strokes" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "28 True False"]
