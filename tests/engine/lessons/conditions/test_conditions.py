"""Each kind of condition: when it holds, and when it does not."""

# ruff: noqa: E501 - a table is read by its rows

from __future__ import annotations

from typing import Any

import pytest

from engine.lessons.conditions.registry import CONDITIONS
from engine.lessons.state import Deed, LabState
from tests.engine.lessons.lab import condition, lab, run

NAN = float("nan")
CASES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ('station = "understand"', {"station": "understand", "view": "why"}, {"station": "train"}),
    ('station = "understand/why"', {"station": "understand", "view": "why"}, {"station": "understand", "view": "map"}),
    ('preset = "cnn"', {"preset": "cnn"}, {"preset": ""}),
    ('data = "mnist"', {"settings": {"data.dataset": "mnist"}, "has_data": True},
     {"settings": {"data.dataset": "mnist"}}),
    ('data = ["mnist", "moons"]', {"settings": {"data.dataset": "moons"}, "has_data": True},
     {"settings": {"data.dataset": "spiral"}, "has_data": True}),
    ('setting = "training.epochs", above = 3', {"settings": {"training.epochs": 4}}, {"settings": {"training.epochs": 3}}),
    ('setting = "training.epochs", at_least = 3, at_most = 4', {"settings": {"training.epochs": 4}},
     {"settings": {"training.epochs": 5}}),
    ('setting = "training.learning_rate", equals = 0.3', {"settings": {"training.learning_rate": 0.1 + 0.2}},
     {"settings": {"training.learning_rate": 0.31}}),
    ('setting = "training.optimizer", equals = "sgd"', {"settings": {"training.optimizer": "sgd"}},
     {"settings": {"training.optimizer": "adam"}}),
    ('setting = "network.batch_norm", equals = true', {"settings": {"network.batch_norm": True}},
     {"settings": {"network.batch_norm": False}}),
    ('setting = "training.epochs"', {"settings": {"training.epochs": 4}}, {}),
    ('setting = "training.epochs", changed = "raised"', {"settings": {"training.epochs": 4}, "before": {"training.epochs": 3}},
     {"settings": {"training.epochs": 2}, "before": {"training.epochs": 3}}),
    ('setting = "training.epochs", changed = "lowered", below = 3',
     {"settings": {"training.epochs": 2}, "before": {"training.epochs": 3}},
     {"settings": {"training.epochs": 3}, "before": {"training.epochs": 4}}),
    ('setting = "training.optimizer", changed = "raised"', None, {"settings": {"training.optimizer": "sgd"}}),  # type: ignore[list-item]
    ('layer = "added"', {"settings": {"network.hidden": [8, 8, 8]}, "before": {"network.hidden": [8]}},
     {"settings": {"network.hidden": [9]}, "before": {"network.hidden": [8]}}),
    ('layer = "added", kind = "conv"', {"settings": {"network.hidden": ["conv4", 8]}, "before": {"network.hidden": [8]}},
     {"settings": {"network.hidden": [8, 8]}, "before": {"network.hidden": [8]}}),
    ('layer = "removed"', {"settings": {"network.hidden": []}, "before": {"network.hidden": [8]}}, {}),
    ('layer = "changed"', {"settings": {"network.hidden": [9]}, "before": {"network.hidden": [8]}}, {}),
    ('layers = "any", equals = 2', {"settings": {"network.hidden": [8, 8]}}, {"settings": {"network.hidden": [8]}}),
    ('layers = "dense", size = 1, equals = 1', {"settings": {"network.hidden": [1, 8]}},
     {"settings": {"network.hidden": [8, 8]}}),
    ('layers = "conv"', {"settings": {"network.hidden": ["conv4", 8]}}, {"settings": {"network.hidden": [8]}}),
    ('training = "begun"', {"happened": frozenset({"begun"})}, {"happened": frozenset({"ended"})}),
    ("trained = true", {"run": run(ended=1)}, {"run": run()}),
    ("trained = true, new = true", {"run": run(ended=1, new=1)}, {"run": run(ended=1)}),
    ('figure = "validation_accuracy", above = 0.9', {"run": run(validation_accuracy=0.91)},
     {"run": run(validation_accuracy=0.9)}),
    ('figure = "gap", above = 0.1', {"run": run(gap=0.2)}, {"run": run()}),
    ('figure = "gap", above = 0.1, new = true', {"run": run(gap=0.2, new=1)}, {"run": run(gap=0.2)}),
    ('figure = "gap", above = 0.1', {"run": run(gap=0.2)}, {}),
    ("diverged = true", {"run": run(first_loss=2.3, last_loss=NAN, steps=3)},
     {"run": run(first_loss=2.3, last_loss=2.4, steps=3)}),
    ("diverged = true", {"run": run(first_loss=2.3, last_loss=2.4, steps=30)},
     {"run": run(first_loss=2.3, last_loss=2.2, steps=30)}),
    ("diverged = true, new = true", {"run": run(first_loss=2.3, last_loss=3, steps=30, new=1)},
     {"run": run(first_loss=2.3, last_loss=3, steps=30)}),
    ('compared = "gap", above = 0.1', {"run": run(gap=0.3), "previous": run(gap=0.1)},
     {"run": run(gap=0.15), "previous": run(gap=0.1)}),
    ('compared = "gap", below = 0', {"run": run(gap=0.1), "previous": run(gap=0.3)}, {"run": run(gap=0.1)}),
    ('recognised = "7"', {"readings": (("1", 0.9), ("7", 0.4))}, {"readings": (("1", 0.9),)}),
    ('recognised = ["4", "7"], at_least = 0.5', {"readings": (("7", 0.5),)}, {"readings": (("7", 0.4), ("1", 0.9))}),
    ("recognised = true, below = 0.5", {"readings": (("7", 0.4),)}, {"readings": ()}),
    ("drawn = true", {"is_drawn": True}, {}),
    ("drawn = true, new = true", {"is_drawn": True, "happened": frozenset({"drawn"})}, {"is_drawn": True}),
    ("drawn = false", {}, {"is_drawn": True}),
    ("cleared = true", {"happened": frozenset({"cleared"})}, {}),
    ("named = true", {"happened": frozenset({"named"})}, {}),
    ('drawings = "any", at_least = 3', {"drawings": {"1": 2, "2": 1}}, {"drawings": {"1": 2}}),
    ('drawings = "7"', {"drawings": {"7": 1}}, {"drawings": {"1": 2}}),
    ("classes = true, at_least = 2", {"drawings": {"a": 1, "b": 1}}, {"drawings": {"a": 2, "b": 0}}),
    ("classes = true, at_least = 2, each = 3", {"drawings": {"a": 3, "b": 4}}, {"drawings": {"a": 3, "b": 2}}),
    ("prepared = false", {"is_prepared": False}, {}),
    ("microscope = true", {"has_microscope": True}, {}),
    ("looked_back = true", {"looks_back": True}, {}),
    ("model = true", {"has_model": True}, {}),
    ('measured = "report", above = 0.9', {"deeds": (Deed("measured", "report", {"accuracy": 0.95}),)},
     {"deeds": (Deed("measured", "report", {"accuracy": 0.85}),)}),
    ('measured = "learning_curve"', {"deeds": (Deed("measured", "learning_curve"),)}, {"deeds": (Deed("measured", "report"),)}),
    ("fooled = true, below = 0.1", {"deeds": (Deed("fooled", "", {"strength": 0.05}), Deed("fooled", "", {"strength": 0.2}))},
     {"deeds": (Deed("fooled", "", {"strength": 0.2}),)}),
    ("compressed = true, below = 0.5, lost = 0.01", {"deeds": (Deed("compressed", "", {"share": 0.4, "lost": 0.0}),)},
     {"deeds": (Deed("compressed", "", {"share": 0.4, "lost": 0.02}), Deed("compressed", "", {"share": 0.6, "lost": 0.0}))}),
    ('exported = "web"', {"deeds": (Deed("exported", "web"),)}, {"deeds": (Deed("exported", "onnx"),)}),
    ("exported = true", {"deeds": (Deed("exported", "onnx"),)}, {"deeds": (Deed("measured", "report"),)}),
    ("all = [{drawn = true}, {model = true}]", {"is_drawn": True, "has_model": True}, {"is_drawn": True}),
    ("any = [{drawn = true}, {model = true}]", {"is_drawn": True}, {}),
    ("not = {drawn = true}", {}, {"is_drawn": True}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holding", "other"), CASES, ids=[case[0] for case in CASES])
def test_it_holds_when_it_should_and_else_not(
    text: str, holding: dict[str, Any] | None, other: dict[str, Any]
) -> None:
    found = condition(text)
    assert holding is None or found.holds(lab(**holding))
    assert not found.holds(lab(**other))


def test_every_kind_is_tried() -> None:
    assert {text.split(" ", 1)[0] for text, _, _ in CASES} == set(CONDITIONS)


def test_a_new_kind_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Friday:
        def holds(self, lab: LabState) -> bool:
            return lab.station == "friday"

    def read(table: Any) -> Friday:
        table.yes("friday")
        return Friday()

    monkeypatch.setitem(CONDITIONS, "friday", read)
    assert condition("friday = true").holds(lab(station="friday"))
