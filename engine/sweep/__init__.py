"""Sweeps: which settings are best? Many trainings, each a run in the library, and what they tell of the settings.

A ``plan`` says which settings vary over which ``ranges``, what is looked for and how. ``library`` keeps the sweeps:
each is a folder with a journal of its ``trial``s. A ``crew`` of worker processes (``worker``) goes through them.
Optuna is loaded by ``study`` and ``optuna_terms`` alone, in the worker and never where a window or a command starts.
"""
