"""A small network that reads random images as it likes."""

import pytest
import torch
from torch import Tensor, nn


@pytest.fixture
def network() -> nn.Module:
    weights = torch.random.fork_rng()
    with weights:
        torch.manual_seed(0)
        model = nn.Sequential(nn.Flatten(), nn.Linear(3 * 36, 16), nn.ReLU(), nn.Linear(16, 3))
    return model.eval().requires_grad_(False)


@pytest.fixture
def images() -> Tensor:
    """``(20, 3, 6, 6)`` in [0, 1]."""
    return torch.rand(20, 3, 6, 6, generator=torch.Generator().manual_seed(1))
