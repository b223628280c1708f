"""Tables of numbers and words: which column is what, and how rows become features and labels."""
