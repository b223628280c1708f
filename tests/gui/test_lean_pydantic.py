"""Pydantic that was loaded for the window checks and tells what it does otherwise."""

from __future__ import annotations

import json
import subprocess
import sys

CODE = """
import json, sys
if len(sys.argv) > 1:
    from gui import lean_pydantic
    lean_pydantic.load()
import typing, typing_extensions, dataclasses, annotated_types, platform, uuid, pydantic_core.core_schema as schema
from engine.config import Experiment, list_presets
from engine.errors import NetSketchError

class Seen(typing.TypedDict, total=False):
    text: str

@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    number: int = 1

told = []
for wrong in ({"training": {"epochs": -1, "learning_rate": "x"}}, {"data": {"dataset": 3, "seed": 1.5}},
              {"network": {"hidden": [{"kind": "conv", "channels": 0}, {"kind": "gru", "size": True}]}}):
    try:
        Experiment.model_validate(wrong)
    except ValueError as error:
        told.append(error.errors(include_url=False, include_input=False))
bounds = [annotated_types.Gt(1), annotated_types.Len(1, 3), annotated_types.Interval(ge=0, lt=5)]
print(json.dumps({
    "presets": [preset.experiment.model_dump(mode="json") for preset in list_presets()],
    "schema": Experiment.model_json_schema(),
    "told": told,
    "bounds": [repr(bound) for bound in bounds],
    "equal": annotated_types.Gt(1) == annotated_types.Gt(1) != annotated_types.Gt(2),
    "typed": [Seen.__annotations__ is not None, typing.is_typeddict(Seen), typing_extensions.is_typeddict(Seen)],
    "row": [repr(Row(2)), hasattr(Row, "__slots__"), Row.__init__.__qualname__],
    "config": [type(schema.CoreConfig(title="x")).__name__, schema.CoreConfig(title="x")],
    "platform": [platform.python_version(), uuid.UUID(int=1).hex],
}, default=str))
"""


def found(*lean: str) -> dict[str, object]:
    done = subprocess.run([sys.executable, "-c", CODE, *lean], capture_output=True, text=True, check=True)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_it_checks_and_tells_as_ever_and_leaves_what_it_borrowed() -> None:
    assert found("lean") == found()


def test_what_it_makes_as_records_can_be_made() -> None:
    code = """
from gui import lean_pydantic
lean_pydantic.load()
import sys
from engine import records
made = 0
for name, module in list(sys.modules.items()):
    if name.partition(".")[0] in ("pydantic", "annotated_types"):
        for kind in vars(module).values():
            if isinstance(kind, type) and getattr(kind.__init__, "__name__", "") == "first_init":
                records._written_init(kind)
                made += 1
print(made > 9)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
