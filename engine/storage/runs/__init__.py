"""Runs on disk: every training is a folder that explains itself, survives, and can be gone on with.

``file`` has a module for each file of a run, ``folder`` is all of them. ``recorder`` keeps a run as it is trained and
lets ``writer`` write it on a thread of its own. ``listing`` has every run in a line (``summary``), ``library`` names,
deletes (``bin``) and thins them out (``disk_use``), ``archive`` brings them in and out as zip files.
"""
