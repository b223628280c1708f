"""A bench that is cleared has the settings of a first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.config import list_presets

if TYPE_CHECKING:
    from gui.workbench import Workbench


def test_a_damaged_preset_is_passed_over(bench: Workbench, damaged_first: str) -> None:
    second = list_presets()[1]
    bench.clearing.clear(lambda: "clear")
    assert bench.editor.standing == (second.experiment, second.name)
    assert second.name != damaged_first
