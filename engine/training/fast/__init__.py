"""The hand-derived training step of plain dense networks."""
