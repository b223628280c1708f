"""The stations: a folder each, which none shares with another, and what all of them are (`station.py`)."""
