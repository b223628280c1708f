"""What conditions of lessons look at: how everything stands in the lab at one moment, plain and frozen."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.config import Experiment

BEGUN, PAUSED, ENDED, CLEARED, NAMED, DRAWN = "begun", "paused", "ended", "cleared", "named", "drawn"
"""What can happen while a step is in sight."""


@dataclass(frozen=True, slots=True)
class LessonRun:
    """A training.

    Attributes:
        figures: What is known of it, by the names of ``engine.lessons.figures``.
        has_ended: Whether it has ended.
        is_new: Whether it was begun since the step came into sight.
    """

    figures: Mapping[str, float]
    has_ended: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a person let be done at a station.

    Attributes:
        kind: What, such as ``exported``.
        name: Of which kind, such as the name of a format; empty where there is but one.
        figures: What came of it.
    """

    kind: str
    name: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LabState:
    """The lab at one moment of a lesson.

    Attributes:
        experiment: The settings.
        before: The settings when the step came into sight.
        preset: Name of the preset whose settings these are, or empty.
        has_data: Whether the data of the settings are loaded.
        station: Name of the page in sight.
        view: Name of its view in sight; empty where it has none.
        run: The newest training that was begun since the lesson was opened.
        previous: The one before it.
        readings: What the pad is taken for, a class and how sure for each digit; empty without an answer.
        is_drawn: Whether something is on the pad.
        is_prepared: Whether all steps are taken that prepare a drawing for the network.
        drawings: How many drawings of one's own there are of each class.
        has_model: Whether a trained model is at hand.
        has_microscope: Whether a step of training lies over the page.
        looks_back: Whether an earlier moment of the run is looked at.
        happened: What happened since the step came into sight.
        deeds: What was done since the lesson was opened, the newest last.
    """

    experiment: Experiment
    before: Experiment
    preset: str = ""
    has_data: bool = False
    station: str = ""
    view: str = ""
    run: LessonRun | None = None
    previous: LessonRun | None = None
    readings: tuple[tuple[str, float], ...] = ()
    is_drawn: bool = False
    is_prepared: bool = True
    drawings: Mapping[str, int] = field(default_factory=dict)
    has_model: bool = False
    has_microscope: bool = False
    looks_back: bool = False
    happened: frozenset[str] = frozenset()
    deeds: tuple[Deed, ...] = ()
