"""The experiment as a script that a person would write: PyTorch's own words, and Keras' for plain dense networks."""
