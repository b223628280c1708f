"""The kinds of input, one file each: what an example is, how it is kept, and what of it a network takes."""
