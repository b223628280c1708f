"""The training doctor: says in plain words what goes wrong in a run, on what evidence, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.training.doctor.data_check import check_data
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import Finding, FindingKind, LayerProbe, LayerProbes

if TYPE_CHECKING:
    from engine.training.doctor.probe import Probe

__all__ = ["Doctor", "Finding", "FindingKind", "LayerProbe", "LayerProbes", "Probe", "check_data"]


def __getattr__(name: str) -> object:
    """Load the probe, and torch with it, when it is first asked for."""
    if name == "Probe":
        from engine.training.doctor.probe import Probe

        return Probe
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
