"""Files on disk: what is written whole or not at all, and what is read with suspicion."""
