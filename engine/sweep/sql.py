"""What a database of sweeps is asked that Optuna does not ask."""

from __future__ import annotations

LOCK = "SELECT pg_advisory_xact_lock(:program, :study)"
"""Waits for the lock of a study, which lasts until the transaction ends, or its connection."""

PATIENT = "SET LOCAL idle_in_transaction_session_timeout = {milliseconds:d}"
"""Lets the database take the lock back from a machine that froze, or whose network went away without a word."""

SILENT = (
    "SELECT t.number FROM trials t LEFT JOIN trial_heartbeats h ON h.trial_id = t.trial_id "
    "WHERE t.study_id = :study AND t.state = 'RUNNING' AND h.trial_id IS NULL"
)
"""Numbers of the running trials whose worker has never said that it lives."""
