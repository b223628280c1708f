"""The words by which a crew steers its workers, a line each on their standard input."""

from __future__ import annotations

PAUSE, GO_ON, STOP, SUSPEND = "pause", "continue", "stop", "suspend"
TIME_IS_UP = "timeout"  # as STOP, for another reason
