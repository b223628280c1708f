"""The pad of text: a line to type, and what the model writes behind it."""
