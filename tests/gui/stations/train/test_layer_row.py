"""The row of a layer: made from the fields of its kind, whichever kinds there are."""

from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from engine.layers import LAYER_KINDS, Form
from gui.look.plain import escaped
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
        assert field.accessibleName() == f"Layer 3: {info.label}"
        assert escaped(info.help) in field.toolTip()
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


def test_kinds_with_the_same_fields_say_their_names(qtbot):
    told = []
    for kind in LAYER_KINDS.values():
        row = LayerRow(kind)
        qtbot.addWidget(row)
        told.append((tuple(row.fields), row._unfold.text() if kind.named_in_row else ""))
    assert len(set(told)) == len(LAYER_KINDS)
    assert ("LSTM · Reading: row by row · Gives on: what fits") in {words for _, words in told}


def test_what_is_seldom_changed_folds_away_and_is_said_in_a_line(qtbot):
    row = LayerRow(LAYER_KINDS["conv"])
    qtbot.addWidget(row)
    row.set_layer(row.kind(kernel=5, stride=2))
    row.show()
    unfold = row._unfold
    assert unfold.text() == "Kernel 5 · Stride 2 · Padding: same · Pooling: max pool"
    assert not row.fields["kernel"].isVisible()
    folded = row.sizeHint().height()
    qtbot.keyClick(unfold, " ")
    assert all(
        row.fields[name].isVisible() for name in ("kernel", "stride", "padding", "pooling", "batch_norm")
    )
    assert row.sizeHint().height() > folded
    row.fields["kernel"].setValue(7)
    row.fields["batch_norm"].click()
    assert unfold.text().startswith("Kernel 7")
    assert unfold.text().endswith("Batch normalisation")
    qtbot.keyClick(unfold, " ")
    assert row.sizeHint().height() == folded


def test_a_problem_unfolds_what_it_is_about(qtbot):
    row = LayerRow(LAYER_KINDS["conv"])
    qtbot.addWidget(row)
    row.set_layer(row.kind())
    row.show()
    row.set_problems({"channels": "Must be at least 1."})
    assert not row.fields["kernel"].isVisible()
    row.set_problems({"kernel": "Must be at most 3."})
    assert row.fields["kernel"].isVisible()


def test_what_is_no_number_is_said_under_its_row(qtbot):
    row = LayerRow(LAYER_KINDS["dense"])
    qtbot.addWidget(row)
    row.set_layer(row.kind(size=64))
    told = []
    row.edited.connect(lambda: told.append(row.raw()))
    units = row.fields["size"]
    units.selectAll()
    qtbot.keyClicks(units, "many")
    qtbot.keyClick(units, Qt.Key.Key_Return)
    assert "Units: “many” is not a whole number. 64 stays." in {
        label.text() for label in row.findChildren(QLabel)
    }
    assert (row.raw()["size"], told) == (64, [])
    assert units.property("problem") is True
    units.setValue(32)
    assert not any("many" in label.text() for label in row.findChildren(QLabel))
    assert units.property("problem") is False


def test_a_field_that_changes_nothing_where_the_layer_stands_is_shut_and_says_why(qtbot):
    row = LayerRow(LAYER_KINDS["gru"])
    qtbot.addWidget(row)
    row.set_layer(row.kind())
    reading = row.fields["reading"]
    assert "Reading: row by row" in row._unfold.text()
    row.set_given(Form.SEQUENCE)
    assert not reading.isEnabled()
    assert "The layer before leaves a sequence" in reading.toolTip()
    assert "Reading" not in row._unfold.text()
    assert row.raw()["reading"] == "rows"  # which is kept for another place
    row.set_given(Form.IMAGE)
    assert reading.isEnabled()
    assert "Reading: row by row" in row._unfold.text()
    assert "The layer before" not in reading.toolTip()


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.named_in_row], ids=lambda kind: kind.kind_name()
)
def test_a_kind_that_its_fields_do_not_tell_is_named(qtbot, kind):
    row = LayerRow(kind)
    qtbot.addWidget(row)
    row.show()
    row.set_layer(kind())
    assert row._unfold.isVisible()
    assert row._unfold.text().startswith(kind.title)


def test_a_kind_of_one_line_is_named_too_and_has_nothing_to_unfold(qtbot, monkeypatch):
    monkeypatch.setattr(FoldLayer, "named_in_row", True)
    row = LayerRow(FoldLayer)
    qtbot.addWidget(row)
    row.show()
    row.set_layer(FoldLayer())
    assert row._unfold.isVisible()
    assert row._unfold.text() == "Fold"
    assert row._unfold not in row.tab_stops()
    row._unfold.click()
    assert not row._details.isVisible()


def test_what_is_off_is_not_said_of_what_is_folded_away(qtbot):
    row = LayerRow(LAYER_KINDS["attention"])
    qtbot.addWidget(row)
    row.set_layer(row.kind())
    assert row._unfold.text() == "Attention · Looks at: what fits"
    row.set_layer(row.kind(dropout=0.25))
    assert row._unfold.text() == "Attention · Looks at: what fits · Dropout 0.25"
