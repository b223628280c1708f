"""A new attack is one class and one line in the registry, and the command line knows it."""

import json
from pathlib import Path
from typing import ClassVar

import pytest
from torch import Tensor, nn

from engine import cli
from engine.attacks import registry
from engine.attacks.attack import Attack, Strength, Terms
from engine.attacks.registry import ATTACKS, attack_named
from engine.errors import ConfigError
from engine.storage import model_file
from engine.words import Phrase
from tests.engine.compress.models import untrained


class Brighter(Attack):
    """A throw-away one: all of the image becomes brighter."""

    name: ClassVar[str] = "brighter"
    title: ClassVar[Phrase] = Phrase("Brighter")
    help: ClassVar[Phrase] = Phrase("Makes all of it brighter.")
    strength: ClassVar[Strength] = Strength(
        Phrase("By"), Phrase("By how much"), high=1.0, usual=0.5, steps=(0.0, 0.5)
    )
    uses_gradients: ClassVar[bool] = False

    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        del model, labels, terms
        return (images + strength).clamp(0, 1)


@pytest.fixture
def brighter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ATTACKS, Brighter.name, Brighter)


@pytest.mark.usefixtures("brighter")
def test_the_command_line_knows_a_new_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "model.safetensors"
    model_file.save_copy(path, untrained("8"))
    assert cli.main(["attack", str(path), "--method", "brighter", "--limit", "30", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["method"], record["epsilon"], record["steps"]) == ("brighter", 0.5, None)
    assert 0 <= record["accuracy"] <= record["clean_accuracy"]


def test_an_unknown_one_is_refused_with_those_there_are() -> None:
    with pytest.raises(ConfigError) as refused:
        attack_named("magic")
    assert "fgsm" in str(refused.value.remedy)
    assert all(attack_named(name).name == name for name in registry.ATTACKS)
