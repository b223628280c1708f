"""Lessons in the window: the panel, what it watches, and what it points at."""
