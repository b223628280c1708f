"""What a script says of privacy: the accountant's figures, and gradients as they are shortened here."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from engine.config import Experiment, load_preset
from engine.deploy.code.privacy import SPENT, privacy_lines
from engine.deploy.code.pytorch import Subject, pytorch_script
from engine.training.private.accountant import noise_for, spent


@pytest.mark.parametrize(("noise", "rate", "steps"), [(1.0, 0.02, 900), (2.0, 0.04, 1600), (0.7, 0.005, 300)])
def test_the_script_counts_as_the_accountant_does(noise: float, rate: float, steps: int) -> None:
    names: dict[str, Any] = {"rate": rate, "delta": 1e-5, "torch": torch, "math": __import__("math")}
    exec("\n".join(SPENT), names)  # noqa: S102 - lines of our own
    ours = spent(noise, rate, steps, 1e-5)
    assert ours * (1 - 1e-9) <= names["spent"](noise, steps) < ours * 1.05  # of whole orders alone


def part(text: str, begin: str, end: str) -> str:
    return text[text.index(begin) : text.index(end)]


def test_the_script_shortens_each_gradient() -> None:
    private = load_preset("article").with_(**{"training.privacy_noise": 1.0, "training.privacy_clip": 0.25})
    text = pytorch_script(Subject(private))
    network = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(6, 3))
    names: dict[str, Any] = {
        "torch": torch,
        "F": torch.nn.functional,
        "network": network,
        "noise": 0.0,
        "clip": 0.25,
    }
    exec(part(text, "def loss_of_one", "\n\n\n@torch.no_grad"), names)  # noqa: S102 - lines of our own
    images, labels = torch.rand(5, 1, 2, 3), torch.tensor([0, 1, 2, 0, 1])
    names["private_gradients"](images, labels)
    found = (
        torch.cat([weight.grad.flatten() for weight in network.parameters()]) * private.training.batch_size
    )
    expected = torch.zeros_like(found)
    for image, label in zip(images, labels, strict=True):
        network.zero_grad()
        torch.nn.functional.cross_entropy(network(image[None]), label[None]).backward()
        one = torch.cat([weight.grad.flatten() for weight in network.parameters()])
        expected += one * min(1.0, 0.25 / float(one.norm()))
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-6)


def test_a_run_with_both_says_when_it_ends() -> None:
    both = {"training.privacy_noise": 1.0, "training.privacy_epsilon": 2.0}
    assert "if spent(noise, (epoch + 1) * per_epoch) > 2:" in pytorch_script(
        Subject(Experiment().with_(**both))
    )


@pytest.mark.parametrize("epsilon", [0.05, 3.0])
def test_the_script_finds_the_noise_for_a_budget(epsilon: float) -> None:
    budget = load_preset("article").with_(**{"training.privacy_epsilon": epsilon})
    training = budget.training
    rate, steps = training.batch_size / 5000, training.epochs * round(5000 / training.batch_size)
    names: dict[str, Any] = {"torch": torch, "math": __import__("math"), "x_train": range(5000)}
    exec("\n".join(privacy_lines(training)).split("def loss_of_one")[0], names)  # noqa: S102 - lines of our own
    assert spent(names["noise"], rate, steps, training.privacy_delta) <= epsilon
    assert names["noise"] < 1.1 * noise_for(epsilon, rate, steps, training.privacy_delta)


def test_the_script_ends_where_no_noise_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.deploy.code.privacy.MOST_NOISE", 1.0)  # it goes there in steps of a hundredth
    training = load_preset("article").with_(**{"training.privacy_epsilon": 1e-4}).training
    names: dict[str, Any] = {"torch": torch, "math": __import__("math"), "x_train": range(500)}
    with pytest.raises(SystemExit, match="No noise"):
        exec("\n".join(privacy_lines(training)).split("def loss_of_one")[0], names)  # noqa: S102 - lines of our own
