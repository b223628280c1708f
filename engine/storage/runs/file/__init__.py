"""The files that a run consists of, each read and written by its own module, under the name that it has there.

``experiment`` (what was asked for), ``header`` with its ``progress`` (what it is and how far), ``history`` (what it
told), ``snapshots`` (weights through time), ``label`` and ``notes`` (what the person says of it), ``lock`` (who trains
it). ``small_file`` reads the small ones with suspicion.
"""
