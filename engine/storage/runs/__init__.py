"""Runs on disk: every training is a folder that explains itself, survives, and can be gone on with."""
