"""The row of a layer: made from the fields of its kind, whichever kinds there are."""

from enum import StrEnum

import pytest
from PySide6.QtWidgets import QAbstractButton

from engine.layers import LAYER_KINDS
from gui.stations.train.layer_row import LayerRow
from tests.engine.layers.throwaway_kinds import FoldLayer, TwinLayer

KINDS = [*LAYER_KINDS.values(), TwinLayer, FoldLayer]


def other(value):
    """Return another value that the setting can have."""
    if isinstance(value, StrEnum):
        return next(choice for choice in type(value) if choice is not value)
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else 0.25


@pytest.fixture(params=KINDS, ids=lambda kind: kind.kind_name())
def row(qtbot, request):
    made = LayerRow(request.param)
    qtbot.addWidget(made)
    return made


def test_it_holds_every_setting(row):
    names = [name for name in row.kind.model_fields if name != "kind"]
    assert sorted(row.fields) == sorted(names)
    usual = row.kind()
    row.set_layer(usual)
    assert row.kind.model_validate(row.raw()) == usual
    changed = row.kind(**{name: other(getattr(usual, name)) for name in names})
    row.set_layer(changed)
    assert row.kind.model_validate(row.raw()) == changed


def test_every_field_says_what_it_is(row):
    row.set_number(3)
    for name, field in row.fields.items():
        info = row.kind.model_fields[name]
        assert field.accessibleName() == f"Layer 3: {info.title}"
        assert info.description in field.toolTip()
        if isinstance(field, QAbstractButton):
            assert field.text()


def test_every_edit_is_told(row, qtbot):
    row.set_layer(row.kind())
    for name, field in row.fields.items():
        if isinstance(field, QAbstractButton):
            with qtbot.waitSignal(row.edited):
                field.click()
        elif hasattr(field, "setValue"):
            with qtbot.waitSignal(row.edited):
                field.setValue(other(getattr(row.kind(), name)))
