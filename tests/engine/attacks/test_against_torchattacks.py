"""From the same start the same images come out as of torchattacks, but for rounding.

It brings SciPy's statistics, a second of loading: only whoever runs these tests waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
import torch
from torch import Tensor, nn

from engine.attacks.beginning import begin
from engine.attacks.fgsm import FastGradientSign
from engine.attacks.pgd import STRIDE, ProjectedGradient
from engine.attacks.pgd_l2 import ProjectedGradientByDistance
from engine.config import NetworkConfig
from engine.layers import ConvLayer, DenseLayer
from engine.models.build import build

if TYPE_CHECKING:
    import torchattacks

MOST = (
    2e-6  # a few roundings of single precision; a sign that turns for one would be ten thousand times as much
)
NETWORKS = {
    "dense": NetworkConfig(hidden=(DenseLayer(size=32), DenseLayer(size=16))),
    "conv": NetworkConfig(hidden=(ConvLayer(channels=4, kernel=3), DenseLayer(size=16))),
}


@pytest.fixture(params=NETWORKS)
def network(request: pytest.FixtureRequest) -> nn.Module:
    model = build(NETWORKS[request.param], image_shape=(1, 12, 12), classes=5, seed=3)
    return model.eval().requires_grad_(False)


@pytest.fixture
def images() -> Tensor:
    return torch.rand(30, 1, 12, 12, generator=torch.Generator().manual_seed(1))


def generator() -> torch.Generator:
    return torch.Generator().manual_seed(5)


def aimed(theirs: torchattacks.attack.Attack, aims: Tensor | None) -> torchattacks.attack.Attack:
    if aims is not None:
        theirs.set_mode_targeted_by_label(quiet=True)
    return theirs


@pytest.mark.parametrize("is_aimed", [False, True])
class TestTheSame:
    @pytest.fixture
    def labels(self, network: nn.Module, images: Tensor) -> Tensor:
        labels: Tensor = network(images).argmax(1)
        return labels

    @pytest.fixture
    def aims(self, is_aimed: bool, labels: Tensor) -> Tensor | None:
        return (labels + 1) % 5 if is_aimed else None

    def test_fgsm(self, network: nn.Module, images: Tensor, labels: Tensor, aims: Tensor | None) -> None:
        import torchattacks

        ours = FastGradientSign().perturb(network, images, labels, 0.1, aims=aims)
        theirs = aimed(torchattacks.FGSM(network, eps=0.1), aims)(images, labels if aims is None else aims)
        assert float((ours - theirs).abs().max()) <= MOST

    @pytest.mark.parametrize("steps", [1, 20])
    def test_pgd(
        self,
        network: nn.Module,
        images: Tensor,
        labels: Tensor,
        aims: Tensor | None,
        steps: int,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        import torchattacks

        ours = ProjectedGradient().perturb(
            network, images, labels, 0.1, aims=aims, steps=steps, generator=generator()
        )
        start = begin(images, 0.1, generator())
        monkeypatch.setattr(Tensor, "uniform_", lambda empty, _low, _high: empty.copy_(start - images))
        attack = torchattacks.PGD(network, eps=0.1, alpha=STRIDE * 0.1 / steps, steps=steps)
        theirs = aimed(attack, aims)(images, labels if aims is None else aims)
        assert float((start - images).abs().max()) > 0.09
        assert float((ours - theirs).abs().max()) <= MOST

    @pytest.mark.parametrize("steps", [1, 20])
    def test_pgd_by_distance(
        self,
        network: nn.Module,
        images: Tensor,
        labels: Tensor,
        aims: Tensor | None,
        steps: int,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        import torchattacks

        ours = ProjectedGradientByDistance().perturb(
            network, images, labels, 1.5, aims=aims, steps=steps, generator=generator()
        )
        numbers = (
            generator()
        )  # theirs are drawn by the same methods, in the same order, but from the global one
        drawn: Callable[..., Tensor] = Tensor.normal_
        spread: Callable[..., Tensor] = Tensor.uniform_
        monkeypatch.setattr(Tensor, "normal_", lambda empty: drawn(empty, generator=numbers))
        monkeypatch.setattr(
            Tensor, "uniform_", lambda empty, low, high: spread(empty, low, high, generator=numbers)
        )
        attack = torchattacks.PGDL2(network, eps=1.5, alpha=STRIDE * 1.5 / steps, steps=steps)
        theirs = aimed(attack, aims)(images, labels if aims is None else aims)
        assert float((ours - images).flatten(1).norm(dim=1).max()) > 1.4
        assert float((ours - theirs).abs().max()) <= MOST
