"""Lessons: short guided paths in readable files, of which nothing can do more than be shown and compared."""

from engine.lessons.shipped import lessons, read_lesson

__all__ = ["lessons", "read_lesson"]
