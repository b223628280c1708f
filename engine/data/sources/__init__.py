"""Data sets, one file each: where their images come from and what a person should know of them."""
