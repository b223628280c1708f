"""The training doctor: says in plain words what goes wrong in a run, on what evidence, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.on_demand import on_demand

if TYPE_CHECKING:
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
    from engine.training.doctor.probe import Probe, probe_images
    from engine.training.doctor.probe_series import ProbeSeries

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

__getattr__ = on_demand(
    __name__,
    {
        "check_data": "data_check",
        "Doctor": "doctor",
        "AttentionProbe": "findings",
        "Finding": "findings",
        "FindingKind": "findings",
        "LayerProbe": "findings",
        "LayerProbes": "findings",
        "StepsProbe": "findings",
        "check_network": "network_check",
        "ProbeSeries": "probe_series",
        "Probe": "probe",
        "probe_images": "probe",
    },
)
