"""The command line: the engine without a window."""

from engine.cli.program import app, main

__all__ = ["app", "main"]
