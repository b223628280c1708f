"""Lessons: short guided paths in readable files, of which nothing can do more than be shown and compared."""
