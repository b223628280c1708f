"""No attack goes further than it is told."""

import pytest
import torch
from torch import Tensor, nn

from engine.attacks.registry import attack_named


def changes(name: str, strength: float, network: nn.Module, images: Tensor) -> Tensor:
    labels = network(images).argmax(1)
    generator = torch.Generator().manual_seed(4)
    return attack_named(name).perturb(network, images, labels, strength, generator=generator) - images


@pytest.mark.parametrize("name", ["fgsm", "pgd", "noise"])
def test_no_pixel_goes_further(name: str, network: nn.Module, images: Tensor) -> None:
    found = changes(name, 0.1, network, images).abs()
    assert 0.09 < float(found.max()) <= 0.1 + 1e-6


def test_no_image_goes_further(network: nn.Module, images: Tensor) -> None:
    found = changes("pgd-l2", 0.5, network, images).flatten(1).norm(dim=1)
    assert float(found.max()) <= 0.5 + 1e-6
    assert float(found.min()) > 0.45, "it is worth going as far as is allowed"


def test_a_sure_network_is_not_safe_from_afar() -> None:
    """Its gradient is so small that the square of it is nothing; it tells the way all the same."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(4, 2, bias=False)).requires_grad_(False)
    model[1].weight.copy_(torch.tensor([[70.0, 0, 0, 0], [-70.0, 0, 0, 0]]))
    image, label = torch.full((1, 1, 2, 2), 0.4), torch.tensor([0])
    changed = attack_named("pgd-l2").perturb(model, image, label, 0.3)
    assert float(image[0, 0, 0, 0] - changed[0, 0, 0, 0]) == pytest.approx(0.3, abs=1e-5)


@pytest.mark.parametrize("count", [1, 3, 36, 40])
def test_no_more_pixels_change(count: int, network: nn.Module, images: Tensor) -> None:
    changed = changes("few-pixels", count, network, images).abs().sum(1).count_nonzero(dim=(1, 2))
    assert int(changed.max()) == min(count, 36)


def test_a_patch_is_a_square(network: nn.Module, images: Tensor) -> None:
    for change in changes("patch", 3, network, images).abs().sum(1):
        rows, columns = change.nonzero(as_tuple=True)
        assert int(rows.max() - rows.min()) < 3
        assert int(columns.max() - columns.min()) < 3
    assert int(changes("patch", 16, network, images)[0, 0].count_nonzero()) > 18, (
        "larger than the image: all of it"
    )


def test_one_pixel_that_decides_is_found() -> None:
    """Of a network that looks at one pixel alone, one pixel is enough, and a patch covers it."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(36, 2, bias=False)).requires_grad_(False)
    model[1].weight.zero_()
    model[1].weight[1, 20] = 5.0
    image, label = torch.zeros(1, 1, 6, 6), torch.zeros(1, dtype=torch.int64)
    for name, strength in (("few-pixels", 1), ("patch", 1), ("patch", 3)):
        changed = attack_named(name).perturb(model, image, label, strength)
        assert float(changed.flatten()[20]) == 1, name
        assert int(model(changed).argmax()) == 1
