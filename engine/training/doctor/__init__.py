"""The training doctor: says in plain words what goes wrong in a run, on what evidence, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.training.doctor.data_check import check_data
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import (
    AttentionProbe,
    Finding,
    FindingKind,
    LayerProbe,
    LayerProbes,
    StepsProbe,
)
from engine.training.doctor.network_check import check_network
from engine.training.doctor.probe_series import ProbeSeries

if TYPE_CHECKING:
    from engine.training.doctor.probe import Probe, probe_images

__all__ = [
    "AttentionProbe",
    "Doctor",
    "Finding",
    "FindingKind",
    "LayerProbe",
    "LayerProbes",
    "Probe",
    "ProbeSeries",
    "StepsProbe",
    "check_data",
    "check_network",
    "probe_images",
]


def __getattr__(name: str) -> object:
    """Load the probe, and torch with it, when it is first asked for."""
    if name in ("Probe", "probe_images"):
        from engine.training.doctor import probe

        return getattr(probe, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
