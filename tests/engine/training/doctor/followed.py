"""A run that a doctor follows from its first event to its last, as whoever looks at each of them would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.training import ModelSnapshot, TrainingFinished
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import Finding
from engine.training.doctor.probe import Probe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.config import Experiment
    from engine.data.dataset import Split


def found_on_the_way(experiment: Experiment, data: Split, events: Iterable[object]) -> list[Finding]:
    """Return all that is ever found.

    How many snapshots there are hangs on the clock, how many are probed hardly does: ever fewer, as less and less
    changes.
    """
    doctor, probe = Doctor(experiment, data), Probe(experiment, data.train)
    found: list[Finding] = []
    next_step = 0.0
    for event in events:
        found.extend(doctor.add(event))
        if isinstance(event, ModelSnapshot) and event.step >= next_step:
            found.extend(doctor.add_probe(probe.measure(event.state, event.step)))
            next_step = 1.4 * event.step
        elif isinstance(event, TrainingFinished):
            found.extend(doctor.add_probe(probe.measure(event.last_state, event.step)))
    return found
