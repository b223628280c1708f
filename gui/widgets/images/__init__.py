"""Images of examples, one by one, in strips and in grids."""
