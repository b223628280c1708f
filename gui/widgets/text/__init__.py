"""Text that a network reads and writes: how a character is shown, and a model's writing letter by letter."""
