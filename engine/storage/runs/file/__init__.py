"""The files that a run consists of, each read and written by its own module."""
