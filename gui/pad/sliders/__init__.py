"""The pad of rows of numbers: a slider for each feature, and which of them speak for the answer."""
