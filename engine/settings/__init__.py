"""Settings: what each is, what holds them, what checks them, and words for what is wrong with one."""

from engine.settings.problems import (
    MOST_SHOWN,
    NO_SETTINGS,
    OF_A_NEWER_PROGRAM,
    PROBLEM_TEXTS,
    UNKNOWN_PROBLEM,
    Problem,
    problems_of,
)
from engine.settings.setting import Setting, setting
from engine.settings.settings import Settings

__all__ = [
    "MOST_SHOWN",
    "NO_SETTINGS",
    "OF_A_NEWER_PROGRAM",
    "PROBLEM_TEXTS",
    "UNKNOWN_PROBLEM",
    "Problem",
    "Setting",
    "Settings",
    "problems_of",
    "setting",
]
