"""How several examples are shown beside each other, one way for each kind of input."""
