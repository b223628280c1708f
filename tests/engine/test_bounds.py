"""Every number that can be set has bounds: at the bound it is taken, beyond it a sentence names it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from engine.choices import MOST, MOST_REAL
from engine.config import Experiment, config_error
from engine.errors import ConfigError
from engine.layers.registry import LAYER_KINDS
from engine.settings import Settings, setting

Case = tuple[str, type[Settings], str]


def sections(kind: type[Settings], path: str = "") -> Iterator[tuple[str, type[Settings]]]:
    yield path, kind
    for name, info in kind.model_fields.items():
        inner = info.annotation
        if isinstance(inner, type) and issubclass(inner, Settings):
            yield from sections(inner, f"{path}{name}.")


def numbers() -> Iterator[Case]:
    kinds = [(f"network.hidden:{name}.", kind) for name, kind in LAYER_KINDS.items()]
    for path, kind in [*sections(Experiment), *kinds]:
        for name, info in kind.model_fields.items():
            if info.annotation in (int, float):
                yield path + name, kind, name


CASES = list(numbers())


def bounds(kind: type[Settings], name: str) -> dict[str, float]:
    return dict(kind.model_fields[name].bounds)


VARIATIONS = tuple(path for path, _, _ in CASES if path.startswith("data.variation."))
MEANT: list[tuple[dict[str, float], tuple[str, ...]]] = [
    ({"ge": 1, "le": MOST}, (
        "training.epochs", "training.batch_size", "training.schedule_period", "network.hidden:dense.size",
        "network.hidden:conv.channels", "network.hidden:conv.kernel", "network.hidden:conv.stride",
        "network.hidden:lstm.units", "network.hidden:gru.units", "network.hidden:patches.width",
        "network.hidden:patches.size", "network.hidden:attention.heads", "network.hidden:attention.mlp_factor",
    )),
    ({"ge": 0, "le": MOST}, ("data.train_count", "data.seed", "training.early_stopping", "training.seed",
                             "training.warm_up_steps")),
    ({"ge": 100, "le": MOST}, ("data.generated_count",)),
    ({"ge": 20, "le": 20_000}, ("data.plane.count",)),
    ({"ge": 100, "le": 200_000}, ("data.text.count",)),
    ({"ge": 1, "le": 6}, ("data.text.digits",)),
    ({"ge": 3, "le": 40}, ("data.text.letters",)),
    ({"ge": 8, "le": 512}, ("data.text.context",)),
    ({"ge": 0, "le": 0.5}, ("data.plane.noise",)),
    ({"ge": 0, "lt": 1}, (
        "data.validation_share", "training.momentum", "training.weight_decay", "training.label_smoothing",
        "network.hidden:dense.dropout", "network.hidden:conv.dropout", "network.hidden:lstm.dropout",
        "network.hidden:gru.dropout", "network.hidden:attention.dropout", "training.warm_up",
    )),
    ({"ge": 0, "le": 1}, (
        "training.target_accuracy", "training.averaging", "training.teacher_share", "evaluation.gate",
        "data.augmentation.thickness", "data.augmentation.noise", "data.augmentation.colour",
    )),
    ({"gt": 0, "le": 1}, (
        "training.schedule_factor", "training.adversary_strength", "training.adversary_share",
    )),
    ({"ge": 1, "le": 1000}, ("training.adversary_steps",)),
    ({"ge": 0, "le": 1000}, ("training.privacy_epsilon", "training.privacy_noise")),
    ({"gt": 0, "le": 0.1}, ("training.privacy_delta",)),
    ({"ge": 0, "le": 0.9}, ("data.augmentation.scale", "data.augmentation.erasing")),
    ({"ge": 0, "le": 180}, ("data.augmentation.rotation",)),
    ({"ge": 0, "le": 60}, ("data.augmentation.shear",)),
    ({"ge": 0, "le": 14}, ("data.augmentation.shift",)),
    ({"ge": 0, "le": 5}, ("data.augmentation.elastic",)),
    ({"ge": 0, "le": 3}, VARIATIONS),
    ({"gt": 0, "le": 1000}, ("training.learning_rate", "training.privacy_clip")),
    ({"gt": 0, "le": 100}, ("training.teacher_temperature",)),
    ({"ge": 0, "le": MOST_REAL}, ("training.gradient_clipping",)),
    ({"ge": 0, "le": 1024}, ("training.threads",)),
]  # fmt: skip


@pytest.mark.parametrize(("path", "kind", "name"), CASES, ids=[path for path, _, _ in CASES])
def test_they_are_those_that_are_meant(path: str, kind: type[Settings], name: str) -> None:
    """Not just any bounds will do: a share of 1 leaves nothing, and at a rate of 0 nothing is learnt.

    Of a kind of layer that is not in the table, numbers begin where its file says, and not at the least there is.
    """
    meant = [meant for meant, paths in MEANT if path in paths]
    if meant or not path.startswith("network.hidden:"):
        assert [bounds(kind, name)] == meant
    else:
        assert bounds(kind, name).get("ge") not in (-MOST, -MOST_REAL)


def test_there_are_as_many_as_there_should_be() -> None:
    assert len(CASES) > 40
    assert {path.partition(":")[0].partition(".")[0] for path, _, _ in CASES} == {
        "data", "network", "training", "evaluation",
    }  # fmt: skip


@pytest.mark.parametrize(("path", "kind", "name"), CASES, ids=[path for path, _, _ in CASES])
def test_bounds(path: str, kind: type[Settings], name: str) -> None:
    found = bounds(kind, name)
    low, high = found.get("ge", found.get("gt")), found.get("le", found.get("lt"))
    assert low is not None
    assert high is not None
    assert -MOST <= low < high <= MOST
    whole = kind.model_fields[name].annotation is int
    beyond = (high + 1, low - 1, 2**31, 2**53, 10**20, -(10**20)) if whole else (
        math.nextafter(high, math.inf), math.nextafter(low, -math.inf), 1e300, -1e300,
    )  # fmt: skip
    inside = [value for key, value in found.items() if key in ("ge", "le")]
    for value in inside:
        assert getattr(kind.model_validate({name: value}), name) == value
    label = kind.model_fields[name].label
    for value in (*beyond, *(found[key] for key in ("gt", "lt") if key in found), math.inf, math.nan):
        for text in (value, str(value)):
            with pytest.raises(ValidationError):
                kind.model_validate({name: text})
        if path.startswith("network.hidden"):
            changes: dict[str, Any] = {
                "network.hidden": ({"kind": path.split(":")[1].split(".")[0], name: value},)
            }
        else:
            changes = {path: value}
        with pytest.raises(ConfigError) as caught:
            Experiment().with_(**changes)
        sentence = str(caught.value)
        assert str(label) in sentence or "idden layer" in sentence
        assert "must be" in sentence


def test_a_number_without_bounds_gets_the_common_ones() -> None:
    class Some(Settings):
        count: int = setting(3, label="Count", help="How many.")
        share: float = setting(0.5, ge=0, label="Share", help="How much.")
        kept: bool = setting(True, label="Kept", help="Whether.")

    assert Some(count=MOST, share=MOST_REAL).count == MOST
    for wrong in ({"count": MOST + 1}, {"count": -MOST - 1}, {"share": 2 * MOST_REAL}):
        with pytest.raises(ValidationError):
            Some.model_validate(wrong)
    assert not Some.model_fields["kept"].bounds


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("training.epochs", "٣", 3), ("training.epochs", "۱۲", 12), ("training.batch_size", "٦٤", 64),
        ("training.learning_rate", "٠٫٠٠١", 0.001), ("training.learning_rate", "0,001", 0.001),
        ("training.learning_rate", "1.2 × 10⁻⁵", 1.2e-5), ("data.generated_count", "60,000", 60_000),
        ("data.generated_count", "60\u202f000", 60_000), ("data.generated_count", "6e4", 60_000),
        ("data.generated_count", "٦٠٬٠٠٠", 60_000), ("training.momentum", "\u066b5", 0.5),
    ],
)  # fmt: skip
def test_what_is_shown_is_taken(path: str, text: str, value: float) -> None:
    assert Experiment().with_(**{path: text}).get(path) == value


def test_lists_of_digits_of_any_script() -> None:
    assert Experiment().with_(**{"network.hidden": "٦٤،٣٢"}).network.summary == "64-32"
    assert Experiment().with_(**{"network.hidden": "conv١٦ ۸"}).network.summary == "conv16-8"


def test_no_words_become_numbers() -> None:
    for text in ("abc", "", "1.5.2", "٣x", "0x10"):
        with pytest.raises(ConfigError, match=r"Epochs must be a whole number"):
            Experiment().with_(**{"training.epochs": text})


def test_an_old_file_beyond_the_bounds_is_explained() -> None:
    described = json.loads(Experiment().model_dump_json())
    described["training"]["epochs"] = 10**20
    with pytest.raises(ValidationError) as caught:
        Experiment.model_validate_json(json.dumps(described))
    assert str(config_error(caught.value)).startswith("Epochs must be at most 2147483647.")


def test_bounds_are_what_pydantic_knows() -> None:
    for path, kind, name in CASES:
        assert kind.model_fields[name].bounds.keys() <= {"gt", "ge", "lt", "le"}, path


@pytest.mark.parametrize(("path", "kind", "name"), CASES, ids=[path for path, _, _ in CASES])
def test_on_and_off_are_no_numbers(path: str, kind: type[Settings], name: str) -> None:
    for value in (True, False):
        with pytest.raises(ValidationError, match=f"(?s){name}.*valid (integer|number)"):
            kind.model_validate({name: value})
        with pytest.raises(ValidationError):
            kind.model_validate_json(json.dumps({name: value}))
