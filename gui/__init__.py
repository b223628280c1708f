"""The window: one page for each station of the engine, under the same names."""
