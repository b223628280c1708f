"""A stand-alone program of NetSketch for the system it is built on: `python3 dev.py package`."""
