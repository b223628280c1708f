"""Station five of the way: how good a model is."""
