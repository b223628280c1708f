"""Station two of the way: data sets, their split, and drawings turned into images."""
