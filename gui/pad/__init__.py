"""The pad: draw, see what the network sees, and see what it makes of it."""
